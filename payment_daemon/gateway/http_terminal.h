// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/gateway/http_exchange.h"
#include "payment_daemon/gateway/payment_gateway.h"

#include <chrono>

namespace coffee::daemon {

/// How long the provider may stay silent.
struct TerminalDeadlines {
    /// From the start of a charge to the card. The terminal is told `terminalWait` and gives up
    /// first, so that a customer who never comes ends as cancelled and not as unknown.
    std::chrono::milliseconds cardWait{60'000};
    std::chrono::milliseconds terminalWait{57'000};
    /// From the card to the outcome; also from the request to the first word of an answer.
    std::chrono::milliseconds authorisation{15'000};
    /// For a lookup, a reversal, a refund, a cancelled wait or one page of a list.
    std::chrono::milliseconds answer{5'000};
};

/// Speaks to a card terminal on this machine over HTTP/1.1 (payment_daemon/terminal_sim/HTTP.md).
///
/// Each call is one request, written once on a connection of its own. A charge whose connection
/// never came to be is `NotSent`; a charge that the terminal refused in words that say that nothing
/// was recorded is `NotSent` too; everything else that is not a whole, well-formed answer is
/// `Unknown`. Keys are 1..128 of `A-Z a-z 0-9 . _ : ~ -`; others are misconfigured, not sent.
class HttpTerminal final : public PaymentGateway {
public:
    explicit HttpTerminal(HttpEndpoint endpoint, TerminalDeadlines deadlines = {});

    [[nodiscard]] ChargeOutcome charge(const ChargeCall& call, const Progress& progress,
                                       std::stop_token stop) override;
    [[nodiscard]] LookupOutcome lookup(const LookupCall& call, std::stop_token stop) override;
    [[nodiscard]] ReverseOutcome reverse(const ReverseCall& call, std::stop_token stop) override;
    [[nodiscard]] RefundOutcome refund(const RefundCall& call, std::stop_token stop) override;
    [[nodiscard]] CancelWaitOutcome cancelWait(const CancelWaitCall& call,
                                               std::stop_token stop) override;
    [[nodiscard]] ListOutcome list(const ListCall& call, std::stop_token stop) override;

private:
    [[nodiscard]] Result<HttpReply, HttpTrouble> ask(const HttpRequest& request,
                                                     std::stop_token stop) const;

    const HttpEndpoint m_endpoint;
    const TerminalDeadlines m_deadlines;
};

} // namespace coffee::daemon
