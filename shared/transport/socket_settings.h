// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace zmq {
class socket_t;
}

/// The settings of every kind of socket in the suite, both ends. Apply them before `bind` or
/// `connect`. All of them: no lingering, five seconds for a handshake, a bound on the size of
/// what comes in, and heartbeats of the connection (every 2 s, lost after 6 s), so that a cable
/// that was pulled is noticed.
namespace coffee::transport {

inline constexpr int kHandshakeMs = 5'000;
inline constexpr int kPeerHeartbeatMs = 2'000;
inline constexpr int kPeerLostMs = 6'000;
inline constexpr int kReconnectMs = 100;
/// Frames that wait in one subscriber's or publisher's queue; beyond it they are dropped, which
/// subscribers notice and fetch.
inline constexpr int kFramesWaitingMax = 10'000;
/// Requests or replies that wait in one connection's queue.
inline constexpr int kMessagesWaitingMax = 1'000;

/// A REQ that asks a daemon. It is writable only while somebody is there (IMMEDIATE), so that no
/// question waits in a queue to be delivered minutes later.
void setUpRequester(zmq::socket_t& socket);
/// The daemon's ROUTER. A reply to a client that is gone is dropped.
void setUpCommands(zmq::socket_t& socket);
/// A PUB of either stream.
void setUpPublisher(zmq::socket_t& socket);
/// A SUB that takes every frame of a stream.
void setUpSubscriber(zmq::socket_t& socket);

} // namespace coffee::transport
