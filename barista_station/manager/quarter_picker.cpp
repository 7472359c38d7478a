// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/quarter_picker.h"

#include "barista_station/manager/ordering_words.h"

#include "shared/widgets/button.h"
#include "shared/widgets/label.h"

#include <QBoxLayout>

namespace coffee::station {

using namespace coffee::ui;

namespace {

constexpr std::int32_t kQuarter = 15;
constexpr std::int32_t kHour = 60;

} // namespace

QuarterPicker::QuarterPicker(const QString& name, std::int32_t least, QWidget* parent)
    : QWidget{parent},
      m_least{least},
      m_minute{least},
      m_title{new Label{TextRole::BodyBold, this}},
      m_time{new Label{TextRole::Heading, this}}
{
    setObjectName(name);
    m_time->setObjectName(name + QStringLiteral("Time"));
    m_time->setAlignment(Qt::AlignCenter);
    m_hourBack = stepButton("HourBack", -kHour);
    m_back = stepButton("Back", -kQuarter);
    m_on = stepButton("On", kQuarter);
    m_hourOn = stepButton("HourOn", kHour);
    auto* row = new QHBoxLayout;
    row->setSpacing(themeOf(*this).px(Space::Small));
    row->addWidget(m_hourBack, 1);
    row->addWidget(m_back, 1);
    row->addWidget(m_time, 1);
    row->addWidget(m_on, 1);
    row->addWidget(m_hourOn, 1);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(themeOf(*this).px(Space::Tight));
    column->addWidget(m_title);
    column->addLayout(row);
    setWords();
}

Button* QuarterPicker::stepButton(const char* name, std::int32_t by)
{
    auto* button = new Button{QString{}, ButtonKind::Outline, this};
    button->setObjectName(objectName() + QLatin1String{name});
    button->setTextRole(TextRole::BodyBold);
    button->setMark(by < 0 ? Icon::Minus : Icon::Plus);
    connect(button, &QPushButton::clicked, this, [this, by] {
        setMinute(m_minute + by);
        Q_EMIT minuteChanged(m_minute);
    });
    return button;
}

void QuarterPicker::setTitle(const QString& title)
{
    m_title->setText(title);
    setWords();
}

void QuarterPicker::setWords()
{
    m_hourBack->setText(tr("1시간"));
    m_back->setText(tr("15분"));
    m_on->setText(tr("15분"));
    m_hourOn->setText(tr("1시간"));
    showMinute();
}

void QuarterPicker::setMinute(std::int32_t minute)
{
    constexpr std::int32_t kDay = 24 * kHour;
    m_minute = m_least + ((minute - m_least) % kDay + kDay) % kDay;
    showMinute();
}

void QuarterPicker::showMinute()
{
    m_time->setText(clockWords(m_minute));
    const QString now = QStringLiteral("%1 %2").arg(m_title->text(), m_time->text());
    m_hourBack->setAccessibleName(tr("%1, 1시간 앞당기기").arg(now));
    m_back->setAccessibleName(tr("%1, 15분 앞당기기").arg(now));
    m_on->setAccessibleName(tr("%1, 15분 늦추기").arg(now));
    m_hourOn->setAccessibleName(tr("%1, 1시간 늦추기").arg(now));
}

} // namespace coffee::station
