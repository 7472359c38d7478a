// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/result.h"

#include <string>
#include <string_view>

/// Reads PINs from a person at a terminal, without showing them, or from a script on standard
/// input. Never from the command line: every user of the computer can see that.
namespace coffee::ctl {

/// `text` is six digits and nothing else.
[[nodiscard]] bool isPin(std::string_view text);

/// True when a person sits at standard input.
[[nodiscard]] bool atTerminal();

/// One line of standard input without its line feed, at most 128 bytes. At a terminal it asks with
/// `question` on standard error and shows nothing of what is typed; Ctrl-C, SIGTERM and the end of
/// the input are failures with a sentence, and the terminal is as it was in any case.
[[nodiscard]] Result<std::string, std::string> readSecretLine(std::string_view question);

} // namespace coffee::ctl
