// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/sim_ledger.h"

#include <utility>

namespace coffee::sim {

using namespace daemon;

namespace {

struct Look {
    std::vector<Touched>& touched;

    void operator()(const AttemptInserted& it) const
    {
        touched.push_back(AttemptTouched{it.row.id, it.row.state, true});
    }
    void operator()(const AttemptChanged& it) const
    {
        touched.push_back(AttemptTouched{it.row.id, it.row.state, false});
    }
    void operator()(const TombstoneInserted& it) const
    {
        touched.push_back(TombstoneTouched{it.row.key.value});
    }
    void operator()(const OrderInserted& it) const
    {
        touched.push_back(OrderTouched{it.row.id, it.row.state, true});
    }
    void operator()(const OrderChanged& it) const
    {
        touched.push_back(OrderTouched{it.row.id, it.row.state, false});
    }
    void operator()(const UnitChanged& it) const
    {
        touched.push_back(UnitTouched{it.order, it.unit, it.state});
    }
    void operator()(const RefundInserted& it) const
    {
        touched.push_back(RefundTouched{it.row.id, it.row.state, true});
    }
    void operator()(const RefundChanged& it) const
    {
        touched.push_back(RefundTouched{it.refund, it.state, false});
    }
    void operator()(const OperationStored& it) const
    {
        touched.push_back(OperationTouched{it.row.op.value});
    }
    template <class Other>
    void operator()(const Other&) const
    {
    }
};

} // namespace

void SimLedger::begin()
{
    MemoryLedger::begin();
    m_touched.clear();
    m_records = 0;
}

void SimLedger::savepoint()
{
    MemoryLedger::savepoint();
    m_touchedAtSavepoint = m_touched.size();
}

void SimLedger::rollbackToSavepoint()
{
    MemoryLedger::rollbackToSavepoint();
    m_touched.resize(m_touchedAtSavepoint);
}

void SimLedger::rollback()
{
    MemoryLedger::rollback();
    m_touched.clear();
}

void SimLedger::record(const Changes& changes)
{
    if (m_mood.full && m_mood.reserve == 0 && m_records++ >= m_mood.fullAfter) {
        m_core.coverage.reach("disk full at record");
        rollback();
        throw LedgerFull{"the simulated disk is full"};
    }
    try {
        MemoryLedger::record(changes);
    } catch (const LedgerRefused& refused) {
        m_watch.refused(refused.what());
        throw;
    }
    for (const Change& change : changes)
        std::visit(Look{m_touched}, change);
}

void SimLedger::commit()
{
    if (m_mood.full && m_mood.reserve > 0) {
        --m_mood.reserve;
        m_core.coverage.reach("disk full, written into the reserve");
    } else if (m_mood.full) {
        m_core.coverage.reach("disk full at commit");
        rollback();
        throw LedgerFull{"the simulated disk is full"};
    }
    if (std::exchange(m_mood.broken, false)) {
        m_core.coverage.reach("disk broken");
        if (m_core.chance(50))
            commitNow();
        throw LedgerBroken{"the simulated disk cannot be synced"};
    }
    if (std::exchange(m_mood.tornLost, false))
        throw Killed{"commit.lost"};
    const bool kept = std::exchange(m_mood.tornKept, false);
    commitNow();
    if (kept)
        throw Killed{"commit.kept"};
}

void SimLedger::commitNow()
{
    MemoryLedger::commit();
    m_watch.committed(std::exchange(m_touched, {}));
}

} // namespace coffee::sim
