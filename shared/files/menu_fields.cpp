// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/files/menu_fields.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace coffee::menufile {
namespace {

const std::string kIdForm = "1 to 40 characters a-z, 0-9 and -, such as \"cafe-latte\"";

std::string kindName(const toml::node& node)
{
    switch (node.type()) {
    case toml::node_type::none:
        return "nothing";
    case toml::node_type::table:
        return "a table";
    case toml::node_type::array:
        return "a list";
    case toml::node_type::string:
        return "a text";
    case toml::node_type::integer:
        return "a whole number";
    case toml::node_type::floating_point:
        return "a number with a point";
    case toml::node_type::boolean:
        return "true or false";
    case toml::node_type::date:
    case toml::node_type::time:
    case toml::node_type::date_time:
        return "a date or time";
    }
    return "something else";
}

std::size_t characters(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
    }));
}

bool hasControlCharacter(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7f;
    });
}

/// A sentence quotes the file, and is shown in a terminal: without control characters, and cut
/// between two characters where it would fill the screen.
std::string printable(std::string sentence)
{
    constexpr std::size_t kSentenceBytesMax = 300;
    if (sentence.size() > kSentenceBytesMax) {
        std::size_t end = kSentenceBytesMax;
        while (end > 0 && (static_cast<unsigned char>(sentence[end]) & 0xc0) == 0x80)
            --end;
        sentence.resize(end);
        sentence += "…";
    }
    for (char& c : sentence)
        if (hasControlCharacter({&c, 1}))
            c = '?';
    return sentence;
}

std::string joined(const std::vector<std::string_view>& words)
{
    std::string list;
    for (const std::string_view word : words)
        list += (list.empty() ? "" : ", ") + std::string{word};
    return list;
}

/// In a form `0` stands for any digit; every other character stands for itself.
bool hasForm(std::string_view text, std::string_view form)
{
    return std::equal(text.begin(), text.end(), form.begin(), form.end(), [](char c, char wanted) {
        return wanted == '0' ? c >= '0' && c <= '9' : c == wanted;
    });
}

constexpr std::string_view kBusinessNumberForm = "000-00-00000";
constexpr std::string_view kHoursForm = "00:00-00:00";

/// The last digit of a 사업자등록번호 follows from the nine before it.
bool hasCheckDigit(std::string_view number)
{
    constexpr std::array kWeights{1, 3, 7, 1, 3, 7, 1, 3, 5};
    std::array<int, kWeights.size() + 1> digits{};
    std::size_t count = 0;
    for (const char c : number)
        if (c != '-')
            digits.at(count++) = c - '0';
    int sum = digits[kWeights.size() - 1] * kWeights.back() / 10;
    for (std::size_t i = 0; i < kWeights.size(); ++i)
        sum += digits.at(i) * kWeights.at(i);
    return digits.back() == (10 - sum % 10) % 10;
}

/// Of `hh:mm`, up to 24:00.
std::optional<std::int32_t> minuteIn(std::string_view time)
{
    const auto pair = [](std::string_view two) { return (two[0] - '0') * 10 + (two[1] - '0'); };
    const std::int32_t minute = pair(time.substr(0, 2)) * 60 + pair(time.substr(3, 2));
    if (pair(time.substr(3, 2)) >= 60 || minute > SaleHours::kMinutesOfDay)
        return std::nullopt;
    return minute;
}

/// As an owner writes them; Monday first.
constexpr std::array<std::string_view, SaleHours::kDaysOfWeek> kDays{"mon", "tue", "wed", "thu",
                                                                     "fri", "sat", "sun"};
constexpr std::array<std::string_view, SaleHours::kDaysOfWeek> kKoreanDays{"월", "화", "수", "목",
                                                                           "금", "토", "일"};

std::optional<std::int32_t> weekdayIn(std::string_view word)
{
    for (const auto& names : {kDays, kKoreanDays})
        if (const auto day = std::find(names.begin(), names.end(), word); day != names.end())
            return static_cast<std::int32_t>(day - names.begin());
    return std::nullopt;
}

