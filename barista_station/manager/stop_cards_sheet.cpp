// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/stop_cards_sheet.h"

#include "shared/widgets/choice.h"
#include "shared/widgets/label.h"

#include <QBoxLayout>

#include <array>

namespace coffee::station {

using namespace coffee::ui;

namespace {

constexpr std::array kMinutes{5, 15, 60};

} // namespace

StopCardsSheet::StopCardsSheet(QWidget* host)
    : ActSheet{QStringLiteral("stopCards"), host},
      m_minutes{new ChoiceGroup{ChoiceGroup::Mode::One, this}},
      m_explain{new Label{TextRole::Body, this}}
{
    m_minutes->setObjectName(QStringLiteral("stopCardsMinutes"));
    m_explain->setInk(Ink::Second);
    confirm().setMark(Icon::Pause);
    content()->addWidget(m_minutes);
    content()->addWidget(m_explain);
    closeContent();
    connect(m_minutes, &ChoiceGroup::chosenChanged, this, &StopCardsSheet::showConfirm);
    connect(&confirm(), &QPushButton::clicked, this, [this] { Q_EMIT stopClicked(minutes()); });
    setWords();
}

void StopCardsSheet::setWords()
{
    ActSheet::setWords();
    setTitle(tr("카드 결제 멈추기"));
    m_minutes->setTitle(tr("얼마나 멈출까요?"), QString{});
    std::vector<Choice> choices;
    for (const int minutes : kMinutes)
        choices.push_back({QString::number(minutes),
                           tr("%n분", nullptr, minutes),
                           {},
                           minutes == kMinutes.front(),
                           false});
    m_minutes->setChoices(choices);
    m_explain->setText(tr(
        "그동안 손님은 메뉴를 고를 수 있지만 카드를 대기 전에 잠시 기다려 달라는 안내를 봐요. 이미 "
        "결제 중인 것은 끝까지 처리해요. 시간이 지나면 한 건씩 시험해 보고 저절로 다시 받아요."));
    showConfirm();
}

int StopCardsSheet::minutes() const
{
    return m_minutes->chosen().value(0).toInt();
}

void StopCardsSheet::showConfirm()
{
    confirm().setText(tr("%n분 동안 멈추기", nullptr, minutes()));
}

} // namespace coffee::station
