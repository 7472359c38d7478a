// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/ordering_sheet.h"

#include "barista_station/manager/ordering_words.h"

#include "shared/widgets/card.h"
#include "shared/widgets/texts.h"

#include <QBoxLayout>
#include <QEvent>

namespace coffee::station {

using namespace coffee::ui;

OrderingSheet::OrderingSheet(QWidget* host)
    : Sheet{host},
      m_pause{addRow("pauseButton", Icon::Pause)},
      m_resume{new Button{QString{}, ButtonKind::Outline, this}},
      m_slow{addRow("slowButton", Icon::Clock)},
      m_hours{addRow("hoursButton", Icon::Store)},
      m_close{new Button{QString{}, ButtonKind::Outline, this}}
{
    setObjectName(QStringLiteral("orderingSheet"));
    m_resume->setObjectName(QStringLiteral("orderingResume"));
    m_resume->setMark(Icon::Play);
    m_resume->setTextRole(TextRole::BodyBold);
    m_close->setObjectName(QStringLiteral("orderingClose"));
    m_pause.line->addWidget(m_resume, 0, Qt::AlignVCenter);
    addButton(m_close);
    connect(m_pause.act, &QPushButton::clicked, this, &OrderingSheet::pauseClicked);
    connect(m_resume, &QPushButton::clicked, this, &OrderingSheet::resumeClicked);
    connect(m_slow.act, &QPushButton::clicked, this, &OrderingSheet::slowClicked);
    connect(m_hours.act, &QPushButton::clicked, this, &OrderingSheet::hoursClicked);
    connect(m_close, &QPushButton::clicked, this, [this] { closeSheet(); });
    setWords();
}

OrderingSheet::Row OrderingSheet::addRow(const char* name, Icon icon)
{
    auto* card = new Card{this};
    card->setPadding(Space::Small);
    Row row{new Label{TextRole::Button, card}, new Label{TextRole::Body, card},
            new Button{QString{}, ButtonKind::Outline, card}, new QHBoxLayout};
    row.state->setInk(Ink::Second);
    row.act->setObjectName(QLatin1String{name});
    row.act->setMark(icon);
    row.act->setTextRole(TextRole::BodyBold);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(row.title);
    words->addWidget(row.state);
    row.line->setSpacing(themeOf(*this).px(Space::Small));
    row.line->addLayout(words, 1);
    row.line->addWidget(row.act, 0, Qt::AlignVCenter);
    card->body()->addLayout(row.line);
    content()->addWidget(card);
    return row;
}

void OrderingSheet::setOffer(const OfferView& offer, const SaleHours& menu, bool known)
{
    if (offer == m_offer && menu == m_menu && known == m_menuKnown)
        return;
    m_offer = offer;
    m_menu = menu;
    m_menuKnown = known;
    setWords();
}

void OrderingSheet::setWords()
{
    setTitle(tr("주문 조절"));
    m_close->setText(tr("닫기"));
    const OrderingChanged& ordering = m_offer.ordering;
    const bool paused = ordering.state == OrderingState::Paused;
    m_pause.title->setText(tr("잠시 멈추기"));
    m_pause.act->setText(tr("주문 잠시 멈추기"));
    m_resume->setText(tr("주문 다시 받기"));
    m_pause.act->setVisible(!paused);
    m_resume->setVisible(paused);
    m_pause.state->setText(!paused ? tr("지금은 멈추지 않았어요.")
                           : ordering.untilMs == 0
                               ? tr("새 주문을 받지 않고 있어요.")
                               : tr("%1까지 새 주문을 받지 않아요.")
                                     .arg(ui::texts::timeOfDay(fromMs(ordering.untilMs))));
    m_slow.title->setText(tr("천천히 받기"));
    m_slow.act->setText(m_offer.makingMinutes == 0 ? tr("천천히 받기") : tr("바꾸기 · 끄기"));
    m_slow.state->setText(m_offer.makingMinutes == 0
                              ? tr("지금은 손님이 주문하는 대로 받고 있어요.")
                              : paceWords(m_offer.makingMinutes));
    m_hours.title->setText(tr("영업시간"));
    m_hours.act->setText(tr("영업시간 바꾸기"));
    if (m_offer.hours.own)
        m_hours.state->setText(tr("%1 · 매니저가 정한 시간").arg(hoursWords(m_offer.hours.hours)));
    else
        m_hours.state->setText(m_menuKnown ? tr("%1 · 메뉴에 적힌 시간").arg(hoursWords(m_menu))
                                           : tr("아직 몰라요."));
}

void OrderingSheet::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        setWords();
    Sheet::changeEvent(event);
}

} // namespace coffee::station
