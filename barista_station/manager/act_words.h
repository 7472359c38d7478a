// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/manager/manager_session.h"

#include <QString>

namespace coffee::station {

/// Why an act was not carried out, as a sentence for the manager: what it means for this act, or
/// the words that every window shares. GUI thread.
[[nodiscard]] QString refusalWords(ManagerAct act, const Refusal& refusal);

} // namespace coffee::station
