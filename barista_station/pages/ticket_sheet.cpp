// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/pages/ticket_sheet.h"

#include "shared/widgets/choice.h"
#include "shared/widgets/label.h"
#include "shared/widgets/texts.h"

#include <QBoxLayout>

namespace coffee::station {

using namespace coffee::ui;

namespace {

const QString kNoIngredient = QStringLiteral("no_ingredient");
const QString kMachine = QStringLiteral("machine");
const QString kOther = QStringLiteral("other");

} // namespace

TicketSheet::TicketSheet(QWidget* host)
    : Sheet{host},
      m_putBack{new Button{QString{}, ButtonKind::Outline, this}},
      m_explain{new Label{TextRole::Body, this}},
      m_units{new ChoiceGroup{ChoiceGroup::Mode::Several, this}},
      m_reason{new ChoiceGroup{ChoiceGroup::Mode::One, this}},
      m_refuse{new Button{QString{}, ButtonKind::Danger, this}},
      m_close{new Button{QString{}, ButtonKind::Outline, this}}
{
    setObjectName(QStringLiteral("ticketSheet"));
    m_putBack->setObjectName(QStringLiteral("putBackButton"));
    m_units->setObjectName(QStringLiteral("refuseUnits"));
    m_reason->setObjectName(QStringLiteral("refuseReason"));
    m_refuse->setObjectName(QStringLiteral("refuseButton"));
    m_close->setObjectName(QStringLiteral("ticketSheetClose"));
    m_putBack->setMark(Icon::Undo);
    m_refuse->setMark(Icon::Stop);
    m_explain->setInk(Ink::Second);
    content()->addWidget(m_putBack);
    content()->addWidget(m_units);
    content()->addWidget(m_reason);
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
    connect(m_refuse, &QPushButton::clicked, this, [this] {
        std::vector<UnitNumber> units;
        for (const QString& id : m_units->chosen())
            units.push_back(id.toInt());
        closeSheet();
        Q_EMIT refused(m_ticket.order, units, reasonWords(m_reason->chosen().value(0)));
    });
    setFirstFocus(m_close);
}

QString TicketSheet::reasonWords(const QString& id) const
{
    // The reason goes into the order's history, in the shop's language.
    if (id == kNoIngredient)
        return tr("재료가 없음");
    if (id == kMachine)
        return tr("기계 고장");
    return tr("다른 이유");
}

void TicketSheet::showTicket(const Ticket& ticket)
{
    m_ticket = ticket;
    setTitle(tr("주문 %1").arg(ticket.number));
    m_putBack->setText(tr("대기로 되돌리기"));
    m_putBack->setVisible(ticket.stage == TicketStage::Making);
    m_putBack->setUnavailable(ticket.canPutBack() ? QString{}
                                                  : tr("이미 만든 것이 있어 되돌릴 수 없어요."));
    std::vector<Choice> units;
    for (const TicketLine& line : ticket.lines) {
        std::size_t place = 0;
        for (const TicketUnit& unit : line.units) {
            ++place;
            if (unit.state != UnitState::Open)
                continue;
            const QString name = line.units.size() > 1
                                     ? QStringLiteral("%1 %2").arg(line.name).arg(place)
                                     : line.name;
            units.push_back({QString::number(unit.number), name,
                             line.options.join(QStringLiteral("\u00a0· ")), false, false});
        }
    }
    m_units->setTitle(tr("만들 수 없는 것"), tr("만들 수 없는 것을 모두 골라 주세요."));
    m_units->setChoices(units);
    m_units->setVisible(!units.empty());
    m_reason->setTitle(tr("이유"), tr("하나를 골라 주세요."));
    m_reason->setChoices({{kNoIngredient, reasonWords(kNoIngredient), {}, true, false},
                          {kMachine, reasonWords(kMachine), {}, false, false},
                          {kOther, reasonWords(kOther), {}, false, false}});
    m_reason->setVisible(!units.empty());
    m_explain->setText(tr("고른 것은 못 만든다고 손님 화면에 알리고 그 값을 돌려줘요. 되돌릴 수 "
                          "없어요. 모두 못 만들면 주문이 취소돼요."));
    m_explain->setVisible(!units.empty());
    m_close->setText(tr("닫기"));
    m_refuse->setVisible(!units.empty());
    showRefuseButton();
}

void TicketSheet::showRefuseButton()
{
    const auto count = static_cast<int>(m_units->chosen().size());
    m_refuse->setText(count > 0 ? tr("%n개 못 만든다고 알리기", nullptr, count)
                                : tr("못 만든다고 알리기"));
    m_refuse->setEnabled(count > 0 && !m_reason->chosen().isEmpty());
}

} // namespace coffee::station
