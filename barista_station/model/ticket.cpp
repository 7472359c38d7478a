// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/model/ticket.h"

#include <algorithm>

namespace coffee::station {
namespace {

using std::chrono::seconds;

TicketStage stageOf(OrderState state)
{
    switch (state) {
    case OrderState::Queued:
        return TicketStage::Queued;
    case OrderState::Making:
        return TicketStage::Making;
    case OrderState::Ready:
        return TicketStage::Ready;
    case OrderState::Collected:
        return TicketStage::Collected;
    case OrderState::Cancelled:
        return TicketStage::Stopped;
    }
    return TicketStage::Queued;
}

QString optionText(const PricedOption& option, Language language)
{
    const QString name = inLanguage(option.name, language);
    return option.count > 1 ? QStringLiteral("%1 ×%2").arg(name).arg(option.count) : name;
}

bool isUsual(const PricedOption& option, const Menu* menu)
{
    const OptionGroup* group = menu ? menu->group(option.group) : nullptr;
    return group && !group->defaultChoice.empty() && group->defaultChoice == option.choice;
}

TicketLine lineOf(const PricedLine& line, LineNumber number, Language language, const Menu* menu)
{
    TicketLine shown;
    shown.number = number;
    shown.item = QString::fromStdString(line.item);
    shown.name = inLanguage(line.name, language);
    shown.station = line.station;
    for (const PricedOption& option : line.options)
        if (!isUsual(option, menu))
            shown.options.push_back(optionText(option, language));
    return shown;
}

seconds since(ShopTime then, ShopTime now)
{
    // Shop time never goes back, but a picture may be a moment older than the clock beside it.
    return now > then ? std::chrono::duration_cast<seconds>(now - then) : seconds{0};
}

} // namespace

QString inLanguage(const LocalText& text, Language language)
{
    return QString::fromStdString(language == Language::Korean ? text.ko : text.en);
}

QString optionsOf(const PricedLine& line, Language language, const Menu* menu)
{
    QStringList words;
    for (const PricedOption& option : line.options)
        if (!isUsual(option, menu))
            words.push_back(optionText(option, language));
    return words.join(QStringLiteral("\u00a0· "));
}

int Ticket::unitsIn(UnitState state) const
{
    int count = 0;
    for (const TicketLine& line : lines)
        count += static_cast<int>(
            std::count_if(line.units.begin(), line.units.end(),
                          [state](const TicketUnit& unit) { return unit.state == state; }));
    return count;
}

int Ticket::unitCount() const
{
    int count = 0;
    for (const TicketLine& line : lines)
        count += static_cast<int>(line.units.size());
    return count;
}

bool Ticket::canPutBack() const
{
    return stage == TicketStage::Making && unitsIn(UnitState::Done) == 0 && elsewhere.done == 0;
}

Ticket ticketOf(const OrderView& order, Language language, ShopTime now, const Menu* menu)
{
    Ticket ticket;
    ticket.order = order.id;
    ticket.number = order.number;
    ticket.stage = stageOf(order.state);
    ticket.service = order.service;
    ticket.kiosk = QString::fromStdString(order.kiosk);
    ticket.allergyNote = QString::fromStdString(order.allergyNote).trimmed();
    ticket.cancelledBy = order.cancelledBy;
    ticket.cancelReason = QString::fromStdString(order.cancelReason);
    ticket.wasted = order.wasted;
    LineNumber number = 0;
    for (const PricedLine& line : order.lines)
        ticket.lines.push_back(lineOf(line, ++number, language, menu));
    UnitNumber unitNumber = 0;
    for (const UnitView& unit : order.units) {
        ++unitNumber;
        if (unit.line < 1 || static_cast<std::size_t>(unit.line) > ticket.lines.size())
            continue; // The public stream knows no lines; nothing to make can be shown from it.
        ticket.lines[static_cast<std::size_t>(unit.line) - 1].units.push_back(
            {unitNumber, unit.cup, unit.state, false,
             unit.state == UnitState::Open ? QString::fromStdString(unit.reason) : QString{}});
    }

    ticket.told = seconds{order.wait.maxSeconds};
    retime(ticket, order, now);
    return ticket;
}

void keepOnly(Ticket& ticket, const StationKinds& kinds)
{
    for (const TicketLine& line : ticket.lines) {
        if (kinds.contains(line.station))
            continue;
        for (const TicketUnit& unit : line.units) {
            ++ticket.elsewhere.units;
            ticket.elsewhere.open += unit.state == UnitState::Open ? 1 : 0;
            ticket.elsewhere.done += unit.state == UnitState::Done ? 1 : 0;
        }
        ticket.others.push_back(line);
    }
    std::erase_if(ticket.lines,
                  [&kinds](const TicketLine& line) { return !kinds.contains(line.station); });
    const bool isToMake =
        ticket.stage == TicketStage::Queued || ticket.stage == TicketStage::Making;
    // One that was recalled has nothing open anywhere: whoever made a part of it must see it.
    const bool othersWork = ticket.elsewhere.open > 0 && ticket.unitsIn(UnitState::Open) == 0;
    if (isToMake && (othersWork || ticket.lines.empty()))
        ticket.stage = TicketStage::Elsewhere;
}

void retime(Ticket& ticket, const OrderView& order, ShopTime now)
{
    const bool isReady = ticket.stage == TicketStage::Ready;
    const bool isToMake =
        ticket.stage == TicketStage::Queued || ticket.stage == TicketStage::Making;
    const bool waitsForCustomer = isReady && order.readyAt != ShopTime{};
    const bool isOver = !isReady && !isToMake && order.finishedAt != ShopTime{};
    ticket.age = waitsForCustomer ? since(order.readyAt, now)
                                  : since(order.paidAt, isOver ? order.finishedAt : now);
    ticket.lateness = isToMake ? latenessOf(ticket.age, order.wait) : Lateness::OnTime;
}

Lateness latenessOf(seconds age, const WaitRange& told)
{
    const bool promised = told.maxSeconds > 0;
    const seconds late = promised ? seconds{told.maxSeconds} : kLateWithoutPromise;
    seconds soon = promised ? seconds{told.minSeconds} : kSoonWithoutPromise;
    // A promise that begins at nothing would be amber at once and say nothing.
    if (promised && soon < late * 3 / 5)
        soon = late * 3 / 5;
    if (age >= late)
        return Lateness::Late;
    return age >= soon ? Lateness::Soon : Lateness::OnTime;
}

} // namespace coffee::station
