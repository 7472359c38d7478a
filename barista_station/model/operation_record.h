// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/model/operation.h"

#include <optional>
#include <string>
#include <string_view>

namespace coffee::station {

/// An operation as one text, for the station's journal: the moment at which it was made and its
/// request as it goes over the wire.
[[nodiscard]] std::string recordOf(const Operation& operation);
/// Empty when the text is not such a record, or of another version of the wire.
[[nodiscard]] std::optional<Operation> operationFromRecord(std::string_view record);

} // namespace coffee::station
