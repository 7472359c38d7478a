// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/codec.h"

#include <cstdint>

/// Every kind of reply body, chosen by the first byte, reads or refuses any bytes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace coffee::protocol;
    if (size == 0)
        return 0;
    const std::string_view bytes{reinterpret_cast<const char*>(data) + 1, size - 1};
    switch (data[0] % 6) {
    case 0:
        static_cast<void>(decodeReply<AttemptAnswer>(bytes));
        break;
    case 1:
        static_cast<void>(decodeReply<Snapshot>(bytes));
        break;
    case 2:
        static_cast<void>(decodeReply<EventsPage>(bytes));
        break;
    case 3:
        static_cast<void>(decodeReply<MenuAnswer>(bytes));
        break;
    case 4:
        static_cast<void>(decodeReply<OrderShown>(bytes));
        break;
    default:
        static_cast<void>(decodeReply<StatusAnswer>(bytes));
        break;
    }
    return 0;
}
