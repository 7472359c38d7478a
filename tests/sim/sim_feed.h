// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/client/shop_feed.h"
#include "shared/transport/feed_logic.h"
#include "tests/sim/auditor.h"
#include "tests/sim/core.h"
#include "tests/sim/daemon_process.h"
#include "tests/sim/post_office.h"

#include <memory>
#include <optional>
#include <string>

namespace coffee::sim {

/// A screen's follower of a stream: the real FeedLogic with the exchange of questions and presences
/// that its thread has in the product, on simulated time.
class SimFeed final : public client::ShopFeedSource {
public:
    SimFeed(Core& core, PostOffice& office, Wire& wire, Auditor& auditor, Actor from,
            protocol::Stream stream);
    ~SimFeed() override;

    void start(const client::FeedPosition& from) override;
    void confirm(const client::FeedPosition& applied) override { m_shown = applied; }

    /// A frame has come over the wire.
    void hear(const protocol::Frame& frame);
    [[nodiscard]] client::FeedState state() const { return m_told.state; }
    [[nodiscard]] protocol::Stream stream() const { return m_stream; }

private:
    /// A gap shows after a second at the latest.
    static constexpr milliseconds kGapUnnoticed{2'500};

    enum class Asked { Nothing, Snapshot, Events, Presence };

    void advance();
    void ask();
    void send(protocol::RequestBody body);
    void receive(const std::string& bytes);
    template <class Body>
    void read(const std::string& bytes);
    void end(transport::QuestionFailure failure);
    void tell();
    void look(const transport::FeedOutput& output);
    void lookForGaps();
    void wake();

    Core& m_core;
    PostOffice& m_office;
    Wire& m_wire;
    Auditor& m_auditor;
    Actor m_from;
    protocol::Stream m_stream;
    std::optional<transport::FeedLogic> m_logic;
    client::FeedPosition m_shown;
    client::FeedPosition m_position; ///< of the outputs so far, for the auditor
    client::FeedStatus m_told;
    bool m_toldOnce{false};
    Sequence m_heardHead{0}; ///< of heartbeats, in this process
    std::optional<milliseconds> m_gapSince;
    Asked m_asked{Asked::Nothing};
    std::unique_ptr<PostOffice::Connection> m_connection;
    std::string m_id;
    transport::SteadyTime m_until{};
    transport::SteadyTime m_presenceAt{};
    std::optional<Schedule::Ticket> m_wake;
};

} // namespace coffee::sim
