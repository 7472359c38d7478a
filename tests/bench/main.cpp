// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/files/configuration.h"
#include "tests/bench/instructions.h"
#include "tests/bench/kiosk_load.h"
#include "tests/bench/made_shop.h"
#include "tests/bench/rounds.h"
#include "tests/bench/scratch.h"

#include <algorithm>
#include <cstdio>
#include <exception>
#include <iterator>

/// coffee_bench: how fast the suite is, against what this machine can do. See docs/performance.md.
namespace {

using namespace coffee;
using namespace coffee::bench;

constexpr const char* kProgram = "coffee_bench";
constexpr int kMissedExit = 1;
constexpr int kRounds = 5;
constexpr int kQuickRounds = 1;

ProgramOptions declaredOptions()
{
    ProgramOptions options{kProgram,
                           "Measures the suite and prints one JSON line for each row of the table "
                           "in docs/performance.md; exits 1 when one does not hold."};
    options.flag("quick", "Shorter rounds, for a look: under a minute.");
    options.integer("rounds", "N", 0, 0, 1'000, "Rounds; 0: 5 of them, or 1 when quick.");
    options.integer("target", "N", 0, 0, 99, "Only the rows of this number; 0: all.");
    options.path("folder", "DIR", "", "Where to measure; a folder of its own is made in it.");
    options.flag("instructions", "Measures no time: counts by valgrind the instructions that the "
                                 "daemon runs for an order.");
    options.path("make-shop", "DIR", "",
                 "Measures nothing: makes the data of a shop with a long "
                 "history in DIR, for payment_daemon --data DIR/daemon.");
    options.integer("orders", "N", 1'000'000, 1, 100'000'000,
                    "How many orders that shop had, or how many --place places.");
    options.text("place", "ENDPOINT", "",
                 "Only a load: places orders at the daemon that listens "
                 "there, for a profiler to watch.");
    options.integer("kiosks", "N", 64, 1, 1'000, "How many kiosks --place is.");
    return options;
}

std::vector<Row> rowsFor(std::int64_t target, bool quick)
{
    std::vector<Row> rows = daemonRows();
    std::vector<Row> windows = windowRows();
    std::move(windows.begin(), windows.end(), std::back_inserter(rows));
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row& one, const Row& other) { return one.target < other.target; });
    std::erase_if(rows, [target, quick](const Row& row) {
        return (target != 0 && row.target != target) || (quick && !row.quickToo);
    });
    return rows;
}

int measureAll(const Configuration& read)
{
    const bool quick = read.flag("quick");
    const std::vector<Row> rows = rowsFor(read.integer("target"), quick);
    if (rows.empty())
        return report(wrongUse(kProgram, read.origin("target") + ": there is no such row"));
    std::int64_t rounds = read.integer("rounds");
    if (rounds == 0)
        rounds = quick ? kQuickRounds : kRounds;
    const Scratch scratch{read.path("folder")};
    const auto all = runRounds(rows, static_cast<int>(rounds),
                               RoundOptions{quick, scratch.folder(), ownFolder()});
    int missed = 0;
    for (const Measured& measured : all) {
        std::printf("%s\n", measured.json().c_str());
        missed += measured.holds() ? 0 : 1;
    }
    return missed == 0 ? 0 : kMissedExit;
}

int countInstructions(const std::filesystem::path& folder)
{
    const Scratch scratch{folder};
    for (const int kiosks : {1, 64}) {
        const double counted = instructionsOfAnOrder(ownFolder(), scratch.folder(), kiosks);
        std::printf("%s\n", instructionsJson(kiosks, counted).c_str());
    }
    return 0;
}

int placeOnly(const std::string& commands, int kiosks, int orders)
{
    Figures figures = placeOrders(commands, openQuotes(commands, kiosks, orders), {});
    for (const auto& [name, value] : figures)
        std::printf("%s %g\n", name.c_str(), value);
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    const auto read = declaredOptions().read(argc, argv);
    if (!read)
        return report(read.error());
    try {
        if (const auto folder = read->path("make-shop"); !folder.empty()) {
            makeShop(folder, read->integer("orders"));
            return 0;
        }
        if (const std::string commands = read->text("place"); !commands.empty())
            return placeOnly(commands, static_cast<int>(read->integer("kiosks")),
                             static_cast<int>(read->integer("orders")));
        if (read->flag("instructions"))
            return countInstructions(read->path("folder"));
        return measureAll(*read);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "coffee_bench: %s\n", error.what());
        return kMissedExit;
    }
}
