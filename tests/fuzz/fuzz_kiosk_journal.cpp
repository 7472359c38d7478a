// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/session/journal_record.h"

#include <cstdint>
#include <cstdlib>

/// Whatever is accepted as the kiosk's open attempt comes back the same when it is written and
/// read again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace coffee::kiosk;
    const auto entry = entryFromRecord({reinterpret_cast<const char*>(data), size});
    if (!entry)
        return 0;
    const auto again = entryFromRecord(recordOf(*entry));
    if (!again || !(*again == *entry))
        std::abort();
    return 0;
}
