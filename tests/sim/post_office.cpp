// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/post_office.h"

#include "tests/sim/daemon_process.h"

namespace coffee::sim {

PostOffice::Connection::Connection(PostOffice& office, Wire& wire, Receive receive)
    : m_office{office}, m_wire{wire}, m_route{"r" + std::to_string(++office.m_lastRoute)}
{
    m_office.m_open.emplace(m_route, Open{&wire, std::move(receive)});
}

PostOffice::Connection::~Connection()
{
    m_office.m_open.erase(m_route);
}

void PostOffice::Connection::ask(const protocol::Request& request)
{
    if (!protocol::mayUse(request.from.role, request.body))
        m_office.m_core.violate("I19", request.from.name + " sends " +
                                           std::string{protocol::typeName(request.body)});
    m_wire.send(Wire::Way::ToDaemon, [office = &m_office, route = m_route,
                                      asked = std::make_shared<const protocol::Request>(request)] {
        static_cast<void>(office->m_daemon->receive(route, *asked));
    });
}

bool PostOffice::isListening() const
{
    return m_daemon->isUp();
}

void PostOffice::reply(const std::string& route, std::string bytes)
{
    const auto open = m_open.find(route);
    if (open == m_open.end())
        return;
    open->second.wire->send(Wire::Way::ToScreen, [this, route, bytes = std::move(bytes)] {
        const auto still = m_open.find(route);
        if (still == m_open.end())
            return;
        // The receiver may close its connection from within.
        const Receive receive = still->second.receive;
        receive(bytes);
    });
}

} // namespace coffee::sim
