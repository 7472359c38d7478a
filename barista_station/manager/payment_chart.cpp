// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/payment_chart.h"

#include "barista_station/manager/chart_look.h"
#include "barista_station/manager/payment_words.h"

#include "shared/widgets/texts.h"
#include "shared/widgets/theme.h"

#include <QBarSet>
#include <QCategoryAxis>
#include <QChart>
#include <QEvent>
#include <QLegend>
#include <QLineSeries>
#include <QStackedBarSeries>
#include <QValueAxis>

#include <algorithm>

namespace coffee::station {

using namespace coffee::ui;

namespace {

constexpr double kHeightMm = 62.0;
constexpr double kLineMm = 0.8;
constexpr double kPointMm = 1.8;
/// Between two times below the plot.
constexpr int kLabelEvery = 10;
constexpr double kHalfBar = 0.5;

} // namespace

PaymentChart::PaymentChart(QWidget* parent) : QWidget{parent}, m_chart{makeChart(*this)}
{
    setObjectName(QStringLiteral("paymentChart"));
    const Theme& theme = themeOf(*this);
    m_chart->legend()->setAlignment(Qt::AlignTop);
    m_chart->legend()->setFont(theme.font(TextRole::Body));
    m_chart->legend()->setLabelBrush(theme.colours().ink);
    setFixedHeight(theme.px(kHeightMm));
    draw();
}

void PaymentChart::setHour(const PaymentHour& hour)
{
    if (hour == m_hour)
        return;
    m_hour = hour;
    draw();
}

void PaymentChart::draw()
{
    clearChart(*m_chart);
    QCategoryAxis* below = drawMinutes();
    drawBars(below);
    drawTimes(below);
    setAccessibleName(tr("지난 1시간의 카드 결제"));
    setAccessibleDescription(hourSpoken(m_hour));
}

QCategoryAxis* PaymentChart::drawMinutes()
{
    const Theme& theme = themeOf(*this);
    auto* below = new QCategoryAxis;
    below->setRange(-kHalfBar, static_cast<double>(PaymentHour::kMinutes) - kHalfBar);
    below->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    for (std::size_t place = 0; place < PaymentHour::kMinutes; ++place) {
        const ShopTime at = m_hour.from + std::chrono::minutes{static_cast<int>(place)};
        const QString words = ui::texts::timeOfDay(at);
        if (words.right(2).toInt() % kLabelEvery == 0)
            below->append(words, static_cast<double>(place));
    }
    below->setLabelsFont(theme.font(TextRole::Body));
    below->setLabelsBrush(theme.colours().inkSecond);
    below->setGridLineVisible(false);
    below->setLinePen(QPen{theme.colours().border});
    m_chart->addAxis(below, Qt::AlignBottom);
    return below;
}

void PaymentChart::drawBars(QCategoryAxis* below)
{
    const Theme& theme = themeOf(*this);
    const Colours& colours = theme.colours();
    auto* declined = new QBarSet{tr("거절 (건)")};
    declined->setBrush(QBrush{colours.warningInk, Qt::Dense4Pattern});
    declined->setPen(QPen{colours.warningInk});
    auto* failed = new QBarSet{tr("실패 (건)")};
    failed->setBrush(colours.danger);
    failed->setPen(QPen{colours.danger});
    double most = 0.0;
    for (const PaymentHour::Minute& minute : m_hour.minutes) {
        *declined << minute.declined;
        *failed << minute.failed;
        most = std::max(most, static_cast<double>(minute.declined + minute.failed));
    }
    auto* bars = new QStackedBarSeries;
    bars->append(failed);
    bars->append(declined);
    bars->setBarWidth(0.8);
    m_chart->addSeries(bars);
    QValueAxis* beside = valueAxis(*this, most);
    m_chart->addAxis(beside, Qt::AlignLeft);
    bars->attachAxis(below);
    bars->attachAxis(beside);
}

void PaymentChart::drawTimes(QCategoryAxis* below)
{
    const Theme& theme = themeOf(*this);
    const Colours& colours = theme.colours();
    auto* line = new QLineSeries;
    line->setName(tr("보통 응답 시간 (초)"));
    double most = 0.0;
    for (std::size_t place = 0; place < m_hour.minutes.size(); ++place) {
        const double seconds = static_cast<double>(m_hour.minutes[place].medianMs) / 1000.0;
        if (seconds <= 0.0)
            continue; // Nobody paid then.
        line->append(static_cast<double>(place), seconds);
        most = std::max(most, seconds);
    }
    QPen pen{colours.accent};
    pen.setWidthF(theme.metrics().exactPx(kLineMm));
    line->setPen(pen);
    line->setPointsVisible(true);
    line->setMarkerSize(theme.metrics().exactPx(kPointMm));
    m_chart->addSeries(line);
    QValueAxis* beside = valueAxis(*this, most);
    beside->setLabelsBrush(colours.accent);
    beside->setGridLineVisible(false);
    m_chart->addAxis(beside, Qt::AlignRight);
    line->attachAxis(below);
    line->attachAxis(beside);
}

void PaymentChart::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        draw();
    QWidget::changeEvent(event);
}

} // namespace coffee::station
