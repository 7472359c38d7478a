// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/pages/upper_screen.h"

#include "kiosk/pages/attract_parts.h"
#include "kiosk/pages/page.h"
#include "shared/widgets/label.h"
#include "shared/widgets/texts.h"
#include "shared/widgets/theme.h"

#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace coffee::kiosk {
namespace {

constexpr int kPictureShare = 6;

} // namespace

UpperScreen::UpperScreen(const MenuModel& menu, QWidget* parent)
    : QWidget{parent},
      m_menu{menu},
      m_hero{new HeroPicture},
      m_shop{new ui::Label{ui::TextRole::Title}},
      m_advice{new ui::Label{ui::TextRole::Body}}
{
    setObjectName(QStringLiteral("upperScreen"));
    const ui::Theme& theme = ui::themeOf(*this);
    const int side = theme.px(ui::Space::Medium);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(side, side, side, side);
    column->setSpacing(theme.px(ui::Space::Small));
    column->addStretch(1);
    column->addWidget(m_hero, kPictureShare);
    column->addWidget(m_shop);
    column->addWidget(m_advice);
    column->addStretch(1);
    m_advice->setInk(ui::Ink::Second);
    for (ui::Label* centred : {m_shop, m_advice})
        centred->setAlignment(Qt::AlignCenter);
}

void UpperScreen::refresh()
{
    m_hero->setImages(heroImages(m_menu));
    m_shop->setText(ui::texts::local(m_menu.menu().shopName));
    m_advice->setText(tr("아래쪽에서 모두 하실 수 있어요."));
    fit();
}

void UpperScreen::fit()
{
    const auto* column = static_cast<QBoxLayout*>(layout());
    const QMargins around = column->contentsMargins();
    const int width = this->width() - around.left() - around.right();
    const int room = height() - around.top() - around.bottom();
    const std::vector<QWidget*> owned{m_hero, m_shop, m_advice};
    const auto fits = [&](std::vector<QWidget*> without) {
        return heightOf(*column, width, nullptr, {owned, std::move(without)}) <= room;
    };
    // The picture takes what is left over, from its least size on.
    m_hero->setVisible(heightOf(*column, width, nullptr, {owned, {m_hero}}) +
                           m_hero->minimumSizeHint().height() + column->spacing() <=
                       room);
    m_advice->setVisible(fits({m_hero}));
    m_shop->setVisible(fits({m_hero, m_advice}));
}

void UpperScreen::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

void UpperScreen::paintEvent(QPaintEvent*)
{
    const ui::Theme& theme = ui::themeOf(*this);
    QPainter painter{this};
    painter.fillRect(rect(), theme.colours().surface);
    const double line = theme.metrics().exactPx(ui::mm::kBorder);
    painter.fillRect(QRectF{0.0, height() - line, double(width()), line}, theme.colours().hairline);
}

void UpperScreen::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace coffee::kiosk
