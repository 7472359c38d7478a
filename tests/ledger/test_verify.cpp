// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ledger/statement.h"
#include "payment_daemon/ledger/verify.h"
#include "shared/protocol/codec.h"
#include "tests/ledger/ledger_rows.h"
#include "tests/ledger/told_shop.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

using namespace coffee;
using namespace coffee::daemon;
using namespace coffee::test;

namespace {

/// Columns that no event and no other column knows: only their form can be checked.
const std::set<std::string> kKnownToNobodyElse{"attempts.quote",
                                               "attempts.abandon_asked",
                                               "attempts.shown",
                                               "orders.code_failures",
                                               "orders.code_locked_until",
                                               "refunds.key",
                                               "operations.key",
                                               "operations.machine",
                                               "operations.fingerprint",
                                               "operations.status",
                                               "operations.body",
                                               "operations.at",
                                               "tombstones.at",
                                               "settings.name",
                                               "settings.value",
                                               "views.fold_version"};

/// Rows in which a column means something; elsewhere any row will do.
const std::map<std::string, std::string> kRows{
    {"attempts", "state = 'paid'"},
    {"attempts.cause", "state = 'declined'"},
    {"attempts.decline_kind", "state = 'declined' AND final_body LIKE '%refused%'"},
    {"orders", "state = 'cancelled'"},
    {"events", "type = 'order.paid'"},
};

std::string rowsOf(const std::string& table, const std::string& column)
{
    const auto special = kRows.find(table + '.' + column);
    if (special != kRows.end())
        return special->second;
    const auto usual = kRows.find(table);
    return usual == kRows.end() ? "1" : usual->second;
}

/// Another value that the column's type allows.
std::string altered(const std::string& table, const std::string& column, const std::string& type)
{
    if (column == "abandon_asked" || column == "shown" || column == "stop_unacknowledged")
        return "1 - " + column;
    if (column == "decline_kind")
        return "'not_sent'";
    if (table == "operations" && column == "status")
        return "'refused'";
    if (type == "INTEGER")
        return "coalesce(" + column + ", 0) + 1000000";
    return "coalesce(" + column + ", '') || 'x'";
}

struct Column {
    std::string name;
    std::string type;
};

std::vector<Column> columnsOf(Connection& raw, const std::string& table)
{
    std::vector<Column> columns;
    Statement query = raw.prepare("SELECT name, type FROM pragma_table_info(?)");
    Rows row = query.query(table);
    while (row.next())
        columns.push_back({row.text(0), row.text(1)});
    return columns;
}

/// The columns of the primary key.
std::string keyOf(const std::string& file, const std::string& table)
{
    Connection raw{file, OpenMode::Existing};
    Statement query = raw.prepare("SELECT name FROM pragma_table_info(?) WHERE pk > 0");
    Rows row = query.query(table);
    std::string key;
    while (row.next())
        key += (key.empty() ? "" : ", ") + row.text(0);
    return key;
}

/// A person with a tool: no trigger, no check and no reference is in the way.
void alterByHand(const std::string& file, const std::string& sql)
{
    Connection raw{file, OpenMode::Existing};
    raw.execute("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;"
                "PRAGMA synchronous = OFF; BEGIN");
    std::vector<std::pair<std::string, std::string>> triggers;
    {
        Statement query = raw.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'");
        Rows row = query.query();
        while (row.next())
            triggers.emplace_back(row.text(0), row.text(1));
    }
    for (const auto& [name, text] : triggers)
        raw.execute("DROP TRIGGER " + name);
    raw.execute(sql);
    for (const auto& [name, text] : triggers)
        raw.execute(text);
    raw.execute("COMMIT");
}

} // namespace

