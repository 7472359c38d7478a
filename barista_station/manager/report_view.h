// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/model/ticket.h"

#include "shared/domain/day_report.h"

#include <QWidget>

#include <vector>

class QBoxLayout;

namespace coffee::station {

struct ReportTable;

/// One X or Z on paper that can be read: figures, plots and tables. Everything comes from the
/// report and nothing is reckoned here but shares of it.
class ReportView final : public QWidget {
    Q_OBJECT

public:
    explicit ReportView(Language language, QWidget* parent = nullptr);

    void setReport(const DayReport& report);

private:
    void addTiles(const DayReport& report);
    void addHours(const DayReport& report);
    void addItems(const DayReport& report);
    /// One row a line, the first cell to the left and the others to the right.
    void addTable(const ReportTable& table);

    Language m_language;
    QBoxLayout* m_column;
};

} // namespace coffee::station
