// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/files/configuration.h"

/// What coffeectl can be told to do. Each writes its answer to standard output, a failure as one
/// line to standard error, and gives back the exit code: 0 done, 1 the daemon refused or the
/// ledger has differences, 2 wrong use or a bad file, 3 no daemon.
namespace coffee::ctl {

[[nodiscard]] int showStatus(const Configuration& configuration);
[[nodiscard]] int showOrders(const Configuration& configuration);
[[nodiscard]] int showOrder(const Configuration& configuration);
[[nodiscard]] int showX(const Configuration& configuration);
[[nodiscard]] int showZ(const Configuration& configuration);
[[nodiscard]] int closeDay(const Configuration& configuration);
[[nodiscard]] int verifyDatabase(const Configuration& configuration);
[[nodiscard]] int checkMenu(const Configuration& configuration);
[[nodiscard]] int setPin(const Configuration& configuration);

} // namespace coffee::ctl