class TestVerify : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::string m_healthy;

    /// A fresh copy of the healthy shop.
    [[nodiscard]] std::string copy() const
    {
        const QString name = m_folder.filePath(QStringLiteral("copy.db"));
        QFile::remove(name);
        QFile::remove(name + QStringLiteral("-wal"));
        QFile::copy(QString::fromStdString(m_healthy), name);
        return name.toStdString();
    }
    [[nodiscard]] static std::vector<LedgerDifference> differences(const std::string& file)
    {
        auto verdict = verifyLedger(file);
        if (!verdict)
            return {{"the whole file", "a ledger", verdict.error()}};
        return verdict->differences;
    }
    [[nodiscard]] static bool names(const std::vector<LedgerDifference>& found,
                                    const std::string& place)
    {
        return std::any_of(found.begin(), found.end(), [&](const LedgerDifference& difference) {
            return difference.where.find(place) != std::string::npos;
        });
    }

    static void writeShop(Ledger& ledger, std::uint64_t seed, std::size_t size)
    {
        const std::vector<Event> events = withClosings(wholeHistory(seed, size));
        writeHistory(ledger, events);
        ShopView view;
        for (const Event& event : events)
            view.apply(event);
        commit(ledger, {ViewStored{view.seq, protocol::encodeView(view)},
                        SettingStored{"pin_hash", "argon2"},
                        OperationStored{{OperationKey{"00"}, "bar-1", "f",
                                         protocol::ReplyStatus::Ok, "{}", at(1)}},
                        TombstoneInserted{{attemptKey(999'999'999), "kiosk-1",
                                           protocol::encodeBody(
                                               protocol::AttemptAnswer{protocol::GivenUpAnswer{}}),
                                           at(1)}}});
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_healthy = m_folder.filePath(QStringLiteral("healthy.db")).toStdString();
        const auto ledger = openLedger(m_healthy);
        writeShop(*ledger, 42, 500);
    }

    void healthyShopsVerify_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 3; ++seed)
            QTest::newRow(std::to_string(seed).c_str()) << seed;
    }
    void healthyShopsVerify()
    {
        QFETCH(quint64, seed);
        QTemporaryDir folder;
        const std::string file = folder.filePath(QStringLiteral("shop.db")).toStdString();
        {
            const auto ledger = openLedger(file);
            writeShop(*ledger, seed, 1000);
        }
        const auto verdict = verifyLedger(file);
        QVERIFY2(verdict.ok(), verdict ? "" : verdict.error().c_str());
        QVERIFY2(verdict->differences.empty(),
                 verdict->differences.empty() ? "" : toText(verdict->differences.front()).c_str());
        QVERIFY(verdict->events >= 1000);
        QVERIFY(verdict->orders > 20);
    }

    void emptyShopVerifies()
    {
        const std::string file = m_folder.filePath(QStringLiteral("empty.db")).toStdString();
        openLedger(file).reset();
        QVERIFY(differences(file).empty());
    }

    void everyAlteredColumnIsReported_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("type");
        Connection raw{copy(), OpenMode::Existing};
        Statement tables = raw.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'"
                                       " AND name NOT IN ('owed_refunds')");
        Rows table = tables.query();
        while (table.next())
            for (const Column& column : columnsOf(raw, table.text(0)))
                QTest::newRow((table.text(0) + '.' + column.name).c_str())
                    << QString::fromStdString(table.text(0)) << QString::fromStdString(column.name)
                    << QString::fromStdString(column.type);
    }
    void everyAlteredColumnIsReported()
    {
        QFETCH(QString, table);
        QFETCH(QString, column);
        QFETCH(QString, type);
        const std::string name = table.toStdString();
        const std::string field = column.toStdString();
        const std::string file = copy();
        const std::string key = keyOf(file, name);
        alterByHand(file, "UPDATE " + name + " SET " + field + " = " +
                              altered(name, field, type.toStdString()) + " WHERE (" + key +
                              ") = (SELECT " + key + " FROM " + name + " WHERE " +
                              rowsOf(name, field) + " LIMIT 1)");
        const auto found = differences(file);
        if (kKnownToNobodyElse.contains(name + '.' + field))
            return;
        QVERIFY2(!found.empty(), (name + '.' + field).c_str());
        // Who is altered by hand is named, or the events that are built on it.
        QVERIFY2(names(found, name) || (name == "meta" && names(found, "events 1, chain")) ||
                     names(found, "file"),
                 toText(found.front()).c_str());
    }

    void alteredStateNamesTheOrder()
    {
        const std::string file = copy();
        alterByHand(file, "UPDATE orders SET state = 'ready' WHERE id = (SELECT min(id) FROM orders"
                          " WHERE state = 'collected' AND number NOT IN (SELECT number FROM orders"
                          " WHERE state IN ('queued', 'making', 'ready')))"); // numbers come again
        const auto found = differences(file);
        QVERIFY(!found.empty());
        const auto named =
            std::find_if(found.begin(), found.end(), [](const LedgerDifference& difference) {
                return difference.where.starts_with("orders ") &&
                       difference.where.ends_with(", state");
            });
        QVERIFY(named != found.end());
        QCOMPARE(named->expected, std::string{"\"collected\""});
        QCOMPARE(named->found, std::string{"\"ready\""});
    }

    void missingRowsAndAddedRowsAreReported()
    {
        for (const char* table : {"attempts", "orders", "order_lines", "line_options", "units",
                                  "refunds", "refund_units", "events", "z_reports"}) {
            const std::string file = copy();
            const std::string name{table};
            const std::string key = keyOf(file, name);
            alterByHand(file, "DELETE FROM " + name + " WHERE (" + key + ") = (SELECT " + key +
                                  " FROM " + name + " LIMIT 1 OFFSET (SELECT count(*) > 1 FROM " +
                                  name + "))");
            QVERIFY2(names(differences(file), name), table);
        }
        const std::string file = copy();
        alterByHand(file, "INSERT INTO refunds VALUES (999999, 1, 'k', 1, '', 'done', 1, 1)");
        QVERIFY(names(differences(file), "refunds 999999"));
    }

    /// The events, the tables and the Z are three tellers of one story.
    void anAlteredAmountIsNamedByTheLogAndByTheZ_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("figure");
        QTest::newRow("a price") << "order.paid"
                                 << "$.basket.total"
                                 << "sales";
        QTest::newRow("a refund") << "refund.opened"
                                  << "$.amount"
                                  << "refunds opened";
        QTest::newRow("what went back") << "refund.moved"
                                        << "$.amount"
                                        << "refunds";
        QTest::newRow("a declined charge") << "attempt.moved"
                                           << "$.amount"
                                           << "declined";
    }
    void anAlteredAmountIsNamedByTheLogAndByTheZ()
    {
        QFETCH(QString, type);
        QFETCH(QString, path);
        QFETCH(QString, figure);
        const std::string file = copy();
        const std::string body = path.toStdString();
        alterByHand(file, "UPDATE events SET body = json_set(body, '" + body + "', (body->>'" +
                              body +
                              "') + 100) WHERE seq = (SELECT min(seq) FROM events WHERE"
                              " type = '" +
                              type.toStdString() +
                              "' AND (type NOT LIKE '%.moved' OR body->>'$.to' IN ('done',"
                              " 'declined')))");
        const auto found = differences(file);
        QVERIFY(names(found, ", chain"));
        QVERIFY2(names(found, "z_reports 1, " + figure.toStdString()),
                 toText(found.back()).c_str());
    }

    /// A sample over the whole log of everything that a Z counts.
    void whicheverAmountIsAlteredTheZDisagrees()
    {
        const std::string untouched = copy();
        std::vector<std::pair<std::int64_t, std::string>> amounts;
        {
            Connection raw{untouched, OpenMode::Existing};
            Statement query = raw.prepare(
                "SELECT seq, CASE type WHEN 'order.paid' THEN '$.basket.total' ELSE '$.amount' END"
                " FROM events WHERE seq <= (SELECT max(to_seq) FROM z_reports) AND"
                " (type IN ('order.paid', 'refund.opened')"
                " OR (type = 'refund.moved' AND body->>'$.to' IN ('done', 'needs_review'))"
                " OR (type = 'attempt.moved'"
                " AND body->>'$.to' IN ('declined', 'voided', 'needs_review'))) ORDER BY seq");
            Rows row = query.query();
            while (row.next())
                amounts.emplace_back(row.integer(0), row.text(1));
        }
        constexpr std::size_t kTried = 40;
        QVERIFY(amounts.size() > kTried);
        for (std::size_t place = 0; place < kTried; ++place) {
            const auto& [seq, path] = amounts[place * amounts.size() / kTried];
            const std::string file = copy();
            alterByHand(file, "UPDATE events SET body = json_set(body, '" + path + "', (body->>'" +
                                  path + "') + 1) WHERE seq = " + std::to_string(seq));
            const auto found = differences(file);
            const std::string event = "events " + std::to_string(seq);
            QVERIFY2(names(found, event + ", chain"), event.c_str());
            QVERIFY2(names(found, "z_reports "), event.c_str());
        }
        qInfo("%zu amounts in the Zs, %zu of them altered by one won", amounts.size(), kTried);
    }

    void aZThatWasChangedIsNamed()
    {
        const std::string file = copy();
        alterByHand(file, "UPDATE z_reports SET report = json_set(report, '$.sales.sum',"
                          " (report->>'$.sales.sum') - 5000) WHERE number = 2");
        auto found = differences(file);
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found.front().where, std::string{"z_reports 2, sales"});
        // A figure without a name of its own is found as well.
        const std::string other = copy();
        alterByHand(other, "UPDATE z_reports SET report = json_set(report, '$.items[0].units',"
                           " 77) WHERE number = 1");
        found = differences(other);
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found.front().where, std::string{"z_reports 1, report"});
    }

    void cutOffTailIsReported()
    {
        const std::string file = copy();
        alterByHand(file, "DELETE FROM events WHERE seq > (SELECT max(seq) FROM events) - 3");
        QVERIFY(names(differences(file), "views 1, seq"));
    }

    void missingTriggerIsReported()
    {
        const std::string file = copy();
        Connection{file, OpenMode::Existing}.execute("DROP TRIGGER events_unchanging");
        QVERIFY(names(differences(file), "trigger events_unchanging"));
    }

    void ledgerInUseIsOneSentence()
    {
        const std::string file = m_folder.filePath(QStringLiteral("busy.db")).toStdString();
        const auto ledger = openLedger(file);
        const auto verdict = verifyLedger(file);
        QVERIFY(!verdict.ok());
        QVERIFY(verdict.error().find("database in use") != std::string::npos);
    }

    void whatIsNoLedgerIsOneSentence()
    {
        QVERIFY(!verifyLedger(m_folder.filePath(QStringLiteral("none.db")).toStdString()).ok());
        const std::string file = m_folder.filePath(QStringLiteral("text.db")).toStdString();
        std::ofstream{file} << "not a database, but long enough to be looked at as one, surely so";
        QVERIFY(!verifyLedger(file).ok());
    }
};

QTEST_GUILESS_MAIN(TestVerify)
#include "test_verify.moc"
