// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/model/operation_record.h"

#include <cstdint>
#include <cstdlib>

/// Whatever is accepted as a step that the bar has not sent yet is written the same way again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace coffee::station;
    const auto operation = operationFromRecord({reinterpret_cast<const char*>(data), size});
    if (!operation)
        return 0;
    const std::string record = recordOf(*operation);
    const auto again = operationFromRecord(record);
    if (!again || again->key != operation->key || recordOf(*again) != record)
        std::abort();
    return 0;
}
