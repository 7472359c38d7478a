// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/manager/payment_hour.h"

#include <QWidget>

class QChart;
class QCategoryAxis;

namespace coffee::station {

/// The card payments of the last hour by the minute: what was declined and what failed as bars, the
/// provider's usual time as a line. To a screen reader it is its figures in words. GUI thread.
class PaymentChart final : public QWidget {
    Q_OBJECT

public:
    explicit PaymentChart(QWidget* parent = nullptr);

    /// Draws anew only what is another hour than before.
    void setHour(const PaymentHour& hour);

protected:
    void changeEvent(QEvent* event) override;

private:
    void draw();
    void drawBars(QCategoryAxis* below);
    void drawTimes(QCategoryAxis* below);
    QCategoryAxis* drawMinutes();

    PaymentHour m_hour;
    QChart* m_chart;
};

} // namespace coffee::station
