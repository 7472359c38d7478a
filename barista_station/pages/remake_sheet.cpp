// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/pages/remake_sheet.h"

#include "barista_station/pages/unit_choices.h"

#include "shared/widgets/choice.h"
#include "shared/widgets/label.h"

#include <QBoxLayout>

namespace coffee::station {

using namespace coffee::ui;

namespace {

const QString kWrong = QStringLiteral("wrong");
const QString kSpilled = QStringLiteral("spilled");
const QString kQuality = QStringLiteral("quality");
const QString kOther = QStringLiteral("other");

} // namespace

RemakeSheet::RemakeSheet(QWidget* host)
    : Sheet{host},
      m_explain{new Label{TextRole::Body, this}},
      m_units{new ChoiceGroup{ChoiceGroup::Mode::Several, this}},
      m_reason{new ChoiceGroup{ChoiceGroup::Mode::One, this}},
      m_remake{new Button{QString{}, ButtonKind::Filled, this}},
      m_close{new Button{QString{}, ButtonKind::Outline, this}}
{
    setObjectName(QStringLiteral("remakeSheet"));
    m_units->setObjectName(QStringLiteral("remakeUnits"));
    m_reason->setObjectName(QStringLiteral("remakeReason"));
    m_remake->setObjectName(QStringLiteral("remakeButton"));
    m_close->setObjectName(QStringLiteral("remakeClose"));
    m_remake->setMark(Icon::Refresh);
    m_explain->setInk(Ink::Second);
    content()->addWidget(m_units);
    content()->addWidget(m_reason);
    content()->addWidget(m_explain);
    content()->addStretch(1);
    addButton(m_close);
    addButton(m_remake);
    connect(m_units, &ChoiceGroup::chosenChanged, this, &RemakeSheet::showRemakeButton);
    connect(m_reason, &ChoiceGroup::chosenChanged, this, &RemakeSheet::showRemakeButton);
    connect(m_close, &QPushButton::clicked, this, [this] { closeSheet(); });
    connect(m_remake, &QPushButton::clicked, this, [this] {
        const std::vector<UnitNumber> units = chosenUnits(m_ticket, UnitState::Done, *m_units);
        closeSheet();
        Q_EMIT remade(m_ticket.order, units, reasonWords(m_reason->chosen().value(0)));
    });
    setFirstFocus(m_close);
}

QString RemakeSheet::reasonWords(const QString& id) const
{
    // The reason goes into the order's history, in the shop's language.
    if (id == kWrong)
        return tr("잘못 만듦");
    if (id == kSpilled)
        return tr("쏟음");
    if (id == kQuality)
        return tr("손님이 맛이나 온도를 말함");
    return tr("다른 이유");
}

void RemakeSheet::showTicket(const Ticket& ticket)
{
    m_ticket = ticket;
    setTitle(tr("주문 %1 다시 만들기").arg(ticket.number));
    std::vector<Choice> units = unitChoices(ticket, UnitState::Done);
    if (units.size() == 1)
        units.front().chosen = true;
    m_units->setTitle(tr("다시 만들 것"), tr("다시 만들 것을 모두 골라 주세요."));
    m_units->setChoices(units);
    m_reason->setTitle(tr("이유"), tr("하나를 골라 주세요."));
    std::vector<Choice> reasons;
    for (const QString& id : {kWrong, kSpilled, kQuality, kOther})
        reasons.push_back({id, reasonWords(id), {}, id == kWrong, false});
    m_reason->setChoices(reasons);
    m_explain->setText(tr("돈은 다시 받지 않아요. 만든 것은 버린 음료로 적고, 주문은 만드는 중으로 "
                          "돌아와요."));
    m_close->setText(tr("닫기"));
    showRemakeButton();
}

void RemakeSheet::showRemakeButton()
{
    const auto count = static_cast<int>(chosenUnits(m_ticket, UnitState::Done, *m_units).size());
    m_remake->setText(count > 0 ? tr("%n개 다시 만들기", nullptr, count) : tr("다시 만들기"));
    m_remake->setEnabled(count > 0 && !m_reason->chosen().isEmpty());
}

} // namespace coffee::station
