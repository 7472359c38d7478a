// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/report_view.h"

#include "barista_station/manager/report_chart.h"
#include "barista_station/pages/station_texts.h"

#include "shared/widgets/card.h"
#include "shared/widgets/column_layout.h"
#include "shared/widgets/layouts.h"
#include "shared/widgets/stat_tile.h"
#include "shared/widgets/texts.h"

#include <QBoxLayout>
#include <QGridLayout>

#include <algorithm>
#include <vector>

namespace coffee::station {

using namespace coffee::ui;

namespace {

constexpr double kTileMm = 62.0;
/// Bars that can be told apart on a page.
constexpr std::size_t kBarsMost = 10;
constexpr double kThousand = 1000.0;

QString minutes(std::chrono::milliseconds time)
{
    return texts::duration(std::chrono::duration_cast<std::chrono::seconds>(time));
}

QString countWords(std::int64_t count)
{
    return ReportView::tr("%n건", nullptr, static_cast<int>(count));
}

QString tallyWords(const Tally& tally)
{
    return QStringLiteral("%1 · %2").arg(countWords(tally.count), texts::sum(tally.sum));
}

} // namespace

ReportView::ReportView(Language language, QWidget* parent)
    : QWidget{parent}, m_language{language}, m_column{new QVBoxLayout{this}}
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(themeOf(*this).px(Space::Small));
}

void ReportView::setReport(const DayReport& report)
{
    clearLayout(*m_column);
    addTiles(report);
    addHours(report);
    addItems(report);
    addParts(report);
    addMaking(report);
    addCancels(report);
    addOpen(report);
    m_column->addStretch(1);
}

void ReportView::addTiles(const DayReport& report)
{
    auto* host = new QWidget{this};
    auto* grid = new ColumnLayout{host};
    grid->setColumnLeast(themeOf(*this).px(kTileMm));
    const auto tile = [&](const char* name, Icon icon, const QString& title, const QString& value,
                          const QString& note) {
        auto* made = new StatTile{icon, title, host};
        made->setObjectName(QLatin1String{name});
        made->setValue(value, note);
        grid->addWidget(made);
    };
    tile("reportNet", Icon::Money, tr("순매출"), texts::sum(report.net()),
         tr("주문 %1 · 음료와 음식 %2개").arg(countWords(report.sales.count)).arg(report.units));
    tile("reportSales", Icon::Receipt, tr("매출"), texts::sum(report.sales.sum),
         tr("결제한 때 기준"));
    tile("reportRefunds", Icon::Refund, tr("환불"), texts::sum(report.refunds.sum),
         tr("%1 · 돌려준 때 기준").arg(countWords(report.refunds.count)));
    tile("reportVat", Icon::Receipt, tr("부가세"),
         texts::sum(report.sold.vat.minus(report.repaid.vat)),
         tr("공급가액 %1 · 면세 %2")
             .arg(texts::sum(report.sold.supply.minus(report.repaid.supply)),
                  texts::sum(report.sold.exempt.minus(report.repaid.exempt))));
    m_column->addWidget(host);
}

void ReportView::addHours(const DayReport& report)
{
    if (report.hours.empty())
        return;
    std::vector<ReportChart::Bar> bars;
    for (const HourFigures& hour : report.hours)
        bars.push_back({tr("%1시").arg(hour.hour),
                        static_cast<double>(hour.money.sales.sum.won()) / kThousand,
                        texts::sum(hour.money.sales.sum)});
    auto* chart = new ReportChart{ReportChart::Bars::Upright, this};
    chart->setObjectName(QStringLiteral("hoursChart"));
    chart->setBars(tr("시간별 매출 (천 원)"), bars);
    m_column->addWidget(chart);
}

void ReportView::addItems(const DayReport& report)
{
    std::vector<ItemFigures> items = report.items;
    std::stable_sort(
        items.begin(), items.end(),
        [](const ItemFigures& left, const ItemFigures& right) { return left.units > right.units; });
    std::vector<ReportChart::Bar> bars;
    std::vector<QStringList> rows;
    for (const ItemFigures& item : items) {
        const QString name = inLanguage(item.name, m_language);
        if (bars.size() < kBarsMost)
            bars.push_back({name, static_cast<double>(item.units),
                            ui::texts::itemCount(static_cast<int>(item.units))});
        rows.push_back({name, QString::number(item.units), texts::sum(item.sales),
                        item.unitsRefunded > 0 || item.refunded > MoneySum{}
                            ? texts::sum(item.refunded)
                            : QString{}});
    }
    if (bars.size() > 1) {
        auto* chart = new ReportChart{ReportChart::Bars::Lying, this};
        chart->setObjectName(QStringLiteral("itemsChart"));
        chart->setBars(tr("많이 나간 메뉴 (개)"), bars);
        m_column->addWidget(chart);
    }
    addTable(tr("메뉴별"), {tr("메뉴"), tr("개수"), tr("매출"), tr("환불")}, rows);
    rows.clear();
    for (const OptionFigures& option : report.options)
        rows.push_back({inLanguage(option.name, m_language), QString::number(option.count),
                        texts::sum(option.sales)});
    addTable(tr("옵션별"), {tr("옵션"), tr("개수"), tr("추가 금액")}, rows);
}

