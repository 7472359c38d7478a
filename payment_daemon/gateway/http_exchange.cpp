// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/gateway/http_exchange.h"

#include "payment_daemon/gateway/http_reply_reader.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QTcpSocket>

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace coffee::daemon {

namespace {

using namespace std::chrono_literals;
using Clock = HttpExchange::Clock;

/// How late a stop request or a moved deadline may be noticed.
constexpr auto kSlice = 50ms;
/// A connection on this machine comes at once or not at all.
constexpr auto kConnectMax = 800ms;

int leftOf(Clock::time_point deadline, std::chrono::milliseconds most)
{
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
    return static_cast<int>(std::clamp(left, 0ms, most).count());
}

std::string bytesOf(const HttpRequest& request, const HttpEndpoint& endpoint)
{
    const bool isV6 = endpoint.address.find(':') != std::string::npos;
    const std::string host = isV6 ? "[" + endpoint.address + "]" : endpoint.address;
    std::string bytes = request.method + " " + request.path + " HTTP/1.1\r\n";
    bytes += "Host: " + host + ":" + std::to_string(endpoint.port) + "\r\n";
    bytes += "Connection: close\r\n";
    if (request.method == "POST") {
        bytes += "Content-Type: application/json\r\n";
        bytes += "Content-Length: " + std::to_string(request.body.size()) + "\r\n";
    }
    return bytes + "\r\n" + request.body;
}

HttpTrouble timedOut()
{
    return {HttpFailure::TimedOut, "no whole answer came before the deadline"};
}

HttpTrouble stopped()
{
    return {HttpFailure::Stopped, "this program is stopping"};
}

/// Why the exchange has to end now although nothing is wrong with the answer so far.
std::optional<HttpTrouble> interruption(Clock::time_point deadline, const std::stop_token& stop)
{
    if (stop.stop_requested())
        return stopped();
    if (Clock::now() >= deadline)
        return timedOut();
    return std::nullopt;
}

enum class LinesEnd { NotYet, Last, Refused };

LinesEnd passLines(HttpReplyReader& reader, const HttpExchange::OnLine& onLine)
{
    while (const auto line = reader.takeLine()) {
        switch (onLine(*line)) {
        case HttpExchange::LineVerdict::GoOn:
            break;
        case HttpExchange::LineVerdict::Last:
            return LinesEnd::Last;
        case HttpExchange::LineVerdict::Refuse:
            return LinesEnd::Refused;
        }
    }
    return LinesEnd::NotYet;
}

/// What the bytes read so far amount to; empty while more is needed.
std::optional<Result<HttpReply, HttpTrouble>> verdictOn(HttpReplyReader& reader,
                                                        const HttpExchange::OnLine& onLine)
{
    using Verdict = Result<HttpReply, HttpTrouble>;
    if (reader.hasLines() && reader.state() != HttpReplyReader::State::Bad) {
        if (reader.status() != 200 || !onLine)
            return Verdict{Failure{HttpTrouble{HttpFailure::Garbled, "unexpected lines"}}};
        switch (passLines(reader, onLine)) {
        case LinesEnd::NotYet:
            break;
        case LinesEnd::Last:
            return Verdict{HttpReply{reader.status(), "", reader.retryAfter()}};
        case LinesEnd::Refused:
            return Verdict{Failure{HttpTrouble{HttpFailure::Garbled, "a line was not understood"}}};
        }
    }
    switch (reader.state()) {
    case HttpReplyReader::State::Head:
    case HttpReplyReader::State::Body:
        return std::nullopt;
    case HttpReplyReader::State::Complete:
        if (reader.hasLines())
            return Verdict{Failure{HttpTrouble{HttpFailure::Cut, "the last line did not come"}}};
        return Verdict{HttpReply{reader.status(), reader.body(), reader.retryAfter()}};
    case HttpReplyReader::State::Cut:
        return Verdict{Failure{HttpTrouble{HttpFailure::Cut, reader.fault()}}};
    case HttpReplyReader::State::Bad:
        return Verdict{Failure{HttpTrouble{HttpFailure::Garbled, reader.fault()}}};
    }
    return std::nullopt;
}

} // namespace

Result<HttpEndpoint, std::string> HttpEndpoint::parse(std::string_view url)
{
    const std::string shown{url};
    if (url.starts_with("http://"))
        url.remove_prefix(7);
    if (url.ends_with('/'))
        url.remove_suffix(1);
    const auto colon = url.rfind(':');
    if (colon == std::string_view::npos)
        return Failure{"'" + shown + "' names no port; expected http://127.0.0.1:PORT"};
    std::string_view host = url.substr(0, colon);
    const std::string_view digits = url.substr(colon + 1);
    HttpEndpoint endpoint;
    const char* end = digits.data() + digits.size();
    const auto [stoppedAt, error] = std::from_chars(digits.data(), end, endpoint.port);
    if (digits.empty() || error != std::errc{} || stoppedAt != end)
        return Failure{"'" + shown + "' has no valid port; expected http://127.0.0.1:PORT"};
    if (host.starts_with('[') && host.ends_with(']'))
        host = host.substr(1, host.size() - 2);
    if (host == "localhost")
        host = "127.0.0.1";
    const QHostAddress address{QString::fromUtf8(host.data(), static_cast<int>(host.size()))};
    if (address.isNull() || !address.isLoopback())
        return Failure{"'" + shown +
                       "' is not on this machine; only 127.0.0.1 and [::1] are allowed"};
    endpoint.address = address.toString().toStdString();
    return endpoint;
}

HttpExchange::HttpExchange(HttpEndpoint endpoint, Clock::time_point deadline, std::stop_token stop)
    : m_endpoint{std::move(endpoint)}, m_deadline{deadline}, m_stop{std::move(stop)}
{
}

Result<HttpReply, HttpTrouble> HttpExchange::run(const HttpRequest& request, const OnLine& onLine)
{
    if (m_stop.stop_requested())
        return Failure{stopped()};
    QTcpSocket socket;
    socket.setProxy(QNetworkProxy{QNetworkProxy::NoProxy});
    socket.connectToHost(QHostAddress{QString::fromStdString(m_endpoint.address)}, m_endpoint.port);
    if (!socket.waitForConnected(leftOf(m_deadline, kConnectMax)))
        return Failure{HttpTrouble{HttpFailure::NotSent,
                                   "no connection: " + socket.errorString().toStdString()}};

    // From here on the other side may act on the request, whatever we see of it.
    const std::string bytes = bytesOf(request, m_endpoint);
    socket.write(bytes.data(), static_cast<qint64>(bytes.size()));
    HttpReplyReader reader;
    while (true) {
        if (auto cut = interruption(m_deadline, m_stop))
            return Failure{std::move(*cut)};
        // Waiting to read also writes what is left to write.
        socket.waitForReadyRead(leftOf(m_deadline, kSlice));
        const QByteArray read = socket.readAll();
        reader.feed(std::string_view{read.constData(), static_cast<std::size_t>(read.size())});
        if (socket.state() != QAbstractSocket::ConnectedState && socket.bytesAvailable() == 0)
            reader.feedEnd();
        if (auto verdict = verdictOn(reader, onLine))
            return std::move(*verdict);
    }
}

} // namespace coffee::daemon
