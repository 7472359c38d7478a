// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/client/keys.h"

#include <array>
#include <cerrno>
#include <sys/random.h>
#include <system_error>

namespace coffee::client {

std::string randomHex128()
{
    std::array<unsigned char, 16> bytes{};
    // Up to 256 bytes come whole or not at all.
    if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
        throw std::system_error{errno, std::generic_category(), "getrandom"};
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    text.reserve(2 * bytes.size());
    for (const unsigned char byte : bytes) {
        text += kDigits[byte >> 4];
        text += kDigits[byte & 15];
    }
    return text;
}

OperationKey newOperationKey()
{
    return {randomHex128()};
}

AttemptKey newAttemptKey(const std::string& machine)
{
    return {machine + "-" + randomHex128()};
}

} // namespace coffee::client
