// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/client/order_client.h"
#include "tests/sim/core.h"
#include "tests/sim/post_office.h"

#include <deque>
#include <functional>
#include <memory>

namespace coffee::sim {

/// A screen's client on the simulated network: two lines, each a lazy pirate like the real one's
/// (connect for 300 ms, wait, close, ask again under a new message id).
class SimOrderClient final : public client::OrderClient {
public:
    /// Sees each question before its first try.
    using Look = std::function<void(const protocol::RequestBody&)>;

    SimOrderClient(Core& core, PostOffice& office, Wire& wire, Actor from, Look look);
    ~SimOrderClient() override;

private:
    struct Question {
        protocol::RequestBody body;
        client::AskPolicy policy;
        client::RawDone done;
    };
    struct Line {
        std::deque<Question> waiting;
        std::unique_ptr<PostOffice::Connection> connection;
        bool isBusy{false};
        int tries{0};
        bool wasSent{false};
        std::string id;
        std::optional<Schedule::Ticket> timer;
    };

    void send(protocol::RequestBody request, client::AskPolicy policy,
              client::RawDone done) override;
    void begin(Line& line);
    void tryOnce(Line& line);
    void sendTry(Line& line);
    void giveUpTry(Line& line);
    void hear(Line& line, const std::string& bytes);
    void end(Line& line, client::RawAnswer answer);
    void wait(Line& line, milliseconds time, void (SimOrderClient::*then)(Line&));

    Core& m_core;
    PostOffice& m_office;
    Wire& m_wire;
    Actor m_from;
    Look m_look;
    Line m_payment;
    Line m_aside;
};

} // namespace coffee::sim
