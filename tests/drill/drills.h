// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/files/configuration.h"

#include <cstdint>

/// The drills of `coffee_drill`, one a file. Each prints one JSON line on standard output and gives
/// back the program's exit code: 0, or 1 when something differed. What differed stands on standard
/// error, one sentence each.
namespace coffee::drill {

inline constexpr int kDifferedExit = 1;

/// What `--seed` says, or a random one.
[[nodiscard]] std::uint32_t seedOf(const Configuration& options);

/// Kills real processes and compares the shop's books with the bank's.
int runKillDrill(const Configuration& options);
/// Many customers at once while the provider is slow or ill.
int runLoadDrill(const Configuration& options);
/// The kill drill's customers and barista, as a process that can be killed.
int runPeople(const Configuration& options);
/// Cuts the power at random points of a ledger's life and looks at what it recovers.
int runPowerDrill(const Configuration& options);

/// The bar's real window is killed again and again, and comes back; needs a QApplication.
int runStationDrill(const Configuration& options);
/// That window with a hand that taps, as a process that can be killed.
int runBar(const Configuration& options);
/// A rush through the real daemon into the real window of the bar; needs a QApplication.
int runRushDrill(const Configuration& options);

} // namespace coffee::drill
