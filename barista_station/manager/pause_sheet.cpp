// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/pause_sheet.h"

#include "shared/widgets/choice.h"
#include "shared/widgets/label.h"

#include <QBoxLayout>
#include <QLineEdit>

#include <array>

namespace coffee::station {

using namespace coffee::ui;

namespace {

constexpr std::array kMinutes{10, 20, 30};

// What customers read is in their languages, whatever this window speaks.
const QString kTextKo =
    QStringLiteral("지금은 주문을 잠시 쉬고 있어요. 곧 다시 주문하실 수 있어요.");
const QString kTextEn = QStringLiteral("Ordering is paused for a moment. It will be back soon.");

} // namespace

PauseSheet::PauseSheet(QWidget* host)
    : ActSheet{QStringLiteral("pause"), host},
      m_minutes{new ChoiceGroup{ChoiceGroup::Mode::One, this}},
      m_explain{new Label{TextRole::Body, this}},
      m_koTitle{new Label{TextRole::BodyBold, this}},
      m_ko{new QLineEdit{this}},
      m_enTitle{new Label{TextRole::BodyBold, this}},
      m_en{new QLineEdit{this}}
{
    m_minutes->setObjectName(QStringLiteral("pauseMinutes"));
    m_ko->setObjectName(QStringLiteral("pauseTextKo"));
    m_en->setObjectName(QStringLiteral("pauseTextEn"));
    m_ko->setMaxLength(kTextLettersMax);
    m_en->setMaxLength(kTextLettersMax);
    confirm().setMark(Icon::Pause);
    content()->addWidget(m_minutes);
    content()->addWidget(m_explain);
    content()->addWidget(m_koTitle);
    content()->addWidget(m_ko);
    content()->addWidget(m_enTitle);
    content()->addWidget(m_en);
    closeContent();
    connect(m_minutes, &ChoiceGroup::chosenChanged, this, &PauseSheet::showConfirm);
    connect(&confirm(), &QPushButton::clicked, this, [this] {
        Q_EMIT pauseClicked(minutes(), m_ko->text().trimmed(), m_en->text().trimmed());
    });
    m_ko->setText(kTextKo);
    m_en->setText(kTextEn);
    setWords();
}

void PauseSheet::setWords()
{
    ActSheet::setWords();
    setTitle(tr("주문 잠시 멈추기"));
    m_minutes->setTitle(tr("얼마나 멈출까요?"), QString{});
    std::vector<Choice> choices;
    choices.reserve(kMinutes.size());
    for (const int minutes : kMinutes)
        choices.push_back({QString::number(minutes),
                           tr("%n분", nullptr, minutes),
                           {},
                           minutes == kMinutes.front(),
                           false});
    m_minutes->setChoices(choices);
    m_explain->setText(
        tr("그동안 새 주문을 받지 않아요. 이미 결제된 주문은 그대로 만들어요. 시간이 "
           "지나면 저절로 다시 받고, 그 전에도 언제든 다시 받을 수 있어요."));
    m_explain->setInk(Ink::Second);
    m_koTitle->setText(tr("손님에게 보일 말 (한국어)"));
    m_enTitle->setText(tr("손님에게 보일 말 (영어)"));
    m_ko->setAccessibleName(m_koTitle->text());
    m_en->setAccessibleName(m_enTitle->text());
    showConfirm();
}

int PauseSheet::minutes() const
{
    return m_minutes->chosen().value(0).toInt();
}

void PauseSheet::showConfirm()
{
    confirm().setText(tr("%n분 동안 멈추기", nullptr, minutes()));
}

} // namespace coffee::station
