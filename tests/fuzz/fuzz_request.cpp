// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/codec.h"

#include <cstdint>
#include <cstdlib>

/// Whatever is accepted as a request comes back the same when it is written and read again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace coffee::protocol;
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    const auto request = decodeRequest(bytes);
    if (!request)
        return 0;
    const auto again = decodeRequest(encode(*request));
    if (!again || !(*again == *request))
        std::abort();
    return 0;
}
