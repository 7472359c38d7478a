// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/banner.h"

#include "shared/widgets/button.h"
#include "shared/widgets/label.h"
#include "shared/widgets/paint.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QEvent>
#include <QPainter>

namespace coffee::ui {

Banner::Banner(QWidget* parent)
    : QFrame{parent},
      m_mark{new IconMark{Icon::Info, TextRole::Body, this}},
      m_words{new Label{TextRole::BodyBold, this}},
      m_action{new Button{this}}
{
    auto* row = new QHBoxLayout{this};
    row->addWidget(m_mark);
    row->addWidget(m_words, 1);
    row->addWidget(m_action);
    m_action->setObjectName(QStringLiteral("bannerButton"));
    m_action->setTextRole(TextRole::BodyBold);
    m_action->hide();
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
