// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/sim_process.h"

#include <QElapsedTimer>
#include <QJsonDocument>

#include <chrono>

namespace coffee::test {

namespace {

constexpr int kPatienceMs = 10'000;

QString program()
{
    return QStringLiteral(COFFEE_BIN_DIR "/terminal_sim");
}

QList<QJsonObject> linesIn(const QByteArray& bytes)
{
    QList<QJsonObject> lines;
    for (const QByteArray& line : bytes.split('\n'))
        if (!line.isEmpty())
            lines.append(QJsonDocument::fromJson(line).object());
    return lines;
}

daemon::HttpExchange exchangeWith(const daemon::HttpEndpoint& endpoint)
{
    return {endpoint, std::chrono::steady_clock::now() + std::chrono::seconds{5}, {}};
}

} // namespace

SimProcess::~SimProcess()
{
    if (m_process.state() != QProcess::NotRunning)
        kill();
}

bool SimProcess::start(const QStringList& switches)
{
    QStringList arguments{QStringLiteral("--listen"),     QStringLiteral("127.0.0.1:0"),
                          QStringLiteral("--data"),       m_folder.path(),
                          QStringLiteral("--window"),     QStringLiteral("off"),
                          QStringLiteral("--latency-ms"), QStringLiteral("0:0"),
                          QStringLiteral("--card-ms"),    QStringLiteral("0")};
    // A later switch must not contradict an earlier one.
    for (int i = 0; i + 1 < switches.size(); i += 2) {
        const auto at = arguments.indexOf(switches[i]);
        if (at >= 0)
            arguments[at + 1] = switches[i + 1];
        else
            arguments << switches[i] << switches[i + 1];
    }
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(program(), arguments);
    QElapsedTimer clock;
    clock.start();
    while (!m_process.canReadLine() && clock.elapsed() < kPatienceMs)
        if (!m_process.waitForReadyRead(kPatienceMs))
            return false;
    const QByteArray line = m_process.readLine().trimmed();
    if (!line.startsWith("terminal_sim ready on "))
        return false;
    const auto endpoint = daemon::HttpEndpoint::parse(line.mid(22).toStdString());
    if (!endpoint)
        return false;
    m_endpoint = *endpoint;
    return true;
}

void SimProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished(kPatienceMs);
}

qint64 SimProcess::terminate()
{
    QElapsedTimer clock;
    clock.start();
    m_process.terminate();
    return m_process.waitForFinished(5000) ? clock.elapsed() : -1;
}

bool SimProcess::script(const std::string& json) const
{
    const auto reply = exchangeWith(m_endpoint).run({"POST", "/v1/script", json});
    return reply && reply->status == 200;
}

QList<QJsonObject> SimProcess::ledger() const
{
    const auto reply = exchangeWith(m_endpoint).run({"GET", "/v1/ledger", ""});
    return reply ? linesIn(QByteArray::fromStdString(reply->body)) : QList<QJsonObject>{};
}

QList<QJsonObject> SimProcess::dump() const
{
    QProcess process;
    process.start(program(),
                  {QStringLiteral("--dump"), m_folder.filePath(QStringLiteral("terminal_sim"))});
    process.waitForFinished(kPatienceMs);
    return linesIn(process.readAllStandardOutput());
}

QList<QJsonObject> entriesOf(const QList<QJsonObject>& ledger, const char* kind)
{
    QList<QJsonObject> entries;
    for (const QJsonObject& entry : ledger)
        if (entry[QLatin1String{"kind"}].toString() == QLatin1String{kind})
            entries.append(entry);
    return entries;
}

qint64 total(const QList<QJsonObject>& ledger, const char* name)
{
    const auto totals = entriesOf(ledger, "totals");
    return totals.isEmpty() ? -1 : totals.first()[QLatin1String{name}].toInteger(-1);
}

} // namespace coffee::test
