// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/card.h"

#include "shared/widgets/paint.h"
#include "shared/widgets/text_block.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>

namespace coffee::ui {

Card::Card(QWidget* parent) : QFrame{parent}
{
    setFrameShape(QFrame::NoFrame);
}

void Card::setLook(Look look)
{
    if (m_look == look)
        return;
    m_look = look;
    update();
}

QBoxLayout* Card::body()
{
    auto* box = qobject_cast<QBoxLayout*>(layout());
    if (!box) {
        box = new QVBoxLayout{this};
        applyPadding();
    }
    return box;
}

void Card::setPadding(Space space)
{
    m_padding = space;
    applyPadding();
}

void Card::applyPadding()
{
    const int side = themeOf(*this).px(m_padding);
    if (layout())
        layout()->setContentsMargins(side, side, side, side);
}

void Card::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(*this);
    const Colours& c = theme.colours();
    const double border = theme.metrics().exactPx(mm::kBorder);
    const double thick = theme.metrics().exactPx(mm::kBorderSelected);
    const double radius = theme.px(mm::kRadiusCard);
    QPainter painter{this};
    const QRectF room{rect()};
    switch (m_look) {
    case Look::Plain:
        paintPlate(painter, room, radius, c.surface, c.hairline, border);
        return;
    case Look::Sunken:
        paintPlate(painter, room, radius, c.sunken);
        return;
    case Look::Tinted:
        paintPlate(painter, room, radius, c.accentTint, c.accent, border);
        return;
    case Look::Warning:
        paintPlate(painter, room, radius, c.warningGround, c.warningInk, border);
        return;
    case Look::Error:
        paintPlate(painter, room, radius, c.errorGround, c.errorInk, border);
        return;
    case Look::Stop:
        paintPlate(painter, room, radius, c.danger, c.onDanger, thick);
        return;
    }
}

void Card::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::StyleChange)
        applyPadding();
    QFrame::changeEvent(event);
}

Badge::Badge(const QString& text, Tone tone, QWidget* parent)
    : Label{text, TextRole::BodyBold, parent}, m_tone{tone}
{
    setAlignment(Qt::AlignCenter);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Maximum);
    applyMargins();
}

void Badge::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

QColor Badge::groundOf(const Theme& theme, Tone tone)
{
    const Colours& c = theme.colours();
    switch (tone) {
    case Tone::Neutral:
    case Tone::Hot:
    case Tone::Ice:
        return c.surface;
    case Tone::Accent:
        return c.accentTint;
    case Tone::Warning:
        return c.warningGround;
    case Tone::Error:
        return c.errorGround;
    }
    return c.surface;
}

QColor Badge::inkOf(const Theme& theme, Tone tone)
{
    const Colours& c = theme.colours();
    switch (tone) {
    case Tone::Neutral:
        return c.inkSecond;
    case Tone::Hot:
        return c.hot;
    case Tone::Ice:
        return c.ice;
    case Tone::Accent:
        return theme.palette() == PaletteKind::Light ? c.accentPressed : c.accent;
    case Tone::Warning:
        return c.warningInk;
    case Tone::Error:
        return c.errorInk;
    }
    return c.ink;
}

void Badge::applyMargins()
{
    const Theme& theme = themeOf(*this);
    const int side = theme.px(Space::Small) * 3 / 4;
    setContentsMargins(side, 0, side, 0);
}

void Badge::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(*this);
    QPainter painter{this};
    paintPlate(painter, QRectF{rect()}, theme.px(mm::kRadiusControl), groundOf(theme, m_tone),
               inkOf(theme, m_tone), theme.metrics().exactPx(mm::kBorder));
    painter.setPen(inkOf(theme, m_tone));
    const QRectF room{contentsRect()};
    TextBlock{text(), font(), room.width(), TextBlock::linesFor(alignment())}.draw(painter, room,
                                                                                   alignment());
}

void Badge::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::StyleChange)
        applyMargins();
    Label::changeEvent(event);
}

BigNumber::BigNumber(QWidget* parent) : Label{TextRole::Number, parent}
{
    setAlignment(Qt::AlignCenter);
}

void BigNumber::setNumber(const QString& digits, const QString& spoken)
{
    setText(digits);
    setAccessibleName(spoken);
}

EmptyState::EmptyState(Icon icon, const QString& title, const QString& advice, QWidget* parent)
    : QWidget{parent},
      m_title{new Label{TextRole::Heading, this}},
      m_advice{new Label{TextRole::Body, this}}
{
    auto* mark = new IconMark{icon, TextRole::Title, this};
    mark->setMark(icon, Ink::Second);
    m_title->setAlignment(Qt::AlignCenter);
    m_advice->setAlignment(Qt::AlignCenter);
    m_advice->setInk(Ink::Second);
    auto* column = new QVBoxLayout{this};
    column->addStretch();
    column->addWidget(mark, 0, Qt::AlignHCenter);
    column->addWidget(m_title);
    column->addWidget(m_advice);
    column->addStretch();
    setWords(title, advice);
}

void EmptyState::setWords(const QString& title, const QString& advice)
{
    m_title->setText(title);
    m_advice->setText(advice);
    m_advice->setVisible(!advice.isEmpty());
    setAccessibleName(title);
}

} // namespace coffee::ui
