// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/report_chart.h"

#include "barista_station/manager/chart_look.h"

#include "shared/widgets/theme.h"

#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QChart>
#include <QHorizontalBarSeries>
#include <QValueAxis>

#include <algorithm>

namespace coffee::station {

using namespace coffee::ui;

namespace {

constexpr double kHeightMm = 62.0;
/// Of lying bars: what is around them, and each.
constexpr double kFrameMm = 28.0;
constexpr double kBarMm = 16.0;

} // namespace

ReportChart::ReportChart(Bars way, QWidget* parent)
    : QWidget{parent}, m_way{way}, m_chart{makeChart(*this)}
{
    const Theme& theme = themeOf(*this);
    m_chart->legend()->hide();
    m_chart->setTitleFont(theme.font(TextRole::BodyBold));
    m_chart->setTitleBrush(theme.colours().ink);
    setFixedHeight(theme.px(kHeightMm));
}

void ReportChart::setBars(const QString& title, const std::vector<Bar>& bars)
{
    const Theme& theme = themeOf(*this);
    const Colours& colours = theme.colours();
    clearChart(*m_chart);
    m_chart->setTitle(title);
    auto* set = new QBarSet{title};
    set->setBrush(colours.accent);
    set->setPen(Qt::NoPen);
    QStringList names;
    QStringList spoken;
    double most = 0.0;
    // A lying axis begins at its foot; the first name is to stand on top.
    std::vector<Bar> drawn = bars;
    if (m_way == Bars::Lying)
        std::reverse(drawn.begin(), drawn.end());
    for (const Bar& bar : drawn) {
        *set << bar.value;
        names << bar.name;
        spoken << QStringLiteral("%1 %2").arg(bar.name, bar.words);
        most = std::max(most, bar.value);
    }
    QAbstractBarSeries* series = nullptr;
    if (m_way == Bars::Upright)
        series = new QBarSeries;
    else
        series = new QHorizontalBarSeries;
    series->append(set);
    series->setBarWidth(0.7);
    m_chart->addSeries(series);
    auto* below = new QBarCategoryAxis;
    below->append(names);
    below->setLabelsFont(theme.font(TextRole::Body));
    below->setLabelsBrush(colours.inkSecond);
    below->setGridLineVisible(false);
    below->setLinePen(QPen{colours.border});
    QValueAxis* beside = valueAxis(*this, most);
    const bool upright = m_way == Bars::Upright;
    m_chart->addAxis(below, upright ? Qt::AlignBottom : Qt::AlignLeft);
    m_chart->addAxis(beside, upright ? Qt::AlignLeft : Qt::AlignBottom);
    if (!upright)
        setFixedHeight(theme.px(kFrameMm + kBarMm * static_cast<double>(bars.size())));
    series->attachAxis(below);
    series->attachAxis(beside);
    setAccessibleName(QStringLiteral("%1: %2").arg(title, spoken.join(QStringLiteral(", "))));
}

} // namespace coffee::station
