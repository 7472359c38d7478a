// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/terminal_sim/bank_json.h"

#include "payment_daemon/terminal_sim/json_writer.h"

#include <variant>

namespace coffee::terminal {

namespace {

/// Adds the entries up while they are written.
class LinesWriter {
public:
    void operator()(const BankCharge& charge)
    {
        ++m_charges;
        const bool isHeld =
            charge.state == ChargeState::Approved || charge.state == ChargeState::Reversed;
        m_taken += isHeld ? charge.taken.won() : 0;
        const std::string line = chargeRecord(charge, wordFor(charge.state), "");
        m_lines += "{\"kind\":\"charge\"," + line.substr(1) + "\n";
    }
    void operator()(const BankRefund& refund)
    {
        m_refunded += refund.amount.won();
        m_lines += JsonWriter{}
                       .text("kind", "refund")
                       .text("key", refund.key)
                       .text("charge_key", refund.chargeKey)
                       .number("amount", refund.amount.won())
                       .number("at", refund.at)
                       .object() +
                   "\n";
    }
    void operator()(const BankReversal& reversal)
    {
        m_reversed += reversal.amount.won();
        m_lines += JsonWriter{}
                       .text("kind", "reversal")
                       .text("key", reversal.key)
                       .number("amount", reversal.amount.won())
                       .number("at", reversal.at)
                       .object() +
                   "\n";
    }
    void operator()(const BankFence& fence)
    {
        m_lines += JsonWriter{}
                       .text("kind", "fence")
                       .text("key", fence.key)
                       .number("at", fence.at)
                       .object() +
                   "\n";
    }

    [[nodiscard]] std::string withTotals() const
    {
        return m_lines +
               JsonWriter{}
                   .text("kind", "totals")
                   .number("charges", m_charges)
                   .number("taken", m_taken)
                   .number("reversed", m_reversed)
                   .number("refunded", m_refunded)
                   .number("held", m_taken - m_reversed - m_refunded)
                   .object() +
               "\n";
    }

private:
    std::string m_lines;
    std::int64_t m_charges{0};
    std::int64_t m_taken{0};
    std::int64_t m_reversed{0};
    std::int64_t m_refunded{0};
};

} // namespace

std::string chargeRecord(const BankCharge& charge, std::string_view state, std::string_view phase)
{
    JsonWriter writer;
    writer.number("ordinal", charge.ordinal).text("key", charge.key);
    writer.text("terminal", charge.terminal).text("state", state).text("phase", phase);
    writer.number("amount", charge.amount.won()).number("taken", charge.taken.won());
    writer.text("approval", charge.approval).text("card", charge.card);
    writer.text("method", charge.method).text("reason", charge.reason);
    writer.number("refunded", charge.refunded.won()).number("started_at", charge.startedAt);
    writer.number("finished_at", charge.finishedAt);
    return writer.object();
}

std::string endOfCharge(const BankCharge& charge)
{
    JsonWriter line;
    if (charge.state == ChargeState::Approved) {
        line.text("outcome", "approved").text("key", charge.key);
        line.number("amount", charge.taken.won()).text("approval", charge.approval);
        line.text("card", charge.card).text("method", charge.method);
    } else if (charge.state == ChargeState::Declined) {
        line.text("outcome", "declined").text("key", charge.key).text("reason", charge.reason);
    } else {
        line.text("outcome", "cancelled").text("key", charge.key);
    }
    return line.object();
}

std::string ledgerLines(const BankLedger& ledger)
{
    LinesWriter writer;
    ledger.forEach([&](const LedgerEntry& entry) { std::visit(writer, entry); });
    return writer.withTotals();
}

} // namespace coffee::terminal
