// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/drill/kill_plan.h"

#include "payment_daemon/run/failpoint.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace coffee::drill {
namespace {

constexpr unsigned kHitMax = 4;
/// Places that a shop gets to seldom: a later hit would be waited for in vain.
constexpr std::array<std::string_view, 8> kSeldom{
    "declined.committed", "given_up.committed", "voided.committed",    "tombstone.committed",
    "lookup.before_call", "lookup.after_call",  "reverse.before_call", "reverse.after_call"};

unsigned hitMax(std::string_view name)
{
    if (name == "recovery.committed")
        return 1; // once in a process
    return std::find(kSeldom.begin(), kSeldom.end(), name) == kSeldom.end() ? kHitMax : 2;
}

} // namespace

KillPlan::KillPlan(std::int64_t count, std::uint32_t seed)
    : m_random{seed}, m_left{count}, m_seed{seed}
{
    for (const std::string_view name : daemon::kFailpoints)
        m_ordered[std::string{name}] = m_killed[std::string{name}] = 0;
    m_ordered[kAnyMoment] = m_killed[kAnyMoment] = 0;
}

std::optional<KillOrder> KillPlan::next()
{
    const std::lock_guard lock{m_mutex};
    if (m_left == 0)
        return std::nullopt;
    --m_left;
    // The one with the fewest kills and orders so far; which of several is up to chance.
    std::vector<const std::string*> rarest;
    int fewest = 0;
    for (const auto& [name, ordered] : m_ordered) {
        const int sum = ordered + m_killed.at(name);
        if (rarest.empty() || sum < fewest) {
            rarest.clear();
            fewest = sum;
        }
        if (sum == fewest)
            rarest.push_back(&name);
    }
    const std::string name = *rarest[m_random() % rarest.size()];
    ++m_ordered.at(name);
    const int hit = 1 + static_cast<int>(m_random() % hitMax(name));
    return KillOrder{name, hit, static_cast<std::uint32_t>(m_random())};
}

void KillPlan::killed(const std::string& place)
{
    const std::lock_guard lock{m_mutex};
    ++m_killed[place];
}

void KillPlan::clientKilled()
{
    const std::lock_guard lock{m_mutex};
    ++m_clientsKilled;
}

void KillPlan::audited(std::int64_t orders)
{
    const std::lock_guard lock{m_mutex};
    ++m_audits;
    m_orders += orders;
}

void KillPlan::differ(const std::vector<std::string>& sentences)
{
    const std::lock_guard lock{m_mutex};
    for (const std::string& sentence : sentences)
        std::fprintf(stderr, "coffee_drill kill: %s\n", sentence.c_str());
    m_differences += static_cast<std::int64_t>(sentences.size());
}

std::int64_t KillPlan::differences() const
{
    const std::lock_guard lock{m_mutex};
    return m_differences;
}

std::string KillPlan::report(double seconds) const
{
    const std::lock_guard lock{m_mutex};
    std::string places;
    std::int64_t kills = 0;
    for (const auto& [name, count] : m_killed) {
        places += (places.empty() ? "\"" : ",\"") + name + "\":" + std::to_string(count);
        kills += count;
    }
    char took[32];
    std::snprintf(took, sizeof took, "%.1f", seconds);
    return R"({"drill":"kill","count":)" + std::to_string(kills) + R"(,"differences":)" +
           std::to_string(m_differences) + R"(,"per_failpoint":{)" + places +
           R"(},"clients_killed":)" + std::to_string(m_clientsKilled) + R"(,"orders":)" +
           std::to_string(m_orders) + R"(,"audits":)" + std::to_string(m_audits) + R"(,"seed":)" +
           std::to_string(m_seed) + R"(,"seconds":)" + took + '}';
}

} // namespace coffee::drill
