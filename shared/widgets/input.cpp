// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/input.h"

#include "shared/widgets/icon.h"
#include "shared/widgets/paint.h"
#include "shared/widgets/text_block.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace coffee::ui {

Switch::Switch(const QString& text, const QString& on, const QString& off, QWidget* parent)
    : QCheckBox{text, parent}, m_on{on}, m_off{off}
{
    setFont(themeOf(*this).font(TextRole::Button));
    QSizePolicy policy{QSizePolicy::Preferred, QSizePolicy::Preferred};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void Switch::setStateWords(const QString& on, const QString& off)
{
    m_on = on;
    m_off = off;
    updateGeometry();
    update();
}

QSize Switch::trackSize() const
{
    const Theme& theme = themeOf(*this);
    const QFont font = theme.font(TextRole::BodyBold);
    const int height =
        std::max(theme.metrics().targetPx() * 2 / 3, theme.metrics().lineHeightPx(font));
    const double words =
        std::max(TextBlock::widthUnwrapped(m_on, font), TextBlock::widthUnwrapped(m_off, font));
    return {static_cast<int>(std::ceil(words)) + height + 2 * theme.px(Space::Small), height};
}

QSize Switch::sizeHint() const
{
    const Theme& theme = themeOf(*this);
    const int words = static_cast<int>(std::ceil(TextBlock::widthUnwrapped(text(), font())));
    const int width = words + (words > 0 ? theme.px(Space::Small) : 0) + trackSize().width();
    return {width, heightForWidth(width)};
}

QSize Switch::minimumSizeHint() const
{
    const Theme& theme = themeOf(*this);
    const int words = static_cast<int>(std::ceil(TextBlock::widthOfLongestWord(text(), font())));
    return {words + (words > 0 ? theme.px(Space::Small) : 0) + trackSize().width(),
            theme.metrics().targetPx()};
}

int Switch::heightForWidth(int width) const
{
    const Theme& theme = themeOf(*this);
    const int room = width - trackSize().width() - theme.px(Space::Small);
    const int words = TextBlock{text(), font(), double(room)}.height();
    return std::max({theme.metrics().targetPx(), words, trackSize().height()});
}

void Switch::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(*this);
    const Colours& c = theme.colours();
    QPainter painter{this};
    const QSize track = trackSize();
    const QRectF room{double(width() - track.width()), (height() - track.height()) / 2.0,
                      double(track.width()), double(track.height())};
    const double border = theme.metrics().exactPx(mm::kBorder);
    const bool on = isChecked();
    const QColor ground = !isEnabled() ? c.sunken : on ? c.accent : c.sunken;
    paintPlate(painter, room, room.height(), ground, on && isEnabled() ? c.accent : c.border,
               border);
    const double inset = border * 2.0;
    const double knob = room.height() - 2 * inset;
    const QRectF knobRoom{on ? room.right() - inset - knob : room.left() + inset,
                          room.top() + inset, knob, knob};
    paintPlate(painter, knobRoom, knob, c.surface, c.border, border);
    if (on)
        paintCheck(painter, knobRoom.adjusted(knob * .25, knob * .25, -knob * .25, -knob * .25),
                   theme.palette() == PaletteKind::Light ? c.accent : c.ink);
    painter.setPen(!isEnabled() ? c.inkSecond : on ? c.onAccent : c.ink);
    const QRectF words =
        on ? room.adjusted(inset, 0, -knob - inset, 0) : room.adjusted(knob + inset, 0, -inset, 0);
    TextBlock{on ? m_on : m_off, theme.font(TextRole::BodyBold), words.width()}.draw(
        painter, words, Qt::AlignCenter);

    painter.setPen(isEnabled() ? c.ink : c.inkSecond);
    const QRectF left{0, 0, room.left() - theme.px(Space::Small), double(height())};
    TextBlock{text(), font(), left.width()}.draw(painter, left, Qt::AlignLeft | Qt::AlignVCenter);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        paintFocus(painter, QRectF{rect()}, theme.px(mm::kRadiusControl), theme);
}

void Switch::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
        !event->isAutoRepeat()) {
        click();
        return;
    }
    QCheckBox::keyPressEvent(event);
}

void Switch::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::StyleChange)
        setFont(themeOf(*this).font(TextRole::Button));
    QCheckBox::changeEvent(event);
}

bool Switch::hitButton(const QPoint& position) const
{
    return rect().contains(position);
}

SearchField::SearchField(const QString& hint, QWidget* parent) : QLineEdit{parent}
{
    setPlaceholderText(hint);
    setAccessibleName(hint);
    setFont(themeOf(*this).font(TextRole::Body));
    makeRoom();
}

void SearchField::makeRoom()
{
    const Theme& theme = themeOf(*this);
    setTextMargins(theme.metrics().iconPx(TextRole::Body) + theme.px(Space::Tight), 0, 0, 0);
}

void SearchField::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    const Theme& theme = themeOf(*this);
    const double side = theme.metrics().iconPx(TextRole::Body);
    QPainter painter{this};
    paintIcon(painter, Icon::Search,
              QRectF{double(theme.px(Space::Small)), (height() - side) / 2.0, side, side},
              theme.colours().inkSecond);
}

void SearchField::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::StyleChange) {
        setFont(themeOf(*this).font(TextRole::Body));
        makeRoom();
    }
    QLineEdit::changeEvent(event);
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace coffee::ui
