// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/shop/settings.h"
#include "payment_daemon/shop/step.h"
#include "shared/domain/result.h"

namespace coffee::daemon {

/// Who is up, behind or away. Every screen says every two seconds how far it is; only changes
/// become events, so that a quiet shop has a quiet log.
class Screens {
public:
    explicit Screens(const ShopMemory& memory) : m_memory{memory} {}

    void heard(Step& step, const ReplyTo& to, const Actor& from,
               const protocol::Presence& presence);
    [[nodiscard]] Result<protocol::Accepted, Refusal>
    refresh(Step& step, const protocol::ScreenRefresh& command) const;
    [[nodiscard]] Result<protocol::Accepted, Refusal>
    remove(Step& step, const Actor& from, const protocol::MachineRemove& command) const;
    /// Screens that the log knows as up, from before a restart, get their time to speak.
    void recover(Step& step);
    void timers(Step& step);

private:
    /// Where the log ended at that moment; 0 when nobody remembers.
    [[nodiscard]] Sequence headBefore(SteadyTime then) const;
    void become(Step& step, const Actor& who, PresenceState state, const std::string& version);

    const ShopMemory& m_memory;
};

} // namespace coffee::daemon
