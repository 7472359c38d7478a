// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/client/order_client.h"

namespace coffee::client {

AskPolicy policyFor(const protocol::RequestBody& request)
{
    if (std::holds_alternative<protocol::CheckoutOpen>(request))
        return {protocol::kCheckoutTimeout, 2};
    // Both join a charge that is under way. A repeat is the asker's decision: it knows the phase.
    if (std::holds_alternative<protocol::OrderPlace>(request) ||
        std::holds_alternative<protocol::AttemptResume>(request))
        return {protocol::kPlaceTimeout, 1};
    if (std::holds_alternative<protocol::BackupTake>(request))
        return {protocol::kBackupTimeout, 1};
    return {protocol::kCommandTimeout, 2};
}

bool isPaymentCall(const protocol::RequestBody& request)
{
    return std::holds_alternative<protocol::CheckoutOpen>(request) ||
           std::holds_alternative<protocol::OrderPlace>(request) ||
           std::holds_alternative<protocol::AttemptResume>(request);
}

} // namespace coffee::client
