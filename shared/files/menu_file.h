// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/menu.h"
#include "shared/domain/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// The menu as an owner writes it: a TOML file that `resources/menu.toml` explains by example.
namespace coffee {

/// One mistake in a menu file, at its place.
struct MenuMistake {
    std::int64_t line{1}; ///< from 1
    std::int64_t column{1};
    std::string what;
    std::string expected;
    friend bool operator==(const MenuMistake&, const MenuMistake&) = default;
};

/// `FILE:LINE:COLUMN: what; expected …`
[[nodiscard]] std::string toText(const MenuMistake& mistake, std::string_view file);

/// Further bounds of a menu file, beside those of `menu.h`.
inline constexpr std::int64_t kItemWonMax = 1'000'000;
inline constexpr std::int64_t kDifferenceWonMax = 100'000;
inline constexpr std::size_t kMenuIdCharactersMax = 40;
inline constexpr std::size_t kMenuNameCharactersMax = 60;
inline constexpr std::size_t kMenuDescriptionCharactersMax = 200;
inline constexpr std::size_t kAddressCharactersMax = 80;
inline constexpr std::size_t kPhoneCharactersMax = 30;
inline constexpr std::size_t kGreetingCharactersMax = 80;
inline constexpr std::int64_t kGroupCountMax = 20;
inline constexpr std::int64_t kCaffeineMgMax = 2000;
/// Beyond this many the reader stops looking for more.
inline constexpr std::size_t kMistakesMax = 200;

/// The menu with its version, or every mistake in the order of the text (a text that is no TOML
/// has one). Never throws on any bytes.
[[nodiscard]] Result<Menu, std::vector<MenuMistake>> readMenu(std::string_view text);

/// The same for a file of at most 1 MiB.
[[nodiscard]] Result<Menu, std::vector<MenuMistake>> loadMenu(const std::filesystem::path& file);

/// Every mistake in the file; none when the menu can be used.
[[nodiscard]] std::vector<MenuMistake> checkMenuFile(const std::filesystem::path& file);

/// 16 hex digits made from everything in the menu but `version`: comments and layout of the file
/// do not count, the order of items does.
[[nodiscard]] std::string contentVersion(const Menu& menu);

} // namespace coffee
