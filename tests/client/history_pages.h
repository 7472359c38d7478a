// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/menu.h"
#include "shared/domain/order_event.h"

#include <QString>

#include <vector>

namespace coffee::bench {

/// The manager's window over the history in this folder: opens every page and types into the
/// search, each time until all that belongs to it is painted. One JSON line a figure on stdout,
/// with the worst as a ratio to its bound. `today` are the events since the newest Z. Needs a
/// QApplication. Throws std::runtime_error when a page does not come.
void measurePages(const QString& folder, const Menu& menu, const std::vector<Event>& today);

} // namespace coffee::bench
