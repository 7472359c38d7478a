// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/model/customer_basket.h"

#include <QWidget>

#include <map>
#include <optional>

class QBoxLayout;
class QVBoxLayout;

namespace coffee::ui {
class BasketRow;
class Button;
class EmptyState;
class Label;
class TouchScrollArea;
} // namespace coffee::ui

namespace coffee::kiosk {

/// The lines of the basket as rows that can be changed. Rows of lines that stay are kept, so that
/// nothing jumps under a finger.
class BasketRows final : public QWidget {
    Q_OBJECT

public:
    explicit BasketRows(CustomerBasket& basket, QWidget* parent = nullptr);
    void refresh();
    /// The line that was just changed says so, from the next `refresh` on.
    void setChanged(std::optional<LineId> line) { m_changed = line; }

Q_SIGNALS:
    void editClicked(coffee::kiosk::LineId line);

private:
    CustomerBasket& m_basket;
    QVBoxLayout* m_column;
    std::optional<LineId> m_changed;
    std::map<LineId, ui::BasketRow*> m_rows;
};

/// The basket beside or below the menu: always there, with count, total and lines. A bar below
/// (portrait) or a panel with every line at the side (landscape).
class BasketPanel final : public QWidget {
    Q_OBJECT

public:
    explicit BasketPanel(CustomerBasket& basket, QWidget* parent = nullptr);

    void refresh();
    void setBeside(bool beside);
    /// Its bar counts what is in it and names nothing.
    void setShort(bool isShort);

Q_SIGNALS:
    void reviewClicked();
    void editClicked(coffee::kiosk::LineId line);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void arrangeBar();

    CustomerBasket& m_basket;
    bool m_beside{false};
    bool m_isShort{false};
    ui::Label* m_title;
    ui::Label* m_lines;
    ui::EmptyState* m_empty;
    ui::TouchScrollArea* m_scroll;
    BasketRows* m_rows;
    QBoxLayout* m_bar;
    ui::Button* m_review;
};

} // namespace coffee::kiosk
