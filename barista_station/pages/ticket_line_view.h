// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/model/ticket.h"

#include <QWidget>

#include <set>
#include <vector>

namespace coffee::ui {
class ColumnLayout;
class Label;
} // namespace coffee::ui

namespace coffee::station {

class UnitChip;

/// One line of a ticket: what it is, its options, and a chip for each unit.
class TicketLineView final : public QWidget {
    Q_OBJECT

public:
    TicketLineView(std::int32_t ticketNumber, const TicketLine& line, QWidget* parent = nullptr);

    /// Shows the line anew; its units are the same as before.
    void setLine(const TicketLine& line, bool pressable, bool faded);
    /// As a part of a stop card: struck out, and each chip says whether it was made.
    void setStopped(const TicketLine& line, const std::set<UnitNumber>& made);

Q_SIGNALS:
    void unitClicked(coffee::UnitNumber unit);

private:
    [[nodiscard]] QString subject(const TicketLine& line, std::size_t place) const;

    ui::Label* m_name;
    ui::Label* m_options;
    std::vector<UnitChip*> m_chips;
};

} // namespace coffee::station
