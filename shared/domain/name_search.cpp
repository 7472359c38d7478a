// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/name_search.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

namespace coffee {
namespace {

constexpr char32_t kFirstSyllable = U'가';
constexpr char32_t kLastSyllable = U'힣';
constexpr char32_t kSyllablesOfInitial = 21 * 28;
constexpr std::u32string_view kInitials = U"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
constexpr std::u32string_view kDoubled = U"ㄲㄸㅃㅆㅉ";

/// The letters À to ÿ without their accents, in the order of Unicode; `?` where there is none.
constexpr char32_t kFirstAccented = U'À';
constexpr std::u32string_view kPlain =
    U"aaaaaa?ceeeeiiii?nooooo?ouuuuy??aaaaaa?ceeeeiiii?nooooo?ouuuuy?y";

/// The next character of a UTF-8 text; a byte that begins none stands for itself.
char32_t takeCharacter(std::string_view& text)
{
    const auto byte = [&text](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const unsigned char first = byte(0);
    std::size_t more = 0;
    char32_t code = first;
    if ((first & 0xe0) == 0xc0) {
        more = 1;
        code = first & 0x1f;
    } else if ((first & 0xf0) == 0xe0) {
        more = 2;
        code = first & 0x0f;
    } else if ((first & 0xf8) == 0xf0) {
        more = 3;
        code = first & 0x07;
    }
    for (std::size_t i = 1; i <= more; ++i) {
        if (i >= text.size() || (byte(i) & 0xc0) != 0x80) {
            text.remove_prefix(1);
            return first;
        }
        code = (code << 6) | (byte(i) & 0x3f);
    }
    text.remove_prefix(more + 1);
    return code;
}

char32_t folded(char32_t code)
{
    if (code >= U'A' && code <= U'Z')
        return code - U'A' + U'a';
    const char32_t accented = code - kFirstAccented;
    if (accented < kPlain.size() && kPlain[accented] != U'?')
        return kPlain[accented];
    return code;
}

std::u32string lettersOf(std::string_view text)
{
    std::u32string letters;
    while (!text.empty())
        if (const char32_t code = takeCharacter(text); code != U' ')
            letters += folded(code);
    return letters;
}

bool standsFor(char32_t typed, char32_t letter)
{
    if (typed == letter)
        return true;
    if (letter < kFirstSyllable || letter > kLastSyllable)
        return false;
    const std::size_t initial = (letter - kFirstSyllable) / kSyllablesOfInitial;
    // A doubled consonant stands behind its single one, and is found by that too.
    const bool isDoubled = kDoubled.find(kInitials[initial]) != kDoubled.npos;
    return typed == kInitials[initial] || (isDoubled && typed == kInitials[initial - 1]);
}

bool contains(const std::u32string& name, const std::u32string& typed)
{
    return std::search(name.begin(), name.end(), typed.begin(), typed.end(),
                       [](char32_t letter, char32_t wanted) {
                           return standsFor(wanted, letter);
                       }) != name.end() ||
           typed.empty();
}

} // namespace

bool isFoundBy(const LocalText& name, std::string_view search)
{
    const std::u32string typed = lettersOf(search);
    return contains(lettersOf(name.ko), typed) || contains(lettersOf(name.en), typed);
}

std::string consonantsTypedAs(std::string_view latin)
{
    struct Key {
        char key;
        std::string_view consonant;
    };
    static constexpr Key kKeys[] = {{'r', "ㄱ"}, {'s', "ㄴ"}, {'e', "ㄷ"}, {'f', "ㄹ"}, {'a', "ㅁ"},
                                    {'q', "ㅂ"}, {'t', "ㅅ"}, {'d', "ㅇ"}, {'w', "ㅈ"}, {'c', "ㅊ"},
                                    {'z', "ㅋ"}, {'x', "ㅌ"}, {'v', "ㅍ"}, {'g', "ㅎ"}};
    std::string consonants;
    for (const char typed : latin) {
        const auto* const key = std::find_if(std::begin(kKeys), std::end(kKeys),
                                             [typed](const Key& one) { return one.key == typed; });
        if (key == std::end(kKeys))
            return {};
        consonants += key->consonant;
    }
    return consonants;
}

} // namespace coffee
