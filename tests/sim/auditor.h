// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/shop/shop.h"
#include "tests/sim/bank.h"
#include "tests/sim/core.h"
#include "tests/sim/sim_ledger.h"
#include "tests/support/memory_ledger.h"

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace coffee::sim {

/// Holds the shop, the bank and every screen to the promises of the design, after every step. It
/// has state machines and books of its own and believes no product code. The names of the
/// invariants (I1 …) are those of tests/sim/README.md.
class Auditor {
public:
    Auditor(Core& core, const test::MemoryBooks& books) : m_core{core}, m_books{books} {}
    void watch(const Bank& bank) { m_bank = &bank; }

    // ---- the daemon ------------------------------------------------------------------------
    /// A transaction became durable.
    void committed(const std::vector<Touched>& touched);
    /// The shop wanted to record what the rules forbid.
    void refused(const std::string& rule);
    /// A new process of the daemon: promises that live in memory are void.
    void daemonStarted();
    /// The daemon hands a call to the provider.
    void calling(const daemon::GatewayCall& call);
    /// A charge leaves the line of those that wait for a worker.
    void chargeBegins(const daemon::ChargeCall& charge);
    /// The shop after a step; now and then its whole picture is compared.
    void stepped(const daemon::Shop& shop);
    /// A promised price has left the daemon.
    void quoted(const QuoteId& quote);
    /// A final answer for a key has left the daemon.
    void answeredFinally(const std::string& key, const std::string& body);
    /// A question with a claim code was answered as if the code were right.
    void provenBy(const std::string& what, std::int32_t number, const std::string& code);
    /// Bytes that leave the daemon, of whatever kind.
    void leaves(const std::string& bytes);
    /// An event leaves on a stream.
    void published(protocol::Stream stream, const Event& event);
    /// A question was not answered within its time.
    void unanswered(const std::string& what);

    // ---- the bank --------------------------------------------------------------------------
    void captured(const std::string& key, std::int64_t won);
    void refunded(const std::string& refundKey, const std::string& chargeKey, std::int64_t won);
    void bankWronged(const std::string& what);

    // ---- screens ---------------------------------------------------------------------------
    void eventApplied(const std::string& screen, protocol::Stream stream, Sequence before,
                      const Event& event);
    void viewTaken(const std::string& screen, protocol::Stream stream, Sequence before,
                   const std::string& epochBefore, const std::string& epoch, const ShopView& view);
    void keyJournalled(const std::string& key) { m_journalled.insert(key); }
    /// The kiosk has forgotten the key.
    void keyDropped(const std::string& key);
    /// The kiosk asks for a charge under a key that its journal holds, or not.
    void placing(const std::string& key, bool isInJournal);
    /// A customer sees the number of their order.
    void numberShown(const std::string& key, const protocol::PaidAnswer& paid);
    /// A staff's command with a PIN that is not the shop's.
    void wrongPinUsed(const std::string& op) { m_wrongPins.insert(op); }
    void operationMade(const std::string& op) { m_operationsMade.insert(op); }
    /// A station sends an operation that its journal holds, or not.
    void operationSent(const std::string& op, bool isInJournal);

    // ---- at the end ------------------------------------------------------------------------
    /// Money, keys, orders and pictures that are not settled, as one sentence; empty when all is.
    [[nodiscard]] std::string stillOpen() const;
    /// Everything recomputed from the events and compared with tables and bank.
    void finalCheck();
    void finalScreen(const std::string& screen, protocol::Stream stream, const ShopView& view);

    [[nodiscard]] const ShopView& truth() const { return m_truth; }
    [[nodiscard]] int orders() const { return static_cast<int>(m_orders.size()); }
    /// Nothing will come of this key any more that its kiosk does not know.
    [[nodiscard]] bool isSettled(const std::string& key) const;

private:
    struct KnownOrder {
        OrderState state{OrderState::Queued};
        std::string key;
        std::int64_t total{0};
        std::map<UnitNumber, UnitState> units;
    };

    void follow(const AttemptTouched& touched);
    void follow(const OrderTouched& touched);
    void follow(const UnitTouched& touched);
    void follow(const RefundTouched& touched);
    void follow(const TombstoneTouched& touched);
    void follow(const OperationTouched&) {}
    void followEvents();
    void checkEvent(const Event& event);
    void checkMadeAnew(const UnitMoved& unit, const OrderView* order);
    void checkMoney(const daemon::AttemptRow& row);
    void checkOpenTasks(const std::vector<Touched>& touched);
    void attemptBegan(const daemon::AttemptRow& row);
    void orderBegan(const daemon::OrderRow& row);
    void checkOrderRow(const daemon::OrderRow& row, const OrderView* view);
    void fail(const char* invariant, const std::string& text) { m_core.violate(invariant, text); }

    Core& m_core;
    const test::MemoryBooks& m_books;
    const Bank* m_bank{nullptr};
    ShopView m_truth;
    std::map<AttemptId, AttemptState> m_attempts;
    std::map<OrderId, KnownOrder> m_orders;
    std::map<RefundId, RefundState> m_refunds;
    std::set<std::string> m_attemptKeys;
    std::set<std::string> m_tombstones;
    std::set<std::string> m_charged;                  ///< keys that were handed to the provider
    std::map<std::string, std::string> m_answers;     ///< that have left the daemon
    std::map<std::string, std::string> m_finalBodies; ///< that are durable
    std::map<std::string, milliseconds> m_quotes;     ///< of the present process
    std::set<std::string> m_journalled;
    std::set<std::string> m_dropped;
    std::set<std::string> m_shown;
    std::set<std::string> m_operationsMade;
    std::set<std::string> m_wrongPins;
    int m_steps{0};
};

} // namespace coffee::sim
