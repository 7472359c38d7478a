// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ctl/export_rows.h"
#include "payment_daemon/ledger/setup_ledger.h"
#include "tests/ctl/shop_caller.h"
#include "tests/support/running_shop.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace coffee;
using namespace coffee::ctl;
using namespace coffee::test;

namespace {

QByteArray bytesOf(const QString& path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

/// Without its byte order mark.
QString textOf(const QString& path)
{
    return QString::fromUtf8(bytesOf(path));
}

} // namespace

/// The shop written down for other programs, and for a second shop.
class ExportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cellsAreQuotedAndNoFormulas_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cell");
        QTest::newRow("plain") << "kiosk-1"
                               << "kiosk-1";
        QTest::newRow("comma") << "a, b"
                               << "\"a, b\"";
        QTest::newRow("quotes") << "say \"hi\""
                                << "\"say \"\"hi\"\"\"";
        QTest::newRow("line") << "a\nb"
                              << "\"a\nb\"";
        QTest::newRow("korean") << "우유 떨어짐"
                                << "우유 떨어짐";
        QTest::newRow("formula") << "=1+1"
                                 << "'=1+1";
        QTest::newRow("at") << "@SUM(A1)"
                            << "'@SUM(A1)";
        QTest::newRow("number") << "-300"
                                << "-300";
        QTest::newRow("minus and text") << "-2+3"
                                        << "'-2+3";
    }
    void cellsAreQuotedAndNoFormulas()
    {
        QFETCH(QString, text);
        QFETCH(QString, cell);
        QCOMPARE(QString::fromStdString(csvLine({text.toStdString(), "x"})),
                 cell + QStringLiteral(",x\r\n"));
    }

    void timesAreThoseOfTheShop()
    {
        const ShopTime time = fromMs(1'795'392'007'000);
        QCOMPARE(csvTime(time, std::chrono::minutes{540}), std::string{"2026-11-23 09:00:07"});
        QCOMPARE(csvTime({}, std::chrono::minutes{540}), std::string{});
        QCOMPARE(csvDay(20'780), std::string{"2026-11-23"});
    }

    void aRunningShopIsExported()
    {
        RunningShop shop;
        QVERIFY(shop.startTerminal());
        QVERIFY(shop.startDaemon());
        ShopCaller kiosk{shop.commands().toStdString(), {Role::Kiosk, "kiosk-1"}};
        std::int64_t total = 0;
        for (std::uint64_t seed = 1; seed <= 3; ++seed)
            total += kiosk.buy(seed).basket.total.won();
        const QString folder = shop.data() + QStringLiteral("/export");
        const auto outcome =
            shop.run(QStringLiteral("coffeectl"), {QStringLiteral("export"), folder,
                                                   QStringLiteral("--commands"), shop.commands()});
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
        QVERIFY2(outcome.out.contains(QStringLiteral("3 orders")), qPrintable(outcome.out));
        QCOMPARE(QDir{folder}.entryList(QDir::Files | QDir::Hidden),
                 (QStringList{QStringLiteral("events.csv"), QStringLiteral("events.jsonl"),
                              QStringLiteral("order_lines.csv"), QStringLiteral("orders.csv")}));
        for (const char* name : {"/orders.csv", "/order_lines.csv", "/events.csv"})
            QVERIFY2(bytesOf(folder + QLatin1String{name}).startsWith("\xef\xbb\xbf"), name);
        const QString orders = textOf(folder + QStringLiteral("/orders.csv"));
        const QStringList rows = orders.trimmed().split(QStringLiteral("\r\n"));
        QCOMPARE(rows.size(), 4);
        std::int64_t sum = 0;
        for (const QString& row : rows.mid(1))
            sum += row.split(QLatin1Char(',')).at(8).toLongLong();
        QCOMPARE(sum, total);
        const QString lines = textOf(folder + QStringLiteral("/events.jsonl"));
        Sequence seq = 0;
        for (const QString& line : lines.trimmed().split(QLatin1Char('\n'))) {
            const QJsonObject event = QJsonDocument::fromJson(line.toUtf8()).object();
            QVERIFY2(!event.isEmpty(), qPrintable(line));
            ++seq;
            QVERIFY2(line.contains(QStringLiteral("\"seq\":%1").arg(seq)), qPrintable(line));
        }
    }

    void aSecondShopOpensLikeTheFirst()
    {
        RunningShop shop;
        QVERIFY(shop.startTerminal());
        QVERIFY(shop.startDaemon());
        const auto pin = shop.run(
            QStringLiteral("coffeectl"),
            {QStringLiteral("pin"), QStringLiteral("--commands"), shop.commands()}, "718293\n");
        QVERIFY2(pin.exitCode == 0, qPrintable(pin.err));
        QVERIFY(shop.stopDaemon());
        const QString etc = shop.data() + QStringLiteral("/etc");
        QVERIFY(QDir{}.mkpath(etc));
        QVERIFY(QFile::copy(RunningShop::menuFile(), etc + QStringLiteral("/menu.toml")));
        QVERIFY(QFile::copy(QStringLiteral(COFFEE_SOURCE_DIR "/resources/payment_daemon.toml"),
                            etc + QStringLiteral("/payment_daemon.toml")));
        const QString setup = shop.data() + QStringLiteral("/setup");
        const auto exported = shop.run(
            QStringLiteral("coffeectl"),
            {QStringLiteral("setup"), QStringLiteral("export"), etc, shop.databaseFile(), setup});
        QVERIFY2(exported.exitCode == 0, qPrintable(exported.err));
        QVERIFY(
            textOf(setup + QStringLiteral("/pin.hash")).startsWith(QStringLiteral("$argon2id$")));
        QVERIFY(!(QFile::permissions(setup + QStringLiteral("/pin.hash")) &
                  (QFile::ReadGroup | QFile::ReadOther)));

        const QString etc2 = shop.data() + QStringLiteral("/second/etc");
        const QString data2 = shop.data() + QStringLiteral("/second/data");
        const QStringList import{QStringLiteral("setup"), QStringLiteral("import"), setup, etc2,
                                 data2};
        const auto imported = shop.run(QStringLiteral("coffeectl"), import);
        QVERIFY2(imported.exitCode == 0, qPrintable(imported.err));
        QCOMPARE(textOf(etc2 + QStringLiteral("/menu.toml")),
                 textOf(etc + QStringLiteral("/menu.toml")));
        const auto hash = daemon::pinHashIn((data2 + QStringLiteral("/shop.sqlite")).toStdString());
        QVERIFY(hash.ok());
        QCOMPARE(QString::fromStdString(*hash) + QLatin1Char('\n'),
                 textOf(setup + QStringLiteral("/pin.hash")));
        // Never over what is there.
        QCOMPARE(shop.run(QStringLiteral("coffeectl"), import).exitCode, 1);

        // It opens, with the same PIN and the same menu.
        QVERIFY(shop.startDaemonWith(
            {QStringLiteral("--config"), etc2 + QStringLiteral("/payment_daemon.toml"),
             QStringLiteral("--data"), data2, QStringLiteral("--commands"), shop.commands(),
             QStringLiteral("--events"), shop.events(), QStringLiteral("--board"), shop.board(),
             QStringLiteral("--gateway"), QStringLiteral("instant")}));
        const auto changed =
            shop.run(QStringLiteral("coffeectl"),
                     {QStringLiteral("pin"), QStringLiteral("--commands"), shop.commands()},
                     "718293\n829374\n");
        QVERIFY2(changed.exitCode == 0, qPrintable(changed.err));
    }
};

QTEST_GUILESS_MAIN(ExportTest)
#include "test_export.moc"
