// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/window_measurements.h"
#include "tests/bench/window_memory.h"
#include "tests/bench/window_shop.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <stdexcept>

namespace coffee::bench {
namespace {

constexpr int kStarts = 9;
constexpr int kStartsQuick = 5;
constexpr int kPatienceMs = 20'000;
/// By then the program has the shop's menu and view and has drawn what they bring.
constexpr std::chrono::milliseconds kSettled{2000};

double startEmptyWindow()
{
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("empty-window")});
    if (!process.waitForFinished(kPatienceMs))
        throw std::runtime_error{"the empty window does not end"};
    return QJsonDocument::fromJson(process.readAllStandardOutput())
        .object()
        .value(QStringLiteral("paint_ms"))
        .toDouble();
}

/// One program of the suite on its screen, with its own folder in `data`.
class Started {
public:
    Started(const QString& program, const QString& data, const test::ShopPlace& shop)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("COFFEE_FIRST_PAINT"), QStringLiteral("1"));
        m_process.setProcessEnvironment(environment);
        m_process.start(test::RunningShop::binary(program),
                        {QStringLiteral("--commands"), shop.commands(), QStringLiteral("--events"),
                         shop.events(), QStringLiteral("--board"), shop.board(),
                         QStringLiteral("--data"), data, QStringLiteral("--windowed")});
        waitForPaint();
    }
    ~Started()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(kPatienceMs))
            m_process.kill();
    }
    Started(const Started&) = delete;
    Started& operator=(const Started&) = delete;

    [[nodiscard]] double paintMs() const { return m_paintMs; }
    [[nodiscard]] double residentMib() const
    {
        return bench::residentMib(static_cast<pid_t>(m_process.processId()));
    }

private:
    void waitForPaint()
    {
        const QByteArray key = "first paint ms=";
        const QDeadlineTimer limit{kPatienceMs};
        QByteArray said;
        while (!limit.hasExpired() && m_process.state() != QProcess::NotRunning) {
            m_process.waitForReadyRead(100);
            said += m_process.readAllStandardError();
            const qsizetype at = said.indexOf(key);
            const qsizetype end = at < 0 ? -1 : said.indexOf('\n', at);
            if (end < 0)
                continue;
            m_paintMs = said.mid(at + key.size(), end - at - key.size()).toDouble();
            return;
        }
        throw std::runtime_error{"nothing was painted; it said: " + said.toStdString()};
    }

    QProcess m_process;
    double m_paintMs{0.0};
};

} // namespace

WindowFigures programStart(const QString& program, const WindowOptions& options)
{
    const QTemporaryDir data;
    test::RunningShop shop;
    if (!shop.startDaemon())
        throw std::runtime_error{"the daemon does not start"};
    double resident = 0.0;
    {
        const Started first{program, data.path(), shop.place()};
        QThread::sleep(kSettled.count() / 1000);
        resident = first.residentMib();
    }
    std::vector<double> empty;
    std::vector<double> painted;
    for (int start = 0; start < (options.quick ? kStartsQuick : kStarts); ++start) {
        empty.push_back(startEmptyWindow());
        const Started again{program, data.path(), shop.place()};
        painted.push_back(again.paintMs());
        if (start == 0 && !options.quick) {
            QThread::sleep(kSettled.count() / 1000);
            resident = std::max(resident, again.residentMib());
        }
    }
    WindowFigures figures;
    figures.add("empty_ms", quantileOf(empty, 0.5));
    figures.add("paint_ms", quantileOf(painted, 0.5));
    figures.add("paint_max_ms", quantileOf(painted, 1.0));
    figures.add("rss_mib", resident);
    return figures;
}

} // namespace coffee::bench
