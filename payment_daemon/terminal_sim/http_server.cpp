// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/terminal_sim/http_server.h"

#include "payment_daemon/terminal_sim/json_writer.h"

#include <QTcpSocket>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <utility>

namespace coffee::terminal {

namespace {

using namespace std::chrono_literals;

/// A request that is not there whole by then is not coming.
constexpr auto kRequestWait = 10s;

std::string_view reasonFor(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 400:
        return "Bad Request";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 409:
        return "Conflict";
    case 413:
        return "Content Too Large";
    case 503:
        return "Service Unavailable";
    }
    return "Error";
}

std::string lowered(std::string_view text)
{
    std::string result{text};
    std::transform(result.begin(), result.end(), result.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return result;
}

/// The length that the head declares: 0 without one, nothing when it is malformed.
std::optional<std::size_t> bodySizeIn(std::string_view head)
{
    constexpr std::string_view kName = "\r\ncontent-length:";
    const std::string low = lowered(head);
    if (low.find("\r\ntransfer-encoding:") != std::string::npos)
        return std::nullopt;
    const auto at = low.find(kName);
    if (at == std::string::npos)
        return 0;
    if (low.find(kName, at + 1) != std::string::npos)
        return std::nullopt;
    const auto lineEnd = std::min(low.find("\r\n", at + 2), low.size());
    const auto begin = std::min(low.find_first_not_of(' ', at + kName.size()), lineEnd);
    std::size_t size = 0;
    const char* end = low.data() + lineEnd;
    const auto [stopped, error] = std::from_chars(low.data() + begin, end, size);
    return error == std::errc{} && stopped == end ? std::optional{size} : std::nullopt;
}

QByteArray bytesOf(std::string_view text)
{
    return QByteArray{text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace

HttpConnection::HttpConnection(QTcpSocket* socket,
                               std::function<void(HttpConnection&, const HttpCall&)> onCall,
                               QObject* parent)
    : QObject{parent}, m_socket{socket}, m_onCall{std::move(onCall)}
{
    m_socket->setParent(this);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &HttpConnection::cut);
    m_patience.start(kRequestWait);
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::read);
    connect(m_socket, &QTcpSocket::disconnected, this, [this] {
        Q_EMIT closed();
        deleteLater();
    });
}

void HttpConnection::reply(int status, std::string_view body)
{
    m_isAnswered = true;
    std::string head = "HTTP/1.1 " + std::to_string(status) + " ";
    head += reasonFor(status);
    head += "\r\nContent-Type: application/json\r\nContent-Length: ";
    head += std::to_string(body.size()) + "\r\nConnection: close\r\n\r\n";
    m_socket->write(bytesOf(head) + bytesOf(body));
    finish();
}

void HttpConnection::startLines()
{
    m_isAnswered = true;
    m_socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\n"
                    "Cache-Control: no-store\r\nConnection: close\r\n\r\n");
}

void HttpConnection::line(std::string_view json)
{
    m_socket->write(bytesOf(json) + '\n');
    m_socket->flush();
}

void HttpConnection::finish()
{
    m_socket->disconnectFromHost();
}

void HttpConnection::cut()
{
    m_socket->abort();
}

void HttpConnection::read()
{
    const QByteArray bytes = m_socket->readAll();
    if (m_isAnswered || m_call.method == "-")
        return;
    m_bytes.append(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    if (!m_bodySize) {
        const auto end = m_bytes.find("\r\n\r\n");
        if (end == std::string::npos ? m_bytes.size() > kHeadMax : end > kHeadMax)
            return refuse(413, "the head is too large");
        if (end == std::string::npos)
            return;
        readHead(end);
    }
    if (m_isAnswered || m_bytes.size() < *m_bodySize)
        return;
    m_patience.stop();
    m_call.body = m_bytes.substr(0, *m_bodySize);
    const HttpCall call = std::exchange(m_call, HttpCall{"-", "", "", ""});
    m_onCall(*this, call);
}

void HttpConnection::readHead(std::size_t end)
{
    const std::string head = m_bytes.substr(0, end);
    m_bytes.erase(0, end + 4);
    const std::string_view line = std::string_view{head}.substr(0, head.find("\r\n"));
    const auto first = line.find(' ');
    const auto last = line.rfind(' ');
    m_bodySize = bodySizeIn(head);
    if (first == std::string_view::npos || first == last || line.substr(last) != " HTTP/1.1" ||
        !m_bodySize)
        return refuse(400, "this is not HTTP/1.1 with a plain body");
    if (*m_bodySize > kBodyMax)
        return refuse(413, "the body is too large");
    m_call.method = line.substr(0, first);
    const std::string_view target = line.substr(first + 1, last - first - 1);
    const auto mark = target.find('?');
    m_call.path = target.substr(0, mark);
    if (mark != std::string_view::npos)
        m_call.query = target.substr(mark + 1);
}

void HttpConnection::refuse(int status, std::string_view detail)
{
    m_bodySize = 0;
    reply(status, JsonWriter{}
                      .text("error", "bad_request")
                      .text("detail", detail)
                      .number("retry_after_ms", 0)
                      .object());
}

HttpServer::HttpServer(OnCall onCall, QObject* parent)
    : QObject{parent}, m_onCall{std::move(onCall)}
{
    // A burst of customers must not meet a full backlog, which looks like a dead terminal.
    m_server.setListenBacklogSize(kConnectionsMax);
    m_server.setMaxPendingConnections(kConnectionsMax);
    connect(&m_server, &QTcpServer::newConnection, this, &HttpServer::accept);
}

bool HttpServer::listen(const QHostAddress& address, std::uint16_t port)
{
    Q_ASSERT(address.isLoopback());
    return m_server.listen(address, port);
}

std::string HttpServer::errorText() const
{
    return m_server.errorString().toStdString();
}

std::string HttpServer::url() const
{
    const std::string address = m_server.serverAddress().toString().toStdString();
    const bool isV6 = address.find(':') != std::string::npos;
    return "http://" + (isV6 ? "[" + address + "]" : address) + ":" +
           std::to_string(m_server.serverPort());
}

void HttpServer::close()
{
    m_server.close();
}

void HttpServer::accept()
{
    while (QTcpSocket* socket = m_server.nextPendingConnection()) {
        if (m_open >= kConnectionsMax) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        ++m_open;
        auto* connection = new HttpConnection(socket, m_onCall, this);
        connect(connection, &HttpConnection::closed, this, [this] { --m_open; });
    }
}

} // namespace coffee::terminal
