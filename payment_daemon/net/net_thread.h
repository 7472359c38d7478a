// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/messages.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

/// Everything with a socket: the ROUTER that takes commands and the PUBs of both streams, on one
/// thread. It decodes, checks the role and passes on; it decides nothing.
namespace coffee::daemon {

struct NetEndpoints {
    std::string commands;
    std::string events;
    std::string board;
};

/// Bytes that leave together: replies first, then the frames of what became true.
struct Outgoing {
    struct Reply {
        std::string route;
        std::string bytes;
    };
    struct Frame {
        std::string events; ///< for the full stream
        std::string board;  ///< the public face
        bool quiet{false};  ///< the public face tells nothing (see board_hold.h)
    };
    std::vector<Reply> replies;
    std::vector<Frame> frames;
    Sequence head{0};       ///< of the log, for refusals that the net thread makes by itself
    bool paidAnswer{false}; ///< a failpoint lies between its replies and its frames
};

class NetThread {
public:
    /// Called on the net thread with a request that was decoded and that its role may send. False
    /// when it cannot be taken: the asker is told `busy`, who asks about a payment nothing at all.
    using Take = std::function<bool(std::string route, protocol::Request request)>;
    /// Called on the net thread when the sockets cannot be used any more.
    using Fail = std::function<void(const std::string& what)>;

    /// Binds at once and throws std::runtime_error with one sentence when that is not possible.
    NetThread(const NetEndpoints& endpoints, Take take, Fail fail);
    /// Sends what waits, for at most half a second (`kLastWords`), and joins.
    ~NetThread();
    NetThread(const NetThread&) = delete;
    NetThread& operator=(const NetThread&) = delete;

    /// With wildcard ports resolved.
    [[nodiscard]] const NetEndpoints& endpoints() const;
    /// From any thread; in this order.
    void send(Outgoing outgoing);
    /// No further request is taken; replies and frames still leave.
    void stopTaking();

private:
    class Loop;
    std::unique_ptr<Loop> m_loop;
};

} // namespace coffee::daemon
