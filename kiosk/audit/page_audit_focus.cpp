// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/audit/page_audit.h"

#include "kiosk/pages/focus_map.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>

#include <map>
#include <set>

/// Whether everything has a name and is reached by keys.
namespace coffee::kiosk {
namespace {

QString spokenName(QWidget& widget)
{
    const QAccessibleInterface* face = QAccessible::queryAccessibleInterface(&widget);
    return face ? face->text(QAccessible::Name) : QString{};
}

bool isStop(const QWidget& widget)
{
    return (widget.focusPolicy() & Qt::TabFocus) && widget.isEnabled() && widget.isVisible() &&
           !widget.focusProxy();
}

} // namespace

void PageAudit::checkNames()
{
    for (QWidget* widget : visibleWidgets()) {
        const bool pressed = qobject_cast<QAbstractButton*>(widget) != nullptr;
        if (!pressed && !isStop(*widget))
            continue;
        if (spokenName(*widget).trimmed().isEmpty())
            complain(*widget, QStringLiteral("says no name to a screen reader"));
        if (widget->objectName().isEmpty())
            complain(*widget, QStringLiteral("has no object name"));
    }
}

void PageAudit::checkSpoken()
{
    for (QWidget* widget : visibleWidgets()) {
        if (drawing(*widget).texts.empty())
            continue;
        bool isNamed = false;
        for (QWidget* up = widget; up && !isNamed; up = up->parentWidget())
            isNamed = (up == widget || qobject_cast<QAbstractButton*>(up)) &&
                      !spokenName(*up).trimmed().isEmpty();
        if (!isNamed)
            complain(*widget, QStringLiteral("says nothing of \"%1\" to a screen reader")
                                  .arg(drawing(*widget).texts.front().text));
    }
}

void PageAudit::walkFocus()
{
    QList<QWidget*> stops;
    for (QWidget* widget : visibleWidgets())
        if (isStop(*widget))
            stops.append(widget);
    m_measures.focusStops += static_cast<int>(stops.size());
    if (stops.isEmpty())
        return;
    m_window.activateWindow();
    stops.first()->setFocus(Qt::TabFocusReason);
    m_window.setAttribute(Qt::WA_KeyboardFocusChange); // whoever uses keys sees where the focus is
    // Where each stood when the picture was taken: the page scrolls to what has the focus.
    std::map<QWidget*, QRect> places;
    for (QWidget* stop : stops)
        if (const QRect place = inWindow(*stop, QRectF{stop->rect()}); isSeen(*stop, place))
            places[stop] = place;
    QList<QWidget*> reached{stops.first()};
    // Once around, and as often again for what stands before the first.
    for (qsizetype step = 0; step < 2 * stops.size() + 2; ++step) {
        QWidget* now = m_window.focusWidget();
        if (!now)
            break;
        QKeyEvent down{QEvent::KeyPress, Qt::Key_Tab, Qt::NoModifier};
        const auto place = places.find(now);
        const Drawing focused = place != places.end() ? drawingOfStop(*now) : Drawing{};
        QApplication::sendEvent(now, &down);
        QWidget* next = m_window.focusWidget();
        if (place != places.end() && next != now) {
            measureRing(*now, place->second, drawingOfStop(*now), focused);
            places.erase(place);
        }
        if (next == now && stops.size() > 1) {
            complain(*now, QStringLiteral("keeps the focus: Tab does not leave it"));
            return;
        }
        if (next && !reached.contains(next))
            reached.append(next);
    }
    for (QWidget* stop : stops)
        if (!reached.contains(stop) && !stop->hasFocus())
            complain(*stop, QStringLiteral("is never reached with Tab"));
}

void PageAudit::walkArrows()
{
    using Edges = std::map<QWidget*, std::set<QWidget*>>;
    const QList<QWidget*> stops = focusStops(*m_root);
    if (stops.isEmpty())
        return;
    Edges onward;
    Edges back;
    for (QWidget* from : stops)
        for (const Toward toward : {Toward::Left, Toward::Right, Toward::Up, Toward::Down})
            if (QWidget* to = stopToward(*m_root, *from, toward)) {
                onward[from].insert(to);
                back[to].insert(from);
            }
    const auto reachedBy = [&stops](Edges& edges) {
        std::set<QWidget*> reached{stops.first()};
        std::vector<QWidget*> open{stops.first()};
        while (!open.empty()) {
            QWidget* from = open.back();
            open.pop_back();
            for (QWidget* to : edges[from])
                if (reached.insert(to).second)
                    open.push_back(to);
        }
        return reached;
    };
    const auto reached = reachedBy(onward);
    const auto leads = reachedBy(back);
    for (QWidget* stop : stops) {
        if (!reached.contains(stop))
            complain(*stop, QStringLiteral("is never reached with the arrow keys"));
        if (!leads.contains(stop))
            complain(*stop, QStringLiteral("is a dead end for the arrow keys"));
    }
}

} // namespace coffee::kiosk
