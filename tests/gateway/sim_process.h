// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/gateway/http_exchange.h"

#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <string>

namespace coffee::test {

/// A real terminal_sim on a free port, with books that outlive it. Fast unless told otherwise: no
/// latency, the card at once.
class SimProcess final {
public:
    SimProcess() = default;
    /// Kills it.
    ~SimProcess();
    SimProcess(const SimProcess&) = delete;
    SimProcess& operator=(const SimProcess&) = delete;

    /// Starts it with these switches besides; fails the test by returning false.
    [[nodiscard]] bool start(const QStringList& switches = {});
    /// kill -9; waits until it is gone.
    void kill();
    /// SIGTERM; the milliseconds it took to leave, or -1 when it did not within 5 s.
    [[nodiscard]] qint64 terminate();
    [[nodiscard]] int exitCode() const { return m_process.exitCode(); }

    [[nodiscard]] daemon::HttpEndpoint endpoint() const { return m_endpoint; }
    /// Changes the script while it runs.
    [[nodiscard]] bool script(const std::string& json) const;
    /// The lines of the running terminal's books.
    [[nodiscard]] QList<QJsonObject> ledger() const;
    /// The lines that `--dump` prints of the stopped terminal's books.
    [[nodiscard]] QList<QJsonObject> dump() const;

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    daemon::HttpEndpoint m_endpoint;
};

/// The entries of one kind.
[[nodiscard]] QList<QJsonObject> entriesOf(const QList<QJsonObject>& ledger, const char* kind);
/// A number of the totals line; -1 when there is none.
[[nodiscard]] qint64 total(const QList<QJsonObject>& ledger, const char* name);

} // namespace coffee::test
