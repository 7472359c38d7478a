// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/shop/step.h"

#include "payment_daemon/shop/settings.h"

#include <algorithm>

namespace coffee::daemon {
namespace {

/// The business day begins at 04:00 (DESIGN: when no shop is in the middle of a sale).
constexpr std::chrono::hours kDayBegins{4};

} // namespace

BusinessDay businessDay(ShopTime time, std::chrono::minutes utcOffset)
{
    return static_cast<BusinessDay>(
        std::chrono::floor<std::chrono::days>(time + utcOffset - kDayBegins)
            .time_since_epoch()
            .count());
}

WeekMinute minuteOfWeek(ShopTime time, std::chrono::minutes utcOffset)
{
    const auto local = time + utcOffset;
    const auto midnight = std::chrono::floor<std::chrono::days>(local);
    // Monday is the first day of the ISO week.
    const std::chrono::weekday day{
        std::chrono::sys_days{std::chrono::days{midnight.time_since_epoch().count()}}};
    return {static_cast<std::int32_t>(day.iso_encoding()) - 1,
            static_cast<std::int32_t>(
                std::chrono::floor<std::chrono::minutes>(local - midnight).count())};
}

ShopTime dayStart(BusinessDay day, std::chrono::minutes utcOffset)
{
    return ShopTime{std::chrono::days{day}} + kDayBegins - utcOffset;
}

Refusal refusal(RefusalCode code, std::string detail)
{
    Refusal refused;
    refused.code = code;
    refused.detail = std::move(detail);
    return refused;
}

Step::Step(const Moment& now, const ShopMemory& memory, std::chrono::minutes utcOffset)
    // A day that numbers were given out for never comes again, whatever a new setting says.
    : m_now{now},
      m_day{std::max(businessDay(std::max(now.shop, memory.lastAt), utcOffset), memory.lastDay)},
      m_nextSeq{memory.head + 1},
      m_lastRefund{memory.lastRefund},
      m_at{std::max(now.shop, memory.lastAt)}
{
    m_now.shop = m_at;
}

void Step::record(Change change)
{
    m_changes.push_back(std::move(change));
}

void Step::event(const Actor& actor, EventBody body)
{
    event(actor, std::move(body), m_at);
}

void Step::event(const Actor& actor, EventBody body, ShopTime occurredAt)
{
    Event event{m_nextSeq++, m_at, std::min(occurredAt, m_at), m_day, actor, std::move(body)};
    m_changes.push_back(EventAppended{event});
    m_effects.push_back(PublishEffect{std::move(event)});
}

void Step::pending(const ReplyTo& to, PaymentPhase phase)
{
    reply(to, protocol::ReplyStatus::Pending, protocol::encodeBody(protocol::Pending{phase}));
}

void Step::refuse(const ReplyTo& to, const Refusal& refusal)
{
    reply(to, protocol::ReplyStatus::Refused, protocol::encodeBody(refusal));
}

void Step::reply(const ReplyTo& to, protocol::ReplyStatus status, std::string body)
{
    if (!to.empty())
        m_effects.push_back(ReplyEffect{to, status, std::move(body)});
}

void Step::call(GatewayCall call)
{
    m_effects.push_back(GatewayEffect{std::move(call)});
}

void Step::effect(Effect effect)
{
    m_effects.push_back(std::move(effect));
}

void Step::remember(std::function<void(ShopMemory&)> act)
{
    m_memory.push_back(std::move(act));
}

void Step::applyTo(ShopMemory& memory) const
{
    for (const Change& change : m_changes)
        memory.apply(change);
    for (const auto& act : m_memory)
        act(memory);
}

Refusal bankIsBeingAsked()
{
    Refusal busy = refusal(RefusalCode::Busy, "the bank is being asked");
    busy.retryAfter = kLookupFirst;
    return busy;
}

} // namespace coffee::daemon
