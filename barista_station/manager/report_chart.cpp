// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/report_chart.h"

#include "barista_station/manager/chart_steps.h"

#include "shared/widgets/theme.h"

#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QBoxLayout>
#include <QChart>
#include <QChartView>
#include <QGraphicsLayout>
#include <QHorizontalBarSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace coffee::station {

using namespace coffee::ui;

namespace {

constexpr double kHeightMm = 62.0;
/// Of lying bars: what is around them, and each.
constexpr double kFrameMm = 28.0;
constexpr double kBarMm = 16.0;

} // namespace

ReportChart::ReportChart(Bars way, QWidget* parent)
    : QWidget{parent}, m_way{way}, m_chart{new QChart}
{
    const Theme& theme = themeOf(*this);
    auto* view = new QChartView{m_chart, this};
    view->setRenderHint(QPainter::Antialiasing);
    view->setFrameShape(QFrame::NoFrame);
    view->setBackgroundBrush(theme.colours().surface);
    view->setFocusPolicy(Qt::NoFocus); // There is nothing in it to press.
    view->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_chart->setBackgroundVisible(false);
    m_chart->legend()->hide();
    m_chart->setAnimationOptions(QChart::NoAnimation);
    m_chart->setMargins({});
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->setTitleFont(theme.font(TextRole::BodyBold));
    m_chart->setTitleBrush(theme.colours().ink);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(view);
    setFixedHeight(theme.px(kHeightMm));
}

void ReportChart::setBars(const QString& title, const std::vector<Bar>& bars)
{
    const Theme& theme = themeOf(*this);
    const Colours& colours = theme.colours();
    m_chart->removeAllSeries();
    for (QAbstractAxis* axis : m_chart->axes()) {
        m_chart->removeAxis(axis);
        delete axis;
    }
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
    auto* beside = new QValueAxis;
    const double step = chartStep(most);
    beside->setRange(0.0, step * std::max(1.0, std::ceil(most / step)));
    beside->setTickType(QValueAxis::TicksDynamic);
    beside->setTickInterval(step);
    beside->setLabelFormat(QStringLiteral("%.0f"));
    beside->setLabelsFont(theme.font(TextRole::Body));
    beside->setLabelsBrush(colours.inkSecond);
    beside->setGridLinePen(QPen{colours.hairline});
    beside->setLinePen(Qt::NoPen);
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
