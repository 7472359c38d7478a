// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/model/recall_list.h"

#include "shared/widgets/sheet.h"

#include <vector>

namespace coffee::ui {
class EmptyState;
class Label;
class SearchField;
} // namespace coffee::ui

namespace coffee::station {

/// Orders that have left the grid, newest first, with a search by number, item or time. A mis-tap
/// is taken back, what was made wrong is made anew with a reason, what is ready is called again.
/// More of them are wanted when the list is scrolled to its end or `recallMore` is pressed. Enter
/// in the search takes back the only order that it has found, so that a bump bar needs R, digits,
/// Enter. Found as `recallSheet`, with `recallSearch`, `recall_<number>`, `remake_<number>`,
/// `recallCall_<number>` and `recallMore`.
class RecallSheet final : public ui::Sheet {
    Q_OBJECT

public:
    /// So many rows are wanted at first, and each time there are to be more.
    static constexpr std::size_t kRowsAtOnce = 40;

    /// What stands below the last row.
    enum class Below {
        More,    ///< there may be more of the day
        Looking, ///< they are on their way
        CutOff,  ///< nobody answers
        Nothing  ///< this was the whole day
    };

    explicit RecallSheet(QWidget* host);

    void setRows(const std::vector<RecallRow>& rows, Below below, ShopTime now);
    [[nodiscard]] QString search() const;
    [[nodiscard]] std::size_t rowsWanted() const { return m_wanted; }

Q_SIGNALS:
    /// Other rows are wanted, or more of them.
    void searchChanged();
    void recallClicked(const coffee::station::RecallRow& row);
    void remakeClicked(coffee::OrderId order);
    void callClicked(coffee::OrderId order);

protected:
    void changeEvent(QEvent* event) override;

private:
    void setWords();
    void searchAnew();
    void recallTheOne();
    void wantMore();
    void showBelow(Below below);
    [[nodiscard]] QWidget* rowOf(const RecallRow& row, ShopTime now);

    ui::SearchField* m_search;
    ui::EmptyState* m_empty;
    QBoxLayout* m_list;
    ui::Label* m_below;
    ui::Button* m_more;
    ui::Button* m_close;
    std::vector<RecallRow> m_rows;
    std::size_t m_wanted{kRowsAtOnce};
};

} // namespace coffee::station
