// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/result.h"

#include <filesystem>
#include <string>

namespace coffee {

/// Larger files are not read: no menu and no configuration comes near it.
inline constexpr std::size_t kTextFileBytesMax = 1024 * 1024;

/// The bytes of a regular file, or a sentence without the file's name that says why not.
[[nodiscard]] Result<std::string, std::string> readTextFile(const std::filesystem::path& path);

/// True when `text` is well-formed UTF-8 without surrogates.
[[nodiscard]] bool isUtf8(std::string_view text);

} // namespace coffee
