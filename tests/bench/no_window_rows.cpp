// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/row.h"

namespace coffee::bench {

std::vector<Row> windowRows()
{
    return {};
}

} // namespace coffee::bench
