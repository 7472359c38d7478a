// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/session/journal_record.h"
#include "shared/client/station_store.h"

#include <optional>

namespace coffee::kiosk {

/// The one open payment attempt of this kiosk, on the kiosk's own disk.
///
/// An entry is durable before the first byte about it leaves the kiosk, and cleared when a
/// customer has seen how it ended. A kiosk that finds an entry at its start settles it before it
/// takes a new customer. GUI thread; the writing takes about a millisecond.
class AttemptJournal {
public:
    explicit AttemptJournal(client::Journal& journal);

    /// The entry that was left behind, if any. Text that is no entry counts as none (it is kept
    /// under another name): the daemon's lease settles its attempt.
    [[nodiscard]] std::optional<JournalEntry> read() const;
    /// When this says `DiskFailed`, nothing may be sent.
    [[nodiscard]] client::Journal::Outcome write(const JournalEntry& entry);
    /// Best effort: an entry that stays is asked about once more, which does no harm.
    void clear();

private:
    client::Journal& m_journal;
};

} // namespace coffee::kiosk
