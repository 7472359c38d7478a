// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/pages/keypad.h"

#include <QApplication>
#include <QKeyEvent>
#include <QStackedWidget>

#include <utility>

namespace coffee::kiosk {

std::optional<KeypadKey> keypadKeyOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return KeypadKey::Left;
    case Qt::Key_Right:
        return KeypadKey::Right;
    case Qt::Key_Up:
        return KeypadKey::Up;
    case Qt::Key_Down:
        return KeypadKey::Down;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Select:
        return KeypadKey::Ok;
    case Qt::Key_Escape:
    case Qt::Key_Back:
    case Qt::Key_Cancel:
        return KeypadKey::Back;
    case Qt::Key_Home:
    case Qt::Key_HomePage:
        return KeypadKey::Home;
    case Qt::Key_Help:
    case Qt::Key_F1:
        return KeypadKey::Help;
    case Qt::Key_VolumeUp:
    case Qt::Key_F8:
        return KeypadKey::Louder;
    case Qt::Key_VolumeDown:
    case Qt::Key_F7:
        return KeypadKey::Quieter;
    case Qt::Key_Asterisk:
    case Qt::Key_F5:
        return KeypadKey::Again;
    case Qt::Key_NumberSign:
    case Qt::Key_VolumeMute:
    case Qt::Key_F6:
        return KeypadKey::Hush;
    default:
        return std::nullopt;
    }
}

bool isDigitKey(int key)
{
    return key >= Qt::Key_0 && key <= Qt::Key_9;
}

Keypad::Keypad(QWidget& window) : QObject{&window}, m_window{window}
{
    qApp->installEventFilter(this);
}

void Keypad::setFirstSay(std::function<bool(std::optional<KeypadKey>)> firstSay)
{
    m_firstSay = std::move(firstSay);
}

bool Keypad::eventFilter(QObject* watched, QEvent* event)
{
    if (!watched->isWidgetType())
        return false;
    auto* receiver = static_cast<QWidget*>(watched);
    if (receiver->window() != &m_window)
        return false;
    if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::TouchBegin)
        m_isInUse = false;
    if (event->type() != QEvent::KeyPress)
        return false;
    auto* press = static_cast<QKeyEvent*>(event);
    // A key that its receiver left comes again to each parent; it was looked at the first time.
    if (receiver != m_window.focusWidget() && receiver != &m_window)
        return false;
    return take(*receiver, press->key());
}

bool Keypad::take(QWidget& receiver, int key)
{
    const auto pressed = keypadKeyOf(key);
    if (!pressed && !isDigitKey(key))
        return false;
    const bool wasFocus = &receiver == m_window.focusWidget() || !m_window.focusWidget();
    m_isInUse = true;
    m_window.setAttribute(Qt::WA_KeyboardFocusChange);
    if (wasFocus && m_firstSay && m_firstSay(pressed))
        return true;
    if (!pressed)
        return false;
    switch (*pressed) {
    case KeypadKey::Left:
        move(Toward::Left);
        return true;
    case KeypadKey::Right:
        move(Toward::Right);
        return true;
    case KeypadKey::Up:
        move(Toward::Up);
        return true;
    case KeypadKey::Down:
        move(Toward::Down);
        return true;
    case KeypadKey::Ok:
        return false;
    case KeypadKey::Back: {
        if (key == Qt::Key_Escape)
            return false;
        QKeyEvent escape{QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier};
        QApplication::sendEvent(&receiver, &escape);
        return true;
    }
    case KeypadKey::Home:
        Q_EMIT homePressed();
        return true;
    case KeypadKey::Help:
        Q_EMIT helpPressed();
        return true;
    case KeypadKey::Louder:
        Q_EMIT louderPressed();
        return true;
    case KeypadKey::Quieter:
        Q_EMIT quieterPressed();
        return true;
    case KeypadKey::Again:
        Q_EMIT againPressed();
        return true;
    case KeypadKey::Hush:
        Q_EMIT hushPressed();
        return true;
    }
    return false;
}

QWidget* Keypad::firstStop() const
{
    QWidget& root = openRoot(m_window);
    const auto* pages = m_window.findChild<QStackedWidget*>();
    const bool isPage = &root == &m_window && pages;
    const auto stops = focusStops(isPage ? *pages->currentWidget() : root);
    return stops.isEmpty() ? nullptr : stops.first();
}

void Keypad::beginPage()
{
    const QWidget* now = m_window.focusWidget();
    if (now && isFocusStop(*now) && openRoot(m_window).isAncestorOf(now))
        return;
    if (QWidget* first = firstStop())
        first->setFocus(Qt::TabFocusReason);
}

void Keypad::goTo(QWidget& stop)
{
    m_window.setAttribute(Qt::WA_KeyboardFocusChange);
    stop.setFocus(Qt::TabFocusReason);
    bringIntoView(stop);
}

void Keypad::move(Toward toward)
{
    QWidget& root = openRoot(m_window);
    QWidget* from = m_window.focusWidget();
    if (!from || !root.isAncestorOf(from) || !isFocusStop(*from)) {
        // A page without controls, such as while the card is read: those around it.
        QWidget* first = firstStop();
        const auto stops = focusStops(root);
        if (first || !stops.isEmpty())
            goTo(first ? *first : *stops.first());
        return;
    }
    if (from->visibleRegion().isEmpty())
        return goTo(*from); // where it begins must be seen before it goes on
    if (turnPageToward(root, *from, toward))
        return;
    if (QWidget* to = stopToward(root, *from, toward))
        goTo(*to);
}

} // namespace coffee::kiosk
