// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/transport/feed_values.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>

/// The shop's read model in a window: always there, always with its age.
namespace coffee::client {

using transport::FeedBeat;
using transport::FeedCounters;
using transport::FeedEvents;
using transport::FeedPosition;
using transport::FeedReset;
using transport::FeedState;
using transport::FeedStatus;
using transport::SteadyTime;

/// The process's steady clock; tests pass their own.
using SteadyNow = std::function<SteadyTime()>;

/// How fresh the view is. What a screen says about it: Live nothing; CatchingUp "catching up";
/// Connecting and Stale "as of 14:03" (`asOf`), and with `age` how long ago that was.
struct Freshness {
    FeedState state{FeedState::Connecting};
    Sequence seq{0};
    Sequence head{0};
    std::string epoch;
    /// The shop time at which the view was known to be complete; empty when there never was one.
    std::optional<ShopTime> asOf;
    /// How long ago `asOf` was; empty until this process has heard the daemon's clock.
    std::optional<std::chrono::milliseconds> age;
};

/// Where a feed's values come from. All signals are on the GUI thread, in the order in which the
/// feed produced them.
class ShopFeedSource : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Begins. `from` is the position of the view that the screen shows already.
    virtual void start(const FeedPosition& from) = 0;
    /// The screen has applied everything up to here; the daemon is told with the next presence.
    virtual void confirm(const FeedPosition& applied) = 0;

Q_SIGNALS:
    void reset(const coffee::transport::FeedReset& reset);
    void events(const coffee::transport::FeedEvents& events);
    void beat(const coffee::transport::FeedBeat& beat);
    void status(const coffee::transport::FeedStatus& status);
};

/// Owns the view and folds the events of its source into it. GUI thread only.
class ShopFeed final : public QObject {
    Q_OBJECT

public:
    /// The source must outlive the feed.
    explicit ShopFeed(ShopFeedSource& source, SteadyNow now = {}, QObject* parent = nullptr);
    ~ShopFeed() override;

    /// Shows what the screen knew last (from its `StationStore`). Before `start`.
    void restore(ShopView view, const std::string& epoch, ShopTime asOf);
    void start();

    [[nodiscard]] const ShopView& view() const { return m_view; }
    [[nodiscard]] Freshness freshness() const;
    [[nodiscard]] const FeedCounters& counters() const { return m_status.counters; }
    /// What the daemon's clock shows about now; empty until it was heard once.
    [[nodiscard]] std::optional<ShopTime> shopNow() const;
    /// The wait that the daemon told last; empty until it was heard once.
    [[nodiscard]] std::optional<WaitRange> expectedWait() const;

Q_SIGNALS:
    /// The view was replaced as a whole: read everything again.
    void viewReset();
    /// `event` is in the view already. `live` is false while catching up: no sound then.
    void eventApplied(const coffee::Event& event, bool live);
    /// Several events were applied; comes once after their `eventApplied`s.
    void viewChanged();
    /// The state changed, or, while not live, a second went by.
    void freshnessChanged(const coffee::client::Freshness& freshness);
    /// A heartbeat came: `shopNow` and `expectedWait` are new.
    void beatHeard();

private:
    void onReset(const FeedReset& reset);
    void onEvents(const FeedEvents& events);
    void onBeat(const FeedBeat& beat);
    void onStatus(const FeedStatus& status);
    [[nodiscard]] FeedPosition position() const { return {m_epoch, m_view.seq}; }

    ShopFeedSource& m_source;
    SteadyNow m_now;
    ShopView m_view;
    std::string m_epoch;
    FeedStatus m_status;
    std::optional<FeedBeat> m_beat;
    std::optional<FeedBeat> m_beatBefore;
    std::optional<ShopTime> m_completeAt; ///< while not live
    QTimer m_ageing;
};

} // namespace coffee::client
