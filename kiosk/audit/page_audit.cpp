// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/audit/page_audit.h"

#include "shared/widgets/accent.h"
#include "shared/widgets/sheet.h"

#include <QAbstractButton>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <map>

namespace coffee::kiosk {
namespace {

QWidget& rootOf(QWidget& window)
{
    QWidget* root = &window;
    for (ui::Sheet* sheet : window.findChildren<ui::Sheet*>())
        if (sheet->isOpen())
            root = sheet;
    return *root;
}

/// The colour that most of this part of the picture has: what a text stands on.
QColor groundOf(const QImage& picture, const QRect& part)
{
    std::map<QRgb, int> counts;
    for (int y = part.top(); y <= part.bottom(); ++y)
        for (int x = part.left(); x <= part.right(); ++x)
            ++counts[picture.pixel(x, y)];
    const auto most =
        std::max_element(counts.begin(), counts.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() ? QColor{} : QColor{most->first};
}

double distance(const QRect& a, const QRect& b)
{
    const int across = std::max({0, b.left() - a.right() - 1, a.left() - b.right() - 1});
    const int down = std::max({0, b.top() - a.bottom() - 1, a.top() - b.bottom() - 1});
    return std::hypot(across, down);
}

} // namespace

void Measures::take(const Measures& other)
{
    textMm = std::min(textMm, other.textMm);
    targetHighMm = std::min(targetHighMm, other.targetHighMm);
    targetWideMm = std::min(targetWideMm, other.targetWideMm);
    gapMm = std::min(gapMm, other.gapMm);
    contrast = std::min(contrast, other.contrast);
    partContrast = std::min(partContrast, other.partContrast);
    ringContrast = std::min(ringContrast, other.ringContrast);
    reachMm = std::max(reachMm, other.reachMm);
    texts += other.texts;
    targets += other.targets;
    parts += other.parts;
    rings += other.rings;
    focusStops += other.focusStops;
}

PageAudit::PageAudit(QWidget& window, const Thresholds& thresholds)
    : m_window{window},
      m_root{&rootOf(window)},
      m_thresholds{thresholds},
      m_theme{ui::themeOf(window)},
      m_picture{window.grab().toImage()}
{
}

void PageAudit::run()
{
    measureTexts();
    measureTargets();
    measureGaps();
    measureReach();
    measureParts();
    checkWhole();
    checkOverlaps();
    checkFirstSight();
    checkScrolling();
    checkNames();
    checkSpoken();
    walkFocus();
    walkArrows();
}

void PageAudit::complain(const QWidget& widget, const QString& what)
{
    QString name = widget.objectName();
    for (const QWidget* up = widget.parentWidget(); name.isEmpty() && up; up = up->parentWidget())
        if (!up->objectName().isEmpty())
            name = QStringLiteral("%1 in %2")
                       .arg(QLatin1StringView{widget.metaObject()->className()}, up->objectName());
    m_complaints.append(QStringLiteral("%1: %2").arg(name, what));
}

QList<QWidget*> PageAudit::visibleWidgets() const
{
    QList<QWidget*> seen;
    for (QWidget* widget : m_root->findChildren<QWidget*>())
        if (widget->isVisible() && !widget->size().isEmpty())
            seen.append(widget);
    return seen;
}

QRect PageAudit::seenPart(const QWidget& widget) const
{
    return widget.visibleRegion().boundingRect().translated(widget.mapTo(&m_window, QPoint{0, 0}));
}

QRect PageAudit::inWindow(const QWidget& widget, const QRectF& box) const
{
    return box.toAlignedRect().translated(widget.mapTo(&m_window, QPoint{0, 0}));
}

bool PageAudit::isSeen(QWidget& widget, const QRect& part) const
{
    // What is scrolled away or lies under a hint cannot be judged here; it is seen elsewhere.
    if (!seenPart(widget).contains(part) || !m_picture.rect().contains(part))
        return false;
    const QWidget* top = m_window.childAt(part.center());
    return !top || top == &widget || top->isAncestorOf(&widget) || widget.isAncestorOf(top);
}

const Drawing& PageAudit::drawing(QWidget& widget)
{
    const auto [entry, isNew] = m_drawings.try_emplace(&widget);
    if (isNew)
        entry->second = drawingOf(widget);
    return entry->second;
}

void PageAudit::measureTexts()
{
    const double pixels = m_theme.metrics().settings().pixelsPerMm;
    const double least = m_thresholds.textMm * m_theme.metrics().textFactor();
    for (QWidget* widget : visibleWidgets())
        for (const DrawnText& drawn : drawing(*widget).texts) {
            ++m_measures.texts;
            const double high =
                QFontMetricsF{drawn.font}.tightBoundingRect(QStringLiteral("가")).height();
            m_measures.textMm = std::min(m_measures.textMm, high / pixels);
            if (high + kRoundingPx < least * pixels)
                complain(*widget, QStringLiteral("\"%1\" is %2 mm high, less than %3")
                                      .arg(drawn.text)
                                      .arg(high / pixels, 0, 'f', 2)
                                      .arg(least, 0, 'f', 2));
            const double edge = std::max(1.0, high * kOverhang);
            const QRectF room = QRectF{widget->rect()}.adjusted(-edge, -edge, edge, edge);
            if (!room.contains(drawn.box))
                complain(*widget, QStringLiteral("\"%1\" is clipped").arg(drawn.text));
            measureContrast(*widget, drawn.box, drawn.ink, drawn.text);
        }
}

void PageAudit::measureContrast(QWidget& widget, const QRectF& box, const QColor& ink,
                                const QString& text)
{
    const QRect part = inWindow(widget, box);
    if (!isSeen(widget, part))
        return;
    // Around short words too: a bold 8 has more ink than ground in its own box.
    const int around = part.height() / 2;
    const QRect ground =
        part.adjusted(-around, -around, around, around) & seenPart(widget) & m_picture.rect();
    const double contrast = ui::contrastOf(ink, groundOf(m_picture, ground));
    m_measures.contrast = std::min(m_measures.contrast, contrast);
    const bool high = m_theme.palette() == ui::PaletteKind::HighContrast;
    const double least = high ? m_thresholds.textContrastHigh : m_thresholds.textContrast;
    if (contrast < least)
        complain(widget, QStringLiteral("\"%1\" has a contrast of %2:1, less than %3")
                             .arg(text)
                             .arg(contrast, 0, 'f', 2)
                             .arg(least, 0, 'f', 1));
}

void PageAudit::measureTargets()
{
    const double pixels = m_theme.metrics().settings().pixelsPerMm;
    for (auto* button : m_root->findChildren<QAbstractButton*>()) {
        if (!button->isVisible())
            continue;
        ++m_measures.targets;
        const double high = button->height() / pixels;
        const double wide = button->width() / pixels;
        m_measures.targetHighMm = std::min(m_measures.targetHighMm, high);
        m_measures.targetWideMm = std::min(m_measures.targetWideMm, wide);
        const double rounding = kRoundingPx / pixels;
        if (high + rounding < m_thresholds.targetHighMm ||
            wide + rounding < m_thresholds.targetWideMm)
            complain(*button, QStringLiteral("is %1 × %2 mm, less than %3 × %4")
                                  .arg(wide, 0, 'f', 1)
                                  .arg(high, 0, 'f', 1)
                                  .arg(m_thresholds.targetWideMm, 0, 'f', 1)
                                  .arg(m_thresholds.targetHighMm, 0, 'f', 1));
    }
}

void PageAudit::measureGaps()
{
    const double pixels = m_theme.metrics().settings().pixelsPerMm;
    std::vector<std::pair<QAbstractButton*, QRect>> targets;
    for (auto* button : m_root->findChildren<QAbstractButton*>())
        if (button->isVisible() && button->isEnabled() && !seenPart(*button).isEmpty())
            targets.emplace_back(button, seenPart(*button));
    for (std::size_t i = 0; i < targets.size(); ++i)
        for (std::size_t j = i + 1; j < targets.size(); ++j) {
            const double gap = distance(targets[i].second, targets[j].second);
            m_measures.gapMm = std::min(m_measures.gapMm, gap / pixels);
            if (gap + kRoundingPx < m_thresholds.gapMm * pixels)
                complain(*targets[i].first, QStringLiteral("is %1 mm from %2, less than %3")
                                                .arg(gap / pixels, 0, 'f', 1)
                                                .arg(targets[j].first->objectName())
                                                .arg(m_thresholds.gapMm, 0, 'f', 1));
        }
}

QStringList auditColours(const ui::Theme& theme, const Thresholds& thresholds)
{
    const ui::Colours& c = theme.colours();
    struct Pair {
        const char* name;
        QColor part;
        QColor ground;
    };
    const Pair pairs[] = {{"border on surface", c.border, c.surface},
                          {"border on canvas", c.border, c.canvas},
                          {"accent on surface", c.accent, c.surface},
                          {"accent on canvas", c.accent, c.canvas},
                          {"danger's words on danger", c.onDanger, c.danger},
                          {"focus on surface", c.focusOuter, c.surface},
                          {"focus on canvas", c.focusOuter, c.canvas}};
    QStringList complaints;
    for (const Pair& pair : pairs) {
        const double contrast = ui::contrastOf(pair.part, pair.ground);
        if (contrast < thresholds.partContrast)
            complaints.append(QStringLiteral("%1 has a contrast of %2:1, less than %3")
                                  .arg(QLatin1StringView{pair.name})
                                  .arg(contrast, 0, 'f', 2)
                                  .arg(thresholds.partContrast, 0, 'f', 1));
    }
    return complaints;
}

} // namespace coffee::kiosk
