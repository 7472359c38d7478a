// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/station_window.h"

#include "barista_station/pages/recall_reason_sheet.h"
#include "barista_station/pages/recall_sheet.h"
#include "barista_station/pages/remake_sheet.h"
#include "barista_station/pages/settings_sheet.h"
#include "barista_station/pages/sold_out_sheet.h"
#include "barista_station/pages/station_texts.h"
#include "barista_station/pages/station_top_bar.h"
#include "barista_station/pages/ticket_grid.h"
#include "barista_station/pages/ticket_sheet.h"

/// The bar's screen: what opens over it, and what it leads to.
namespace coffee::station {
namespace {

RecallSheet::Below belowRecall(OlderOrders::Reading reading)
{
    switch (reading) {
    case OlderOrders::Reading::Possible:
        return RecallSheet::Below::More;
    case OlderOrders::Reading::UnderWay:
        return RecallSheet::Below::Looking;
    case OlderOrders::Reading::CutOff:
        return RecallSheet::Below::CutOff;
    case OlderOrders::Reading::Complete:
        return RecallSheet::Below::Nothing;
    }
    return RecallSheet::Below::Nothing;
}

} // namespace

void StationWindow::connectSheets()
{
    connect(m_soldOutSheet, &SoldOutSheet::searchChanged, this, &StationWindow::refreshSheets);
    connect(m_soldOutSheet, &SoldOutSheet::switched, this,
            [this](const protocol::SetAvailability& change) {
                m_parts.reporter.report(change);
                if (!change.available)
                    m_soldOutSheet->offerWaiting(
                        waitingFor(QString::fromStdString(change.item), m_parts.queue.grid()));
            });
    connect(m_soldOutSheet, &SoldOutSheet::waitingWanted, this,
            [this](const std::vector<OrderId>& orders) {
                m_grid->highlight({orders.begin(), orders.end()});
                m_grid->bringIntoView(orders.front());
                m_highlightTime.start();
            });
    connect(m_recallSheet, &RecallSheet::searchChanged, this, &StationWindow::refreshSheets);
    if (m_parts.older)
        connect(m_parts.older, &OlderOrders::changed, this, &StationWindow::refreshSheets);
    connect(m_recallSheet, &RecallSheet::recallClicked, this, [this](const RecallRow& row) {
        m_recallSheet->closeSheet();
        // Others are still at it: some units of one's own are unticked, which needs no reason.
        if (!nextState(row.state, OrderStep::Recall)) {
            m_parts.queue.recall(row.order, row.state);
            return;
        }
        m_recallReasonSheet->showRow(row);
        m_recallReasonSheet->openSheet();
    });
    connect(m_recallReasonSheet, &RecallReasonSheet::confirmed, &m_parts.queue,
            &TicketQueue::recall);
    connect(m_ticketSheet, &TicketSheet::putBackClicked, &m_parts.queue, &TicketQueue::putBack);
    connect(m_ticketSheet, &TicketSheet::refused, this,
            [this](OrderId order, const std::vector<UnitNumber>& units, const QString& reason) {
                for (const UnitNumber unit : units)
                    m_parts.queue.refuseUnit(order, unit, reason);
            });
    connect(m_ticketSheet, &TicketSheet::soldOutWanted, this,
            [this](const protocol::SetAvailability& change) { m_parts.reporter.report(change); });
    connect(m_ticketSheet, &TicketSheet::remakeClicked, this, &StationWindow::openRemake);
    connect(m_recallSheet, &RecallSheet::remakeClicked, this, [this](OrderId order) {
        m_recallSheet->closeSheet();
        openRemake(order);
    });
    connect(m_recallSheet, &RecallSheet::callClicked, this, &StationWindow::callAgain);
    connect(m_remakeSheet, &RemakeSheet::remade, this, &StationWindow::remake);
    connect(m_top, &StationTopBar::settingsClicked, this, [this] { (void)openSettings(); });
    connect(m_settingsSheet, &SettingsSheet::kindsChosen, m_parts.settings,
            &StationSettings::setKinds);
    connect(m_settingsSheet, &SettingsSheet::volumeChosen, m_parts.settings,
            &StationSettings::setVolume);
    connect(m_settingsSheet, &SettingsSheet::testClicked, this, &StationWindow::sound);
    connect(m_parts.settings, &StationSettings::kindsChanged, this, &StationWindow::showKinds);
}

void StationWindow::showKinds()
{
    const StationKinds& kinds = m_parts.settings->kinds();
    m_top->setStations(texts::stations(kinds), kinds == allKinds());
    // Tickets that are only now shown are not new ones.
    m_sounds = {};
    m_arrivals = {};
    m_grid->forgetCards();
    m_parts.queue.setKinds(kinds);
}

SoldOutSheet& StationWindow::openSoldOut()
{
    // Filled first: a sheet takes its height when it opens.
    fillSoldOut();
    m_soldOutSheet->openSheet();
    return *m_soldOutSheet;
}

RecallSheet& StationWindow::openRecall()
{
    fillRecall();
    m_recallSheet->openSheet();
    return *m_recallSheet;
}

SettingsSheet& StationWindow::openSettings()
{
    m_settingsSheet->setKinds(m_parts.settings->kinds());
    m_settingsSheet->setVolume(m_parts.settings->volume(), StationSettings::kVolumeMost);
    m_settingsSheet->openSheet();
    return *m_settingsSheet;
}

void StationWindow::openRemake(OrderId order)
{
    const OrderView* view = m_parts.feed.view().orders.find(order);
    if (!view)
        return;
    m_remakeSheet->showTicket(
        ticketOf(predicted(*view, m_parts.reporter.operations()), m_parts.language, now()));
    m_remakeSheet->openSheet();
}

void StationWindow::remake(OrderId order, const std::vector<UnitNumber>& units,
                           const QString& reason)
{
    for (const UnitNumber unit : units)
        m_parts.queue.remakeUnit(order, unit, reason);
}

void StationWindow::openTicket(OrderId order)
{
    const Ticket* ticket = m_parts.queue.find(order);
    if (!ticket)
        return;
    std::set<std::string> soldOut;
    for (const auto& [item, until] : m_parts.feed.view().offer.soldOut)
        soldOut.insert(item);
    m_ticketSheet->showTicket(*ticket, soldOut);
    m_ticketSheet->openSheet();
}

void StationWindow::fillSoldOut()
{
    m_soldOutSheet->setRows(soldOutRows(m_parts.facts.menu(), m_parts.feed.view().offer,
                                        m_parts.reporter.operations(), m_soldOutSheet->search(),
                                        m_parts.language),
                            now());
}

void StationWindow::fillRecall()
{
    using Reading = OlderOrders::Reading;
    const std::size_t wanted = m_recallSheet->rowsWanted();
    OlderOrders* older = m_parts.older;
    const auto rows = recallRows(
        m_parts.feed.view().orders, older ? older->orders() : std::vector<const OrderView*>{},
        m_recallSheet->search(), m_parts.language, wanted, m_parts.settings->kinds());
    if (older && rows.size() < wanted)
        older->readOn();
    m_recallSheet->setRows(rows, belowRecall(older ? older->reading() : Reading::Complete), now());
}

void StationWindow::refreshSheets()
{
    if (m_soldOutSheet->isOpen())
        fillSoldOut();
    if (m_recallSheet->isOpen())
        fillRecall();
}

} // namespace coffee::station
