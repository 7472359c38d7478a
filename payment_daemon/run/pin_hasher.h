// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/run/input_queue.h"
#include "payment_daemon/shop/effects.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace coffee::daemon {

/// Compares and makes argon2id hashes (libsodium, interactive limits) on a thread of its own: each
/// takes about a tenth of a second and 64 MiB, so there is only one at a time. Answers into the
/// queue. At most `kPinWaitingMax` questions wait; the shop sees to that.
class PinHasher {
public:
    explicit PinHasher(InputQueue& answers);
    ~PinHasher();
    PinHasher(const PinHasher&) = delete;
    PinHasher& operator=(const PinHasher&) = delete;

    void ask(PinEffect question);

private:
    void work(const std::stop_token& stop);

    InputQueue& m_answers;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<PinEffect> m_questions;
    std::jthread m_thread;
};

} // namespace coffee::daemon
