// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/transport/feed_logic.h"

#include "shared/domain/sequence_tracker.h"

#include <algorithm>
#include <utility>

namespace coffee::transport {

FeedLogic::FeedLogic(protocol::Stream stream, FeedPosition start, FeedTimes times)
    : m_stream{stream},
      m_times{times},
      m_position{std::move(start)},
      m_head{m_position.seq},
      m_snapshotNeeded{m_position.epoch.empty()},
      m_positionUnproven{!m_position.epoch.empty()},
      m_retry{times.retryFirst}
{
}

void FeedLogic::frameCame(protocol::Frame frame, SteadyTime now)
{
    const bool wasSilent = !heard(now);
    m_lastHeard = now;
    if (wasSilent && !m_asked)
        m_notBefore = now; // somebody is there again: no reason to wait any longer
    if (auto* event = std::get_if<protocol::EventFrame>(&frame))
        eventCame(event->epoch, std::move(event->event), now);
    else if (const auto* heartbeat = std::get_if<protocol::Heartbeat>(&frame))
        heartbeatCame(*heartbeat, now);
    judge(now);
}

void FeedLogic::eventCame(const std::string& epoch, Event event, SteadyTime now)
{
    if (!belongs(epoch)) {
        keep(std::move(event), now);
        return;
    }
    const SequenceTracker tracker{m_position.seq};
    switch (tracker.judge(event.seq)) {
    case SequenceTracker::Verdict::AlreadySeen:
        ++m_counters.duplicates;
        break;
    case SequenceTracker::Verdict::Apply:
        judge(now); // whether it is live is decided before it is applied
        emitEvent(std::move(event));
        applyWaiting();
        break;
    case SequenceTracker::Verdict::Gap:
        keep(std::move(event), now);
        break;
    }
}

void FeedLogic::heartbeatCame(const protocol::Heartbeat& heartbeat, SteadyTime now)
{
    m_outputs.push_back(FeedBeat{now, heartbeat.now, heartbeat.wait});
    if (!belongs(heartbeat.epoch)) {
        m_head = std::max(m_head, heartbeat.head);
        return;
    }
    // Below ours: an old heartbeat that came late, or a log that was put back. Ask, then believe.
    if (heartbeat.head < m_position.seq)
        m_positionUnproven = true;
    m_head = std::max(m_head, heartbeat.head);
}

bool FeedLogic::belongs(const std::string& epoch)
{
    if (m_streamEpoch != epoch) {
        m_streamEpoch = epoch;
        m_waiting.clear();
        m_head = epoch == m_position.epoch ? m_position.seq : 0;
    }
    if (epoch == m_position.epoch)
        return true;
    m_snapshotNeeded = true;
    return false;
}

void FeedLogic::keep(Event event, SteadyTime now)
{
    m_head = std::max(m_head, event.seq);
    if (m_waiting.contains(event.seq))
        ++m_counters.duplicates;
    else if (m_waiting.size() < kEventsWaitingMax)
        m_waiting.emplace(event.seq, Waiting{std::move(event), now});
}

/// The log that we followed is not the daemon's: what waits is of no use either.
void FeedLogic::startAnew()
{
    m_snapshotNeeded = true;
    m_waiting.clear();
}

void FeedLogic::refreshAsked(SteadyTime now)
{
    m_snapshotNeeded = true;
    judge(now);
}

void FeedLogic::applyWaiting()
{
    m_waiting.erase(m_waiting.begin(), m_waiting.upper_bound(m_position.seq));
    while (!m_waiting.empty() && m_waiting.begin()->first == m_position.seq + 1)
        emitEvent(std::move(m_waiting.extract(m_waiting.begin()).mapped().event));
}

void FeedLogic::emitEvent(Event event)
{
    m_position.seq = event.seq;
    m_head = std::max(m_head, event.seq);
    const bool live = m_state == FeedState::Live;
    auto* last = m_outputs.empty() ? nullptr : std::get_if<FeedEvents>(&m_outputs.back());
    if (last == nullptr || last->live != live)
        last = &std::get<FeedEvents>(m_outputs.emplace_back(FeedEvents{{}, live}));
    last->events.push_back(std::move(event));
}

void FeedLogic::snapshotCame(protocol::Snapshot snapshot, SteadyTime now)
{
    answered();
    if (snapshot.stream != m_stream || snapshot.foldVersion != kFoldVersion ||
        snapshot.epoch.empty()) {
        ++m_counters.garbled;
        putOff(now);
        judge(now);
        return;
    }
    ++m_counters.snapshots;
    m_snapshotAt = now;
    m_snapshotNeeded = false;
    m_positionUnproven = false;
    m_position = {snapshot.epoch, snapshot.view.seq};
    if (m_streamEpoch != snapshot.epoch)
        m_waiting.clear(); // of another log
    // What was said about the head before may be of a log that was put back; the next heartbeat
    // says it again.
    m_head = m_position.seq;
    if (!m_waiting.empty())
        m_head = std::max(m_head, m_waiting.rbegin()->first);
    m_outputs.push_back(FeedBeat{now, snapshot.now, snapshot.wait});
    m_outputs.push_back(FeedReset{snapshot.epoch, std::move(snapshot.view)});
    applyWaiting();
    judge(now);
}

void FeedLogic::pageCame(protocol::EventsPage page, SteadyTime now)
{
    const auto* asked = m_asked ? std::get_if<protocol::EventsGet>(&*m_asked) : nullptr;
    const Sequence known = asked ? std::max(asked->after, m_headWhenAsked) : 0;
    answered();
    if (page.stream != m_stream) {
        ++m_counters.garbled;
        putOff(now);
    } else if (page.epoch != m_position.epoch || page.head < known) {
        startAnew();
    } else {
        m_positionUnproven = false;
        m_head = std::max(m_head, page.head);
        const Sequence before = m_position.seq;
        for (Event& event : page.events)
            if (event.seq == m_position.seq + 1)
                emitEvent(std::move(event));
        m_counters.eventsFetched += m_position.seq - before;
        if (m_position.seq > before)
            ++m_counters.gapFills;
        else if (!page.events.empty() && page.events.front().seq > before + 1)
            startAnew(); // a page that begins with a hole is not of our log
        if (m_position.seq == before && !complete())
            putOff(now);
        m_moreToFetch = m_position.seq > before && m_position.seq < page.head;
        applyWaiting();
    }
    judge(now);
}

void FeedLogic::questionFailed(QuestionFailure failure, SteadyTime now)
{
    const bool wasPage = m_asked && std::holds_alternative<protocol::EventsGet>(*m_asked);
    const auto retry = m_retry;
    answered();
    m_retry = retry;
    if (failure == QuestionFailure::UnknownEpoch && wasPage)
        startAnew();
    else
        putOff(now);
    judge(now);
}

void FeedLogic::answered()
{
    m_asked.reset();
    m_retry = m_times.retryFirst;
}

void FeedLogic::putOff(SteadyTime now)
{
    m_notBefore = now + m_retry;
    m_retry = std::min(2 * m_retry, m_times.retryMax);
}

void FeedLogic::timePassed(SteadyTime now)
{
    judge(now);
}

bool FeedLogic::complete() const
{
    return !m_snapshotNeeded && !m_positionUnproven && m_position.seq >= m_head;
}

bool FeedLogic::heard(SteadyTime now) const
{
    return m_lastHeard && now - *m_lastHeard < m_times.staleAfter;
}

void FeedLogic::measureGap(SteadyTime now)
{
    if (m_position.seq >= m_head) {
        m_holeSince.reset();
        m_moreToFetch = false;
    } else if (!m_holeSince || m_holeAfter != m_position.seq) {
        // A hole is as old as the event that showed it, however many holes were before it.
        m_holeSince = m_waiting.empty() ? now : m_waiting.begin()->second.since;
        m_holeAfter = m_position.seq;
    }
    if (m_head - m_position.seq > protocol::kGapMax)
        m_snapshotNeeded = true;
    if (complete())
        m_behindSince.reset();
    else if (!m_behindSince)
        m_behindSince = now;
}

/// The one place that changes the state.
void FeedLogic::judge(SteadyTime now)
{
    measureGap(now);
    if (!m_lastHeard) {
        // A stream that stays silent after a snapshot is as silent as one that fell silent.
        const bool late = m_snapshotAt && now - *m_snapshotAt >= m_times.staleAfter;
        m_state = late ? FeedState::Stale : FeedState::Connecting;
    } else if (!heard(now)) {
        m_state = FeedState::Stale;
    } else if (complete()) {
        m_state = FeedState::Live;
    } else if (m_state == FeedState::Live) {
        const bool large = m_head - m_position.seq > Sequence{protocol::kPageMax};
        if (m_snapshotNeeded || large || now - *m_behindSince >= m_times.gapShownAfter)
            m_state = FeedState::CatchingUp;
    } else {
        m_state = FeedState::CatchingUp;
    }
}

std::vector<FeedOutput> FeedLogic::takeOutputs()
{
    return std::exchange(m_outputs, {});
}

std::optional<FeedQuestion> FeedLogic::nextQuestion(SteadyTime now)
{
    if (m_asked || now < m_notBefore)
        return std::nullopt;
    if (m_snapshotNeeded) {
        m_asked = protocol::SnapshotGet{m_stream};
        return m_asked;
    }
    const bool holeIsDue = m_holeSince && (m_moreToFetch || now - *m_holeSince >= m_times.gapGrace);
    if (!holeIsDue && !m_positionUnproven)
        return std::nullopt;
    const auto limit = std::clamp<std::int64_t>(missingCount(now), 1, protocol::kPageMax);
    m_headWhenAsked = m_head;
    m_asked = protocol::EventsGet{m_stream, m_position.seq, static_cast<std::int32_t>(limit)};
    return m_asked;
}

/// How far a page should reach: up to the last hole that is due, or as far as it goes.
std::int64_t FeedLogic::missingCount(SteadyTime now) const
{
    Sequence last = m_position.seq + Sequence{protocol::kPageMax};
    if (m_positionUnproven || m_waiting.empty())
        return last - m_position.seq;
    last = m_waiting.begin()->first - 1;
    Sequence before = m_position.seq;
    for (const auto& [seq, waiting] : m_waiting) {
        if (seq > before + 1 && now - waiting.since >= m_times.gapGrace)
            last = seq - 1;
        before = seq;
    }
    return last - m_position.seq;
}

SteadyTime FeedLogic::nextDeadline(SteadyTime now) const
{
    SteadyTime deadline = now + m_times.staleAfter;
    const auto consider = [&](SteadyTime time) {
        if (time > now)
            deadline = std::min(deadline, time);
    };
    if (m_lastHeard)
        consider(*m_lastHeard + m_times.staleAfter);
    else if (m_snapshotAt)
        consider(*m_snapshotAt + m_times.staleAfter);
    if (m_holeSince)
        consider(*m_holeSince + m_times.gapGrace);
    if (m_behindSince)
        consider(*m_behindSince + m_times.gapShownAfter);
    consider(m_notBefore);
    return deadline;
}

FeedStatus FeedLogic::status() const
{
    return {m_state, m_position, m_head, m_counters};
}

} // namespace coffee::transport
