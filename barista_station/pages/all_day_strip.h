// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/model/all_day_counts.h"

#include <QWidget>

#include <map>
#include <vector>

class QBoxLayout;

namespace coffee::ui {
class Button;
class Label;
} // namespace coffee::ui

namespace coffee::station {

/// What is still to make over all tickets, most first. A row that is pressed marks its tickets;
/// pressed again it marks none. Rows are found as `allDay_<place>`, from 0.
class AllDayStrip final : public QWidget {
    Q_OBJECT

public:
    explicit AllDayStrip(QWidget* parent = nullptr);

    void setCounts(const std::vector<AllDayCount>& counts);

    /// It takes the height it is given; what does not fit scrolls.
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }
    [[nodiscard]] QSize sizeHint() const override { return minimumSizeHint(); }

Q_SIGNALS:
    /// The tickets to mark; empty when nothing is pressed.
    void highlightChanged(const std::vector<coffee::OrderId>& orders);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showRows();
    void showMoreRows();
    void press(std::size_t place);

    std::vector<AllDayCount> m_counts;
    QString m_pressed; ///< the key of the pressed row
    ui::Label* m_title;
    QBoxLayout* m_rows;
    std::vector<ui::Button*> m_buttons; ///< of the first rows; more when they are scrolled to
    std::size_t m_rowsMost{0};
};

} // namespace coffee::station