void ReportView::addParts(const DayReport& report)
{
    std::vector<QStringList> rows;
    for (const ServiceFigures& service : report.services)
        rows.push_back({ui::texts::service(service.service), tallyWords(service.money.sales),
                        tallyWords(service.money.refunds)});
    for (const KioskFigures& kiosk : report.kiosks)
        rows.push_back({texts::machine(Role::Kiosk, kiosk.kiosk), tallyWords(kiosk.money.sales),
                        tallyWords(kiosk.money.refunds)});
    addTable(tr("매장·포장과 주문기별"), {QString{}, tr("매출"), tr("환불")}, rows);
}

void ReportView::addMaking(const DayReport& report)
{
    std::vector<QStringList> rows;
    if (report.making.count > 0)
        rows.push_back(
            {tr("만든 시간 (가운데 값 · 열에 아홉)"),
             tr("%1 · %2").arg(minutes(report.making.median), minutes(report.making.p90))});
    if (report.promised > 0)
        rows.push_back({tr("약속보다 늦은 주문"), tr("%1건 / %2건 · 가운데 값 %3")
                                                      .arg(report.lateness.count)
                                                      .arg(report.promised)
                                                      .arg(minutes(report.lateness.median))});
    for (const RemakeFigures& remake : report.remakes)
        rows.push_back({tr("다시 만듦 · %1").arg(QString::fromStdString(remake.reason)),
                        ui::texts::itemCount(static_cast<int>(remake.units))});
    if (report.wasted.count > 0)
        rows.push_back({tr("버린 것"), tallyWords(report.wasted)});
    addTable(tr("만들기"), {}, rows);
}

void ReportView::addCancels(const DayReport& report)
{
    std::vector<QStringList> rows;
    for (const CancelFigures& cancel : report.cancels)
        rows.push_back({cancel.reason.empty() || cancel.by == CancelledBy::Customer
                            ? ui::texts::by(cancel.by)
                            : QStringLiteral("%1 · %2").arg(ui::texts::by(cancel.by),
                                                            QString::fromStdString(cancel.reason)),
                        tallyWords(cancel.orders)});
    if (report.declined.count > 0)
        rows.push_back({tr("거절된 결제"), tallyWords(report.declined)});
    if (report.voided.count > 0)
        rows.push_back({tr("되돌린 결제"), tallyWords(report.voided)});
    if (report.discrepancies.count > 0)
        rows.push_back({tr("사람이 확인할 결제와 환불"), tallyWords(report.discrepancies)});
    addTable(tr("취소와 결제"), {}, rows);
}

void ReportView::addOpen(const DayReport& report)
{
    std::vector<QStringList> rows;
    for (const OpenOrder& order : report.open)
        rows.push_back({ui::texts::orderNumber(order.number), ui::texts::money(order.total)});
    addTable(tr("다음 날로 넘어가는 주문"), {}, rows);
}

void ReportView::addTable(const QString& title, const QStringList& head,
                          const std::vector<QStringList>& rows)
{
    if (rows.empty())
        return;
    auto* card = new Card{this};
    card->setPadding(Space::Small);
    card->setAccessibleName(title);
    card->body()->addWidget(new Label{title, TextRole::Button, card});
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(themeOf(*this).px(Space::Medium));
    grid->setVerticalSpacing(themeOf(*this).px(Space::Tight));
    int line = 0;
    const auto add = [&](const QStringList& cells, Ink ink) {
        for (int cell = 0; cell < cells.size(); ++cell) {
            auto* label =
                new Label{cells[cell], cell == 0 ? TextRole::Body : TextRole::BodyBold, card};
            label->setInk(ink);
            if (cell > 0)
                label->setAlignment(Qt::AlignRight | Qt::AlignTop);
            grid->addWidget(label, line, cell);
        }
        ++line;
    };
    if (!head.isEmpty())
        add(head, Ink::Second);
    for (const QStringList& row : rows)
        add(row, Ink::First);
    grid->setColumnStretch(0, 1);
    card->body()->addLayout(grid);
    m_column->addWidget(card);
}

} // namespace coffee::station
