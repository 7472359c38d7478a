// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/report_tables.h"

#include "barista_station/pages/station_texts.h"

#include "shared/widgets/texts.h"

#include <QCoreApplication>

#include <algorithm>

namespace coffee::station {
namespace {

struct ReportTexts {
    Q_DECLARE_TR_FUNCTIONS(ReportTexts)
};

QString minutes(std::chrono::milliseconds time)
{
    return texts::duration(std::chrono::duration_cast<std::chrono::seconds>(time));
}

ReportTable itemsTable(const DayReport& report, Language language)
{
    ReportTable table{ReportTexts::tr("메뉴별"),
                      {ReportTexts::tr("메뉴"), ReportTexts::tr("개수"), ReportTexts::tr("매출"),
                       ReportTexts::tr("환불")},
                      {}};
    std::vector<ItemFigures> items = report.items;
    std::stable_sort(
        items.begin(), items.end(),
        [](const ItemFigures& left, const ItemFigures& right) { return left.units > right.units; });
    for (const ItemFigures& item : items)
        table.rows.push_back(
            {inLanguage(item.name, language), QString::number(item.units), texts::sum(item.sales),
             item.unitsRefunded > 0 || item.refunded > MoneySum{} ? texts::sum(item.refunded)
                                                                  : QString{}});
    return table;
}

ReportTable optionsTable(const DayReport& report, Language language)
{
    ReportTable table{
        ReportTexts::tr("옵션별"),
        {ReportTexts::tr("옵션"), ReportTexts::tr("개수"), ReportTexts::tr("추가 금액")},
        {}};
    for (const OptionFigures& option : report.options)
        table.rows.push_back({inLanguage(option.name, language), QString::number(option.count),
                              texts::sum(option.sales)});
    return table;
}

ReportTable partsTable(const DayReport& report)
{
    ReportTable table{ReportTexts::tr("매장·포장과 주문기별"),
                      {QString{}, ReportTexts::tr("매출"), ReportTexts::tr("환불")},
                      {}};
    for (const ServiceFigures& service : report.services)
        table.rows.push_back({ui::texts::service(service.service), tallyWords(service.money.sales),
                              tallyWords(service.money.refunds)});
    for (const KioskFigures& kiosk : report.kiosks)
        table.rows.push_back({texts::machine(Role::Kiosk, kiosk.kiosk),
                              tallyWords(kiosk.money.sales), tallyWords(kiosk.money.refunds)});
    return table;
}

ReportTable makingTable(const DayReport& report)
{
    ReportTable table{ReportTexts::tr("만들기"), {}, {}};
    if (report.making.count > 0)
        table.rows.push_back({ReportTexts::tr("만든 시간 (가운데 값 · 열에 아홉)"),
                              ReportTexts::tr("%1 · %2").arg(minutes(report.making.median),
                                                             minutes(report.making.p90))});
    if (report.promised > 0)
        table.rows.push_back(
            {ReportTexts::tr("약속보다 늦은 주문"), ReportTexts::tr("%1건 / %2건 · 가운데 값 %3")
                                                        .arg(report.lateness.count)
                                                        .arg(report.promised)
                                                        .arg(minutes(report.lateness.median))});
    for (const RemakeFigures& remake : report.remakes)
        table.rows.push_back(
            {ReportTexts::tr("다시 만듦 · %1").arg(QString::fromStdString(remake.reason)),
             ui::texts::itemCount(static_cast<int>(remake.units))});
    if (report.wasted.count > 0)
        table.rows.push_back({ReportTexts::tr("버린 것"), tallyWords(report.wasted)});
    return table;
}

ReportTable cancelsTable(const DayReport& report)
{
    ReportTable table{ReportTexts::tr("취소와 결제"), {}, {}};
    for (const CancelFigures& cancel : report.cancels)
        table.rows.push_back(
            {cancel.reason.empty() || cancel.by == CancelledBy::Customer
                 ? ui::texts::by(cancel.by)
                 : QStringLiteral("%1 · %2").arg(ui::texts::by(cancel.by),
                                                 QString::fromStdString(cancel.reason)),
             tallyWords(cancel.orders)});
    const auto add = [&table](const QString& what, const Tally& tally) {
        if (tally.count > 0)
            table.rows.push_back({what, tallyWords(tally)});
    };
    add(ReportTexts::tr("거절된 결제"), report.declined);
    add(ReportTexts::tr("되돌린 결제"), report.voided);
    add(ReportTexts::tr("사람이 확인할 결제와 환불"), report.discrepancies);
    add(ReportTexts::tr("주문 없이 받은 결제 (매출에 없음)"), report.kept);
    return table;
}

ReportTable openTable(const DayReport& report)
{
    ReportTable table{ReportTexts::tr("다음 날로 넘어가는 주문"), {}, {}};
    for (const OpenOrder& order : report.open)
        table.rows.push_back({ui::texts::orderNumber(order.number), ui::texts::money(order.total)});
    return table;
}

} // namespace

QString countWords(std::int64_t count)
{
    return ReportTexts::tr("%n건", nullptr, static_cast<int>(count));
}

QString tallyWords(const Tally& tally)
{
    return QStringLiteral("%1 · %2").arg(countWords(tally.count), texts::sum(tally.sum));
}

ReportTable reportTotals(const DayReport& report)
{
    const auto difference = [](MoneySum sold, MoneySum back) { return sold.minus(back); };
    return {
        ReportTexts::tr("합계"),
        {},
        {{ReportTexts::tr("매출"), tallyWords(report.sales)},
         {ReportTexts::tr("환불"), tallyWords(report.refunds)},
         {ReportTexts::tr("순매출"), texts::sum(report.net())},
         {ReportTexts::tr("공급가액"),
          texts::sum(difference(report.sold.supply, report.repaid.supply))},
         {ReportTexts::tr("부가세"), texts::sum(difference(report.sold.vat, report.repaid.vat))},
         {ReportTexts::tr("면세"),
          texts::sum(difference(report.sold.exempt, report.repaid.exempt))},
         {ReportTexts::tr("음료와 음식"), ui::texts::itemCount(static_cast<int>(report.units))}}};
}

ReportTable reportHours(const DayReport& report)
{
    ReportTable table{ReportTexts::tr("시간별"),
                      {ReportTexts::tr("시"), ReportTexts::tr("매출"), ReportTexts::tr("환불")},
                      {}};
    for (const HourFigures& hour : report.hours)
        table.rows.push_back({ReportTexts::tr("%1시").arg(hour.hour), tallyWords(hour.money.sales),
                              tallyWords(hour.money.refunds)});
    return table;
}

std::vector<ReportTable> reportTables(const DayReport& report, Language language)
{
    std::vector<ReportTable> tables;
    for (ReportTable& table : std::vector{
             itemsTable(report, language), optionsTable(report, language), partsTable(report),
             makingTable(report), cancelsTable(report), openTable(report)})
        if (!table.rows.empty())
            tables.push_back(std::move(table));
    return tables;
}

} // namespace coffee::station
