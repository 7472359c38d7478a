// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/client/station_store.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace coffee::sim {

/// A screen's own disk: what was put is there after every crash. It may fail for a while.
class SimJournal final : public client::Journal {
public:
    /// What was under the key before, and what is there now; empty when there is nothing.
    using Look = std::function<void(const std::string& key, const std::optional<std::string>& was,
                                    const std::optional<std::string>& is)>;

    explicit SimJournal(Look look) : m_look{std::move(look)} {}

    bool fails{false};

    [[nodiscard]] Outcome put(const std::string& key, const std::string& value) override;
    [[nodiscard]] Outcome remove(const std::string& key) override;
    [[nodiscard]] std::optional<std::string> get(const std::string& key) const override;
    [[nodiscard]] std::vector<Entry> entries(const std::string& keyPrefix) const override;

private:
    Look m_look;
    std::vector<Entry> m_entries;
};

} // namespace coffee::sim
