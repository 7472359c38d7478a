// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/running_shop.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <csignal>
#include <stdexcept>

namespace coffee::test {
namespace {

using namespace std::chrono_literals;

/// A program on a busy machine under a sanitizer needs a while; it is waited for, not slept for.
constexpr auto kStartLimit = 30s;
constexpr auto kHttpLimit = 10s;

int ms(std::chrono::milliseconds limit)
{
    return static_cast<int>(limit.count());
}

/// A port below the ephemeral range: a client cannot meet itself on it.
quint16 freePort()
{
    static quint16 next = static_cast<quint16>(20000 + ::getpid() % 8000);
    for (int tries = 0; tries < 2000; ++tries) {
        next = next >= 31000 ? 20000 : static_cast<quint16>(next + 1);
        QTcpServer server;
        if (server.listen(QHostAddress::LocalHost, next))
            return next;
    }
    throw std::runtime_error{"no free port"};
}

QString readAll(const QString& path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString{};
}

} // namespace

std::int64_t BankCharge::net() const
{
    std::int64_t won = taken - reversed;
    for (const auto& [refund, amountWon] : refunds)
        won -= amountWon;
    return won;
}

RunningShop::RunningShop() : m_folder{QStringLiteral("/tmp/coffee-test-XXXXXX")}
{
    if (!m_folder.isValid())
        throw std::runtime_error{"no temporary folder"};
}

RunningShop::~RunningShop()
{
    killDaemon();
    killTerminal();
}

QString RunningShop::binary(const QString& program)
{
    return QStringLiteral(COFFEE_BIN_DIR "/") + program;
}

QString RunningShop::menuFile()
{
    return QStringLiteral(COFFEE_SOURCE_DIR "/resources/menu.toml");
}

QString RunningShop::databaseFile() const
{
    return m_folder.filePath(QStringLiteral("daemon/shop.sqlite"));
}
QString RunningShop::daemonLog() const
{
    return readAll(m_folder.filePath(QStringLiteral("daemon.log")));
}

bool RunningShop::startAndWait(QProcess& process, const QString& program,
                               const QStringList& arguments, const QString& log) const
{
    process.setStandardErrorFile(log, QIODevice::Append);
    process.start(binary(program), arguments);
    const QDeadlineTimer limit{kStartLimit};
    QByteArray line;
    while (!limit.hasExpired() && process.state() != QProcess::NotRunning) {
        if (!process.waitForReadyRead(200))
            continue;
        while (process.canReadLine()) {
            line = process.readLine();
            if (line.contains(" ready "))
                return true;
        }
    }
    qWarning().noquote() << program << "did not get ready; it said:" << readAll(log).right(2000)
                         << QString::fromUtf8(line);
    return false;
}

bool RunningShop::startTerminal()
{
    if (m_terminalPort == 0)
        m_terminalPort = freePort();
    m_terminal = std::make_unique<QProcess>();
    return startAndWait(
        *m_terminal, QStringLiteral("terminal_sim"),
        QStringList{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(m_terminalPort),
                    QStringLiteral("--data"), m_folder.filePath(QStringLiteral("terminal")),
                    QStringLiteral("--window"), QStringLiteral("off")} +
            terminalSwitches,
        m_folder.filePath(QStringLiteral("terminal.log")));
}

bool RunningShop::startDaemon(const QString& failpoint)
{
    if (m_terminalPort == 0)
        m_terminalPort = freePort(); // nobody listens there: a dead terminal
    return startDaemonWith(
        QStringList{QStringLiteral("--commands"), commands(), QStringLiteral("--events"), events(),
                    QStringLiteral("--board"), board(), QStringLiteral("--data"),
                    m_folder.filePath(QStringLiteral("daemon")), QStringLiteral("--menu"),
                    menuFile(), QStringLiteral("--gateway"),
                    QStringLiteral("terminal_sim=http://127.0.0.1:%1").arg(m_terminalPort)} +
            daemonSwitches,
        failpoint);
}

bool RunningShop::startDaemonWith(const QStringList& switches, const QString& failpoint)
{
    m_daemon = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("COFFEE_FAILPOINT_LOG"),
                       m_folder.filePath(QStringLiteral("failpoints.log")));
    if (!failpoint.isEmpty())
        environment.insert(QStringLiteral("COFFEE_FAILPOINT"), failpoint);
    m_daemon->setProcessEnvironment(environment);
    return startAndWait(*m_daemon, QStringLiteral("payment_daemon"), switches,
                        m_folder.filePath(QStringLiteral("daemon.log")));
}

