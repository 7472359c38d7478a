// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ledger/sqlite_ledger.h"

#include "payment_daemon/ledger/column_words.h"
#include "payment_daemon/ledger/ledger_file.h"
#include "payment_daemon/ledger/ledger_reader.h"
#include "payment_daemon/ledger/ledger_writer.h"

namespace coffee::daemon {

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

    std::unique_ptr<Connection> connection;
    LedgerReader reader;
    LedgerWriter writer;

private:
    /// SQLite itself may have undone the transaction when the disk was full.
    void undo()
    {
        try {
            if (connection->inTransaction())
                connection->execute("ROLLBACK");
        } catch (const DatabaseError& error) {
            throw LedgerBroken{error.what()};
        }
    }
};

SqliteLedger::SqliteLedger(const std::filesystem::path& file, const LedgerIdentity& identityIfNew)
    : m_engine{std::make_unique<Engine>(openLedgerFile(file, identityIfNew))}
{
}

SqliteLedger::~SqliteLedger() = default;

void SqliteLedger::begin()
{
    m_engine->run("BEGIN IMMEDIATE");
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
    m_engine->run("ROLLBACK TO input");
    m_engine->run("RELEASE input");
}

void SqliteLedger::commit()
{
    m_engine->run("COMMIT");
}

void SqliteLedger::rollback()
{
    m_engine->run("ROLLBACK");
}

void SqliteLedger::record(const Changes& changes)
{
    m_engine->guarded([&] {
        for (const Change& change : changes)
            m_engine->writer.write(change);
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

std::int64_t SqliteLedger::statementsRun() const
{
    return m_engine->connection->statementsRun();
}

std::vector<std::string> SqliteLedger::queryPlans()
{
    return m_engine->guarded([&] { return m_engine->connection->queryPlans(); });
}

} // namespace coffee::daemon
