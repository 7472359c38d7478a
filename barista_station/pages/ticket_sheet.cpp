// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/pages/ticket_sheet.h"

#include "barista_station/pages/unit_choices.h"

#include "shared/domain/refuse_reason.h"
#include "shared/widgets/choice.h"
#include "shared/widgets/label.h"
#include "shared/widgets/texts.h"

#include <QBoxLayout>

#include <algorithm>

namespace coffee::station {

using namespace coffee::ui;

namespace {

const QString kNoIngredient = QStringLiteral("no_ingredient");
const QString kMachine = QStringLiteral("machine");
const QString kOther = QStringLiteral("other");
const QString kHour = QStringLiteral("hour");
const QString kToday = QStringLiteral("today");
const QString kByHand = QStringLiteral("by_hand");

protocol::UntilKind untilOf(const QString& id)
{
    return id == kHour    ? protocol::UntilKind::Minutes
           : id == kToday ? protocol::UntilKind::EndOfDay
                          : protocol::UntilKind::ByHand;
}

/// Whether any of the units is of an item that is sold out.
bool chooseSoldOut(std::vector<Choice>& units, const Ticket& ticket,
                   const std::set<std::string>& soldOut)
{
    bool any = false;
    for (const TicketLine& line : ticket.lines)
        for (const TicketUnit& unit : line.units)
            for (Choice& choice : units)
                if (choice.id == QString::number(unit.number) &&
                    soldOut.contains(line.item.toStdString()))
                    any = choice.chosen = true;
    return any;
}

} // namespace

TicketSheet::TicketSheet(QWidget* host)
    : Sheet{host},
      m_backTitle{new Label{TextRole::Heading, this}},
      m_putBack{new Button{QString{}, ButtonKind::Outline, this}},
      m_remake{new Button{QString{}, ButtonKind::Outline, this}},
      m_refuseTitle{new Label{TextRole::Heading, this}},
      m_explain{new Label{TextRole::Body, this}},
      m_units{new ChoiceGroup{ChoiceGroup::Mode::Several, this}},
      m_reason{new ChoiceGroup{ChoiceGroup::Mode::One, this}},
      m_soldOut{new ChoiceGroup{ChoiceGroup::Mode::AtMostOne, this}},
      m_refuse{new Button{QString{}, ButtonKind::Danger, this}},
      m_close{new Button{QString{}, ButtonKind::Outline, this}}
{
    setObjectName(QStringLiteral("ticketSheet"));
    m_putBack->setObjectName(QStringLiteral("putBackButton"));
    m_remake->setObjectName(QStringLiteral("remakeOpen"));
    m_soldOut->setObjectName(QStringLiteral("refuseSoldOut"));
    m_units->setObjectName(QStringLiteral("refuseUnits"));
    m_reason->setObjectName(QStringLiteral("refuseReason"));
    m_refuse->setObjectName(QStringLiteral("refuseButton"));
    m_close->setObjectName(QStringLiteral("ticketSheetClose"));
    m_putBack->setMark(Icon::Undo);
    m_remake->setMark(Icon::Refresh);
    m_refuse->setMark(Icon::Stop);
    m_explain->setInk(Ink::Second);
    content()->addWidget(m_backTitle);
    content()->addWidget(m_putBack);
    content()->addWidget(m_remake);
    content()->addWidget(m_refuseTitle);
    content()->addWidget(m_units);
    content()->addWidget(m_reason);
    content()->addWidget(m_soldOut);
    content()->addWidget(m_explain);
    content()->addStretch(1);
    addButton(m_close);
    addButton(m_refuse);
    connect(m_units, &ChoiceGroup::chosenChanged, this, &TicketSheet::showRefuseButton);
    connect(m_reason, &ChoiceGroup::chosenChanged, this, &TicketSheet::showRefuseButton);
    connect(m_close, &QPushButton::clicked, this, [this] { closeSheet(); });
    connect(m_putBack, &QPushButton::clicked, this, [this] {
        closeSheet();
        Q_EMIT putBackClicked(m_ticket.order);
    });
    connect(m_remake, &QPushButton::clicked, this, [this] {
        closeSheet();
        Q_EMIT remakeClicked(m_ticket.order);
    });
    connect(m_refuse, &QPushButton::clicked, this, &TicketSheet::refuse);
    setFirstFocus(m_close);
}

void TicketSheet::refuse()
{
    const std::vector<UnitNumber> units = chosenUnits(m_ticket, UnitState::Open, *m_units);
    const QString until = m_soldOut->chosen().value(0);
    closeSheet();
    Q_EMIT refused(m_ticket.order, units, reasonWords(m_reason->chosen().value(0)));
    if (until.isEmpty())
        return;
    for (const TicketLine& line : m_ticket.lines)
        if (std::any_of(line.units.begin(), line.units.end(), [&units](const TicketUnit& unit) {
                return std::find(units.begin(), units.end(), unit.number) != units.end();
            }))
            Q_EMIT soldOutWanted(soldOut(line.item, untilOf(until), kSoldOutMinutes));
}

QString TicketSheet::reasonWords(const QString& id) const
{
    // The reason goes into the order's history, in the shop's language.
    const RefuseReason reason = id == kNoIngredient ? RefuseReason::NoIngredient
                                : id == kMachine    ? RefuseReason::Machine
                                                    : RefuseReason::Other;
    return texts::local(writtenReason(reason));
}

void TicketSheet::showTicket(const Ticket& ticket, const std::set<std::string>& soldOut)
{
    m_ticket = ticket;
    setTitle(tr("주문 %1").arg(ticket.number));
    const bool hasBack = ticket.stage == TicketStage::Making || ticket.unitsIn(UnitState::Done) > 0;
    m_backTitle->setText(tr("되돌리기"));
    m_backTitle->setVisible(hasBack);
    m_putBack->setText(tr("대기로 되돌리기"));
    m_putBack->setVisible(ticket.stage == TicketStage::Making);
    m_putBack->setUnavailable(ticket.canPutBack() ? QString{}
                                                  : tr("이미 만든 것이 있어 되돌릴 수 없어요."));
    std::vector<Choice> units = unitChoices(ticket, UnitState::Open);
    const bool anySoldOut = chooseSoldOut(units, ticket, soldOut);
    m_remake->setText(tr("다시 만들기"));
    m_remake->setVisible(ticket.unitsIn(UnitState::Done) > 0);
    m_refuseTitle->setText(tr("못 만들 때 · 환불"));
    m_refuseTitle->setVisible(hasBack && !units.empty());
    m_units->setTitle(tr("만들 수 없는 것"), tr("만들 수 없는 것을 모두 골라 주세요."));
    m_units->setChoices(units);
    m_units->setVisible(!units.empty());
    m_reason->setTitle(tr("이유"), tr("하나를 골라 주세요."));
    m_reason->setChoices({{kNoIngredient, reasonWords(kNoIngredient), {}, anySoldOut, false},
                          {kMachine, reasonWords(kMachine), {}, false, false},
                          {kOther, reasonWords(kOther), {}, false, false}});
    m_reason->setVisible(!units.empty());
    m_soldOut->setTitle(tr("품절로도 바꾸기"),
                        anySoldOut ? tr("이미 품절이에요. 기간을 바꿀 때만 고르세요.")
                                   : tr("바꾸지 않으려면 고르지 마세요."));
    m_soldOut->setChoices({{kHour, tr("1시간 동안"), {}, false, false},
                           {kToday, tr("오늘 하루"), {}, false, false},
                           {kByHand, tr("다시 켤 때까지"), {}, false, false}});
    m_soldOut->setVisible(!units.empty());
    m_explain->setText(tr("고른 것은 못 만든다고 손님 화면에 알리고 그 값을 돌려줘요. 되돌릴 수 "
                          "없어요. 모두 못 만들면 주문이 취소돼요."));
    m_explain->setVisible(!units.empty());
    m_close->setText(tr("닫기"));
    m_refuse->setVisible(!units.empty());
    showRefuseButton();
}

void TicketSheet::showRefuseButton()
{
    const auto count = static_cast<int>(chosenUnits(m_ticket, UnitState::Open, *m_units).size());
    m_refuse->setText(count > 0 ? tr("%n개 못 만든다고 알리기", nullptr, count)
                                : tr("못 만든다고 알리기"));
    m_refuse->setEnabled(count > 0 && !m_reason->chosen().isEmpty());
}

} // namespace coffee::station
