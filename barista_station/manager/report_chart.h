// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

class QChart;

namespace coffee::station {

/// Bars in the colours and letters of the look: what each stands for, and how much. What a chart
/// shows also stands in a table beside it; to a screen reader it is its title and its figures.
class ReportChart final : public QWidget {
    Q_OBJECT

public:
    struct Bar {
        QString name;
        double value{0.0};
        QString words; ///< the value for a person
    };

    /// Upright for what has an order (hours); lying for names, which then have room.
    enum class Bars { Upright, Lying };

    explicit ReportChart(Bars way, QWidget* parent = nullptr);

    void setBars(const QString& title, const std::vector<Bar>& bars);

private:
    Bars m_way;
    QChart* m_chart;
};

} // namespace coffee::station
