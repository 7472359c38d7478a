// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/drill/drills.h"
#include "tests/drill/power_cut.h"
#include "tests/drill/power_shop.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <random>

namespace coffee::drill {
namespace {

/// Of one shop; then another one is made.
constexpr std::size_t kCutsPerShop = 150;
/// How often the power fails again while the shop recovers.
constexpr unsigned kTwicePercent = 15;
/// How often the recovered file is also recomputed from its events. Every other one is compared
/// with what the file was without a power cut, row by row.
constexpr unsigned kVerifyPercent = 3;
/// After so many there is no need for more.
constexpr std::int64_t kDifferencesMax = 50;

class PowerDrill {
public:
    PowerDrill(std::int64_t count, std::uint32_t seed, bool ignoreSyncs)
        : m_left{count}, m_seed{seed}, m_random{seed}, m_ignoreSyncs{ignoreSyncs}
    {
    }

    void run()
    {
        while (m_left > 0 && m_differences < kDifferencesMax)
            cutOneShop(static_cast<std::uint32_t>(m_random()));
    }

    [[nodiscard]] std::string report(double seconds) const
    {
        const auto entry = [](const char* name, std::int64_t value) {
            return std::string{",\""} + name + "\":" + std::to_string(value);
        };
        char took[32];
        std::snprintf(took, sizeof took, "%.1f", seconds);
        return R"({"drill":"power")" + entry("count", m_cuts) +
               entry("differences", m_differences) + entry("shops", m_shops) +
               entry("last_commit_kept", m_kept) + entry("last_commit_gone", m_gone) +
               entry("cut_again_in_recovery", m_twice) + entry("verified", m_verified) +
               entry("seed", m_seed) + ",\"seconds\":" + took + '}';
    }
    [[nodiscard]] std::int64_t differences() const { return m_differences; }

private:
    /// Power cuts at random points of one shop's life, first to last.
    void cutOneShop(std::uint32_t seed)
    {
        PowerShop shop{seed};
        ++m_shops;
        const std::size_t cuts =
            std::min<std::size_t>(kCutsPerShop, static_cast<std::size_t>(m_left));
        std::vector<std::size_t> points;
        for (std::size_t n = 0; n < cuts; ++n)
            points.push_back(m_random() % (shop.acts().size() + 1));
        std::sort(points.begin(), points.end());
        PowerCut cut{{}, shop.acts(), m_ignoreSyncs};
        for (const std::size_t point : points) {
            cut.playTo(point);
            const std::string where =
                "shop " + std::to_string(seed) + ", cut after act " + std::to_string(point);
            try {
                check(shop, cut.disk(m_random), shop.committedBefore(point), where);
            } catch (const std::exception& error) {
                differ(where + ": " + error.what());
            }
            ++m_cuts;
            --m_left;
        }
    }

    void check(PowerShop& shop, DiskImage image, std::size_t committed, const std::string& where)
    {
        PowerDisk disk{std::move(image)};
        const DiskImage before = disk.contents();
        recover(disk);
        const Digest found = digestOf(disk);
        const auto kept = shop.digestAfter(committed);
        const auto next = shop.digestAfter(committed + 1);
        if (found == next)
            ++m_kept;
        else if (found == kept)
            ++m_gone;
        else
            return differ(where + ": after " + std::to_string(committed) +
                          " commits the file holds something else");
        if (m_random() % 100 < kVerifyPercent)
            verifyAlso(disk, where);
        if (m_random() % 100 < kTwicePercent)
            cutAgain(disk, before, found, where);
    }

    void verifyAlso(PowerDisk& disk, const std::string& where)
    {
        ++m_verified;
        for (const std::string& sentence : verify(disk))
            differ(where + ": " + sentence);
    }

    /// The power fails again while the ledger recovers: the same must come of it.
    void cutAgain(const PowerDisk& recovered, const DiskImage& before, Digest found,
                  const std::string& where)
    {
        ++m_twice;
        PowerCut cut{before, recovered.acts(), m_ignoreSyncs};
        cut.playTo(m_random() % (recovered.acts().size() + 1));
        PowerDisk again{cut.disk(m_random)};
        recover(again);
        if (digestOf(again) != found)
            differ(where + ": another power cut in its recovery has changed what it holds");
    }

    void differ(const std::string& sentence)
    {
        ++m_differences;
        std::fprintf(stderr, "coffee_drill power: %s\n", sentence.c_str());
    }

    std::int64_t m_left;
    std::uint32_t m_seed;
    std::minstd_rand m_random;
    bool m_ignoreSyncs;
    std::int64_t m_cuts{0};
    std::int64_t m_differences{0};
    std::int64_t m_shops{0};
    std::int64_t m_kept{0};
    std::int64_t m_gone{0};
    std::int64_t m_twice{0};
    std::int64_t m_verified{0};
};

} // namespace

int runPowerDrill(const Configuration& options)
{
    installPowerDisk();
    const auto begun = std::chrono::steady_clock::now();
    PowerDrill drill{options.integer("count"), seedOf(options), options.flag("lying-disk")};
    drill.run();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
    std::printf("%s\n", drill.report(took.count()).c_str());
    return drill.differences() == 0 ? 0 : kDifferedExit;
}

} // namespace coffee::drill
