// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/transport/socket_settings.h"
#include "tests/support/eventually.h"
#include "tests/support/running_shop.h"
#include "tests/support/shop_client.h"

#include <QFile>
#include <QTest>

#include <zmq.hpp>

using namespace coffee;
using namespace coffee::test;

namespace {

const Actor kKiosk{Role::Kiosk, "kiosk-1"};
const Actor kBar{Role::Station, "bar-1"};
const Actor kManager{Role::Manager, "manager-1"};
const Actor kCtl{Role::Ctl, "ctl"};

/// A daemon without a terminal, which approves at once.
class InstantDaemon {
public:
    ~InstantDaemon() { kill(); }

    [[nodiscard]] bool start()
    {
        m_process.start(RunningShop::binary(QStringLiteral("payment_daemon")), switches());
        return isReady();
    }
    /// Its log goes into a pipe whose reader is gone.
    [[nodiscard]] bool startUnheard()
    {
        m_process.start(QStringLiteral("bash"),
                        QStringList{QStringLiteral("-c"), QStringLiteral("exec \"$@\" 2> >(:)"),
                                    QStringLiteral("bash"),
                                    RunningShop::binary(QStringLiteral("payment_daemon"))} +
                            switches());
        return isReady();
    }
    [[nodiscard]] bool isReady()
    {
        while (m_process.state() != QProcess::NotRunning && m_process.waitForReadyRead(30'000))
            if (m_process.canReadLine()) {
                m_line = QString::fromUtf8(m_process.readLine()).trimmed();
                return m_line.contains(QStringLiteral(" ready "));
            }
        return false;
    }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    /// SIGTERM; the exit code, or -1 when it was still there after two seconds.
    [[nodiscard]] int stop()
    {
        m_process.terminate();
        return m_process.waitForFinished(2'000) ? m_process.exitCode() : -1;
    }
    /// What it printed about this socket when it was ready.
    [[nodiscard]] QString endpoint(const QString& socket) const
    {
        for (const QString& word : m_line.split(QLatin1Char(' ')))
            if (word.startsWith(socket + QLatin1Char('=')))
                return word.mid(socket.size() + 1);
        return {};
    }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QString commands() const { return endpoint(QStringLiteral("commands")); }
    [[nodiscard]] QStringList switches() const
    {
        const QString here = QStringLiteral("ipc://") + m_folder.path() + QLatin1Char('/');
        return {QStringLiteral("--commands"), here + QStringLiteral("commands"),
                QStringLiteral("--events"),   here + QStringLiteral("events"),
                QStringLiteral("--board"),    here + QStringLiteral("board"),
                QStringLiteral("--data"),     m_folder.path(),
                QStringLiteral("--menu"),     RunningShop::menuFile(),
                QStringLiteral("--gateway"),  QStringLiteral("instant")};
    }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QString m_line;
};

} // namespace

/// The daemon as a process: its switches, its sockets, its end.
class DaemonProcessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anOrderIsPaidToldAndKept();
    void theStreamsTellWhatTheSnapshotSays();
    void wrongUseExitsTwoWithOneSentence_data();
    void wrongUseExitsTwoWithOneSentence();
    void aSecondDaemonOnTheSameBooksExitsTwo();
    void aFileThatIsNoLedgerIsNotTouched();
    void itStopsInTimeWhileACardIsAwaited();
    void garbageOnTheSocketHarmsNobody();
    void everyRoleMaySendItsCommandsOnly();
    void theRealPinIsHashedAndNeverLogged();
    void itsFilesAreItsOwn();
    void aLogThatNobodyReadsStopsNothing();
};

void DaemonProcessTest::anOrderIsPaidToldAndKept()
{
    InstantDaemon daemon;
    QVERIFY(daemon.start());
    std::string body;
    AttemptKey key;
    QuoteId quote;
    {
        ShopClient client{daemon.commands(), kKiosk};
        key = client.newKey();
        quote = client.quote(threeUnits()).quote;
        const Settled settled = client.settle(key, quote);
        QVERIFY(settled.paid());
        QCOMPARE(settled.paid()->number, 101);
        body = settled.body;
    }
    daemon.kill();
    QVERIFY(daemon.start());
    ShopClient again{daemon.commands(), kKiosk};
    QCOMPARE(again.settle(key, quote).body, body);
    QCOMPARE(again.buy(oneAmericano()).number, 102);
    QCOMPARE(daemon.stop(), 0);
}

void DaemonProcessTest::theStreamsTellWhatTheSnapshotSays()
{
    InstantDaemon daemon;
    QVERIFY(daemon.start());
    transport::ZmqContext context;
    zmq::socket_t socket{context.raw(), zmq::socket_type::sub};
    transport::setUpSubscriber(socket);
    socket.set(zmq::sockopt::rcvtimeo, 10'000);
    socket.connect(daemon.endpoint(QStringLiteral("events")).toStdString());
    zmq::message_t frame;
    QVERIFY(socket.recv(frame)); // a heartbeat: the subscription stands

    ShopClient kiosk{daemon.commands(), kKiosk};
    ShopClient bar{daemon.commands(), kBar};
    auto view = bar.ask<protocol::Snapshot>(protocol::SnapshotGet{}).view;
    const auto paid = kiosk.buy(threeUnits());
    bar.ask<protocol::OrderAnswer>(protocol::OrderCommand{
        protocol::OrderAction::Start, ShopClient::newOp(), paid.order, OrderState::Queued, 0});
    const auto after = bar.ask<protocol::Snapshot>(protocol::SnapshotGet{});
    while (view.seq < after.view.seq) {
        QVERIFY(socket.recv(frame));
        const auto read = protocol::decodeFrame(frame.to_string_view());
        QVERIFY(read);
        const auto* event = std::get_if<protocol::EventFrame>(&*read);
        if (!event || event->event.seq <= view.seq)
            continue;
        QCOMPARE(event->event.seq, view.seq + 1);
        QCOMPARE(event->epoch, after.epoch);
        view.apply(event->event);
    }
    QCOMPARE(view, after.view);
}

void DaemonProcessTest::wrongUseExitsTwoWithOneSentence_data()
{
    QTest::addColumn<QStringList>("switches");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const char* one, const char* value, const char* says) {
        QTest::newRow(name) << QStringList{QLatin1String(one), QLatin1String(value)}
                            << QString::fromLatin1(says);
    };
    row("not loopback", "--commands", "tcp://0.0.0.0:7701", "--commands");
    row("provider", "--gateway", "bank", "terminal_sim");
    row("provider away", "--gateway", "terminal_sim=http://10.0.0.1:80", "--gateway");
    row("menu", "--menu", "/nowhere/menu.toml", "/nowhere/menu.toml");
    row("workers", "--gateway-workers", "0", "--gateway-workers");
    row("unknown", "--fast", "yes", "--fast");
}

void DaemonProcessTest::wrongUseExitsTwoWithOneSentence()
{
    QFETCH(QStringList, switches);
    QFETCH(QString, says);
    RunningShop shop;
    QStringList arguments{QStringLiteral("--data"), shop.data() + QStringLiteral("/d")};
    if (!switches.contains(QStringLiteral("--menu")))
        arguments << QStringLiteral("--menu") << RunningShop::menuFile();
    const auto outcome = shop.run(QStringLiteral("payment_daemon"), arguments + switches);
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY2(outcome.err.contains(says), qPrintable(outcome.err));
    QCOMPARE(outcome.err.trimmed().count(QLatin1Char('\n')), 0);
}

void DaemonProcessTest::aSecondDaemonOnTheSameBooksExitsTwo()
{
    InstantDaemon daemon;
    QVERIFY(daemon.start());
    RunningShop other;
    const auto outcome = other.run(QStringLiteral("payment_daemon"), daemon.switches());
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY2(outcome.err.contains(QStringLiteral("in use")), qPrintable(outcome.err));
    QVERIFY(outcome.out.isEmpty());
    ShopClient client{daemon.commands(), kKiosk};
    QCOMPARE(client.buy(oneAmericano()).number, 101); // the first one is not disturbed
}

void DaemonProcessTest::aFileThatIsNoLedgerIsNotTouched()
{
    InstantDaemon daemon;
    const QString path =
        daemon.switches().at(daemon.switches().indexOf(QStringLiteral("--data")) + 1) +
        QStringLiteral("/shop.sqlite");
    const QByteArray garbage = QByteArray{"not a ledger "}.repeated(1'000);
    QFile file{path};
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(garbage);
    file.close();
    RunningShop shop;
    const auto outcome = shop.run(QStringLiteral("payment_daemon"), daemon.switches());
    QVERIFY(outcome.exitCode == 2 || outcome.exitCode == 3);
    QVERIFY2(outcome.err.contains(QStringLiteral("payment_daemon: ")), qPrintable(outcome.err));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), garbage);
}

void DaemonProcessTest::itStopsInTimeWhileACardIsAwaited()
{
    RunningShop shop;
    shop.terminalSwitches = {QStringLiteral("--card-ms"), QStringLiteral("50000")};
    QVERIFY(shop.startTerminal());
    QVERIFY(shop.startDaemon());
    ShopClient client{shop.commands(), kKiosk};
    const AttemptKey key = client.newKey();
    const auto quote = client.quote(oneAmericano()).quote;
    QVERIFY(!client.settle(key, quote, 500ms, 500ms).answer);
    QVERIFY(shop.stopDaemon());
    // The bank knows the charge; the next start looks it up and does not charge again.
    QVERIFY(shop.startDaemon());
    const auto resumed = client.reply<protocol::AttemptAnswer>(protocol::AttemptResume{key});
    QVERIFY(resumed && std::holds_alternative<protocol::Pending>(resumed->content));
    QCOMPARE(shop.bank().size(), std::size_t{1});
}

void DaemonProcessTest::garbageOnTheSocketHarmsNobody()
{
    InstantDaemon daemon;
    QVERIFY(daemon.start());
    transport::ZmqContext context;
    const auto dealer = [&] {
        zmq::socket_t socket{context.raw(), zmq::socket_type::dealer};
        socket.set(zmq::sockopt::linger, 0);
        socket.set(zmq::sockopt::rcvtimeo, 10'000);
        socket.connect(daemon.commands().toStdString());
        return socket;
    };
    const auto says = [&](zmq::socket_t& socket, const std::string& bytes) {
        socket.send(zmq::str_buffer(""), zmq::send_flags::sndmore);
        socket.send(zmq::buffer(bytes), zmq::send_flags::none);
    };
    const auto codeOf = [&](const std::string& bytes) -> std::string {
        zmq::socket_t socket = dealer();
        says(socket, bytes);
        zmq::message_t part;
        if (!socket.recv(part) || !part.more() || !socket.recv(part))
            return "silence";
        const auto reply = protocol::decodeReply<protocol::Accepted>(part.to_string_view());
        if (!reply || !std::holds_alternative<Refusal>(reply->content))
            return "not a refusal";
        return std::to_string(static_cast<int>(std::get<Refusal>(reply->content).code));
    };
    const std::string malformed = std::to_string(static_cast<int>(RefusalCode::Malformed));
    QCOMPARE(codeOf(""), malformed);
    QCOMPARE(codeOf("hello"), malformed);
    QCOMPARE(codeOf(std::string(60'000, '[')), malformed);
    QCOMPARE(codeOf("{\"v\":1,\"v\":1}"), malformed);
    QCOMPARE(codeOf(R"({"v":1,"id":"q","from":{"role":"kiosk","name":"k"},"type":"shop.burn",)"
                    R"("body":{}})"),
             std::to_string(static_cast<int>(RefusalCode::UnknownType)));

    zmq::socket_t large = dealer();
    says(large, std::string(100'000, 'x')); // the connection is closed
    zmq::socket_t many = dealer();
    for (int i = 0; i < 5'000; ++i)
        many.send(zmq::str_buffer("frame"), zmq::send_flags::sndmore);
    many.send(zmq::str_buffer("end"), zmq::send_flags::none);

    ShopClient client{daemon.commands(), kKiosk};
    QCOMPARE(client.buy(oneAmericano()).number, 101);
}

void DaemonProcessTest::everyRoleMaySendItsCommandsOnly()
{
    InstantDaemon daemon;
    QVERIFY(daemon.start());
    const OperationKey op = ShopClient::newOp();
    const std::vector<protocol::RequestBody> commands{
        protocol::OrderPlace{AttemptKey{"k"}, QuoteId{"q"}},
        protocol::AttemptAbandon{AttemptKey{"k"}},
        protocol::OrderShow{protocol::CodeProof{101, "0000"}},
        protocol::OrderCancelByStaff{op, 1, OrderState::Queued, "x", "000000", 0},
        protocol::OrderCommand{protocol::OrderAction::Start, op, 1, OrderState::Queued, 0},
        protocol::UnitCommand{UnitStep::Tick, op, 1, 1, UnitState::Open, {}, 0},
        protocol::SetAvailability{op, "tea", false, protocol::UntilKind::ByHand, 0, 0},
        protocol::OrderRefund{op, 1, {}, Money::fromWon(1), "x", "000000"},
        protocol::OrderingPause{op, 10, {}, {}},
        protocol::ReviewClose{op, protocol::ReviewKind::Attempt, 1, protocol::ReviewOutcome::Voided,
                              "x", "000000"},
        protocol::PinSet{op, {}, "123456"},
        protocol::BackupTake{op, "/nowhere", "000000"},
        protocol::BasketPark{op, Basket{}},
        protocol::BasketTake{op, "123456"},
        protocol::SnapshotGet{protocol::Stream::Events},
        protocol::SnapshotGet{protocol::Stream::Board},
        protocol::EventsGet{protocol::Stream::Events, 0, 1},
        protocol::OrdersList{false, 0, 1},
        protocol::OrderHistory{101, 0}};
    for (const Role role :
         {Role::Kiosk, Role::Board, Role::Station, Role::Manager, Role::Ctl, Role::Daemon}) {
        ShopClient client{daemon.commands(), Actor{role, "somebody"}};
        for (const protocol::RequestBody& command : commands) {
            const auto bytes = client.bytes(command);
            QVERIFY(bytes);
            const bool refused = bytes->find("\"not_allowed\"") != std::string::npos ||
                                 bytes->find("\"malformed\"") != std::string::npos;
            QVERIFY2(refused != protocol::mayUse(role, command), bytes->c_str());
        }
    }
}

void DaemonProcessTest::theRealPinIsHashedAndNeverLogged()
{
    RunningShop shop;
    QVERIFY(shop.startTerminal());
    QVERIFY(shop.startDaemon());
    ShopClient kiosk{shop.commands(), kKiosk};
    ShopClient manager{shop.commands(), kManager};
    ShopClient ctl{shop.commands(), kCtl};
    const auto paid = kiosk.buy(threeUnits());
    const auto refund = [&](const std::string& pin) {
        return protocol::OrderRefund{ShopClient::newOp(), paid.order, {3}, {}, "cold", pin};
    };
    QCOMPARE(manager.refusal(refund("718293")).code, RefusalCode::PinNotSet);
    ctl.ask<protocol::Accepted>(protocol::PinSet{ShopClient::newOp(), {}, "718293"});
    QCOMPARE(manager.refusal(refund("718294")).code, RefusalCode::WrongPin);
    QVERIFY(manager.ask<protocol::RefundAnswer>(refund("718293")).amount.won() > 0);
    // Another one, after the restart.
    QVERIFY(shop.stopDaemon());
    QVERIFY(shop.startDaemon());
    QCOMPARE(ctl.refusal(protocol::PinSet{ShopClient::newOp(), "718294", "829374"}).code,
             RefusalCode::WrongPin);
    ctl.ask<protocol::Accepted>(protocol::PinSet{ShopClient::newOp(), "718293", "829374"});
    QVERIFY(shop.stopDaemon());

    QFile database{shop.databaseFile()};
    QVERIFY(database.open(QIODevice::ReadOnly));
    const QByteArray bytes = database.readAll();
    QVERIFY(bytes.contains("$argon2id$"));
    for (const char* secret : {"718293", "718294", "829374"}) {
        QVERIFY2(!bytes.contains(secret), secret);
        QVERIFY2(!shop.daemonLog().contains(QLatin1String(secret)), secret);
    }
    QVERIFY(!shop.daemonLog().contains(QStringLiteral("****")));
}

/// Claim codes and the PIN's hash are in there.
void DaemonProcessTest::itsFilesAreItsOwn()
{
    InstantDaemon daemon;
    QVERIFY(daemon.start());
    ShopClient client{daemon.commands(), kKiosk};
    QCOMPARE(client.buy(oneAmericano()).number, 101);
    const QFileInfoList files =
        QDir{daemon.folder()}.entryInfoList({QStringLiteral("shop.sqlite*")}, QDir::Files);
    QVERIFY(files.size() >= 2); // with its write-ahead log
    constexpr QFile::Permissions kOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                           QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    for (const QFileInfo& file : files)
        QVERIFY2(!(file.permissions() & kOthers), qPrintable(file.fileName()));
}

void DaemonProcessTest::aLogThatNobodyReadsStopsNothing()
{
    InstantDaemon daemon;
    QVERIFY(daemon.startUnheard());
    ShopClient client{daemon.commands(), kKiosk};
    QCOMPARE(client.buy(oneAmericano()).number, 101);
    QCOMPARE(client.buy(oneAmericano()).number, 102);
    QCOMPARE(daemon.stop(), 0);
}

QTEST_GUILESS_MAIN(DaemonProcessTest)
#include "test_daemon_process.moc"
