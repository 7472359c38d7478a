// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/fake_http_server.h"

#include <arpa/inet.h>
#include <array>
#include <cstring>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace coffee::test {

namespace {

sockaddr_in loopback()
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

/// Binds a socket to a free port; the port is in `port`.
int boundSocket(std::uint16_t& port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback();
    socklen_t size = sizeof address;
    // The socket interface of POSIX passes every address as a sockaddr.
    ::bind(socket, reinterpret_cast<const sockaddr*>(&address), size);
    ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size);
    port = ntohs(address.sin_port);
    return socket;
}

bool isReadable(int socket, int timeoutMs)
{
    pollfd entry{socket, POLLIN, 0};
    return ::poll(&entry, 1, timeoutMs) > 0;
}

/// The size of the body that the head declares.
std::size_t bodySize(const std::string& head)
{
    const auto at = head.find("Content-Length: ");
    return at == std::string::npos ? 0 : std::stoul(head.substr(at + 16));
}

bool readRequest(int socket)
{
    std::string bytes;
    std::array<char, 4096> chunk{};
    while (isReadable(socket, 5000)) {
        const auto count = ::recv(socket, chunk.data(), chunk.size(), 0);
        if (count <= 0)
            return false;
        bytes.append(chunk.data(), static_cast<std::size_t>(count));
        const auto end = bytes.find("\r\n\r\n");
        if (end != std::string::npos && bytes.size() >= end + 4 + bodySize(bytes.substr(0, end)))
            return true;
    }
    return false;
}

} // namespace

void FakeConnection::send(const std::string& bytes) const
{
    std::ignore = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
}

void FakeConnection::reset()
{
    const linger hard{1, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
}

void FakeConnection::hold() const
{
    char byte = 0;
    while (isReadable(m_socket, 10'000) && ::recv(m_socket, &byte, 1, 0) > 0) {
    }
}

void FakeConnection::drip(const std::string& bytes, std::chrono::milliseconds pause) const
{
    for (const char byte : bytes) {
        if (::send(m_socket, &byte, 1, MSG_NOSIGNAL) != 1)
            return;
        if (isReadable(m_socket, static_cast<int>(pause.count())))
            return;
    }
}

FakeHttpServer::FakeHttpServer(Behave behave)
    : m_behave{std::move(behave)}, m_listener{boundSocket(m_port)}
{
    ::listen(m_listener, 64);
    m_thread = std::thread{[this] { serve(); }};
}

FakeHttpServer::~FakeHttpServer()
{
    m_isStopping = true;
    m_thread.join();
    ::close(m_listener);
}

void FakeHttpServer::serve()
{
    while (!m_isStopping)
        if (isReadable(m_listener, 20))
            handle(::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC));
}

void FakeHttpServer::handle(int socket)
{
    ++m_connections;
    if (readRequest(socket)) {
        ++m_requests;
        FakeConnection connection{socket};
        m_behave(connection);
    }
    ::close(socket);
}

std::uint16_t closedPort()
{
    std::uint16_t port = 0;
    ::close(boundSocket(port));
    return port;
}

} // namespace coffee::test
