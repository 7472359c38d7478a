// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/report_view.h"

#include "barista_station/manager/report_chart.h"
#include "barista_station/manager/report_tables.h"
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

constexpr double kTileMm = 80.0;
/// Bars that can be told apart on a page.
constexpr std::size_t kBarsMost = 10;
constexpr double kThousand = 1000.0;

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
    for (const ReportTable& table : reportTables(report, m_language))
        addTable(table);
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
    for (const ItemFigures& item : items)
        if (bars.size() < kBarsMost)
            bars.push_back({inLanguage(item.name, m_language), static_cast<double>(item.units),
                            ui::texts::itemCount(static_cast<int>(item.units))});
    if (bars.size() < 2)
        return;
    auto* chart = new ReportChart{ReportChart::Bars::Lying, this};
    chart->setObjectName(QStringLiteral("itemsChart"));
    chart->setBars(tr("많이 나간 메뉴 (개)"), bars);
    m_column->addWidget(chart);
}

void ReportView::addTable(const ReportTable& table)
{
    auto* card = new Card{this};
    card->setPadding(Space::Small);
    card->setAccessibleName(table.title);
    card->body()->addWidget(new Label{table.title, TextRole::Button, card});
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
    if (!table.head.isEmpty())
        add(table.head, Ink::Second);
    for (const QStringList& row : table.rows)
        add(row, Ink::First);
    grid->setColumnStretch(0, 1);
    card->body()->addLayout(grid);
    m_column->addWidget(card);
}

} // namespace coffee::station
