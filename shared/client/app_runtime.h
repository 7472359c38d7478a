// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/ids.h"
#include "shared/files/configuration.h"

#include <QLoggingCategory>
#include <QObject>
#include <QString>

#include <memory>
#include <string>

/// What every program with a window does before its window, and how it ends.
namespace coffee::client {

Q_DECLARE_LOGGING_CATEGORY(logClient) ///< coffee.client
Q_DECLARE_LOGGING_CATEGORY(logFeed)   ///< coffee.feed
Q_DECLARE_LOGGING_CATEGORY(logStore)  ///< coffee.store

/// The ends of a program that was told to stop must be reached within this time.
inline constexpr unsigned kStopSecondsMax = 2;

/// Gives a program its folder `DIR/<program>-<window>-<name>/` under a lock, its log format and
/// its end: SIGTERM and SIGINT leave the event loop, and after `kStopSecondsMax` the process ends
/// in any case.
///
///     int main(int argc, char** argv)
///     {
///         ProgramOptions options{"kiosk", "…"};
///         addShopOptions(options, "kiosk-1");
///         options.choice("window", {"order", "board"}, "order", "…");
///         const auto read = options.read(argc, argv);
///         if (!read)
///             return report(read.error());
///         int noArguments = 1;
///         QApplication application{noArguments, argv};
///         const auto runtime = AppRuntime::start(*read, "kiosk", "order");
///         if (!runtime)
///             return report(runtime.error());
///         …
///         return QCoreApplication::exec();
///     }
///
/// Make it after the application object and destroy it last before that.
class AppRuntime final : public QObject {
    Q_OBJECT

public:
    /// Fails (exit code 2, one sentence) when the folder cannot be used or another program of the
    /// same name runs in it. Reads the shop options (`addShopOptions`) of the configuration.
    [[nodiscard]] static Result<std::unique_ptr<AppRuntime>, EarlyExit>
    start(const Configuration& configuration, const std::string& program,
          const std::string& window);
    ~AppRuntime() override;

    /// The program's own folder, with the slash left out.
    [[nodiscard]] const QString& folder() const { return m_folder; }
    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] const std::string& commands() const { return m_commands; }
    [[nodiscard]] const std::string& events() const { return m_events; }
    [[nodiscard]] const std::string& board() const { return m_board; }
    /// "ko" or "en".
    [[nodiscard]] const QString& language() const { return m_language; }

Q_SIGNALS:
    /// The program was told to stop; the event loop ends right after this.
    void stopping();

private:
    class Lock;
    class StopSignals;
    AppRuntime();

    QString m_folder;
    std::string m_name;
    std::string m_commands;
    std::string m_events;
    std::string m_board;
    QString m_language;
    std::unique_ptr<Lock> m_lock;
    std::unique_ptr<StopSignals> m_signals;
};

} // namespace coffee::client
