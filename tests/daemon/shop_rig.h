// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/run/input_queue.h"
#include "payment_daemon/run/shop_loop.h"
#include "payment_daemon/shop/shop.h"
#include "shared/protocol/codec.h"
#include "tests/daemon/faulty_ledger.h"

#include <QTemporaryDir>

#include <chrono>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace coffee::test {

using namespace std::chrono_literals;

/// The real step, shop and ledger; clocks, sockets and the provider are in the test's hands.
///
/// After every step the rig checks what must always be true: every question is answered at most
/// once, events are gapless and both streams tell them, the shop's memory is what a restart would
/// read from the ledger, and no provider was called for what is not recorded.
class ShopRig {
public:
    ShopRig();
    explicit ShopRig(daemon::ShopSettings first);
    ~ShopRig();
    ShopRig(const ShopRig&) = delete;
    ShopRig& operator=(const ShopRig&) = delete;

    // ---- time
    /// Lets time pass, with a step at every deadline of the shop.
    void pass(std::chrono::milliseconds time);
    /// The machine slept so long: one step at the end.
    void skip(std::chrono::milliseconds time);
    /// The wall clock alone jumps.
    void stepWall(std::chrono::milliseconds by) { m_wall += by; }
    [[nodiscard]] daemon::SteadyTime steady() const { return m_steady; }
    [[nodiscard]] ShopTime wall() const { return m_wall; }

    // ---- steps
    void give(daemon::Input input);
    /// In one transaction.
    void give(std::vector<daemon::Input> inputs);
    /// The process dies and starts again on the same books. Calls that were out are forgotten.
    void restart();
    /// The same, and so much time goes by in between.
    void closeFor(std::chrono::milliseconds time);
    /// The process is told to stop while these wait.
    void stopWith(std::vector<daemon::Input> inputs);
    bool fullAtStart{false}; ///< the next start finds the disk full
    /// What the next start is told.
    [[nodiscard]] daemon::ShopSettings& settings() { return m_settings; }

    // ---- questions
    /// Sends a question and gives the route by which it is answered, now or later.
    std::string send(const Actor& from, protocol::RequestBody body);
    [[nodiscard]] daemon::CommandInput command(const Actor& from, protocol::RequestBody body);
    /// The answer on a route as it went to the socket; empty while there is none.
    [[nodiscard]] std::string answerOn(const std::string& route) const;
    /// The answer, read as this reply. Throws when there is none.
    template <class Body>
    [[nodiscard]] protocol::Reply<Body> replyOn(const std::string& route) const
    {
        auto reply = protocol::decodeReply<Body>(answerOn(route));
        if (!reply)
            throw std::runtime_error{"no answer on " + route + ": " + reply.error().detail};
        return *reply;
    }
    template <class Body>
    [[nodiscard]] Body okOn(const std::string& route) const
    {
        const auto reply = replyOn<Body>(route);
        if (const auto* refused = std::get_if<Refusal>(&reply.content))
            throw std::runtime_error{"refused: " + refused->detail};
        return std::get<Body>(reply.content);
    }
    /// Asks and reads the answer, which must come at once.
    template <class Body>
    Body ask(const Actor& from, protocol::RequestBody body)
    {
        return okOn<Body>(send(from, std::move(body)));
    }
    /// Asks and gives the refusal, which must come at once.
    Refusal refused(const Actor& from, protocol::RequestBody body);
    [[nodiscard]] Refusal refusalOn(const std::string& route) const;
    /// Empty unless the answer is `pending`.
    [[nodiscard]] std::optional<PaymentPhase> pendingOn(const std::string& route) const;
    /// The `body` of the answer, byte for byte.
    [[nodiscard]] std::string bodyOn(const std::string& route) const;

    // ---- the provider
    /// The oldest call of this kind that is out; throws when there is none.
    template <class Call>
    Call takeCall()
    {
        for (auto call = calls.begin(); call != calls.end(); ++call)
            if (auto* wanted = std::get_if<Call>(&*call)) {
                Call taken = *wanted;
                calls.erase(call);
                return taken;
            }
        throw std::runtime_error{"no such call is out"};
    }
    template <class Call>
    [[nodiscard]] int countCalls() const
    {
        int count = 0;
        for (const auto& call : calls)
            count += std::holds_alternative<Call>(call) ? 1 : 0;
        return count;
    }
    std::deque<daemon::GatewayCall> calls; ///< out and not answered
    /// What `submit` says; a test may fill the provider's queue.
    daemon::GatewayWorkers::Admission admission{daemon::GatewayWorkers::Admission::Accepted};
    void approve(const std::string& key, Money amount);
    void finishCharge(const std::string& key, daemon::ChargeOutcome outcome);
    void finishLookup(const std::string& key, daemon::LookupOutcome outcome);
    void finishReverse(const std::string& key, daemon::ReverseResult result);
    void finishRefund(const std::string& refundKey, daemon::RefundResult result);

