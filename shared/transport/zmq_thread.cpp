// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/transport/zmq_thread.h"

#include <cerrno>
#include <cstdint>
#include <exception>
#include <pthread.h>
#include <sys/eventfd.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace coffee::transport {

Bell::Bell() : m_fd{::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)}
{
    if (m_fd < 0)
        throw std::system_error{errno, std::generic_category(), "eventfd"};
}

Bell::~Bell()
{
    ::close(m_fd);
}

void Bell::ring() noexcept
{
    // It only fails when the counter is full, and then it rings already.
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(m_fd, &one, sizeof one);
}

void Bell::clear() noexcept
{
    std::uint64_t rings = 0;
    [[maybe_unused]] const auto got = ::read(m_fd, &rings, sizeof rings);
}

ZmqThread::ZmqThread(std::string name, Body body, OnFailure onFailure)
    : m_thread{
          [this, name = std::move(name), body = std::move(body), onFailure = std::move(onFailure)] {
              ::pthread_setname_np(::pthread_self(), name.substr(0, 15).c_str());
              try {
                  body(m_calls);
              } catch (const std::exception& failure) {
                  onFailure(failure.what());
              }
          }}
{
}

ZmqThread::~ZmqThread()
{
    requestStop();
    m_thread.join();
}

void ZmqThread::requestStop() noexcept
{
    m_calls.stop = true;
    m_calls.bell.ring();
}

} // namespace coffee::transport
