// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/model/recall_list.h"

#include "shared/widgets/sheet.h"

#include <vector>

namespace coffee::ui {
class EmptyState;
class SearchField;
} // namespace coffee::ui

namespace coffee::station {

/// Orders that have left the grid, newest first, with a search by number, item or time. A mis-tap
/// is taken back, what was made wrong is made anew with a reason, what is ready is called again.
/// Found as `recallSheet`, with `recallSearch`, `recall_<number>`, `remake_<number>` and
/// `recallCall_<number>`.
class RecallSheet final : public ui::Sheet {
    Q_OBJECT

public:
    /// Rows that are drawn; the search finds the others.
    static constexpr std::size_t kShownMax = 40;

    explicit RecallSheet(QWidget* host);

    void setRows(const std::vector<RecallRow>& rows, ShopTime now);
    [[nodiscard]] QString search() const;

Q_SIGNALS:
    void searchChanged();
    void recallClicked(coffee::OrderId order, coffee::OrderState seen);
    void remakeClicked(coffee::OrderId order);
    void callClicked(coffee::OrderId order);

protected:
    void changeEvent(QEvent* event) override;

private:
    void setWords();
    [[nodiscard]] QWidget* rowOf(const RecallRow& row, ShopTime now);

    ui::SearchField* m_search;
    ui::EmptyState* m_empty;
    QBoxLayout* m_list;
    ui::Button* m_close;
    std::vector<RecallRow> m_rows;
};

} // namespace coffee::station
