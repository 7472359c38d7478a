// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/pages/focus_map.h"

#include "shared/widgets/sheet.h"
#include "shared/widgets/theme.h"
#include "shared/widgets/touch_scroll_area.h"

#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <optional>

namespace coffee::kiosk {
namespace {

/// What lies aside counts this much more than what lies ahead.
constexpr int kAsideWeight = 3;
/// Of two that lie equally well, the one whose middle is nearer.
constexpr int kMiddleShare = 16;

bool isUpOrDown(Toward toward)
{
    return toward == Toward::Up || toward == Toward::Down;
}

/// Where a stop lies on the glass. One that has others within, such as a pad of keys, is taken by
/// its upper edge: its keys lie below.
QRect placeOf(const QWidget& widget, const QWidget& root, const QList<QWidget*>& stops)
{
    QRect place{widget.mapTo(&root, QPoint{0, 0}), widget.size()};
    const bool hasOthers = std::any_of(stops.begin(), stops.end(), [&widget](const QWidget* stop) {
        return widget.isAncestorOf(stop);
    });
    if (hasOthers)
        place.setHeight(1);
    return place;
}

/// Turned so that the way ahead is always down.
QRect turned(const QRect& place, Toward toward)
{
    switch (toward) {
    case Toward::Down:
        return place;
    case Toward::Up:
        return {place.left(), -place.bottom(), place.width(), place.height()};
    case Toward::Right:
        return {place.top(), place.left(), place.height(), place.width()};
    case Toward::Left:
        return {place.top(), -place.right(), place.height(), place.width()};
    }
    return place;
}

int gapBetween(int fromA, int toA, int fromB, int toB)
{
    return std::max({0, fromB - toA, fromA - toB});
}

/// How far the way from one to the other is; empty when it does not lie ahead.
std::optional<int> wayTo(const QRect& from, const QRect& to, Toward toward)
{
    const QRect a = turned(from, toward);
    const QRect b = turned(to, toward);
    const int half = std::min(a.height(), b.height()) / 2;
    if (b.top() < a.bottom() - half || b.center().y() <= a.center().y())
        return std::nullopt;
    const int aside = gapBetween(a.left(), a.right(), b.left(), b.right());
    if (!isUpOrDown(toward) && aside > 0)
        return std::nullopt; // left and right stay in the row
    return std::max(0, b.top() - a.bottom()) + kAsideWeight * aside +
           std::abs(a.center().x() - b.center().x()) / kMiddleShare;
}

QWidget* innerScroll(const QWidget& widget, const QWidget& root)
{
    for (QWidget* up = widget.parentWidget(); up && up != &root; up = up->parentWidget())
        if (qobject_cast<QScrollArea*>(up))
            return up;
    return nullptr;
}

/// The nearest of the stops within `area`; null when none lies ahead.
QWidget* nearestWithin(QWidget& area, QWidget& root, QWidget& from, Toward toward,
                       const QList<QWidget*>& stops)
{
    const QRect here = placeOf(from, root, stops);
    QWidget* nearest = nullptr;
    int least = std::numeric_limits<int>::max();
    for (QWidget* stop : stops) {
        if (stop == &from || (&area != &root && !area.isAncestorOf(stop)))
            continue;
        QRect place = placeOf(*stop, root, stops);
        // In a list that `from` is not in, only what is seen can be pointed at.
        const QWidget* list = innerScroll(*stop, root);
        if (list && !list->isAncestorOf(&from)) {
            const QRect seen = stop->visibleRegion().boundingRect();
            if (seen.isEmpty())
                continue;
            place &= seen.translated(stop->mapTo(&root, QPoint{0, 0}));
        }
        const auto way = wayTo(here, place, toward);
        if (way && *way < least) {
            least = *way;
            nearest = stop;
        }
    }
    return nearest;
}

QWidget* around(const QList<QWidget*>& stops, QWidget& from, Toward toward)
{
    const qsizetype count = stops.size();
    const qsizetype at = std::max<qsizetype>(0, stops.indexOf(&from));
    switch (toward) {
    case Toward::Right:
        return stops[(at + 1) % count];
    case Toward::Left:
        return stops[(at + count - 1) % count];
    case Toward::Down:
        return stops.first();
    case Toward::Up:
        return stops.last();
    }
    return stops.first();
}

/// The list around `from` that can still move that way, or the page's only text.
ui::TouchScrollArea* movableList(QWidget& root, const QWidget& from, Toward toward)
{
    ui::TouchScrollArea* found = nullptr;
    for (auto* list : root.findChildren<ui::TouchScrollArea*>()) {
        if (!list->isVisible())
            continue;
        const QScrollBar* bar = list->verticalScrollBar();
        const bool canMove =
            toward == Toward::Down ? bar->value() < bar->maximum() : bar->value() > bar->minimum();
        if (canMove && (!found || list->isAncestorOf(&from)))
            found = list;
    }
    return found;
}

} // namespace

QWidget& openRoot(QWidget& window)
{
    QWidget* root = &window;
    for (ui::Sheet* sheet : window.findChildren<ui::Sheet*>())
        if (sheet->isOpen())
            root = sheet; // the last one lies on top
    return *root;
}

bool isFocusStop(const QWidget& widget)
{
    return (widget.focusPolicy() & Qt::TabFocus) && widget.isEnabled() && widget.isVisible() &&
           !widget.focusProxy() && !widget.size().isEmpty();
}

QList<QWidget*> focusStops(QWidget& root)
{
    QList<QWidget*> stops;
    for (QWidget* next = root.nextInFocusChain(); next && next != &root;
         next = next->nextInFocusChain())
        if (root.isAncestorOf(next) && isFocusStop(*next))
            stops.append(next);
    return stops;
}

QWidget* stopToward(QWidget& root, QWidget& from, Toward toward)
{
    const QList<QWidget*> stops = focusStops(root);
    if (stops.isEmpty())
        return nullptr;
    for (QWidget* area = innerScroll(from, root); area; area = innerScroll(*area, root))
        if (QWidget* found = nearestWithin(*area, root, from, toward, stops))
            return found;
    if (QWidget* found = nearestWithin(root, root, from, toward, stops))
        return found;
    return around(stops, from, toward);
}

void bringIntoView(QWidget& widget)
{
    const int margin = ui::themeOf(widget).px(ui::Space::Large);
    for (QWidget* up = widget.parentWidget(); up; up = up->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(up); area && area->isAncestorOf(&widget))
            area->ensureWidgetVisible(&widget, margin, margin);
}

bool turnPageToward(QWidget& root, QWidget& from, Toward toward)
{
    if (!isUpOrDown(toward))
        return false;
    ui::TouchScrollArea* list = movableList(root, from, toward);
    if (!list)
        return false;
    const int page = list->viewport()->height();
    const QWidget* next = stopToward(root, from, toward);
    if (next && list->isAncestorOf(next) && next != &from) {
        const int top = next->mapTo(list->viewport(), QPoint{0, 0}).y();
        const int bottom = top + next->height();
        // It comes into view with the next step, or it lies back at the other end.
        if (toward == Toward::Down ? top >= 0 && bottom <= 2 * page
                                   : bottom <= page && top >= -page)
            return false;
    } else if (next && !list->isAncestorOf(&from)) {
        const QPoint here = from.mapTo(&root, QPoint{0, 0});
        const QPoint there = next->mapTo(&root, QPoint{0, 0});
        if (toward == Toward::Down ? there.y() > here.y() : there.y() < here.y())
            return false; // something lies that way
    }
    QScrollBar* bar = list->verticalScrollBar();
    const int step = std::max(1, page - ui::themeOf(root).metrics().targetPx());
    bar->setValue(bar->value() + (toward == Toward::Down ? step : -step));
    return true;
}

} // namespace coffee::kiosk
