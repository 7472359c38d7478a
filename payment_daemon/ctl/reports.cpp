// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ctl/reports.h"

#include "payment_daemon/ctl/shop_words.h"
#include "payment_daemon/ctl/text_table.h"
#include "shared/domain/words.h"

#include <algorithm>

namespace coffee::ctl {
namespace {

using namespace std::chrono_literals;

std::string sizeText(std::int64_t bytes)
{
    constexpr std::int64_t kKibi = 1024;
    if (bytes < kKibi)
        return std::to_string(bytes) + " B";
    if (bytes < kKibi * kKibi)
        return std::to_string(bytes / kKibi) + " KiB";
    return std::to_string(bytes / (kKibi * kKibi)) + " MiB";
}

std::string screensTable(const protocol::StatusAnswer& status)
{
    TextTable table{{{"SCREEN"},
                     {"STATE"},
                     {"EVENT", Align::Right},
                     {"BEHIND", Align::Right},
                     {"LAST HEARD", Align::Right},
                     {"VERSION"}}};
    for (const protocol::ScreenStatus& screen : status.screens)
        table.add(
            {actorText(screen.who), std::string{word(screen.state)}, std::to_string(screen.seq),
             std::to_string(std::max<Sequence>(0, status.head - screen.seq)),
             durationText(std::chrono::milliseconds{screen.silentMs}) + " ago", screen.version});
    return table.text();
}

std::string optionsText(const PricedLine& line)
{
    std::string text;
    for (const PricedOption& option : line.options)
        text += (text.empty() ? "" : ", ") + option.name.en +
                (option.count > 1 ? " x" + std::to_string(option.count) : std::string{});
    return text;
}

/// What was bought, as it was called and priced at that moment.
std::string linesTable(const PricedBasket& basket)
{
    TextTable table{{{"UNITS", Align::Right}, {"ITEM"}, {"OPTIONS"}, {"TOTAL", Align::Right}}};
    for (const PricedLine& line : basket.lines)
        table.add({std::to_string(line.units.size()), line.name.en, optionsText(line),
                   moneyText(line.total)});
    return table.text();
}

/// What customers can expect of card payments now.
std::string breakerText(const protocol::StatusAnswer& status, std::chrono::minutes utcOffset)
{
    const std::string state{word(status.breaker)};
    switch (status.breaker) {
    case BreakerState::Closed:
        return state + ": card payments work";
    case BreakerState::Open:
        return state + ": no card is asked for until " +
               timeText(fromMs(status.breakerUntilMs), utcOffset);
    case BreakerState::HalfOpen:
        return state + ": one card payment is tried at a time";
    }
    return state;
}

} // namespace

std::string statusReport(const protocol::StatusAnswer& status, std::chrono::minutes utcOffset)
{
    FactList facts;
    facts.add("daemon",
              status.version + ", up " + durationText(std::chrono::milliseconds{status.upMs}));
    facts.add("shop time", timeText(status.now, utcOffset));
    facts.add("payments",
              status.gateway + (status.simulated ? " (simulation: no real money is moved)" : ""));
    facts.add("charges", std::to_string(status.chargesRunning) + " running, " +
                             std::to_string(status.chargesWaiting) + " waiting");
    facts.add("payment breaker", breakerText(status, utcOffset));
    facts.add("orders", std::to_string(status.ordersQueued) + " queued, " +
                            std::to_string(status.ordersMaking) + " making, " +
                            std::to_string(status.ordersReady) + " ready");
    facts.add("wait told to customers", waitText(status.wait));
    facts.add("shop PIN", status.pinSet ? "set" : "not set: coffeectl pin sets it");
    facts.add("log", "epoch " + status.epoch + ", last event " + std::to_string(status.head));
    facts.add("database", sizeText(status.databaseBytes));
    std::string text = facts.text();
    text += '\n';
    text += status.screens.empty() ? "No screen has reported yet.\n" : screensTable(status);
    return text;
}

std::string ordersReport(const protocol::OrdersAnswer& orders, std::chrono::minutes utcOffset)
{
    if (orders.orders.empty())
        return "No orders.\n";
    TextTable table{{{"NUMBER", Align::Right},
                     {"STATE"},
                     {"UNITS", Align::Right},
                     {"TOTAL", Align::Right},
                     {"REFUNDED", Align::Right},
                     {"KIOSK"},
                     {"PAID AT"},
                     {"ORDER", Align::Right}}};
    for (const protocol::OrderSummary& order : orders.orders)
        table.add({std::to_string(order.number), std::string{word(order.state)},
                   std::to_string(order.units), moneyText(order.total),
                   order.refunded == Money{} ? "-" : moneyText(order.refunded), order.kiosk,
                   timeText(order.paidAt, utcOffset), std::to_string(order.order)});
    return table.text();
}

std::string historyReport(const protocol::HistoryAnswer& history, std::chrono::minutes utcOffset)
{
    const protocol::OrderSummary& order = history.order;
    FactList facts;
    facts.add("order", std::to_string(order.number) + " of " + dayText(order.day) + " (order id " +
                           std::to_string(order.order) + ')');
    facts.add("state", std::string{word(order.state)});
    facts.add("total", moneyText(order.total));
    facts.add("refunded", moneyText(order.refunded));
    facts.add("kiosk", order.kiosk);

    TextTable table{{{"EVENT", Align::Right}, {"TIME"}, {"BY"}, {"WHAT HAPPENED"}}};
    const PricedBasket* bought = nullptr;
    for (const Event& event : history.events) {
        if (const auto* paid = std::get_if<OrderPaid>(&event.body)) {
            bought = &paid->basket;
            if (!paid->basket.allergyNote.empty())
                facts.add("allergy note", paid->basket.allergyNote);
        }
        std::string what = eventText(event.body);
        if (event.at - event.occurredAt >= 1s)
            what += " (happened at " + timeText(event.occurredAt, utcOffset) + ')';
        table.add({std::to_string(event.seq), timeText(event.at, utcOffset), actorText(event.actor),
                   std::move(what)});
    }
    std::string text = facts.text() + '\n';
    if (bought)
        text += linesTable(*bought) + '\n';
    return text + table.text();
}

} // namespace coffee::ctl
