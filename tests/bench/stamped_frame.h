// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// A frame with the time behind it at which what it tells became durable. Only the benchmark's own
/// build of the daemon sends such frames; nobody but the benchmark can read them.
namespace coffee::bench {

inline constexpr char kStampMark = '@';

[[nodiscard]] inline std::string stampedFrame(std::string frame, std::int64_t steadyNs)
{
    return frame + kStampMark + std::to_string(steadyNs);
}

/// The time of a stamped frame; nothing when it has none.
[[nodiscard]] inline std::optional<std::int64_t> stampOf(std::string_view bytes)
{
    const auto mark = bytes.rfind(kStampMark);
    std::int64_t stamp = 0;
    if (mark == std::string_view::npos)
        return std::nullopt;
    const auto read = std::from_chars(bytes.data() + mark + 1, bytes.data() + bytes.size(), stamp);
    if (read.ec != std::errc{} || read.ptr != bytes.data() + bytes.size())
        return std::nullopt;
    return stamp;
}

} // namespace coffee::bench
