// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/session/attempt_journal.h"

#include <QLoggingCategory>

#include <charconv>
#include <sstream>
#include <vector>

Q_LOGGING_CATEGORY(lcJournal, "coffee.kiosk.journal")

namespace coffee::kiosk {
namespace {

constexpr const char* kEntry = "attempt";
constexpr const char* kUnreadable = "unreadable-attempt";
constexpr const char* kTitle = "attempt 1";
constexpr std::size_t kLines = 5;

std::string toText(const JournalEntry& entry)
{
    std::ostringstream out;
    out << kTitle << '\n'
        << entry.key.value << '\n'
        << entry.quote.value << '\n'
        << entry.total.won() << '\n'
        << entry.locale << '\n';
    return out.str();
}

std::optional<JournalEntry> fromText(const std::string& text)
{
    std::istringstream in{text};
    std::vector<std::string> lines;
    for (std::string line; lines.size() <= kLines && std::getline(in, line);)
        lines.push_back(std::move(line));
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

} // namespace

AttemptJournal::AttemptJournal(client::Journal& journal) : m_journal{journal} {}

std::optional<JournalEntry> AttemptJournal::read() const
{
    const std::optional<std::string> text = m_journal.get(kEntry);
    if (!text)
        return std::nullopt;
    if (auto entry = fromText(*text))
        return entry;
    qCWarning(lcJournal, "the journal's attempt cannot be read; it is kept as %s", kUnreadable);
    if (m_journal.put(kUnreadable, *text) == client::Journal::Outcome::Written)
        (void)m_journal.remove(kEntry);
    return std::nullopt;
}

client::Journal::Outcome AttemptJournal::write(const JournalEntry& entry)
{
    return m_journal.put(kEntry, toText(entry));
}

void AttemptJournal::clear()
{
    if (m_journal.remove(kEntry) == client::Journal::Outcome::DiskFailed)
        qCWarning(lcJournal, "the journal's attempt could not be removed");
}

} // namespace coffee::kiosk
