// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <span>
#include <zmq.hpp>

/// For .cpp files that own sockets only.
namespace coffee::transport {

/// `zmq::poll` up to a point of the steady clock. Signals that interrupt it count as nothing.
/// False when nothing happened until then.
inline bool pollUntil(std::span<zmq::pollitem_t> items,
                      std::chrono::steady_clock::time_point deadline)
{
    for (;;) {
        // Rounded up: a poll that ends a moment early would spin.
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(
            deadline - std::chrono::steady_clock::now());
        try {
            if (zmq::poll(items.data(), items.size(), std::max(left, left.zero())) > 0)
                return true;
        } catch (const zmq::error_t& error) {
            if (error.num() != EINTR)
                throw;
        }
        if (std::chrono::steady_clock::now() >= deadline)
            return false;
    }
}

} // namespace coffee::transport
