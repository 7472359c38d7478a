// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/files/configuration.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace coffee;
using namespace std::chrono_literals;

namespace {

ProgramOptions daemonOptions()
{
    ProgramOptions options{"payment_daemon", "Takes the money."};
    addShopOptions(options, "daemon-1");
    options.choice("cancel-customer-until", {"queued", "making", "ready"}, "making", "Until when.")
        .integer("gateway-workers", "COUNT", 16, 1, 256, "How many calls at once.")
        .duration("lease", 60s, 1s, 3min, "How long a kiosk may be silent.")
        .pair("latency-ms", "MEAN:SPREAD", "800:220", 0, 60'000, "How long a call takes.")
        .text("gateway", "NAME=URL", "", "The provider.")
        .flag("verbose", "Say more.");
    return options;
}

ProgramOptions ctlOptions()
{
    ProgramOptions options{"coffeectl", "Asks the shop."};
    options.command("status", {}, "How the shop is.")
        .command("orders", {}, "The orders of today.")
        .command("order", {"NUMBER"}, "The history of one.")
        .command("menu check", {"FILE"}, "Every mistake in a menu.")
        .command("backup", {"[FILE]"}, "Writes a backup.")
        .flag("open", "Only open ones.")
        .onlyFor({"orders"});
    return options;
}

} // namespace

class TestConfiguration : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutSwitchesTheDefaultsHold()
    {
        const Configuration c = daemonOptions().read({}).value();
        QCOMPARE(c.text("commands"), std::string{kCommandsEndpoint});
        QCOMPARE(c.text("cancel-customer-until"), std::string{"making"});
        QCOMPARE(c.integer("gateway-workers"), std::int64_t{16});
        QCOMPARE(c.duration("lease"), std::chrono::milliseconds{60'000});
        QVERIFY(c.pair("latency-ms") == (std::pair<std::int64_t, std::int64_t>{800, 220}));
        QVERIFY(!c.flag("verbose"));
        QVERIFY(!c.isSet("gateway"));
        QVERIFY(!c.isGiven("lease"));
        QVERIFY(c.path("data").is_absolute());
    }

    void theCommandLineWinsOverTheFileAndTheFileOverTheDefault()
    {
        const std::string file = write("gateway_workers = 4\nlease = \"90s\"\n");
        const Configuration c = daemonOptions().read({"--lease=2min", "--config", file}).value();
        QCOMPARE(c.integer("gateway-workers"), std::int64_t{4});
        QCOMPARE(c.duration("lease"), std::chrono::milliseconds{120'000});
        QCOMPARE(c.text("lang"), std::string{"ko"});
        QCOMPARE(c.origin("gateway-workers"), file + ":1:1: gateway_workers");
        QCOMPARE(c.origin("lease"), std::string{"--lease"});
        QVERIFY(c.isGiven("lease"));
    }

    void aSectionStandsForTheFirstWordsOfASwitch()
    {
        for (const char* text :
             {"[cancel]\ncustomer_until = \"ready\"\n", "cancel.customer_until = \"ready\"\n",
              "cancel_customer_until = \"ready\"\n", "cancel-customer-until = \"ready\"\n",
              "[cancel.customer]\nuntil = \"ready\"\n"}) {
            const auto read = daemonOptions().read({"--config", write(text)});
            QVERIFY2(read.ok(), text);
            QCOMPARE(read->text("cancel-customer-until"), std::string{"ready"});
        }
    }

    void everyWayToWriteAValueIsRead()
    {
        const Configuration c =
            daemonOptions()
                .read({"--gateway", "terminal_sim=http://127.0.0.1:7710", "--latency-ms", "5:0",
                       "--verbose", "--lease", "1500ms", "--data=/srv/shop"})
                .value();
        QCOMPARE(c.text("gateway"), std::string{"terminal_sim=http://127.0.0.1:7710"});
        QCOMPARE(c.pair("latency-ms").second, std::int64_t{0});
        QVERIFY(c.flag("verbose"));
        QCOMPARE(c.duration("lease"), std::chrono::milliseconds{1500});
        QCOMPARE(c.path("data"), std::filesystem::path{"/srv/shop"});
    }

    void aFlagOfTheFileCanBeTurnedOffAgain()
    {
        const std::string file = write("verbose = true\n");
        QVERIFY(daemonOptions().read({"--config", file})->flag("verbose"));
        QVERIFY(!daemonOptions().read({"--config", file, "--no-verbose"})->flag("verbose"));
    }

    void aRelativePathInAFileStartsAtItsFolder()
    {
        const std::string file = write("data = \"shop\"\n");
        const Configuration c = daemonOptions().read({"--config", file}).value();
        QCOMPARE(c.path("data"), std::filesystem::path{file}.parent_path() / "shop");
        QCOMPARE(daemonOptions().read({"--data", "shop"})->path("data"),
                 std::filesystem::path{"shop"});
    }

    void helpAndVersionEndWithZero()
    {
        const auto help = daemonOptions().read({"--help", "--lease", "5s"});
        QCOMPARE(help.error().exitCode, 0);
        for (const char* word : {"Usage: payment_daemon", "--gateway-workers COUNT", "[16]",
                                 "--lease TIME", "[1min]", "--config FILE", "--version"})
            QVERIFY2(help.error().text.find(word) != std::string::npos, word);
        const auto version = daemonOptions().read({"--version"});
        QCOMPARE(version.error().exitCode, 0);
        QCOMPARE(version.error().text, std::string{"payment_daemon " COFFEE_VERSION "\n"});
        QVERIFY(ctlOptions().helpText().find("menu check FILE") != std::string::npos);
    }

    void noLineOfTheHelpIsWiderThanATerminal()
    {
        const std::string help = daemonOptions().helpText() + ctlOptions().helpText();
        for (const QByteArray& line : QByteArray::fromStdString(help).split('\n'))
            QVERIFY2(QString::fromUtf8(line).size() <= 80, line);
    }

    void aWrongCallEndsWithTwoAndOneSentence_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const QStringList& words, const char* sentence) {
            QTest::newRow(qPrintable(words.join(QLatin1Char(' '))))
                << words << QString::fromUtf8(sentence);
        };
        row({QStringLiteral("--leese"), QStringLiteral("5s")},
            "--leese: there is no such switch; did you mean --lease?");
        row({QStringLiteral("--nonsense")},
            "--nonsense: there is no such switch; --help lists them");
        row({QStringLiteral("-x")}, "-x: there is no such switch; --help lists them");
        row({QStringLiteral("--lease")},
            "--lease: the value is missing; expected a time from 1s to 3min, such as 800ms, 15s, "
            "10min or 2h");
        row({QStringLiteral("--lease"), QStringLiteral("--verbose")},
            "--lease: the value is missing; expected a time from 1s to 3min, such as 800ms, 15s, "
            "10min or 2h");
        row({QStringLiteral("--lease=4min")},
            "--lease: \"4min\" does not fit; expected a time from 1s to 3min, such as 800ms, 15s, "
            "10min or 2h");
        row({QStringLiteral("--lease=60")},
            "--lease: \"60\" does not fit; expected a time from 1s to 3min, such as 800ms, 15s, "
            "10min or 2h");
        row({QStringLiteral("--gateway-workers=0")},
            "--gateway-workers: \"0\" does not fit; expected a whole number from 1 to 256");
        row({QStringLiteral("--gateway-workers=1.5")},
            "--gateway-workers: \"1.5\" does not fit; expected a whole number from 1 to 256");
        row({QStringLiteral("--gateway-workers=99999999999999999999")},
            "--gateway-workers: \"99999999999999999999\" does not fit; expected a whole number "
            "from 1 to 256");
        row({QStringLiteral("--latency-ms=800")},
            "--latency-ms: \"800\" does not fit; expected two whole numbers A:B from 0 to 60000");
        row({QStringLiteral("--lang=fr")}, "--lang: \"fr\" does not fit; expected ko or en");
        row({QStringLiteral("--gateway=")},
            "--gateway: \"\" does not fit; expected a text that is not empty");
        row({QStringLiteral("--verbose=yes")},
            "--verbose: this switch takes no value; expected --verbose or --no-verbose");
        row({QStringLiteral("--no-lease")},
            "--no-lease: there is no such switch; --help lists them");
        row({QStringLiteral("--lang=ko"), QStringLiteral("--lang=en")},
            "--lang: given twice; expected it once");
        row({QStringLiteral("--name=Kiosk 1")},
            "--name: \"Kiosk 1\" is not a machine name; expected 1 to 32 characters a-z, 0-9 and "
            "-, such as kiosk-1");
        row({QStringLiteral("extra")},
            "\"extra\" is one word too many; --help shows how to call it");
        row({QStringLiteral("--config"), QStringLiteral("/nowhere/at/all.toml")},
            "/nowhere/at/all.toml: there is no such file; expected a file that can be read");
        row({QStringLiteral("--config"), QStringLiteral("/tmp")},
            "/tmp: this is not a regular file; expected a text file");
    }
    void aWrongCallEndsWithTwoAndOneSentence()
    {
        QFETCH(const QStringList, words);
        QFETCH(const QString, sentence);
        std::vector<std::string> given;
        for (const QString& word : words)
            given.push_back(word.toStdString());
        const auto read = daemonOptions().read(given);
        QVERIFY(!read);
        QCOMPARE(read.error().exitCode, 2);
        QCOMPARE(QString::fromStdString(read.error().text),
                 QStringLiteral("payment_daemon: ") + sentence + QLatin1Char('\n'));
    }

    void aWrongFileIsToldWithLineAndColumn_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("sentence");
        const auto row = [](const char* text, const char* sentence) {
            QTest::newRow(text) << QByteArray{text} << QByteArray{sentence};
        };
        row("\nleese = \"5s\"\n", ":2:1: there is no setting leese; did you mean lease?");
        row("nonsense = 1\n", ":1:1: there is no setting nonsense; --help lists the settings");
        row("[nonsense]\nx = 1\n",
            ":1:2: there is no section [nonsense]; --help lists the settings");
        row("gateway_workers = \"4\"\n",
            ":1:19: gateway_workers: this is a text; expected a whole number from 1 to 256, "
            "without quotes");
        row("gateway_workers = 4.0\n",
            ":1:19: gateway_workers: this is a number with a point; expected a whole number from "
            "1 to 256");
        row("gateway_workers = 400\n",
            ":1:19: gateway_workers: \"400\" does not fit; expected a whole number from 1 to 256");
        row("verbose = \"yes\"\n",
            ":1:11: verbose: this is a text; expected true or false, without quotes");
        row("lease = 60\n",
            ":1:9: lease: this is a whole number; expected a time from 1s to 3min, such as 800ms, "
            "15s, 10min or 2h, in quotes");
        row("[cancel]\n  customer_until = \"never\"\n",
            ":2:20: customer_until: \"never\" does not fit; expected queued, making or ready");
        row("commands = \"tcp://0.0.0.0:7701\"\n",
            ":1:12: commands: \"tcp://0.0.0.0:7701\" is not an address of this computer only");
        row("lang = [\"ko\"]\n", ":1:8: lang: this is a list; expected ko or en, in quotes");
        row("lang = { a = 1 }\n", ":1:8: lang: this is a section; expected ko or en, in quotes");
        row("lang = 2026-01-01\n",
            ":1:8: lang: this is a date or time; expected ko or en, in quotes");
        row("gateway-workers = 4\ngateway_workers = 4\n", "given twice; expected it once");
        row("config = \"other.toml\"\n", ":1:1: there is no setting config");
        row("lease = \n", ":1:9: this is not TOML: ");
        row("lang = \"ko\"\nlang = \"en\"\n", ":2:8: this is not TOML: ");
    }
    void aWrongFileIsToldWithLineAndColumn()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, sentence);
        const std::string file = write(text.toStdString());
        const auto read = daemonOptions().read({"--config", file});
        QVERIFY(!read);
        QCOMPARE(read.error().exitCode, 2);
        const QByteArray told = QByteArray::fromStdString(read.error().text);
        QVERIFY2(told.startsWith("payment_daemon: " + QByteArray::fromStdString(file)), told);
        QVERIFY2(told.contains(sentence), told);
        QCOMPARE(told.count('\n'), 1);
    }

    void aFileThatIsTooLargeIsNotRead()
    {
        const std::string file = write(std::string(1024 * 1024 + 1, '#'));
        const auto read = daemonOptions().read({"--config", file});
        QVERIFY(read.error().text.find("too large; expected at most 1 MiB") != std::string::npos);
    }

    void theSampleFilesOfAShopAreRead()
    {
        const std::string folder = COFFEE_SOURCE_DIR "/resources/";
        for (const char* file : {"kiosk.toml", "barista_station.toml", "payment_daemon.toml"}) {
            ProgramOptions options = daemonOptions();
            options.path("menu", "FILE", "", "The menu.");
            options.integer("breaker-slow-ms", "MS", 3'000, 50, 60'000, "A slow charge.");
            options.duration("backup-every", 1h, 0ms, 24h, "A backup by itself.");
            options.integer("backup-keep-hourly", "N", 48, 0, 1'000, "Kept of hours.");
            options.integer("backup-keep-daily", "N", 30, 0, 4'000, "Kept of days.");
            options.duration("backup-old-after", 2h, 0ms, 24h, "Old.");
            options.integer("metrics-port", "PORT", 0, 0, 65'535, "For a monitor.");
            const auto read = options.read({"--config", folder + file});
            QVERIFY2(read.ok(), read ? "" : read.error().text.c_str());
            QCOMPARE(read->text("commands"), std::string{kCommandsEndpoint});
        }
    }

    void commandsTakeTheirArguments()
    {
        const Configuration status = ctlOptions().read({"status"}).value();
        QCOMPARE(status.command(), std::string{"status"});
        QVERIFY(status.arguments().empty());
        const Configuration menu = ctlOptions().read({"menu", "check", "menu.toml"}).value();
        QCOMPARE(menu.command(), std::string{"menu check"});
        QCOMPARE(menu.arguments(), std::vector<std::string>{"menu.toml"});
        QVERIFY(ctlOptions().read({"orders", "--open"})->flag("open"));
        QVERIFY(ctlOptions().read({"--open", "orders"})->flag("open"));
        QVERIFY(ctlOptions().read({"backup"}));
        QCOMPARE(ctlOptions().read({"order", "--", "-5"})->arguments(),
                 std::vector<std::string>{"-5"});
    }

    void aWrongCommandIsToldWithWhatThereIs_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("none") << QStringList{}
                              << QStringLiteral("the command is missing; expected one of: status");
        QTest::newRow("unknown") << QStringList{QStringLiteral("statsu")}
                                 << QStringLiteral(
                                        "\"statsu\" begins no command; expected one of: status");
        QTest::newRow("half a command")
            << QStringList{QStringLiteral("menu")} << QStringLiteral("\"menu\" begins no command");
        QTest::newRow("argument missing")
            << QStringList{QStringLiteral("order")} << QStringLiteral("order: NUMBER is missing");
        QTest::newRow("one too many")
            << QStringList{QStringLiteral("order"), QStringLiteral("1"), QStringLiteral("2")}
            << QStringLiteral("order: \"2\" is one word too many");
        QTest::newRow("switch of another command")
            << QStringList{QStringLiteral("status"), QStringLiteral("--open")}
            << QStringLiteral("--open: this switch goes with orders and not with status");
    }
    void aWrongCommandIsToldWithWhatThereIs()
    {
        QFETCH(const QStringList, words);
        QFETCH(const QString, sentence);
        std::vector<std::string> given;
        for (const QString& word : words)
            given.push_back(word.toStdString());
        const auto read = ctlOptions().read(given);
        QCOMPARE(read.error().exitCode, 2);
        QVERIFY2(QString::fromStdString(read.error().text).contains(sentence),
                 read.error().text.c_str());
    }

private:
    std::string write(const std::string& text)
    {
        const QString path = m_folder.filePath(QStringLiteral("shop.toml"));
        std::ofstream{path.toStdString(), std::ios::binary} << text;
        return path.toStdString();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestConfiguration)
#include "test_configuration.moc"
