// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/model/sold_out_model.h"

#include "shared/widgets/sheet.h"

#include <map>
#include <vector>

namespace coffee::ui {
class ChoiceGroup;
class SearchField;
class Switch;
} // namespace coffee::ui

namespace coffee::station {

/// The switches of all items, with a search, and for how long a switch lasts: one hour, today, or
/// until somebody switches back. Found as `soldOutSheet`, with `soldOutSearch`, `soldOutUntil` and
/// `soldOut_<item>`.
class SoldOutSheet final : public ui::Sheet {
    Q_OBJECT

public:
    explicit SoldOutSheet(QWidget* host);

    /// Empty rows with an empty search mean that the menu is not known yet.
    void setRows(const std::vector<SoldOutRow>& rows);
    [[nodiscard]] QString search() const;

Q_SIGNALS:
    void searchChanged();
    void switched(const coffee::protocol::SetAvailability& change);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Row {
        QWidget* host;
        ui::Switch* button;
        ui::Label* note;
    };
    void setWords();
    void showUntil();
    [[nodiscard]] Row makeRow(const QString& item);
    void change(const QString& item, bool available);
    [[nodiscard]] QString noteOf(const SoldOutRow& row) const;

    ui::SearchField* m_search;
    ui::ChoiceGroup* m_until;
    QString m_untilId;
    ui::Label* m_nothing;
    QWidget* m_rowHost;
    std::map<QString, Row> m_rows;
    ui::Button* m_close;
};

} // namespace coffee::station
