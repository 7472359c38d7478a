// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/client/local_database.h"
#include "shared/client/station_store.h"

namespace coffee::client {
namespace {

QString text(const std::string& value)
{
    return QString::fromStdString(value);
}

} // namespace

StationJournal::StationJournal(const QString& folder)
    : m_database{LocalDatabase::open(
          folder + QStringLiteral("/journal.sqlite"),
          QStringLiteral("CREATE TABLE IF NOT EXISTS entries (place INTEGER PRIMARY KEY "
                         "AUTOINCREMENT, key TEXT NOT NULL UNIQUE, value BLOB NOT NULL) STRICT"),
          LocalDatabase::IfBroken::SetAside)}
{
}

StationJournal::~StationJournal() = default;

StationJournal::Outcome StationJournal::put(const std::string& key, const std::string& value)
{
    const bool done =
        m_database && m_database->run(QStringLiteral("INSERT INTO entries (key, value) VALUES (?, "
                                                     "?) ON CONFLICT (key) DO UPDATE SET value = "
                                                     "excluded.value"),
                                      {text(key), QByteArray::fromStdString(value)});
    return done ? Outcome::Written : Outcome::DiskFailed;
}

StationJournal::Outcome StationJournal::remove(const std::string& key)
{
    const bool done =
        m_database &&
        m_database->run(QStringLiteral("DELETE FROM entries WHERE key = ?"), {text(key)});
    return done ? Outcome::Written : Outcome::DiskFailed;
}

std::optional<std::string> StationJournal::get(const std::string& key) const
{
    std::optional<std::string> found;
    if (m_database)
        static_cast<void>(m_database->run(
            QStringLiteral("SELECT value FROM entries WHERE key = ?"), {text(key)},
            [&](const QSqlQuery& row) { found = row.value(0).toByteArray().toStdString(); }));
    return found;
}

std::vector<StationJournal::Entry> StationJournal::entries(const std::string& keyPrefix) const
{
    std::vector<Entry> found;
    if (m_database)
        static_cast<void>(m_database->run(
            QStringLiteral("SELECT key, value FROM entries WHERE substr(key, 1, length(?)) = ? "
                           "ORDER BY place"),
            {text(keyPrefix), text(keyPrefix)}, [&](const QSqlQuery& row) {
                found.push_back({row.value(0).toString().toStdString(),
                                 row.value(1).toByteArray().toStdString()});
            }));
    return found;
}

} // namespace coffee::client
