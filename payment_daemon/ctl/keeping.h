// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/files/configuration.h"

/// coffeectl's commands that keep the shop's log safe and bring it back. They write what people
/// read, and give back the exit code: 0; 1 refused or not sound; 2 called wrongly; 3 nobody
/// answers.
namespace coffee::ctl {

int takeBackup(const Configuration& configuration);
int restoreBackup(const Configuration& configuration);

} // namespace coffee::ctl
