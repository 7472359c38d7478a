// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/pages/terminal_picture.h"

#include "shared/widgets/icon.h"
#include "shared/widgets/paint.h"
#include "shared/widgets/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace coffee::kiosk {

using ui::themeOf;

namespace {

// Everything is drawn on a field of 100 × 100 and scaled.
constexpr double kField = 100.0;
constexpr double kSideMm = 110.0;
constexpr double kSideLeastMm = 40.0;
constexpr QRectF kBody{26.0, 4.0, 48.0, 66.0};
constexpr QRectF kScreen{31.0, 10.0, 38.0, 24.0};
constexpr QRectF kSlot{32.0, 66.0, 36.0, 3.0};
constexpr double kCardWidth = 32.0;
constexpr double kCardLength = 26.0;
constexpr double kCardOutTop = 74.0; // the card's upper edge when it is out
constexpr double kCardInTop = 58.0;  // and when it is in

} // namespace

TerminalPicture::TerminalPicture(QWidget* parent) : QWidget{parent}
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void TerminalPicture::setPhase(PaymentPhase phase)
{
    m_phase = phase;
    update();
}

void TerminalPicture::setHeightMost(int pixels)
{
    if (pixels == m_heightMost)
        return;
    m_heightMost = pixels;
    updateGeometry();
    update();
}

QSize TerminalPicture::sizeHint() const
{
    const ui::Theme& theme = themeOf(*this);
    const int side =
        std::max(minimumSizeHint().height(), std::min(m_heightMost, theme.px(kSideMm)));
    return {side, side};
}

QSize TerminalPicture::minimumSizeHint() const
{
    const int side = themeOf(*this).px(kSideLeastMm);
    return {side, side};
}

void TerminalPicture::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    // The same size in every phase, whatever else the page has to say.
    const double side = std::min({width(), height(), sizeHint().width()});
    painter.translate((width() - side) / 2.0, (height() - side) / 2.0);
    painter.scale(side / kField, side / kField);
    painter.setPen(Qt::NoPen);
    painter.setBrush(themeOf(*this).colours().accentTint);
    painter.drawEllipse(QRectF{0.0, 0.0, kField, kField});

    switch (m_phase) {
    case PaymentPhase::Sending:
    case PaymentPhase::Checking:
        break;
    case PaymentPhase::WaitingCard:
        paintCard(painter, 0.0);
        break;
    case PaymentPhase::Reading:
    case PaymentPhase::Authorising:
        paintCard(painter, 1.0);
        break;
    case PaymentPhase::RemoveCard:
        paintCard(painter, 0.25);
        break;
    }
    paintTerminal(painter);
    if (m_phase == PaymentPhase::WaitingCard)
        paintArrow(painter, true);
    if (m_phase == PaymentPhase::RemoveCard)
        paintArrow(painter, false);
    paintScreen(painter);
}

void TerminalPicture::paintTerminal(QPainter& painter) const
{
    const ui::Colours& c = themeOf(*this).colours();
    ui::paintPlate(painter, kBody, 5.0, c.ink);
    ui::paintPlate(painter, kScreen, 2.0, c.surface);
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.inkSecond);
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 3; ++column)
            painter.drawRoundedRect(QRectF{33.5 + column * 12.0, 39.0 + row * 8.0, 9.0, 5.0}, 1.2,
                                    1.2);
    painter.setBrush(c.sunken);
    painter.drawRoundedRect(kSlot, 1.5, 1.5);
}

void TerminalPicture::paintCard(QPainter& painter, double inserted) const
{
    const ui::Colours& c = themeOf(*this).colours();
    const double top = kCardOutTop + (kCardInTop - kCardOutTop) * inserted;
    const QRectF card{(kField - kCardWidth) / 2.0, top, kCardWidth, kCardLength};
    ui::paintPlate(painter, card, 2.5, c.accent);
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.warningGround);
    painter.drawRoundedRect(QRectF{card.left() + 4.0, card.top() + 5.0, 7.0, 6.0}, 1.2, 1.2);
    painter.setBrush(c.onAccent);
    painter.drawRoundedRect(QRectF{card.left() + 4.0, card.bottom() - 5.5, 14.0, 1.6}, 0.8, 0.8);
}

void TerminalPicture::paintArrow(QPainter& painter, bool inwards) const
{
    const ui::Colours& c = themeOf(*this).colours();
    const double x = 84.0;
    const double from = inwards ? 94.0 : 70.0;
    const double to = inwards ? 72.0 : 92.0;
    const double wing = inwards ? 5.0 : -5.0;
    painter.setPen(QPen{c.accent, 3.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
    painter.setBrush(Qt::NoBrush);
    QPainterPath arrow;
    arrow.moveTo(x, from);
    arrow.lineTo(x, to);
    arrow.moveTo(x - 5.0, to + wing);
    arrow.lineTo(x, to);
    arrow.lineTo(x + 5.0, to + wing);
    painter.drawPath(arrow);
}

void TerminalPicture::paintScreen(QPainter& painter) const
{
    const ui::Colours& c = themeOf(*this).colours();
    const QRectF field{kScreen.center().x() - 8.0, kScreen.center().y() - 8.0, 16.0, 16.0};
    // Icons are drawn in the widget's own pixels, or they would be scaled up and blurred.
    const QRectF room = painter.transform().mapRect(field);
    painter.resetTransform();
    switch (m_phase) {
    case PaymentPhase::WaitingCard:
        ui::paintIcon(painter, ui::Icon::Card, room, c.accent);
        return;
    case PaymentPhase::RemoveCard:
        ui::paintIcon(painter, ui::Icon::Check, room, c.accent);
        return;
    case PaymentPhase::Sending:
    case PaymentPhase::Reading:
    case PaymentPhase::Authorising:
        ui::paintIcon(painter, ui::Icon::Clock, room, c.inkSecond);
        return;
    case PaymentPhase::Checking:
        ui::paintIcon(painter, ui::Icon::Search, room, c.inkSecond);
        return;
    }
}

} // namespace coffee::kiosk
