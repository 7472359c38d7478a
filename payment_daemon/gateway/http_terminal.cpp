// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/gateway/http_terminal.h"

#include "payment_daemon/gateway/answer_reader.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace coffee::daemon {

namespace {

using Clock = HttpExchange::Clock;

/// A list longer than this many pages of 100 charges is not read to its end.
constexpr int kListPagesMax = 1000;

bool isName(const std::string& text)
{
    const auto isAllowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '.' || c == '_' || c == ':' || c == '~' || c == '-';
    };
    return !text.empty() && text.size() <= 128 && std::all_of(text.begin(), text.end(), isAllowed);
}

std::string badName(const std::string& text)
{
    return "'" + text + "' is not a key or name that the terminal accepts";
}

std::string unexpected(const HttpReply& reply)
{
    return "the answer with status " + std::to_string(reply.status) + " was not understood";
}

ChargeOutcome outcomeOf(const HttpTrouble& trouble)
{
    switch (trouble.failure) {
    case HttpFailure::NotSent:
        return ChargeNotSent{NotSentReason::Unreachable, {}, trouble.detail};
    case HttpFailure::TimedOut:
        return ChargeUnknown{UnknownReason::TimedOut, trouble.detail};
    case HttpFailure::Cut:
        return ChargeUnknown{UnknownReason::ConnectionCut, trouble.detail};
    case HttpFailure::Garbled:
        return ChargeUnknown{UnknownReason::Garbled, trouble.detail};
    case HttpFailure::Stopped:
        return ChargeUnknown{UnknownReason::Stopped, trouble.detail};
    }
    return ChargeUnknown{UnknownReason::Garbled, trouble.detail};
}

/// A charge that was answered with an error. Only the terminal's own words, with the status that
/// belongs to them, prove that nothing was recorded; a bare 503 of some server does not. A 429 does
/// by itself: whoever limits a rate answers instead of acting (RFC 6585, 4).
ChargeOutcome refusalOf(const HttpReply& reply)
{
    const auto error = readError(reply.body);
    if (reply.status == 429)
        return ChargeNotSent{NotSentReason::Busy,
                             error && error->retryAfter.count() > 0 ? error->retryAfter
                                                                    : reply.retryAfter,
                             "the provider limits the rate of requests"};
    if (error && reply.status == 503 && error->error == "busy")
        return ChargeNotSent{NotSentReason::Busy, error->retryAfter, error->detail};
    if (error && reply.status == 400 && error->error == "bad_request")
        return ChargeNotSent{NotSentReason::Misconfigured, {}, error->detail};
    if (error && reply.status == 409 && error->error == "fenced")
        return ChargeCancelled{};
    if (error && reply.status == 409 && error->error == "key_reused")
        return ChargeUnknown{UnknownReason::Garbled, error->detail};
    return ChargeUnknown{UnknownReason::Garbled, unexpected(reply)};
}

/// Follows one charge line by line and moves the deadline with its phases.
class ChargeFollower {
public:
    ChargeFollower(const ChargeCall& call, const PaymentGateway::Progress& progress,
                   const TerminalDeadlines& deadlines, HttpExchange& exchange)
        : m_call{call}, m_progress{progress}, m_deadlines{deadlines}, m_exchange{exchange}
    {
    }

    HttpExchange::LineVerdict take(std::string_view line)
    {
        auto read = readChargeLine(line, m_call.key);
        if (!read)
            return HttpExchange::LineVerdict::Refuse;
        if (auto* outcome = std::get_if<ChargeOutcome>(&*read)) {
            m_outcome = std::move(*outcome);
            return HttpExchange::LineVerdict::Last;
        }
        enter(std::get<PaymentPhase>(*read));
        return HttpExchange::LineVerdict::GoOn;
    }

    [[nodiscard]] std::optional<ChargeOutcome>& outcome() { return m_outcome; }

private:
    void enter(PaymentPhase phase)
    {
        if (phase == m_phase)
            return;
        m_phase = phase;
        // Each wait has one end, counted once: phases that come and go never lengthen it.
        if (phase == PaymentPhase::WaitingCard) {
            m_exchange.setDeadline(m_began + m_deadlines.cardWait);
        } else {
            if (!m_presented)
                m_presented = Clock::now();
            m_exchange.setDeadline(*m_presented + m_deadlines.authorisation);
        }
        m_progress(phase);
    }

    const ChargeCall& m_call;
    const PaymentGateway::Progress& m_progress;
    const TerminalDeadlines& m_deadlines;
    HttpExchange& m_exchange;
    const Clock::time_point m_began{Clock::now()};
    std::optional<Clock::time_point> m_presented;
    std::optional<PaymentPhase> m_phase;
    std::optional<ChargeOutcome> m_outcome;
};

} // namespace

HttpTerminal::HttpTerminal(HttpEndpoint endpoint, TerminalDeadlines deadlines)
    : m_endpoint{std::move(endpoint)}, m_deadlines{deadlines}
{
}

