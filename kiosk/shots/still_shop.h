// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/client/order_client.h"
#include "shared/client/shop_feed.h"

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

} // namespace coffee::kiosk
