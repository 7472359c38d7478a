// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/model/sold_out_model.h"
#include "barista_station/model/ticket.h"

#include "shared/widgets/sheet.h"

#include <set>
#include <string>
#include <vector>

namespace coffee::ui {
class ChoiceGroup;
} // namespace coffee::ui

namespace coffee::station {

/// What is done to a ticket now and then: back to the queue, made anew, or units that cannot be
/// made. The latter has no undo, so it names the units and the reason and is confirmed by a button
/// that says what will happen; the items can be switched to sold out in the same step. Found as
/// `ticketSheet`, with `putBackButton`, `remakeOpen`, `refuseUnits`, `refuseReason`,
/// `refuseSoldOut`, `refuseButton` and `ticketSheetClose`.
class TicketSheet final : public ui::Sheet {
    Q_OBJECT

public:
    explicit TicketSheet(QWidget* host);

    /// Open units of items that are sold out are chosen already, with that as the reason.
    void showTicket(const Ticket& ticket, const std::set<std::string>& soldOut = {});

Q_SIGNALS:
    void putBackClicked(coffee::OrderId order);
    void refused(coffee::OrderId order, const std::vector<coffee::UnitNumber>& units,
                 const QString& reason);
    /// After `refused`, for each item of it.
    void soldOutWanted(const coffee::protocol::SetAvailability& change);
    void remakeClicked(coffee::OrderId order);

private:
    void refuse();
    void showRefuseButton();
    [[nodiscard]] QString reasonWords(const QString& id) const;

    Ticket m_ticket;
    ui::Label* m_backTitle; ///< over what can be taken back or made again
    ui::Button* m_putBack;
    ui::Button* m_remake;
    ui::Label* m_refuseTitle;
    ui::Label* m_explain;
    ui::ChoiceGroup* m_units;
    ui::ChoiceGroup* m_reason;
    ui::ChoiceGroup* m_soldOut;
    ui::Button* m_refuse;
    ui::Button* m_close;
};

} // namespace coffee::station
