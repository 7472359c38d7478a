// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/ledger/ledger.h"
#include "payment_daemon/shop/inputs.h"

namespace coffee::daemon {

/// Which failpoints one transaction passes: it looks at what came in and at what is recorded, and
/// stops at the places around the commit that this concerns. Does nothing in a build without
/// failpoints. The shop thread's.
class NamedMoments {
public:
    void look(const Input& input);
    void look(const Changes& changes);
    void beforeCommit() const;
    void afterCommit() const;

private:
    struct Came {
        bool start{false};
        bool chargeProgress{false};
        bool approval{false};
        bool lookup{false};
        bool reversal{false};
        bool refund{false};
    };
    struct Recorded {
        bool charging{false};
        bool paid{false};
        bool declined{false};
        bool givenUp{false};
        bool voided{false};
        bool tombstone{false};
        bool kitchen{false};
        bool cancelled{false};
        bool refunded{false};
    };
    void lookAt(const AttemptRow& row);

    Came m_came;
    Recorded m_recorded;
};

/// The place in front of a call to the provider, after the commit that decided it.
void passBeforeCall(const GatewayCall& call);

} // namespace coffee::daemon
