// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/pages/review_page.h"

#include "kiosk/pages/basket_panel.h"
#include "shared/widgets/banner.h"
#include "shared/widgets/button.h"
#include "shared/widgets/card.h"
#include "shared/widgets/choice.h"
#include "shared/widgets/column_layout.h"
#include "shared/widgets/texts.h"
#include "shared/widgets/theme.h"

namespace coffee::kiosk {

using ui::Button;
using ui::ButtonKind;
using ui::Icon;
using ui::Label;
using ui::Space;
using ui::TextRole;

namespace {

const QString kHereId = QStringLiteral("service_here");
const QString kTakeAwayId = QStringLiteral("service_take-away");

} // namespace

ReviewPage::ReviewPage(PageParts parts, QWidget* parent)
    : Page{parent},
      m_parts{parts},
      m_halves{new QBoxLayout{QBoxLayout::TopToBottom}},
      m_title{new Label{TextRole::Title}},
      m_rows{new BasketRows{parts.basket}},
      m_suggested{new ui::Card},
      m_suggestedTitle{new Label{TextRole::BodyBold}},
      m_service{new ui::ChoiceGroup{ui::ChoiceGroup::Mode::One}},
      m_allergyNote{new Label{TextRole::Body}},
      m_allergy{new Button{QString{}, ButtonKind::Outline}},
      m_sum{new ui::Card},
      m_later{new ui::Banner},
      m_totalWords{new Label{TextRole::Heading}},
      m_total{new Label{TextRole::Title}},
      m_vat{new Label{TextRole::Body}},
      m_cash{new Label{TextRole::Body}},
      m_back{new Button{QString{}, ButtonKind::Outline}},
      m_pay{new Button{QString{}, ButtonKind::Filled}}
{
    const ui::Theme& theme = ui::themeOf(*this);
    auto* lines = new QVBoxLayout;
    lines->setSpacing(theme.px(Space::Medium));
    lines->addWidget(m_title);
    lines->addWidget(m_later); // before anything is paid
    lines->addWidget(m_rows);
    buildSuggestions(lines);
    lines->addStretch(1);
    auto* sum = new QVBoxLayout;
    sum->setSpacing(theme.px(Space::Large));
    buildSum(sum);
    m_halves->setSpacing(theme.px(Space::Large));
    m_halves->addLayout(lines, 3);
    m_halves->addLayout(sum, 2);
    body()->addLayout(m_halves);
    body()->addStretch(1);

    m_back->setObjectName(QStringLiteral("backButton"));
    m_back->setMark(Icon::Back);
    m_pay->setObjectName(QStringLiteral("payButton"));
    m_pay->setMark(Icon::Card);
    footer()->add(m_back);
    footer()->addMain(m_pay);

    connect(m_back, &QPushButton::clicked, this, [this] { m_parts.session.back(); });
    connect(m_pay, &QPushButton::clicked, this, [this] { m_parts.session.pay(); });
    connect(m_allergy, &QPushButton::clicked, this, &ReviewPage::allergyClicked);
    connect(m_rows, &BasketRows::editClicked, this,
            [this](LineId line) { m_parts.session.editLine(line); });
    connect(m_service, &ui::ChoiceGroup::chosenChanged, this, [this](const QStringList& chosen) {
        m_parts.basket.setService(chosen.contains(kHereId) ? ServiceMode::Here
                                                           : ServiceMode::TakeAway);
    });
}

void ReviewPage::buildSuggestions(QVBoxLayout* column)
{
    m_suggested->setObjectName(QStringLiteral("suggestionRow"));
    m_suggested->body()->addWidget(m_suggestedTitle);
    auto* acts = new QWidget;
    auto* row = new ui::ColumnLayout{acts};
    for (std::size_t place = 0; place < OrderSession::kSuggestionsMost; ++place) {
        auto* button = new Button{QString{}, ButtonKind::Outline};
        button->setObjectName(QStringLiteral("suggestion%1Button").arg(place + 1));
        button->setMark(Icon::Plus);
        connect(button, &QPushButton::clicked, this, [this, place] {
            const auto offered = m_parts.session.suggestions();
            if (place < offered.size())
                m_parts.session.chooseSuggested(offered[place]->id);
        });
        row->addWidget(button);
        m_suggestions.push_back(button);
    }
    m_suggested->body()->addWidget(acts);
    column->addWidget(m_suggested);
}

void ReviewPage::refreshSuggestions()
{
    const auto offered = m_parts.session.suggestions();
    const bool opening = m_parts.session.phase() == Phase::Opening;
    m_suggestedTitle->setText(tr("함께 드시겠어요?"));
    for (std::size_t place = 0; place < m_suggestions.size(); ++place) {
        Button* button = m_suggestions[place];
        button->setVisible(place < offered.size());
        button->setEnabled(!opening);
        if (place >= offered.size())
            continue;
        button->setText(ui::texts::local(offered[place]->name));
        button->setDetail(ui::texts::money(offered[place]->price));
    }
    m_suggested->setVisible(!offered.empty() && !isEasy());
}

void ReviewPage::buildSum(QVBoxLayout* column)
{
    const ui::Theme& theme = ui::themeOf(*this);
    m_service->setObjectName(QStringLiteral("serviceGroup"));
    m_allergy->setObjectName(QStringLiteral("allergyButton"));
    m_allergy->setMark(Icon::Allergy);
    m_vat->setInk(ui::Ink::Second);
    m_cash->setObjectName(QStringLiteral("cashLabel"));
    m_later->setObjectName(QStringLiteral("laterBanner"));
    m_total->setObjectName(QStringLiteral("totalLabel"));
    m_total->setAlignment(Qt::AlignRight | Qt::AlignVCenter);

    auto* allergy = new QVBoxLayout;
    allergy->setSpacing(theme.px(Space::Small));
    allergy->addWidget(m_allergy);
    allergy->addWidget(m_allergyNote);

    auto* total = new QHBoxLayout;
    total->addWidget(m_totalWords);
    total->addWidget(m_total, 1);
    m_sum->body()->addLayout(total);
    m_sum->body()->addWidget(m_vat);
    m_sum->body()->addWidget(m_cash);

    column->addWidget(m_service);
    column->addLayout(allergy);
    column->addWidget(m_sum);
    column->addStretch(1);
}

void ReviewPage::setWide(bool wide)
{
    Page::setWide(wide);
    m_halves->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void ReviewPage::arrive()
{
    // A refused price or a sold-out item brings the customer back here: the place stays as it was.
    refresh();
}

void ReviewPage::refresh()
{
    const CustomerBasket& basket = m_parts.basket;
    m_title->setText(tr("이대로 주문할까요?"));
    m_rows->setChanged(m_parts.session.changedLine());
    m_rows->refresh();
    refreshSuggestions();
    const bool here = basket.service() == ServiceMode::Here;
    m_service->setTitle(tr("드시는 곳"), QString{});
    m_service->setChoices(
        {{kHereId, tr("매장에서"), {}, here, false}, {kTakeAwayId, tr("포장"), {}, !here, false}});

    const QString note = QString::fromStdString(basket.allergyNote());
    m_allergy->setText(note.isEmpty() ? tr("알레르기가 있으신가요?") : tr("알레르기 내용 바꾸기"));
    m_allergyNote->setText(note.isEmpty() ? QString{} : tr("바리스타에게 전할 내용: %1").arg(note));
    m_allergyNote->setVisible(!note.isEmpty());

    m_totalWords->setText(tr("결제할 금액"));
    m_total->setText(ui::texts::money(m_parts.session.totalToPay()));
    m_vat->setText(
        tr("부가세 %1이 들어 있어요.").arg(ui::texts::money(containedVat(basket.taxableTotal()))));
    m_vat->setVisible(!isEasy());
    m_cash->setText(tr("카드로 결제해요. 현금은 직원에게 말씀해 주세요."));
    m_cash->setVisible(m_parts.front.takesCashAtCounter);
    m_later->setMessage(
        ui::Banner::Kind::Notice, Icon::Clock,
        m_parts.session.barAway()
            ? plainly(tr("지금은 바리스타 화면이 꺼져 있어요. 주문은 되지만 준비가 평소보다 "
                         "오래 걸릴 수 있어요."),
                      tr("지금은 오래 걸릴 수 있어요."))
            : QString{});
    refreshFooter();
    const bool opening = m_parts.session.phase() == Phase::Opening;
    for (QWidget* part : {static_cast<QWidget*>(m_rows), static_cast<QWidget*>(m_service),
                          static_cast<QWidget*>(m_allergy), static_cast<QWidget*>(m_back)})
        part->setEnabled(!opening);
}

void ReviewPage::refreshFooter()
{
    const bool opening = m_parts.session.phase() == Phase::Opening;
    m_back->setText(tr("메뉴 더 담기"));
    m_pay->setText(tr("%1 결제하기").arg(ui::texts::money(m_parts.session.totalToPay())));
    m_pay->setBusy(opening ? tr("확인하고 있어요.") : QString{});
}

} // namespace coffee::kiosk
