// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/demo/shop_layout.h"

#include <QObject>
#include <QProcess>
#include <QString>
#include <QStringList>

#include <array>
#include <map>
#include <memory>

namespace coffee::demo {

enum class Program { Terminal, Daemon, Kiosk, Station, Board, Manager };

inline constexpr std::array kAllPrograms{Program::Terminal, Program::Daemon, Program::Kiosk,
                                         Program::Station,  Program::Board,  Program::Manager};

/// Where the demo shop keeps its files and sockets, and how its windows speak.
struct ShopPlan {
    QString programs; ///< the folder of the binaries
    QString data;     ///< a fresh folder; never a shop's own
    QString sockets;  ///< a short path: ZeroMQ's ipc endpoints have at most 107 bytes
    QString language; ///< "ko" or "en"
    quint16 terminalPort{0};
    ShopLayout layout;

    [[nodiscard]] QString commands() const;
    [[nodiscard]] QString publishedEvents() const; ///< where the daemon publishes
    [[nodiscard]] QString publishedBoard() const;
    [[nodiscard]] QString events() const; ///< where the screens listen (the relay)
    [[nodiscard]] QString board() const;
    [[nodiscard]] QString terminalUrl() const;
};

/// Starts and stops the programs of the demo shop as processes of their own. Belongs to the GUI
/// thread. All of them end with this object, politely within two seconds, else by force.
class ShopProcesses final : public QObject {
    Q_OBJECT

public:
    explicit ShopProcesses(ShopPlan plan, QObject* parent = nullptr);
    ~ShopProcesses() override;

    [[nodiscard]] bool isRunning(Program program) const;
    void start(Program program);
    /// A polite end, as an owner would switch it off.
    void stop(Program program);
    /// The power goes: no warning, nothing is tidied up.
    void kill(Program program);

    /// Folders, the menu and the shop's PIN. Says what is wrong, or nothing.
    [[nodiscard]] QString prepare();
    /// Gives the running daemon its demo PIN; it keeps the one it has.
    void setDemoPin();

    static QString demoPin();

Q_SIGNALS:
    /// A program came up or went down; `isRunning` tells already.
    void changed(coffee::demo::Program program);

private:
    [[nodiscard]] QString executable(Program program) const;
    [[nodiscard]] QStringList arguments(Program program) const;
    [[nodiscard]] QStringList windowArguments(const QRect& place) const;
    [[nodiscard]] QProcess& process(Program program);

    ShopPlan m_plan;
    std::map<Program, std::unique_ptr<QProcess>> m_processes;
};

} // namespace coffee::demo
