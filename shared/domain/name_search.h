// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/menu.h"

#include <string>
#include <string_view>

/// Finding a name with the few letters that a person wants to type.
namespace coffee {

/// Whether `search` stands anywhere in the name, in either language. An initial consonant stands
/// for every syllable that begins with it, doubled or not: ㅇㅁ and 아ㅁ both find 아메리카노, ㄹㄷ
/// finds 라떼. Spaces, the case of
/// letters and Latin accents do not count: caffel finds Caffè latte. An empty search finds all.
/// Any bytes are safe.
[[nodiscard]] bool isFoundBy(const LocalText& name, std::string_view search);

/// The initial consonants that lie on these keys of a Korean keyboard (두벌식), for what was typed
/// while it stood on Latin: "dak" has a vowel and gives nothing, "cw" gives ㅊㅈ. Empty when one of
/// the characters is no such key.
[[nodiscard]] std::string consonantsTypedAs(std::string_view latin);

} // namespace coffee
