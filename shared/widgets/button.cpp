// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/button.h"

#include "shared/widgets/paint.h"
#include "shared/widgets/text_block.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionButton>
#include <QTimerEvent>

#include <algorithm>
#include <cmath>

namespace coffee::ui {

Button::Button(QWidget* parent) : Button{QString{}, ButtonKind::Outline, parent} {}

Button::Button(const QString& text, ButtonKind kind, QWidget* parent) : QPushButton{text, parent}
{
    setFont(themeOf(*this).font(m_role));
    setAutoDefault(false);
    QSizePolicy policy{QSizePolicy::Preferred, QSizePolicy::Preferred};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setButtonKind(*this, kind);
}

void Button::setKind(ButtonKind kind)
{
    setButtonKind(*this, kind);
}

void Button::setMark(std::optional<Icon> icon)
{
    if (m_icon == icon)
        return;
    m_icon = icon;
    updateGeometry();
    update();
}

void Button::setArrangement(Arrangement arrangement)
{
    m_arrangement = arrangement;
    updateGeometry();
    update();
}

void Button::setTextRole(TextRole role)
{
    m_role = role;
    setFont(themeOf(*this).font(role));
    updateGeometry();
}

void Button::setDetail(const QString& detail)
{
    if (m_detail == detail)
        return;
    m_detail = detail;
    setAccessibleDescription(detail);
    updateGeometry();
    update();
}

void Button::setUnavailable(const QString& reason)
{
    if (m_reason == reason && isEnabled() == reason.isEmpty())
        return;
    m_reason = reason;
    setEnabled(reason.isEmpty());
    setAccessibleDescription(reason.isEmpty() ? m_detail : reason);
    updateGeometry();
    update();
}

void Button::keepRoomFor(const QString& reason)
{
    if (m_keptReason == reason)
        return;
    m_keptReason = reason;
    updateGeometry();
}

const QString& Button::roomyReason() const
{
    return m_reason.size() > m_keptReason.size() ? m_reason : m_keptReason;
}

void Button::setBusy(const QString& words)
{
    if (m_busyWords == words)
        return;
    m_busyWords = words;
    if (words.isEmpty()) {
        m_busyTimer.stop();
    } else if (!m_busyTimer.isActive()) {
        m_busySince.start();
        if (!themeOf(*this).reduceMotion())
            m_busyTimer.start(static_cast<int>(duration::kBusyStep.count()), this);
    }
    setAccessibleDescription(words);
    updateGeometry();
    update();
}

QString Button::shownText() const
{
    if (m_arrangement == Arrangement::IconOnly)
        return {};
    return isBusy() ? m_busyWords : text();
}

int Button::sidePadding(Arrangement arrangement) const
{
    const bool tight = arrangement != Arrangement::Beside;
    return themeOf(*this).px(tight ? Space::Tight : Space::Medium);
}

int Button::iconSide() const
{
    return m_icon ? themeOf(*this).metrics().iconPx(m_role) : 0;
}

int Button::textRoom(Arrangement arrangement, int width) const
{
    int room = width - 2 * sidePadding(arrangement);
    if (m_icon && arrangement == Arrangement::Beside)
        room -= iconSide() + themeOf(*this).px(Space::Tight);
    return std::max(1, room);
}

void Button::keepDetailBeside(bool keep)
{
    m_detailBeside = keep;
    updateGeometry();
    update();
}

int Button::wordsRoom(Arrangement arrangement, int width) const
{
    const int room = textRoom(arrangement, width);
    if (!m_detailBeside || m_detail.isEmpty())
        return room;
    const double detail = TextBlock::widthUnwrapped(m_detail, font());
    return std::max(1,
                    room - static_cast<int>(std::ceil(detail)) - themeOf(*this).px(Space::Tight));
}

bool Button::detailFitsBeside(int width) const
{
    if (m_detailBeside)
        return true;
    const double gap = themeOf(*this).px(Space::Medium);
    const double both = TextBlock::widthUnwrapped(shownText(), font()) + gap +
                        TextBlock::widthUnwrapped(m_detail, font());
    return both <= textRoom(m_arrangement, width);
}

QSize Button::sizeHint() const
{
    const Theme& theme = themeOf(*this);
    double width = TextBlock::widthUnwrapped(shownText(), font());
    if (!m_detail.isEmpty())
        width += theme.px(Space::Medium) + TextBlock::widthUnwrapped(m_detail, font());
    if (!roomyReason().isEmpty())
        width =
            std::max(width, TextBlock::widthUnwrapped(roomyReason(), theme.font(TextRole::Body)));
    int wanted = static_cast<int>(std::ceil(width)) + 2 * sidePadding(m_arrangement);
    if (m_icon && m_arrangement == Arrangement::Beside)
        wanted += iconSide() + theme.px(Space::Tight);
    wanted = std::max(wanted, theme.metrics().targetPx());
    return {wanted, heightForWidth(wanted)};
}

QSize Button::minimumSizeHint() const
{
    return {widthLeast(m_arrangement), themeOf(*this).metrics().targetPx()};
}

int Button::widthLeast(Arrangement arrangement) const
{
    const Theme& theme = themeOf(*this);
    double width = TextBlock::widthOfLongestWord(shownText(), font());
    const double detail = TextBlock::widthOfLongestWord(m_detail, font());
    width = m_detailBeside ? width + theme.px(Space::Tight) + detail : std::max(width, detail);
    width =
        std::max(width, TextBlock::widthOfLongestWord(roomyReason(), theme.font(TextRole::Body)));
    int least = static_cast<int>(std::ceil(width)) + 2 * sidePadding(arrangement);
    if (m_icon && arrangement == Arrangement::Beside)
        least += iconSide() + theme.px(Space::Tight);
    return std::max(least, theme.metrics().targetPx());
}

int Button::heightForWidth(int width) const
{
    return heightIn(m_arrangement, width);
}

int Button::heightIn(Arrangement arrangement, int width) const
{
    const Theme& theme = themeOf(*this);
    const double room = textRoom(arrangement, width);
    int height = TextBlock{shownText(), font(), double(wordsRoom(arrangement, width))}.height();
    if (arrangement != Arrangement::Beside && m_icon)
        height += iconSide();
    if (!m_detail.isEmpty() && !isBusy() && !detailFitsBeside(width))
        height += TextBlock{m_detail, font(), room}.height();
    if (!roomyReason().isEmpty())
        height += TextBlock{roomyReason(), theme.font(TextRole::Body), room}.height();
    if (isBusy())
        height += theme.px(mm::kProgressBar) + theme.px(Space::Tight);
    return std::max(theme.metrics().targetPx(), height + 2 * theme.px(Space::Tight));
}

void Button::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    QStyleOptionButton option;
    initStyleOption(&option);
    style()->drawControl(QStyle::CE_PushButtonBevel, &option, &painter, this);
    const auto* coffee = qobject_cast<const CoffeeStyle*>(style());
    const QColor ink = coffee ? coffee->buttonInk(buttonKind(*this), option.state)
                              : option.palette.color(QPalette::ButtonText);
    paintContent(painter, ink);
}

