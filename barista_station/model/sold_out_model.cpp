// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/model/sold_out_model.h"

#include "shared/domain/name_search.h"

#include <algorithm>

namespace coffee::station {
namespace {

using protocol::SetAvailability;
using protocol::UntilKind;

const Operation* lastSwitch(const std::deque<Operation>& operations, const std::string& item)
{
    const Operation* last = nullptr;
    for (const Operation& operation : operations)
        if (const auto* change = std::get_if<SetAvailability>(&operation.body))
            if (change->item == item)
                last = &operation;
    return last;
}

} // namespace

std::vector<SoldOutRow> soldOutRows(const Menu& menu, const OfferView& offer,
                                    const std::deque<Operation>& operations, const QString& search,
                                    Language language)
{
    const std::string wanted = search.trimmed().toStdString();
    // A keyboard at the bar may stand on Latin.
    const std::string typed = consonantsTypedAs(wanted);
    const auto fits = [&](const LocalText& name) {
        return isFoundBy(name, wanted) || (!typed.empty() && isFoundBy(name, typed));
    };
    std::vector<SoldOutRow> rows;
    for (const MenuItem& item : menu.items) {
        const MenuCategory* category = menu.category(item.category);
        if (!fits(item.name) && !(category && fits(category->name)))
            continue;
        SoldOutRow row;
        row.item = QString::fromStdString(item.id);
        row.name = inLanguage(item.name, language);
        row.category = category ? inLanguage(category->name, language) : QString{};
        if (const auto found = offer.soldOut.find(item.id); found != offer.soldOut.end()) {
            row.soldOut = true;
            row.until = fromMs(found->second);
        }
        if (const Operation* last = lastSwitch(operations, item.id)) {
            row.sending = !last->answered;
            row.soldOut = !std::get<SetAvailability>(last->body).available;
        }
        rows.push_back(std::move(row));
    }
    std::stable_partition(rows.begin(), rows.end(),
                          [](const SoldOutRow& row) { return row.soldOut; });
    return rows;
}

SetAvailability soldOut(const QString& item, UntilKind until, std::int32_t minutes)
{
    SetAvailability change;
    change.item = item.toStdString();
    change.available = false;
    change.until = until;
    change.minutes = until == UntilKind::Minutes ? minutes : 0;
    return change;
}

SetAvailability asBefore(const SoldOutRow& row, ShopTime now)
{
    if (!row.soldOut)
        return backAgain(row.item);
    if (row.until == ShopTime{})
        return soldOut(row.item, UntilKind::ByHand);
    const auto left = std::chrono::ceil<std::chrono::minutes>(row.until - now);
    return soldOut(row.item, UntilKind::Minutes,
                   static_cast<std::int32_t>(std::max<std::int64_t>(1, left.count())));
}

std::vector<WaitingTicket> waitingFor(const QString& item, const std::vector<Ticket>& grid)
{
    std::vector<WaitingTicket> waiting;
    for (const Ticket& ticket : grid) {
        const bool isToMake = !ticket.dimmed && (ticket.stage == TicketStage::Queued ||
                                                 ticket.stage == TicketStage::Making);
        const auto isOpen = [](const TicketUnit& unit) { return unit.state == UnitState::Open; };
        const auto has = [&](const TicketLine& line) {
            return line.item == item && std::any_of(line.units.begin(), line.units.end(), isOpen);
        };
        if (isToMake && std::any_of(ticket.lines.begin(), ticket.lines.end(), has))
            waiting.push_back({ticket.order, ticket.number});
    }
    return waiting;
}

SetAvailability backAgain(const QString& item)
{
    SetAvailability change;
    change.item = item.toStdString();
    change.available = true;
    return change;
}

} // namespace coffee::station
