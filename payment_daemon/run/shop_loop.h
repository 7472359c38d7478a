// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/gateway/gateway_workers.h"
#include "payment_daemon/metrics/shop_metrics.h"
#include "payment_daemon/net/net_thread.h"
#include "payment_daemon/run/input_queue.h"
#include "payment_daemon/run/pin_hasher.h"
#include "payment_daemon/run/shop_clock.h"
#include "payment_daemon/shop/shop.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace coffee::daemon {

/// The shop thread: takes everything that waits, decides and records it in one transaction, and
/// lets the effects go only after that transaction is durable.
///
/// One input that fails never harms its batch: what it wrote is undone and it alone is refused.
/// A full disk undoes the whole batch; then each input is tried alone, so that questions are still
/// answered. Commands that need room are answered `busy`, results of calls come again as soon as
/// there is some. When a result finds the disk full, the room that is kept for it is given up;
/// until it is kept again no charge begins. LedgerBroken leaves `run` and `step`.
class ShopLoop {
public:
    /// The disk below the ledger; may be empty where there is none.
    struct Disk {
        std::function<std::int64_t()> freeBytes{};
        std::function<bool()> keepReserve{};   ///< true when the room for results is kept
        std::function<bool()> giveUpReserve{}; ///< true when there was any
    };
    struct Doors {
        std::function<void(Outgoing)> send;
        std::function<GatewayWorkers::Admission(GatewayCall)> call;
        std::function<void(PinEffect)> checkPin;
        std::function<void()> recallCharges{}; ///< may be empty: then none ever waits
        Disk disk{};
        std::function<void(const BackupEffect&)> backup{}; ///< may be empty: then none is asked for
        /// Called between two steps; true while there is more of a backup to copy. May be empty.
        std::function<bool(ShopTime now)> copySome{};
        /// Called after every step that was recorded; may be empty.
        std::function<void(const StepReport&, const ShopMemory&)> report{};
    };
    struct Clocks {
        std::function<ShopTime()> wall;
        std::function<SteadyTime()> steady;
    };

    ShopLoop(Ledger& ledger, Shop& shop, InputQueue& queue, Doors doors, Clocks clocks);

    /// Until `stop` is set (and the queue's `wake` was called); then one last batch is recorded
    /// and answered.
    void run(const std::atomic<bool>& stop);

    /// One step of `run`: these inputs and whatever time asks for. For tests and the simulator.
    void step(std::vector<Input> inputs);
    /// The last steps of `run`: what waits, but no charge begins any more, and everybody who asked
    /// is answered.
    void finish();
    /// When the next step is due if nothing comes in.
    [[nodiscard]] SteadyTime nextStep(SteadyTime now) const
    {
        return std::max(m_shop.nextDeadline(now), m_fullUntil);
    }

private:
    /// One transaction. False when the disk was full: nothing of it is true then.
    bool recordAll(std::span<const Input> inputs);
    /// Empty when the input could not be recorded.
    std::optional<Step> decideOne(const Input& input, const Moment& now, Effects& effects);
    std::optional<Step> tryOne(const std::function<Step()>& decide, Effects& effects);
    /// How one input alone is undone.
    enum class Undo { Nothing, Savepoint, Transaction };
    [[nodiscard]] Undo begin();
    void undoOne(Undo undo);
    void beginCharge();
    bool recordWithReserve(std::span<const Input> inputs);
    void lookAtDisk(std::vector<Input>& inputs);
    void lookAtDay(std::vector<Input>& inputs);
    void postpone(Input input);
    void tell(Step step);
    void refusePlaces(std::vector<Input>& inputs);
    void answerWaiting();
    void storeView();
    void release(Effects effects);
    void reportStep(std::span<const Input> inputs, std::chrono::steady_clock::time_point began);
    void submit(GatewayCall call);
    [[nodiscard]] std::chrono::milliseconds waitForNext();
    [[nodiscard]] bool isStillWanted(const GatewayCall& call) const;
    [[nodiscard]] Moment now();

    Ledger& m_ledger;
    Shop& m_shop;
    InputQueue& m_queue;
    Doors m_doors;
    Clocks m_clocks;
    ShopClock m_clock;
    bool m_begun{false};            ///< a transaction is open
    std::vector<Event> m_told;      ///< in this step, where somebody counts them
    std::vector<Input> m_postponed; ///< results that found the disk full
    SteadyTime m_fullUntil{};       ///< until then nothing is tried by ourselves
    bool m_reserveKept{true};       ///< there is room for the results of charges
    SteadyTime m_diskLookAt{};      ///< when the disk is looked at again
    SteadyTime m_dayLookAt{};       ///< when a day that is over is looked for again
};

} // namespace coffee::daemon
