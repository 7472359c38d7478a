// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace coffee::test {

/// One charge as the bank (the simulated terminal's own ledger) knows it.
struct BankCharge {
    std::string key;
    std::string state; ///< waiting, approved, declined, cancelled, reversed, fenced
    std::int64_t amount{0};
    std::int64_t taken{0}; ///< what the bank took, also when it was given back later
    std::int64_t reversed{0};
    std::map<std::string, std::int64_t> refunds; ///< refund key → amount

    /// What the customer has really paid in the end.
    [[nodiscard]] std::int64_t net() const;
};

/// The bank's books by charge key.
using BankBooks = std::map<std::string, BankCharge>;

/// Where the programs of one shop meet: their endpoints and files, all in one folder.
class ShopPlace {
public:
    explicit ShopPlace(QString folder) : m_folder{std::move(folder)} {}

    [[nodiscard]] const QString& data() const { return m_folder; }
    [[nodiscard]] QString commands() const { return endpoint("commands"); }
    [[nodiscard]] QString events() const { return endpoint("events"); }
    [[nodiscard]] QString board() const { return endpoint("board"); }

private:
    [[nodiscard]] QString endpoint(const char* name) const
    {
        return QStringLiteral("ipc://%1/%2").arg(m_folder, QLatin1String(name));
    }

    QString m_folder;
};

/// A real daemon and a real terminal simulation as processes of their own, on endpoints of their
/// own in a fresh folder, for tests. Everything ends with this object. Calls wait with a limit and
/// give false when it is over, with the program's last words on stderr.
class RunningShop {
public:
    RunningShop();
    ~RunningShop();
    RunningShop(const RunningShop&) = delete;
    RunningShop& operator=(const RunningShop&) = delete;

    /// Further switches of the programs; set before they start.
    QStringList terminalSwitches{QStringLiteral("--latency-ms"), QStringLiteral("30:10"),
                                 QStringLiteral("--card-ms"), QStringLiteral("20")};
    QStringList daemonSwitches;

    [[nodiscard]] bool startTerminal();
    /// `failpoint` is `name:n:kill` or `name:n:hold` (see payment_daemon/run/failpoint.h), or
    /// empty.
    [[nodiscard]] bool startDaemon(const QString& failpoint = {});
    /// With these switches and no others.
    [[nodiscard]] bool startDaemonWith(const QStringList& switches, const QString& failpoint = {});
    /// SIGKILL, and waits until it is gone.
    void killDaemon();
    void killTerminal();
    /// SIGSTOP and SIGCONT: it is there and does nothing.
    void freezeDaemon();
    void thawDaemon();
    /// SIGTERM; true when it ended within two seconds with exit code 0.
    [[nodiscard]] bool stopDaemon();
    /// Waits until the daemon has ended by itself (a failpoint struck).
    [[nodiscard]] bool waitDaemonGone(std::chrono::milliseconds limit);
    /// Of the daemon that `waitDaemonGone` saw end; -1 when it was killed by a signal.
    [[nodiscard]] int daemonExitCode() const { return m_daemonExitCode; }
    [[nodiscard]] bool daemonRuns() const;
    /// Whether the failpoint of this name was really reached since the shop was made.
    [[nodiscard]] bool failpointReached(const QString& name) const;

    struct Outcome {
        int exitCode{-1};
        QString out;
        QString err;
    };
    /// Any other program of the suite (coffeectl …), started and waited for.
    [[nodiscard]] Outcome run(const QString& program, const QStringList& arguments,
                              const QByteArray& input = {},
                              std::chrono::milliseconds limit = std::chrono::seconds{20}) const;

    /// The bank's books, asked from the running terminal. A failure is a failed test.
    [[nodiscard]] BankBooks bank() const;
    /// Changes the terminal's script while it runs, for example {"mode":"dead"}.
    [[nodiscard]] bool script(const QByteArray& json) const;

    [[nodiscard]] ShopPlace place() const { return ShopPlace{m_folder.path()}; }
    [[nodiscard]] QString commands() const { return place().commands(); }
    [[nodiscard]] QString events() const { return place().events(); }
    [[nodiscard]] QString board() const { return place().board(); }
    [[nodiscard]] QString data() const { return place().data(); }
    /// The shop's ledger; readable when the daemon has ended.
    [[nodiscard]] QString databaseFile() const;
    [[nodiscard]] QString daemonLog() const; ///< everything it said so far
    [[nodiscard]] static QString binary(const QString& program);
    [[nodiscard]] static QString menuFile();

private:
    [[nodiscard]] bool startAndWait(QProcess& process, const QString& program,
                                    const QStringList& arguments, const QString& log) const;
    [[nodiscard]] QByteArray exchange(const QByteArray& request) const;

    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_terminal;
    std::unique_ptr<QProcess> m_daemon;
    quint16 m_terminalPort{0};
    int m_daemonExitCode{-1};
};

} // namespace coffee::test
