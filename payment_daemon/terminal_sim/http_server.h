// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QObject>
#include <QTcpServer>
#include <QTimer>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

class QTcpSocket;

namespace coffee::terminal {

struct HttpCall {
    std::string method;
    std::string path;  ///< without the query
    std::string query; ///< behind the question mark, may be empty
    std::string body;
};

/// One connection: one request, one reply, closed. Deletes itself when the socket is gone.
class HttpConnection final : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t kHeadMax = 8 * 1024;
    static constexpr std::size_t kBodyMax = 16 * 1024;

    /// Takes the socket over. `onCall` is called at most once.
    HttpConnection(QTcpSocket* socket, std::function<void(HttpConnection&, const HttpCall&)> onCall,
                   QObject* parent);

    /// Answers with a whole JSON body and closes.
    void reply(int status, std::string_view body);
    /// Answers with lines that are sent as they come.
    void startLines();
    void line(std::string_view json);
    /// Closes after everything is sent.
    void finish();
    /// Closes at once, without another word.
    void cut();

Q_SIGNALS:
    /// Whether the other side or we closed it.
    void closed();

private:
    void read();
    void readHead(std::size_t end);
    void refuse(int status, std::string_view detail);

    QTcpSocket* m_socket; ///< a child
    std::function<void(HttpConnection&, const HttpCall&)> m_onCall;
    QTimer m_patience;
    std::string m_bytes;
    std::optional<std::size_t> m_bodySize; ///< known when the head was read
    HttpCall m_call;
    bool m_isAnswered{false};
};

/// Listens on this machine and hands every request to one function, on the thread of its event
/// loop. More than `kConnectionsMax` connections at once are closed without an answer.
class HttpServer final : public QObject {
    Q_OBJECT

public:
    static constexpr int kConnectionsMax = 1024;
    using OnCall = std::function<void(HttpConnection&, const HttpCall&)>;

    explicit HttpServer(OnCall onCall, QObject* parent = nullptr);

    /// `address` must be a loopback address; port 0 picks a free one. False when the port is taken;
    /// `errorText` then says why.
    [[nodiscard]] bool listen(const QHostAddress& address, std::uint16_t port);
    [[nodiscard]] std::string errorText() const;
    /// For example http://127.0.0.1:8461
    [[nodiscard]] std::string url() const;
    void close();

private:
    void accept();

    QTcpServer m_server;
    OnCall m_onCall;
    int m_open{0};
};

} // namespace coffee::terminal
