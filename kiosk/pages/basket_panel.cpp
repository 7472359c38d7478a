// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/pages/basket_panel.h"

#include "kiosk/pages/kiosk_words.h"
#include "shared/widgets/basket_row.h"
#include "shared/widgets/button.h"
#include "shared/widgets/card.h"
#include "shared/widgets/picture.h"
#include "shared/widgets/texts.h"
#include "shared/widgets/theme.h"
#include "shared/widgets/touch_scroll_area.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>
#include <QStringList>

#include <algorithm>

namespace coffee::kiosk {

using ui::Button;
using ui::ButtonKind;
using ui::Icon;
using ui::Label;
using ui::Space;
using ui::TextRole;
using ui::themeOf;

namespace {

constexpr double kLargeText = 1.3;
/// How many lines the bar names; the rest are counted.
constexpr std::size_t kNamedInBar = 3;

ui::BasketRowContent contentOf(const BasketEntry& entry, const CustomerBasket& basket)
{
    ui::BasketRowContent content;
    content.id = QString::number(entry.id);
    content.name = words::nameToMake(entry.priced);
    content.options = words::options(entry.priced, basket.menu());
    content.price = ui::texts::money(entry.priced.total);
    if (const MenuItem* item = basket.menu().item(entry.line.item))
        content.image = QString::fromStdString(item->image);
    for (const PricedOption& option : entry.priced.options) // as it was chosen: ICE or HOT
        content.image = ui::pictureVariant(content.image, QString::fromStdString(option.choice));
    content.quantity = entry.quantity();
    content.quantityMost = basket.quantityMost(entry.id);
    return content;
}

} // namespace

BasketRows::BasketRows(CustomerBasket& basket, QWidget* parent)
    : QWidget{parent}, m_basket{basket}, m_column{new QVBoxLayout{this}}
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(themeOf(*this).px(Space::Small));
}

void BasketRows::refresh()
{
    for (auto row = m_rows.begin(); row != m_rows.end();) {
        if (m_basket.find(row->first)) {
            ++row;
            continue;
        }
        // Its own button may be what removed it: it must live until that click has returned.
        row->second->hide();
        row->second->deleteLater();
        row = m_rows.erase(row);
    }
    int place = 0;
    for (const BasketEntry& entry : m_basket.entries()) {
        ui::BasketRowContent content = contentOf(entry, m_basket);
        if (m_changed == entry.id)
            content.news = tr("바꿨어요");
        ui::BasketRow*& row = m_rows[entry.id];
        if (row) {
            row->setContent(content);
        } else {
            row = new ui::BasketRow{content, this};
            const LineId id = entry.id;
            connect(row, &ui::BasketRow::quantityChanged, this,
                    [this, id](const QString&, int count) { m_basket.setQuantity(id, count); });
            connect(row, &ui::BasketRow::removeClicked, this, [this, id] { m_basket.remove(id); });
            connect(row, &ui::BasketRow::editClicked, this, [this, id] { Q_EMIT editClicked(id); });
            m_column->insertWidget(place, row);
        }
        ++place;
    }
}

BasketPanel::BasketPanel(CustomerBasket& basket, QWidget* parent)
    : QWidget{parent},
      m_basket{basket},
      m_title{new Label{TextRole::BodyBold, this}},
      m_lines{new Label{TextRole::Body, this}},
      m_empty{new ui::EmptyState{Icon::Basket, QString{}, QString{}, this}},
      m_scroll{new ui::TouchScrollArea{this}},
      m_rows{new BasketRows{basket}},
      m_review{new Button{QString{}, ButtonKind::Filled, this}}
{
    const ui::Theme& theme = themeOf(*this);
    setObjectName(QStringLiteral("basketPanel"));
    m_review->setObjectName(QStringLiteral("reviewButton"));
    m_review->setMark(Icon::Basket);
    m_lines->setInk(ui::Ink::Second);
    m_scroll->setWidget(m_rows);
    m_rows->setAutoFillBackground(false);

    auto* column = new QVBoxLayout{this};
    const int side = theme.px(Space::Medium);
    column->setContentsMargins(side, theme.px(Space::Small), side, theme.px(Space::Small));
    column->setSpacing(theme.px(Space::Small));
    auto* text = new QVBoxLayout;
    text->setSpacing(0);
    text->addWidget(m_title);
    text->addWidget(m_lines);
    m_bar = new QBoxLayout{QBoxLayout::LeftToRight};
    m_bar->setSpacing(theme.px(Space::Medium));
    m_bar->addLayout(text, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_scroll, 1);
    column->addLayout(m_bar);
    m_bar->addWidget(m_review);

    connect(m_review, &QPushButton::clicked, this, &BasketPanel::reviewClicked);
    connect(m_rows, &BasketRows::editClicked, this, &BasketPanel::editClicked);
    setBeside(false);
}

void BasketPanel::setBeside(bool beside)
{
    m_beside = beside;
    arrangeBar();
    refresh();
}

void BasketPanel::arrangeBar()
{
    // Large text needs two rows for it, but on a wide screen.
    const int words = std::max(m_title->sizeHint().width(), m_lines->minimumSizeHint().width());
    const bool large = themeOf(*this).metrics().textFactor() > kLargeText;
    const int room = width() - m_review->sizeHint().width() - m_bar->spacing() -
                     layout()->contentsMargins().left() - layout()->contentsMargins().right();
    const bool upright = m_beside || (large && words > room);
    m_bar->setDirection(upright ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void BasketPanel::setShort(bool isShort)
{
    if (isShort == m_isShort)
        return;
    m_isShort = isShort;
    refresh();
}

void BasketPanel::refresh()
{
    const bool empty = m_basket.isEmpty();
    m_title->setText(empty ? tr("담은 메뉴가 없어요.")
                           : tr("담은 메뉴 %n개", nullptr, m_basket.units()));
    QStringList lines;
    for (const BasketEntry& entry : m_basket.entries())
        if (lines.size() < static_cast<qsizetype>(kNamedInBar))
            lines.append(words::lineInShort(entry.priced));
    const auto more = static_cast<int>(m_basket.entries().size()) - static_cast<int>(lines.size());
    QString named = lines.join(QStringLiteral(", "));
    if (more > 0)
        named = tr("%1, 그 밖에 %n가지", nullptr, more).arg(named);
    m_lines->setText(empty ? tr("메뉴를 골라 주세요.") : named);
    m_lines->setVisible(!m_beside && !m_isShort);
    m_title->setVisible(!m_beside || !empty);
    m_empty->setWords(tr("담은 메뉴가 없어요."), tr("메뉴를 골라 주세요."));
    m_empty->setVisible(m_beside && empty);
    m_scroll->setVisible(m_beside && !empty);
    if (m_beside)
        m_rows->refresh();
    m_review->setText(tr("주문 확인"));
    m_review->setDetail(empty ? QString{} : ui::texts::money(m_basket.total()));
    m_review->setEnabled(!empty);
    arrangeBar();
}

void BasketPanel::paintEvent(QPaintEvent*)
{
    const ui::Theme& theme = themeOf(*this);
    QPainter painter{this};
    painter.fillRect(rect(), theme.colours().surface);
    const double line = theme.metrics().exactPx(ui::mm::kBorder);
    const QRectF edge = m_beside ? QRectF{0.0, 0.0, line, double(height())}
                                 : QRectF{0.0, 0.0, double(width()), line};
    painter.fillRect(edge, theme.colours().hairline);
}

void BasketPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrangeBar();
}

void BasketPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        arrangeBar();
}

} // namespace coffee::kiosk
