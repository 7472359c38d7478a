// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/audit/page_audit.h"

#include "shared/widgets/accent.h"
#include "shared/widgets/digit_pad.h"
#include "shared/widgets/toast.h"

#include <QAbstractButton>

#include <algorithm>
#include <map>

/// Whether what is no text is seen: the icons, marks, frames and edges that a control is known by,
/// and whether what is pressed is in reach.
namespace coffee::kiosk {
namespace {

/// Around a part is what stands so far from it, behind its smoothed edge.
constexpr int kAwayPx = 3;
/// Every so many pixels of that are looked at.
constexpr int kStepPx = 2;
/// A part that covers so much of its control's width and height is its plate.
constexpr double kPlateShare = 0.9;

bool isPlate(const DrawnPart& part, const QWidget& control)
{
    return !part.isPicture && part.box.width() >= kPlateShare * control.width() &&
           part.box.height() >= kPlateShare * control.height();
}

double contrastTo(const QColor& colour, const QColor& ground)
{
    return colour.isValid() ? ui::contrastOf(colour, ground) : 1.0;
}

double contrastOf(const DrawnPart& part, const QColor& ground)
{
    return std::max(contrastTo(part.line, ground), contrastTo(part.fill, ground));
}

} // namespace

QColor PageAudit::groundAround(const QRect& part) const
{
    const QRect ring = part.adjusted(-kAwayPx, -kAwayPx, kAwayPx, kAwayPx);
    std::map<QRgb, int> counts;
    const auto count = [&](int x, int y) {
        if (m_picture.rect().contains(x, y))
            ++counts[m_picture.pixel(x, y)];
    };
    for (int x = ring.left(); x <= ring.right(); x += kStepPx) {
        count(x, ring.top());
        count(x, ring.bottom());
    }
    for (int y = ring.top(); y <= ring.bottom(); y += kStepPx) {
        count(ring.left(), y);
        count(ring.right(), y);
    }
    const auto most =
        std::max_element(counts.begin(), counts.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() ? QColor{} : QColor{most->first};
}

void PageAudit::notePart(QWidget& widget, double contrast, const char* what)
{
    ++m_measures.parts;
    m_measures.partContrast = std::min(m_measures.partContrast, contrast);
    if (contrast < m_thresholds.partContrast)
        complain(widget, QStringLiteral("its %1 has a contrast of %2:1, less than %3")
                             .arg(QLatin1StringView{what})
                             .arg(contrast, 0, 'f', 2)
                             .arg(m_thresholds.partContrast, 0, 'f', 1));
}

bool PageAudit::isUnderAToast(const QRect& part) const
{
    const auto toasts = m_window.findChildren<ui::Toast*>();
    return std::any_of(toasts.begin(), toasts.end(), [&](const ui::Toast* toast) {
        return toast->isVisible() &&
               inWindow(*toast, QRectF{toast->rect()})
                   .intersects(part.adjusted(-kAwayPx, -kAwayPx, kAwayPx, kAwayPx));
    });
}

void PageAudit::measureMark(QWidget& control, const DrawnPart& mark, const char* what)
{
    const QRect part = inWindow(control, mark.box);
    if (!isSeen(control, part) || isUnderAToast(part))
        return;
    if (const QColor ground = groundAround(part); ground.isValid())
        notePart(control, contrastOf(mark, ground), what);
}

void PageAudit::measureControl(QWidget& control)
{
    const Drawing& drawn = drawing(control);
    const auto* button = qobject_cast<const QAbstractButton*>(&control);
    const auto plate =
        std::find_if(drawn.parts.begin(), drawn.parts.end(),
                     [&control](const DrawnPart& part) { return isPlate(part, control); });
    // A card is known by its picture and words; its hairline only divides.
    const bool isCard = plate != drawn.parts.end() && plate->line == m_theme.colours().hairline;
    if (plate != drawn.parts.end() && !isCard)
        measureMark(control, *plate, "edge");
    if (!button || !button->isCheckable())
        return;
    for (const DrawnPart& part : drawn.parts)
        if (!part.isPicture && !isPlate(part, control))
            measureMark(control, part, "mark");
}

void PageAudit::measureParts()
{
    for (QWidget* widget : visibleWidgets()) {
        if (!widget->isEnabled())
            continue; // what cannot be pressed may stand back, and says so in words
        for (const DrawnPart& part : drawing(*widget).parts)
            if (part.isPicture)
                measureMark(*widget, part, "icon");
        if (qobject_cast<QAbstractButton*>(widget))
            measureControl(*widget);
        if (qobject_cast<ui::DigitField*>(widget))
            for (const DrawnPart& part : drawing(*widget).parts)
                measureMark(*widget, part, "frame");
    }
}

Drawing PageAudit::drawingOfStop(QWidget& stop) const
{
    Drawing drawn = drawingOf(stop);
    if (qobject_cast<QAbstractButton*>(&stop))
        return drawn;
    // A pad's keys are shown where its digits go.
    for (auto* field : m_root->findChildren<ui::DigitField*>())
        if (field->isVisible())
            for (const DrawnPart& part : drawingOf(*field).parts)
                drawn.parts.push_back(part);
    return drawn;
}

void PageAudit::measureRing(QWidget& stop, const QRect& place, const Drawing& plain,
                            const Drawing& focused)
{
    const QColor ground = groundAround(place);
    if (!ground.isValid())
        return;
    double contrast = 1.0;
    for (const DrawnPart& one : focused.parts)
        if (std::find(plain.parts.begin(), plain.parts.end(), one) == plain.parts.end())
            contrast = std::max(contrast, contrastOf(one, ground));
    ++m_measures.rings;
    m_measures.ringContrast = std::min(m_measures.ringContrast, contrast);
    if (contrast < m_thresholds.partContrast)
        complain(stop, QStringLiteral("shows the focus with a contrast of %1:1, less than %2")
                           .arg(contrast, 0, 'f', 2)
                           .arg(m_thresholds.partContrast, 0, 'f', 1));
}

void PageAudit::measureReach()
{
    if (m_thresholds.reachMm <= 0.0)
        return;
    const double pixels = m_theme.metrics().settings().pixelsPerMm;
    for (auto* widget : m_window.findChildren<QWidget*>()) {
        const bool pressed = qobject_cast<QAbstractButton*>(widget) != nullptr ||
                             (widget->focusPolicy() & Qt::TabFocus) != 0;
        if (!pressed || !widget->isVisible() || !widget->isEnabled())
            continue;
        const QRect seen = seenPart(*widget) & m_window.rect();
        const QWidget* top = m_window.childAt(seen.center());
        if (seen.isEmpty() || !top || (top != widget && !widget->isAncestorOf(top)))
            continue; // it lies under a sheet
        const double high = (m_window.height() - seen.top()) / pixels;
        m_measures.reachMm = std::max(m_measures.reachMm, high);
        if (high > m_thresholds.reachMm + kRoundingPx / pixels)
            complain(*widget, QStringLiteral("reaches up to %1 mm, more than %2")
                                  .arg(high, 0, 'f', 1)
                                  .arg(m_thresholds.reachMm, 0, 'f', 1));
    }
}

} // namespace coffee::kiosk
