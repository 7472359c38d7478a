// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/sim_order_client.h"

#include "shared/protocol/limits.h"
#include "shared/transport/lazy_pirate_requester.h"

#include <utility>

namespace coffee::sim {

using client::ClientFailure;
using client::RawAnswer;

SimOrderClient::SimOrderClient(Core& core, PostOffice& office, Wire& wire, Actor from, Look look)
    : m_core{core}, m_office{office}, m_wire{wire}, m_from{std::move(from)}, m_look{std::move(look)}
{
}

SimOrderClient::~SimOrderClient()
{
    for (Line* line : {&m_payment, &m_aside})
        if (line->timer)
            m_core.schedule.cancel(*line->timer);
}

void SimOrderClient::send(protocol::RequestBody request, client::AskPolicy policy,
                          client::RawDone done)
{
    Line& line = client::isPaymentCall(request) ? m_payment : m_aside;
    line.waiting.push_back({std::move(request), policy, std::move(done)});
    if (!line.isBusy)
        begin(line);
}

void SimOrderClient::wait(Line& line, milliseconds time, void (SimOrderClient::*then)(Line&))
{
    line.timer = m_core.schedule.after(time, [this, &line, then] {
        line.timer.reset();
        (this->*then)(line);
    });
}

void SimOrderClient::begin(Line& line)
{
    if (line.waiting.empty())
        return;
    line.isBusy = true;
    line.tries = 0;
    line.wasSent = false;
    if (m_look)
        m_look(line.waiting.front().body);
    tryOnce(line);
}

void SimOrderClient::tryOnce(Line& line)
{
    ++line.tries;
    if (m_office.isListening())
        sendTry(line);
    else
        wait(line, protocol::kConnectTimeout, &SimOrderClient::sendTry);
}

void SimOrderClient::sendTry(Line& line)
{
    if (!m_office.isListening()) {
        // Not writable: an earlier try may have arrived.
        end(line, {line.id, line.wasSent ? ClientFailure::TimedOut : ClientFailure::Unreachable});
        return;
    }
    line.wasSent = true;
    line.id = m_core.hex();
    line.connection = std::make_unique<PostOffice::Connection>(
        m_office, m_wire, [this, &line](const std::string& bytes) { hear(line, bytes); });
    line.connection->ask({line.id, m_from, line.waiting.front().body});
    wait(line, line.waiting.front().policy.timeout, &SimOrderClient::giveUpTry);
}

void SimOrderClient::giveUpTry(Line& line)
{
    line.connection.reset();
    if (line.tries < line.waiting.front().policy.tries) {
        wait(line, m_core.between(1, transport::kRepeatJitterMax.count()),
             &SimOrderClient::tryOnce);
        return;
    }
    end(line, {line.id, ClientFailure::TimedOut});
}

void SimOrderClient::hear(Line& line, const std::string& bytes)
{
    if (!line.isBusy || !line.connection)
        return; // a copy of what was heard
    end(line, {line.id, bytes});
}

void SimOrderClient::end(Line& line, RawAnswer answer)
{
    if (line.timer)
        m_core.schedule.cancel(*std::exchange(line.timer, std::nullopt));
    line.connection.reset();
    line.isBusy = false;
    const client::RawDone done = std::move(line.waiting.front().done);
    line.waiting.pop_front();
    // The next question waits for its turn until this one was told, as on the real one's thread.
    if (!line.waiting.empty())
        begin(line);
    done(answer);
}

} // namespace coffee::sim