/// Of `mon`, `mon-fri`, `fri-mon` and these with commas between; no day twice.
std::optional<std::int32_t> daysIn(std::string_view text)
{
    std::int32_t days = 0;
    while (true) {
        const std::string_view part = text.substr(0, text.find(','));
        const std::size_t dash = part.find('-');
        const auto first = weekdayIn(part.substr(0, dash));
        const auto last = dash == part.npos ? first : weekdayIn(part.substr(dash + 1));
        if (!first || !last || (dash != part.npos && *first == *last))
            return std::nullopt;
        for (std::int32_t day = *first;; day = (day + 1) % SaleHours::kDaysOfWeek) {
            if ((days >> day & 1) != 0)
                return std::nullopt;
            days |= 1 << day;
            if (day == *last)
                break;
        }
        if (part.size() == text.size())
            return days;
        text.remove_prefix(part.size() + 1);
    }
}

/// Of `07:00-11:00`, or of days, a space and these.
std::optional<SaleHours> hoursIn(std::string_view text)
{
    SaleHours hours;
    if (const std::size_t space = text.find(' '); space != text.npos) {
        const auto days = daysIn(text.substr(0, space));
        if (!days)
            return std::nullopt;
        hours.days = *days;
        text.remove_prefix(space + 1);
    }
    if (!hasForm(text, kHoursForm))
        return std::nullopt;
    const auto from = minuteIn(text.substr(0, 5));
    const auto to = minuteIn(text.substr(6));
    if (!from || !to || *from == SaleHours::kMinutesOfDay || *from == *to)
        return std::nullopt;
    hours.from = *from;
    hours.to = *to;
    return hours;
}

std::string quotedKey(std::string_view key)
{
    return '"' + std::string{key} + '"';
}

} // namespace

Place placeOf(const toml::source_region& region)
{
    return {std::max<std::int64_t>(1, region.begin.line),
            std::max<std::int64_t>(1, region.begin.column)};
}

void Mistakes::add(Place place, std::string what, std::string expected)
{
    if (m_mistakes.size() < kMistakesMax)
        m_mistakes.push_back(
            {place.line, place.column, printable(std::move(what)), std::move(expected)});
}

std::vector<MenuMistake> Mistakes::sorted() &&
{
    std::stable_sort(m_mistakes.begin(), m_mistakes.end(),
                     [](const MenuMistake& left, const MenuMistake& right) {
                         return std::tie(left.line, left.column) <
                                std::tie(right.line, right.column);
                     });
    return std::move(m_mistakes);
}

Fields::Fields(const toml::table& table, std::string what, Mistakes& mistakes)
    : m_table{table}, m_what{std::move(what)}, m_mistakes{mistakes}
{
}

Place Fields::place() const
{
    return placeOf(m_table.source());
}

Place Fields::placeOfValue(std::string_view key) const
{
    const toml::node* node = m_table.get(key);
    return node ? placeOf(node->source()) : place();
}

const toml::node* Fields::take(std::string_view key, bool required, std::string_view expected)
{
    m_known.push_back(key);
    const toml::node* node = m_table.get(key);
    if (!node && required)
        m_mistakes.add(place(), m_what + " has no " + quotedKey(key), std::string{expected});
    return node;
}

void Fields::wrongKind(std::string_view key, const toml::node& node, std::string expected)
{
    m_mistakes.add(placeOf(node.source()),
                   quotedKey(key) + " of " + m_what + " is " + kindName(node), std::move(expected));
}

bool Fields::isGoodId(std::string_view key, const std::string& value, Place at)
{
    const auto isPlain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    const bool good = !value.empty() && value.size() <= kMenuIdCharactersMax &&
                      isPlain(value.front()) &&
                      std::all_of(value.begin(), value.end(),
                                  [isPlain](char c) { return isPlain(c) || c == '-'; });
    if (!good)
        m_mistakes.add(at,
                       quotedKey(key) + " of " + m_what + " is \"" + value + "\", which is no id",
                       kIdForm);
    return good;
}

std::string Fields::id(std::string_view key)
{
    const toml::node* node = take(key, true, std::string{key} + " = \"…\"");
    if (!node)
        return {};
    const auto* text = node->as_string();
    if (!text) {
        wrongKind(key, *node, kIdForm);
        return {};
    }
    return isGoodId(key, text->get(), placeOf(node->source())) ? text->get() : std::string{};
}

