// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/sim_journal.h"

#include <algorithm>

namespace coffee::sim {

SimJournal::Outcome SimJournal::put(const std::string& key, const std::string& value)
{
    if (fails)
        return Outcome::DiskFailed;
    const auto was = get(key);
    if (was)
        std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& entry) {
            return entry.key == key;
        })->value = value;
    else
        m_entries.push_back({key, value});
    m_look(key, was, value);
    return Outcome::Written;
}

SimJournal::Outcome SimJournal::remove(const std::string& key)
{
    if (fails)
        return Outcome::DiskFailed;
    if (const auto was = get(key)) {
        std::erase_if(m_entries, [&](const Entry& entry) { return entry.key == key; });
        m_look(key, was, std::nullopt);
    }
    return Outcome::Written;
}

std::optional<std::string> SimJournal::get(const std::string& key) const
{
    for (const Entry& entry : m_entries)
        if (entry.key == key)
            return entry.value;
    return std::nullopt;
}

std::vector<SimJournal::Entry> SimJournal::entries(const std::string& keyPrefix) const
{
    std::vector<Entry> found;
    for (const Entry& entry : m_entries)
        if (entry.key.starts_with(keyPrefix))
            found.push_back(entry);
    return found;
}

} // namespace coffee::sim
