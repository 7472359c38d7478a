// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/session/attempt_journal.h"

#include <QLoggingCategory>

Q_LOGGING_CATEGORY(lcJournal, "coffee.kiosk.journal")

namespace coffee::kiosk {
namespace {

constexpr const char* kEntry = "attempt";
constexpr const char* kUnreadable = "unreadable-attempt";

} // namespace

AttemptJournal::AttemptJournal(client::Journal& journal) : m_journal{journal} {}

std::optional<JournalEntry> AttemptJournal::read() const
{
    const std::optional<std::string> text = m_journal.get(kEntry);
    if (!text)
        return std::nullopt;
    if (auto entry = entryFromRecord(*text))
        return entry;
    qCWarning(lcJournal, "the journal's attempt cannot be read; it is kept as %s", kUnreadable);
    if (m_journal.put(kUnreadable, *text) == client::Journal::Outcome::Written)
        (void)m_journal.remove(kEntry);
    return std::nullopt;
}

client::Journal::Outcome AttemptJournal::write(const JournalEntry& entry)
{
    return m_journal.put(kEntry, recordOf(entry));
}

void AttemptJournal::clear()
{
    if (m_journal.remove(kEntry) == client::Journal::Outcome::DiskFailed)
        qCWarning(lcJournal, "the journal's attempt could not be removed");
}

} // namespace coffee::kiosk
