// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/slow_sheet.h"

#include "barista_station/manager/ordering_words.h"

#include "shared/widgets/choice.h"
#include "shared/widgets/label.h"

#include <QBoxLayout>

#include <algorithm>
#include <array>

namespace coffee::station {

using namespace coffee::ui;

namespace {

constexpr std::array<std::int32_t, 4> kPaces{10, 20, 30, 45};

} // namespace

SlowSheet::SlowSheet(QWidget* host)
    : ActSheet{QStringLiteral("slow"), host},
      m_state{new Label{TextRole::BodyBold, this}},
      m_minutes{new ChoiceGroup{ChoiceGroup::Mode::One, this}},
      m_explain{new Label{TextRole::Body, this}}
{
    m_minutes->setObjectName(QStringLiteral("slowMinutes"));
    m_explain->setInk(Ink::Second);
    content()->addWidget(m_state);
    content()->addWidget(m_minutes);
    content()->addWidget(m_explain);
    closeContent();
    connect(m_minutes, &ChoiceGroup::chosenChanged, this, &SlowSheet::showConfirm);
    connect(&confirm(), &QPushButton::clicked, this, [this] { Q_EMIT paceClicked(minutes()); });
    setWords();
}

void SlowSheet::setWords()
{
    ActSheet::setWords();
    setTitle(tr("주문 천천히 받기"));
    m_state->setText(m_now == 0 ? tr("지금은 손님이 주문하는 대로 받고 있어요.")
                                : paceWords(m_now));
    m_minutes->setTitle(tr("15분 동안 얼마나 받을까요?"), QString{});
    std::vector<Choice> choices;
    for (const std::int32_t pace : kPaces)
        choices.push_back({QString::number(pace), tr("만들 시간 %n분", nullptr, pace),
                           tr("커피 약 %n잔", nullptr, coffeesIn(pace)), pace == m_now, false});
    choices.push_back(
        {QString::number(0), tr("제한 없음"), tr("주문하는 대로"), m_now == 0, false});
    // What was set elsewhere can be kept.
    if (m_now != 0 && std::find(kPaces.begin(), kPaces.end(), m_now) == kPaces.end())
        choices.push_back({QString::number(m_now), tr("만들 시간 %n분", nullptr, m_now),
                           tr("커피 약 %n잔", nullptr, coffeesIn(m_now)), true, false});
    m_minutes->setChoices(choices);
    m_explain->setText(
        tr("지난 15분에 받은 주문을 만드는 데 드는 시간을 더해, 고른 시간을 넘는 주문은 조금 뒤에 "
           "받아요. 그 손님은 결제하기 전에 잠시 기다려 달라는 안내를 봐요. 이미 받은 주문은 "
           "그대로예요."));
    showConfirm();
}

int SlowSheet::minutes() const
{
    return m_minutes->chosen().value(0).toInt();
}

void SlowSheet::showConfirm()
{
    confirm().setText(minutes() == 0
                          ? tr("제한 없이 받기")
                          : tr("15분에 커피 약 %n잔만 받기", nullptr, coffeesIn(minutes())));
    confirm().setUnavailable(minutes() == m_now ? tr("지금과 같아요.") : QString{});
}

void SlowSheet::ask(std::int32_t makingMinutes)
{
    m_now = makingMinutes;
    setWords();
    openReady();
}

} // namespace coffee::station
