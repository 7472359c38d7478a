// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/station_window.h"

#include "barista_station/pages/away_notice.h"
#include "barista_station/pages/ready_column.h"
#include "barista_station/pages/recall_sheet.h"
#include "barista_station/pages/settings_sheet.h"
#include "barista_station/pages/sold_out_sheet.h"
#include "barista_station/pages/ticket_grid.h"

#include "shared/widgets/toast.h"

#include <QKeyEvent>
#include <QPushButton>

/// The bar's screen without a finger: number keys and a bump bar.
namespace coffee::station {

void StationWindow::drawFocus(bool drawn)
{
    QWidget* all = window();
    if (all->testAttribute(Qt::WA_KeyboardFocusChange) == drawn)
        return;
    all->setAttribute(Qt::WA_KeyboardFocusChange, drawn);
    if (QWidget* focus = all->focusWidget())
        focus->update();
}

bool StationWindow::eventFilter(QObject* watched, QEvent* event)
{
    const bool touch =
        event->type() == QEvent::MouseButtonPress || event->type() == QEvent::TouchBegin;
    if (touch && watched->isWidgetType() && static_cast<QWidget*>(watched)->window() == window()) {
        m_parts.queue.touched();
        touchedAt(static_cast<QWidget*>(watched));
        drawFocus(false); // A finger is its own place.
    }
    if (event->type() == QEvent::KeyPress) {
        drawFocus(true);
        // The step that Enter takes ends the number that was typed, whoever takes the key.
        const int key = static_cast<const QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter)
            m_typed.clear();
    }
    return QWidget::eventFilter(watched, event);
}

void StationWindow::keyPressEvent(QKeyEvent* event)
{
    m_parts.queue.touched();
    const int key = event->key();
    if (key >= Qt::Key_0 && key <= Qt::Key_9)
        typeDigit(QChar{u'0' + (key - Qt::Key_0)});
    else if (key == Qt::Key_Return || key == Qt::Key_Enter)
        nextStep();
    else if (key == Qt::Key_Backspace)
        undoLast();
    else if (key == Qt::Key_Escape && m_typed.isEmpty())
        Q_EMIT m_away->acknowledged();
    else if (key == Qt::Key_Escape)
        m_typed.clear();
    else if (key == Qt::Key_R)
        (void)openRecall();
    else if (key == Qt::Key_K)
        (void)openSettings();
    else if (key == Qt::Key_S)
        (void)openSoldOut();
    else if (key == Qt::Key_PageDown && m_grid->page() + 1 < m_grid->pages())
        m_grid->turnTo(m_grid->page() + 1);
    else if (key == Qt::Key_PageUp && m_grid->page() > 0)
        m_grid->turnTo(m_grid->page() - 1);
    else if (key == Qt::Key_Left || key == Qt::Key_Right)
        m_grid->moveFocus(key == Qt::Key_Left ? -1 : 1, 0);
    else if (key == Qt::Key_Up || key == Qt::Key_Down)
        m_grid->moveFocus(0, key == Qt::Key_Up ? -1 : 1);
    else
        QWidget::keyPressEvent(event);
}

void StationWindow::typeDigit(QChar digit)
{
    constexpr qsizetype kDigitsMax = 6;
    if (m_typed.size() >= kDigitsMax)
        m_typed.clear();
    m_typed += digit;
    m_typing.start();
    chooseTyped();
}

void StationWindow::chooseTyped()
{
    // The number as a whole, or its last digits where only one ticket ends so.
    const Ticket* chosen = nullptr;
    const Ticket* whole = nullptr;
    int endings = 0;
    const auto look = [&](const std::vector<Ticket>& tickets) {
        for (const Ticket& ticket : tickets) {
            const QString number = QString::number(ticket.number);
            if (ticket.dimmed || !number.endsWith(m_typed))
                continue;
            ++endings;
            chosen = &ticket;
            if (number == m_typed)
                whole = &ticket;
        }
    };
    look(m_parts.queue.grid());
    look(m_parts.queue.ready());
    if (whole)
        chosen = whole; // Also where another ticket ends so: there is no more to type.
    else if (endings != 1)
        return;
    if (ReadyRow* row = m_ready->row(chosen->order); row && chosen->stage == TicketStage::Ready) {
        if (auto* collect =
                row->findChild<QPushButton*>(QStringLiteral("collect_%1").arg(chosen->number)))
            collect->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    m_grid->bringIntoView(chosen->order);
    if (TicketCard* card = m_grid->card(chosen->order))
        card->setFocus(Qt::ShortcutFocusReason);
}

void StationWindow::nextStep()
{
    m_typed.clear();
    if (auto* card = qobject_cast<TicketCard*>(focusWidget()))
        card->nextStep();
    else if (!m_grid->shown().empty())
        m_grid->shown().front()->setFocus(Qt::ShortcutFocusReason);
}

void StationWindow::undoLast()
{
    if (!m_typed.isEmpty()) {
        m_typed.chop(1);
        return;
    }
    if (!m_parts.queue.undoLast())
        m_toast->showMessage(tr("되돌릴 것이 없어요. 오래된 주문은 되찾기에서 찾아 주세요."));
}

} // namespace coffee::station
