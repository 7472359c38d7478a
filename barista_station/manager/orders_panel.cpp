// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/orders_panel.h"

#include "barista_station/model/recall_list.h"
#include "barista_station/pages/station_texts.h"

#include "shared/widgets/button.h"
#include "shared/widgets/card.h"
#include "shared/widgets/input.h"
#include "shared/widgets/layouts.h"
#include "shared/widgets/texts.h"
#include "shared/widgets/touch_scroll_area.h"

#include <QBoxLayout>
#include <QEvent>

namespace coffee::station {

using namespace coffee::ui;

namespace {

Badge::Tone toneOf(OrderState state)
{
    switch (state) {
    case OrderState::Queued:
    case OrderState::Collected:
        return Badge::Tone::Neutral;
    case OrderState::Making:
        return Badge::Tone::Warning;
    case OrderState::Ready:
        return Badge::Tone::Accent;
    case OrderState::Cancelled:
        return Badge::Tone::Error;
    }
    return Badge::Tone::Neutral;
}

} // namespace

OrdersPanel::OrdersPanel(Language language, const Menu& menu, QWidget* parent)
    : QWidget{parent},
      m_language{language},
      m_menu{menu},
      m_title{new Label{TextRole::Heading, this}},
      m_search{new SearchField{QString{}, this}},
      m_empty{new EmptyState{Icon::Receipt, QString{}, QString{}, this}}
{
    setObjectName(QStringLiteral("ordersPanel"));
    m_search->setObjectName(QStringLiteral("orderSearch"));
    const Theme& theme = themeOf(*this);
    auto* content = new QWidget;
    m_list = new QVBoxLayout{content};
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(theme.px(Space::Tight));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(Space::Tight));
    column->addWidget(m_title);
    column->addWidget(m_search);
    column->addWidget(m_empty);
    column->addWidget(new TouchScrollArea{content, this}, 1);
    connect(m_search, &QLineEdit::textChanged, this, &OrdersPanel::searchChanged);
    setWords();
}

void OrdersPanel::setWords()
{
    m_title->setText(tr("주문"));
    m_search->setPlaceholderText(tr("주문 번호로 찾기"));
    m_search->setAccessibleName(tr("주문 번호로 찾기"));
    m_empty->setWords(tr("주문이 없어요"), tr("결제된 주문이 여기에 나타나요."));
    rebuild();
}

QString OrdersPanel::search() const
{
    return m_search->text().trimmed();
}

void OrdersPanel::setSearch(const QString& number)
{
    m_search->setText(number);
    m_search->setFocus(Qt::OtherFocusReason);
}

void OrdersPanel::setRows(const std::vector<OrderRow>& rows)
{
    if (rows == m_rows)
        return;
    m_rows = rows;
    rebuild();
}

void OrdersPanel::rebuild()
{
    clearLayout(*m_list);
    std::size_t shown = 0;
    for (const OrderRow& row : m_rows)
        if (shown++ < kShownMax)
            m_list->addWidget(rowOf(row));
    m_list->addStretch(1);
    m_empty->setVisible(m_rows.empty());
}

QWidget* OrdersPanel::rowOf(const OrderRow& row)
{
    const Theme& theme = themeOf(*this);
    auto* card = new Card;
    card->setObjectName(QStringLiteral("order_%1").arg(row.number));
    card->setPadding(Space::Small);
    auto* number = new Label{ui::texts::orderNumber(row.number), TextRole::Heading, card};
    auto* state = new Badge{ui::texts::state(row.state), toneOf(row.state), card};
    auto* total = new Label{ui::texts::money(row.total), TextRole::BodyBold, card};
    total->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* head = new QHBoxLayout;
    head->setSpacing(theme.px(Space::Small));
    head->addWidget(number);
    head->addWidget(state);
    head->addWidget(total, 1);
    auto* lines = new Label{summaryOf(row.lines, m_language, &m_menu), TextRole::Body, card};
    QString facts = QStringLiteral("%1 · %2 · %3")
                        .arg(ui::texts::timeOfDay(row.paidAt), ui::texts::service(row.service),
                             texts::machine(Role::Kiosk, row.kiosk));
    if (row.refunded > Money{})
        facts = (row.refundsOpen > 0 ? tr("%1 · 환불 중 %2") : tr("%1 · 환불 완료 %2"))
                    .arg(facts, ui::texts::money(row.refunded));
    auto* small = new Label{facts, TextRole::Body, card};
    small->setInk(Ink::Second);
    card->body()->setSpacing(theme.px(mm::kBorder));
    card->body()->addLayout(head);
    card->body()->addWidget(lines);
    card->body()->addWidget(small);
    card->setAccessibleName(QStringLiteral("%1, %2, %3, %4")
                                .arg(ui::texts::orderNumberSpoken(row.number), state->text(),
                                     lines->text(), total->text()));
    if (!row.canCancel && !row.canRefund)
        return card;

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme.px(mm::kTargetGap));
    const OrderId order = row.order;
    if (row.canCancel) {
        auto* cancel = new Button{tr("주문 취소"), ButtonKind::Outline, card};
        cancel->setObjectName(QStringLiteral("cancelOrder_%1").arg(row.number));
        cancel->setAccessibleName(tr("주문 %1 취소").arg(row.number));
        cancel->setTextRole(TextRole::BodyBold);
        cancel->setMark(Icon::Stop);
        connect(cancel, &QPushButton::clicked, this,
                [this, order] { Q_EMIT cancelClicked(order); });
        buttons->addWidget(cancel, 1);
    }
    if (row.canRefund) {
        auto* refund = new Button{tr("환불"), ButtonKind::Outline, card};
        refund->setObjectName(QStringLiteral("refundOrder_%1").arg(row.number));
        refund->setAccessibleName(tr("주문 %1 환불").arg(row.number));
        refund->setTextRole(TextRole::BodyBold);
        refund->setMark(Icon::Refund);
        connect(refund, &QPushButton::clicked, this,
                [this, order] { Q_EMIT refundClicked(order); });
        buttons->addWidget(refund, 1);
    }
    card->body()->addSpacing(theme.px(Space::Tight));
    card->body()->addLayout(buttons);
    return card;
}

void OrdersPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        setWords();
    QWidget::changeEvent(event);
}

} // namespace coffee::station
