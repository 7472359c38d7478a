// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/terminal_sim/terminal_options.h"

#include "payment_daemon/gateway/http_exchange.h"
#include "payment_daemon/terminal_sim/terminal_glass.h"

#include <cstdlib>
#include <limits>

namespace coffee::terminal {

namespace {

constexpr std::int64_t kSecondsMax = 24 * 60 * 60;
constexpr std::int64_t kPixelsMax = 32'000;

struct PercentOption {
    const char* name;
    std::int64_t TerminalScript::*value;
    const char* help;
};
constexpr std::array kPercentOptions{
    PercentOption{"decline-percent", &TerminalScript::declinePercent,
                  "How many charges the bank declines."},
    PercentOption{"silent-percent", &TerminalScript::silentPercent,
                  "How many charges are never answered; half of them take the money."},
    PercentOption{"busy-percent", &TerminalScript::busyPercent,
                  "How many charges are refused at once as busy."},
    PercentOption{"late-percent", &TerminalScript::latePercent,
                  "How many charges are never answered and land long afterwards."},
    PercentOption{"lost-answer-percent", &TerminalScript::lostAnswerPercent,
                  "How many charges take the money and cut the connection."},
    PercentOption{"wrong-amount-percent", &TerminalScript::wrongAmountPercent,
                  "How many charges take another amount than was asked."},
};

ProgramOptions declared()
{
    const TerminalScript plain;
    ProgramOptions options{"terminal_sim", "A simulated card terminal with a bank's books of its "
                                           "own. No real money is moved."};
    options.text("listen", "HOST:PORT", "127.0.0.1:7711",
                 "Where to listen, on this machine only; port 0 picks a free one.",
                 [](std::string_view text) -> Result<Done, std::string> {
                     const auto endpoint = daemon::HttpEndpoint::parse(text);
                     return endpoint ? Result<Done, std::string>{Done{}}
                                     : Failure{endpoint.error()};
                 });
    options.path("data", "DIR", "", "Where the books are kept, in DIR/terminal_sim.");
    options.path("dump", "DB", "", "Show the books of a stopped terminal as lines and end.");
    options.pair("latency-ms", "MEAN:SIGMA",
                 std::to_string(plain.latencyMeanMs) + ":" + std::to_string(plain.latencySigmaMs),
                 0, TerminalScript::kMsMax, "How long an authorisation takes.");
    options.integer("card-ms", "MS", plain.cardMs, 0, TerminalScript::kMsMax,
                    "How long the scripted customer looks for the card.");
    options.integer("late-ms", "MS", plain.lateMs, 0, TerminalScript::kMsMax,
                    "How long afterwards a late charge lands.");
    for (const PercentOption& percent : kPercentOptions)
        options.integer(percent.name, "N", 0, 0, 100, percent.help);
    options.integer("seed", "N", 1, 0, std::numeric_limits<std::int64_t>::max(),
                    "The same seed decides the same for the n-th charge.");
    options.pair("recover-at", "SECONDS:MS", "", 0, TerminalScript::kMsMax,
                 "After SECONDS every fault ends and an authorisation takes MS.");
    options.integer("dead-after", "SECONDS", 0, 0, kSecondsMax,
                    "After SECONDS every connection is closed without a word; 0 is never.");
    options.choice("window", {"auto", "on", "off"}, "auto",
                   "Whether a person holds the card; auto means if there is a display.");
    options.integer("auto-approve-ms", "MS", 0, 0, TerminalScript::kMsMax,
                    "With a window, present the card by itself after this long; 0 is never.");
    options.choice("lang", {"ko", "en"}, "ko", "The language of the window.");
    options.integer("height", "PIXELS", 0, 0, kPixelsMax,
                    "How high the window is; 0 is as high as it is drawn.");
    options.pair("at", "X:Y", "", 0, kPixelsMax,
                 "Where the window stands on the screen; without it the desktop chooses.");
    return options;
}

bool thereIsADisplay()
{
    const auto isSet = [](const char* name) {
        const char* value = std::getenv(name);
        return value && *value;
    };
    return isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
}

} // namespace

Result<TerminalOptions, EarlyExit> readTerminalOptions(int argc, const char* const* argv)
{
    const auto read = declared().read(argc, argv);
    if (!read)
        return Failure{read.error()};
    const Configuration& configuration = *read;
    TerminalOptions options;
    options.dump = configuration.path("dump");
    if (!configuration.isSet("data") && options.dump.empty())
        return Failure{wrongUse("terminal_sim", "--data is missing; expected --data DIR")};
    options.folder = configuration.path("data") / "terminal_sim";

    const auto endpoint = daemon::HttpEndpoint::parse(configuration.text("listen"));
    options.address = endpoint->address;
    options.port = endpoint->port;

    TerminalScript& script = options.script;
    std::tie(script.latencyMeanMs, script.latencySigmaMs) = configuration.pair("latency-ms");
    script.cardMs = configuration.integer("card-ms");
    script.lateMs = configuration.integer("late-ms");
    for (const PercentOption& percent : kPercentOptions)
        script.*percent.value = configuration.integer(percent.name);
    options.seed = static_cast<std::uint64_t>(configuration.integer("seed"));
    if (configuration.isSet("recover-at")) {
        const auto [seconds, latencyMs] = configuration.pair("recover-at");
        options.recovery = {std::chrono::seconds{seconds}, latencyMs};
    }
    if (configuration.integer("dead-after") > 0)
        options.deadAfter = std::chrono::seconds{configuration.integer("dead-after")};

    const std::string& window = configuration.text("window");
    if (window == "on" && !TerminalGlass::isBuilt())
        return Failure{wrongUse("terminal_sim", "--window on: this build has no windows")};
    options.hasWindow =
        window == "on" || (window == "auto" && TerminalGlass::isBuilt() && thereIsADisplay());
    options.autoApprove = std::chrono::milliseconds{configuration.integer("auto-approve-ms")};
    options.language = configuration.text("lang");
    options.heightPixels = static_cast<int>(configuration.integer("height"));
    if (configuration.isSet("at"))
        options.place = configuration.pair("at");
    return options;
}

} // namespace coffee::terminal
