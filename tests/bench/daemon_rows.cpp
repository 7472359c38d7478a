// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/row.h"

namespace coffee::bench {

std::vector<Row> daemonRows()
{
    return {};
}

} // namespace coffee::bench
