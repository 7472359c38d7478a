// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/ids.h"
#include "shared/domain/money.h"

#include <optional>
#include <string>
#include <string_view>

namespace coffee::kiosk {

/// What the kiosk must still know about a payment after a power cut.
struct JournalEntry {
    AttemptKey key;
    QuoteId quote;
    Money total;
    std::string locale; ///< the customer's language, so that the answer is shown in it
    friend bool operator==(const JournalEntry&, const JournalEntry&) = default;
};

/// An entry as one text, for the kiosk's journal: a title with the form's version, then one line
/// each. No part of an entry holds a line break.
[[nodiscard]] std::string recordOf(const JournalEntry& entry);
/// Empty when the text is not such a record, or of another version.
[[nodiscard]] std::optional<JournalEntry> entryFromRecord(std::string_view record);

} // namespace coffee::kiosk
