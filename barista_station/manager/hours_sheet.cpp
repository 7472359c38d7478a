// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/hours_sheet.h"

#include "barista_station/manager/ordering_words.h"
#include "barista_station/manager/quarter_picker.h"

#include "shared/widgets/choice.h"
#include "shared/widgets/label.h"

#include <QBoxLayout>

namespace coffee::station {

using namespace coffee::ui;

namespace {

/// A day ends at midnight, which is the minute 1440 of it and not 0.
constexpr std::int32_t kToLeast = 15;
constexpr std::int32_t kUsualFrom = 8 * 60;
constexpr std::int32_t kUsualTo = 22 * 60;

} // namespace

HoursSheet::HoursSheet(QWidget* host)
    : ActSheet{QStringLiteral("hours"), host},
      m_state{new Label{TextRole::BodyBold, this}},
      m_from{new QuarterPicker{QStringLiteral("hoursFrom"), 0, this}},
      m_to{new QuarterPicker{QStringLiteral("hoursTo"), kToLeast, this}},
      m_days{new ChoiceGroup{ChoiceGroup::Mode::Several, this}},
      m_wanted{new Label{TextRole::BodyBold, this}},
      m_explain{new Label{TextRole::Body, this}},
      m_menu{new Button{QString{}, ButtonKind::Outline, this}}
{
    m_days->setObjectName(QStringLiteral("hoursDays"));
    m_menu->setObjectName(QStringLiteral("hoursMenu"));
    m_menu->setTextRole(TextRole::BodyBold);
    m_explain->setInk(Ink::Second);
    content()->addWidget(m_state);
    content()->addWidget(m_menu, 0, Qt::AlignLeft);
    content()->addWidget(m_from);
    content()->addWidget(m_to);
    content()->addWidget(m_days);
    content()->addWidget(m_wanted);
    content()->addWidget(m_explain);
    closeContent();
    connect(m_from, &QuarterPicker::minuteChanged, this, &HoursSheet::showConfirm);
    connect(m_to, &QuarterPicker::minuteChanged, this, &HoursSheet::showConfirm);
    connect(m_days, &ChoiceGroup::chosenChanged, this, &HoursSheet::showConfirm);
    connect(m_menu, &QPushButton::clicked, this, &HoursSheet::menuClicked);
    connect(&confirm(), &QPushButton::clicked, this, [this] { Q_EMIT hoursClicked(hours()); });
    setWords();
}

void HoursSheet::setWords()
{
    ActSheet::setWords();
    setTitle(tr("영업시간"));
    const QString menu = m_menuKnown ? hoursWords(m_menuHours) : tr("아직 몰라요");
    m_state->setText(m_now.own ? tr("지금: %1 (매니저가 정한 시간). 메뉴에 적힌 시간: %2.")
                                     .arg(hoursWords(m_now.hours), menu)
                               : tr("지금: %1 (메뉴에 적힌 시간).").arg(menu));
    m_menu->setText(tr("메뉴에 적힌 시간으로 돌아가기"));
    m_from->setTitle(tr("여는 시간"));
    m_to->setTitle(tr("닫는 시간"));
    m_days->setTitle(tr("여는 요일"), QString{});
    m_explain->setText(tr("이 시간이 아니면 주문기가 새 주문을 받지 않고 여는 시간을 알려 줘요. "
                          "바로 적용되고, 다시 바꿀 때까지 매주 이어져요."));
    showConfirm();
}

void HoursSheet::showDays(std::int32_t days)
{
    std::vector<Choice> choices;
    for (int weekday = 0; weekday < SaleHours::kDaysOfWeek; ++weekday)
        choices.push_back({QString::number(weekday),
                           weekdayWord(weekday),
                           {},
                           (days >> weekday & 1) != 0,
                           false});
    m_days->setChoices(choices);
    m_days->setOneRow(m_days->width());
}

SaleHours HoursSheet::hours() const
{
    SaleHours hours{m_from->minute(), m_to->minute(), 0};
    for (const QString& weekday : m_days->chosen())
        hours.days |= 1 << weekday.toInt();
    return hours;
}

void HoursSheet::showConfirm()
{
    const SaleHours wanted = hours();
    const bool isWholeDay =
        wanted.from % SaleHours::kMinutesOfDay == wanted.to % SaleHours::kMinutesOfDay;
    confirm().setText(tr("이 시간으로 정하기"));
    m_wanted->setText(wanted.days == 0 ? QString{} : tr("정하면: %1").arg(hoursWords(wanted)));
    if (wanted.days == 0)
        confirm().setUnavailable(tr("요일을 하나 이상 골라 주세요."));
    else if (isWholeDay && !wanted.isWholeDay())
        confirm().setUnavailable(tr("여는 시간과 닫는 시간이 같아요."));
    else if (m_now.own && wanted == m_now.hours)
        confirm().setUnavailable(tr("지금과 같아요."));
    else
        confirm().setUnavailable({});
}

void HoursSheet::ask(const HoursChanged& now, const SaleHours& menu, bool known)
{
    m_now = now;
    m_menuHours = menu;
    m_menuKnown = known;
    SaleHours shown = now.own ? now.hours : menu;
    // Nobody steps through a whole day to say when the shop opens.
    if (shown.isWholeDay())
        shown = {kUsualFrom, kUsualTo, shown.days};
    m_from->setMinute(shown.from);
    m_to->setMinute(shown.to);
    showDays(shown.days);
    m_menu->setVisible(now.own);
    setWords();
    openReady();
    m_days->setOneRow(m_from->width());
}

} // namespace coffee::station
