// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ctl/commands.h"
#include "payment_daemon/ctl/exporting.h"
#include "payment_daemon/ctl/keeping.h"

#include <exception>
#include <iostream>
#include <map>

namespace {

using coffee::Configuration;
using coffee::ProgramOptions;

ProgramOptions declaredOptions()
{
    ProgramOptions options{"coffeectl", "Looks into a running shop and checks its files."};
    options.command("status", {}, "What the payment daemon is doing, and which screens are up.")
        .command("orders", {}, "The newest orders.")
        .command("order", {"NUMBER"}, "Everything that happened to the order of this number.")
        .command("x", {}, "The books since the newest Z. Changes nothing.")
        .command("z", {"[NUMBER]"}, "The Z of this number as it was written, or the newest.")
        .command("close day", {}, "Writes the next Z now, not at 04:00. Asks for the shop PIN.")
        .command("verify", {"DB"},
                 "Recomputes a ledger from its events. For backups and stopped shops: a running "
                 "daemon's file is locked.")
        .command("backup", {"[DIR]"},
                 "A checked backup of the running shop, now: into DIR, or where the daemon's own "
                 "go. Asks for the shop PIN.")
        .command("restore", {"BACKUP", "DIR"},
                 "Puts a backup into the data folder of a stopped daemon, or of an empty machine.")
        .command("export", {"DIR"},
                 "Events and orders of the running shop, as CSV and JSON lines, into DIR.")
        .command(
            "setup export", {"SETTINGS", "LEDGER", "DIR"},
            "Copies the settings of the folder SETTINGS, its menu.toml and the PIN's hash of a "
            "backup or stopped shop into DIR.")
        .command("setup import", {"DIR", "SETTINGS", "DATA"},
                 "Opens a shop like that one: settings into SETTINGS, empty books into DATA.")
        .command("menu check", {"FILE"}, "Every mistake in a menu file.")
        .command("pin", {}, "Sets the shop PIN that staff cancel and refund with.");
    options
        .endpoint("commands", std::string{coffee::kCommandsEndpoint},
                  "Where the payment daemon takes commands.")
        .onlyFor({"status", "orders", "order", "x", "z", "close day", "pin", "backup", "export"});
    options.flag("json", "Answer in JSON instead of a table.")
        .onlyFor({"status", "orders", "order"});
    options.flag("csv", "Answer as a table for a spreadsheet (UTF-8 with BOM).")
        .onlyFor({"x", "z"});
    options
        .flag("over-newer", "Restore also when the ledger that is there is newer than the backup, "
                            "of another log, or cannot be read. Its files are kept.")
        .onlyFor({"restore"});
    options.flag("open", "Only orders that are not yet collected or cancelled.")
        .onlyFor({"orders"});
    options
        .integer("utc-offset-minutes", "MINUTES", 540, -720, 840,
                 "How far the shop's clock is ahead of UTC; Korea is 540.")
        .onlyFor({"status", "orders", "order", "x", "z", "export"});
    return options;
}

using Command = int (*)(const Configuration&);

const std::map<std::string, Command> kCommands{
    {"status", coffee::ctl::showStatus},
    {"orders", coffee::ctl::showOrders},
    {"order", coffee::ctl::showOrder},
    {"x", coffee::ctl::showX},
    {"z", coffee::ctl::showZ},
    {"close day", coffee::ctl::closeDay},
    {"verify", coffee::ctl::verifyDatabase},
    {"menu check", coffee::ctl::checkMenu},
    {"pin", coffee::ctl::setPin},
    {"backup", coffee::ctl::takeBackup},
    {"restore", coffee::ctl::restoreBackup},
    {"export", coffee::ctl::exportShop},
    {"setup export", coffee::ctl::exportSetup},
    {"setup import", coffee::ctl::importSetup},
};

} // namespace

int main(int argc, char* argv[])
{
    try {
        const auto configuration = declaredOptions().read(argc, argv);
        if (!configuration)
            return coffee::report(configuration.error());
        return kCommands.at(configuration->command())(*configuration);
    } catch (const std::exception& error) {
        std::cerr << "coffeectl: " << error.what() << '\n';
        return 1;
    }
}
