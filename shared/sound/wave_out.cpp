// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sound/wave_out.h"

namespace coffee::sound {

Q_LOGGING_CATEGORY(logSound, "coffee.sound", QtInfoMsg)

} // namespace coffee::sound
