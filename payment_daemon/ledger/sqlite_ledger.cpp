// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ledger/sqlite_ledger.h"

#include "payment_daemon/ledger/column_words.h"
#include "payment_daemon/ledger/database_copy.h"
#include "payment_daemon/ledger/head_witness.h"
#include "payment_daemon/ledger/ledger_file.h"
#include "payment_daemon/ledger/ledger_reader.h"
#include "payment_daemon/ledger/ledger_writer.h"
#include "payment_daemon/ledger/log_head.h"
#include "payment_daemon/ledger/written_sql.h"

namespace coffee::daemon {
namespace {

LedgerUnusable behindWitness(const std::filesystem::path& file, const std::string& what,
                             const HeadWitness& witness)
{
    return LedgerUnusable{file.string() + ": " + what +
                          "; a part of it was taken away or an old copy was put in its place. Put "
                          "the right files back; to go on with this one on purpose, delete " +
                          witness.file().string()};
}

void refuseBehind(const std::filesystem::path& file, Connection& connection,
                  const HeadWitness& witness, const std::optional<LogHead>& seen)
{
    if (!seen)
        return;
    const LogHead here = headOf(connection, seen->seq);
    if (here.epoch != seen->epoch)
        throw behindWitness(file, "this is another log than the one before", witness);
    if (here.seq < seen->seq)
        throw behindWitness(file,
                            "the log ends at event " + std::to_string(here.seq) +
                                ", and it had reached event " + std::to_string(seen->seq),
                            witness);
    if (here.chain != seen->chain)
        throw behindWitness(
            file, "event " + std::to_string(seen->seq) + " is not the one that had been written",
            witness);
}

class SqliteCopy final : public LedgerCopy {
public:
    SqliteCopy(Connection& from, const std::filesystem::path& to)
    try : m_copy{from, to} {
    } catch (const DatabaseError& error) {
        throw Failed{to.string() + ": " + error.what()};
    }

    bool some() override
    {
        try {
            return m_copy.some(kPagesAtOnce);
        } catch (const DatabaseError& error) {
            throw Failed{error.what()};
        }
    }

private:
    static constexpr int kPagesAtOnce = 64;
    DatabaseCopy m_copy;
};

} // namespace

/// The connection with what reads and writes through it, and the one place where SQLite's words
/// become the ledger's.
class SqliteLedger::Engine {
public:
    explicit Engine(std::unique_ptr<Connection> opened)
        : connection{std::move(opened)}, reader{*connection}, writer{*connection}
    {
    }

    template <class Work>
    auto guarded(Work work)
    {
        try {
            return work();
        } catch (const DatabaseError& error) {
            if (error.isConstraint())
                throw LedgerRefused{error.what()};
            if (error.isFull()) {
                undo();
                throw LedgerFull{error.what()};
            }
            throw LedgerBroken{error.what()};
        } catch (const UnreadableRow& error) {
            throw LedgerBroken{error.what()};
        }
    }

    void run(std::string_view sql)
    {
        guarded([&] { connection->statement(sql).run(); });
    }

    /// After a commit in which the log grew.
    void writeWitness()
    {
        if (const LogHead* head = writer.head())
            witness->write(*head);
        else // what came behind the last event was undone
            witness->write(headOf(*connection));
    }

