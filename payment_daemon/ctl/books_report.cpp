// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ctl/reports.h"
#include "payment_daemon/ctl/shop_words.h"
#include "payment_daemon/ctl/text_table.h"
#include "shared/domain/words.h"

namespace coffee::ctl {
namespace {

std::string tallyText(const Tally& tally)
{
    return moneyText(tally.sum) + " (" + std::to_string(tally.count) + ')';
}

std::string taxText(MoneySum sold, MoneySum back)
{
    return moneyText(sold.minus(back)) +
           (back == MoneySum{} ? std::string{}
                               : " (" + moneyText(sold) + " sold, " + moneyText(back) + " back)");
}

std::string timesText(const TimeFigures& times)
{
    if (times.count == 0)
        return "-";
    return "median " + durationText(times.median) + ", 9 of 10 within " + durationText(times.p90);
}

std::string headText(const DayReport& report, const ReportTitle& title)
{
    FactList facts;
    if (title.number != 0)
        facts.add("Z", std::to_string(title.number) + " of " + dayText(report.day) + ", written " +
                           title.writtenAt + " by " + title.by);
    else
        facts.add("X", "the books since the newest Z; nothing is closed");
    facts.add("events", std::to_string(report.from) + " to " + std::to_string(report.to));
    facts.add("time", timeText(report.firstAt, report.utcOffset) + " to " +
                          timeText(report.lastAt, report.utcOffset));
    facts.add("sales", tallyText(report.sales) + ", " + std::to_string(report.units) + " units");
    facts.add("refunds", tallyText(report.refunds));
    facts.add("net", moneyText(report.net()));
    facts.add("supply value", taxText(report.sold.supply, report.repaid.supply));
    facts.add("VAT", taxText(report.sold.vat, report.repaid.vat));
    facts.add("exempt", taxText(report.sold.exempt, report.repaid.exempt));
    facts.add("refunds decided", tallyText(report.refundsOpened));
    facts.add("declined", tallyText(report.declined));
    facts.add("voided", tallyText(report.voided));
    facts.add("discrepancies", tallyText(report.discrepancies));
    if (report.kept.count > 0)
        facts.add("kept without an order", tallyText(report.kept));
    facts.add("making", timesText(report.making));
    facts.add("late", std::to_string(report.lateness.count) + " of " +
                          std::to_string(report.promised) + " promised, " +
                          timesText(report.lateness));
    facts.add("wasted units", tallyText(report.wasted));
    facts.add("still open", std::to_string(report.open.size()) + " orders");
    return facts.text();
}

void addPart(TextTable& table, const std::string& what, const std::string& name,
             const PartFigures& money)
{
    table.add({what, name, std::to_string(money.sales.count), moneyText(money.sales.sum),
               std::to_string(money.refunds.count), moneyText(money.refunds.sum)});
}

} // namespace

std::string booksReport(const DayReport& report, const ReportTitle& title)
{
    TextTable table{{{"OF"},
                     {"NAME"},
                     {"COUNT", Align::Right},
                     {"AMOUNT", Align::Right},
                     {"BACK", Align::Right},
                     {"AMOUNT BACK", Align::Right}}};
    for (const ItemFigures& item : report.items)
        table.add({"item", item.name.en, std::to_string(item.units), moneyText(item.sales),
                   std::to_string(item.unitsRefunded), moneyText(item.refunded)});
    for (const OptionFigures& option : report.options)
        table.add({"option", option.name.en, std::to_string(option.count), moneyText(option.sales),
                   "", ""});
    for (const HourFigures& hour : report.hours)
        addPart(table, "hour", std::to_string(hour.hour), hour.money);
    for (const ServiceFigures& service : report.services)
        addPart(table, "service", std::string{word(service.service)}, service.money);
    for (const KioskFigures& kiosk : report.kiosks)
        addPart(table, "kiosk", kiosk.kiosk, kiosk.money);
    for (const RemakeFigures& remake : report.remakes)
        table.add({"remake", remake.reason, std::to_string(remake.units), "", "", ""});
    for (const CancelFigures& cancel : report.cancels)
        table.add({"cancel by " + std::string{word(cancel.by)}, cancel.reason,
                   std::to_string(cancel.orders.count), moneyText(cancel.orders.sum), "", ""});
    for (const OpenOrder& order : report.open)
        table.add({"open", std::to_string(order.number), "1", moneyText(order.total), "", ""});
    return headText(report, title) + (table.empty() ? std::string{} : '\n' + table.text());
}

} // namespace coffee::ctl