void Button::paintContent(QPainter& painter, const QColor& ink) const
{
    const Theme& theme = themeOf(*this);
    painter.setPen(ink);
    const double room = textRoom(m_arrangement, width());
    const TextBlock words{shownText(), font(), double(wordsRoom(m_arrangement, width()))};
    const bool showDetail = !m_detail.isEmpty() && !isBusy();
    const bool beside = showDetail && detailFitsBeside(width());
    const TextBlock detail{showDetail ? m_detail : QString{}, font(), room};
    const TextBlock reason{m_reason, theme.font(TextRole::Body), room};
    const double iconPx = iconSide();
    const bool above = m_icon && m_arrangement != Arrangement::Beside;
    const double gap = m_icon && !above ? iconPx + theme.px(Space::Tight) : 0.0;

    const double below = (beside ? 0.0 : detail.height()) + reason.height();
    const double total = (above ? iconPx : 0.0) + words.height() + below;
    double top = (height() - total) / 2.0;
    if (isBusy())
        top -= theme.px(mm::kProgressBar) / 2.0;
    const double textWidth =
        std::min(room, std::ceil(std::max({words.size().width(), reason.size().width(),
                                           beside ? 0.0 : detail.size().width()})));
    double left = (width() - textWidth - gap) / 2.0;
    if (beside)
        left = sidePadding(m_arrangement);

    if (above) {
        paintIcon(painter, *m_icon, QRectF{(width() - iconPx) / 2.0, top, iconPx, iconPx}, ink);
        top += iconPx;
    } else if (m_icon) {
        paintIcon(painter, *m_icon,
                  QRectF{left, top + (words.height() - iconPx) / 2.0, iconPx, iconPx}, ink);
        left += gap;
    }
    const Qt::Alignment side = gap > 0.0 || beside ? Qt::AlignLeft : Qt::AlignHCenter;
    words.draw(painter, QRectF{left, top, textWidth, double(words.height())}, side);
    if (beside)
        detail.draw(painter,
                    QRectF{double(sidePadding(m_arrangement)), top,
                           double(width() - 2 * sidePadding(m_arrangement)),
                           double(words.height())},
                    Qt::AlignRight | Qt::AlignVCenter);
    top += words.height();
    if (showDetail && !beside) {
        detail.draw(painter, QRectF{left, top, textWidth, double(detail.height())}, side);
        top += detail.height();
    }
    reason.draw(painter, QRectF{left, top, textWidth, double(reason.height())}, side);
    if (isBusy()) {
        const double thick = theme.metrics().exactPx(mm::kProgressBar);
        const double inset = theme.px(Space::Small);
        const double phase = theme.reduceMotion()
                                 ? 0.5
                                 : double(m_busySince.elapsed() % duration::kBusyRound.count()) /
                                       double(duration::kBusyRound.count());
        QColor ground = ink;
        ground.setAlphaF(0.25F);
        paintBusyBar(
            painter,
            QRectF{inset, height() - thick - theme.px(Space::Tight), width() - 2 * inset, thick},
            phase, ground, ink);
    }
}

void Button::keyPressEvent(QKeyEvent* event)
{
    if (isBusy()) {
        event->ignore();
        return;
    }
    // The OK key of a keypad sends Enter; it must press what has the focus.
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
        !event->isAutoRepeat()) {
        click();
        return;
    }
    QPushButton::keyPressEvent(event);
}

void Button::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_busyTimer.timerId())
        update();
    else
        QPushButton::timerEvent(event);
}

void Button::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::StyleChange)
        setFont(themeOf(*this).font(m_role));
    QPushButton::changeEvent(event);
}

bool Button::hitButton(const QPoint& position) const
{
    return !isBusy() && QPushButton::hitButton(position);
}

IconButton::IconButton(Icon icon, const QString& text, QWidget* parent)
    : Button{text, ButtonKind::Quiet, parent}
{
    setMark(icon);
    setArrangement(Arrangement::Above);
    setTextRole(TextRole::Body);
}

} // namespace coffee::ui
