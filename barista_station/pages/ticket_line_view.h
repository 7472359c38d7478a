// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/model/ticket.h"

#include <QWidget>

#include <set>
#include <vector>

namespace coffee::ui {
class IconMark;
class Label;
} // namespace coffee::ui

namespace coffee::station {

class UnitChip;

/// One line of a ticket: what it is, its options and cup, and a chip for each unit. A customer's
/// own cup has a line of its own, because the drink must go into that one.
class TicketLineView final : public QWidget {
    Q_OBJECT

public:
    TicketLineView(std::int32_t ticketNumber, const TicketLine& line, QWidget* parent = nullptr);

    /// Shows the line anew; its units are the same as before.
    void setLine(const TicketLine& line, bool pressable, bool faded);
    /// As a part of a stop card: struck out, and each chip says whether it was made.
    void setStopped(const TicketLine& line, const std::set<UnitNumber>& made, bool pressable);

Q_SIGNALS:
    void unitClicked(coffee::UnitNumber unit);

private:
    void place(QWidget* chips, bool beside);
    void showOwnCup(const TicketLine& line, bool stopped);
    [[nodiscard]] QString subject(const TicketLine& line, std::size_t place) const;

    ui::Label* m_name;
    ui::Label* m_options;
    QWidget* m_ownCup;
    ui::IconMark* m_ownCupMark;
    ui::Label* m_ownCupWords;
    std::vector<UnitChip*> m_chips;
};

} // namespace coffee::station
