// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/terminal_sim/card_terminal.h"
#include "payment_daemon/terminal_sim/http_server.h"

#include <QObject>
#include <QPointer>

#include <string>
#include <string_view>
#include <vector>

namespace coffee::terminal {

/// The terminal as programs see it: every request of HTTP.md. While the script says `Dead`, every
/// connection is closed without a word, but for those that ask for the script.
class TerminalFace final : public QObject {
    Q_OBJECT

public:
    explicit TerminalFace(CardTerminal& terminal, QObject* parent = nullptr);

    void answer(HttpConnection& connection, const HttpCall& call);

private:
    /// A connection that follows a charge to its end.
    struct Follower {
        QPointer<HttpConnection> connection;
        std::string key;
    };

    void route(HttpConnection& connection, const HttpCall& call);
    void routeCharge(HttpConnection& connection, const HttpCall& call);
    void startCharge(HttpConnection& connection, const HttpCall& call);
    void answerStart(HttpConnection& connection, const std::string& key,
                     const CardTerminal::Started& started);
    void refund(HttpConnection& connection, const HttpCall& call);
    void list(HttpConnection& connection, const HttpCall& call);
    void changeScript(HttpConnection& connection, const HttpCall& call);
    void follow(HttpConnection& connection, const std::string& key);
    void tellPhase(const std::string& key, PaymentPhase phase);
    void tellEnd(const BankCharge& charge, bool isAnswered);
    void forgetClosed();
    [[nodiscard]] std::string recordOf(const BankCharge& charge) const;

    CardTerminal& m_terminal;
    std::vector<Follower> m_followers;
};

} // namespace coffee::terminal
