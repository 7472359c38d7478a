// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/options.h"
#include "tests/sim/runner.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <cstdio>

int main(int argc, char* argv[])
{
    using namespace coffee::sim;
    const auto options = readOptions(argc, argv);
    if (!options) {
        std::fputs(usage(), stderr);
        return 2;
    }
    auto* timers = new SimDispatcher;
    QCoreApplication::setEventDispatcher(timers); // which owns it from here
    int noArguments = 1;
    const QCoreApplication application{noArguments, argv};
    QLoggingCategory::setFilterRules(QStringLiteral("*=false"));
    return run(*options, *timers);
}
