// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/shop/step.h"

namespace coffee::daemon {

/// Whether this machine made the key: `<machine>-<32 lower-case hex digits>`. The length tells
/// `kiosk-1` from a machine that is called `kiosk-1-a`.
[[nodiscard]] bool belongsTo(const AttemptKey& key, const Actor& machine);

/// Changes what stands beside an attempt's row once the step is recorded, if it is still there.
template <class Act>
void rememberAttempt(Step& step, const AttemptKey& key, Act act)
{
    step.remember([key, act = std::move(act)](ShopMemory& memory) {
        const auto found = memory.attempts.find(key);
        if (found != memory.attempts.end())
            act(found->second);
    });
}

} // namespace coffee::daemon
