// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ctl/commands.h"

#include "payment_daemon/ctl/books.h"
#include "payment_daemon/ctl/daemon_line.h"
#include "payment_daemon/ctl/pin_prompt.h"
#include "payment_daemon/ctl/reports.h"
#include "payment_daemon/ctl/shop_words.h"
#include "payment_daemon/ledger/verify.h"
#include "shared/domain/report_csv.h"
#include "shared/files/menu_file.h"

#include <charconv>
#include <iostream>
#include <optional>
#include <utility>

namespace coffee::ctl {
namespace {

constexpr std::int32_t kOrdersShown = 50;

int failed(int exitCode, const std::string& sentence)
{
    std::cerr << "coffeectl: " << sentence << '\n';
    return exitCode;
}

int failed(const LineFailure& failure)
{
    return failed(failure.exitCode, failure.sentence);
}

std::chrono::minutes utcOffset(const Configuration& configuration)
{
    return std::chrono::minutes{configuration.integer("utc-offset-minutes")};
}

/// One question, answered as JSON as it is on the wire, or as a report for people.
template <class Body, class Report>
int ask(const Configuration& configuration, const protocol::RequestBody& question, Report report)
{
    DaemonLine line{configuration.text("commands")};
    const auto answer = line.ask<Body>(question);
    if (!answer)
        return failed(answer.error());
    if (configuration.flag("json"))
        std::cout << protocol::encodeBody(*answer) << '\n';
    else
        std::cout << report(*answer, utcOffset(configuration));
    return 0;
}

/// Fails with a sentence.
Result<std::string, std::string> newPin()
{
    auto pin = readSecretLine("New shop PIN (6 digits): ");
    if (!pin)
        return pin;
    if (!isPin(*pin))
        return Failure{std::string{"a shop PIN is six digits; nothing was changed"}};
    if (!atTerminal())
        return pin;
    const auto again = readSecretLine("The same once more: ");
    if (!again)
        return again;
    if (*again != *pin)
        return Failure{std::string{"the two PINs are not the same; nothing was changed"}};
    return pin;
}

/// A whole number of at least `least`, and nothing else.
std::optional<std::int64_t> numberIn(const std::string& text, std::int64_t least)
{
    std::int64_t number = 0;
    const char* end = text.data() + text.size();
    const auto [read, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{} || read != end || number < least)
        return std::nullopt;
    return number;
}

int printReport(const Configuration& configuration, const DayReport& report,
                const ReportTitle& title)
{
    std::cout << (configuration.flag("csv") ? reportCsv(report, title)
                                            : booksReport(report, title));
    return 0;
}

} // namespace

int showX(const Configuration& configuration)
{
    DaemonLine line{configuration.text("commands")};
    const auto report = readX(line, utcOffset(configuration));
    if (!report)
        return failed(report.error());
    return printReport(configuration, *report, {});
}

int showZ(const Configuration& configuration)
{
    protocol::ZGet question;
    if (!configuration.arguments().empty()) {
        const std::string& argument = configuration.arguments().front();
        const auto number = numberIn(argument, 1);
        if (!number)
            return failed(2,
                          '"' + argument + "\" is not the number of a Z; expected, for example, 1");
        question.number = *number;
    }
    DaemonLine line{configuration.text("commands")};
    const auto z = line.ask<protocol::ZAnswer>(question);
    if (!z)
        return failed(z.error());
    return printReport(configuration, z->report,
                       {z->number, timeText(z->at, utcOffset(configuration)), actorText(z->by)});
}

int closeDay(const Configuration& configuration)
{
    DaemonLine line{configuration.text("commands")};
    const auto newest = line.askIfThere<protocol::ZAnswer>(protocol::ZGet{0});
    if (!newest)
        return failed(newest.error());
    const auto pin = readSecretLine("Shop PIN: ");
    if (!pin)
        return failed(1, pin.error());
    if (!isPin(*pin))
        return failed(2, "a shop PIN is six digits; nothing was closed");
    protocol::DayClose question;
    question.op.value = randomKey();
    question.last = *newest ? (*newest)->number : 0;
    question.pin = *pin;
    const auto closed = line.ask<protocol::ClosedAnswer>(question);
    if (!closed)
        return failed(closed.error());
    std::cout << "Z " << closed->number << " is written: events " << closed->from << " to "
              << closed->to << ".\n";
    return 0;
}

int showStatus(const Configuration& configuration)
{
    return ask<protocol::StatusAnswer>(configuration, protocol::StatusGet{}, statusReport);
}

int showOrders(const Configuration& configuration)
{
    protocol::OrdersList question;
    question.openOnly = configuration.flag("open");
    question.limit = kOrdersShown;
    return ask<protocol::OrdersAnswer>(configuration, question, ordersReport);
}

int showOrder(const Configuration& configuration)
{
    const std::string& argument = configuration.arguments().front();
    protocol::OrderHistory question;
    const auto number = numberIn(argument, 1);
    if (!number || !std::in_range<std::int32_t>(*number))
        return failed(2, '"' + argument + "\" is not an order number; expected, for example, 101");
    question.number = static_cast<std::int32_t>(*number);
    return ask<protocol::HistoryAnswer>(configuration, question, historyReport);
}

int verifyDatabase(const Configuration& configuration)
{
    const std::string& file = configuration.arguments().front();
    const auto verdict = daemon::verifyLedger(file);
    if (!verdict)
        return failed(2, verdict.error());
    for (const daemon::LedgerDifference& difference : verdict->differences)
        std::cout << daemon::toText(difference) << '\n';
    if (verdict->differences.empty()) {
        std::cout << file << ": the tables agree with " << verdict->events << " events of "
                  << verdict->orders << " orders\n";
        return 0;
    }
    return failed(1, file + ": " + std::to_string(verdict->differences.size()) +
                         (verdict->differences.size() == 1 ? " difference" : " differences"));
}

int checkMenu(const Configuration& configuration)
{
    const std::string& file = configuration.arguments().front();
    const auto menu = loadMenu(file);
    if (!menu) {
        for (const MenuMistake& mistake : menu.error())
            std::cout << toText(mistake, file) << '\n';
        return failed(2, file + ": " + std::to_string(menu.error().size()) +
                             (menu.error().size() == 1 ? " mistake" : " mistakes"));
    }
    std::cout << file << ": good, " << menu->items.size() << " items in " << menu->categories.size()
              << " categories, version " << menu->version << '\n';
    return 0;
}

int setPin(const Configuration& configuration)
{
    DaemonLine line{configuration.text("commands")};
    const auto status = line.ask<protocol::StatusAnswer>(protocol::StatusGet{});
    if (!status)
        return failed(status.error());
    protocol::PinSet question;
    question.op.value = randomKey();
    if (status->pinSet) {
        const auto old = readSecretLine("Current shop PIN: ");
        if (!old)
            return failed(1, old.error());
        if (!isPin(*old))
            return failed(2, "a shop PIN is six digits; nothing was changed");
        question.oldPin = *old;
    }
    const auto pin = newPin();
    if (!pin)
        return failed(2, pin.error());
    question.newPin = *pin;
    const auto accepted = line.ask<protocol::Accepted>(question);
    if (!accepted)
        return failed(accepted.error());
    std::cout << (status->pinSet ? "The shop PIN was changed.\n" : "The shop PIN is set.\n");
    return 0;
}

} // namespace coffee::ctl
