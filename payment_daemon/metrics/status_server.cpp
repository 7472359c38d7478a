// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/metrics/status_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <system_error>

namespace coffee::daemon {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kRestMs = 200;

/// Milliseconds until then, for poll.
int left(Clock::time_point until)
{
    const auto ms = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now()).count();
    return ms > 0 ? static_cast<int>(ms) : 0;
}

bool isReady(int socket, short what, Clock::time_point until)
{
    pollfd ready{socket, what, 0};
    return ::poll(&ready, 1, left(until)) == 1;
}

void send(int socket, std::string_view bytes, Clock::time_point until)
{
    while (!bytes.empty() && isReady(socket, POLLOUT, until)) {
        const ssize_t sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

std::string_view reasonOf(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 400:
        return "Bad Request";
    case 404:
        return "Not Found";
    default:
        return "Service Unavailable";
    }
}

std::string wholeReply(const StatusPage& page)
{
    std::string text = "HTTP/1.1 " + std::to_string(page.status) + ' ';
    text.append(reasonOf(page.status)).append("\r\nContent-Type: ").append(page.type);
    text += "\r\nContent-Length: " + std::to_string(page.body.size());
    text += "\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n";
    return text + page.body;
}

} // namespace

std::string pathIn(std::string_view head)
{
    const std::string_view line = head.substr(0, head.find("\r\n"));
    constexpr std::string_view kGet = "GET ";
    const auto end = line.rfind(" HTTP/1.");
    if (!line.starts_with(kGet) || end == std::string_view::npos || end <= kGet.size())
        return {};
    const std::string_view target = line.substr(kGet.size(), end - kGet.size());
    return std::string{target.substr(0, target.find('?'))};
}

StatusServer::StatusServer(std::uint16_t port, Answer answer) : m_answer{std::move(answer)}
{
    constexpr int kBacklog = 16;
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    const int yes = 1;
    ::setsockopt(m_listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* raw = reinterpret_cast<sockaddr*>(&address);
    if (m_listener < 0 || ::bind(m_listener, raw, size) != 0 ||
        ::listen(m_listener, kBacklog) != 0 || ::getsockname(m_listener, raw, &size) != 0) {
        const std::error_code why{errno, std::generic_category()};
        ::close(m_listener);
        throw StatusListenFailed{"127.0.0.1:" + std::to_string(port) + " cannot be listened on (" +
                                 why.message() + ')'};
    }
    m_port = ntohs(address.sin_port);
    m_bell = ::eventfd(0, EFD_CLOEXEC);
    m_thread = std::jthread{[this](const std::stop_token& stop) { work(stop); }};
}

StatusServer::~StatusServer()
{
    m_thread.request_stop();
    const std::uint64_t one = 1;
    static_cast<void>(::write(m_bell, &one, sizeof one) == sizeof one);
    m_thread.join();
    ::close(m_bell);
    ::close(m_listener);
}

void StatusServer::work(const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        pollfd ready[]{{m_listener, POLLIN, 0}, {m_bell, POLLIN, 0}};
        if (::poll(ready, 2, -1) <= 0 || stop.stop_requested())
            continue;
        const int connection =
            ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
        if (connection < 0) {
            // Without a free descriptor whoever waits stays at the door: poll would say so at once.
            pollfd bell{m_bell, POLLIN, 0};
            ::poll(&bell, 1, kRestMs);
            continue;
        }
        serve(connection);
        ::close(connection);
    }
}

void StatusServer::serve(int connection) const
{
    const auto until = Clock::now() + std::chrono::milliseconds{kPatienceMs};
    std::string head;
    while (head.find("\r\n\r\n") == std::string::npos) {
        char bytes[2048];
        if (head.size() > kHeadMax || !isReady(connection, POLLIN, until))
            return;
        const ssize_t got = ::recv(connection, bytes, sizeof bytes, 0);
        if (got <= 0)
            return;
        head.append(bytes, static_cast<std::size_t>(got));
    }
    const std::string path = pathIn(head);
    send(connection,
         wholeReply(path.empty() ? StatusPage{400, "text/plain", "GET only\n"} : m_answer(path)),
         until);
    ::shutdown(connection, SHUT_WR);
}

} // namespace coffee::daemon
