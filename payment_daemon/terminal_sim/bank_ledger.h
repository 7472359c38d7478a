// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/terminal_sim/sqlite_database.h"
#include "shared/domain/money.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace coffee::terminal {

/// Milliseconds since 1970 by the bank's own clock.
using BankTime = std::int64_t;

enum class ChargeState {
    Waiting,   ///< no money yet
    Approved,  ///< the bank holds `taken`, less what was refunded
    Declined,  ///< the bank said no
    Cancelled, ///< nobody paid
    Reversed,  ///< everything was given back
    Fenced     ///< never came, and must not come any more
};
[[nodiscard]] std::string_view wordFor(ChargeState state);

struct BankCharge {
    std::int64_t ordinal{0}; ///< the place in the ledger, from 1; 0 for a fence
    std::string key;
    std::string terminal;
    ChargeState state{ChargeState::Waiting};
    Money amount; ///< what was asked
    Money taken;  ///< what the bank took; also after a reversal
    Money refunded;
    std::string approval;
    std::string card;
    std::string method;
    std::string reason;
    BankTime startedAt{0};
    BankTime finishedAt{0}; ///< 0 while waiting
};

struct BankRefund {
    std::string key;
    std::string chargeKey;
    Money amount;
    BankTime at{0};
};
struct BankReversal {
    std::string key;
    Money amount;
    BankTime at{0};
};
struct BankFence {
    std::string key;
    BankTime at{0};
};
using LedgerEntry = std::variant<BankCharge, BankRefund, BankReversal, BankFence>;

/// The bank's own books: what the shop's books are compared with. Every call is one transaction
/// that is on the disk when it returns; the database itself refuses a second charge under one key,
/// a charge under a fenced key, a refund beyond its charge and any step back. Knows nothing of
/// HTTP or Qt. One thread. Every call may throw DatabaseError, after which the process must end.
class BankLedger final {
public:
    /// Opens or makes the file.
    explicit BankLedger(const std::string& path);

    /// For the start of a terminal: a charge that was waiting when the last one died took no money
    /// and becomes cancelled.
    void cancelAllWaiting(BankTime now);

    struct Began {
        BankCharge charge;
    };
    struct Known {
        BankCharge charge; ///< also a fence
    };
    struct KeyReused {};
    /// Writes a new charge under a new key.
    [[nodiscard]] std::variant<Began, Known, KeyReused>
    begin(const std::string& key, const std::string& terminal, Money amount, BankTime now);

    /// End a waiting charge. False when it is not waiting any more; nothing is changed then.
    [[nodiscard]] bool approve(const std::string& key, Money taken, const std::string& card,
                               BankTime now);
    [[nodiscard]] bool decline(const std::string& key, const std::string& reason, BankTime now);
    [[nodiscard]] bool cancel(const std::string& key, BankTime now);

    enum class ReverseResult { Reversed, NotFoundFenced, Refused };
    /// Gives everything back, or sees to it that the key can never be charged.
    [[nodiscard]] ReverseResult reverse(const std::string& key, BankTime now);

    enum class RefundResult { Done, KeyReused, NotHeld, TooMuch, StillWaiting };
    [[nodiscard]] RefundResult refund(const BankRefund& refund);

    [[nodiscard]] std::optional<BankCharge> find(const std::string& key) const;
    /// At most `limit` charges that began at `since` or later and stand after `afterOrdinal`.
    [[nodiscard]] std::vector<BankCharge> list(BankTime since, std::int64_t afterOrdinal,
                                               int limit) const;
    [[nodiscard]] std::int64_t chargeCount() const;
    /// Every entry: charges in order, then refunds, reversals and fences.
    void forEach(const std::function<void(const LedgerEntry&)>& visit) const;

private:
    SqliteDatabase m_database;
};

} // namespace coffee::terminal
