// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/drill/drills.h"

#ifdef COFFEE_DRILL_WINDOWS
#include <QApplication>
#else
#include <QCoreApplication>
#endif

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
#ifdef COFFEE_DRILL_WINDOWS
using Application = QApplication;
#else
using Application = QCoreApplication;
#endif
constexpr std::array kDrills{Drill{"bar", runBar},
                             Drill{"kill", runKillDrill},
                             Drill{"load", runLoadDrill},
                             Drill{"people", runPeople},
                             Drill{"power", runPowerDrill},
                             Drill{"rush", runRushDrill},
                             Drill{"station", runStationDrill}};

/// Nobody looks at the windows of a drill, unless somebody says so.
void showNothing()
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
}

void declareRush(ProgramOptions& options)
{
    options.integer("orders", "N", 300, 1, 5'000, "How many orders come.").onlyFor({"rush"});
    options.integer("minutes", "N", 60, 1, 600, "How long the rush is.").onlyFor({"rush"});
    options.integer("speed", "N", 20, 1, 60, "How many times faster it goes than time.")
        .onlyFor({"rush"});
    options
        .path("pictures", "DIR", "",
              "Where the picture of the fullest moment goes, and a quarter "
              "of its size.")
        .onlyFor({"rush"});
    options.path("place", "DIR", "", "The folder of the running shop.").onlyFor({"bar"});
}

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
    options.command("rush", {},
                    "A rush into the bar's real window; compares every screen and both books.");
    options.command(
        "station", {},
        "Kills the bar's real window while it is used; nothing may be lost or doubled.");
    options.command("bar", {}, "The station drill's window; it starts it by itself.");
    options.command("people", {}, "The kill drill's clients; it starts them by itself.");
    options.integer("count", "N", 100, 1, 10'000'000, "How often.")
        .onlyFor({"kill", "power", "station"});
    options.integer("seed", "N", 0, 0, kSeedMax, "Of every random choice; 0 picks one.")
        .onlyFor({"bar", "kill", "load", "people", "power", "rush", "station"});
    declareLoad(options);
    declareRush(options);
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

#ifndef COFFEE_DRILL_WINDOWS
int coffee::drill::runRushDrill(const Configuration&)
{
    return report(wrongUse("coffee_drill", "this build has no windows"));
}
int coffee::drill::runStationDrill(const Configuration& options)
{
    return runRushDrill(options);
}
int coffee::drill::runBar(const Configuration& options)
{
    return runRushDrill(options);
}
#endif

std::uint32_t coffee::drill::seedOf(const Configuration& options)
{
    auto seed = static_cast<std::uint32_t>(options.integer("seed"));
    while (seed == 0)
        seed = std::random_device{}() >> 1U;
    return seed;
}

int main(int argc, char** argv)
{
    showNothing();
    const Application application{argc, argv};
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
