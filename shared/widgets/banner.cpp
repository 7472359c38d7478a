// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/banner.h"

#include "shared/widgets/button.h"
#include "shared/widgets/label.h"
#include "shared/widgets/paint.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace coffee::ui {

Banner::Banner(QWidget* parent)
    : QFrame{parent},
      m_row{new QBoxLayout{QBoxLayout::LeftToRight, this}},
      m_acts{new QBoxLayout{QBoxLayout::LeftToRight}},
      m_mark{new IconMark{Icon::Info, TextRole::Body, this}},
      m_words{new Label{TextRole::BodyBold, this}},
      m_next{new Button{this}},
      m_action{new Button{this}}
{
    auto* told = new QHBoxLayout;
    told->setSpacing(themeOf(*this).px(Space::Small));
    told->addWidget(m_mark);
    told->addWidget(m_words, 1);
    m_acts->addWidget(m_next);
    m_acts->addWidget(m_action);
    m_row->addLayout(told, 1);
    m_row->addLayout(m_acts);
    m_next->setObjectName(QStringLiteral("bannerNextButton"));
    m_action->setObjectName(QStringLiteral("bannerButton"));
    for (Button* act : {m_next, m_action}) {
        act->setTextRole(TextRole::BodyBold);
        act->hide();
    }
    connect(m_next, &QPushButton::clicked, this, &Banner::nextStepClicked);
    connect(m_action, &QPushButton::clicked, this, &Banner::actionClicked);
    applyPadding();
    hide();
}

void Banner::setMessage(Kind kind, const QString& words)
{
    switch (kind) {
    case Kind::Notice:
        setMessage(kind, Icon::Info, words);
        return;
    case Kind::Warning:
        setMessage(kind, Icon::Alert, words);
        return;
    case Kind::Error:
        setMessage(kind, Icon::Error, words);
        return;
    }
}

void Banner::setMessage(Kind kind, Icon icon, const QString& words)
{
    const bool news = words != m_words->text();
    m_kind = kind;
    const Ink ink = kind == Kind::Warning ? Ink::Warning
                    : kind == Kind::Error ? Ink::Error
                                          : Ink::First;
    m_mark->setMark(icon, ink);
    m_words->setInk(ink);
    m_words->setText(words);
    setAccessibleName(words);
    arrange();
    setVisible(!words.isEmpty());
    update();
    if (!news || words.isEmpty())
        return;
    QAccessibleEvent spoken{this, QAccessible::Alert};
    QAccessible::updateAccessibility(&spoken);
}

void Banner::setAction(const QString& words)
{
    m_action->setText(words);
    m_action->setVisible(!words.isEmpty());
    arrange();
}

void Banner::setNextStep(const QString& words)
{
    m_next->setText(words);
    m_next->setVisible(!words.isEmpty());
    arrange();
}

QString Banner::message() const
{
    return m_words->text();
}

void Banner::applyPadding()
{
    const Theme& theme = themeOf(*this);
    const int side = theme.px(Space::Medium);
    const int top = theme.px(Space::Small);
    layout()->setContentsMargins(side, top, side, top);
}

void Banner::arrange()
{
    const Theme& theme = themeOf(*this);
    const int gap = theme.px(Space::Small);
    m_row->setSpacing(gap);
    m_acts->setSpacing(gap);
    const QMargins around = m_row->contentsMargins();
    const int room = width() - around.left() - around.right();
    int acts = 0;
    int widest = 0;
    int shown = 0;
    for (const Button* act : {m_next, m_action}) {
        if (act->isHidden())
            continue;
        const int wide = act->sizeHint().width();
        acts += wide + (shown > 0 ? gap : 0);
        widest = std::max(widest, wide);
        ++shown;
    }
    if (shown == 0 || room <= 0)
        return;
    const int high = m_action->sizeHint().height();
    const int words = room - m_mark->sizeHint().width() - gap;
    const bool fitsInRow = acts <= room;
    const int below = (fitsInRow ? high : shown * high + gap) + gap;
    const int beside = words - acts - gap;
    // Two acts leave the words a narrow column: two lines of it are pleasant, more are not.
    const int twoLines =
        static_cast<int>(2 * theme.metrics().lineHeightPx(theme.font(TextRole::BodyBold)) + 1);
    const int lower = m_words->heightForWidth(words) + below;
    const int most = shown > 1 ? std::min(lower, std::max(high, twoLines)) : lower;
    const bool isBeside = beside > 0 && std::max(m_words->heightForWidth(beside), high) <= most;
    m_row->setDirection(isBeside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_acts->setDirection(isBeside || fitsInRow ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    updateGeometry();
}

void Banner::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    arrange();
}

void Banner::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(*this);
    const Colours& c = theme.colours();
    const double border = theme.metrics().exactPx(mm::kBorder);
    const double radius = theme.px(mm::kRadiusControl);
    QPainter painter{this};
    switch (m_kind) {
    case Kind::Notice:
        paintPlate(painter, QRectF{rect()}, radius, c.sunken);
        return;
    case Kind::Warning:
        paintPlate(painter, QRectF{rect()}, radius, c.warningGround, c.warningInk, border);
        return;
    case Kind::Error:
        paintPlate(painter, QRectF{rect()}, radius, c.errorGround, c.errorInk, border);
        return;
    }
}

void Banner::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::StyleChange && layout())
        applyPadding();
    QFrame::changeEvent(event);
    if (event->type() == QEvent::StyleChange && layout())
        arrange();
}

DemoRibbon::DemoRibbon(QWidget* parent)
    : QWidget{parent}, m_words{new Label{words(), TextRole::BodyBold, this}}
{
    m_words->setAlignment(Qt::AlignCenter);
    m_words->setInk(Ink::Warning);
    auto* row = new QHBoxLayout{this};
    const int top = themeOf(*this).px(mm::kBorder);
    row->setContentsMargins(0, top, 0, top);
    row->addWidget(m_words, 1);
    setAccessibleName(words());
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

QString DemoRibbon::words()
{
    return tr("체험용 결제 · 실제 결제 아님");
}

void DemoRibbon::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_words->setText(words());
        setAccessibleName(words());
    }
    QWidget::changeEvent(event);
}

void DemoRibbon::paintEvent(QPaintEvent*)
{
    QPainter{this}.fillRect(rect(), themeOf(*this).colours().warningGround);
}

} // namespace coffee::ui
