// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/terminal_sim/terminal_glass.h"

#include <QCoreApplication>

namespace coffee::terminal {

// The terminal of a build without windows: a script holds the card.

struct TerminalGlass::Parts {
    std::unique_ptr<QCoreApplication> application;
};

bool TerminalGlass::isBuilt()
{
    return false;
}

TerminalGlass::TerminalGlass(int& argc, char** argv, const TerminalOptions&)
    : m_parts{std::make_unique<Parts>()}
{
    m_parts->application = std::make_unique<QCoreApplication>(argc, argv);
}

TerminalGlass::~TerminalGlass() = default;

QCoreApplication& TerminalGlass::application()
{
    return *m_parts->application;
}

void TerminalGlass::open(CardTerminal&) {}

void TerminalGlass::close() {}

} // namespace coffee::terminal
