// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/toast.h"

#include "shared/widgets/button.h"
#include "shared/widgets/label.h"
#include "shared/widgets/paint.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QEvent>
#include <QPainter>
#include <QTimer>
#include <QTimerEvent>

#include <algorithm>
#include <limits>
#include <vector>

namespace coffee::ui {

Toast::Toast(QWidget* host)
    : QWidget{host}, m_words{new Label{TextRole::BodyBold, this}}, m_undo{new Button{this}}
{
    m_undo->setObjectName(QStringLiteral("undoButton"));
    m_undo->setMark(Icon::Undo);
    m_undo->setTextRole(TextRole::BodyBold);
    auto* row = new QHBoxLayout{this};
    row->addWidget(m_words, 1);
    row->addWidget(m_undo);
    host->installEventFilter(this);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        m_timer.stop();
        hide();
        Q_EMIT undoClicked();
    });
    hide();
}

void Toast::showMessage(const QString& words, const QString& undoWords,
                        std::chrono::milliseconds time)
{
    if (m_timer.isActive()) {
        m_timer.stop();
        Q_EMIT expired();
    }
    m_words->setText(words);
    m_undo->setText(undoWords);
    m_undo->setVisible(!undoWords.isEmpty());
    setAttribute(Qt::WA_TransparentForMouseEvents, undoWords.isEmpty());
    setAccessibleName(words);
    m_time = time;
    m_since.start();
    m_timer.start(static_cast<int>(duration::kCountdownStep.count()), this);
    show();
    raise();
    place();
    QAccessibleEvent spoken{this, QAccessible::Alert};
    QAccessible::updateAccessibility(&spoken);
}

void Toast::dismiss()
{
    m_timer.stop();
    hide();
}

void Toast::setKeptFree(int pixels)
{
    if (pixels == m_keptFree)
        return;
    m_keptFree = pixels;
    if (!isHidden())
        place();
}

void Toast::placeAnew()
{
    if (!isHidden() && m_keepsOffButtons && hiddenAt(geometry(), buttonsBelow()) > 0)
        place();
}

void Toast::place()
{
    const Theme& theme = themeOf(*this);
    const int side = theme.px(Space::Medium);
    layout()->setContentsMargins(side, theme.px(Space::Small), side,
                                 theme.px(Space::Small) + theme.px(mm::kProgressBar));
    const int width = std::min(parentWidget()->width() - 2 * side, theme.px(mm::kToastWidest));
    const int height = layout()->heightForWidth(width);
    const QRect wanted{(parentWidget()->width() - width) / 2,
                       parentWidget()->height() - m_keptFree - height - side, width, height};
    setGeometry(m_keepsOffButtons && m_undo->isHidden() ? leastInTheWay(wanted) : wanted);
}

std::vector<QRect> Toast::buttonsBelow() const
{
    std::vector<QRect> buttons;
    for (const auto* button : parentWidget()->findChildren<QAbstractButton*>()) {
        const QRect seen = button->visibleRegion().boundingRect();
        if (button->isVisible() && !seen.isEmpty() && !isAncestorOf(button))
            buttons.push_back(seen.translated(button->mapTo(parentWidget(), QPoint{})));
    }
    return buttons;
}

int Toast::hiddenAt(const QRect& place, const std::vector<QRect>& buttons) const
{
    const int air = themeOf(*this).px(Space::Tight);
    int hidden = 0;
    for (const QRect& button : buttons) {
        const QRect part = button & place.adjusted(-air, -air, air, air);
        hidden += part.isEmpty() ? 0 : part.width() * part.height();
    }
    return hidden;
}

QRect Toast::leastInTheWay(const QRect& wanted) const
{
    const Theme& theme = themeOf(*this);
    const int gap = theme.px(Space::Tight);
    const int side = theme.px(Space::Medium);
    const int room = parentWidget()->width() - 2 * side;
    const std::vector<QRect> buttons = buttonsBelow();
    // In the middle, at a side, or as one long line; each as low as it can be.
    std::vector<QRect> shapes{wanted, wanted, wanted, wanted};
    shapes[1].moveLeft(side);
    shapes[2].moveRight(side + room - 1);
    shapes[3].setRect(side, 0, room, layout()->heightForWidth(room));
    shapes[3].moveBottom(wanted.bottom());
    QRect best = wanted;
    int least = std::numeric_limits<int>::max();
    for (QRect place : shapes)
        for (; place.top() >= gap && least > 0; place.translate(0, -gap)) {
            const int hidden = hiddenAt(place, buttons);
            if (hidden < least) {
                least = hidden;
                best = place;
            }
        }
    return best;
}

bool Toast::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && !isHidden())
        place();
    if (watched == parentWidget() && event->type() == QEvent::LayoutRequest && !isHidden())
        QTimer::singleShot(0, this, &Toast::placeAnew); // once the layouts have settled
    return QWidget::eventFilter(watched, event);
}

void Toast::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(*this);
    const Colours& c = theme.colours();
    QPainter painter{this};
    const double radius = theme.px(mm::kRadiusCard);
    paintPlate(painter, QRectF{rect()}, radius, c.surface, c.ink,
               theme.metrics().exactPx(mm::kBorder));
    if (m_time.count() <= 0)
        return;
    const double left = 1.0 - double(m_since.elapsed()) / double(m_time.count());
    const double thick = theme.metrics().exactPx(mm::kProgressBar);
    const double inset = theme.px(Space::Medium);
    paintShareBar(
        painter,
        QRectF{inset, height() - thick - theme.px(Space::Tight), width() - 2 * inset, thick}, left,
        c.sunken, c.accent);
}

void Toast::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_timer.timerId()) {
        QWidget::timerEvent(event);
        return;
    }
    update();
    placeAnew(); // pages scroll and change
    if (m_since.elapsed() < m_time.count())
        return;
    m_timer.stop();
    hide();
    Q_EMIT expired();
}

void Toast::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && !isHidden())
        place();
}

} // namespace coffee::ui
