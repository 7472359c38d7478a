// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/instructions.h"

#include "tests/bench/bench_daemon.h"
#include "tests/bench/kiosk_load.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <unistd.h>

namespace coffee::bench {
namespace {

namespace fs = std::filesystem;

constexpr int kFewOrders = 200;
constexpr int kManyOrders = 1'200;

/// Without it the daemon would only be said not to start.
void mustHaveValgrind()
{
    const char* path = std::getenv("PATH");
    std::istringstream folders{path ? path : ""};
    for (std::string folder; std::getline(folders, folder, ':');)
        if (::access((fs::path{folder} / "valgrind").c_str(), X_OK) == 0)
            return;
    throw std::runtime_error{"valgrind is not installed: apt-get install valgrind"};
}

/// What callgrind wrote at the end of the process; see its manual, "Callgrind Format".
double totalIn(const fs::path& profile)
{
    constexpr std::string_view kTotals = "totals: ";
    std::ifstream file{profile};
    for (std::string line; std::getline(file, line);)
        if (line.compare(0, kTotals.size(), kTotals) == 0)
            return std::strtod(line.c_str() + kTotals.size(), nullptr);
    throw std::runtime_error{profile.string() + " has no totals: callgrind did not count"};
}

double instructionsOf(const fs::path& bin, const fs::path& folder, int kiosks, int orders)
{
    const fs::path profile = folder / "callgrind.out";
    DaemonSettings settings{bin, folder / "shop"};
    settings.wrapper = {"valgrind", "--tool=callgrind", "--callgrind-out-file=" + profile.string()};
    {
        BenchDaemon daemon{settings};
        static_cast<void>(inChild([&] {
            PreparedOrders prepared = openQuotes(daemon.commands(), kiosks, kManyOrders);
            prepared.orders.resize(static_cast<std::size_t>(orders));
            return placeOrders(daemon.commands(), prepared, {});
        }));
        daemon.stop();
    }
    const double total = totalIn(profile);
    fs::remove(profile);
    fs::remove_all(settings.folder);
    return total;
}

} // namespace

double instructionsOfAnOrder(const fs::path& bin, const fs::path& folder, int kiosks)
{
    mustHaveValgrind();
    const double few = instructionsOf(bin, folder, kiosks, kFewOrders);
    const double many = instructionsOf(bin, folder, kiosks, kManyOrders);
    return (many - few) / (kManyOrders - kFewOrders);
}

std::string instructionsJson(int kiosks, double instructions)
{
    char line[160];
    std::snprintf(line, sizeof line,
                  R"({"name":"instructions an order, %s","value":%.0f,"unit":"instructions"})",
                  kiosks == 1 ? "one kiosk" : (std::to_string(kiosks) + " kiosks").c_str(),
                  instructions);
    return line;
}

} // namespace coffee::bench