void RunningShop::killDaemon()
{
    if (!m_daemon)
        return;
    m_daemon->kill();
    m_daemon->waitForFinished();
    m_daemon.reset();
}

void RunningShop::freezeDaemon()
{
    ::kill(static_cast<pid_t>(m_daemon->processId()), SIGSTOP);
}

void RunningShop::thawDaemon()
{
    ::kill(static_cast<pid_t>(m_daemon->processId()), SIGCONT);
}

void RunningShop::killTerminal()
{
    if (!m_terminal)
        return;
    m_terminal->kill();
    m_terminal->waitForFinished();
    m_terminal.reset();
}

bool RunningShop::stopDaemon()
{
    if (!m_daemon)
        return false;
    m_daemon->terminate();
    const bool ended = m_daemon->waitForFinished(2000);
    const bool clean =
        ended && m_daemon->exitStatus() == QProcess::NormalExit && m_daemon->exitCode() == 0;
    killDaemon();
    return clean;
}

bool RunningShop::waitDaemonGone(std::chrono::milliseconds limit)
{
    if (!m_daemon)
        return true;
    const bool gone =
        m_daemon->state() == QProcess::NotRunning || m_daemon->waitForFinished(ms(limit));
    if (gone) {
        m_daemonExitCode =
            m_daemon->exitStatus() == QProcess::NormalExit ? m_daemon->exitCode() : -1;
        m_daemon.reset();
    }
    return gone;
}

bool RunningShop::daemonRuns() const
{
    return m_daemon && m_daemon->state() == QProcess::Running;
}

bool RunningShop::failpointReached(const QString& name) const
{
    return readAll(m_folder.filePath(QStringLiteral("failpoints.log"))).contains(name);
}

RunningShop::Outcome RunningShop::run(const QString& program, const QStringList& arguments,
                                      const QByteArray& input,
                                      std::chrono::milliseconds limit) const
{
    QProcess process;
    process.start(binary(program), arguments);
    if (!input.isEmpty())
        process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(ms(limit))) {
        process.kill();
        process.waitForFinished();
        return {-1, QString::fromUtf8(process.readAllStandardOutput()),
                QStringLiteral("it did not end in time")};
    }
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

QByteArray RunningShop::exchange(const QByteArray& request) const
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, m_terminalPort);
    if (!socket.waitForConnected(ms(kHttpLimit)))
        throw std::runtime_error{"the terminal does not answer"};
    socket.write(request);
    QByteArray reply;
    const QDeadlineTimer limit{kHttpLimit};
    while (socket.state() == QTcpSocket::ConnectedState && !limit.hasExpired()) {
        socket.waitForReadyRead(100);
        reply += socket.readAll();
    }
    reply += socket.readAll();
    const qsizetype body = reply.indexOf("\r\n\r\n");
    if (!reply.startsWith("HTTP/1.1 200") || body < 0)
        throw std::runtime_error{"the terminal's answer is not 200: " +
                                 reply.left(80).toStdString()};
    return reply.mid(body + 4);
}

BankBooks RunningShop::bank() const
{
    const QByteArray lines =
        exchange("GET /v1/ledger HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
    BankBooks books;
    for (const QByteArray& line : lines.split('\n')) {
        const QJsonObject entry = QJsonDocument::fromJson(line).object();
        const QString kind = entry[QStringLiteral("kind")].toString();
        const auto text = [&entry](const char* key) {
            return entry[QLatin1String(key)].toString().toStdString();
        };
        const auto number = [&entry](const char* key) {
            return entry[QLatin1String(key)].toInteger();
        };
        if (kind == QStringLiteral("charge")) {
            BankCharge& charge = books[text("key")];
            charge.key = text("key");
            charge.state = text("state");
            charge.amount = number("amount");
            charge.taken =
                charge.state == "approved" || charge.state == "reversed" ? number("taken") : 0;
        } else if (kind == QStringLiteral("refund")) {
            books[text("charge_key")].refunds[text("key")] += number("amount");
        } else if (kind == QStringLiteral("reversal")) {
            books[text("key")].reversed += number("amount");
        }
    }
    return books;
}

bool RunningShop::script(const QByteArray& json) const
{
    try {
        static_cast<void>(
            exchange("POST /v1/script HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
                     "Content-Type: application/json\r\nContent-Length: " +
                     QByteArray::number(json.size()) + "\r\n\r\n" + json));
        return true;
    } catch (const std::runtime_error& error) {
        qWarning() << error.what();
        return false;
    }
}

} // namespace coffee::test
