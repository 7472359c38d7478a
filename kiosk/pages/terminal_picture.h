// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/states.h"

#include <QWidget>

namespace coffee::kiosk {

/// A drawing of the card terminal and the card: in, being read, out again. Decoration; the words
/// beside it say the same.
class TerminalPicture final : public QWidget {
    Q_OBJECT

public:
    explicit TerminalPicture(QWidget* parent = nullptr);
    void setPhase(PaymentPhase phase);

    /// It asks for no more than this, whatever would be pleasing.
    void setHeightMost(int pixels);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintTerminal(QPainter& painter) const;
    void paintCard(QPainter& painter, double inserted) const;
    void paintArrow(QPainter& painter, bool inwards) const;
    void paintScreen(QPainter& painter) const;

    PaymentPhase m_phase{PaymentPhase::Sending};
    int m_heightMost{QWIDGETSIZE_MAX};
};

} // namespace coffee::kiosk
