// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/files/option_reading.h"

#include <cstdint>
#include <cstdlib>

namespace {

/// One option of every kind, as a program declares them.
std::vector<coffee::ProgramOption> everyKind()
{
    using coffee::OptionKind;
    std::vector<coffee::ProgramOption> options;
    const auto add = [&options](const char* name, OptionKind kind, std::int64_t max) {
        coffee::ProgramOption option;
        option.name = name;
        option.kind = kind;
        option.max = max;
        options.push_back(option);
    };
    add("name", OptionKind::Text, 0);
    add("gateway-workers", OptionKind::Integer, 256);
    add("cancel-customer-until", OptionKind::Choice, 0);
    options.back().choices = {"queued", "making", "ready"};
    add("commands", OptionKind::Endpoint, 0);
    add("data", OptionKind::Path, 0);
    add("windowed", OptionKind::Flag, 1);
    add("warning", OptionKind::Duration, 3'600'000);
    add("latency-ms", OptionKind::Pair, 60'000);
    return options;
}

} // namespace

/// Any bytes are settings or one sentence that says where the mistake is, never a crash.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const std::vector<coffee::ProgramOption> options = everyKind();
    const std::string text{reinterpret_cast<const char*>(data), size};
    const auto read = coffee::readConfigurationText(options, text, "shop.toml");
    if (!read && !read.error().starts_with("shop.toml:"))
        std::abort();
    return 0;
}