    std::unique_ptr<Connection> connection;
    LedgerReader reader;
    LedgerWriter writer;
    std::unique_ptr<HeadWitness> witness;
    bool logGrew{false}; ///< in the transaction that is open

private:
    /// SQLite itself may have undone the transaction when the disk was full.
    void undo()
    {
        writer.forgetHead();
        try {
            if (connection->inTransaction())
                connection->execute("ROLLBACK");
        } catch (const DatabaseError& error) {
            throw LedgerBroken{error.what()};
        }
    }
};

SqliteLedger::SqliteLedger(const std::filesystem::path& file, const LedgerIdentity& identityIfNew,
                           Witness witness)
{
    if (witness == Witness::None) {
        m_engine = std::make_unique<Engine>(openLedgerFile(file, identityIfNew));
        return;
    }
    auto kept = std::make_unique<HeadWitness>(file.string() + "-head");
    const auto seen = kept->read();
    try {
        m_engine = std::make_unique<Engine>(
            openLedgerFile(file, identityIfNew, seen ? IfEmpty::Refuse : IfEmpty::Create));
    } catch (const LedgerUnusable& unusable) {
        if (!seen)
            throw;
        throw LedgerUnusable{std::string{unusable.what()} + " (its log had reached event " +
                             std::to_string(seen->seq) + ", says " + kept->file().string() + ')'};
    }
    m_engine->guarded([&] {
        m_engine->connection->leaveLogAtClose(true);
        refuseBehind(file, *m_engine->connection, *kept, seen);
        m_engine->connection->leaveLogAtClose(false);
    });
    m_engine->witness = std::move(kept);
}

SqliteLedger::~SqliteLedger() = default;

void SqliteLedger::begin()
{
    m_engine->run(sql::kBegin);
}

void SqliteLedger::savepoint()
{
    m_engine->run("SAVEPOINT input");
}

void SqliteLedger::releaseSavepoint()
{
    m_engine->run("RELEASE input");
}

void SqliteLedger::rollbackToSavepoint()
{
    m_engine->writer.forgetHead();
    m_engine->run("ROLLBACK TO input");
    m_engine->run("RELEASE input");
}

void SqliteLedger::commit()
{
    m_engine->run(sql::kCommit);
    if (m_engine->witness && m_engine->logGrew)
        m_engine->guarded([&] { m_engine->writeWitness(); });
    m_engine->logGrew = false;
}

void SqliteLedger::rollback()
{
    m_engine->writer.forgetHead();
    m_engine->run("ROLLBACK");
}

void SqliteLedger::record(const Changes& changes)
{
    m_engine->guarded([&] {
        for (const Change& change : changes) {
            m_engine->writer.write(change);
            m_engine->logGrew = m_engine->logGrew || std::holds_alternative<EventAppended>(change);
        }
        // Found now and not at the commit, so that only this input is refused.
        if (m_engine->connection->hasDeferredViolations())
            throw LedgerRefused{
                "a paid attempt without its order, or a cancelled order without the "
                "refund of everything"};
    });
}

OpenShop SqliteLedger::load()
{
    return m_engine->guarded([&] { return m_engine->reader.load(); });
}

std::optional<KeyRow> SqliteLedger::findKey(const AttemptKey& key)
{
    return m_engine->guarded([&] { return m_engine->reader.findKey(key); });
}

std::optional<AttemptRow> SqliteLedger::findAttempt(AttemptId attempt)
{
    return m_engine->guarded([&] { return m_engine->reader.attempt(attempt); });
}

std::optional<OperationRow> SqliteLedger::findOperation(const OperationKey& op)
{
    return m_engine->guarded([&] { return m_engine->reader.operation(op); });
}

std::optional<OrderRow> SqliteLedger::findOrder(OrderId order)
{
    return m_engine->guarded([&] { return m_engine->reader.order(order); });
}

std::optional<OrderRow> SqliteLedger::findOrderByAttempt(const AttemptKey& key)
{
    return m_engine->guarded([&] { return m_engine->reader.orderByAttempt(key); });
}

std::optional<OrderRow> SqliteLedger::findOrderByNumber(std::int32_t number)
{
    return m_engine->guarded([&] { return m_engine->reader.orderByNumber(number); });
}

std::optional<RefundRow> SqliteLedger::findRefund(RefundId refund)
{
    return m_engine->guarded([&] { return m_engine->reader.refund(refund); });
}

std::optional<ZRow> SqliteLedger::findZ(std::int64_t number)
{
    return m_engine->guarded([&] { return m_engine->reader.z(number); });
}

std::vector<Event> SqliteLedger::eventsAfter(Sequence after, std::int32_t limit)
{
    return m_engine->guarded([&] { return m_engine->reader.eventsAfter(after, limit); });
}

std::vector<Event> SqliteLedger::eventsOfOrder(OrderId order, std::int32_t limit)
{
    return m_engine->guarded([&] { return m_engine->reader.eventsOfOrder(order, limit); });
}

std::vector<protocol::OrderSummary> SqliteLedger::ordersBefore(OrderId before, std::int32_t limit,
                                                               bool openOnly)
{
    return m_engine->guarded(
        [&] { return m_engine->reader.ordersBefore(before, limit, openOnly); });
}

std::int64_t SqliteLedger::databaseBytes()
{
    return m_engine->guarded([&] {
        return m_engine->connection->integerOf("PRAGMA page_count") *
               m_engine->connection->integerOf("PRAGMA page_size");
    });
}

std::unique_ptr<LedgerCopy> SqliteLedger::copyTo(const std::filesystem::path& file)
{
    return std::make_unique<SqliteCopy>(*m_engine->connection, file);
}

std::int64_t SqliteLedger::statementsRun() const
{
    return m_engine->connection->statementsRun();
}

std::vector<std::string> SqliteLedger::queryPlans()
{
    return m_engine->guarded([&] { return m_engine->connection->queryPlans(); });
}

} // namespace coffee::daemon
