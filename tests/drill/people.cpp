// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/drill/drill_bar.h"
#include "tests/drill/drill_kiosk.h"
#include "tests/drill/drills.h"

#include <csignal>
#include <cstdio>
#include <functional>
#include <future>
#include <sys/prctl.h>
#include <vector>

namespace coffee::drill {
namespace {

/// Until the process is killed, or until nothing is open any more.
void live(DrillPerson& person, bool settleOnly)
{
    person.settle();
    while (!settleOnly)
        person.act();
}

} // namespace

int runPeople(const Configuration& options)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL); // nobody goes on when the drill is over
    const std::string commands = options.text("commands");
    const std::filesystem::path folder = options.path("journals");
    const auto seed = static_cast<std::uint32_t>(options.integer("seed"));
    const bool settleOnly = options.flag("settle");
    std::vector<std::future<void>> lives;
    for (std::int64_t n = 1; n <= options.integer("kiosks"); ++n)
        lives.push_back(std::async(std::launch::async, [&, n] {
            DrillKiosk kiosk{commands,
                             {Role::Kiosk, "kiosk-" + std::to_string(n)},
                             folder,
                             seed + static_cast<std::uint32_t>(n)};
            live(kiosk, settleOnly);
        }));
    if (options.flag("bar"))
        lives.push_back(std::async(std::launch::async, [&] {
            DrillBar bar{commands, {Role::Station, "bar-1"}, folder, seed};
            live(bar, settleOnly);
        }));
    // The first that fails ends them all: the drill sees that they are gone.
    for (bool running = true; running;) {
        running = false;
        for (auto& one : lives)
            if (one.valid()) {
                running = true;
                if (one.wait_for(5ms) == std::future_status::ready)
                    try {
                        one.get();
                    } catch (const std::exception& error) {
                        std::fprintf(stderr, "coffee_drill people: %s\n", error.what());
                        std::fflush(stderr);
                        std::_Exit(kDifferedExit);
                    }
            }
    }
    return 0;
}

} // namespace coffee::drill
