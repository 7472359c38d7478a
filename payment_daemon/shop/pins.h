// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/shop/settings.h"
#include "payment_daemon/shop/step.h"

#include <optional>
#include <string>

namespace coffee::daemon {

/// The shop PIN. Hashing is slow on purpose and done elsewhere: a command with a PIN waits here
/// until the answer comes. Five wrong ones lock that machine for a minute.
class Pins {
public:
    explicit Pins(const ShopMemory& memory) : m_memory{memory} {}

    /// Six digits, no run and no repetition of one digit.
    [[nodiscard]] static bool isAllowed(const std::string& pin);

    /// Keeps the command until its PIN is checked, or refuses it.
    void ask(Step& step, const CommandInput& input, const std::string& pin,
             const std::string& newPin = {});
    /// The waiting command, when its PIN fits; else it was refused here.
    [[nodiscard]] std::optional<CommandInput> answered(Step& step, const PinInput& input);

    /// Wrong tries of long ago.
    void forgetOld(Step& step) const;

private:
    [[nodiscard]] PinTries triesOf(const MachineKey& machine) const;

    const ShopMemory& m_memory;
};

} // namespace coffee::daemon
