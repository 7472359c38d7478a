// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/client/shop_feed.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

/// What a screen keeps on its own disk.
namespace coffee::client {

class LocalDatabase;

/// The last view that a screen had.
struct StoredView {
    protocol::Stream stream{protocol::Stream::Events};
    std::string epoch;
    ShopTime asOf{};
    ShopView view;
};

/// Keeps the last view in `<folder>/view.sqlite`, so that a restarted screen shows the last known
/// state with its age before the network answers.
///
/// It is a copy of what the daemon has: a file that is broken, of another stream or of another
/// fold version is thrown away. Reading is done once, by the caller; writing by a thread of its
/// own, so that a slow disk never freezes a window.
class StationStore final {
public:
    explicit StationStore(const QString& folder);
    ~StationStore();
    StationStore(const StationStore&) = delete;
    StationStore& operator=(const StationStore&) = delete;

    /// Empty when there is none that this program can use.
    [[nodiscard]] std::optional<StoredView> load(protocol::Stream stream);
    /// Writes soon; a view that waits is replaced by a newer one. Never blocks.
    void save(StoredView view);
    /// Waits until everything that was given to `save` is on disk, or `limit` is over.
    bool flush(std::chrono::milliseconds limit);

private:
    class Writer;
    QString m_path;
    std::unique_ptr<Writer> m_writer;
};

/// How often a view is written at most.
inline constexpr std::chrono::milliseconds kViewSaveEvery{2000};

/// Restores a feed from a store and writes its view back while it changes. Make it after the feed
/// and before `ShopFeed::start`; destroy it before the feed: it then writes the last view.
class ViewKeeper final : public QObject {
    Q_OBJECT

public:
    ViewKeeper(ShopFeed& feed, StationStore& store, protocol::Stream stream,
               QObject* parent = nullptr);
    ~ViewKeeper() override;

private:
    void saveNow();

    ShopFeed& m_feed;
    StationStore& m_store;
    protocol::Stream m_stream;
    QTimer m_timer;
};

/// Words under keys that survive a crash: what this screen has promised and not yet settled (a
/// kiosk's attempt key, a station's outbox). One thread.
class Journal {
public:
    Journal() = default;
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;
    virtual ~Journal() = default;

    struct Entry {
        std::string key;
        std::string value;
        friend bool operator==(const Entry&, const Entry&) = default;
    };
    enum class Outcome { Written, DiskFailed };

    /// On the disk when it comes back. A caller that is told `DiskFailed` must not go on as if it
    /// were written.
    [[nodiscard]] virtual Outcome put(const std::string& key, const std::string& value) = 0;
    [[nodiscard]] virtual Outcome remove(const std::string& key) = 0;
    [[nodiscard]] virtual std::optional<std::string> get(const std::string& key) const = 0;
    /// Every entry whose key begins so, in the order in which they were first put.
    [[nodiscard]] virtual std::vector<Entry> entries(const std::string& keyPrefix) const = 0;
};

/// The journal of a real screen, in `<folder>/journal.sqlite`; `put` and `remove` sync it. A broken
/// file is set aside under another name, never deleted.
class StationJournal final : public Journal {
public:
    explicit StationJournal(const QString& folder);
    ~StationJournal() override;

    [[nodiscard]] Outcome put(const std::string& key, const std::string& value) override;
    [[nodiscard]] Outcome remove(const std::string& key) override;
    [[nodiscard]] std::optional<std::string> get(const std::string& key) const override;
    [[nodiscard]] std::vector<Entry> entries(const std::string& keyPrefix) const override;

private:
    std::unique_ptr<LocalDatabase> m_database; ///< null when the disk cannot be used
};

} // namespace coffee::client
