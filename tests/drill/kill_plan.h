// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace coffee::drill {

/// A kill at a moment that nobody chose.
inline constexpr const char* kAnyMoment = "any moment";

/// Where the next daemon dies.
struct KillOrder {
    std::string place; ///< a failpoint, or `kAnyMoment`
    int hit{1};        ///< the how-manieth time it gets there
    std::uint32_t seed{0};
};

/// Shared by the shops of a kill drill: hands out kills so that every failpoint gets its share,
/// and counts what came of them. Any thread.
class KillPlan {
public:
    KillPlan(std::int64_t count, std::uint32_t seed);

    /// The next kill, or nothing when there were enough. Whoever takes it also calls `killed`.
    [[nodiscard]] std::optional<KillOrder> next();
    /// It happened at `place`, which may be another than was ordered.
    void killed(const std::string& place);
    void clientKilled();
    void audited(std::int64_t orders);
    void differ(const std::vector<std::string>& sentences);

    /// One JSON line.
    [[nodiscard]] std::string report(double seconds) const;
    [[nodiscard]] std::int64_t differences() const;

private:
    mutable std::mutex m_mutex;
    std::minstd_rand m_random;
    std::int64_t m_left;
    std::uint32_t m_seed;
    std::map<std::string, int> m_ordered; ///< by place, so that all come in turn
    std::map<std::string, int> m_killed;
    std::int64_t m_clientsKilled{0};
    std::int64_t m_audits{0};
    std::int64_t m_orders{0};
    std::int64_t m_differences{0};
};

} // namespace coffee::drill
