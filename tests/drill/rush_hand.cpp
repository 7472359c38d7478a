// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/drill/rush_hand.h"

#include <QAbstractButton>
#include <QApplication>
#include <QTest>

#include <algorithm>

namespace coffee::drill {

using station::Ticket;
using station::TicketLine;
using station::TicketStage;
using station::TicketUnit;

namespace {

constexpr std::size_t kSoldOutMost = 3;

bool isToMake(const Ticket& ticket)
{
    return !ticket.dimmed &&
           (ticket.stage == TicketStage::Queued || ticket.stage == TicketStage::Making);
}

UnitNumber unitIn(const Ticket& ticket, UnitState state)
{
    for (const TicketLine& line : ticket.lines)
        for (const TicketUnit& unit : line.units)
            if (unit.state == state && !unit.sending)
                return unit.number;
    return 0;
}

/// The chip of that id in the group of that name, where it is shown and not chosen yet.
QAbstractButton* chip(const QWidget& window, const char* group, const QString& id)
{
    for (const QWidget* host : window.findChildren<QWidget*>(QLatin1String{group}))
        if (auto* found = host->findChild<QAbstractButton*>(QStringLiteral("choice_") + id);
            found && found->isVisible() && !found->isChecked())
            return found;
    return nullptr;
}

} // namespace

bool RushHand::press(const QString& name)
{
    for (auto* button : m_bar->window.findChildren<QAbstractButton*>(name))
        if (button->isVisible() && button->isEnabled()) {
            QTest::mouseClick(button, Qt::LeftButton);
            ++m_tally.taps;
            return true;
        }
    return false;
}

bool RushHand::press(const char* name, std::int32_t number)
{
    return press(QStringLiteral("%1_%2").arg(QLatin1String{name}).arg(number));
}

template <class Holds>
const Ticket* RushHand::shownTicket(Holds holds) const
{
    for (const Ticket& ticket : m_bar->queue.grid()) {
        const auto* card =
            m_bar->window.findChild<QWidget*>(QStringLiteral("ticket_%1").arg(ticket.number));
        if (card && card->isVisible() && holds(ticket))
            return &ticket;
    }
    return nullptr;
}

void RushHand::act()
{
    if (serveStops() || takeHelp())
        return;
    // The oldest tickets are on the first page.
    if (m_random.oneIn(4) && press(QStringLiteral("previousPage")))
        return;
    if (!m_calm && somethingSpecial())
        return;
    work();
}

bool RushHand::serveStops()
{
    const auto isStop = [](const Ticket& ticket) {
        return ticket.stage == TicketStage::Stopped && !ticket.dimmed;
    };
    if (m_bar->queue.stops() == 0)
        return false;
    static_cast<void>(press(QStringLiteral("stopsButton")));
    const Ticket* stop = shownTicket(isStop);
    if (!stop)
        return false;
    const std::int32_t number = stop->number;
    if (m_random.oneIn(4))
        static_cast<void>(press("stopMade", number));
    m_tally.stopsAcknowledged += press("stopAck", number) ? 1 : 0;
    return true;
}

bool RushHand::takeHelp()
{
    if (m_bar->feed.view().health.helpCalls.empty() || !m_random.oneIn(3))
        return false;
    const bool taken = press(QStringLiteral("helpButton"));
    m_tally.helpTaken += taken ? 1 : 0;
    return taken;
}

bool RushHand::somethingSpecial()
{
    const auto dice = m_random.between(1, 100);
    if (dice == 1)
        return switchSoldOut();
    if (dice <= 3) {
        const Ticket* ticket = shownTicket(
            [](const Ticket& one) { return isToMake(one) && unitIn(one, UnitState::Open) > 0; });
        return ticket && refuseUnit(*ticket);
    }
    if (dice <= 6) {
        const Ticket* ticket = shownTicket(
            [](const Ticket& one) { return isToMake(one) && unitIn(one, UnitState::Done) > 0; });
        return ticket && remakeUnit(*ticket);
    }
    return false;
}

bool RushHand::refuseUnit(const Ticket& ticket)
{
    const UnitNumber unit = unitIn(ticket, UnitState::Open);
    if (!press("more", ticket.number))
        return false;
    const QWidget& window = m_bar->window;
    if (auto* choice = chip(window, "refuseUnits", QString::number(unit)))
        QTest::mouseClick(choice, Qt::LeftButton);
    if (auto* reason = chip(window, "refuseReason", QStringLiteral("no_ingredient")))
        QTest::mouseClick(reason, Qt::LeftButton);
    if (m_bar->feed.view().offer.soldOut.size() < kSoldOutMost && m_random.oneIn(3))
        if (auto* today = chip(window, "refuseSoldOut", QStringLiteral("today")))
            QTest::mouseClick(today, Qt::LeftButton);
    if (press(QStringLiteral("refuseButton"))) {
        ++m_tally.unitsRefused;
        return true;
    }
    return press(QStringLiteral("ticketSheetClose"));
}

bool RushHand::remakeUnit(const Ticket& ticket)
{
    const UnitNumber unit = unitIn(ticket, UnitState::Done);
    if (!press("more", ticket.number))
        return false;
    if (!press(QStringLiteral("remakeOpen")))
        return press(QStringLiteral("ticketSheetClose"));
    if (auto* choice = chip(m_bar->window, "remakeUnits", QString::number(unit)))
        QTest::mouseClick(choice, Qt::LeftButton);
    if (press(QStringLiteral("remakeButton"))) {
        ++m_tally.unitsRemade;
        return true;
    }
    return press(QStringLiteral("remakeClose"));
}

bool RushHand::switchSoldOut()
{
    if (!press(QStringLiteral("soldOutButton")))
        return false;
    const auto& soldOut = m_bar->feed.view().offer.soldOut;
    const QString back =
        soldOut.empty() ? QString{} : QString::fromStdString(soldOut.begin()->first);
    const bool goesBack = soldOut.size() >= kSoldOutMost && !back.isEmpty();
    std::vector<QAbstractButton*> switches;
    for (auto* one : m_bar->window.findChildren<QAbstractButton*>())
        if (one->objectName().startsWith(QStringLiteral("soldOut_")) && one->isVisible())
            switches.push_back(one);
    const bool switched = goesBack
                              ? press(QStringLiteral("soldOut_") + back)
                              : !switches.empty() && press(m_random.oneOf(switches)->objectName());
    m_tally.soldOutSwitches += switched ? 1 : 0;
    return press(QStringLiteral("soldOutClose"));
}

void RushHand::switchEverythingBack()
{
    if (!press(QStringLiteral("soldOutButton")))
        return;
    for (const auto& [item, until] : std::map{m_bar->feed.view().offer.soldOut})
        static_cast<void>(press(QStringLiteral("soldOut_") + QString::fromStdString(item)));
    static_cast<void>(press(QStringLiteral("soldOutClose")));
}

void RushHand::work()
{
    const std::vector<Ticket>& ready = m_bar->queue.ready();
    const auto waiting = std::find_if(ready.begin(), ready.end(),
                                      [](const Ticket& ticket) { return !ticket.dimmed; });
    const Ticket* ticket = shownTicket(isToMake);
    if (waiting != ready.end() && (!ticket || m_random.oneIn(4))) {
        static_cast<void>(press("collect", waiting->number));
        return;
    }
    if (!ticket) {
        static_cast<void>(press(QStringLiteral("nextPage")));
        return;
    }
    if (ticket->stage == TicketStage::Queued) {
        static_cast<void>(press("start", ticket->number));
        return;
    }
    const UnitNumber unit = unitIn(*ticket, UnitState::Open);
    const bool oneByOne = unit > 0 && m_random.oneIn(2);
    if (oneByOne)
        static_cast<void>(press(QStringLiteral("unit_%1_%2").arg(ticket->number).arg(unit)));
    else
        static_cast<void>(press("finish", ticket->number));
}

} // namespace coffee::drill
