// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/window_measurements.h"

#include <QApplication>
#include <QCommandLineParser>

#include <cstdio>
#include <exception>

namespace {

using namespace coffee::bench;

WindowFigures measured(const QString& what, const QString& program, const WindowOptions& options)
{
    if (what == QLatin1StringView{"station-change"})
        return stationChange(options);
    if (what == QLatin1StringView{"kiosk-tap"})
        return kioskTap(options);
    if (what == QLatin1StringView{"kiosk-look-up"})
        return kioskLookUp(options);
    if (what == QLatin1StringView{"station-join"})
        return stationJoin(options);
    if (what == QLatin1StringView{"station-catch-up"})
        return stationCatchUp(options);
    if (what == QLatin1StringView{"start"})
        return programStart(program, options);
    throw std::runtime_error{"no such measurement: " + what.toStdString()};
}

} // namespace

int main(int argc, char** argv)
{
    const auto begun = WindowClock::now();
    QApplication application{argc, argv};
    const QStringList arguments = QCoreApplication::arguments();
    // Before anything else, since what is measured here is the time since `main`.
    if (arguments.value(1) == QLatin1StringView{"empty-window"}) {
        std::printf("%s\n", emptyWindow(begun).json().c_str());
        return 0;
    }

    QCommandLineParser parser;
    const QCommandLineOption quick{QStringLiteral("quick"), QStringLiteral("Fewer samples.")};
    const QCommandLineOption folder{QStringLiteral("folder"), QStringLiteral("Scratch."),
                                    QStringLiteral("DIR"), QStringLiteral("/tmp")};
    parser.addOptions({quick, folder});
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("measurement"),
                                 QStringLiteral("station-change, kiosk-tap, kiosk-look-up, "
                                                "station-join, station-catch-up, start PROGRAM"));
    parser.process(application);
    const QStringList words = parser.positionalArguments();
    try {
        const WindowFigures figures =
            measured(words.value(0), words.value(1), {parser.isSet(quick), parser.value(folder)});
        std::printf("%s\n", figures.json().c_str());
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "coffee_bench_windows: %s\n", error.what());
        return 1;
    }
}