    // ---- backups
    std::deque<daemon::BackupEffect> backups; ///< wanted and not answered
    /// The oldest is there for good, or failed with this sentence.
    void finishBackup(const std::string& failure = {});
    /// What `coffeectl restore` writes; the process dies and starts again.
    void restartRestored();

    // ---- PINs
    std::deque<daemon::PinEffect> pinChecks;
    /// Answers the oldest check as the hasher would; a hash is `#` and the PIN.
    void checkPin();
    /// Sets the shop's PIN.
    void setPin(const std::string& pin);

    // ---- a customer
    [[nodiscard]] AttemptKey newKey(const std::string& kiosk = "kiosk-1");
    [[nodiscard]] OperationKey newOp();
    protocol::Quote quote(const std::string& kiosk = "kiosk-1");
    protocol::Quote quote(const std::string& kiosk, const Basket& basket);
    /// A quote and a place; gives the route of the place, whose charge is out then.
    std::string place(const AttemptKey& key, const std::string& kiosk = "kiosk-1");
    /// A whole paid order.
    protocol::PaidAnswer buy(const std::string& kiosk = "kiosk-1");
    protocol::PaidAnswer buy(const std::string& kiosk, const Basket& basket);

    // ---- what is there
    [[nodiscard]] daemon::Ledger& ledger() { return *m_ledger; }
    [[nodiscard]] FaultyLedger& faults() { return *m_ledger; }
    [[nodiscard]] const daemon::Shop& shop() const { return *m_shop; }
    [[nodiscard]] const ShopView& view() const { return m_shop->memory().view; }
    [[nodiscard]] AttemptState stateOf(const AttemptKey& key);
    [[nodiscard]] OrderState stateOf(OrderId order);
    [[nodiscard]] Money refundedOf(OrderId order);
    /// All events of this kind, oldest first.
    template <class Body>
    [[nodiscard]] std::vector<Body> events() const
    {
        std::vector<Body> found;
        for (const Event& event : published)
            if (const auto* body = std::get_if<Body>(&event.body))
                found.push_back(*body);
        return found;
    }
    std::function<void()> onFrames; ///< called before frames are looked at
    std::vector<Event> published;   ///< on the full stream since the rig began
    int beats{0};
    bool checksEveryStep{true}; ///< off for the long middle of a test
    /// Ends the shop and recomputes its books from the events. Empty when they are sound.
    [[nodiscard]] std::string verify();

private:
    void start();
    void drain();
    void take(daemon::Outgoing outgoing);
    void check();
    void checkCall(const daemon::GatewayCall& call);
    [[nodiscard]] std::string file() const;

    QTemporaryDir m_folder;
    daemon::ShopSettings m_settings;
    daemon::SteadyTime m_steady{std::chrono::hours{1}};
    ShopTime m_wall;
    std::unique_ptr<daemon::InputQueue> m_queue;
    std::unique_ptr<FaultyLedger> m_ledger;
    std::unique_ptr<daemon::Shop> m_shop;
    std::unique_ptr<daemon::ShopLoop> m_loop;
    std::map<std::string, std::string> m_answers;
    ShopView m_events; ///< folds of what was published
    ShopView m_board;
    std::int64_t m_lastRandom{0};
    std::int64_t m_lastRoute{0};
};

[[nodiscard]] daemon::ShopSettings rigSettings();
/// Two americanos and a cookie: 12,500 won, three units.
[[nodiscard]] Basket smallBasket();
/// One americano: 4,500 won.
[[nodiscard]] Basket oneCoffee();

inline Actor kiosk(const std::string& name = "kiosk-1")
{
    return {Role::Kiosk, name};
}
inline Actor bar(const std::string& name = "bar-1")
{
    return {Role::Station, name};
}
inline Actor manager()
{
    return {Role::Manager, "manager-1"};
}
inline Actor ctl()
{
    return {Role::Ctl, "ctl"};
}

} // namespace coffee::test
