// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/planted.h"

namespace coffee::sim {

std::vector<std::string> plantedBugs()
{
    return {};
}

bool plant(const std::string&)
{
    return false;
}

} // namespace coffee::sim
