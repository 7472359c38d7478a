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

/// The switches of all items, with a search, and for how long a switch lasts: one hour, today (as
/// often as it is opened), or until somebody switches back. The last switch is said below with its
/// undo, and which tickets wait for what has just run out; of what is off already the time is
/// changed without selling it meanwhile. Found as `soldOutSheet`, with `soldOutSearch`,
/// `soldOutUntil`, `soldOut_<item>`, `soldOutChange_<item>`, `soldOutUndo` and `soldOutWaiting`.
class SoldOutSheet final : public ui::Sheet {
    Q_OBJECT

public:
    explicit SoldOutSheet(QWidget* host);

    /// Empty rows with an empty search mean that the menu is not known yet.
    void setRows(const std::vector<SoldOutRow>& rows, ShopTime now);
    /// Tickets that wait for what was switched off last.
    void offerWaiting(const std::vector<WaitingTicket>& waiting);
    [[nodiscard]] QString search() const;

Q_SIGNALS:
    void searchChanged();
    void switched(const coffee::protocol::SetAvailability& change);
    /// Show these tickets.
    void waitingWanted(const std::vector<coffee::OrderId>& orders);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Row {
        QWidget* host;
        ui::Switch* button;
        ui::Label* note;
        ui::Button* change;
        SoldOutRow shown;
    };
    void setWords();
    void showUntil();
    [[nodiscard]] Row makeRow(const QString& item);
    void change(const QString& item, bool available);
    void begin();
    void undo();
    void sayLast(const QString& words);
    [[nodiscard]] QString untilWords() const;
    [[nodiscard]] QString noteOf(const SoldOutRow& row, ShopTime now) const;

    ui::SearchField* m_search;
    ui::ChoiceGroup* m_until;
    QString m_untilId;
    ui::Label* m_nothing;
    QWidget* m_rowHost;
    std::map<QString, Row> m_rows;
    ui::Button* m_undo;
    ui::Button* m_waiting;
    ui::Button* m_close;
    ShopTime m_now{};
    SoldOutRow m_before; ///< the row of the last switch as it was before it
    std::vector<OrderId> m_waitingOrders;
};

} // namespace coffee::station
