// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/client/order_archive.h"

#include "shared/client/app_runtime.h"
#include "shared/client/local_database.h"
#include "shared/domain/report_reading.h"
#include "shared/domain/words.h"
#include "shared/protocol/codec.h"

#include <QCryptographicHash>

#include <algorithm>
#include <limits>
#include <utility>

namespace coffee::client {
namespace {

/// A file of another version is thrown away: it is a copy.
constexpr int kArchiveVersion = 1;
/// So many events are folded again after a restart at most.
constexpr Sequence kIndexEvery = 5'000;
constexpr std::int32_t kPage = 500;

const char* const kTables[] = {
    "CREATE TABLE IF NOT EXISTS events (seq INTEGER PRIMARY KEY, order_id INTEGER,"
    " attempt_id INTEGER, at INTEGER NOT NULL, occurred_at INTEGER NOT NULL, day INTEGER NOT NULL,"
    " role TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL, body TEXT NOT NULL) STRICT",
    "CREATE INDEX IF NOT EXISTS events_of_order ON events(order_id) WHERE order_id IS NOT NULL",
    "CREATE INDEX IF NOT EXISTS events_of_attempt ON events(attempt_id)"
    " WHERE attempt_id IS NOT NULL",
    "CREATE TABLE IF NOT EXISTS closings (number INTEGER PRIMARY KEY, seq INTEGER NOT NULL,"
    " report TEXT) STRICT",
    "CREATE TABLE IF NOT EXISTS order_index (id INTEGER PRIMARY KEY CHECK (id = 1),"
    " seq INTEGER NOT NULL, bytes BLOB NOT NULL, sum BLOB NOT NULL) STRICT"};

QString metaTable()
{
    return QStringLiteral("CREATE TABLE IF NOT EXISTS meta (id INTEGER PRIMARY KEY CHECK (id = 1),"
                          " version INTEGER NOT NULL, epoch TEXT NOT NULL) STRICT");
}

QString text(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

QVariant orderOf(const EventBody& body)
{
    return std::visit(
        [](const auto& event) -> QVariant {
            if constexpr (requires {
                              {
                                  event.order
                                  } -> std::convertible_to<OrderId>;
                          })
                return qlonglong{event.order};
            else
                return {};
        },
        body);
}

QVariant attemptOf(const EventBody& body)
{
    return std::visit(
        [](const auto& event) -> QVariant {
            if constexpr (requires {
                              {
                                  event.attempt
                                  } -> std::convertible_to<AttemptId>;
                          })
                return qlonglong{event.attempt};
            else
                return {};
        },
        body);
}

const QString& eventColumns()
{
    static const QString columns =
        QStringLiteral("SELECT seq, at, occurred_at, day, role, name, type, body FROM events ");
    return columns;
}

/// Nothing when these are not the bytes that were written.
std::optional<Event> eventOf(const QSqlQuery& row)
{
    auto body = protocol::decodeEventBody(row.value(6).toString().toStdString(),
                                          row.value(7).toString().toStdString());
    const auto role = fromWord<Role>(row.value(4).toString().toStdString());
    if (!body || !role)
        return std::nullopt;
    return Event{row.value(0).toLongLong(),
                 fromMs(row.value(1).toLongLong()),
                 fromMs(row.value(2).toLongLong()),
                 row.value(3).toInt(),
                 Actor{*role, row.value(5).toString().toStdString()},
                 std::move(*body)};
}

QByteArray sumOf(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

} // namespace

OrderArchive::OrderArchive(const QString& folder)
    : m_file{folder + QStringLiteral("/history.sqlite")}
{
    open();
    if (m_database && m_database->isBroken())
        startOver();
}

OrderArchive::~OrderArchive()
{
    saveIndex();
    if (m_database && m_database->isBroken()) {
        m_database.reset();
        LocalDatabase::discard(m_file);
    }
}

void OrderArchive::open()
{
    m_database = LocalDatabase::open(m_file, metaTable(), LocalDatabase::IfBroken::Delete);
    if (m_database)
        load();
}

/// A damaged part was read: the daemon has it all.
void OrderArchive::startOver()
{
    const std::string epoch = std::exchange(m_epoch, {});
    m_database.reset();
    LocalDatabase::discard(m_file);
    m_seq = m_indexSavedAt = 0;
    m_index = {};
    m_soFar.reset();
    open();
    if (!epoch.empty())
        static_cast<void>(begin(epoch));
}

void OrderArchive::load()
{
    int version = 0;
    bool good = m_database->run(QStringLiteral("SELECT version, epoch FROM meta"), {},
                                [&](const QSqlQuery& row) {
                                    version = row.value(0).toInt();
                                    m_epoch = row.value(1).toString().toStdString();
                                });
    // It can be had again from the daemon: what is lost with the power is asked for anew.
    good = good && m_database->run(QStringLiteral("PRAGMA synchronous=NORMAL"));
    if (version != kArchiveVersion) {
        m_epoch.clear();
        for (const char* table : {"events", "closings", "order_index", "meta"})
            good = good &&
                   m_database->run(QStringLiteral("DROP TABLE IF EXISTS ") + QLatin1String{table});
        good = good && m_database->run(metaTable());
    }
    for (const char* table : kTables)
        good = good && m_database->run(QLatin1String{table});
    good =
        good && m_database->run(QStringLiteral("SELECT coalesce(max(seq), 0) FROM events"), {},
                                [&](const QSqlQuery& row) { m_seq = row.value(0).toLongLong(); });
    Sequence indexed = 0;
    good = good && m_database->run(QStringLiteral("SELECT seq, bytes, sum FROM order_index"), {},
                                   [&](const QSqlQuery& row) {
                                       const QByteArray bytes = row.value(1).toByteArray();
                                       if (row.value(2).toByteArray() != sumOf(bytes))
                                           return;
                                       auto index = OrderIndex::fromBytes(
                                           {bytes.data(), static_cast<std::size_t>(bytes.size())});
                                       if (!index || row.value(0).toLongLong() > m_seq)
                                           return;
                                       m_index = std::move(*index);
                                       indexed = row.value(0).toLongLong();
                                   });
    m_indexSavedAt = indexed;
    while (good && indexed < m_seq) {
        const auto page = eventsAfter(indexed, kPage);
        good = !page.empty();
        for (const Event& event : page)
            m_index.apply(event);
        if (good)
            indexed = page.back().seq;
    }
    if (!good && !m_database->isBroken())
        m_database.reset();
}

bool OrderArchive::begin(const std::string& epoch)
{
    if (!m_database)
        return false;
    if (epoch == m_epoch)
        return true;
    const bool done =
        m_database->run(QStringLiteral("BEGIN IMMEDIATE")) &&
        m_database->run(QStringLiteral("DELETE FROM events")) &&
        m_database->run(QStringLiteral("DELETE FROM closings")) &&
        m_database->run(QStringLiteral("DELETE FROM order_index")) &&
        m_database->run(
            QStringLiteral("INSERT OR REPLACE INTO meta (id, version, epoch) VALUES (1, ?, ?)"),
            {kArchiveVersion, text(epoch)}) &&
        m_database->run(QStringLiteral("COMMIT"));
    if (!done) {
        static_cast<void>(m_database->run(QStringLiteral("ROLLBACK")));
        return false;
    }
    m_epoch = epoch;
    m_seq = m_indexSavedAt = 0;
    m_index = {};
    m_soFar.reset();
    return true;
}

bool OrderArchive::write(const Event& event)
{
    const bool written = m_database->runKept(
        QStringLiteral("INSERT INTO events (seq, order_id, attempt_id, at, occurred_at, day, role,"
                       " name, type, body) VALUES (?,?,?,?,?,?,?,?,?,?)"),
        {qlonglong{event.seq}, orderOf(event.body), attemptOf(event.body),
         qlonglong{toMs(event.at)}, qlonglong{toMs(event.occurredAt)}, event.day,
         text(word(event.actor.role)), text(event.actor.name), text(protocol::typeName(event.body)),
         text(protocol::encodeEventBody(event.body))});
    if (const auto* closed = std::get_if<DayClosed>(&event.body))
        return written &&
               m_database->runKept(
                   QStringLiteral("INSERT OR REPLACE INTO closings (number, seq) VALUES (?,?)"),
                   {qlonglong{closed->number}, qlonglong{event.seq}});
    return written;
}

bool OrderArchive::take(const std::vector<Event>& events)
{
    if (m_database && m_database->isBroken())
        startOver();
    if (!m_database)
        return false;
    Sequence next = m_seq + 1;
    for (const Event& event : events)
        if (event.seq >= next && event.seq != next++)
            return false;
    if (next == m_seq + 1)
        return true;
    bool done = m_database->run(QStringLiteral("BEGIN IMMEDIATE"));
    for (const Event& event : events)
        done = done && (event.seq <= m_seq || write(event));
    done = done && m_database->run(QStringLiteral("COMMIT"));
    if (!done) {
        static_cast<void>(m_database->run(QStringLiteral("ROLLBACK")));
        return false;
    }
    for (const Event& event : events)
        if (event.seq > m_seq)
            m_index.apply(event);
    m_seq = next - 1;
    for (const Event& event : events)
        if (const auto* closed = std::get_if<DayClosed>(&event.body))
            static_cast<void>(report(closed->number)); // while its events are at hand
    if (m_seq - m_indexSavedAt >= std::max(kIndexEvery, m_seq / 10))
        saveIndex();
    return true;
}

void OrderArchive::saveIndex()
{
    if (!m_database || m_seq == m_indexSavedAt)
        return;
    const QByteArray bytes = QByteArray::fromStdString(m_index.toBytes());
    if (m_database->run(QStringLiteral("INSERT OR REPLACE INTO order_index (id, seq, bytes, sum)"
                                       " VALUES (1,?,?,?)"),
                        {qlonglong{m_seq}, bytes, sumOf(bytes)}))
        m_indexSavedAt = m_seq;
}

OrdersFound OrderArchive::find(const OrderFilter& filter, OrderId before, std::size_t limit) const
{
    return m_index.find(filter, before, limit);
}

std::vector<Event> OrderArchive::eventsAfter(Sequence after, std::int32_t limit) const
{
    std::vector<Event> events;
    if (m_database)
        static_cast<void>(m_database->runKept(
            eventColumns() + QStringLiteral("WHERE seq > ? ORDER BY seq LIMIT ?"),
            {qlonglong{after}, limit}, [&](const QSqlQuery& row) {
                if (auto event = eventOf(row))
                    events.push_back(std::move(*event));
            }));
    return events;
}

std::vector<Event> OrderArchive::eventsOfOrder(OrderId order, std::int32_t limit) const
{
    std::vector<Event> events;
    if (m_database)
        static_cast<void>(m_database->runKept(
            eventColumns() +
                QStringLiteral(
                    "WHERE seq IN (SELECT seq FROM events WHERE order_id = ? UNION"
                    " SELECT seq FROM events WHERE attempt_id IN (SELECT attempt_id FROM events"
                    " WHERE order_id = ? AND attempt_id IS NOT NULL)) ORDER BY seq LIMIT ?"),
            {qlonglong{order}, qlonglong{order}, limit}, [&](const QSqlQuery& row) {
                if (auto event = eventOf(row))
                    events.push_back(std::move(*event));
            }));
    return events;
}

std::vector<Event> OrderArchive::moneyEvents(BusinessDay day,
                                             const std::vector<OrderId>& orders) const
{
    std::vector<Event> events;
    if (!m_database)
        return events;
    Sequence before = 0; // Backwards from the end: only this day is looked through.
    static_cast<void>(m_database->runKept(
        QStringLiteral("SELECT seq FROM events WHERE day < ? ORDER BY seq DESC LIMIT 1"), {day},
        [&](const QSqlQuery& row) { before = row.value(0).toLongLong(); }));
    QStringList named;
    for (const OrderId order : orders)
        named << QString::number(order);
    static_cast<void>(m_database->run(
        eventColumns() +
            QStringLiteral(
                "WHERE seq IN (SELECT seq FROM events WHERE attempt_id IN (SELECT attempt_id"
                " FROM events WHERE seq > ? AND type = 'attempt.moved') UNION"
                " SELECT seq FROM events WHERE type IN ('refund.opened', 'refund.moved')"
                " AND order_id IN (SELECT order_id FROM events WHERE seq > ? AND"
                " type = 'refund.moved' UNION SELECT value FROM json_each(?))) ORDER BY seq"),
        {qlonglong{before}, qlonglong{before}, QStringLiteral("[%1]").arg(named.join(u','))},
        [&](const QSqlQuery& row) {
            if (auto event = eventOf(row))
                events.push_back(std::move(*event));
        }));
    return events;
}

std::vector<ClosedDay> OrderArchive::closedDays(std::int64_t before, std::int32_t limit) const
{
    std::vector<ClosedDay> days;
    if (m_database)
        static_cast<void>(m_database->runKept(
            eventColumns() +
                QStringLiteral("WHERE seq IN (SELECT seq FROM closings WHERE number < ?"
                               " ORDER BY number DESC LIMIT ?) ORDER BY seq DESC"),
            {qlonglong{before}, limit}, [&](const QSqlQuery& row) {
                const auto event = eventOf(row);
                if (const auto* closed = event ? std::get_if<DayClosed>(&event->body) : nullptr)
                    days.push_back({*closed, event->at, event->actor});
            }));
    return days;
}

std::optional<ClosedDay> OrderArchive::closedDay(std::int64_t number) const
{
    const auto days = closedDays(number + 1, 1);
    if (days.empty() || days.front().closed.number != number)
        return std::nullopt;
    return days.front();
}

DayReport OrderArchive::fold(Sequence after, Sequence to, std::chrono::minutes utcOffset,
                             std::vector<OpenOrder> open) const
{
    return readReport(*this, after, utcOffset, std::move(open),
                      [to](const Event& event, const ReportFold&) { return event.seq <= to; });
}

std::optional<DayReport> OrderArchive::keptReport(std::int64_t number) const
{
    std::optional<DayReport> report;
    static_cast<void>(m_database->runKept(
        QStringLiteral("SELECT report FROM closings WHERE number = ? AND report IS NOT NULL"),
        {qlonglong{number}}, [&](const QSqlQuery& row) {
            if (auto kept = protocol::decodeReport(row.value(0).toString().toStdString()))
                report = std::move(*kept);
        }));
    return report;
}

std::optional<DayReport> OrderArchive::report(std::int64_t number)
{
    if (!m_database)
        return std::nullopt;
    if (auto kept = keptReport(number))
        return kept;
    // Each begins with the orders that the one before left open.
    std::int64_t first = number;
    std::optional<DayReport> report;
    while (first > 1 && !(report = keptReport(first - 1)))
        --first;
    for (std::int64_t next = first; next <= number; ++next) {
        const auto day = closedDay(next);
        if (!day)
            return std::nullopt;
        report = fold(day->closed.from - 1, day->closed.to, day->closed.utcOffset,
                      report ? std::move(report->open) : std::vector<OpenOrder>{});
        static_cast<void>(
            m_database->runKept(QStringLiteral("UPDATE closings SET report = ? WHERE number = ?"),
                                {text(protocol::encodeReport(*report)), qlonglong{next}}));
    }
    return report;
}

OrderArchive::SoFar OrderArchive::begunAfter(Sequence after, std::chrono::minutes utcOffset,
                                             std::vector<OpenOrder> open) const
{
    const auto earlier = [this, after](OrderId order) {
        std::vector<Event> events = eventsOfOrder(order, kOrderEventsMax);
        std::erase_if(events, [after](const Event& event) { return event.seq > after; });
        return events;
    };
    return {after, utcOffset, ReportFold{{after, utcOffset, std::move(open), earlier}}, after};
}

DayReport OrderArchive::reportSoFar(std::chrono::minutes utcOffset)
{
    const auto newest = closedDays(std::numeric_limits<std::int64_t>::max(), 1);
    const Sequence after = newest.empty() ? 0 : newest.front().closed.to;
    if (!m_soFar || m_soFar->after != after || m_soFar->utcOffset != utcOffset) {
        const auto last = newest.empty() ? std::nullopt : report(newest.front().closed.number);
        m_soFar = begunAfter(after, utcOffset, last ? last->open : std::vector<OpenOrder>{});
    }
    for (auto page = eventsAfter(m_soFar->seq, kPage); !page.empty();
         page = eventsAfter(m_soFar->seq, kPage))
        for (const Event& event : page) {
            m_soFar->fold.apply(event);
            m_soFar->seq = event.seq;
        }
    return m_soFar->fold.report();
}

} // namespace coffee::client
