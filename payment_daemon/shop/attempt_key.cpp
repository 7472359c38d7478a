// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/shop/attempt_key.h"

#include <algorithm>

namespace coffee::daemon {

bool belongsTo(const AttemptKey& key, const Actor& machine)
{
    constexpr std::size_t kDigits = 32;
    const std::string& text = key.value;
    if (machine.name.empty() || text.size() != machine.name.size() + 1 + kDigits ||
        !text.starts_with(machine.name + "-"))
        return false;
    return std::all_of(text.end() - kDigits, text.end(),
                       [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

} // namespace coffee::daemon
