// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/files/endpoint.h"
#include "shared/files/option_reading.h"
#include "shared/files/text_file.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace coffee {
namespace {

std::optional<std::int64_t> wholeNumber(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

struct DurationUnit {
    std::string_view name;
    std::int64_t ms;
};
/// Longest first, so that a written time is as short as it can be.
constexpr std::array kUnits{DurationUnit{"h", 3'600'000}, DurationUnit{"min", 60'000},
                            DurationUnit{"s", 1000}, DurationUnit{"ms", 1}};

std::optional<std::int64_t> milliseconds(std::string_view text)
{
    const std::size_t digits = text.find_first_not_of("0123456789");
    if (digits == std::string_view::npos || digits == 0 || digits > 12)
        return std::nullopt;
    const auto number = wholeNumber(text.substr(0, digits));
    for (const DurationUnit& unit : kUnits)
        if (unit.name == text.substr(digits))
            return *number * unit.ms;
    return std::nullopt;
}

std::string listed(const std::vector<std::string>& words)
{
    std::string list;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0)
            list += i + 1 == words.size() ? " or " : ", ";
        list += words[i];
    }
    return list;
}

bool isWithin(const ProgramOption& option, std::int64_t number)
{
    return number >= option.min && number <= option.max;
}

Failure<std::string> wrongForm(const ProgramOption& option, const std::string& text)
{
    return Failure{'"' + text + "\" does not fit; expected " + expectedForm(option)};
}

/// Fills the numbers of `value`; false when the text is none, or out of range.
bool readNumbers(const ProgramOption& option, OptionValue& value)
{
    const std::string_view text = value.text;
    std::optional<std::int64_t> first;
    std::optional<std::int64_t> second = option.min;
    if (option.kind == OptionKind::Pair) {
        const std::size_t colon = text.find(':');
        if (colon == std::string_view::npos)
            return false;
        first = wholeNumber(text.substr(0, colon));
        second = wholeNumber(text.substr(colon + 1));
    } else {
        first = option.kind == OptionKind::Duration ? milliseconds(text) : wholeNumber(text);
    }
    if (!first || !second || !isWithin(option, *first) || !isWithin(option, *second))
        return false;
    value.first = *first;
    value.second = *second;
    return true;
}

std::size_t editDistance(std::string_view left, std::string_view right)
{
    std::vector<std::size_t> row(right.size() + 1);
    for (std::size_t j = 0; j <= right.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= left.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= right.size(); ++j) {
            const std::size_t replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
            diagonal = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, replaced}));
        }
    }
    return row.back();
}

} // namespace

std::string writtenDuration(std::int64_t ms)
{
    for (const DurationUnit& unit : kUnits)
        if (ms != 0 && ms % unit.ms == 0)
            return std::to_string(ms / unit.ms) + std::string{unit.name};
    return "0ms";
}

const ProgramOption* findOption(const std::vector<ProgramOption>& options, std::string_view name)
{
    const auto found = std::find_if(options.begin(), options.end(),
                                    [name](const ProgramOption& o) { return o.name == name; });
    return found == options.end() ? nullptr : &*found;
}

std::string closestName(const std::vector<ProgramOption>& options, std::string_view name,
                        std::string_view prefix)
{
    constexpr std::size_t kSlips = 2;
    constexpr std::size_t kNameMax = 64;
    std::size_t best = kSlips + 1;
    std::string_view closest;
    if (name.size() <= kNameMax)
        for (const ProgramOption& option : options)
            if (const std::size_t distance = editDistance(name, option.name); distance < best) {
                best = distance;
                closest = option.name;
            }
    if (closest.empty())
        return {};
    return "; did you mean " + std::string{prefix} + std::string{closest} + '?';
}

std::string expectedForm(const ProgramOption& option)
{
    const std::string bounds = std::to_string(option.min) + " to " + std::to_string(option.max);
    switch (option.kind) {
    case OptionKind::Text:
    case OptionKind::Endpoint:
    case OptionKind::Path:
        return "a text that is not empty";
    case OptionKind::Integer:
        return "a whole number from " + bounds;
    case OptionKind::Choice:
        return listed(option.choices);
    case OptionKind::Flag:
        return "true or false";
    case OptionKind::Duration:
        return "a time from " + writtenDuration(option.min) + " to " + writtenDuration(option.max) +
               ", such as 800ms, 15s, 10min or 2h";
    case OptionKind::Pair:
        return "two whole numbers A:B from " + bounds;
    }
    return {};
}

Result<OptionValue, std::string> parseOption(const ProgramOption& option, std::string text)
{
    if (!isUtf8(text) || text.find('\0') != std::string::npos)
        return Failure{std::string{"the value is not a text in UTF-8; expected "} +
                       expectedForm(option)};
    OptionValue value;
    value.text = std::move(text);
    value.given = true;
    switch (option.kind) {
    case OptionKind::Text:
    case OptionKind::Path:
        if (value.text.empty())
            return wrongForm(option, value.text);
        break;
    case OptionKind::Endpoint:
        if (const auto checked = checkEndpoint(value.text); !checked)
            return Failure{checked.error()};
        break;
    case OptionKind::Choice:
        if (std::find(option.choices.begin(), option.choices.end(), value.text) ==
            option.choices.end())
            return wrongForm(option, value.text);
        break;
    case OptionKind::Flag:
        if (value.text != "true" && value.text != "false")
            return wrongForm(option, value.text);
        value.first = value.text == "true" ? 1 : 0;
        break;
    case OptionKind::Integer:
    case OptionKind::Duration:
    case OptionKind::Pair:
        if (!readNumbers(option, value))
            return wrongForm(option, value.text);
        break;
    }
    if (option.check)
        if (const auto checked = option.check(value.text); !checked)
            return Failure{checked.error()};
    return value;
}

} // namespace coffee
