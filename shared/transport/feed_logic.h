// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/limits.h"
#include "shared/transport/feed_values.h"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// How one follows the daemon's stream without losing, doubling or inventing anything. Decisions
/// only: no socket, no thread, no clock of its own. PROTOCOL.md, "Following a stream", says the
/// same in words.
namespace coffee::transport {

/// The patience of a feed; tests shorten it.
struct FeedTimes {
    std::chrono::milliseconds staleAfter{protocol::kStaleAfter};
    /// A missing event may still be under way: so long it is not asked for.
    std::chrono::milliseconds gapGrace{50};
    /// A live screen that misses something says so only after this time, lest it flicker.
    std::chrono::milliseconds gapShownAfter{1000};
    /// After a question that failed; doubled up to the largest.
    std::chrono::milliseconds retryFirst{250};
    std::chrono::milliseconds retryMax{2000};
};

/// Events that may wait for a missing one. Further ones are left out and fetched later.
inline constexpr std::size_t kEventsWaitingMax = 4096;

/// What the feed wants to be asked of the daemon next.
using FeedQuestion = std::variant<protocol::SnapshotGet, protocol::EventsGet>;
/// What it has to tell its listener, in this order.
using FeedOutput = std::variant<FeedReset, FeedEvents, FeedBeat>;

/// The way to a question's end without an answer.
enum class QuestionFailure {
    NoAnswer,     ///< nobody there, silence, or not of this protocol
    UnknownEpoch, ///< the daemon's log does not reach as far as our view
    Refused       ///< any other refusal
};

/// Hand in what happened with the steady time at which it did; then take `outputs`, ask
/// `nextQuestion` and wait no longer than until `nextDeadline`. At most one question is out.
class FeedLogic final {
public:
    explicit FeedLogic(protocol::Stream stream, FeedPosition start = {}, FeedTimes times = {});

    void frameCame(protocol::Frame frame, SteadyTime now);
    void frameWasGarbled() { ++m_counters.garbled; }
    void snapshotCame(protocol::Snapshot snapshot, SteadyTime now);
    void pageCame(protocol::EventsPage page, SteadyTime now);
    void questionFailed(QuestionFailure failure, SteadyTime now);
    void timePassed(SteadyTime now);

    /// A person asked that this screen takes a new snapshot, whatever it believes to have.
    void refreshAsked(SteadyTime now);
    /// Takes what is to be told.
    [[nodiscard]] std::vector<FeedOutput> takeOutputs();
    /// The question to ask now; from here it counts as asked until its answer or failure comes in.
    [[nodiscard]] std::optional<FeedQuestion> nextQuestion(SteadyTime now);
    /// When `timePassed` has something to do, at the latest.
    [[nodiscard]] SteadyTime nextDeadline(SteadyTime now) const;
    [[nodiscard]] FeedStatus status() const;

private:
    struct Waiting {
        Event event;
        SteadyTime since;
    };

    void eventCame(const std::string& epoch, Event event, SteadyTime now);
    void heartbeatCame(const protocol::Heartbeat& heartbeat, SteadyTime now);
    /// False when the epoch is not that of our view.
    [[nodiscard]] bool belongs(const std::string& epoch);
    void keep(Event event, SteadyTime now);
    void startAnew();
    void applyWaiting();
    void emitEvent(Event event);
    void measureGap(SteadyTime now);
    [[nodiscard]] std::int64_t missingCount(SteadyTime now) const;
    void judge(SteadyTime now);
    void answered();
    void putOff(SteadyTime now);
    [[nodiscard]] bool complete() const;
    [[nodiscard]] bool heard(SteadyTime now) const;

    protocol::Stream m_stream;
    FeedTimes m_times;
    FeedState m_state{FeedState::Connecting};
    FeedPosition m_position;
    Sequence m_head{0};
    std::string m_streamEpoch;             ///< of the last frame
    std::map<Sequence, Waiting> m_waiting; ///< of `m_streamEpoch`, beyond a gap
    bool m_snapshotNeeded;
    bool m_positionUnproven;                 ///< whether the daemon's log still contains our view
    std::optional<SteadyTime> m_behindSince; ///< not complete since then
    std::optional<SteadyTime> m_holeSince;   ///< the next event is missing since then
    Sequence m_holeAfter{0};
    bool m_moreToFetch{false}; ///< the last page was not the end: the next needs no grace
    std::optional<SteadyTime> m_lastHeard; ///< on the stream
    std::optional<SteadyTime> m_snapshotAt;
    std::optional<FeedQuestion> m_asked;
    Sequence m_headWhenAsked{0};
    SteadyTime m_notBefore{};
    std::chrono::milliseconds m_retry;
    FeedCounters m_counters;
    std::vector<FeedOutput> m_outputs;
};

} // namespace coffee::transport
