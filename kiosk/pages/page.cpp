// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/pages/page.h"

#include "shared/widgets/paint.h"
#include "shared/widgets/theme.h"
#include "shared/widgets/touch_scroll_area.h"

#include <QEvent>
#include <QPainter>

namespace coffee::kiosk {

FooterBar::FooterBar(QWidget* parent) : QWidget{parent}, m_row{new QBoxLayout{QBoxLayout::LeftToRight, this}}
{
    const ui::Theme& theme = ui::themeOf(*this);
    const int side = theme.px(ui::Space::Medium);
    const int edge = theme.px(ui::Space::Small);
    m_row->setContentsMargins(side, edge, side, edge);
    m_row->setSpacing(theme.px(ui::Space::Small));
}

void FooterBar::add(QWidget* act, int stretch)
{
    m_row->addWidget(act, stretch);
    arrange();
}

void FooterBar::arrange()
{
    int wanted = -m_row->spacing();
    for (int index = 0; index < m_row->count(); ++index)
        if (const QWidget* act = m_row->itemAt(index)->widget(); act && !act->isHidden())
            wanted += act->sizeHint().width() + m_row->spacing();
    const QMargins around = m_row->contentsMargins();
    const bool fits = wanted <= width() - around.left() - around.right();
    const auto direction = fits ? QBoxLayout::LeftToRight : QBoxLayout::BottomToTop;
    if (direction != m_row->direction())
        m_row->setDirection(direction);
}

void FooterBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool FooterBar::event(QEvent* event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest)
        arrange();
    return done;
}

void FooterBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        arrange();
}

void FooterBar::paintEvent(QPaintEvent*)
{
    const ui::Theme& theme = ui::themeOf(*this);
    QPainter painter{this};
    painter.fillRect(rect(), theme.colours().surface);
    painter.fillRect(QRectF{0.0, 0.0, double(width()), theme.metrics().exactPx(ui::mm::kBorder)},
                     theme.colours().hairline);
}

Page::Page(QWidget* parent)
    : QWidget{parent}, m_column{new QVBoxLayout{this}}, m_head{new QVBoxLayout},
      m_scroll{new ui::TouchScrollArea{this}}
{
    const ui::Theme& theme = ui::themeOf(*this);
    const int side = theme.px(ui::Space::Medium);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_head->setContentsMargins(side, 0, side, 0);
    m_head->setSpacing(theme.px(ui::Space::Small));
    m_column->addLayout(m_head);
    auto* content = new QWidget;
    content->setAutoFillBackground(false);
    m_body = new QVBoxLayout{content};
    m_body->setContentsMargins(side, theme.px(ui::Space::Small), side, theme.px(ui::Space::Medium));
    m_body->setSpacing(theme.px(ui::Space::Medium));
    m_scroll->setWidget(content);
    content->setAutoFillBackground(false);
    m_column->addWidget(m_scroll, 1);
    m_footer = new FooterBar{this};
    m_column->addWidget(m_footer);
}

void Page::arrive()
{
    refresh();
    m_scroll->scrollToTop();
}

void Page::setWide(bool wide)
{
    m_wide = wide;
}

void Page::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace coffee::kiosk
