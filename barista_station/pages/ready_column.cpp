// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/pages/ready_column.h"

#include "barista_station/pages/station_texts.h"

#include "shared/widgets/button.h"
#include "shared/widgets/card.h"
#include "shared/widgets/paint.h"
#include "shared/widgets/texts.h"
#include "shared/widgets/touch_scroll_area.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <set>

namespace coffee::station {

using namespace coffee::ui;

namespace {

/// Only what was handed over has been: an order that went back to the bar, or was cancelled, keeps
/// its place for a moment too.
QString factsOf(const Ticket& ticket)
{
    switch (ticket.stage) {
    case TicketStage::Collected:
        return ReadyRow::tr("전달했어요");
    case TicketStage::Stopped:
        return ui::texts::state(OrderState::Cancelled);
    case TicketStage::Queued:
    case TicketStage::Making:
    case TicketStage::Elsewhere:
        return ReadyRow::tr("다시 만드는 중");
    case TicketStage::Ready:
        break;
    }
    return ticket.sending ? ReadyRow::tr("보내는 중")
                          : ReadyRow::tr("%1 대기").arg(texts::duration(ticket.age));
}

/// What is handed over, of all stations, and that nothing of it is missing.
QString contentsOf(const Ticket& ticket)
{
    std::vector<TicketLine> lines = ticket.lines;
    lines.insert(lines.end(), ticket.others.begin(), ticket.others.end());
    QStringList units;
    QStringList refused;
    for (const TicketLine& line : lines) {
        const auto all = static_cast<std::ptrdiff_t>(line.units.size());
        const auto unmade =
            std::count_if(line.units.begin(), line.units.end(),
                          [](const TicketUnit& unit) { return unit.state == UnitState::Refused; });
        if (all > unmade)
            units << QStringLiteral("%1\u00a0%2").arg(line.name).arg(all - unmade);
        if (unmade > 0)
            refused << ReadyRow::tr("%1 못 만듦").arg(line.name);
    }
    QStringList parts{units.join(QStringLiteral(", "))};
    if (ticket.stage == TicketStage::Ready)
        parts << ReadyRow::tr("모두 완료").replace(u' ', QChar::Nbsp);
    parts << refused;
    parts.removeAll(QString{});
    return parts.join(QStringLiteral("\u00a0· "));
}

} // namespace

ReadyRow::ReadyRow(const Ticket& ticket, QWidget* parent)
    : QWidget{parent},
      m_ticket{ticket},
      m_number{new Label{TextRole::Number, this}},
      m_mark{new IconMark{Icon::Store, TextRole::BodyBold, this}},
      m_service{new Label{TextRole::BodyBold, this}},
      m_facts{new Label{TextRole::Body, this}},
      m_contents{new Label{TextRole::BodyBold, this}},
      m_call{new Button{QString{}, ButtonKind::Quiet, this}},
      m_takeBack{new Button{QString{}, ButtonKind::Outline, this}},
      m_collect{new Button{QString{}, ButtonKind::Outline, this}},
      m_undo{new Button{QString{}, ButtonKind::Outline, this}},
      m_over{new Label{TextRole::Body, this}}
{
    const Theme& theme = themeOf(*this);
    setObjectName(QStringLiteral("ready_%1").arg(ticket.number));
    m_call->setObjectName(QStringLiteral("call_%1").arg(ticket.number));
    m_collect->setObjectName(QStringLiteral("collect_%1").arg(ticket.number));
    m_undo->setObjectName(QStringLiteral("undoCollect_%1").arg(ticket.number));
    m_call->setMark(Icon::Volume);
    m_call->setArrangement(Button::Arrangement::Above);
    m_call->setTextRole(TextRole::Body);
    m_takeBack->setObjectName(QStringLiteral("takeBack_%1").arg(ticket.number));
    m_takeBack->setTextRole(TextRole::BodyBold);
    m_takeBack->setMark(Icon::Undo);
    m_undo->setMark(Icon::Undo);
    m_over->setInk(Ink::Second);
    m_over->setMinimumHeight(theme.metrics().targetPx()); // The rows below stay where they are.

    auto* service = new QHBoxLayout;
    service->setSpacing(theme.px(Space::Tight));
    service->addWidget(m_mark, 0, Qt::AlignVCenter);
    service->addWidget(m_service, 1);
    auto* facts = new QVBoxLayout;
    facts->setSpacing(0);
    facts->addLayout(service);
    facts->addWidget(m_facts);
    auto* head = new QHBoxLayout;
    head->setSpacing(theme.px(Space::Small));
    head->addWidget(m_number, 0, Qt::AlignVCenter);
    head->addLayout(facts, 1);
    head->addWidget(m_call, 0, Qt::AlignVCenter);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme.px(Space::Small));
    buttons->addWidget(m_takeBack);
    buttons->addWidget(m_collect, 1);
    buttons->addWidget(m_undo, 1);
    buttons->addWidget(m_over, 1);
    auto* column = new QVBoxLayout{this};
    const int pad = theme.px(Space::Tight);
    column->setContentsMargins(theme.px(Space::Small), pad, pad, pad);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_contents);
    column->addLayout(buttons);

    connect(m_call, &QPushButton::clicked, this, [this] { Q_EMIT callClicked(m_ticket.order); });
    connect(m_takeBack, &QPushButton::clicked, this,
            [this] { Q_EMIT takeBackClicked(m_ticket.order); });
    connect(m_collect, &QPushButton::clicked, this,
            [this] { Q_EMIT collectClicked(m_ticket.order); });
    connect(m_undo, &QPushButton::clicked, this, [this] { Q_EMIT undoClicked(m_ticket.order); });
    setTicket(ticket);
}

