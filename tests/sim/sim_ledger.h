// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sim/core.h"
#include "tests/support/memory_ledger.h"

#include <functional>
#include <string>
#include <variant>
#include <vector>

namespace coffee::sim {

/// The daemon's process ends here and now, as by SIGKILL. Not an exception that product code may
/// catch by accident: nothing derives from it and it derives from nothing.
struct Killed {
    std::string place;
};

/// What a transaction touched, in its order; the rows and events themselves are in the books.
struct AttemptTouched {
    AttemptId id{0};
    AttemptState state{AttemptState::Charging};
    bool inserted{false};
};
struct OrderTouched {
    OrderId id{0};
    OrderState state{OrderState::Queued};
    bool inserted{false};
};
struct UnitTouched {
    OrderId order{0};
    UnitNumber unit{0};
    UnitState state{UnitState::Open};
};
struct RefundTouched {
    RefundId id{0};
    RefundState state{RefundState::Due};
    bool inserted{false};
};
struct TombstoneTouched {
    std::string key;
};
struct OperationTouched {
    std::string key;
};
using Touched = std::variant<AttemptTouched, OrderTouched, UnitTouched, RefundTouched,
                             TombstoneTouched, OperationTouched>;

/// What the daemon's disk does to it now.
struct DiskMood {
    bool full{false};
    int fullAfter{0}; ///< so many records still fit into a transaction
    int reserve{0};   ///< so many transactions fit into the room that was kept for them
    bool reserveKept{false};
    bool broken{false};   ///< the next commit fails for good; half of the time it is kept
    bool tornKept{false}; ///< the process dies within the next commit, which is kept
    bool tornLost{false}; ///< … which is lost
};

/// The ledger of the simulated daemon: the rules of the real one, a disk with faults, and a
/// witness of every commit.
class SimLedger final : public test::MemoryLedger {
public:
    struct Watch {
        std::function<void(const std::vector<Touched>&)> committed;
        std::function<void(const std::string&)> refused; ///< the shop wanted what must not be
    };

    SimLedger(test::MemoryBooks& books, DiskMood& mood, Core& core, Watch watch)
        : MemoryLedger{books, Proof::None}, m_mood{mood}, m_core{core}, m_watch{std::move(watch)}
    {
    }

    void begin() override;
    void savepoint() override;
    void rollbackToSavepoint() override;
    void commit() override;
    void rollback() override;
    void record(const daemon::Changes& changes) override;

private:
    void commitNow();

    DiskMood& m_mood;
    Core& m_core;
    Watch m_watch;
    std::vector<Touched> m_touched;
    std::size_t m_touchedAtSavepoint{0};
    int m_records{0};
};

} // namespace coffee::sim
