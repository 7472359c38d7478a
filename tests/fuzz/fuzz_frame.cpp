// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/codec.h"

#include <cstdint>
#include <cstdlib>

/// Whatever is accepted as a frame comes back the same when it is written and read again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace coffee::protocol;
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    const auto frame = decodeFrame(bytes);
    if (!frame)
        return 0;
    const std::string written = std::visit([](const auto& value) { return encode(value); }, *frame);
    const auto again = decodeFrame(written);
    if (!again || !(*again == *frame))
        std::abort();
    return 0;
}
