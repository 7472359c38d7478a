// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/session/timekeeper.h"
#include "shared/client/order_client.h"
#include "shared/client/shop_feed.h"
#include "shared/client/station_store.h"

#include <map>
#include <optional>
#include <vector>

namespace coffee::kiosk {

/// A daemon that stands still: it answers only what it is told to. For pictures of every page.
class StillClient final : public client::OrderClient {
    Q_OBJECT

public:
    using client::OrderClient::OrderClient;

    /// Answers the newest open question of this type; nothing when there is none.
    template <class Request, class Body>
    void answer(const Body& body)
    {
        finish<Request>(protocol::ReplyStatus::Ok, protocol::encodeBody(body));
    }
    template <class Request>
    void answerPending(PaymentPhase phase)
    {
        finish<Request>(protocol::ReplyStatus::Pending,
                        protocol::encodeBody(protocol::Pending{phase}));
    }
    template <class Request>
    void refuse(const Refusal& refusal)
    {
        finish<Request>(protocol::ReplyStatus::Refused, protocol::encodeBody(refusal));
    }
    template <class Request>
    void stayAway()
    {
        if (auto done = take<Request>())
            done(client::RawAnswer{kId, client::ClientFailure::Unreachable});
    }

private:
    static constexpr const char* kId = "still";

    struct Open {
        protocol::RequestBody request;
        client::RawDone done;
    };

    void send(protocol::RequestBody request, client::AskPolicy, client::RawDone done) override
    {
        m_open.push_back({std::move(request), std::move(done)});
    }

    template <class Request>
    [[nodiscard]] client::RawDone take()
    {
        for (auto open = m_open.rbegin(); open != m_open.rend(); ++open)
            if (std::holds_alternative<Request>(open->request)) {
                client::RawDone done = std::move(open->done);
                m_open.erase(std::next(open).base());
                return done;
            }
        return {};
    }

    template <class Request>
    void finish(protocol::ReplyStatus status, const std::string& body)
    {
        if (auto done = take<Request>())
            done(client::RawAnswer{kId, protocol::encodeReply(kId, status, 1, body)});
    }

    std::vector<Open> m_open;
};

/// A feed that shows one view, for ever.
class StillFeed final : public client::ShopFeedSource {
    Q_OBJECT

public:
    using client::ShopFeedSource::ShopFeedSource;

    void start(const client::FeedPosition&) override {}
    void confirm(const client::FeedPosition&) override {}

    void show(ShopView view, ShopTime now, WaitRange wait);
    void publish(Event event);
    void fallSilent();

private:
    client::FeedStatus m_status;
};

/// Time that stands still until a pose moves it, so that a countdown says the same in every
/// picture.
class StillTime final : public Timekeeper {
public:
    [[nodiscard]] Instant now() const override { return m_now; }
    [[nodiscard]] std::unique_ptr<Alarm> alarm(std::function<void()> ring) override;
    /// What comes due meanwhile rings, in its order; with nothing to add, what is due already.
    void advance(std::chrono::milliseconds by = {});

private:
    struct StillAlarm;
    [[nodiscard]] StillAlarm* earliest(Instant end) const;

    Instant m_now{std::chrono::hours{1}};
    std::vector<StillAlarm*> m_alarms;
};

/// A kiosk's disk that outlives its program and nothing else.
class StillDisk final : public client::Journal {
public:
    /// Nothing more is written.
    void fill() { m_isFull = true; }

    [[nodiscard]] Outcome put(const std::string& key, const std::string& value) override;
    [[nodiscard]] Outcome remove(const std::string& key) override;
    [[nodiscard]] std::optional<std::string> get(const std::string& key) const override;
    [[nodiscard]] std::vector<Entry> entries(const std::string& keyPrefix) const override;

private:
    std::map<std::string, std::string> m_words;
    bool m_isFull{false};
};

} // namespace coffee::kiosk
