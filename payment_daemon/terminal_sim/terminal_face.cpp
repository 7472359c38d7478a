// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/terminal_sim/terminal_face.h"

#include "payment_daemon/gateway/json_fields.h"
#include "payment_daemon/terminal_sim/bank_json.h"
#include "payment_daemon/terminal_sim/json_writer.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <utility>

namespace coffee::terminal {

namespace {

using daemon::JsonDocument;
using daemon::JsonFields;

constexpr int kPageCharges = 100;
constexpr std::string_view kChargesPath = "/v1/charges";
constexpr std::string_view kChargePrefix = "/v1/charges/";

std::string errorBody(std::string_view error, std::string_view detail,
                      std::int64_t retryAfterMs = 0)
{
    return JsonWriter{}
        .text("error", error)
        .text("detail", detail)
        .number("retry_after_ms", retryAfterMs)
        .object();
}

std::string resultBody(std::string_view key, std::string_view result, std::string_view detail)
{
    return JsonWriter{}.text("key", key).text("result", result).text("detail", detail).object();
}

void refuse(HttpConnection& connection, std::string_view detail)
{
    connection.reply(400, errorBody("bad_request", detail));
}

bool isName(std::string_view text)
{
    constexpr std::string_view kAllowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                          "0123456789._:~-";
    return !text.empty() && text.size() <= 128 &&
           text.find_first_not_of(kAllowed) == std::string_view::npos;
}

/// The value of a field of a query such as `since=0&after=12`; nothing when it is malformed.
std::optional<std::int64_t> numberIn(std::string_view query, std::string_view name)
{
    std::size_t begin = 0;
    while (begin < query.size()) {
        const auto end = std::min(query.find('&', begin), query.size());
        const std::string_view field = query.substr(begin, end - begin);
        begin = end + 1;
        if (!field.starts_with(name) || field.size() <= name.size() || field[name.size()] != '=')
            continue;
        const std::string_view digits = field.substr(name.size() + 1);
        std::int64_t value = 0;
        const char* last = digits.data() + digits.size();
        const auto [stopped, error] = std::from_chars(digits.data(), last, value);
        const bool isNumber = !digits.empty() && error == std::errc{} && stopped == last;
        return isNumber ? std::optional{value} : std::nullopt;
    }
    return 0;
}

std::string scriptBody(const TerminalScript& script)
{
    JsonWriter writer;
    writer.text("mode", wordFor(script.mode));
    for (const ScriptField& field : kScriptFields)
        writer.number(field.name, script.*field.value);
    return writer.object();
}

} // namespace

TerminalFace::TerminalFace(CardTerminal& terminal, QObject* parent)
    : QObject{parent}, m_terminal{terminal}
{
    connect(&terminal, &CardTerminal::phaseChanged, this, &TerminalFace::tellPhase);
    connect(&terminal, &CardTerminal::ended, this, &TerminalFace::tellEnd);
    connect(&terminal, &CardTerminal::scriptChanged, this, [this] {
        if (m_terminal.script().mode != TerminalMode::Dead)
            return;
        for (const Follower& follower : std::exchange(m_followers, {}))
            if (follower.connection)
                follower.connection->cut();
    });
}

void TerminalFace::answer(HttpConnection& connection, const HttpCall& call)
{
    if (m_terminal.script().mode == TerminalMode::Dead && call.path != "/v1/script")
        return connection.cut();
    try {
        route(connection, call);
    } catch (const DatabaseError& error) {
        connection.cut();
        Q_EMIT m_terminal.ledgerFailed(QString::fromUtf8(error.what()));
    }
}

void TerminalFace::route(HttpConnection& connection, const HttpCall& call)
{
    const bool isPost = call.method == "POST";
    if (!isPost && call.method != "GET")
        return connection.reply(405, errorBody("bad_request", "only GET and POST are known"));
    if (call.path == kChargesPath)
        return isPost ? startCharge(connection, call) : list(connection, call);
    if (call.path.starts_with(kChargePrefix))
        return routeCharge(connection, call);
    if (call.path == "/v1/refunds" && isPost)
        return refund(connection, call);
    if (call.path == "/v1/script")
        return isPost ? changeScript(connection, call)
                      : connection.reply(200, scriptBody(m_terminal.script()));
    if (call.path == "/v1/ledger" && !isPost)
        return connection.reply(200, ledgerLines(m_terminal.ledger()));
    connection.reply(404, errorBody("unknown_path", "there is nothing under this path"));
}

void TerminalFace::routeCharge(HttpConnection& connection, const HttpCall& call)
{
    std::string_view rest = std::string_view{call.path}.substr(kChargePrefix.size());
    const auto slash = rest.find('/');
    const std::string key{rest.substr(0, slash)};
    const std::string_view act = slash == std::string_view::npos ? "" : rest.substr(slash + 1);
    if (!isName(key))
        return refuse(connection, "the key is not a name");
    if (call.method == "GET" && act.empty()) {
        const auto charge = m_terminal.ledger().find(key);
        if (!charge)
            return connection.reply(404, errorBody("not_found", "no charge has this key"));
        return connection.reply(200, recordOf(*charge));
    }
    if (call.method == "POST" && act == "cancel-wait") {
        switch (m_terminal.cancelWait(key)) {
        case CardTerminal::CancelResult::Cancelled:
            return connection.reply(200, resultBody(key, "cancelled", ""));
        case CardTerminal::CancelResult::TooLate:
            return connection.reply(200, resultBody(key, "too_late", "no card is waited for"));
        case CardTerminal::CancelResult::NotFound:
            return connection.reply(200, resultBody(key, "not_found", "no charge has this key"));
        }
    }
    if (call.method == "POST" && act == "reverse") {
        switch (m_terminal.reverse(key)) {
        case BankLedger::ReverseResult::Reversed:
            return connection.reply(200, resultBody(key, "reversed", ""));
        case BankLedger::ReverseResult::NotFoundFenced:
            return connection.reply(200, resultBody(key, "not_found_fenced", "no money is held"));
        case BankLedger::ReverseResult::Refused:
            return connection.reply(200,
                                    resultBody(key, "refused", "part of it was refunded already"));
        }
    }
    connection.reply(404, errorBody("unknown_path", "there is nothing under this path"));
}

void TerminalFace::startCharge(HttpConnection& connection, const HttpCall& call)
{
    const JsonDocument document{call.body};
    if (!document.isGood())
        return refuse(connection, "the body is not JSON");
    JsonFields fields{document.root()};
    const std::string key = fields.text("key");
    const std::string terminal = fields.text("terminal");
    const Money amount = fields.money("amount", 1);
    const std::chrono::milliseconds cardWait{
        fields.number("card_wait_ms", 1, TerminalScript::kMsMax)};
    if (!fields.areExact() || !isName(key) || !isName(terminal))
        return refuse(connection, "expected key, terminal, amount and card_wait_ms");
    answerStart(connection, key, m_terminal.startCharge(key, terminal, amount, cardWait));
}

void TerminalFace::answerStart(HttpConnection& connection, const std::string& key,
                               const CardTerminal::Started& started)
{
    if (const auto* underWay = std::get_if<CardTerminal::UnderWay>(&started)) {
        connection.startLines();
        connection.line(JsonWriter{}.text("phase", wordFor(underWay->phase)).object());
        follow(connection, key);
    } else if (const auto* charge = std::get_if<BankCharge>(&started)) {
        connection.startLines();
        connection.line(endOfCharge(*charge));
        connection.finish();
    } else if (const auto* busy = std::get_if<CardTerminal::Busy>(&started)) {
        connection.reply(
            503, errorBody("busy", "the terminal serves somebody else", busy->retryAfter.count()));
    } else if (std::holds_alternative<CardTerminal::Fenced>(started)) {
        connection.reply(409, errorBody("fenced", "a reversal came before this charge"));
    } else if (std::holds_alternative<CardTerminal::KeyReused>(started)) {
        connection.reply(409, errorBody("key_reused", "the key belongs to another charge"));
    }
    // Silent: the connection stays open until its caller gives up.
}

void TerminalFace::refund(HttpConnection& connection, const HttpCall& call)
{
    const JsonDocument document{call.body};
    if (!document.isGood())
        return refuse(connection, "the body is not JSON");
    JsonFields fields{document.root()};
    const std::string key = fields.text("key");
    const std::string chargeKey = fields.text("charge_key");
    const Money amount = fields.money("amount", 1);
    if (!fields.areExact() || !isName(key) || !isName(chargeKey))
        return refuse(connection, "expected key, charge_key and amount");
    switch (m_terminal.refund(key, chargeKey, amount)) {
    case BankLedger::RefundResult::Done:
        return connection.reply(200, resultBody(key, "done", ""));
    case BankLedger::RefundResult::KeyReused:
        return connection.reply(200,
                                resultBody(key, "refused", "the key belongs to another refund"));
    case BankLedger::RefundResult::NotHeld:
        return connection.reply(200, resultBody(key, "refused", "no money is held for the charge"));
    case BankLedger::RefundResult::TooMuch:
        return connection.reply(200, resultBody(key, "refused", "more than is left of the charge"));
    case BankLedger::RefundResult::StillWaiting:
        return connection.reply(409, errorBody("in_progress", "the charge is not over"));
    }
}

void TerminalFace::list(HttpConnection& connection, const HttpCall& call)
{
    const auto since = numberIn(call.query, "since");
    const auto after = numberIn(call.query, "after");
    if (!since || !after)
        return refuse(connection, "expected since=MS and after=ORDINAL");
    auto charges = m_terminal.ledger().list(*since, *after, kPageCharges + 1);
    const bool hasMore = charges.size() > kPageCharges;
    charges.resize(std::min<std::size_t>(charges.size(), kPageCharges));
    std::string records;
    for (const BankCharge& charge : charges)
        records += (records.empty() ? "" : ",") + recordOf(charge);
    connection.reply(
        200, JsonWriter{}.raw("charges", "[" + records + "]").yesOrNo("more", hasMore).object());
}

void TerminalFace::changeScript(HttpConnection& connection, const HttpCall& call)
{
    const JsonDocument document{call.body};
    if (!document.isGood())
        return refuse(connection, "the body is not JSON");
    JsonFields fields{document.root()};
    TerminalScript script = m_terminal.script();
    if (fields.has("mode")) {
        const auto mode = modeFor(fields.text("mode"));
        if (!mode)
            return refuse(connection, "mode is normal, slow, silent or dead");
        script.mode = *mode;
    }
    for (const ScriptField& field : kScriptFields)
        if (fields.has(field.name))
            script.*field.value = fields.number(field.name, 0, field.most);
    if (!fields.areExact())
        return refuse(connection, "a field of the script is unknown or out of range");
    m_terminal.setScript(script);
    connection.reply(200, scriptBody(script));
}

void TerminalFace::follow(HttpConnection& connection, const std::string& key)
{
    forgetClosed();
    m_followers.push_back({QPointer{&connection}, key});
}

void TerminalFace::tellPhase(const std::string& key, PaymentPhase phase)
{
    for (const Follower& follower : m_followers)
        if (follower.key == key && follower.connection)
            follower.connection->line(JsonWriter{}.text("phase", wordFor(phase)).object());
}

void TerminalFace::tellEnd(const BankCharge& charge, bool isAnswered)
{
    for (const Follower& follower : m_followers) {
        if (follower.key != charge.key || !follower.connection)
            continue;
        if (!isAnswered) {
            follower.connection->cut();
            continue;
        }
        follower.connection->line(endOfCharge(charge));
        follower.connection->finish();
    }
    std::erase_if(m_followers,
                  [&](const Follower& follower) { return follower.key == charge.key; });
}

void TerminalFace::forgetClosed()
{
    std::erase_if(m_followers, [](const Follower& follower) { return !follower.connection; });
}

std::string TerminalFace::recordOf(const BankCharge& charge) const
{
    if (charge.state != ChargeState::Waiting)
        return chargeRecord(charge, wordFor(charge.state), "");
    const auto phase = m_terminal.phaseOf(charge.key).value_or(PaymentPhase::Authorising);
    return chargeRecord(charge, "in_progress", wordFor(phase));
}

} // namespace coffee::terminal
