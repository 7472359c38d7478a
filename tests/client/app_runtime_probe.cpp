// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/client/app_runtime.h"

#include <QCoreApplication>
#include <QTimer>

#include <chrono>
#include <cstdio>
#include <thread>

/// The smallest program with a runtime, for tests of how programs start and end. With
/// `--hang` it does not come back from its event loop.
int main(int argc, char** argv)
{
    using namespace coffee;
    ProgramOptions options{"probe", "Starts and waits to be stopped."};
    addShopOptions(options, "probe-1");
    options.flag("hang", "Hang instead of waiting for events.");
    const auto read = options.read(argc, argv);
    if (!read)
        return report(read.error());
    int noArguments = 1;
    QCoreApplication application{noArguments, argv};
    const auto runtime = client::AppRuntime::start(*read, "probe", "test");
    if (!runtime)
        return report(runtime.error());
    std::printf("running in %s\n", qPrintable((*runtime)->folder()));
    std::fflush(stdout);
    if (read->flag("hang"))
        QTimer::singleShot(0, &application,
                           [] { std::this_thread::sleep_for(std::chrono::minutes{5}); });
    return QCoreApplication::exec();
}
