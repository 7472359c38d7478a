// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/files/configuration.h"

/// coffeectl's commands that write the shop down for other programs and other shops. They give back
/// the exit code: 0; 1 not done; 2 called wrongly; 3 nobody answers.
namespace coffee::ctl {

/// Events and orders of the running shop, as files into a folder.
int exportShop(const Configuration& configuration);
/// Settings, menu and PIN (its hash) of this shop into a folder.
int exportSetup(const Configuration& configuration);
/// Opens a shop like that one.
int importSetup(const Configuration& configuration);

} // namespace coffee::ctl
