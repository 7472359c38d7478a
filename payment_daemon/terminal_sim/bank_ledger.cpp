// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/terminal_sim/bank_ledger.h"

#include <array>
#include <tuple>
#include <utility>

namespace coffee::terminal {

namespace {

constexpr const char* kSchema = R"sql(
CREATE TABLE IF NOT EXISTS charges(
    ordinal     INTEGER PRIMARY KEY,
    key         TEXT    NOT NULL UNIQUE,
    terminal    TEXT    NOT NULL,
    state       TEXT    NOT NULL CHECK(state IN
                    ('waiting','approved','declined','cancelled','reversed')),
    amount      INTEGER NOT NULL CHECK(amount > 0),
    taken       INTEGER NOT NULL DEFAULT 0 CHECK(taken >= 0),
    approval    TEXT    NOT NULL DEFAULT '',
    card        TEXT    NOT NULL DEFAULT '',
    method      TEXT    NOT NULL DEFAULT '',
    reason      TEXT    NOT NULL DEFAULT '',
    started_at  INTEGER NOT NULL,
    finished_at INTEGER NOT NULL DEFAULT 0,
    CHECK((state IN ('approved','reversed')) = (taken > 0)),
    CHECK((state = 'waiting') = (finished_at = 0))
) STRICT;
CREATE TABLE IF NOT EXISTS refunds(
    key        TEXT    PRIMARY KEY,
    charge_key TEXT    NOT NULL REFERENCES charges(key),
    amount     INTEGER NOT NULL CHECK(amount > 0),
    at         INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS refunds_of ON refunds(charge_key);
CREATE TABLE IF NOT EXISTS reversals(
    key    TEXT    PRIMARY KEY REFERENCES charges(key),
    amount INTEGER NOT NULL CHECK(amount > 0),
    at     INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS fences(
    key TEXT    PRIMARY KEY,
    at  INTEGER NOT NULL
) STRICT;
CREATE TRIGGER IF NOT EXISTS no_charge_behind_a_fence BEFORE INSERT ON charges
    WHEN EXISTS(SELECT 1 FROM fences WHERE key = new.key)
    BEGIN SELECT RAISE(ABORT, 'the key is fenced'); END;
CREATE TRIGGER IF NOT EXISTS no_step_back BEFORE UPDATE OF state ON charges
    WHEN NOT (old.state = 'waiting' AND new.state IN ('approved','declined','cancelled')
              OR old.state = 'approved' AND new.state = 'reversed')
    BEGIN SELECT RAISE(ABORT, 'a charge never steps back'); END;
CREATE TRIGGER IF NOT EXISTS no_refund_beyond BEFORE INSERT ON refunds
    WHEN (SELECT state FROM charges WHERE key = new.charge_key) <> 'approved'
      OR new.amount + (SELECT coalesce(sum(amount), 0) FROM refunds
                       WHERE charge_key = new.charge_key)
         > (SELECT taken FROM charges WHERE key = new.charge_key)
    BEGIN SELECT RAISE(ABORT, 'more than is held'); END;
CREATE TRIGGER IF NOT EXISTS charges_stay BEFORE DELETE ON charges
    BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;
CREATE TRIGGER IF NOT EXISTS refunds_stay BEFORE DELETE ON refunds
    BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;
)sql";

constexpr std::array kStateWords{
    std::pair{ChargeState::Waiting, std::string_view{"waiting"}},
    std::pair{ChargeState::Approved, std::string_view{"approved"}},
    std::pair{ChargeState::Declined, std::string_view{"declined"}},
    std::pair{ChargeState::Cancelled, std::string_view{"cancelled"}},
    std::pair{ChargeState::Reversed, std::string_view{"reversed"}},
    std::pair{ChargeState::Fenced, std::string_view{"fenced"}},
};

ChargeState stateOf(std::string_view word)
{
    for (const auto& [state, text] : kStateWords)
        if (text == word)
            return state;
    throw DatabaseError{"the ledger holds a state that does not exist"};
}

Money moneyIn(const SqliteStatement& row, int column)
{
    const auto money = Money::checked(row.number(column));
    if (!money)
        throw DatabaseError{"the ledger holds an amount out of range"};
    return *money;
}

constexpr const char* kSelectByKey =
    "SELECT ordinal, key, terminal, state, amount, taken, approval, card, method, reason,"
    " started_at, finished_at,"
    " (SELECT coalesce(sum(amount), 0) FROM refunds WHERE charge_key = charges.key)"
    " FROM charges WHERE key = ?";
constexpr const char* kSelectSince =
    "SELECT ordinal, key, terminal, state, amount, taken, approval, card, method, reason,"
    " started_at, finished_at,"
    " (SELECT coalesce(sum(amount), 0) FROM refunds WHERE charge_key = charges.key)"
    " FROM charges WHERE started_at >= ? AND ordinal > ? ORDER BY ordinal LIMIT ?";

BankCharge chargeIn(const SqliteStatement& row)
{
    BankCharge charge;
    charge.ordinal = row.number(0);
    charge.key = row.text(1);
    charge.terminal = row.text(2);
    charge.state = stateOf(row.text(3));
    charge.amount = moneyIn(row, 4);
    charge.taken = moneyIn(row, 5);
    charge.approval = row.text(6);
    charge.card = row.text(7);
    charge.method = row.text(8);
    charge.reason = row.text(9);
    charge.startedAt = row.number(10);
    charge.finishedAt = row.number(11);
    charge.refunded = moneyIn(row, 12);
    return charge;
}

/// Eight digits, as on a card slip; unique because the ordinal is.
std::string approvalFor(std::int64_t ordinal)
{
    return std::to_string(30'000'000 + ordinal);
}

} // namespace

std::string_view wordFor(ChargeState state)
{
    for (const auto& [known, text] : kStateWords)
        if (known == state)
            return text;
    return {};
}

BankLedger::BankLedger(const std::string& path) : m_database{path}
{
    SqliteTransaction transaction{m_database};
    m_database.run(kSchema);
    transaction.commit();
}

void BankLedger::cancelAllWaiting(BankTime now)
{
    SqliteStatement{m_database, "UPDATE charges SET state = 'cancelled', finished_at = ?"
                                " WHERE state = 'waiting'"}
        .bind(now)
        .run();
}

std::variant<BankLedger::Began, BankLedger::Known, BankLedger::KeyReused>
BankLedger::begin(const std::string& key, const std::string& terminal, Money amount, BankTime now)
{
    if (auto known = find(key)) {
        const bool isSame = known->amount == amount && known->terminal == terminal;
        if (known->state != ChargeState::Fenced && !isSame)
            return KeyReused{};
        return Known{std::move(*known)};
    }
    SqliteTransaction transaction{m_database};
    SqliteStatement{m_database, "INSERT INTO charges(key, terminal, state, amount, started_at)"
                                " VALUES(?, ?, 'waiting', ?, ?)"}
        .bind(key)
        .bind(terminal)
        .bind(amount.won())
        .bind(now)
        .run();
    transaction.commit();
    return Began{find(key).value()};
}

bool BankLedger::approve(const std::string& key, Money taken, const std::string& card, BankTime now)
{
    const auto charge = find(key);
    if (!charge || charge->state != ChargeState::Waiting)
        return false;
    SqliteStatement{m_database,
                    "UPDATE charges SET state = 'approved', taken = ?, approval = ?, card = ?,"
                    " method = 'card', finished_at = ? WHERE key = ?"}
        .bind(taken.won())
        .bind(approvalFor(charge->ordinal))
        .bind(card)
        .bind(now)
        .bind(key)
        .run();
    return true;
}

bool BankLedger::decline(const std::string& key, const std::string& reason, BankTime now)
{
    const auto charge = find(key);
    if (!charge || charge->state != ChargeState::Waiting)
        return false;
    SqliteStatement{m_database, "UPDATE charges SET state = 'declined', reason = ?,"
                                " finished_at = ? WHERE key = ?"}
        .bind(reason)
        .bind(now)
        .bind(key)
        .run();
    return true;
}

bool BankLedger::cancel(const std::string& key, BankTime now)
{
    const auto charge = find(key);
    if (!charge || charge->state != ChargeState::Waiting)
        return false;
    SqliteStatement{m_database,
                    "UPDATE charges SET state = 'cancelled', finished_at = ? WHERE key = ?"}
        .bind(now)
        .bind(key)
        .run();
    return true;
}

BankLedger::ReverseResult BankLedger::reverse(const std::string& key, BankTime now)
{
    const auto charge = find(key);
    if (!charge) {
        SqliteStatement{m_database, "INSERT INTO fences(key, at) VALUES(?, ?)"}
            .bind(key)
            .bind(now)
            .run();
        return ReverseResult::NotFoundFenced;
    }
    switch (charge->state) {
    case ChargeState::Reversed:
        return ReverseResult::Reversed;
    case ChargeState::Declined:
    case ChargeState::Cancelled:
    case ChargeState::Fenced:
        return ReverseResult::NotFoundFenced;
    case ChargeState::Waiting:
        std::ignore = cancel(key, now);
        return ReverseResult::NotFoundFenced;
    case ChargeState::Approved:
        break;
    }
    if (charge->refunded != Money{})
        return ReverseResult::Refused;
    SqliteTransaction transaction{m_database};
    SqliteStatement{m_database, "UPDATE charges SET state = 'reversed' WHERE key = ?"}
        .bind(key)
        .run();
    SqliteStatement{m_database, "INSERT INTO reversals(key, amount, at) VALUES(?, ?, ?)"}
        .bind(key)
        .bind(charge->taken.won())
        .bind(now)
        .run();
    transaction.commit();
    return ReverseResult::Reversed;
}

BankLedger::RefundResult BankLedger::refund(const BankRefund& refund)
{
    SqliteStatement known{m_database, "SELECT charge_key, amount FROM refunds WHERE key = ?"};
    known.bind(refund.key);
    if (known.step()) {
        const bool isSame =
            known.text(0) == refund.chargeKey && known.number(1) == refund.amount.won();
        return isSame ? RefundResult::Done : RefundResult::KeyReused;
    }
    const auto charge = find(refund.chargeKey);
    if (charge && charge->state == ChargeState::Waiting)
        return RefundResult::StillWaiting;
    if (!charge || charge->state != ChargeState::Approved)
        return RefundResult::NotHeld;
    const auto sum = charge->refunded.plus(refund.amount);
    if (!sum || *sum > charge->taken)
        return RefundResult::TooMuch;
    SqliteStatement{m_database, "INSERT INTO refunds(key, charge_key, amount, at)"
                                " VALUES(?, ?, ?, ?)"}
        .bind(refund.key)
        .bind(refund.chargeKey)
        .bind(refund.amount.won())
        .bind(refund.at)
        .run();
    return RefundResult::Done;
}

std::optional<BankCharge> BankLedger::find(const std::string& key) const
{
    SqliteStatement charge{m_database, kSelectByKey};
    if (charge.bind(key).step())
        return chargeIn(charge);
    SqliteStatement fence{m_database, "SELECT at FROM fences WHERE key = ?"};
    if (!fence.bind(key).step())
        return std::nullopt;
    BankCharge fenced;
    fenced.key = key;
    fenced.state = ChargeState::Fenced;
    fenced.startedAt = fence.number(0);
    fenced.finishedAt = fenced.startedAt;
    return fenced;
}

std::vector<BankCharge> BankLedger::list(BankTime since, std::int64_t afterOrdinal, int limit) const
{
    SqliteStatement rows{m_database, kSelectSince};
    rows.bind(since).bind(afterOrdinal).bind(std::int64_t{limit});
    std::vector<BankCharge> charges;
    while (rows.step())
        charges.push_back(chargeIn(rows));
    return charges;
}

std::int64_t BankLedger::chargeCount() const
{
    SqliteStatement count{m_database, "SELECT count(*) FROM charges"};
    return count.step() ? count.number(0) : 0;
}

void BankLedger::forEach(const std::function<void(const LedgerEntry&)>& visit) const
{
    SqliteStatement charges{m_database, kSelectSince};
    charges.bind(std::int64_t{0}).bind(std::int64_t{0}).bind(std::int64_t{-1});
    while (charges.step())
        visit(chargeIn(charges));
    SqliteStatement refunds{m_database,
                            "SELECT key, charge_key, amount, at FROM refunds ORDER BY rowid"};
    while (refunds.step())
        visit(BankRefund{refunds.text(0), refunds.text(1), moneyIn(refunds, 2), refunds.number(3)});
    SqliteStatement reversals{m_database, "SELECT key, amount, at FROM reversals ORDER BY rowid"};
    while (reversals.step())
        visit(BankReversal{reversals.text(0), moneyIn(reversals, 1), reversals.number(2)});
    SqliteStatement fences{m_database, "SELECT key, at FROM fences ORDER BY rowid"};
    while (fences.step())
        visit(BankFence{fences.text(0), fences.number(1)});
}

} // namespace coffee::terminal
