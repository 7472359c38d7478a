// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ledger/number_list.h"

#include "payment_daemon/ledger/column_words.h"

#include <charconv>

namespace coffee::daemon {

std::string numberList(const std::vector<std::int32_t>& numbers)
{
    std::string text = "[";
    for (const std::int32_t number : numbers)
        text += (text.size() > 1 ? "," : "") + std::to_string(number);
    return text + ']';
}

std::vector<std::int32_t> readNumberList(std::string_view text)
{
    const auto unreadable = [text] {
        return UnreadableRow{"\"" + std::string{text} + "\" is not a list of numbers"};
    };
    if (text.size() < 2 || text.front() != '[' || text.back() != ']')
        throw unreadable();
    std::vector<std::int32_t> numbers;
    const char* at = text.data() + 1;
    const char* end = text.data() + text.size() - 1;
    while (at != end) {
        std::int32_t number = 0;
        const auto [next, error] = std::from_chars(at, end, number);
        if (error != std::errc{} || (next != end && (*next != ',' || next + 1 == end)))
            throw unreadable();
        numbers.push_back(number);
        at = next == end ? end : next + 1;
    }
    return numbers;
}

} // namespace coffee::daemon
