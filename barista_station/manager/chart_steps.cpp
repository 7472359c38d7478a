// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/chart_steps.h"

#include <algorithm>
#include <cmath>

namespace coffee::station {
namespace {

constexpr int kSteps = 4;

} // namespace

double chartStep(double most)
{
    const double raw = std::max(1.0, most / kSteps);
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 5.0, 10.0})
        if (raw <= factor * power)
            return factor * power;
    return 10.0 * power;
}

} // namespace coffee::station
