// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/client/station_store.h"
#include "tests/support/fake_feed_source.h"
#include "tests/support/history_builder.h"
#include "tests/support/random_history.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

using namespace coffee;
using namespace coffee::client;
using namespace std::chrono_literals;
using coffee::test::FakeFeedSource;
using coffee::test::RandomHistory;

namespace {

const ShopTime kNow = fromMs(1'795'392'000'000);

void overwrite(const QString& path, const QByteArray& bytes)
{
    QFile file{path};
    QVERIFY(file.open(QFile::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// Runs one statement on a file that no store has open.
void execute(const QString& path, const QString& statement)
{
    const QString connection = QStringLiteral("test");
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection);
        database.setDatabaseName(path);
        QVERIFY(database.open());
        QSqlQuery query{database};
        QVERIFY(query.exec(statement));
    }
    QSqlDatabase::removeDatabase(connection);
}

} // namespace

class TestStationStore : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString folder() const { return m_folder->path(); }
    QString viewFile() const { return folder() + QStringLiteral("/view.sqlite"); }
    QString journalFile() const { return folder() + QStringLiteral("/journal.sqlite"); }

    StoredView stored(std::uint64_t seed, std::size_t events)
    {
        RandomHistory history{seed};
        return {protocol::Stream::Events, "epoch-1", kNow,
                coffee::test::folded(history.take(events))};
    }
    void saveAndClose(StoredView view)
    {
        StationStore store{folder()};
        store.save(std::move(view));
        QVERIFY(store.flush(10s));
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aFreshStoreHasNothing()
    {
        StationStore store{folder()};
        QVERIFY(!store.load(protocol::Stream::Events));
    }

    void aViewComesBack()
    {
        const StoredView view = stored(1, 400);
        saveAndClose(view);
        StationStore store{folder()};
        const auto loaded = store.load(protocol::Stream::Events);
        QVERIFY(loaded);
        QCOMPARE(loaded->view, view.view);
        QCOMPARE(loaded->epoch, view.epoch);
        QCOMPARE(loaded->asOf, view.asOf);
    }

    void theNewestViewWins()
    {
        {
            StationStore store{folder()};
            for (std::size_t n = 1; n <= 40; ++n)
                store.save(stored(2, n * 5));
        } // ending it writes what waits
        StationStore store{folder()};
        QCOMPARE(store.load(protocol::Stream::Events)->view.seq, 200);
    }

    void aViewOfAnotherStreamIsNotUsed()
    {
        saveAndClose(stored(3, 10));
        StationStore store{folder()};
        QVERIFY(!store.load(protocol::Stream::Board));
    }

    void aStoreThatCannotBeUsedIsReplaced_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::newRow("another fold version")
            << QStringLiteral("UPDATE view SET fold_version = fold_version + 1");
        QTest::newRow("a byte is another one")
            << QStringLiteral("UPDATE view SET bytes = CAST(replace(CAST(bytes AS TEXT), "
                              "'\"sales\":', '\"sales\":1') AS BLOB)");
        QTest::newRow("not a view") << QStringLiteral("UPDATE view SET bytes = x'7b7d'");
        QTest::newRow("no row") << QStringLiteral("DELETE FROM view");
        QTest::newRow("not a database") << QString{};
    }

