// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/client/app_runtime.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <sys/eventfd.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace coffee::client {

Q_LOGGING_CATEGORY(logClient, "coffee.client", QtInfoMsg)
Q_LOGGING_CATEGORY(logFeed, "coffee.feed", QtInfoMsg)
Q_LOGGING_CATEGORY(logStore, "coffee.store", QtInfoMsg)

/// An open file that only one process can hold; the system lets go of it when the process ends,
/// however it ends.
class AppRuntime::Lock {
public:
    explicit Lock(const QString& path)
        : m_file{::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)}
    {
        m_error = m_file < 0 || ::flock(m_file, LOCK_EX | LOCK_NB) != 0 ? errno : 0;
    }
    ~Lock()
    {
        if (m_file >= 0)
            ::close(m_file);
    }
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;

    /// 0 when it is held, EWOULDBLOCK when another process holds it.
    [[nodiscard]] int error() const { return m_error; }

private:
    int m_file;
    int m_error{0};
};

namespace {

constexpr std::array kStopSignals{SIGTERM, SIGINT};
int stopBell = -1; // what a signal handler can reach

extern "C" void onStopSignal(int)
{
    // A program that hangs while it closes is ended by the alarm.
    ::alarm(kStopSecondsMax);
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(stopBell, &one, sizeof one);
}

} // namespace

class AppRuntime::StopSignals {
public:
    explicit StopSignals(AppRuntime& runtime)
        : m_bell{::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)},
          m_notifier{m_bell, QSocketNotifier::Read}
    {
        connect(&m_notifier, &QSocketNotifier::activated, &runtime, [this, &runtime] {
            m_notifier.setEnabled(false);
            Q_EMIT runtime.stopping();
            QCoreApplication::quit();
        });
        stopBell = m_bell;
        struct sigaction action {};
        action.sa_handler = onStopSignal;
        action.sa_flags = SA_RESTART;
        for (std::size_t i = 0; i < kStopSignals.size(); ++i)
            ::sigaction(kStopSignals[i], &action, &m_before[i]);
    }
    ~StopSignals()
    {
        for (std::size_t i = 0; i < kStopSignals.size(); ++i)
            ::sigaction(kStopSignals[i], &m_before[i], nullptr);
        stopBell = -1;
        m_notifier.setEnabled(false);
        ::close(m_bell);
    }
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;

private:
    int m_bell;
    QSocketNotifier m_notifier;
    std::array<struct sigaction, kStopSignals.size()> m_before{};
};

AppRuntime::AppRuntime() = default;
AppRuntime::~AppRuntime() = default;

Result<std::unique_ptr<AppRuntime>, EarlyExit> AppRuntime::start(const Configuration& configuration,
                                                                 const std::string& program,
                                                                 const std::string& window)
{
    qSetMessagePattern(QStringLiteral("%{time yyyy-MM-ddTHH:mm:ss.zzz} %{type} %{category} "
                                      "%{message}"));
    std::unique_ptr<AppRuntime> runtime{new AppRuntime};
    runtime->m_name = configuration.text("name");
    runtime->m_commands = configuration.text("commands");
    runtime->m_events = configuration.text("events");
    runtime->m_board = configuration.text("board");
    runtime->m_language = QString::fromStdString(configuration.text("lang"));

    const QDir data{QString::fromStdString(configuration.path("data").string())};
    const QString own = QString::fromStdString(program + "-" + window + "-" + runtime->m_name);
    runtime->m_folder = QDir::cleanPath(data.absoluteFilePath(own));
    if (!QDir{}.mkpath(runtime->m_folder))
        return Failure{wrongUse(program, configuration.origin("data") + ": the folder " +
                                             runtime->m_folder.toStdString() + " cannot be made")};
    QFile::setPermissions(runtime->m_folder,
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);

    runtime->m_lock = std::make_unique<Lock>(runtime->m_folder + QStringLiteral("/lock"));
    if (runtime->m_lock->error() == EWOULDBLOCK)
        return Failure{wrongUse(program, configuration.origin("name") + ": a " + program +
                                             " with the window " + window + " and the name " +
                                             runtime->m_name + " is running already")};
    if (runtime->m_lock->error() != 0)
        return Failure{wrongUse(program, configuration.origin("data") + ": the folder " +
                                             runtime->m_folder.toStdString() + " cannot be used: " +
                                             std::strerror(runtime->m_lock->error()))};
    runtime->m_signals = std::make_unique<StopSignals>(*runtime);
    return runtime;
}

} // namespace coffee::client