std::optional<std::string> Fields::optionalId(std::string_view key)
{
    if (!m_table.contains(key)) {
        m_known.push_back(key);
        return std::nullopt;
    }
    return id(key);
}

std::string Fields::text(std::string_view key, std::size_t charactersMax)
{
    const std::string form = "a text of 1 to " + std::to_string(charactersMax) + " characters";
    const toml::node* node = take(key, true, form);
    if (!node)
        return {};
    const auto* value = node->as_string();
    if (!value) {
        wrongKind(key, *node, form);
        return {};
    }
    const std::string& text = value->get();
    const Place at = placeOf(node->source());
    const std::string named = quotedKey(key) + " of " + m_what;
    if (text.find_first_not_of(' ') == std::string::npos)
        m_mistakes.add(at, named + " is empty", form);
    else if (text.front() == ' ' || text.back() == ' ')
        m_mistakes.add(at, named + " begins or ends with a space", "the text without it");
    else if (characters(text) > charactersMax)
        m_mistakes.add(at, named + " is too long", form);
    else if (hasControlCharacter(text))
        m_mistakes.add(at, named + " has a line break or control character", "one line of text");
    return text;
}

LocalText Fields::localText(std::string_view key, std::size_t charactersMax)
{
    const std::string_view form = "{ ko = \"…\", en = \"…\" }";
    const toml::node* node = take(key, true, std::string{key} + " = " + std::string{form});
    if (!node)
        return {};
    const auto* both = node->as_table();
    if (!both) {
        wrongKind(key, *node, std::string{form});
        return {};
    }
    Fields fields{*both, quotedKey(key) + " of " + m_what, m_mistakes};
    LocalText local{fields.text("ko", charactersMax), fields.text("en", charactersMax)};
    fields.refuseOtherKeys();
    return local;
}

std::string Fields::optionalText(std::string_view key, std::size_t charactersMax)
{
    if (m_table.contains(key))
        return text(key, charactersMax);
    m_known.push_back(key);
    return {};
}

LocalText Fields::optionalLocalText(std::string_view key, std::size_t charactersMax)
{
    if (m_table.contains(key))
        return localText(key, charactersMax);
    m_known.push_back(key);
    return {};
}

std::string Fields::businessNumber(std::string_view key)
{
    const std::string number = optionalText(key, kBusinessNumberForm.size());
    if (number.empty())
        return {};
    if (!hasForm(number, kBusinessNumberForm)) {
        m_mistakes.add(placeOfValue(key),
                       quotedKey(key) + " of " + m_what + " is \"" + number + '"',
                       "ten digits such as \"123-45-67890\"");
        return {};
    }
    if (!hasCheckDigit(number))
        m_mistakes.add(placeOfValue(key),
                       quotedKey(key) + " of " + m_what + " is \"" + number +
                           "\", whose last digit does not go with the others",
                       "the number as it stands on the business registration");
    return number;
}

SaleHours Fields::hours(std::string_view key)
{
    constexpr std::string_view kForm = "hours such as \"07:00-11:00\" or \"mon-fri 07:00-11:00\"";
    const toml::node* node = take(key, false, kForm);
    if (!node)
        return {};
    const auto* value = node->as_string();
    if (!value) {
        wrongKind(key, *node, std::string{kForm});
        return {};
    }
    const std::string& text = value->get();
    if (const auto hours = hoursIn(text))
        return *hours;
    m_mistakes.add(placeOf(node->source()),
                   quotedKey(key) + " of " + m_what + " is \"" + text + '"', std::string{kForm});
    return {};
}

std::int64_t Fields::integer(std::string_view key, std::int64_t min, std::int64_t max,
                             std::optional<std::int64_t> absent)
{
    const std::string form =
        "a whole number from " + std::to_string(min) + " to " + std::to_string(max);
    const toml::node* node = take(key, !absent, form);
    const std::int64_t fallback = absent.value_or(min);
    if (!node)
        return fallback;
    const auto* number = node->as_integer();
    if (!number) {
        wrongKind(key, *node, node->is_string() ? form + ", without quotes" : form);
        return fallback;
    }
    if (number->get() < min || number->get() > max) {
        m_mistakes.add(placeOf(node->source()),
                       quotedKey(key) + " of " + m_what + " is " + std::to_string(number->get()),
                       form);
        return fallback;
    }
    return number->get();
}

