// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/model/ticket.h"

#include "shared/widgets/sheet.h"

#include <vector>

namespace coffee::ui {
class ChoiceGroup;
} // namespace coffee::ui

namespace coffee::station {

/// What is done to a ticket now and then: back to the queue, or units that cannot be made. The
/// latter has no undo, so it names the units and the reason and is confirmed by a button that says
/// what will happen. Found as `ticketSheet`, with `putBackButton`, `refuseUnits`, `refuseReason`,
/// `refuseButton` and `ticketSheetClose`.
class TicketSheet final : public ui::Sheet {
    Q_OBJECT

public:
    explicit TicketSheet(QWidget* host);

    void showTicket(const Ticket& ticket);

Q_SIGNALS:
    void putBackClicked(coffee::OrderId order);
    void refused(coffee::OrderId order, const std::vector<coffee::UnitNumber>& units,
                 const QString& reason);

private:
    void showRefuseButton();
    [[nodiscard]] QString reasonWords(const QString& id) const;

    Ticket m_ticket;
    ui::Button* m_putBack;
    ui::Label* m_explain;
    ui::ChoiceGroup* m_units;
    ui::ChoiceGroup* m_reason;
    ui::Button* m_refuse;
    ui::Button* m_close;
};

} // namespace coffee::station
