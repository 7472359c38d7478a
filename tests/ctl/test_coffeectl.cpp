// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ledger/statement.h"
#include "tests/ctl/shop_caller.h"
#include "tests/ctl/terminal_session.h"
#include "tests/support/running_shop.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace coffee;
using namespace coffee::test;

namespace {

QString lines(std::initializer_list<const char*> all)
{
    QString text;
    for (const char* line : all)
        text += QString::fromUtf8(line) + QLatin1Char{'\n'};
    return text;
}

} // namespace

class TestCoffeectl : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<RunningShop> m_shop;
    protocol::PaidAnswer m_paid;

    [[nodiscard]] RunningShop::Outcome ctl(QStringList words, const QByteArray& input = {}) const
    {
        return m_shop->run(QStringLiteral("coffeectl"), words, input);
    }
    /// With `--commands` of the running daemon.
    [[nodiscard]] RunningShop::Outcome ask(QStringList words, const QByteArray& input = {}) const
    {
        words << QStringLiteral("--commands") << m_shop->commands();
        return ctl(words, input);
    }
    [[nodiscard]] QString database() const
    {
        return m_shop->data() + QStringLiteral("/daemon/shop.sqlite");
    }
    /// One line on standard error, nothing on standard output, and the exit code.
    static void compareFailure(const RunningShop::Outcome& outcome, int exitCode,
                               const QString& words)
    {
        QCOMPARE(outcome.exitCode, exitCode);
        QCOMPARE(outcome.out, QString{});
        QCOMPARE(outcome.err.count(QLatin1Char{'\n'}), 1);
        QVERIFY2(outcome.err.startsWith(QStringLiteral("coffeectl: ")), qPrintable(outcome.err));
        QVERIFY2(outcome.err.contains(words), qPrintable(outcome.err));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_shop = std::make_unique<RunningShop>();
        QVERIFY(m_shop->startTerminal());
        QVERIFY(m_shop->startDaemon());
        ShopCaller kiosk{m_shop->commands().toStdString(), {Role::Kiosk, "kiosk-1"}};
        m_paid = kiosk.buy(7);
        ShopCaller bar{m_shop->commands().toStdString(), {Role::Station, "bar-1"}};
        protocol::OrderCommand start;
        start.op.value = std::string(32, 'a');
        start.order = m_paid.order;
        static_cast<void>(bar.ask<protocol::OrderAnswer>(start));
    }

    void statusSaysWhatTheDaemonDoes()
    {
        const auto status = ask({QStringLiteral("status")});
        QVERIFY2(status.exitCode == 0, qPrintable(status.err));
        QVERIFY(status.out.contains(QStringLiteral("0 queued, 1 making, 0 ready")));
        QVERIFY(status.out.contains(QStringLiteral("terminal_sim (simulation")));
        QVERIFY(status.out.contains(QStringLiteral("shop PIN")));
    }

    void statusAsJsonIsWhatIsOnTheWire()
    {
        const auto status = ask({QStringLiteral("status"), QStringLiteral("--json")});
        const QJsonObject json = QJsonDocument::fromJson(status.out.toUtf8()).object();
        QCOMPARE(json[QStringLiteral("orders_making")].toInt(), 1);
        QCOMPARE(json[QStringLiteral("simulated")].toBool(), true);
    }

    void ordersAreATable()
    {
        const auto orders = ask({QStringLiteral("orders"), QStringLiteral("--open")});
        QVERIFY2(orders.exitCode == 0, qPrintable(orders.err));
        QCOMPARE(orders.out.count(QLatin1Char{'\n'}), 2);
        QVERIFY(orders.out.startsWith(QStringLiteral("NUMBER  STATE")));
        QVERIFY(orders.out.contains(QStringLiteral("   101  making")));
        const auto json = ask({QStringLiteral("orders"), QStringLiteral("--json")});
        const auto list = QJsonDocument::fromJson(json.out.toUtf8()).object();
        QCOMPARE(list[QStringLiteral("orders")].toArray().size(), 1);
    }

    void orderShowsItsWholeHistory()
    {
        const auto order = ask({QStringLiteral("order"), QStringLiteral("101")});
        QVERIFY2(order.exitCode == 0, qPrintable(order.err));
        const qsizetype sent = order.out.indexOf(QStringLiteral("was sent to the terminal"));
        const qsizetype paid = order.out.indexOf(QStringLiteral("paid ₩"));
        const qsizetype start = order.out.indexOf(QStringLiteral("start: queued -> making"));
        QVERIFY2(sent > 0 && paid > sent && start > paid, qPrintable(order.out));
        QVERIFY(order.out.contains(QStringLiteral("station bar-1")));
        for (const PricedLine& line : m_paid.basket.lines)
            QVERIFY2(order.out.contains(QString::fromStdString(line.name.en)),
                     line.name.en.c_str());
        // The claim code is nobody's business but the customer's.
        QVERIFY(
            !order.out.contains(QStringLiteral(" %1\n").arg(QString::fromStdString(m_paid.code))));
    }

    void unknownOrderIsOneLine()
    {
        compareFailure(ask({QStringLiteral("order"), QStringLiteral("9999")}), 1,
                       QStringLiteral("refused"));
        compareFailure(ask({QStringLiteral("order"), QStringLiteral("abc")}), 2,
                       QStringLiteral("not an order number"));
        compareFailure(ask({QStringLiteral("order"), QStringLiteral("0")}), 2,
                       QStringLiteral("not an order number"));
        compareFailure(ask({QStringLiteral("order")}), 2, QStringLiteral("NUMBER is missing"));
    }

    void unreachableDaemonIsOneLineAndExitThree()
    {
        for (const char* command : {"status", "orders", "x", "z", "pin"})
            compareFailure(ctl({QLatin1String{command}, QStringLiteral("--commands"),
                                QStringLiteral("ipc://%1/nobody").arg(m_shop->data())}),
                           3, QStringLiteral("no payment daemon at ipc://"));
    }

    void wrongUseIsOneLineAndExitTwo()
    {
        compareFailure(ctl({}), 2, QStringLiteral("command is missing"));
        compareFailure(ctl({QStringLiteral("dance")}), 2, QStringLiteral("dance"));
        compareFailure(ctl({QStringLiteral("status"), QStringLiteral("--commands"),
                            QStringLiteral("tcp://192.168.0.1:7701")}),
                       2, QStringLiteral("--commands"));
        QCOMPARE(ctl({QStringLiteral("--version")}).exitCode, 0);
        QVERIFY(ctl({QStringLiteral("--help")}).out.contains(QStringLiteral("menu check FILE")));
    }

    void configurationFileGivesTheEndpoint()
    {
        QFile file{m_shop->data() + QStringLiteral("/ctl.toml")};
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("commands = \"" + m_shop->commands().toUtf8() + "\"\n");
        file.close();
        const auto status =
            ctl({QStringLiteral("status"), QStringLiteral("--config"), file.fileName()});
        QVERIFY2(status.exitCode == 0, qPrintable(status.err));
    }

    void menuCheckFindsNothingInTheDemoMenu()
    {
        const auto check =
            ctl({QStringLiteral("menu"), QStringLiteral("check"), RunningShop::menuFile()});
        QVERIFY2(check.exitCode == 0, qPrintable(check.out));
        QVERIFY(check.out.contains(QStringLiteral("good")));
    }

    void menuCheckNamesEveryMistake()
    {
        QFile file{m_shop->data() + QStringLiteral("/menu.toml")};
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(lines({"[shop]", "id = 'x'", "[[item]]", "id = 3"}).toUtf8());
        file.close();
        const auto check = ctl({QStringLiteral("menu"), QStringLiteral("check"), file.fileName()});
        QCOMPARE(check.exitCode, 2);
        const QStringList mistakes = check.out.split(QLatin1Char{'\n'}, Qt::SkipEmptyParts);
        QVERIFY(mistakes.size() > 2);
        for (const QString& mistake : mistakes) {
            QVERIFY2(mistake.startsWith(file.fileName() + QLatin1Char{':'}), qPrintable(mistake));
            QVERIFY2(mistake.contains(QStringLiteral("; expected ")), qPrintable(mistake));
        }
        QVERIFY(check.err.contains(QStringLiteral("%1 mistakes").arg(mistakes.size())));
        compareFailure(ctl({QStringLiteral("verify"), QStringLiteral("/nowhere/shop.sqlite")}), 2,
                       QStringLiteral("/nowhere/shop.sqlite"));
    }

    void pinIsReadFromStandardInputAndChangedWithTheOldOne()
    {
        compareFailure(ask({QStringLiteral("pin")}, "12345\n"), 2, QStringLiteral("six digits"));
        compareFailure(ask({QStringLiteral("pin")}, ""), 2, QStringLiteral("input ended"));
        const auto set = ask({QStringLiteral("pin")}, "902817\n");
        QVERIFY2(set.exitCode == 0, qPrintable(set.err));
        QVERIFY(set.out.contains(QStringLiteral("is set")));
        compareFailure(ask({QStringLiteral("pin")}, "111222\n730284\n"), 1,
                       QStringLiteral("tries left"));
        const auto changed = ask({QStringLiteral("pin")}, "902817\n730284\n");
        QVERIFY2(changed.exitCode == 0, qPrintable(changed.err));
        QVERIFY(changed.out.contains(QStringLiteral("was changed")));
    }

    void xAndZAreTheBooks()
    {
        compareFailure(ask({QStringLiteral("z")}), 1, QStringLiteral("no such Z"));
        compareFailure(ask({QStringLiteral("z"), QStringLiteral("0")}), 2,
                       QStringLiteral("not the number of a Z"));
        const auto x = ask({QStringLiteral("x")});
        QVERIFY2(x.exitCode == 0, qPrintable(x.err));
        QVERIFY2(x.out.startsWith(QStringLiteral("X ")), qPrintable(x.out));
        const std::int64_t total = m_paid.basket.total.won();
        const auto table = ask({QStringLiteral("x"), QStringLiteral("--csv")});
        QVERIFY2(
            table.out.contains(QStringLiteral("total,\"sales\",\"\",\"\",1,%1,0,0\r\n").arg(total)),
            qPrintable(table.out));

        // The PIN is 730284 since the test before.
        compareFailure(ask({QStringLiteral("close"), QStringLiteral("day")}, "111222\n"), 1,
                       QStringLiteral("tries left"));
        const auto closed = ask({QStringLiteral("close"), QStringLiteral("day")}, "730284\n");
        QVERIFY2(closed.exitCode == 0, qPrintable(closed.err));
        QVERIFY2(closed.out.startsWith(QStringLiteral("Z 1 is written: events 1 to ")),
                 qPrintable(closed.out));
        compareFailure(ask({QStringLiteral("close"), QStringLiteral("day")}, "730284\n"), 1,
                       QStringLiteral("nothing happened"));

        const auto z = ask({QStringLiteral("z"), QStringLiteral("1")});
        QVERIFY2(z.out.startsWith(QStringLiteral("Z ")), qPrintable(z.out));
        QCOMPARE(ask({QStringLiteral("z")}).out, z.out);
        // What the Z sold is what the bank took.
        std::int64_t taken = 0;
        for (const auto& [key, charge] : m_shop->bank())
            taken += charge.net();
        QCOMPARE(taken, total);
        const auto sheet = ask({QStringLiteral("z"), QStringLiteral("--csv")});
        QVERIFY(sheet.out.contains(
            QStringLiteral("total,\"sales\",\"\",\"\",1,%1,0,0\r\n").arg(taken)));
        // Now the X begins behind the Z.
        QVERIFY(ask({QStringLiteral("x"), QStringLiteral("--csv")})
                    .out.contains(QStringLiteral("total,\"sales\",\"\",\"\",0,0,0,0")));
    }

    void pinAtATerminalIsAskedTwiceAndNeverShown()
    {
        const std::vector<std::string> words{
            RunningShop::binary(QStringLiteral("coffeectl")).toStdString(), "pin", "--commands",
            m_shop->commands().toStdString()};
        TerminalSession session{words};
        QVERIFY(session.waitFor("Current shop PIN: "));
        QVERIFY(!session.echoes());
        session.type("730284\n");
        QVERIFY(session.waitFor("New shop PIN (6 digits): "));
        QVERIFY(session.waitForSilence());
        session.type("385106\n");
        QVERIFY(session.waitFor("The same once more: "));
        QVERIFY(session.waitForSilence());
        session.type("385107\n");
        QCOMPARE(session.waitForEnd(), 2);
        QVERIFY(session.screen().find("not the same") != std::string::npos);
        QVERIFY(session.screen().find("38510") == std::string::npos);
        QVERIFY(session.echoes());
    }

    void interruptedPinGivesTheTerminalBack()
    {
        TerminalSession session{{RunningShop::binary(QStringLiteral("coffeectl")).toStdString(),
                                 "pin", "--commands", m_shop->commands().toStdString()}};
        QVERIFY(session.waitFor("Current shop PIN: "));
        QVERIFY(session.waitForSilence());
        session.type("\x03");
        QVERIFY(session.waitForEnd() > 0);
        QVERIFY(session.screen().find("interrupted") != std::string::npos);
        QVERIFY(session.echoes());
    }

    void verifyNeedsAStoppedShopAndThenAgrees()
    {
        compareFailure(ctl({QStringLiteral("verify"), database()}), 2,
                       QStringLiteral("database in use"));
        ShopCaller kiosk{m_shop->commands().toStdString(), {Role::Kiosk, "kiosk-1"}};
        const protocol::PaidAnswer second = kiosk.buy(11);
        protocol::OrderCancel cancel;
        cancel.op.value = std::string(32, 'b');
        cancel.proof = protocol::CodeProof{second.number, second.code};
        static_cast<void>(kiosk.ask<protocol::CancelAnswer>(cancel));
        m_shop->killDaemon();
        const auto verdict = ctl({QStringLiteral("verify"), database()});
        QVERIFY2(verdict.exitCode == 0, qPrintable(verdict.out + verdict.err));
        QVERIFY(verdict.out.contains(QStringLiteral("events of 2 orders")));
    }

    /// Of the shop that the test before has stopped: Z 1 was written with the true amount.
    void anAmountThatWasChangedAfterwardsIsSaidLoudly()
    {
        const std::string total = std::to_string(m_paid.basket.total.won());
        {
            daemon::Connection raw{database().toStdString(), daemon::OpenMode::Existing};
            std::string rule;
            {
                daemon::Statement query =
                    raw.prepare("SELECT sql FROM sqlite_schema WHERE name = 'events_unchanging'");
                daemon::Rows row = query.query();
                QVERIFY(row.next());
                rule = row.text(0);
            }
            raw.execute("DROP TRIGGER events_unchanging;"
                        "UPDATE events SET body = json_set(body, '$.basket.total', " +
                        total +
                        " - 1000) WHERE seq = (SELECT min(seq) FROM events WHERE type ="
                        " 'order.paid');" +
                        rule);
        }
        const auto verdict = ctl({QStringLiteral("verify"), database()});
        QCOMPARE(verdict.exitCode, 1);
        const QString said = verdict.out + verdict.err;
        QVERIFY2(said.contains(QStringLiteral("z_reports 1, sales: expected 1 of %1 won, found 1 "
                                              "of %2 won")
                                   .arg(m_paid.basket.total.won() - 1000)
                                   .arg(m_paid.basket.total.won())),
                 qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral(", chain: ")), qPrintable(said));
    }
};

QTEST_GUILESS_MAIN(TestCoffeectl)
#include "test_coffeectl.moc"
