// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/shop/offer.h"

namespace coffee::daemon {

Offer::Outcome Offer::setAvailability(Step& step, const Actor& from,
                                      const protocol::SetAvailability& command)
{
    if (!m_settings.menu.item(command.item))
        return Failure{refusal(RefusalCode::NotFound, "the menu has no item " + command.item)};
    // What was said while the daemon was away counts from when it was said.
    const ShopTime said = step.now().shop - std::chrono::milliseconds{command.ageMs};
    std::int64_t until = 0;
    if (!command.available) {
        switch (command.until) {
        case protocol::UntilKind::ByHand:
            break;
        case protocol::UntilKind::Minutes:
            until = toMs(said + std::chrono::minutes{command.minutes});
            break;
        case protocol::UntilKind::EndOfDay:
            until =
                toMs(dayStart(businessDay(said, m_settings.utcOffset) + 1, m_settings.utcOffset));
            break;
        }
    }
    if (until != 0 && until <= toMs(step.now().shop))
        return protocol::Accepted{}; // it has come back already
    const auto& soldOut = m_memory.view.offer.soldOut;
    const auto known = soldOut.find(command.item);
    const bool changes = command.available ? known != soldOut.end()
                                           : known == soldOut.end() || known->second != until;
    if (changes)
        step.event(from, ItemAvailability{command.item, command.available, until}, said);
    return protocol::Accepted{};
}

Offer::Outcome Offer::pause(Step& step, const Actor& from, const protocol::OrderingPause& command)
{
    const ShopTime until = step.now().shop + std::chrono::minutes{command.minutes};
    step.event(from,
               OrderingChanged{OrderingState::Paused, toMs(until), command.textKo, command.textEn});
    return protocol::Accepted{};
}

Offer::Outcome Offer::resume(Step& step, const Actor& from)
{
    if (m_memory.view.offer.ordering.state == OrderingState::Paused)
        step.event(from, ordinary());
    return protocol::Accepted{};
}

Offer::Outcome Offer::pace(Step& step, const Actor& from, const protocol::OrderingPace& command)
{
    if (m_memory.view.offer.makingMinutes != command.makingMinutes)
        step.event(from, OrderingPaced{command.makingMinutes});
    return protocol::Accepted{};
}

Offer::Outcome Offer::setHours(Step& step, const Actor& from, const protocol::HoursSet& command)
{
    if (command.own && command.hours.from == command.hours.to)
        return Failure{refusal(RefusalCode::NotPossible, "the hours begin and end at one minute")};
    const HoursChanged hours{command.own, command.own ? command.hours : SaleHours{}};
    if (m_memory.view.offer.hours != hours)
        step.event(from, hours);
    return protocol::Accepted{};
}

Offer::Outcome Offer::callHelp(Step& step, const Actor& from)
{
    const auto& calls = m_memory.view.health.helpCalls;
    if (calls.contains(from.name))
        return protocol::Accepted{};
    if (calls.size() >= kScreensMax) {
        Refusal refused = refusal(RefusalCode::Busy, "too many kiosks call for help");
        refused.retryAfter = std::chrono::seconds{10};
        return Failure{refused};
    }
    step.event(from, HelpCalled{from.name});
    return protocol::Accepted{};
}

Offer::Outcome Offer::takeHelp(Step& step, const Actor& from, const protocol::HelpTake& command)
{
    // Said while the daemon was away, it is not about a call that came afterwards.
    const ShopTime said = step.now().shop - std::chrono::milliseconds{command.ageMs};
    const auto& calls = m_memory.view.health.helpCalls;
    const auto call = calls.find(command.kiosk);
    if (call != calls.end() && call->second <= said)
        step.event(from, HelpTaken{command.kiosk}, said);
    return protocol::Accepted{};
}

void Offer::publishMenu(Step& step)
{
    if (m_memory.view.offer.menuVersion != m_settings.menu.version)
        step.event(daemonActor(), MenuPublished{m_settings.menu.version});
    // What the new menu no longer has cannot be sold out.
    for (const auto& [item, until] : m_memory.view.offer.soldOut)
        if (!m_settings.menu.item(item))
            step.event(daemonActor(), ItemAvailability{item, true, 0});
}

void Offer::timers(Step& step)
{
    const std::int64_t now = toMs(step.now().shop);
    for (const auto& [item, until] : m_memory.view.offer.soldOut)
        if (until != 0 && until <= now)
            step.event(daemonActor(), ItemAvailability{item, true, 0});
    const OrderingChanged& ordering = m_memory.view.offer.ordering;
    if (ordering.state == OrderingState::Paused && ordering.untilMs != 0 && ordering.untilMs <= now)
        step.event(daemonActor(), ordinary());
}

OrderingChanged Offer::ordinary() const
{
    const PaymentView& payments = m_memory.view.payments;
    if (payments.breaker == BreakerState::Closed)
        return {};
    return {OrderingState::Busy, payments.breakerUntilMs, {}, {}};
}

} // namespace coffee::daemon
