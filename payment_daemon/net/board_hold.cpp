// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/net/board_hold.h"

#include <utility>

namespace coffee::daemon {

std::vector<std::string> BoardHold::pass(std::string frame, bool quiet)
{
    m_held.push_back(std::move(frame));
    return quiet ? std::vector<std::string>{} : takeHeld();
}

std::vector<std::string> BoardHold::takeHeld()
{
    return std::exchange(m_held, {});
}

} // namespace coffee::daemon
