// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/ledger/ledger.h"
#include "payment_daemon/shop/effects.h"
#include "payment_daemon/shop/memory.h"
#include "shared/protocol/codec.h"

#include <functional>
#include <string>
#include <vector>

namespace coffee::daemon {

/// What one input leads to: what to write, what to do afterwards, what to remember. Deciding only
/// fills this; nothing is true before it was recorded.
class Step {
public:
    Step(const Moment& now, const ShopMemory& memory, std::chrono::minutes utcOffset);

    [[nodiscard]] const Moment& now() const { return m_now; }
    /// The business day of now: it changes at 04:00 shop time.
    [[nodiscard]] BusinessDay day() const { return m_day; }

    void record(Change change);
    /// Appends the next event of the log and publishes it.
    void event(const Actor& actor, EventBody body);
    void event(const Actor& actor, EventBody body, ShopTime occurredAt);

    template <class Body>
    void ok(const ReplyTo& to, const Body& body)
    {
        reply(to, protocol::ReplyStatus::Ok, protocol::encodeBody(body));
    }
    void pending(const ReplyTo& to, PaymentPhase phase);
    void refuse(const ReplyTo& to, const Refusal& refusal);
    void reply(const ReplyTo& to, protocol::ReplyStatus status, std::string body);
    void call(GatewayCall call);
    void effect(Effect effect);

    /// Remembers something that may be lost, once everything else is recorded.
    void remember(std::function<void(ShopMemory&)> act);

    /// Several refunds may be opened before the first of them is in memory.
    [[nodiscard]] RefundId nextRefund() { return ++m_lastRefund; }

    /// Nothing to write and nothing to remember.
    [[nodiscard]] bool isEmpty() const { return m_changes.empty() && m_memory.empty(); }
    [[nodiscard]] const Changes& changes() const { return m_changes; }
    [[nodiscard]] Effects takeEffects() { return std::move(m_effects); }
    [[nodiscard]] const Effects& effects() const { return m_effects; }
    void applyTo(ShopMemory& memory) const;

private:
    Moment m_now;
    BusinessDay m_day;
    Sequence m_nextSeq;
    RefundId m_lastRefund;
    ShopTime m_at; ///< the shop time of events: never before the last one
    Changes m_changes;
    Effects m_effects;
    std::vector<std::function<void(ShopMemory&)>> m_memory;
};

/// The business day of a shop time; its first moment is `dayStart`.
[[nodiscard]] BusinessDay businessDay(ShopTime time, std::chrono::minutes utcOffset);
/// By the clock on the shop's wall.
[[nodiscard]] WeekMinute minuteOfWeek(ShopTime time, std::chrono::minutes utcOffset);
[[nodiscard]] ShopTime dayStart(BusinessDay day, std::chrono::minutes utcOffset);

/// A refusal with a code and a sentence; the rest is added by whoever knows more.
[[nodiscard]] Refusal refusal(RefusalCode code, std::string detail);

/// The answer to whoever wants the bank asked while it is being asked.
[[nodiscard]] Refusal bankIsBeingAsked();

/// The daemon itself, as the actor of what it does by itself.
[[nodiscard]] inline Actor daemonActor()
{
    return {Role::Daemon, "daemon"};
}

} // namespace coffee::daemon
