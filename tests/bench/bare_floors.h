// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

/// What the bare parts of this machine can do.
namespace coffee::bench {

/// Median of appending 4 KiB to a file and waiting for the disk, in microseconds.
[[nodiscard]] double syncMicroseconds(const std::filesystem::path& folder, int times);

/// Median of a question and its answer of these sizes through two ZeroMQ sockets, in microseconds.
[[nodiscard]] double roundTripMicroseconds(const std::filesystem::path& folder, std::size_t asked,
                                           std::size_t answered, int times);

/// Median of the time from sending a message until the last of so many subscribers has it, in
/// microseconds. The subscribers are one process with one thread.
[[nodiscard]] double fanOutMicroseconds(const std::filesystem::path& folder, int subscribers,
                                        std::size_t bytes, int messages);

} // namespace coffee::bench
