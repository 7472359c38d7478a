// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/client/order_client.h"

#include <cstddef>
#include <memory>

namespace coffee::client {

/// Questions that may wait in one line; a further one is answered `Unreachable` at once.
inline constexpr std::size_t kWaitingMax = 64;

/// The client that speaks to a daemon: two threads, each with one requester and one call in
/// flight. Destroying it ends both within 100 ms, whatever they wait for; open questions are then
/// never answered.
class ZmqOrderClient final : public OrderClient {
    Q_OBJECT

public:
    /// `from` is who asks; `commands` is the endpoint of the daemon's ROUTER.
    ZmqOrderClient(const std::string& commands, Actor from, QObject* parent = nullptr);
    ~ZmqOrderClient() override;

private:
    struct Line;
    void send(protocol::RequestBody request, AskPolicy policy, RawDone done) override;

    std::unique_ptr<Line> m_payment;
    std::unique_ptr<Line> m_aside;
};

} // namespace coffee::client
