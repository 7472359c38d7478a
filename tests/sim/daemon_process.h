// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/run/shop_loop.h"
#include "tests/sim/auditor.h"
#include "tests/sim/bank.h"
#include "tests/sim/core.h"
#include "tests/sim/sim_ledger.h"

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <string>

namespace coffee::sim {

/// A frame as it leaves the daemon, read once for all who follow: on one stream, or a heartbeat on
/// both.
struct PublishedFrame {
    std::shared_ptr<const protocol::Frame> events;
    std::shared_ptr<const protocol::Frame> board;
};

/// The daemon's process: the real Shop in the real ShopLoop, on simulated clocks, a simulated disk
/// and beside the simulated bank. It dies where it is told to, keeps what was committed, and starts
/// again on that.
class DaemonProcess {
public:
    struct Doors {
        std::function<void(const std::string& route, std::string bytes)> reply;
        std::function<void(const PublishedFrame&)> publish;
    };

    DaemonProcess(Core& core, Bank& bank, Auditor& auditor, test::MemoryBooks& books,
                  daemon::ShopSettings settings, Doors doors);
    ~DaemonProcess();

    [[nodiscard]] bool isUp() const { return m_running != nullptr; }
    void start();
    /// SIGKILL, now.
    void kill(const std::string& where);
    /// SIGTERM: takes nothing more, answers, leaves.
    void stop();
    /// Dies when this place is reached for the n-th time from now on.
    void killAt(const std::string& place, int times);
    void disarm() { m_plan = {}; }
    /// So long after a death it is started again; negative: not by itself.
    std::function<milliseconds()> restartAfter;

    DiskMood disk;
    milliseconds stepTakes{2}; ///< from an input to its transaction; a slow disk takes seconds
    bool settlesFull{false};   ///< no lookup, reversal or refund finds room
    milliseconds wallJump{0};  ///< of the daemon's wall clock

    /// A question as the net thread hands it on. `false` when nobody is there.
    bool receive(const std::string& route, const protocol::Request& request);
    [[nodiscard]] const daemon::Shop& shop() const;

    /// Reached from product code: see `failpoint`.
    void passes(std::string_view place);

private:
    /// Transactions that fit into the room kept for results.
    static constexpr int kReserve = 2;

    struct Running;
    struct Question {
        enum class Kind { AtOnce, Place, Pin } kind{Kind::AtOnce};
        std::string what;
        std::string key; ///< of an attempt, when the answer may be final
        bool isCheckout{false};
        std::optional<protocol::CodeProof> proof;
        milliseconds at{0};
        std::uint64_t step{0};
    };

    void step();
    void runStep(const std::function<void()>& work);
    void wakeAt(milliseconds when);
    void wakeForNextStep();
    void die(const std::string& where);
    void send(daemon::Outgoing outgoing);
    void sendReply(const daemon::Outgoing::Reply& reply);
    void publish(const daemon::Outgoing::Frame& frame);
    void publishBoard(const std::vector<std::string>& frames);
    void audit(protocol::Stream stream, const protocol::Frame& frame);
    daemon::GatewayWorkers::Admission call(daemon::GatewayCall call);
    [[nodiscard]] bool isTakenBack(const daemon::GatewayCall& call);
    void callBank(const daemon::GatewayCall& call);
    [[nodiscard]] daemon::ShopLoop::Disk diskDoors();
    void recallCharges();
    void chargeEnded();
    void checkPin(daemon::PinEffect question);
    void put(daemon::Input input);
    void checkAnswers();
    void remember(const std::string& route, const protocol::Request& request);
    [[nodiscard]] daemon::SteadyTime steady() const;

    Core& m_core;
    Bank& m_bank;
    Auditor& m_auditor;
    test::MemoryBooks& m_books;
    daemon::ShopSettings m_settings;
    Doors m_doors;
    std::unique_ptr<Running> m_running;
    int m_incarnation{0};
    struct Plan {
        std::string place;
        int times{0};
    } m_plan;
};

} // namespace coffee::sim
