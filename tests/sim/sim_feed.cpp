// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/sim_feed.h"

#include "shared/protocol/limits.h"

#include <utility>

namespace coffee::sim {

using transport::FeedOutput;
using transport::QuestionFailure;

SimFeed::SimFeed(Core& core, PostOffice& office, Wire& wire, Auditor& auditor, Actor from,
                 protocol::Stream stream)
    : m_core{core},
      m_office{office},
      m_wire{wire},
      m_auditor{auditor},
      m_from{std::move(from)},
      m_stream{stream}
{
}

SimFeed::~SimFeed()
{
    if (m_wake)
        m_core.schedule.cancel(*m_wake);
}

void SimFeed::start(const client::FeedPosition& from)
{
    m_logic.emplace(m_stream, from);
    m_shown = m_position = from;
    m_presenceAt = m_core.steady();
    wake();
}

void SimFeed::hear(const protocol::Frame& frame)
{
    if (!m_logic)
        return;
    if (const auto* beat = std::get_if<protocol::Heartbeat>(&frame))
        m_heardHead = std::max(m_heardHead, beat->head);
    m_logic->frameCame(frame, m_core.steady());
    advance();
}

void SimFeed::advance()
{
    const auto now = m_core.steady();
    if (m_asked == Asked::Nothing)
        ask();
    else if (now >= m_until)
        end(QuestionFailure::NoAnswer);
    m_logic->timePassed(now);
    tell();
    lookForGaps();
    wake();
}

void SimFeed::ask()
{
    const auto now = m_core.steady();
    if (now >= m_presenceAt) {
        m_presenceAt = now + protocol::kPresenceEvery;
        m_asked = Asked::Presence;
        send(protocol::Presence{"0.1.0", m_stream, m_shown.epoch, m_shown.seq});
    } else if (const auto wanted = m_logic->nextQuestion(now)) {
        m_asked = std::holds_alternative<protocol::SnapshotGet>(*wanted) ? Asked::Snapshot
                                                                         : Asked::Events;
        std::visit([this](const auto& question) { send(question); }, *wanted);
    }
}

void SimFeed::send(protocol::RequestBody body)
{
    if (!m_office.isListening()) {
        m_until = m_core.steady() + protocol::kConnectTimeout;
        return;
    }
    m_until = m_core.steady() + protocol::kCommandTimeout;
    m_id = m_core.hex();
    m_connection = std::make_unique<PostOffice::Connection>(
        m_office, m_wire, [this](const std::string& bytes) { receive(bytes); });
    m_connection->ask({m_id, m_from, std::move(body)});
}

void SimFeed::receive(const std::string& bytes)
{
    if (!m_connection)
        return;
    m_connection.reset();
    if (m_asked == Asked::Snapshot)
        read<protocol::Snapshot>(bytes);
    else if (m_asked == Asked::Events)
        read<protocol::EventsPage>(bytes);
    m_asked = Asked::Nothing;
    advance();
}

template <class Body>
void SimFeed::read(const std::string& bytes)
{
    const auto now = m_core.steady();
    auto reply = protocol::decodeReply<Body>(bytes);
    if (!reply || reply->id != m_id)
        return m_core.violate("I12", m_from.name + " cannot read a reply");
    if (auto* body = std::get_if<Body>(&reply->content)) {
        if constexpr (std::is_same_v<Body, protocol::Snapshot>)
            m_logic->snapshotCame(std::move(*body), now);
        else
            m_logic->pageCame(std::move(*body), now);
        return;
    }
    const auto* refusal = std::get_if<Refusal>(&reply->content);
    m_logic->questionFailed(refusal && refusal->code == RefusalCode::UnknownEpoch
                                ? QuestionFailure::UnknownEpoch
                                : QuestionFailure::Refused,
                            now);
}

/// A presence that nobody hears is simply said again later.
void SimFeed::end(QuestionFailure failure)
{
    m_connection.reset();
    if (std::exchange(m_asked, Asked::Nothing) != Asked::Presence)
        m_logic->questionFailed(failure, m_core.steady());
}

void SimFeed::tell()
{
    for (const FeedOutput& output : m_logic->takeOutputs()) {
        look(output);
        if (const auto* whole = std::get_if<client::FeedReset>(&output))
            Q_EMIT reset(*whole);
        else if (const auto* list = std::get_if<client::FeedEvents>(&output))
            Q_EMIT events(*list);
        else if (const auto* word = std::get_if<client::FeedBeat>(&output))
            Q_EMIT beat(*word);
    }
    const client::FeedStatus now = m_logic->status();
    if (m_toldOnce && now == m_told)
        return;
    m_told = now;
    m_toldOnce = true;
    Q_EMIT status(now);
}

/// Every screen's picture is the fold of a prefix of the log.
void SimFeed::look(const FeedOutput& output)
{
    if (const auto* whole = std::get_if<client::FeedReset>(&output)) {
        m_auditor.viewTaken(m_from.name, m_stream, m_position.seq, m_position.epoch, whole->epoch,
                            whole->view);
        m_position = {whole->epoch, whole->view.seq};
        m_heardHead = 0; // the next heartbeat says it again
    } else if (const auto* list = std::get_if<client::FeedEvents>(&output)) {
        for (const Event& event : list->events) {
            m_auditor.eventApplied(m_from.name, m_stream, m_position.seq, event);
            m_position.seq = event.seq;
        }
    }
}

/// Who misses an event notices it, and does not call itself live.
void SimFeed::lookForGaps()
{
    if (m_told.state != client::FeedState::Live || m_position.seq >= m_heardHead)
        m_gapSince.reset();
    else if (!m_gapSince)
        m_gapSince = m_core.now();
    else if (m_core.now() - *m_gapSince > kGapUnnoticed)
        m_core.violate("I24", m_from.name + " calls itself live and misses events");
}

void SimFeed::wake()
{
    const auto now = m_core.steady();
    auto due = m_logic->nextDeadline(now);
    due = std::min(due, m_asked == Asked::Nothing ? m_presenceAt : m_until);
    const auto wait =
        std::max(milliseconds{1}, std::chrono::duration_cast<milliseconds>(due - now));
    const milliseconds at = m_core.now() + wait;
    if (m_wake && m_wake->first <= at && m_wake->first > m_core.now())
        return; // it looks again then
    if (m_wake)
        m_core.schedule.cancel(*m_wake);
    m_wake = m_core.schedule.at(at, [this] {
        m_wake.reset();
        advance();
    });
}

} // namespace coffee::sim