    void aStoreThatCannotBeUsedIsReplaced()
    {
        QFETCH(QString, damage);
        saveAndClose(stored(4, 50));
        if (damage.isEmpty())
            overwrite(viewFile(), QByteArray(5'000, 'x'));
        else
            execute(viewFile(), damage);
        {
            StationStore store{folder()};
            QVERIFY(!store.load(protocol::Stream::Events));
            store.save(stored(5, 20));
        }
        StationStore store{folder()};
        QCOMPARE(store.load(protocol::Stream::Events)->view.seq, 20);
    }

    void aBrokenFileIsFollowedByAWorkingOne()
    {
        overwrite(viewFile(), QByteArray(5'000, 'x'));
        saveAndClose(stored(6, 20));
        StationStore store{folder()};
        QCOMPARE(store.load(protocol::Stream::Events)->view.seq, 20);
    }

    void aFolderThatIsNotThereIsSurvived()
    {
        StationStore store{folder() + QStringLiteral("/nowhere")};
        QVERIFY(!store.load(protocol::Stream::Events));
        store.save(stored(7, 10));
        QVERIFY(store.flush(10s));
    }

    void theKeeperRestoresAFeedAndWritesItBack()
    {
        RandomHistory history{8};
        const std::vector<Event> events = history.take(60);
        {
            StationStore store{folder()};
            FakeFeedSource source;
            ShopFeed feed{source, source.now()};
            ViewKeeper keeper{feed, store, protocol::Stream::Board};
            feed.start();
            QVERIFY(source.startedFrom.epoch.empty());
            source.goLive(ShopView{}, kNow);
            source.publish(events);
        }
        StationStore store{folder()};
        FakeFeedSource source;
        ShopFeed feed{source, source.now()};
        ViewKeeper keeper{feed, store, protocol::Stream::Board};
        QCOMPARE(feed.view(), coffee::test::folded(events));
        QCOMPARE(feed.freshness().asOf, std::optional{kNow});
        feed.start();
        QCOMPARE(source.startedFrom, (FeedPosition{"epoch-1", 60}));
    }

    void theKeeperWritesWhileTheProgramRuns()
    {
        RandomHistory history{9};
        StationStore store{folder()};
        FakeFeedSource source;
        ShopFeed feed{source, source.now()};
        ViewKeeper keeper{feed, store, protocol::Stream::Events};
        feed.start();
        source.goLive(ShopView{}, kNow);
        source.publish(history.take(10));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(viewFile()), 5'000);
    }

    void theJournalKeepsItsWords()
    {
        {
            StationJournal journal{folder()};
            QCOMPARE(journal.put("attempt", "key-1"), StationJournal::Outcome::Written);
            QCOMPARE(journal.put("outbox/2", "second"), StationJournal::Outcome::Written);
            QCOMPARE(journal.put("outbox/1", "third"), StationJournal::Outcome::Written);
            QCOMPARE(journal.put("outbox/2", "second, changed"), StationJournal::Outcome::Written);
            QCOMPARE(journal.put("bytes", std::string{"a\0b\xff", 4}),
                     StationJournal::Outcome::Written);
            QCOMPARE(journal.remove("nothing"), StationJournal::Outcome::Written);
        }
        StationJournal journal{folder()};
        QCOMPARE(journal.get("attempt"), std::optional<std::string>{"key-1"});
        QCOMPARE(journal.get("bytes"), (std::optional<std::string>{std::string{"a\0b\xff", 4}}));
        QVERIFY(!journal.get("outbox"));
        const std::vector<StationJournal::Entry> expected{{"outbox/2", "second, changed"},
                                                          {"outbox/1", "third"}};
        QVERIFY(journal.entries("outbox/") == expected);
        QCOMPARE(journal.remove("attempt"), StationJournal::Outcome::Written);
        QVERIFY(!journal.get("attempt"));
    }

    void aBrokenJournalIsSetAsideNotDeleted()
    {
        overwrite(journalFile(), QByteArray(5'000, 'x'));
        StationJournal journal{folder()};
        QCOMPARE(journal.put("attempt", "key"), StationJournal::Outcome::Written);
        const QStringList aside =
            QDir{folder()}.entryList({QStringLiteral("journal.sqlite.broken-*")}, QDir::Files);
        QCOMPARE(aside.size(), 1);
        QCOMPARE(QFileInfo(folder() + u'/' + aside.first()).size(), 5'000);
    }

    void aJournalWithoutADiskSaysSo()
    {
        StationJournal journal{folder() + QStringLiteral("/nowhere")};
        QCOMPARE(journal.put("attempt", "key"), StationJournal::Outcome::DiskFailed);
        QCOMPARE(journal.remove("attempt"), StationJournal::Outcome::DiskFailed);
        QVERIFY(!journal.get("attempt"));
    }

    void aFileThatSomebodyElseHoldsIsLeftAlone()
    {
        StationJournal first{folder()};
        QCOMPARE(first.put("attempt", "key"), StationJournal::Outcome::Written);
        StationJournal second{folder()};
        QCOMPARE(second.put("attempt", "other"), StationJournal::Outcome::DiskFailed);
        QCOMPARE(first.get("attempt"), std::optional<std::string>{"key"});
        QVERIFY(QFile::exists(journalFile()));
    }

    /// What `put` said is written is there although the process never closed the file.
    void whatWasPutSurvivesAKill()
    {
        StationJournal journal{folder()};
        QCOMPARE(journal.put("attempt", "key"), StationJournal::Outcome::Written);
        const QString copy = folder() + QStringLiteral("/copy");
        QVERIFY(QDir{}.mkpath(copy));
        for (const char* part : {"journal.sqlite", "journal.sqlite-wal"})
            std::filesystem::copy_file((folder() + u'/' + QLatin1StringView{part}).toStdString(),
                                       (copy + u'/' + QLatin1StringView{part}).toStdString());
        StationJournal after{copy};
        QCOMPARE(after.get("attempt"), std::optional<std::string>{"key"});
    }
};

QTEST_GUILESS_MAIN(TestStationStore)
#include "test_station_store.moc"
