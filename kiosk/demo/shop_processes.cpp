// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/demo/shop_processes.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <sys/prctl.h>

namespace coffee::demo {
namespace {

using namespace std::chrono_literals;

/// Every program of the suite ends within two seconds; one more for a busy machine.
constexpr auto kStopLimit = 3s;

QString fileName(Program program)
{
    switch (program) {
    case Program::Terminal:
        return QStringLiteral("terminal_sim");
    case Program::Daemon:
        return QStringLiteral("payment_daemon");
    case Program::Kiosk:
    case Program::Board:
        return QStringLiteral("kiosk");
    case Program::Station:
    case Program::Manager:
        return QStringLiteral("barista_station");
    }
    return {};
}

QString logName(Program program)
{
    switch (program) {
    case Program::Terminal:
        return QStringLiteral("terminal.log");
    case Program::Daemon:
        return QStringLiteral("daemon.log");
    case Program::Kiosk:
        return QStringLiteral("kiosk.log");
    case Program::Station:
        return QStringLiteral("station.log");
    case Program::Board:
        return QStringLiteral("board.log");
    case Program::Manager:
        return QStringLiteral("manager.log");
    }
    return {};
}

/// The screens that the windows are made for.
constexpr QSize kKioskScreen{1080, 1920};
constexpr QSize kDeskScreen{1920, 1080};

/// The switch that draws a window made for `screen` at the size that it has.
QStringList scaledTo(QSize window, QSize screen)
{
    const int percent =
        std::min(window.width() * 100 / screen.width(), window.height() * 100 / screen.height());
    return {QStringLiteral("--scale"), QString::number(percent)};
}

QString ipc(const QString& folder, const char* name)
{
    return QStringLiteral("ipc://%1/%2").arg(folder, QLatin1String(name));
}

} // namespace

QString ShopPlan::commands() const
{
    return ipc(sockets, "commands");
}
QString ShopPlan::publishedEvents() const
{
    return ipc(sockets, "events-out");
}
QString ShopPlan::publishedBoard() const
{
    return ipc(sockets, "board-out");
}
QString ShopPlan::events() const
{
    return ipc(sockets, "events");
}
QString ShopPlan::board() const
{
    return ipc(sockets, "board");
}

QString ShopPlan::terminalUrl() const
{
    return QStringLiteral("http://127.0.0.1:%1").arg(terminalPort);
}

ShopProcesses::ShopProcesses(ShopPlan plan, QObject* parent)
    : QObject{parent}, m_plan{std::move(plan)}
{
}

ShopProcesses::~ShopProcesses()
{
    for (const auto& [program, process] : m_processes) {
        process->disconnect(this);
        process->terminate();
    }
    for (const auto& [program, process] : m_processes)
        if (!process->waitForFinished(static_cast<int>(
                std::chrono::duration_cast<std::chrono::milliseconds>(kStopLimit).count())))
            process->kill();
    for (const auto& [program, process] : m_processes)
        process->waitForFinished();
}

QString ShopProcesses::prepare()
{
    for (const QString& folder :
         {m_plan.data, m_plan.data + QStringLiteral("/daemon"),
          m_plan.data + QStringLiteral("/terminal"), m_plan.data + QStringLiteral("/screens"),
          m_plan.data + QStringLiteral("/log")})
        if (!QDir{}.mkpath(folder))
            return QStringLiteral("%1: the folder cannot be made").arg(folder);
    const QString menu = m_plan.data + QStringLiteral("/menu.toml");
    if (!QFile::exists(menu) && !QFile::copy(QStringLiteral(":/demo/menu.toml"), menu))
        return QStringLiteral("%1: the demo menu cannot be written").arg(menu);
    QFile::setPermissions(menu, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup);
    return {};
}

QString ShopProcesses::demoPin()
{
    return QStringLiteral("314159");
}

void ShopProcesses::setDemoPin()
{
    auto* coffeectl = new QProcess{this};
    connect(coffeectl, &QProcess::finished, coffeectl, &QObject::deleteLater);
    coffeectl->setStandardOutputFile(m_plan.data + QStringLiteral("/log/coffeectl.log"));
    coffeectl->setStandardErrorFile(m_plan.data + QStringLiteral("/log/coffeectl.log"),
                                    QIODevice::Append);
    coffeectl->start(m_plan.programs + QStringLiteral("/coffeectl"),
                     {QStringLiteral("--commands"), m_plan.commands(), QStringLiteral("pin")});
    // The PIN is asked for twice, so that a slip of the finger is noticed.
    const QByteArray pin = demoPin().toLatin1() + '\n';
    coffeectl->write(pin + pin);
    coffeectl->closeWriteChannel();
}

bool ShopProcesses::isRunning(Program program) const
{
    const auto found = m_processes.find(program);
    return found != m_processes.end() && found->second->state() != QProcess::NotRunning;
}

void ShopProcesses::start(Program program)
{
    if (isRunning(program))
        return;
    process(program).start(executable(program), arguments(program));
}

void ShopProcesses::stop(Program program)
{
    if (isRunning(program))
        process(program).terminate();
}

void ShopProcesses::kill(Program program)
{
    if (isRunning(program))
        process(program).kill();
}

QProcess& ShopProcesses::process(Program program)
{
    auto& slot = m_processes[program];
    if (!slot) {
        slot = std::make_unique<QProcess>();
        const QString log = m_plan.data + QStringLiteral("/log/") + logName(program);
        slot->setStandardOutputFile(log, QIODevice::Append);
        slot->setStandardErrorFile(log, QIODevice::Append);
        // However the demo ends, its shop ends with it.
        slot->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
        connect(slot.get(), &QProcess::stateChanged, this,
                [this, program] { Q_EMIT changed(program); });
    }
    return *slot;
}

QString ShopProcesses::executable(Program program) const
{
    return m_plan.programs + QLatin1Char('/') + fileName(program);
}

QStringList ShopProcesses::windowArguments(const QRect& place) const
{
    return {QStringLiteral("--commands"),
            m_plan.commands(),
            QStringLiteral("--events"),
            m_plan.events(),
            QStringLiteral("--board"),
            m_plan.board(),
            QStringLiteral("--data"),
            m_plan.data + QStringLiteral("/screens"),
            QStringLiteral("--lang"),
            m_plan.language,
            QStringLiteral("--windowed"),
            QStringLiteral("--size"),
            QStringLiteral("%1x%2").arg(place.width()).arg(place.height()),
            QStringLiteral("--at"),
            QStringLiteral("%1:%2").arg(place.x()).arg(place.y())};
}

QStringList ShopProcesses::arguments(Program program) const
{
    const ShopLayout& places = m_plan.layout;
    const auto window = [this](const char* kind, const char* name, const QRect& place) {
        return windowArguments(place) + QStringList{QStringLiteral("--window"), QLatin1String(kind),
                                                    QStringLiteral("--name"), QLatin1String(name)};
    };
    switch (program) {
    case Program::Terminal:
        return {QStringLiteral("--listen"),
                QStringLiteral("127.0.0.1:%1").arg(m_plan.terminalPort),
                QStringLiteral("--data"),
                m_plan.data + QStringLiteral("/terminal"),
                QStringLiteral("--window"),
                QStringLiteral("on"),
                QStringLiteral("--lang"),
                m_plan.language,
                QStringLiteral("--height"),
                QString::number(places.terminal.height()),
                QStringLiteral("--at"),
                QStringLiteral("%1:%2").arg(places.terminal.x()).arg(places.terminal.y())};
    case Program::Daemon:
        return {
            QStringLiteral("--commands"), m_plan.commands(),
            QStringLiteral("--events"),   m_plan.publishedEvents(),
            QStringLiteral("--board"),    m_plan.publishedBoard(),
            QStringLiteral("--data"),     m_plan.data + QStringLiteral("/daemon"),
            QStringLiteral("--menu"),     m_plan.data + QStringLiteral("/menu.toml"),
            QStringLiteral("--gateway"),  QStringLiteral("terminal_sim=") + m_plan.terminalUrl()};
    case Program::Kiosk:
        return window("order", "kiosk-1", places.kiosk) +
               scaledTo(places.kiosk.size(), kKioskScreen);
    case Program::Station:
        return window("station", "bar-1", places.station) +
               scaledTo(places.station.size(), kDeskScreen);
    case Program::Board:
        return window("board", "board-1", places.board) +
               scaledTo(places.board.size(), kDeskScreen);
    case Program::Manager:
        return window("manager", "manager-1", places.manager) +
               scaledTo(places.manager.size(), kDeskScreen);
    }
    return {};
}

} // namespace coffee::demo
