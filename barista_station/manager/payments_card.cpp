// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/payments_card.h"

#include "barista_station/manager/payment_chart.h"
#include "barista_station/manager/payment_words.h"

#include "shared/widgets/button.h"
#include "shared/widgets/layouts.h"
#include "shared/widgets/texts.h"

#include <QBoxLayout>
#include <QEvent>

#include <algorithm>

namespace coffee::station {

using namespace coffee::ui;

namespace {

/// Narrower than this, the acts stand below the words.
constexpr double kFoldMm = 230.0;

} // namespace

PaymentsCard::PaymentsCard(QWidget* parent)
    : Card{parent},
      m_title{new Label{TextRole::Button, this}},
      m_mark{new IconMark{Icon::Done, TextRole::BodyBold, this}},
      m_state{new Label{TextRole::BodyBold, this}},
      m_counts{new Label{TextRole::Body, this}},
      m_hour{new Label{TextRole::Body, this}},
      m_chart{new PaymentChart{this}},
      m_turnsTitle{new Label{TextRole::BodyBold, this}},
      m_turns{new QVBoxLayout}
{
    setObjectName(QStringLiteral("paymentsCard"));
    m_state->setObjectName(QStringLiteral("paymentsState"));
    m_counts->setObjectName(QStringLiteral("paymentsCounts"));
    m_hour->setObjectName(QStringLiteral("paymentsHour"));
    const auto button = [this](const char* name, Icon icon) {
        auto* made = new Button{QString{}, ButtonKind::Outline, this};
        made->setObjectName(QLatin1String{name});
        made->setMark(icon);
        made->setTextRole(TextRole::BodyBold);
        return made;
    };
    m_stop = button("stopCards", Icon::Pause);
    m_try = button("tryCards", Icon::Refresh);
    m_accept = button("acceptCards", Icon::Play);
    connect(m_stop, &QPushButton::clicked, this, &PaymentsCard::stopClicked);
    connect(m_try, &QPushButton::clicked, this, &PaymentsCard::tryClicked);
    connect(m_accept, &QPushButton::clicked, this, &PaymentsCard::acceptClicked);

    const Theme& theme = themeOf(*this);
    const int tight = theme.px(Space::Tight);
    auto* state = new QHBoxLayout;
    state->setSpacing(tight);
    state->addWidget(m_mark, 0, Qt::AlignVCenter);
    state->addWidget(m_state, 1);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_title);
    words->addLayout(state);
    words->addWidget(m_counts);
    auto* acts = new QHBoxLayout;
    acts->setSpacing(theme.px(Space::Small));
    acts->addWidget(m_try, 0, Qt::AlignVCenter);
    acts->addWidget(m_accept, 0, Qt::AlignVCenter);
    acts->addWidget(m_stop, 0, Qt::AlignVCenter);
    m_head = new QHBoxLayout;
    m_head->setSpacing(theme.px(Space::Small));
    m_head->addLayout(words, 1);
    m_head->addLayout(acts);
    m_turns->setSpacing(0);
    setPadding(Space::Small);
    body()->setSpacing(tight);
    body()->addLayout(m_head);
    body()->addWidget(m_hour);
    body()->addWidget(m_chart);
    body()->addWidget(m_turnsTitle);
    body()->addLayout(m_turns);
    m_counts->setInk(Ink::Second);
    setWords();
}

void PaymentsCard::setFacts(const PaymentFacts& facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    showState();
    showTurns();
}

void PaymentsCard::setWords()
{
    m_title->setText(tr("카드 결제"));
    m_stop->setText(tr("카드 결제 멈추기"));
    m_try->setText(tr("지금 다시 시도"));
    m_accept->setText(tr("카드 다시 받기"));
    m_turnsTitle->setText(tr("지난 1시간의 변화"));
    showState();
    showTurns();
}

void PaymentsCard::showState()
{
    const auto since = [this](const QString& words) {
        return m_facts.since == ShopTime{}
                   ? words
                   : tr("%1 · %2부터").arg(words, ui::texts::timeOfDay(m_facts.since));
    };
    switch (m_facts.breaker) {
    case BreakerState::Closed:
        m_mark->setMark(Icon::Done, Ink::Accent);
        m_state->setInk(Ink::Accent);
        m_state->setText(since(tr("받고 있어요")));
        break;
    case BreakerState::Open:
        m_mark->setMark(Icon::Error, Ink::Error);
        m_state->setInk(Ink::Error);
        m_state->setText(
            m_facts.until == ShopTime{}
                ? since(tr("멈췄어요"))
                : tr("%1 · %2에 저절로 다시 시도")
                      .arg(since(tr("멈췄어요")), ui::texts::timeOfDay(m_facts.until)));
        break;
    case BreakerState::HalfOpen:
        m_mark->setMark(Icon::Alert, Ink::Warning);
        m_state->setInk(Ink::Warning);
        m_state->setText(since(tr("한 건씩 시험하고 있어요")));
        break;
    }
    m_stop->setVisible(m_facts.breaker != BreakerState::Open);
    m_try->setVisible(m_facts.breaker == BreakerState::Open);
    m_accept->setVisible(m_facts.breaker != BreakerState::Closed);
    m_counts->setText(m_facts.running ? tr("진행 중 %1건 · 차례 기다림 %2건 · 결과 모름 %3건")
                                            .arg(*m_facts.running)
                                            .arg(m_facts.waiting)
                                            .arg(m_facts.unknown)
                                      : tr("결과 모름 %1건").arg(m_facts.unknown));
    m_hour->setText(m_facts.hour ? hourWords(*m_facts.hour)
                                 : tr("지난 1시간의 결제를 아직 듣지 못했어요."));
    const bool drawn = m_facts.hour && !m_facts.hour->isEmpty();
    m_chart->setVisible(drawn);
    if (drawn)
        m_chart->setHour(*m_facts.hour);
}

void PaymentsCard::showTurns()
{
    clearLayout(*m_turns);
    m_turnsTitle->setVisible(!m_facts.turns.empty());
    const std::size_t shown = std::min(m_facts.turns.size(), kTurnsShown);
    for (std::size_t place = 0; place < shown; ++place) {
        const BreakerTurn& turn = m_facts.turns[place];
        auto* line =
            new Label{QStringLiteral("%1  %2").arg(ui::texts::timeOfDay(turn.at), turnWords(turn)),
                      TextRole::Body, this};
        line->setObjectName(QStringLiteral("paymentTurn_%1").arg(place));
        m_turns->addWidget(line);
    }
    if (m_facts.turns.size() > shown)
        m_turns->addWidget(new Label{
            tr("그 전에 %n번 더", nullptr, static_cast<int>(m_facts.turns.size() - shown)),
            TextRole::Body, this});
}

void PaymentsCard::resizeEvent(QResizeEvent* event)
{
    Card::resizeEvent(event);
    const bool isNarrow = width() < themeOf(*this).px(kFoldMm);
    m_head->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void PaymentsCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        setWords();
    Card::changeEvent(event);
}

} // namespace coffee::station
