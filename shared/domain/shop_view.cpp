// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/shop_view.h"

#include <algorithm>
#include <tuple>

namespace coffee {
namespace {

void add(Money& sum, Money amount)
{
    // A day that leaves the range of Money stops counting up; it cannot happen in one shop.
    if (const auto next = sum.plus(amount))
        sum = *next;
}

} // namespace

void ShopTotals::apply(const Event& event)
{
    if (event.day > day) {
        *this = {};
        day = event.day;
    }
    if (const auto* paid = std::get_if<OrderPaid>(&event.body)) {
        ++orders;
        add(sales, paid->basket.total);
    } else if (const auto* refund = std::get_if<RefundMoved>(&event.body)) {
        if (refund->to == RefundState::Done) {
            ++refunds;
            add(refunded, refund->amount);
        }
    } else if (std::holds_alternative<OrderCancelled>(event.body)) {
        ++cancels;
    } else if (const auto* attempt = std::get_if<AttemptMoved>(&event.body)) {
        if (attempt->to == AttemptState::Declined)
            ++declines;
    } else if (const auto* moved = std::get_if<OrderMoved>(&event.body)) {
        if (moved->to == OrderState::Collected)
            ++collected;
        else if (moved->from == OrderState::Collected)
            --collected;
    } else if (const auto* unit = std::get_if<UnitMoved>(&event.body)) {
        unitsWasted += isRemake(*unit) ? 1 : 0;
    } else if (const auto* stop = std::get_if<StopAcknowledged>(&event.body)) {
        unitsWasted += static_cast<std::int32_t>(stop->made.size());
    }
}

void StationHealth::apply(const Event& event)
{
    if (const auto* presence = std::get_if<PresenceChanged>(&event.body)) {
        const auto key = [](const Actor& who) { return std::tie(who.role, who.name); };
        const auto place = std::lower_bound(machines.begin(), machines.end(), presence->who,
                                            [key](const MachineView& machine, const Actor& who) {
                                                return key(machine.who) < key(who);
                                            });
        MachineView view{presence->who, presence->state, presence->version, event.at};
        const bool known = place != machines.end() && place->who == presence->who;
        if (presence->state == PresenceState::Removed) {
            if (known)
                machines.erase(place);
        } else if (known)
            *place = std::move(view);
        else
            machines.insert(place, std::move(view));
    } else if (const auto* called = std::get_if<HelpCalled>(&event.body)) {
        helpCalls.try_emplace(called->kiosk, event.at);
    } else if (const auto* taken = std::get_if<HelpTaken>(&event.body)) {
        helpCalls.erase(taken->kiosk);
    } else if (const auto* started = std::get_if<DaemonStarted>(&event.body)) {
        daemonStarted = event.at;
        daemonVersion = started->version;
    } else if (const auto* alarm = std::get_if<AlarmChanged>(&event.body)) {
        if (alarm->on)
            alarms.insert_or_assign(alarm->kind, std::pair{event.at, alarm->detail});
        else
            alarms.erase(alarm->kind);
    }
}

bool StationHealth::barAway() const
{
    bool known = false;
    for (const MachineView& machine : machines) {
        if (machine.who.role != Role::Station)
            continue;
        if (machine.state != PresenceState::Away)
            return false;
        known = true;
    }
    return known;
}

void PaymentView::apply(const Event& event)
{
    if (const auto* opened = std::get_if<AttemptOpened>(&event.body)) {
        attempts.insert_or_assign(opened->attempt, AttemptView{opened->attempt,
                                                               opened->kiosk,
                                                               opened->amount,
                                                               AttemptState::Charging,
                                                               {},
                                                               event.at});
    } else if (const auto* paid = std::get_if<OrderPaid>(&event.body)) {
        attempts.erase(paid->attempt);
    } else if (const auto* moved = std::get_if<AttemptMoved>(&event.body)) {
        // Nobody has known what became of the money since it was unknown, also while it goes back.
        const auto known = attempts.find(moved->attempt);
        const bool goesOn = moved->from == AttemptState::Unknown &&
                            moved->to == AttemptState::Reversing && known != attempts.end();
        const ShopTime since = goesOn ? known->second.since : event.at;
        if (isUnderWay(moved->to) || moved->to == AttemptState::NeedsReview)
            attempts.insert_or_assign(moved->attempt,
                                      AttemptView{moved->attempt, moved->kiosk, moved->amount,
                                                  moved->to, moved->cause, since});
        else
            attempts.erase(moved->attempt);
    } else if (const auto* moved2 = std::get_if<BreakerMoved>(&event.body)) {
        breaker = moved2->to;
        breakerSince = event.at;
        breakerUntilMs = moved2->untilMs;
    }
}

void OfferView::apply(const Event& event)
{
    if (const auto* item = std::get_if<ItemAvailability>(&event.body)) {
        if (item->available)
            soldOut.erase(item->item);
        else
            soldOut.insert_or_assign(item->item, item->untilMs);
    } else if (const auto* changed = std::get_if<OrderingChanged>(&event.body)) {
        ordering = *changed;
    } else if (const auto* menu = std::get_if<MenuPublished>(&event.body)) {
        menuVersion = menu->version;
    } else if (const auto* paced = std::get_if<OrderingPaced>(&event.body)) {
        makingMinutes = paced->makingMinutes;
    } else if (const auto* changedHours = std::get_if<HoursChanged>(&event.body)) {
        hours = *changedHours;
    }
}

SoldOut OfferView::soldOutItems() const
{
    SoldOut items;
    for (const auto& [item, until] : soldOut)
        items.insert(item);
    return items;
}

SaleHours OfferView::openingHours(const Menu& menu) const
{
    return hours.own ? hours.hours : menu.openingHours;
}

void ShopView::apply(const Event& event)
{
    orders.apply(event);
    totals.apply(event);
    health.apply(event);
    payments.apply(event);
    offer.apply(event);
    seq = event.seq;
    at = event.at;
}

ShopView publicFace(const ShopView& view)
{
    ShopView face;
    face.seq = view.seq;
    face.at = view.at;
    face.offer = view.offer;
    face.totals.day = view.totals.day;
    face.totals.cancels = view.totals.cancels;
    face.totals.collected = view.totals.collected;
    face.health.helpCalls = view.health.helpCalls;
    std::vector<OrderView> orders;
    for (const auto& [id, order] : view.orders.all()) {
        if (!isOpen(order.state) && !view.orders.isRecent(id))
            continue;
        OrderView known;
        known.id = order.id;
        known.number = order.number;
        known.day = order.day;
        known.state = order.state;
        known.service = order.service;
        known.wait = order.wait;
        known.paidAt = order.paidAt;
        known.startedAt = order.startedAt;
        known.readyAt = order.readyAt;
        known.finishedAt = order.finishedAt;
        known.calledAt = order.calledAt;
        known.cancelledBy = order.cancelledBy;
        for (const UnitView& unit : order.units) {
            UnitView shown;
            if (unit.state == UnitState::Refused)
                shown.state = UnitState::Refused;
            known.units.push_back(std::move(shown));
        }
        orders.push_back(std::move(known));
    }
    face.orders = OrderBoard::restored(std::move(orders), view.orders.finishedOrder());
    return face;
}

} // namespace coffee
