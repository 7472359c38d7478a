// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/gateway/answer_reader.h"

#include "payment_daemon/gateway/json_fields.h"

#include <array>
#include <cstddef>
#include <tuple>
#include <utility>

namespace coffee::daemon {

namespace {

namespace dom = simdjson::dom;

template <class Value>
struct Word {
    std::string_view text;
    Value value;
};

constexpr std::array kPhases{
    Word<PaymentPhase>{"waiting_card", PaymentPhase::WaitingCard},
    Word<PaymentPhase>{"reading", PaymentPhase::Reading},
    Word<PaymentPhase>{"authorising", PaymentPhase::Authorising},
    Word<PaymentPhase>{"remove_card", PaymentPhase::RemoveCard},
};
constexpr std::array kReasons{
    Word<DeclineReason>{"refused", DeclineReason::Refused},
    Word<DeclineReason>{"insufficient_funds", DeclineReason::InsufficientFunds},
    Word<DeclineReason>{"limit_exceeded", DeclineReason::LimitExceeded},
    Word<DeclineReason>{"card_expired", DeclineReason::CardExpired},
    Word<DeclineReason>{"card_unreadable", DeclineReason::CardUnreadable},
};
constexpr std::array kReverseResults{
    Word<ReverseResult>{"reversed", ReverseResult::Reversed},
    Word<ReverseResult>{"not_found_fenced", ReverseResult::NotFoundFenced},
    Word<ReverseResult>{"refused", ReverseResult::Refused},
};
constexpr std::array kRefundResults{
    Word<RefundResult>{"done", RefundResult::Done},
    Word<RefundResult>{"refused", RefundResult::Refused},
};
constexpr std::array kCancelWaitResults{
    Word<CancelWaitResult>{"cancelled", CancelWaitResult::Cancelled},
    Word<CancelWaitResult>{"too_late", CancelWaitResult::TooLate},
    Word<CancelWaitResult>{"not_found", CancelWaitResult::NotFound},
};

template <class Value, std::size_t N>
std::optional<Value> valueOf(std::string_view text, const std::array<Word<Value>, N>& words)
{
    for (const auto& word : words)
        if (word.text == text)
            return word.value;
    return std::nullopt;
}

/// A charge as `GET /v1/charges/KEY` and the list show it.
struct Record {
    std::string state;
    std::string phase;
    std::string reason;
    ChargeApproved approved;
    std::int64_t ordinal{0};
    ListedCharge listed;
};

std::optional<Record> readRecord(dom::element element)
{
    JsonFields fields{element};
    Record record;
    ListedCharge& listed = record.listed;
    record.ordinal = fields.number("ordinal", 0, INT64_MAX);
    listed.key = fields.text("key");
    listed.terminal = fields.text("terminal");
    record.state = fields.text("state");
    record.phase = fields.text("phase");
    const Money asked = fields.money("amount", 0);
    const Money taken = fields.money("taken", 0);
    record.approved.approval = fields.text("approval");
    record.approved.maskedCard = fields.text("card");
    record.approved.method = fields.text("method");
    record.reason = fields.text("reason");
    listed.refunded = fields.money("refunded", 0);
    listed.startedAt = fromMs(fields.number("started_at", 0, INT64_MAX / 1'000'000));
    std::ignore = fields.number("finished_at", 0, INT64_MAX / 1'000'000);
    if (!fields.areExact())
        return std::nullopt;
    record.approved.amount = taken;
    const bool holdsTaken = record.state == "approved" || record.state == "reversed";
    listed.amount = holdsTaken ? taken : asked;
    return record;
}

std::optional<LookupOutcome> outcomeOf(const Record& record)
{
    if (record.state == "approved") {
        if (record.approved.amount <= Money{} || record.approved.approval.empty() ||
            record.listed.refunded > record.approved.amount)
            return std::nullopt;
        return LookupApproved{record.approved, record.listed.refunded};
    }
    if (record.state == "declined") {
        const auto reason = valueOf(record.reason, kReasons);
        return reason ? std::optional<LookupOutcome>{LookupDeclined{*reason}} : std::nullopt;
    }
    if (record.state == "cancelled")
        return LookupCancelled{};
    if (record.state == "reversed" || record.state == "fenced")
        return LookupReversed{};
    if (record.state == "in_progress") {
        const auto phase = valueOf(record.phase, kPhases);
        return phase ? std::optional<LookupOutcome>{LookupInProgress{*phase}} : std::nullopt;
    }
    return std::nullopt;
}

template <class Outcome, class Value, std::size_t N>
std::optional<Outcome> readResult(std::string_view body, std::string_view key,
                                  const std::array<Word<Value>, N>& words)
{
    const JsonDocument document{body};
    if (!document.isGood())
        return std::nullopt;
    JsonFields fields{document.root()};
    const std::string foundKey = fields.text("key");
    const auto result = valueOf(fields.text("result"), words);
    const std::string detail = fields.text("detail");
    if (!fields.areExact() || foundKey != key || !result)
        return std::nullopt;
    return Outcome{*result, detail};
}

} // namespace

std::optional<ChargeLine> readChargeLine(std::string_view line, std::string_view key)
{
    const JsonDocument document{line};
    if (!document.isGood())
        return std::nullopt;
    JsonFields fields{document.root()};
    if (fields.has("phase")) {
        const auto phase = valueOf(fields.text("phase"), kPhases);
        return phase && fields.areExact() ? std::optional<ChargeLine>{*phase} : std::nullopt;
    }
    const std::string outcome = fields.text("outcome");
    const std::string foundKey = fields.text("key");
    if (outcome == "approved") {
        ChargeApproved approved;
        approved.amount = fields.money("amount", 1);
        approved.approval = fields.text("approval");
        approved.maskedCard = fields.text("card");
        approved.method = fields.text("method");
        if (!fields.areExact() || foundKey != key || approved.approval.empty())
            return std::nullopt;
        return ChargeOutcome{std::move(approved)};
    }
    if (outcome == "declined") {
        const auto reason = valueOf(fields.text("reason"), kReasons);
        if (!fields.areExact() || foundKey != key || !reason)
            return std::nullopt;
        return ChargeOutcome{ChargeDeclined{*reason}};
    }
    if (outcome == "cancelled" && fields.areExact() && foundKey == key)
        return ChargeOutcome{ChargeCancelled{}};
    return std::nullopt;
}

std::optional<TerminalError> readError(std::string_view body)
{
    constexpr std::int64_t kRetryMaxMs = 10 * 60 * 1000;
    const JsonDocument document{body};
    if (!document.isGood())
        return std::nullopt;
    JsonFields fields{document.root()};
    TerminalError error;
    error.error = fields.text("error");
    error.detail = fields.text("detail");
    error.retryAfter = std::chrono::milliseconds{fields.number("retry_after_ms", 0, kRetryMaxMs)};
    return fields.areExact() ? std::optional{error} : std::nullopt;
}

std::optional<LookupOutcome> readLookup(std::string_view body, std::string_view key)
{
    const JsonDocument document{body};
    if (!document.isGood())
        return std::nullopt;
    const auto record = readRecord(document.root());
    return record && record->listed.key == key ? outcomeOf(*record) : std::nullopt;
}

std::optional<ReverseOutcome> readReverse(std::string_view body, std::string_view key)
{
    return readResult<ReverseOutcome>(body, key, kReverseResults);
}

std::optional<RefundOutcome> readRefund(std::string_view body, std::string_view key)
{
    return readResult<RefundOutcome>(body, key, kRefundResults);
}

std::optional<CancelWaitOutcome> readCancelWait(std::string_view body, std::string_view key)
{
    return readResult<CancelWaitOutcome>(body, key, kCancelWaitResults);
}

std::optional<ListPage> readListPage(std::string_view body)
{
    constexpr std::array kStates{
        Word<ListedState>{"in_progress", ListedState::InProgress},
        Word<ListedState>{"approved", ListedState::Approved},
        Word<ListedState>{"declined", ListedState::Declined},
        Word<ListedState>{"cancelled", ListedState::Cancelled},
        Word<ListedState>{"reversed", ListedState::Reversed},
    };
    const JsonDocument document{body};
    if (!document.isGood())
        return std::nullopt;
    JsonFields fields{document.root()};
    ListPage page;
    const dom::array charges = fields.list("charges");
    page.hasMore = fields.yesOrNo("more");
    if (!fields.areExact())
        return std::nullopt;
    for (const dom::element element : charges) {
        auto record = readRecord(element);
        const auto state = record ? valueOf(record->state, kStates) : std::nullopt;
        if (!state || record->ordinal <= page.lastOrdinal)
            return std::nullopt;
        page.lastOrdinal = record->ordinal;
        record->listed.state = *state;
        page.charges.push_back(std::move(record->listed));
    }
    if (page.hasMore && page.charges.empty())
        return std::nullopt;
    return page;
}

} // namespace coffee::daemon