void ReadyRow::setTicket(const Ticket& ticket)
{
    if (m_ticket.dimmed != ticket.dimmed)
        update(); // the ground
    m_ticket = ticket;
    const bool here = ticket.service == ServiceMode::Here;
    const Ink ink = ticket.dimmed ? Ink::Second : Ink::First;
    m_number->setText(QString::number(ticket.number));
    m_number->setAccessibleName(ui::texts::orderNumberSpoken(ticket.number));
    m_number->setInk(ticket.dimmed ? Ink::Second : Ink::Accent);
    m_mark->setMark(here ? Icon::Store : Icon::Takeaway, ink);
    m_facts->setInk(ink);
    m_service->setText(ui::texts::service(ticket.service));
    m_service->setInk(ink);
    m_facts->setText(factsOf(ticket));
    m_contents->setText(contentsOf(ticket));
    m_contents->setInk(ink);
    m_contents->setVisible(!m_contents->text().isEmpty());
    m_call->setVisible(!ticket.dimmed);
    m_call->setText(tr("호출")); // more has no room beside the number
    m_call->setAccessibleName(tr("주문 %1 다시 부르기").arg(ticket.number));
    m_takeBack->setVisible(!ticket.dimmed);
    m_takeBack->setText(tr("되돌리기"));
    m_takeBack->setAccessibleName(tr("주문 %1 만드는 중으로 되돌리기").arg(ticket.number));
    m_collect->setVisible(!ticket.dimmed);
    m_collect->setText(tr("픽업 완료"));
    m_collect->setAccessibleName(tr("주문 %1 픽업 완료").arg(ticket.number));
    const bool canUndo = ticket.dimmed && ticket.undoSeconds > 0;
    // First what goes: both together would need more room.
    (canUndo ? static_cast<QWidget*>(m_over) : m_undo)->hide();
    m_undo->setVisible(canUndo);
    m_undo->setText(
        tr("되돌리기 %1").arg(texts::duration(std::chrono::seconds{ticket.undoSeconds})));
    m_over->setVisible(ticket.dimmed && !canUndo);
    m_over->setText(ticket.stage == TicketStage::Collected ? tr("이제 되찾기에 있어요")
                                                           : QString{});
    setAccessibleName(QStringList{ui::texts::orderNumberSpoken(ticket.number), m_service->text(),
                                  m_facts->text(), m_contents->text()}
                          .join(QStringLiteral(", ")));
}

void ReadyRow::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(*this);
    const Colours& c = theme.colours();
    QPainter painter{this};
    paintPlate(painter, QRectF{rect()}, theme.px(mm::kRadiusCard),
               m_ticket.dimmed ? c.sunken : c.surface, c.hairline,
               theme.metrics().exactPx(mm::kBorder));
}

void ReadyRow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        setTicket(Ticket{m_ticket});
    QWidget::changeEvent(event);
}

ReadyColumn::ReadyColumn(QWidget* parent)
    : QWidget{parent},
      m_title{new Label{TextRole::Button, this}},
      m_empty{new EmptyState{Icon::Collect, QString{}, QString{}, this}}
{
    setObjectName(QStringLiteral("readyColumn"));
    auto* content = new QWidget;
    m_rows = new QVBoxLayout{content};
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(themeOf(*this).px(Space::Tight));
    m_rows->addStretch(1);
    auto* scroll = new TouchScrollArea{content, this};
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(themeOf(*this).px(Space::Tight));
    column->addWidget(m_title);
    column->addWidget(m_empty);
    column->addWidget(scroll, 1);
    showTitle();
}

void ReadyColumn::showTitle()
{
    m_title->setText(tr("픽업 대기 %1").arg(m_waiting));
    m_empty->setWords(tr("기다리는 손님이 없어요"), tr("완료한 주문이 여기에 나타나요."));
    m_empty->setVisible(m_byOrder.empty());
}

void ReadyColumn::setTickets(const std::vector<Ticket>& tickets)
{
    std::set<OrderId> present;
    int place = 0;
    m_waiting = 0;
    for (const Ticket& ticket : tickets) {
        present.insert(ticket.order);
        m_waiting += ticket.dimmed ? 0 : 1;
        auto [entry, isNew] = m_byOrder.try_emplace(ticket.order, nullptr);
        if (isNew) {
            entry->second = new ReadyRow{ticket, this};
            connect(entry->second, &ReadyRow::collectClicked, this, &ReadyColumn::collectClicked);
            connect(entry->second, &ReadyRow::callClicked, this, &ReadyColumn::callClicked);
            connect(entry->second, &ReadyRow::takeBackClicked, this, &ReadyColumn::takeBackClicked);
            connect(entry->second, &ReadyRow::undoClicked, this, &ReadyColumn::undoClicked);
        } else if (!(entry->second->ticket() == ticket)) {
            entry->second->setTicket(ticket);
        }
        if (m_rows->indexOf(entry->second) != place)
            m_rows->insertWidget(place, entry->second);
        ++place;
    }
    std::erase_if(m_byOrder, [this, &present](const auto& entry) {
        if (present.contains(entry.first))
            return false;
        m_rows->removeWidget(entry.second);
        entry.second->hide();
        entry.second->deleteLater();
        return true;
    });
    showTitle();
}

ReadyRow* ReadyColumn::row(OrderId order) const
{
    const auto found = m_byOrder.find(order);
    return found == m_byOrder.end() ? nullptr : found->second;
}

void ReadyColumn::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        showTitle();
    QWidget::changeEvent(event);
}

} // namespace coffee::station
