// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/client/local_database.h"

#include "shared/client/app_runtime.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QVariant>

#include <atomic>
#include <utility>

namespace coffee::client {
namespace {

QString nextConnection()
{
    static std::atomic<int> count{0};
    return QStringLiteral("coffee-local-%1").arg(++count);
}

const QString kParts[] = {QString{}, QStringLiteral("-wal"), QStringLiteral("-shm"),
                          QStringLiteral("-journal")};

void setAside(const QString& path)
{
    const QString ending = QStringLiteral(".broken-%1").arg(QDateTime::currentMSecsSinceEpoch());
    for (const QString& part : kParts)
        if (QFile::exists(path + part))
            QFile::rename(path + part, path + ending + part);
    qCWarning(logStore, "%s could not be used and was set aside as %s%s", qPrintable(path),
              qPrintable(path), qPrintable(ending));
}

/// Looking through more takes longer than a person should wait for a window.
constexpr qint64 kLookThroughBytesMax = 32 * 1024 * 1024;

} // namespace

void LocalDatabase::discard(const QString& path)
{
    for (const QString& part : kParts)
        QFile::remove(path + part);
    qCWarning(logStore, "%s could not be used and was deleted; it was a copy", qPrintable(path));
}

std::unique_ptr<LocalDatabase> LocalDatabase::open(const QString& path, const QString& schema,
                                                   IfBroken ifBroken)
{
    // Only what SQLite calls broken is moved away; a file that is busy or read only is left alone.
    for (const bool first : {true, false}) {
        std::unique_ptr<LocalDatabase> database{new LocalDatabase{nextConnection()}};
        if (database->setUp(path, schema, ifBroken))
            return database;
        const bool broken = database->m_broken;
        database.reset();
        if (!first || !broken)
            break;
        if (ifBroken == IfBroken::SetAside)
            setAside(path);
        else
            discard(path);
    }
    qCCritical(logStore, "%s cannot be used", qPrintable(path));
    return nullptr;
}

bool LocalDatabase::setUp(const QString& path, const QString& schema, IfBroken ifBroken)
{
    {
        QSqlDatabase handle = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
        handle.setDatabaseName(path);
        // The file belongs to one process: whoever else holds it will not let go of it soon.
        handle.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=100"));
        if (!handle.open())
            return false;
    }
    // Exclusive before WAL: no shared memory file, and no second process gets in.
    QString mode;
    QString health = QStringLiteral("ok");
    const bool isLooked =
        ifBroken == IfBroken::SetAside || QFileInfo{path}.size() <= kLookThroughBytesMax;
    const bool done =
        run(QStringLiteral("PRAGMA locking_mode=EXCLUSIVE")) &&
        run(QStringLiteral("PRAGMA journal_mode=WAL"), {},
            [&](const QSqlQuery& row) { mode = row.value(0).toString(); }) &&
        run(QStringLiteral("PRAGMA synchronous=FULL")) &&
        run(QStringLiteral("PRAGMA trusted_schema=OFF")) &&
        (!isLooked || run(QStringLiteral("PRAGMA quick_check(1)"), {},
                          [&](const QSqlQuery& row) { health = row.value(0).toString(); }));
    if (done && health != QLatin1StringView{"ok"})
        m_broken = true;
    return done && !m_broken && mode == QLatin1StringView{"wal"} && run(schema);
}

LocalDatabase::~LocalDatabase()
{
    m_kept.clear();
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

bool LocalDatabase::run(const QString& statement, const QVariantList& values, const Row& row)
{
    QSqlQuery query{QSqlDatabase::database(m_connection, false)};
    query.setForwardOnly(true);
    return finish(query, query.prepare(statement), values, row);
}

bool LocalDatabase::runKept(const QString& statement, const QVariantList& values, const Row& row)
{
    auto kept = m_kept.find(statement);
    if (kept == m_kept.end()) {
        QSqlQuery query{QSqlDatabase::database(m_connection, false)};
        query.setForwardOnly(true);
        if (!query.prepare(statement))
            return finish(query, false, values, row);
        kept = m_kept.emplace(statement, std::move(query)).first;
    }
    return finish(kept->second, true, values, row);
}

bool LocalDatabase::finish(QSqlQuery& query, bool prepared, const QVariantList& values,
                           const Row& row)
{
    bool done = prepared;
    for (qsizetype place = 0; place < values.size(); ++place)
        query.bindValue(static_cast<int>(place), values[place]);
    done = done && query.exec();
    while (done && query.next())
        if (row)
            row(query);
    done = done && query.lastError().type() == QSqlError::NoError;
    if (!done) {
        constexpr int kCorrupt = 11;
        constexpr int kNotADatabase = 26;
        const int code = query.lastError().nativeErrorCode().toInt() & 0xff;
        m_broken = m_broken || code == kCorrupt || code == kNotADatabase;
        qCWarning(logStore, "%s: %s", qPrintable(query.lastQuery().left(60)),
                  qPrintable(query.lastError().text()));
    }
    query.finish();
    return done;
}

} // namespace coffee::client
