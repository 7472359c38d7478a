// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ledger/book_checks.h"

#include "payment_daemon/ledger/ledger_reader.h"
#include "payment_daemon/ledger/row_values.h"
#include "shared/protocol/codec.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace coffee::daemon {
namespace {

constexpr std::size_t kKeyDigits = 32;

/// Queries whose rows are differences: where, expected, found.
constexpr std::array kMoneyRules{
    std::string_view{
        "SELECT 'orders ' || id || ', total', (SELECT sum(total) FROM order_lines"
        " WHERE order_id = o.id) AS lines, total FROM orders o WHERE lines IS NOT total"},
    std::string_view{
        "SELECT 'orders ' || id || ', total', (SELECT sum(price) FROM units"
        " WHERE order_id = o.id) AS units, total FROM orders o WHERE units IS NOT total"},
    std::string_view{
        "SELECT 'order_lines ' || order_id || '/' || line || ', total',"
        " (SELECT sum(price) FROM units u WHERE u.order_id = l.order_id AND u.line = l.line)"
        " AS units, total FROM order_lines l WHERE units IS NOT total"},
    std::string_view{"SELECT 'orders ' || id || ', refunds', 'at most ' || total,"
                     " (SELECT sum(amount) FROM refunds WHERE order_id = o.id) AS paid_back"
                     " FROM orders o WHERE paid_back > total"},
    std::string_view{
        "SELECT 'orders ' || id || ', refunds', 'all of ' || total,"
        " (SELECT coalesce(sum(amount), 0) FROM refunds WHERE order_id = o.id) AS paid_back"
        " FROM orders o WHERE state = 'cancelled' AND paid_back <> total"},
    // An order with a refund of a plain amount has no such balance.
    std::string_view{
        "SELECT 'orders ' || id || ', value left',"
        " (SELECT coalesce(sum(price), 0) FROM units u WHERE u.order_id = o.id AND NOT EXISTS"
        " (SELECT 1 FROM refund_units r WHERE r.order_id = u.order_id AND r.unit = u.unit)) AS "
        "kept,"
        " total - (SELECT coalesce(sum(amount), 0) FROM refunds WHERE order_id = o.id) AS left"
        " FROM orders o WHERE left <> kept AND NOT EXISTS (SELECT 1 FROM refunds f WHERE"
        " f.order_id = o.id AND NOT EXISTS"
        " (SELECT 1 FROM refund_units r WHERE r.refund_id = f.id))"},
    // How an attempt was paid is in no event; every other cause is in its last one.
    std::string_view{
        "SELECT 'attempts ' || id || ', cause', (SELECT body->>'$.cause' FROM events e WHERE"
        " e.attempt_id = a.id ORDER BY seq DESC LIMIT 1) AS told, cause FROM attempts a"
        " WHERE state NOT IN ('charging','paid') AND told IS NOT cause"},
    std::string_view{"SELECT 'attempts ' || a.id || ', amount', o.total, a.amount FROM attempts a"
                     " JOIN orders o ON o.attempt_id = a.id WHERE a.amount <> o.total"},
    std::string_view{
        "SELECT 'orders ' || o.id || ', attempt_id', a.id, o.attempt_id FROM attempts a"
        " JOIN orders o ON o.id = a.order_id WHERE a.id <> o.attempt_id"},
};

std::string inQuotes(std::string_view text)
{
    return '"' + std::string{text} + '"';
}

bool isKeyOf(const std::string& key, const std::string& machine)
{
    if (key.size() != machine.size() + 1 + kKeyDigits || !key.starts_with(machine + '-'))
        return false;
    return std::all_of(key.end() - kKeyDigits, key.end(),
                       [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

/// The stored bytes as a value; empty when they are not an answer, or not as we write them.
std::optional<protocol::AttemptAnswer> answerIn(const std::string& body)
{
    const auto reply = protocol::decodeReply<protocol::AttemptAnswer>(
        protocol::encodeReply("stored", protocol::ReplyStatus::Ok, 0, body));
    if (!reply)
        return std::nullopt;
    const auto* answer = std::get_if<protocol::AttemptAnswer>(&reply->content);
    if (!answer || protocol::encodeBody(*answer) != body)
        return std::nullopt;
    return *answer;
}

class AnswerCheck {
public:
    AnswerCheck(Connection& ledger, Differences& differences)
        : m_reader{ledger}, m_differences{differences}
    {
    }

    void check(const AttemptRow& attempt)
    {
        m_name = "attempts " + std::to_string(attempt.id) + ", ";
        if (!isKeyOf(attempt.key.value, attempt.machine))
            m_differences.add(m_name + "key",
                              inQuotes(attempt.machine + '-') + " and 32 hex digits",
                              inQuotes(attempt.key.value));
        if (attempt.locale != "ko" && attempt.locale != "en")
            m_differences.add(m_name + "locale", "ko or en", inQuotes(attempt.locale));
        if (attempt.finalBody.empty()) {
            if (!isUnderWay(attempt.state))
                m_differences.add(m_name + "final_body", "an answer", "none");
            return;
        }
        const auto answer = answerIn(attempt.finalBody);
        if (!answer)
            m_differences.add(m_name + "final_body", "an answer", attempt.finalBody);
        else if (attempt.state == AttemptState::Paid)
            checkPaid(attempt, *answer);
        else
            checkUnpaid(attempt, *answer);
    }

private:
    void checkPaid(const AttemptRow& attempt, const protocol::AttemptAnswer& answer)
    {
        const auto* paid = std::get_if<protocol::PaidAnswer>(&answer);
        const auto order = m_reader.order(attempt.order);
        if (!paid || !order) {
            m_differences.add(m_name + "final_body", "the answer of a paid attempt",
                              attempt.finalBody);
            return;
        }
        // How many orders were ahead, and the wait, were true in that moment only.
        protocol::PaidAnswer expected = *paid;
        expected.order = order->id;
        expected.number = order->number;
        expected.code = order->code;
        expected.day = order->day;
        expected.at = order->paidAt;
        expected.basket = order->basket;
        expected.payment = order->payment;
        expected.wait = order->wait;
        if (expected != *paid)
            m_differences.add(m_name + "final_body",
                              protocol::encodeBody(protocol::AttemptAnswer{expected}),
                              attempt.finalBody);
        if (attempt.basket != order->basket)
            m_differences.add(m_name + "basket", protocol::encodeBasket(order->basket),
                              protocol::encodeBasket(attempt.basket));
        if (attempt.wait != order->wait)
            m_differences.add(m_name + "wait", std::to_string(order->wait.maxSeconds) + " s",
                              std::to_string(attempt.wait.maxSeconds) + " s");
    }
    void checkUnpaid(const AttemptRow& attempt, const protocol::AttemptAnswer& answer)
    {
        const auto* declined = std::get_if<protocol::DeclinedAnswer>(&answer);
        const bool gaveUp = std::holds_alternative<protocol::GivenUpAnswer>(answer);
        const bool fits = gaveUp || (declined && attempt.state == AttemptState::Declined) ||
                          (std::holds_alternative<protocol::VoidedAnswer>(answer) &&
                           attempt.state == AttemptState::Voided);
        if (!fits)
            m_differences.add(m_name + "final_body",
                              "an answer that fits " + std::string{word(attempt.state)},
                              attempt.finalBody);
        if (declined && attempt.declineKind != declined->kind)
            m_differences.add(m_name + "decline_kind", std::string{word(declined->kind)},
                              attempt.declineKind ? std::string{word(*attempt.declineKind)}
                                                  : "nothing");
    }

    LedgerReader m_reader;
    Differences& m_differences;
    std::string m_name;
};

void checkAttempts(Connection& ledger, Differences& differences)
{
    AnswerCheck answers{ledger, differences};
    Statement query =
        ledger.prepare("SELECT " + std::string{kAttemptColumns} + ", amount FROM attempts");
    Rows row = query.query();
    while (row.next() && !differences.full()) {
        const std::string name = "attempts " + row.text(0);
        try {
            const AttemptRow attempt = attemptOf(row);
            const std::int64_t amount = row.integer(20);
            if (attempt.basket.total.won() != amount)
                differences.add(name + ", basket", "a total of " + std::to_string(amount),
                                std::to_string(attempt.basket.total.won()));
            answers.check(attempt);
        } catch (const std::exception& error) {
            differences.add(name, "an attempt", error.what());
        }
    }
}

void checkTombstones(Connection& ledger, Differences& differences)
{
    Statement query = ledger.prepare("SELECT key, machine, final_body FROM tombstones");
    Rows row = query.query();
    while (row.next() && !differences.full()) {
        const std::string name = "tombstones " + row.text(0);
        if (!isKeyOf(row.text(0), row.text(1)))
            differences.add(name + ", key", inQuotes(row.text(1) + '-') + " and 32 hex digits",
                            inQuotes(row.view(0)));
        if (!answerIn(row.text(2)))
            differences.add(name + ", final_body", "an answer", row.text(2));
    }
}

void report(Connection& ledger, std::string_view sql, Differences& differences)
{
    Statement query = ledger.prepare(sql);
    Rows row = query.query();
    while (row.next() && !differences.full())
        differences.add(row.text(0), row.text(1), row.text(2));
}

} // namespace

void checkFile(Connection& ledger, Differences& differences)
{
    Statement integrity = ledger.prepare("PRAGMA integrity_check");
    Rows line = integrity.query();
    while (line.next() && !differences.full())
        if (line.view(0) != "ok")
            differences.add("file", "a sound database", line.text(0));
    Statement references = ledger.prepare("PRAGMA foreign_key_check");
    Rows row = references.query();
    while (row.next() && !differences.full())
        differences.add(row.text(0) + (row.isNull(1) ? "" : ' ' + row.text(1)),
                        "a row of " + row.text(2) + " that it belongs to", "none");
}

void checkMoney(Connection& ledger, Differences& differences)
{
    for (const std::string_view rule : kMoneyRules)
        report(ledger, rule, differences);
}

void checkAnswers(Connection& ledger, Differences& differences)
{
    checkAttempts(ledger, differences);
    checkTombstones(ledger, differences);
}

} // namespace coffee::daemon