ChargeOutcome HttpTerminal::charge(const ChargeCall& call, const Progress& progress,
                                   std::stop_token stop)
{
    if (!isName(call.key))
        return ChargeNotSent{NotSentReason::Misconfigured, {}, badName(call.key)};
    if (!isName(call.terminal))
        return ChargeNotSent{NotSentReason::Misconfigured, {}, badName(call.terminal)};
    HttpRequest request{"POST", "/v1/charges", ""};
    request.body = R"({"key":")" + call.key + R"(","terminal":")" + call.terminal +
                   R"(","amount":)" + std::to_string(call.amount.won()) + R"(,"card_wait_ms":)" +
                   std::to_string(m_deadlines.terminalWait.count()) + "}";
    HttpExchange exchange{m_endpoint, Clock::now() + m_deadlines.authorisation, std::move(stop)};
    ChargeFollower follower{call, progress, m_deadlines, exchange};
    const auto reply =
        exchange.run(request, [&](std::string_view line) { return follower.take(line); });
    if (follower.outcome())
        return std::move(*follower.outcome());
    if (!reply)
        return outcomeOf(reply.error());
    return refusalOf(*reply);
}

LookupOutcome HttpTerminal::lookup(const LookupCall& call, std::stop_token stop)
{
    if (!isName(call.key))
        return LookupUnknown{badName(call.key)};
    const auto reply = ask({"GET", "/v1/charges/" + call.key, ""}, std::move(stop));
    if (!reply)
        return LookupUnknown{reply.error().detail};
    if (reply->status == 404) {
        const auto error = readError(reply->body);
        if (error && error->error == "not_found")
            return LookupNotFound{};
    }
    auto outcome = reply->status == 200 ? readLookup(reply->body, call.key) : std::nullopt;
    return outcome ? std::move(*outcome) : LookupUnknown{unexpected(*reply)};
}

ReverseOutcome HttpTerminal::reverse(const ReverseCall& call, std::stop_token stop)
{
    if (!isName(call.key))
        return {ReverseResult::Unknown, badName(call.key)};
    const auto reply = ask({"POST", "/v1/charges/" + call.key + "/reverse", "{}"}, std::move(stop));
    if (!reply)
        return {ReverseResult::Unknown, reply.error().detail};
    const auto outcome = reply->status == 200 ? readReverse(reply->body, call.key) : std::nullopt;
    return outcome.value_or(ReverseOutcome{ReverseResult::Unknown, unexpected(*reply)});
}

RefundOutcome HttpTerminal::refund(const RefundCall& call, std::stop_token stop)
{
    if (!isName(call.refundKey) || !isName(call.chargeKey))
        return {RefundResult::Unknown, badName(call.refundKey + " " + call.chargeKey)};
    HttpRequest request{"POST", "/v1/refunds", ""};
    request.body = R"({"key":")" + call.refundKey + R"(","charge_key":")" + call.chargeKey +
                   R"(","amount":)" + std::to_string(call.amount.won()) + "}";
    const auto reply = ask(request, std::move(stop));
    if (!reply)
        return {RefundResult::Unknown, reply.error().detail};
    const auto outcome =
        reply->status == 200 ? readRefund(reply->body, call.refundKey) : std::nullopt;
    return outcome.value_or(RefundOutcome{RefundResult::Unknown, unexpected(*reply)});
}

CancelWaitOutcome HttpTerminal::cancelWait(const CancelWaitCall& call, std::stop_token stop)
{
    if (!isName(call.key))
        return {CancelWaitResult::Unknown, badName(call.key)};
    const auto reply =
        ask({"POST", "/v1/charges/" + call.key + "/cancel-wait", "{}"}, std::move(stop));
    if (!reply)
        return {CancelWaitResult::Unknown, reply.error().detail};
    const auto outcome =
        reply->status == 200 ? readCancelWait(reply->body, call.key) : std::nullopt;
    return outcome.value_or(CancelWaitOutcome{CancelWaitResult::Unknown, unexpected(*reply)});
}

ListOutcome HttpTerminal::list(const ListCall& call, std::stop_token stop)
{
    std::vector<ListedCharge> charges;
    std::int64_t after = 0;
    for (int page = 0; page < kListPagesMax; ++page) {
        const auto reply = ask({"GET",
                                "/v1/charges?since=" + std::to_string(toMs(call.since)) +
                                    "&after=" + std::to_string(after),
                                ""},
                               stop);
        if (!reply)
            return ListUnknown{reply.error().detail};
        auto read = reply->status == 200 ? readListPage(reply->body) : std::nullopt;
        if (!read || (read->hasMore && read->lastOrdinal <= after))
            return ListUnknown{unexpected(*reply)};
        std::move(read->charges.begin(), read->charges.end(), std::back_inserter(charges));
        if (!read->hasMore)
            return charges;
        after = read->lastOrdinal;
    }
    return ListUnknown{"the list has too many pages"};
}

Result<HttpReply, HttpTrouble> HttpTerminal::ask(const HttpRequest& request,
                                                 std::stop_token stop) const
{
    HttpExchange exchange{m_endpoint, Clock::now() + m_deadlines.answer, std::move(stop)};
    return exchange.run(request);
}

} // namespace coffee::daemon
