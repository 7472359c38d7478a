// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/model/ticket.h"

#include "shared/widgets/choice.h"

#include <vector>

namespace coffee::station {

/// The units of a ticket that are in this state, as chips of a group of mode Several. With more
/// than one the first chip stands for all of them.
[[nodiscard]] std::vector<ui::Choice> unitChoices(const Ticket& ticket, UnitState state);

/// The units that are chosen in such a group.
[[nodiscard]] std::vector<UnitNumber> chosenUnits(const Ticket& ticket, UnitState state,
                                                  const ui::ChoiceGroup& group);

} // namespace coffee::station
