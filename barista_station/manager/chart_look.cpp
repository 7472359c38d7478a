// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/chart_look.h"

#include "barista_station/manager/chart_steps.h"

#include "shared/widgets/theme.h"

#include <QBoxLayout>
#include <QChart>
#include <QChartView>
#include <QGraphicsLayout>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace coffee::station {

using namespace coffee::ui;

QChart* makeChart(QWidget& host)
{
    const Theme& theme = themeOf(host);
    auto* chart = new QChart;
    auto* view = new QChartView{chart, &host};
    view->setRenderHint(QPainter::Antialiasing);
    view->setFrameShape(QFrame::NoFrame);
    view->setBackgroundBrush(theme.colours().surface);
    view->setFocusPolicy(Qt::NoFocus);
    view->setAttribute(Qt::WA_TransparentForMouseEvents);
    chart->setBackgroundVisible(false);
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->setMargins({});
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    auto* column = new QVBoxLayout{&host};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(view);
    return chart;
}

void clearChart(QChart& chart)
{
    chart.removeAllSeries();
    for (QAbstractAxis* axis : chart.axes()) {
        chart.removeAxis(axis);
        delete axis;
    }
}

QValueAxis* valueAxis(const QWidget& host, double most)
{
    const Theme& theme = themeOf(host);
    auto* axis = new QValueAxis;
    const double step = chartStep(most);
    axis->setRange(0.0, step * std::max(1.0, std::ceil(most / step)));
    axis->setTickType(QValueAxis::TicksDynamic);
    axis->setTickInterval(step);
    axis->setLabelFormat(QStringLiteral("%.0f"));
    axis->setLabelsFont(theme.font(TextRole::Body));
    axis->setLabelsBrush(theme.colours().inkSecond);
    axis->setGridLinePen(QPen{theme.colours().hairline});
    axis->setLinePen(Qt::NoPen);
    return axis;
}

} // namespace coffee::station
