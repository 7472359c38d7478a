// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/result.h"

#include <string>
#include <string_view>

/// Where the programs of one shop meet. Until machines are enrolled, a role is declared and not
/// proven; therefore nothing may leave the computer, and an address that would is refused.
namespace coffee {

/// The room for a path in the address of a Unix socket, without its closing zero.
inline constexpr std::size_t kIpcPathBytesMax = 107;

/// Fails with a sentence that says what is wrong and what was expected, unless `endpoint` is
/// `ipc://PATH` or `tcp://HOST:PORT` with HOST one of 127.0.0.1, [::1], localhost.
[[nodiscard]] Result<Done, std::string> checkEndpoint(std::string_view endpoint);

/// The same for `http://HOST:PORT` or `http://HOST:PORT/` of the simulated terminal.
[[nodiscard]] Result<Done, std::string> checkLoopbackUrl(std::string_view url);

/// Fails unless `name` can stand in keys, events and folder names: 1 to 32 of a–z, 0–9 and `-`,
/// with a letter or digit at both ends.
[[nodiscard]] Result<Done, std::string> checkMachineName(std::string_view name);

} // namespace coffee
