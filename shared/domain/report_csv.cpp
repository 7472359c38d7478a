// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/report_csv.h"

#include "shared/domain/words.h"

#include <array>
#include <chrono>
#include <string_view>

namespace coffee {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

std::string cell(std::string_view text)
{
    const bool isFormula =
        !text.empty() && std::string_view{"=+-@"}.find(text.front()) != std::string_view::npos;
    std::string quoted{"\""};
    if (isFormula)
        quoted += '\'';
    for (const char c : text) {
        if (c == '"')
            quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

class Table {
public:
    Table() : m_text{kByteOrderMark}
    {
        m_text += "section,id,name_ko,name_en,count,amount,count_back,amount_back\r\n";
    }

    void row(std::string_view section, std::string_view id, const LocalText& name,
             std::string_view count, std::string_view amount = {}, std::string_view countBack = {},
             std::string_view amountBack = {})
    {
        m_text += std::string{section} + ',' + cell(id) + ',' + cell(name.ko) + ',' + cell(name.en);
        for (const std::string_view number : {count, amount, countBack, amountBack})
            (m_text += ',') += number;
        m_text += "\r\n";
    }
    void fact(std::string_view id, const std::string& value)
    {
        row("report", id, {value, value}, {});
    }
    void count(std::string_view section, std::string_view id, std::int64_t count)
    {
        row(section, id, {}, std::to_string(count));
    }
    void tally(std::string_view section, std::string_view id, const Tally& tally)
    {
        row(section, id, {}, std::to_string(tally.count), won(tally.sum));
    }
    void part(std::string_view section, std::string_view id, const PartFigures& part)
    {
        row(section, id, {}, std::to_string(part.sales.count), won(part.sales.sum),
            std::to_string(part.refunds.count), won(part.refunds.sum));
    }
    void tax(std::string_view id, MoneySum sold, MoneySum back)
    {
        row("tax", id, {}, {}, won(sold), {}, won(back));
    }
    /// In seconds, rounded down.
    void times(std::string_view section, const TimeFigures& times)
    {
        count(section, "orders", times.count);
        count(section, "median_seconds", times.median.count() / 1000);
        count(section, "p90_seconds", times.p90.count() / 1000);
    }
    [[nodiscard]] static std::string won(MoneySum sum) { return std::to_string(sum.won()); }
    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    std::string m_text;
};

void addHead(Table& table, const DayReport& report, const ReportTitle& title)
{
    table.fact("kind", title.number != 0 ? "Z" : "X");
    if (title.number != 0) {
        table.count("report", "number", title.number);
        table.fact("written_at", title.writtenAt);
        table.fact("by", title.by);
    }
    table.fact("day", dateText(report.day));
    table.count("report", "from_event", report.from);
    table.count("report", "to_event", report.to);
    table.row("total", "sales", {}, std::to_string(report.sales.count),
              Table::won(report.sales.sum), std::to_string(report.refunds.count),
              Table::won(report.refunds.sum));
    table.row("total", "net", {}, {}, Table::won(report.net()));
    table.count("total", "units", report.units);
    table.tax("supply", report.sold.supply, report.repaid.supply);
    table.tax("vat", report.sold.vat, report.repaid.vat);
    table.tax("exempt", report.sold.exempt, report.repaid.exempt);
    table.tally("payments", "refunds_decided", report.refundsOpened);
    table.tally("payments", "declined", report.declined);
    table.tally("payments", "voided", report.voided);
    table.tally("payments", "discrepancies", report.discrepancies);
    if (report.kept.count > 0)
        table.tally("payments", "kept", report.kept);
}

void addTables(Table& table, const DayReport& report)
{
    for (const ItemFigures& item : report.items)
        table.row("item", item.item, item.name, std::to_string(item.units), Table::won(item.sales),
                  std::to_string(item.unitsRefunded), Table::won(item.refunded));
    for (const OptionFigures& option : report.options)
        table.row("option", option.group + '/' + option.choice, option.name,
                  std::to_string(option.count), Table::won(option.sales));
    for (const HourFigures& hour : report.hours)
        table.part("hour", std::to_string(hour.hour), hour.money);
    for (const ServiceFigures& service : report.services)
        table.part("service", word(service.service), service.money);
    for (const KioskFigures& kiosk : report.kiosks)
        table.part("kiosk", kiosk.kiosk, kiosk.money);
}

void addWork(Table& table, const DayReport& report)
{
    table.times("making", report.making);
    table.count("promise", "promised", report.promised);
    table.times("late", report.lateness);
    for (const RemakeFigures& remake : report.remakes)
        table.count("remake", remake.reason, remake.units);
    table.tally("waste", "units", report.wasted);
    for (const CancelFigures& cancel : report.cancels)
        table.row("cancel", word(cancel.by), {cancel.reason, cancel.reason},
                  std::to_string(cancel.orders.count), Table::won(cancel.orders.sum));
    for (const OpenOrder& order : report.open)
        table.row("open", std::to_string(order.number), {}, "1", std::to_string(order.total.won()));
}

} // namespace

std::string dateText(BusinessDay day)
{
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
    const auto padded = [](unsigned number) {
        return (number < 10 ? "-0" : "-") + std::to_string(number);
    };
    return std::to_string(static_cast<int>(date.year())) +
           padded(static_cast<unsigned>(date.month())) + padded(static_cast<unsigned>(date.day()));
}

std::string reportCsv(const DayReport& report, const ReportTitle& title)
{
    Table table;
    addHead(table, report, title);
    addTables(table, report);
    addWork(table, report);
    return table.take();
}

} // namespace coffee
