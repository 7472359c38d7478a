// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/transport/event_feed.h"

#include "shared/protocol/codec.h"
#include "shared/transport/polling.h"
#include "shared/transport/request_socket.h"
#include "shared/transport/socket_settings.h"

#include <array>
#include <random>
#include <utility>

namespace coffee::transport {

using std::chrono::steady_clock;

namespace {

/// Frames that are read before anything else gets its turn.
constexpr int kFramesOfTurnMax = 500;
/// How long the thread sleeps at most while its listener has no room.
constexpr std::chrono::milliseconds kRoomCheckEvery{50};

std::string freshId()
{
    std::random_device random;
    return std::to_string(random()) + "-" + std::to_string(random());
}

} // namespace

/// What lives on the feed's thread. One question is out at a time: the stream's or a presence.
class EventFeed::Loop {
public:
    explicit Loop(EventFeed& feed)
        : m_feed{feed},
          m_settings{feed.m_settings},
          m_logic{m_settings.kind, m_settings.start, m_settings.times},
          m_subscriber{m_context.raw(), zmq::socket_type::sub},
          m_requester{m_context, m_settings.commands},
          m_idBase{freshId()}
    {
        setUpSubscriber(m_subscriber);
        m_subscriber.connect(m_settings.stream);
    }

    void run(ThreadCalls& calls)
    {
        while (!calls.stop) {
            const bool room = m_feed.m_listener.hasRoom();
            if (room)
                readFrames();
            advanceExchange(steady_clock::now());
            m_logic.timePassed(steady_clock::now());
            tell();
            waitForWork(calls, room);
        }
    }

private:
    enum class Phase { Idle, WaitingForPeer, WaitingForReply };
    using Question = std::variant<protocol::SnapshotGet, protocol::EventsGet, protocol::Presence>;

    void readFrames()
    {
        zmq::message_t part;
        for (int n = 0; n < kFramesOfTurnMax; ++n) {
            if (!m_subscriber.recv(part, zmq::recv_flags::dontwait))
                return;
            const bool single = !part.more();
            auto frame = protocol::decodeFrame(part.to_string_view());
            while (part.more())
                static_cast<void>(m_subscriber.recv(part, zmq::recv_flags::dontwait));
            if (single && frame)
                m_logic.frameCame(*std::move(frame), steady_clock::now());
            else
                m_logic.frameWasGarbled();
        }
        m_moreFrames = true;
    }

    void advanceExchange(SteadyTime now)
    {
        if (m_phase == Phase::Idle)
            begin(now);
        if (m_phase == Phase::WaitingForPeer) {
            if (isReady(ZMQ_POLLOUT) && m_requester.send(questionBytes())) {
                m_phase = Phase::WaitingForReply;
                m_until = now + protocol::kCommandTimeout;
            } else if (now >= m_until) {
                end(QuestionFailure::NoAnswer, now);
            }
        } else if (m_phase == Phase::WaitingForReply) {
            if (isReady(ZMQ_POLLIN)) {
                if (const auto bytes = m_requester.receive())
                    readReply(*bytes, now);
            } else if (now >= m_until) {
                m_requester.reopen();
                end(QuestionFailure::NoAnswer, now);
            }
        }
        // The next question is not kept waiting for the next frame.
        if (m_phase == Phase::Idle)
            begin(now);
    }

    void begin(SteadyTime now)
    {
        // What the screen waits for comes before the word that it is there, for a while.
        const bool presenceIsLate = now >= m_presenceAt + m_settings.presenceEvery;
        const auto wanted = presenceIsLate ? std::nullopt : m_logic.nextQuestion(now);
        if (wanted) {
            std::visit([this](const auto& question) { m_question = question; }, *wanted);
        } else if (now >= m_presenceAt) {
            m_presenceAt = now + m_settings.presenceEvery;
            const std::lock_guard lock{m_feed.m_mutex};
            m_question = protocol::Presence{m_settings.version, m_settings.kind,
                                            m_feed.m_shown.epoch, m_feed.m_shown.seq};
        } else {
            return;
        }
        m_phase = Phase::WaitingForPeer;
        m_until = now + protocol::kConnectTimeout;
    }

    [[nodiscard]] bool isReady(int event)
    {
        return (m_requester.raw().get(zmq::sockopt::events) & event) != 0;
    }

    [[nodiscard]] std::string questionBytes()
    {
        protocol::Request request{m_idBase + "-" + std::to_string(++m_questions), m_settings.from,
                                  protocol::StatusGet{}};
        std::visit([&request](const auto& question) { request.body = question; }, m_question);
        m_questionId = request.id;
        return protocol::encode(request);
    }

