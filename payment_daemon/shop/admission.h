// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/shop/settings.h"
#include "payment_daemon/shop/step.h"
#include "shared/domain/result.h"

#include <optional>

namespace coffee::daemon {

/// Whether another card may be asked for: a bounded number of charges, and none while the provider
/// is ill. A customer who cannot be served is told before the card, with how long to wait; those
/// who are told at one moment are told different times, so that they do not come back together.
///
/// The breaker (`CircuitBreaker`, in `ShopMemory`) hears charges only:
///
///     answered       approved, declined
///     fault          unknown for whatever reason but our own stop; unreachable; misconfigured;
///                    busy (its retry-after is kept)
///     says nothing   cancelled (nobody asked the bank), cut by our own stop
///
/// Lookups, reversals and refunds of real attempts go on in every state and are not judged: they
/// are quick even where charges hang. The free look of half-open is the lookup of a key that no
/// kiosk can make; any answer to it will do. In half-open a quote promises the turn to its kiosk.
///
/// Its moves are events, in the transaction of what caused them; while it is not closed the public
/// stream says that ordering is `busy`. After a restart it goes on in the state that the log tells:
/// no charge begins because a process was started anew.
class Admission {
public:
    Admission(const ShopMemory& memory, const ShopSettings& settings, const ShopSources& sources)
        : m_memory{memory}, m_settings{settings}, m_sources{sources}
    {
    }

    /// Somebody at `from` wants to pay now. A `Busy` with how long to wait, or nothing.
    [[nodiscard]] std::optional<Refusal> refusal(const Step& step, const Actor& from) const;
    /// How long somebody whose charge was not begun waits; each is told another time.
    [[nodiscard]] std::chrono::milliseconds rest(const Step& step) const;
    /// The same for whoever waits so long for another reason.
    [[nodiscard]] std::chrono::milliseconds spread(std::chrono::milliseconds wait) const;
    /// A quote is given: in half-open the turn is this kiosk's for a while.
    void promise(Step& step, const Actor& from) const;
    /// The charge of this key begins.
    void begin(Step& step, const Actor& from, const AttemptKey& key) const;

    /// A person stops card payments, has them tried now or lets them go on.
    [[nodiscard]] Result<protocol::Accepted, Refusal>
    set(Step& step, const Actor& from, const protocol::BreakerSet& command) const;

    void on(Step& step, const ChargeFinished& finished) const;
    /// False when this is not the answer to the look.
    bool on(Step& step, const LookupFinished& finished) const;

    /// After a start of the daemon.
    void recover(Step& step) const;
    void timers(Step& step) const;
    [[nodiscard]] std::optional<SteadyTime> nextDeadline(SteadyTime now) const;

private:
    [[nodiscard]] std::string lookKey() const;
    [[nodiscard]] Refusal busy(std::string detail, std::chrono::milliseconds wait) const;
    /// Remembers the breaker as it is now and tells how it moved.
    void keep(Step& step, const CircuitBreaker& breaker, const std::optional<BreakerMove>& moved,
              const Actor& actor = daemonActor()) const;
    void count(Step& step, const ChargeFinished& finished, const CallResult& result) const;

    const ShopMemory& m_memory;
    const ShopSettings& m_settings;
    const ShopSources& m_sources;
};

} // namespace coffee::daemon