Money Fields::money(std::string_view key, std::int64_t min, std::int64_t max,
                    std::optional<std::int64_t> absent)
{
    return Money::fromWon(integer(key, min, max, absent));
}

bool Fields::flag(std::string_view key, bool absent)
{
    const toml::node* node = take(key, false, {});
    if (!node)
        return absent;
    const auto* value = node->as_boolean();
    if (!value) {
        wrongKind(key, *node,
                  node->is_string() ? "true or false, without quotes" : "true or false");
        return absent;
    }
    return value->get();
}

std::size_t Fields::word(std::string_view key, const std::vector<std::string_view>& words,
                         std::optional<std::size_t> absent)
{
    const std::string form = "one of " + joined(words) + " in quotes";
    const toml::node* node = take(key, !absent, form);
    const std::size_t fallback = absent.value_or(0);
    if (!node)
        return fallback;
    const auto* text = node->as_string();
    if (!text) {
        wrongKind(key, *node, form);
        return fallback;
    }
    const auto found = std::find(words.begin(), words.end(), text->get());
    if (found == words.end()) {
        m_mistakes.add(placeOf(node->source()),
                       quotedKey(key) + " of " + m_what + " is \"" + text->get() + '"', form);
        return fallback;
    }
    return static_cast<std::size_t>(found - words.begin());
}

std::vector<PlacedId> Fields::ids(std::string_view key, std::size_t countMax)
{
    const toml::node* node = take(key, false, {});
    if (!node)
        return {};
    const auto* list = node->as_array();
    if (!list) {
        wrongKind(key, *node, "a list of ids in brackets, such as [\"milk\"]");
        return {};
    }
    if (list->size() > countMax)
        m_mistakes.add(placeOf(node->source()), quotedKey(key) + " of " + m_what + " is too long",
                       "at most " + std::to_string(countMax) + " ids");
    std::vector<PlacedId> placed;
    std::set<std::string, std::less<>> seen;
    for (const toml::node& element : *list) {
        const Place at = placeOf(element.source());
        const auto* text = element.as_string();
        if (!text)
            wrongKind(key, element, kIdForm);
        else if (!isGoodId(key, text->get(), at))
            continue;
        else if (!seen.insert(text->get()).second)
            m_mistakes.add(at,
                           quotedKey(key) + " of " + m_what + " has \"" + text->get() + "\" twice",
                           "each id once");
        else
            placed.push_back({text->get(), at});
    }
    return placed;
}

std::vector<const toml::table*> Fields::tables(std::string_view key, std::string_view written,
                                               std::size_t countMax, bool required)
{
    const toml::node* node =
        take(key, required, std::string{"at least one "} + std::string{written});
    if (!node)
        return {};
    const auto* list = node->as_array();
    if (!list) {
        wrongKind(key, *node, std::string{written});
        return {};
    }
    if (required && list->empty())
        m_mistakes.add(placeOf(node->source()), quotedKey(key) + " of " + m_what + " is empty",
                       "at least one " + std::string{written});
    std::vector<const toml::table*> found;
    for (const toml::node& element : *list) {
        if (const auto* one = element.as_table())
            found.push_back(one);
        else
            wrongKind(key, element, std::string{written});
    }
    if (found.size() > countMax)
        m_mistakes.add(placeOf(found[countMax]->source()),
                       m_what + " has " + std::to_string(found.size()) + " of " + quotedKey(key),
                       "at most " + std::to_string(countMax));
    return found;
}

const toml::table* Fields::table(std::string_view key, bool required)
{
    const toml::node* node = take(key, required, '[' + std::string{key} + ']');
    if (!node)
        return nullptr;
    if (!node->is_table())
        wrongKind(key, *node, '[' + std::string{key} + ']');
    return node->as_table();
}

void Fields::refuseOtherKeys()
{
    for (const auto& [key, node] : m_table)
        if (std::find(m_known.begin(), m_known.end(), key.str()) == m_known.end())
            m_mistakes.add(placeOf(key.source()),
                           m_what + " has the unknown key " + quotedKey(key.str()),
                           "one of " + joined(m_known));
}

} // namespace coffee::menufile
