// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/label.h"

#include "shared/widgets/text_block.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace coffee::ui {

QColor inkColour(const Theme& theme, Ink ink)
{
    const Colours& c = theme.colours();
    switch (ink) {
    case Ink::First:
        return c.ink;
    case Ink::Second:
        return c.inkSecond;
    case Ink::Accent:
        return c.accent;
    case Ink::Warning:
        return c.warningInk;
    case Ink::Error:
        return c.errorInk;
    case Ink::OnAccent:
        return c.onAccent;
    case Ink::OnDanger:
        return c.onDanger;
    }
    return c.ink;
}

Label::Label(TextRole role, QWidget* parent) : QLabel{parent}, m_role{role}
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setFont(roleFont());
}

Label::Label(const QString& text, TextRole role, QWidget* parent) : Label{role, parent}
{
    setText(text);
}

void Label::setRole(TextRole role)
{
    if (m_role == role)
        return;
    m_role = role;
    setFont(roleFont());
    updateGeometry();
}

void Label::setInk(Ink ink)
{
    if (m_ink == ink)
        return;
    m_ink = ink;
    update();
}

void Label::setStruckOut(bool struckOut)
{
    if (m_struckOut == struckOut)
        return;
    m_struckOut = struckOut;
    setFont(roleFont());
}

void Label::setDigitHeight(double millimetres)
{
    m_digitMm = millimetres;
    setFont(roleFont());
    updateGeometry();
}

void Label::setReadingWidth(double millimetres)
{
    m_readingMm = millimetres;
    updateGeometry();
}

QFont Label::roleFont() const
{
    const Metrics& metrics = themeOf(*this).metrics();
    QFont font = m_digitMm > 0.0 ? metrics.digitFont(m_digitMm) : metrics.font(m_role);
    font.setStrikeOut(m_struckOut);
    return font;
}

QSize Label::sizeHint() const
{
    const QMargins around = contentsMargins();
    double width = std::ceil(TextBlock::widthUnwrapped(text(), font()));
    if (m_readingMm > 0.0)
        width = std::min(width, themeOf(*this).metrics().exactPx(m_readingMm));
    const TextBlock block{text(), font(), width};
    return QSize{static_cast<int>(std::ceil(width)), block.height()}.grownBy(around);
}

QSize Label::minimumSizeHint() const
{
    const QMargins around = contentsMargins();
    const double width = TextBlock::widthOfLongestWord(text(), font());
    const int line = text().isEmpty() ? 0 : themeOf(*this).metrics().lineHeightPx(font());
    return QSize{static_cast<int>(std::ceil(width)), line}.grownBy(around);
}

int Label::heightForWidth(int width) const
{
    const QMargins around = contentsMargins();
    const TextBlock block{text(), font(), double(width - around.left() - around.right())};
    return block.height() + around.top() + around.bottom();
}

void Label::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    const Theme& theme = themeOf(*this);
    painter.setPen(isEnabled() ? inkColour(theme, m_ink) : theme.colours().inkSecond);
    const QRectF room{contentsRect()};
    TextBlock{text(), font(), room.width(), TextBlock::linesFor(alignment())}.draw(painter, room,
                                                                                   alignment());
}

void Label::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::StyleChange)
        setFont(roleFont());
    QLabel::changeEvent(event);
}

IconMark::IconMark(Icon icon, TextRole beside, QWidget* parent)
    : QWidget{parent}, m_icon{icon}, m_beside{beside}
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void IconMark::setMark(Icon icon, Ink ink)
{
    if (m_icon == icon && m_ink == ink)
        return;
    m_icon = icon;
    m_ink = ink;
    update();
}

QSize IconMark::sizeHint() const
{
    const int side = themeOf(*this).metrics().iconPx(m_beside);
    return {side, side};
}

void IconMark::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    paintIcon(painter, m_icon, QRectF{rect()}, inkColour(themeOf(*this), m_ink));
}

} // namespace coffee::ui
