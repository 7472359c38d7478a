// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/drill/drills.h"
#include "tests/drill/kill_plan.h"
#include "tests/drill/kill_shop.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <random>
#include <thread>

namespace coffee::drill {
namespace {

/// A shop is audited and given up after so many kills: what a round costs stays the same.
constexpr int kKillsPerShop = 25;

} // namespace

int runKillDrill(const Configuration& options)
{
#ifndef COFFEE_FAILPOINTS
    return report(wrongUse("coffee_drill", "this build has no failpoints"));
#endif
    const auto begun = std::chrono::steady_clock::now();
    const std::uint32_t seed = seedOf(options);
    const std::int64_t count = options.integer("count");
    KillPlan plan{count, seed};
    std::vector<std::thread> shops;
    const std::int64_t lanes = std::min<std::int64_t>(options.integer("shops"),
                                                      (count + kKillsPerShop - 1) / kKillsPerShop);
    const auto perShop =
        static_cast<int>(std::min<std::int64_t>(kKillsPerShop, (count + lanes - 1) / lanes));
    std::atomic<std::int64_t> rounds{(count + perShop - 1) / perShop};
    for (std::int64_t lane = 0; lane < lanes; ++lane)
        shops.emplace_back([&, lane] {
            std::minstd_rand random{seed + static_cast<std::uint32_t>(lane)};
            while (rounds-- > 0)
                try {
                    KillShop{plan, static_cast<std::uint32_t>(random())}.run(perShop);
                } catch (const std::exception& error) {
                    plan.differ({error.what()});
                }
        });
    for (std::thread& shop : shops)
        shop.join();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
    std::printf("%s\n", plan.report(took.count()).c_str());
    return plan.differences() == 0 ? 0 : kDifferedExit;
}

} // namespace coffee::drill
