// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/drill/drills.h"

#include <QCoreApplication>

#include <array>
#include <cstdio>
#include <exception>
#include <limits>
#include <random>

namespace {

using namespace coffee;
using namespace coffee::drill;

constexpr std::int64_t kSeedMax = std::numeric_limits<std::int32_t>::max();

struct Drill {
    const char* name;
    int (*run)(const Configuration&);
};
constexpr std::array kDrills{Drill{"kill", runKillDrill}, Drill{"load", runLoadDrill},
                             Drill{"people", runPeople}, Drill{"power", runPowerDrill}};

void declareLoad(ProgramOptions& options)
{
    options.integer("customers", "N", 100, 1, 400, "How many buy at once.").onlyFor({"load"});
    options.integer("seconds", "N", 120, 12, 86'400, "For how long.").onlyFor({"load"});
    options
        .pair("gateway-ms", "MEAN:SIGMA", "800:220", 0, 60'000, "How long an authorisation takes.")
        .onlyFor({"load"});
    options
        .choice("scenario", {"recover", "hang", "decline", "dead"}, "recover",
                "What happens to the provider: it gets quick after half of the time; also hangs or "
                "is dead for a quarter of it before; declines half.")
        .onlyFor({"load"});
    options
        .integer("breaker-slow-ms", "MS", 0, 0, 60'000,
                 "The daemon's switch; 0 is 610, and 3000 for hang and dead.")
        .onlyFor({"load"});
}

ProgramOptions declaredOptions()
{
    ProgramOptions options{"coffee_drill", "Breaks a shop on purpose and compares what is left of "
                                           "it with what it promised."};
    options.command("kill", {},
                    "Kills the daemon and its clients under load; compares shop and bank.");
    options.command("load", {},
                    "Many customers at once while the provider is slow or ill; takes the times.");
    options.command("power", {},
                    "Cuts the power at any point of a ledger's life; compares what it recovers.");
    options.command("people", {}, "The kill drill's clients; it starts them by itself.");
    options.integer("count", "N", 100, 1, 10'000'000, "How often.").onlyFor({"kill", "power"});
    options.integer("seed", "N", 0, 0, kSeedMax, "Of every random choice; 0 picks one.")
        .onlyFor({"kill", "load", "people", "power"});
    declareLoad(options);
    options.integer("shops", "N", 4, 1, 64, "How many shops stand side by side.").onlyFor({"kill"});
    options.flag("lying-disk", "The disk forgets its syncs: shows that the drill would find it.")
        .onlyFor({"power"});
    options.text("commands", "ENDPOINT", "", "Where the daemon is asked.").onlyFor({"people"});
    options.path("journals", "DIR", "", "Where the clients keep their journals.")
        .onlyFor({"people"});
    options.integer("kiosks", "N", 0, 0, 100, "How many kiosks.").onlyFor({"people"});
    options.flag("bar", "With a barista's station.").onlyFor({"people"});
    options.flag("settle", "Only bring to its end what the journals left open.")
        .onlyFor({"people"});
    return options;
}

} // namespace

std::uint32_t coffee::drill::seedOf(const Configuration& options)
{
    auto seed = static_cast<std::uint32_t>(options.integer("seed"));
    while (seed == 0)
        seed = std::random_device{}() >> 1U;
    return seed;
}

int main(int argc, char** argv)
{
    const QCoreApplication application{argc, argv};
    const auto read = declaredOptions().read(argc, argv);
    if (!read)
        return report(read.error());
    try {
        for (const Drill& drill : kDrills)
            if (read->command() == drill.name)
                return drill.run(*read);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "coffee_drill: %s\n", error.what());
        return kDifferedExit;
    }
    return report(wrongUse("coffee_drill", "which drill? See --help"));
}
