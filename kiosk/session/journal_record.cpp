// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/session/journal_record.h"

#include <charconv>
#include <vector>

namespace coffee::kiosk {
namespace {

constexpr std::string_view kTitle = "attempt 1";
constexpr std::size_t kLines = 5;

/// The lines of a text in which every line ends with a line break; empty when there are others.
std::vector<std::string> linesOf(std::string_view text)
{
    std::vector<std::string> lines;
    while (!text.empty() && lines.size() <= kLines) {
        const std::size_t end = text.find('\n');
        if (end == std::string_view::npos)
            return {};
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    return lines;
}

} // namespace

std::string recordOf(const JournalEntry& entry)
{
    std::string record{kTitle};
    for (const std::string& line :
         {entry.key.value, entry.quote.value, std::to_string(entry.total.won()), entry.locale})
        record.append(1, '\n').append(line);
    return record.append(1, '\n');
}

std::optional<JournalEntry> entryFromRecord(std::string_view record)
{
    const std::vector<std::string> lines = linesOf(record);
    if (lines.size() != kLines || lines[0] != kTitle || lines[1].empty())
        return std::nullopt;
    std::int64_t won = 0;
    const char* end = lines[3].data() + lines[3].size();
    const auto read = std::from_chars(lines[3].data(), end, won);
    const auto total = Money::checked(won);
    if (read.ec != std::errc{} || read.ptr != end || !total)
        return std::nullopt;
    return JournalEntry{AttemptKey{lines[1]}, QuoteId{lines[2]}, *total, lines[4]};
}

} // namespace coffee::kiosk
