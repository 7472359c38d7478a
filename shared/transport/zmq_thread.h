// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <thread>

namespace coffee::transport {

/// Wakes one thread out of its `zmq::poll`: put `fd()` into the poll set for reading. Ringing is
/// allowed from any thread and from a signal handler; rings that nobody waited for are one.
class Bell final {
public:
    Bell();
    ~Bell();
    Bell(const Bell&) = delete;
    Bell& operator=(const Bell&) = delete;

    void ring() noexcept;
    /// By the woken thread, before it looks for what it was woken for.
    void clear() noexcept;
    [[nodiscard]] int fd() const { return m_fd; }

private:
    int m_fd;
};

/// What the body of a thread sees of the outside.
struct ThreadCalls {
    Bell bell;
    std::atomic<bool> stop{false};
};

/// A thread that owns sockets and ends when it is told to. The body must come back soon after
/// `stop` is set (the bell rings then). An exception ends the thread and is handed to `onFailure`
/// on that thread, once.
class ZmqThread final {
public:
    using Body = std::function<void(ThreadCalls&)>;
    using OnFailure = std::function<void(const std::string& what)>;

    /// `name` is what debuggers show, at most 15 characters.
    ZmqThread(std::string name, Body body, OnFailure onFailure);
    /// Stops and joins.
    ~ZmqThread();
    ZmqThread(const ZmqThread&) = delete;
    ZmqThread& operator=(const ZmqThread&) = delete;

    void ring() noexcept { m_calls.bell.ring(); }
    void requestStop() noexcept;

private:
    ThreadCalls m_calls;
    std::thread m_thread;
};

} // namespace coffee::transport