    void readReply(const std::string& bytes, SteadyTime now)
    {
        if (std::holds_alternative<protocol::SnapshotGet>(m_question))
            readReplyAs<protocol::Snapshot>(bytes, now, [&](protocol::Snapshot snapshot) {
                m_logic.snapshotCame(std::move(snapshot), now);
            });
        else if (std::holds_alternative<protocol::EventsGet>(m_question))
            readReplyAs<protocol::EventsPage>(bytes, now, [&](protocol::EventsPage page) {
                m_logic.pageCame(std::move(page), now);
            });
        else
            readReplyAs<protocol::PresenceAnswer>(bytes, now, [&](protocol::PresenceAnswer answer) {
                if (answer.refresh)
                    m_logic.refreshAsked(now);
            });
        m_phase = Phase::Idle;
    }

    template <class Body, class Take>
    void readReplyAs(const std::string& bytes, SteadyTime now, Take take)
    {
        auto reply = protocol::decodeReply<Body>(bytes);
        if (!reply || reply->id != m_questionId) {
            m_logic.frameWasGarbled();
            end(QuestionFailure::NoAnswer, now);
        } else if (auto* body = std::get_if<Body>(&reply->content)) {
            take(std::move(*body));
        } else {
            const auto* refusal = std::get_if<Refusal>(&reply->content);
            end(refusal && refusal->code == RefusalCode::UnknownEpoch
                    ? QuestionFailure::UnknownEpoch
                    : QuestionFailure::Refused,
                now);
        }
    }

    /// A presence that nobody hears is simply said again later.
    void end(QuestionFailure failure, SteadyTime now)
    {
        m_phase = Phase::Idle;
        if (!std::holds_alternative<protocol::Presence>(m_question))
            m_logic.questionFailed(failure, now);
    }

    void tell()
    {
        FeedListener& listener = m_feed.m_listener;
        for (FeedOutput& output : m_logic.takeOutputs()) {
            if (auto* reset = std::get_if<FeedReset>(&output))
                listener.reset(std::move(*reset));
            else if (auto* events = std::get_if<FeedEvents>(&output))
                listener.events(std::move(*events));
            else if (const auto* beat = std::get_if<FeedBeat>(&output))
                listener.beat(*beat);
        }
        const FeedStatus status = m_logic.status();
        if (!m_toldOnce || status != m_told)
            listener.status(status);
        m_told = status;
        m_toldOnce = true;
    }

    void waitForWork(ThreadCalls& calls, bool room)
    {
        const SteadyTime now = steady_clock::now();
        if (std::exchange(m_moreFrames, false))
            return;
        SteadyTime deadline = m_logic.nextDeadline(now);
        if (m_phase == Phase::Idle)
            deadline = std::min(deadline, m_presenceAt);
        else
            deadline = std::min(deadline, m_until);
        if (!room)
            deadline = std::min(deadline, now + kRoomCheckEvery);

        std::array<zmq::pollitem_t, 3> items{};
        std::size_t count = 0;
        items[count++] = {nullptr, calls.bell.fd(), ZMQ_POLLIN, 0};
        if (room)
            items[count++] = {m_subscriber.handle(), 0, ZMQ_POLLIN, 0};
        if (m_phase != Phase::Idle)
            items[count++] = {
                m_requester.raw().handle(), 0,
                m_phase == Phase::WaitingForPeer ? short{ZMQ_POLLOUT} : short{ZMQ_POLLIN}, 0};
        pollUntil(std::span{items}.first(count), deadline);
        calls.bell.clear();
    }

    EventFeed& m_feed;
    const FeedSettings& m_settings;
    FeedLogic m_logic;
    ZmqContext m_context;
    zmq::socket_t m_subscriber;
    RequestSocket m_requester;
    bool m_moreFrames{false};
    Phase m_phase{Phase::Idle};
    Question m_question;
    std::string m_idBase;
    std::string m_questionId;
    std::uint64_t m_questions{0};
    SteadyTime m_until{};
    SteadyTime m_presenceAt{steady_clock::now()};
    FeedStatus m_told;
    bool m_toldOnce{false};
};

EventFeed::EventFeed(FeedSettings settings, FeedListener& listener)
    : m_settings{std::move(settings)},
      m_listener{listener},
      m_shown{m_settings.start},
      m_thread{"coffee-feed",
               [this](ThreadCalls& calls) {
                   Loop loop{*this};
                   loop.run(calls);
               },
               [this](const std::string& what) { m_listener.failed(what); }}
{
}

EventFeed::~EventFeed() = default;

void EventFeed::confirm(const FeedPosition& shown)
{
    const std::lock_guard lock{m_mutex};
    m_shown = shown;
}

} // namespace coffee::transport
