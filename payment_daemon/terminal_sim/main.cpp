// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/terminal_sim/bank_json.h"
#include "payment_daemon/terminal_sim/card_terminal.h"
#include "payment_daemon/terminal_sim/http_server.h"
#include "payment_daemon/terminal_sim/stop_signals.h"
#include "payment_daemon/terminal_sim/terminal_face.h"
#include "payment_daemon/terminal_sim/terminal_glass.h"
#include "payment_daemon/terminal_sim/terminal_options.h"

#include <QCoreApplication>
#include <QTimer>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <system_error>

namespace {

using namespace coffee;
using namespace coffee::terminal;

constexpr const char* kBooks = "bank.db";

BankTime now()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

int wrong(const std::string& sentence)
{
    return report(wrongUse("terminal_sim", sentence));
}

int dump(std::filesystem::path file)
{
    if (std::filesystem::is_directory(file))
        file /= kBooks;
    if (!std::filesystem::exists(file))
        return wrong("--dump: " + file.string() + " does not exist");
    const BankLedger ledger{file.string()};
    std::fputs(ledgerLines(ledger).c_str(), stdout);
    return 0;
}

/// What the switches say about the time after the start.
void scheduleScript(CardTerminal& terminal, const TerminalOptions& options)
{
    if (options.deadAfter)
        QTimer::singleShot(*options.deadAfter, &terminal, [&terminal] {
            TerminalScript script = terminal.script();
            script.mode = TerminalMode::Dead;
            terminal.setScript(script);
        });
    if (options.recovery)
        QTimer::singleShot(options.recovery->after, &terminal,
                           [&terminal, latencyMs = options.recovery->latencyMs] {
                               TerminalScript script;
                               script.latencyMeanMs = latencyMs;
                               script.latencySigmaMs = 0;
                               script.cardMs = terminal.script().cardMs;
                               terminal.setScript(script);
                           });
}

int serve(TerminalGlass& glass, BankLedger& ledger, const TerminalOptions& options)
{
    QCoreApplication& application = glass.application();
    CardTerminal terminal{ledger, options.script, options.seed,
                          options.hasWindow ? CardHolder::Person : CardHolder::Script};
    terminal.setFallback(options.autoApprove);
    TerminalFace face{terminal};
    HttpServer server{[&face](HttpConnection& connection, const HttpCall& call) {
        face.answer(connection, call);
    }};
    if (!server.listen(QHostAddress{QString::fromStdString(options.address)}, options.port))
        return wrong("--listen: cannot listen on " + options.address + ":" +
                     std::to_string(options.port) + ": " + server.errorText());
    scheduleScript(terminal, options);

    StopSignals signals;
    QObject::connect(&signals, &StopSignals::stopAsked, &application, &QCoreApplication::quit);
    QObject::connect(
        &terminal, &CardTerminal::ledgerFailed, &application,
        [](const QString& why) {
            std::fprintf(stderr, "terminal_sim: the books cannot be written: %s\n",
                         why.toUtf8().constData());
            QCoreApplication::exit(1);
        },
        Qt::QueuedConnection);
    std::printf("terminal_sim ready on %s\n", server.url().c_str());
    std::fflush(stdout);
    glass.open(terminal);
    const int exitCode = application.exec();
    glass.close();
    return exitCode;
}

int run(int argc, char** argv)
{
    const auto read = readTerminalOptions(argc, argv);
    if (!read)
        return report(read.error());
    const TerminalOptions& options = *read;
    if (!options.dump.empty())
        return dump(options.dump);
    std::error_code failed;
    std::filesystem::create_directories(options.folder, failed);
    if (failed)
        return wrong("--data: cannot make " + options.folder.string() + ": " + failed.message());
    BankLedger ledger{(options.folder / kBooks).string()};
    ledger.cancelAllWaiting(now());
    StopSignals::block();
    int noArguments = 1;
    TerminalGlass glass{noArguments, argv, options};
    return serve(glass, ledger, options);
}

} // namespace

int main(int argc, char** argv)
{
    try {
        return run(argc, argv);
    } catch (const DatabaseError& error) {
        return wrong(error.what());
    }
}
