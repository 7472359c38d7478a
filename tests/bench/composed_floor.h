// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/child.h"

#include <filesystem>
#include <string>

/// What an order costs when nothing is decided: the project's own statements and message sizes,
/// one thread, two commits for each batch of orders in turn.
namespace coffee::bench {

enum class Durability { Durable, NoSync };

/// Serves at `commands` until its process ends, with a new database in `folder`; frames go out at
/// `commands` + "-events" and + "-board", and nobody needs to listen.
[[nodiscard]] ServingChild::Serve composedFloor(const std::filesystem::path& folder,
                                                const std::string& commands, Durability durability);

} // namespace coffee::bench
