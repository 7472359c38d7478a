// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/files/menu_file.h"

#include <cstdint>
#include <string_view>

/// Any bytes are a menu or a list of mistakes, never a crash.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static_cast<void>(coffee::readMenu({reinterpret_cast<const char*>(data), size}));
    return 0;
}
