// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/drill/load_trouble.h"

namespace coffee::drill {
namespace {

/// The original system gave up on a payment after this long.
constexpr std::int64_t kOriginalSlowMs = 610;
/// The daemon's own.
constexpr std::int64_t kUsualSlowMs = 3000;

} // namespace

LoadTrouble loadTrouble(const std::string& scenario, std::chrono::seconds lasts,
                        std::int64_t meanMs, std::int64_t slowMs)
{
    const std::chrono::milliseconds all{lasts};
    const LoadTrouble::Change quick{all / 2, R"({"latency_mean_ms":200,"latency_sigma_ms":50})"};
    const LoadTrouble::Change well{all * 5 / 12, R"({"mode":"normal"})"};
    // What goes silent or away must strike a shop that takes money, not one that rests already.
    const bool strikes = scenario == "hang" || scenario == "dead";
    LoadTrouble trouble;
    trouble.slowMs = slowMs != 0 ? slowMs : strikes ? kUsualSlowMs : kOriginalSlowMs;
    trouble.recovers = strikes && trouble.slowMs > meanMs ? well.at : quick.at;
    if (scenario == "decline")
        trouble.changes.push_back({{}, R"({"decline_percent":50})"});
    if (scenario == "hang")
        trouble.changes.insert(trouble.changes.end(), {{all / 6, R"({"mode":"silent"})"}, well});
    if (scenario == "dead")
        trouble.changes.insert(trouble.changes.end(), {{all / 6, R"({"mode":"dead"})"}, well});
    trouble.changes.push_back(quick);
    return trouble;
}

} // namespace coffee::drill
