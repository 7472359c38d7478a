// SPDX-License-Identifier: GPL-3.0-or-later
// The drawing half of CoffeeStyle: what the standard controls look like.
#include "shared/widgets/coffee_style.h"

#include "shared/widgets/paint.h"

#include <QLineEdit>
#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace coffee::ui {

void CoffeeStyle::drawButton(const QStyleOption& option, QPainter& painter, ButtonKind kind) const
{
    const Colours& c = m_theme.colours();
    const bool enabled = option.state & State_Enabled;
    const bool pressed = enabled && (option.state & State_Sunken);
    const bool selected = option.state & State_On;
    const QRectF room{option.rect};
    const double radius = m_theme.px(mm::kRadiusControl);
    const double border = m_theme.metrics().exactPx(mm::kBorder);
    const double thick = m_theme.metrics().exactPx(mm::kBorderSelected);

    if (!enabled) {
        if (kind == ButtonKind::Quiet)
            return;
        paintPlate(painter, room, radius, c.sunken, selected ? c.border : QColor{}, border);
    } else if (kind == ButtonKind::Filled) {
        paintPlate(painter, room, radius, pressed ? c.accentPressed : c.accent);
    } else if (kind == ButtonKind::Danger) {
        // Its red is too dark to be seen by itself on black.
        const bool edged = m_theme.palette() == PaletteKind::HighContrast;
        paintPlate(painter, room, radius, pressed ? c.dangerPressed : c.danger,
                   edged ? c.border : QColor{}, border);
    } else if (selected) {
        paintPlate(painter, room, radius, pressed ? c.sunken : c.accentTint, c.accent, thick);
    } else if (kind == ButtonKind::Quiet) {
        if (pressed)
            paintPlate(painter, room, radius, c.accentTint);
    } else {
        paintPlate(painter, room, radius, pressed ? c.sunken : c.surface,
                   pressed ? c.ink : c.border, pressed ? thick : border);
    }
    if (option.state & State_HasFocus && option.state & State_KeyboardFocusChange)
        paintFocus(painter, room, radius, m_theme);
}

void CoffeeStyle::drawCheckMark(const QStyleOption& option, QPainter& painter, bool round) const
{
    const Colours& c = m_theme.colours();
    const double side = std::min(option.rect.width(), option.rect.height());
    QRectF room{0, 0, side, side};
    room.moveCenter(QRectF{option.rect}.center());
    const double radius = round ? side / 2.0 : m_theme.px(mm::kRadiusControl);
    const bool enabled = option.state & State_Enabled;
    if (option.state & State_On) {
        paintPlate(painter, room, radius, enabled ? c.accent : c.border);
        const double inset = side * 0.2;
        paintCheck(painter, room.adjusted(inset, inset, -inset, -inset),
                   enabled ? c.onAccent : c.surface);
    } else {
        paintPlate(painter, room, radius, enabled ? c.surface : c.sunken, c.border,
                   m_theme.metrics().exactPx(mm::kBorder));
    }
}

void CoffeeStyle::drawTab(const QStyleOptionTab& option, QPainter& painter) const
{
    const Colours& c = m_theme.colours();
    const bool selected = option.state & State_Selected;
    const QRectF room{option.rect};
    if (selected) {
        const double bar = m_theme.metrics().exactPx(mm::kBorderSelected);
        paintPlate(painter, room, m_theme.px(mm::kRadiusControl), c.accentTint);
        painter.fillRect(QRectF{room.left(), room.bottom() - bar, room.width(), bar}, c.accent);
    }
    if (option.state & State_HasFocus)
        paintFocus(painter, room, m_theme.px(mm::kRadiusControl), m_theme);
}

void CoffeeStyle::drawHeader(const QStyleOption& option, QPainter& painter) const
{
    const Colours& c = m_theme.colours();
    painter.fillRect(option.rect, c.sunken);
}

void CoffeeStyle::drawScrollBar(const QStyleOptionSlider& option, QPainter& painter,
                                const QWidget* widget) const
{
    if (option.maximum <= option.minimum)
        return;
    const Colours& c = m_theme.colours();
    const QRectF slider{proxy()->subControlRect(CC_ScrollBar, &option, SC_ScrollBarSlider, widget)};
    const double inset = m_theme.metrics().exactPx(mm::kBorder);
    paintPlate(painter, slider.adjusted(inset, inset, -inset, -inset), slider.width(), c.border);
}

QRect CoffeeStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                                  SubControl part, const QWidget* widget) const
{
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, part, widget);

    const bool lying = bar->orientation == Qt::Horizontal;
    const int length = lying ? bar->rect.width() : bar->rect.height();
    const int range = std::max(1, bar->maximum - bar->minimum);
    const int least = std::min(length, proxy()->pixelMetric(PM_ScrollBarSliderMin, bar, widget));
    const double share = static_cast<double>(bar->pageStep) / (range + bar->pageStep);
    const int slider = std::clamp(static_cast<int>(length * share), least, length);
    const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                              length - slider, bar->upsideDown);
    const auto along = [&](int from, int size) {
        return lying ? QRect{bar->rect.left() + from, bar->rect.top(), size, bar->rect.height()}
                     : QRect{bar->rect.left(), bar->rect.top() + from, bar->rect.width(), size};
    };
    switch (static_cast<int>(part)) {
    case SC_ScrollBarSlider:
        return along(start, slider);
    case SC_ScrollBarSubPage:
        return along(0, start);
    case SC_ScrollBarAddPage:
        return along(start + slider, length - start - slider);
    case SC_ScrollBarGroove:
        return bar->rect;
    default: // no arrows on a touch screen
        return {};
    }
}

void CoffeeStyle::drawFrame(const QStyleOption& option, QPainter& painter) const
{
    const Colours& c = m_theme.colours();
    const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(&option);
    if (frame && frame->lineWidth <= 0)
        return;
    const QRectF room{option.rect};
    const double radius = m_theme.px(mm::kRadiusControl);
    const bool enabled = option.state & State_Enabled;
    paintPlate(painter, room, radius, enabled ? c.surface : c.sunken, c.border,
               m_theme.metrics().exactPx(mm::kBorder));
    if (option.state & State_HasFocus)
        paintFocus(painter, room, radius, m_theme);
}

} // namespace coffee::ui
