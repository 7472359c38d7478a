// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/model/card_match.h"

#include <QWidget>

#include <array>

namespace coffee::ui {
class Button;
class Label;
} // namespace coffee::ui

namespace coffee::kiosk {

/// The outline of a bank card, as large as the match says.
class CardOutline final : public QWidget {
    Q_OBJECT

public:
    explicit CardOutline(QWidget* parent = nullptr);
    void setMatch(const CardMatch& match);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    CardMatch m_match;
};

/// Where an owner tells the machine how large its screen is: a card is held before the outline,
/// and the outline is made as large as the card. Left and Right by a pixel, Down and Up by ten,
/// Enter stores, Escape leaves everything as it was.
class MeasurePage final : public QWidget {
    Q_OBJECT

public:
    explicit MeasurePage(double pixelsPerMm, QWidget* parent = nullptr);

    [[nodiscard]] const CardMatch& match() const { return m_match; }

Q_SIGNALS:
    void stored(double pixelsPerMm);
    void left();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void connectKeys();
    void widen(int pixels);
    void refresh();

    CardMatch m_match;
    ui::Label* m_title;
    ui::Label* m_explanation;
    CardOutline* m_outline;
    ui::Label* m_figure;
    std::array<ui::Button*, 4> m_step{}; ///< −10, −1, +1, +10 pixels
    ui::Button* m_leave;
    ui::Button* m_store;
};

} // namespace coffee::kiosk
