// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/client/station_store.h"

#include "shared/client/app_runtime.h"
#include "shared/client/local_database.h"
#include "shared/protocol/codec.h"
#include "shared/protocol/protocol_words.h"

#include <QCryptographicHash>

#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

namespace coffee::client {
namespace {

QString schema()
{
    return QStringLiteral("CREATE TABLE IF NOT EXISTS view (id INTEGER PRIMARY KEY CHECK (id = 1), "
                          "stream TEXT NOT NULL, fold_version INTEGER NOT NULL, epoch TEXT NOT "
                          "NULL, as_of INTEGER NOT NULL, bytes BLOB NOT NULL, sum BLOB NOT NULL) "
                          "STRICT");
}

std::unique_ptr<LocalDatabase> openView(const QString& path)
{
    return LocalDatabase::open(path, schema(), LocalDatabase::IfBroken::Delete);
}

QString wordOf(protocol::Stream stream)
{
    const std::string_view name = word(stream);
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

QByteArray sumOf(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

bool write(LocalDatabase& database, const StoredView& stored)
{
    const QByteArray bytes = QByteArray::fromStdString(protocol::encodeView(stored.view));
    return database.run(QStringLiteral("INSERT OR REPLACE INTO view (id, stream, fold_version, "
                                       "epoch, as_of, bytes, sum) VALUES (1, ?, ?, ?, ?, ?, ?)"),
                        {wordOf(stored.stream), kFoldVersion, QString::fromStdString(stored.epoch),
                         qlonglong{toMs(stored.asOf)}, bytes, sumOf(bytes)});
}

std::optional<StoredView> read(LocalDatabase& database, protocol::Stream stream)
{
    std::optional<StoredView> found;
    const auto take = [&](const QSqlQuery& row) {
        const QByteArray bytes = row.value(4).toByteArray();
        if (row.value(0).toString() != wordOf(stream) || row.value(1).toInt() != kFoldVersion ||
            row.value(5).toByteArray() != sumOf(bytes)) {
            qCInfo(logStore, "the stored view is of another stream or version; starting anew");
            return;
        }
        auto view = protocol::decodeView(bytes.toStdString());
        if (!view) {
            qCWarning(logStore, "the stored view cannot be read: %s", view.error().detail.c_str());
            return;
        }
        found = StoredView{stream, row.value(2).toString().toStdString(),
                           fromMs(row.value(3).toLongLong()), *std::move(view)};
    };
    static_cast<void>(database.run(
        QStringLiteral("SELECT stream, fold_version, epoch, as_of, bytes, sum FROM view"), {},
        take));
    return found;
}

} // namespace

/// Writes on a thread of its own; the newest view wins.
class StationStore::Writer {
public:
    explicit Writer(QString path) : m_path{std::move(path)}, m_thread{[this] { run(); }} {}
    ~Writer()
    {
        {
            const std::lock_guard lock{m_mutex};
            m_stop = true;
        }
        m_changed.notify_all();
        m_thread.join();
    }

    void give(StoredView view)
    {
        {
            const std::lock_guard lock{m_mutex};
            m_next = std::move(view);
        }
        m_changed.notify_all();
    }

    bool flush(std::chrono::milliseconds limit)
    {
        std::unique_lock lock{m_mutex};
        return m_changed.wait_for(lock, limit, [this] { return !m_next && !m_writing; });
    }

private:
    void run()
    {
        std::unique_ptr<LocalDatabase> database;
        std::unique_lock lock{m_mutex};
        for (;;) {
            m_changed.wait(lock, [this] { return m_next || m_stop; });
            if (!m_next)
                return;
            const StoredView view = *std::exchange(m_next, std::nullopt);
            m_writing = true;
            lock.unlock();
            if (!database)
                database = openView(m_path);
            // A write that fails costs nothing but age after a restart; the next one tries again.
            if (!database || !write(*database, view))
                database.reset();
            lock.lock();
            m_writing = false;
            m_changed.notify_all();
        }
    }

    const QString m_path;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<StoredView> m_next; ///< guarded by m_mutex
    bool m_writing{false};            ///< guarded by m_mutex
    bool m_stop{false};               ///< guarded by m_mutex
    std::thread m_thread;             ///< last: it uses the others
};

StationStore::StationStore(const QString& folder) : m_path{folder + QStringLiteral("/view.sqlite")}
{
}

StationStore::~StationStore() = default;

std::optional<StoredView> StationStore::load(protocol::Stream stream)
{
    m_writer.reset(); // one connection at a time
    const auto database = openView(m_path);
    return database ? read(*database, stream) : std::nullopt;
}

void StationStore::save(StoredView view)
{
    if (!m_writer)
        m_writer = std::make_unique<Writer>(m_path);
    m_writer->give(std::move(view));
}

bool StationStore::flush(std::chrono::milliseconds limit)
{
    return !m_writer || m_writer->flush(limit);
}

ViewKeeper::ViewKeeper(ShopFeed& feed, StationStore& store, protocol::Stream stream,
                       QObject* parent)
    : QObject{parent}, m_feed{feed}, m_store{store}, m_stream{stream}
{
    if (auto stored = store.load(stream))
        feed.restore(std::move(stored->view), stored->epoch, stored->asOf);
    m_timer.setSingleShot(true);
    m_timer.setInterval(kViewSaveEvery);
    connect(&m_timer, &QTimer::timeout, this, &ViewKeeper::saveNow);
    const auto soon = [this] {
        if (!m_timer.isActive())
            m_timer.start();
    };
    connect(&feed, &ShopFeed::viewReset, this, soon);
    connect(&feed, &ShopFeed::viewChanged, this, soon);
}

ViewKeeper::~ViewKeeper()
{
    saveNow();
}

void ViewKeeper::saveNow()
{
    const Freshness freshness = m_feed.freshness();
    if (freshness.epoch.empty() || !freshness.asOf)
        return;
    m_store.save({m_stream, freshness.epoch, *freshness.asOf, m_feed.view()});
}

} // namespace coffee::client
