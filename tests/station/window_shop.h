// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/manager/manager_session.h"
#include "barista_station/model/shop_facts.h"
#include "barista_station/model/status_reporter.h"
#include "barista_station/model/ticket_queue.h"

#include "shared/client/keys.h"
#include "shared/widgets/button.h"
#include "shared/widgets/label.h"
#include "shared/widgets/language.h"
#include "shared/widgets/theme.h"
#include "tests/support/fake_feed_source.h"
#include "tests/support/fake_order_client.h"
#include "tests/support/history_builder.h"

#include <QApplication>
#include <QTest>

namespace coffee::test {

/// A staff window's world: a stream that a test writes, and a daemon that carries out what it is
/// asked when the test says so.
struct WindowShop {
    std::vector<Event> events;
    HistoryBuilder history{events};
    FakeFeedSource source;
    client::ShopFeed feed{source, source.now()};
    FakeOrderClient client;
    station::StatusReporter reporter{
        client, nullptr, [] { return std::chrono::system_clock::now(); }, client::newOperationKey};
    std::chrono::steady_clock::time_point steady{std::chrono::hours{1}};
    station::TicketQueue queue{reporter, station::Language::Korean, [this] { return steady; }};
    station::ManagerSession session{client, client::newOperationKey};
    station::ShopFacts facts{feed, client, nullptr};
    std::size_t published{0};
    Menu menu; ///< what the daemon sells; without items it does not say

    /// What was written so far arrives: first as a snapshot, later as events.
    void publish()
    {
        if (published == 0) {
            feed.start();
            const ShopView view = folded(events);
            source.goLive(view, view.at);
        } else {
            source.heartbeat(events.back().at);
            source.publish({events.begin() + static_cast<std::ptrdiff_t>(published), events.end()});
        }
        published = events.size();
        QCoreApplication::processEvents(); // New rows are shown by the event loop.
    }

    /// Answers every open question of the bar as the daemon would, and publishes what became true.
    void carryOut()
    {
        for (std::size_t call = 0; call < client.calls.size(); ++call) {
            if (!client.calls[call].open())
                continue;
            const protocol::RequestBody request = client.calls[call].request;
            if (const auto* command = std::get_if<protocol::OrderCommand>(&request))
                answer(call, *command);
            else if (const auto* unit = std::get_if<protocol::UnitCommand>(&request))
                answer(call, *unit);
            else if (const auto* stop = std::get_if<protocol::StopAck>(&request))
                confirm(call, StopAcknowledged{stop->order, stop->made},
                        protocol::OrderAnswer{1, OrderState::Making});
            else if (const auto* help = std::get_if<protocol::HelpTake>(&request))
                confirm(call, HelpTaken{help->kiosk}, protocol::Accepted{});
            else if (const auto* page = std::get_if<protocol::EventsGet>(&request))
                answer(call, *page);
            else if (std::holds_alternative<protocol::MenuGet>(request) && !menu.items.empty())
                client.answer(call, protocol::MenuAnswer{menu});
            else if (const auto* item = std::get_if<protocol::SetAvailability>(&request))
                confirm(call, ItemAvailability{item->item, item->available, 0},
                        protocol::Accepted{});
        }
        if (published < events.size())
            publish();
    }
    void pass(std::chrono::milliseconds time)
    {
        steady += time;
        queue.tick(folded(events).at);
    }

private:
    template <class Body>
    void confirm(std::size_t call, EventBody event, const Body& reply)
    {
        history.then(std::move(event));
        client.seq = static_cast<Sequence>(events.size());
        client.answer(call, reply);
    }
    void answer(std::size_t call, const protocol::OrderCommand& command)
    {
        const OrderState from = folded(events).orders.find(command.order)->state;
        if (command.action == protocol::OrderAction::Call) {
            confirm(call, OrderCalled{command.order}, protocol::OrderAnswer{1, OrderState::Making});
            return;
        }
        const OrderStep step = *station::stepOf(command.action);
        if (step == OrderStep::Finish)
            tickAll(command.order);
        confirm(call, OrderMoved{command.order, step, from, nextState(from, step).value()},
                protocol::OrderAnswer{1, OrderState::Making});
    }
    void answer(std::size_t call, const protocol::UnitCommand& unit)
    {
        if (unit.step == UnitStep::Remake)
            for (const OrderState from : {OrderState::Collected, OrderState::Ready})
                if (folded(events).orders.find(unit.order)->state == from)
                    history.moved(unit.order, OrderStep::Recall, from);
        confirm(call,
                UnitMoved{unit.order, unit.unit, unit.seen, *nextState(unit.seen, unit.step),
                          unit.reason},
                protocol::OrderAnswer{1, OrderState::Making});
        const ShopView view = folded(events);
        const OrderView* order = view.orders.find(unit.order);
        if (order && order->unitsIn(UnitState::Open) == 0)
            history.finished(unit.order);
    }
    void answer(std::size_t call, const protocol::EventsGet& asked)
    {
        protocol::EventsPage page;
        page.epoch = feed.freshness().epoch;
        page.head = static_cast<Sequence>(events.size());
        for (const Event& event : events)
            if (event.seq > asked.after && event.seq <= asked.after + asked.limit)
                page.events.push_back(event);
        client.answer(call, page);
    }
    void tickAll(OrderId order)
    {
        const ShopView view = folded(events);
        const std::vector<UnitView>& units = view.orders.find(order)->units;
        for (std::size_t place = 0; place < units.size(); ++place)
            if (units[place].state == UnitState::Open)
                history.unit(order, static_cast<UnitNumber>(place + 1), UnitState::Open,
                             UnitState::Done);
    }
};

/// The look of a staff window of 1920 × 1080 pixels at this text size.
inline void dress(ui::PaletteKind palette, double scale = 1.0)
{
    ui::Metrics::Settings glass;
    glass.pixelsPerMm = 3.61 * scale;
    glass.audience = ui::Audience::Staff;
    ui::installLook(*qApp, ui::Theme{palette, ui::Metrics{glass}, true});
}

/// The visible widget of this name; null when there is none.
template <class Widget = QWidget>
Widget* shown(const QWidget& window, const QString& name)
{
    for (Widget* widget : window.findChildren<Widget*>(name))
        if (widget->isVisible())
            return widget;
    return nullptr;
}

inline bool press(const QWidget& window, const QString& name)
{
    auto* button = shown<QAbstractButton>(window, name);
    if (!button || !button->isEnabled())
        return false;
    QTest::mouseClick(button, Qt::LeftButton);
    return true;
}

/// Texts that have less room than they need, each with its widget's name; empty is good.
inline QStringList clippedTexts(const QWidget& window)
{
    QStringList clipped;
    const auto check = [&clipped](const QWidget* widget, const QString& text) {
        if (text.isEmpty() || !widget->isVisible())
            return;
        const bool narrow = widget->width() + 1 < widget->minimumSizeHint().width();
        const bool low = widget->height() + 1 < widget->heightForWidth(widget->width());
        if (narrow || low)
            clipped << QStringLiteral("%1 \"%2\" %3x%4, needs %5 high")
                           .arg(widget->objectName(), text)
                           .arg(widget->width())
                           .arg(widget->height())
                           .arg(widget->heightForWidth(widget->width()));
    };
    for (const ui::Label* label : window.findChildren<ui::Label*>())
        check(label, label->text());
    for (const ui::Button* button : window.findChildren<ui::Button*>())
        check(button, button->text());
    if (!clipped.isEmpty())
        qWarning().noquote() << clipped.join(u'\n');
    return clipped;
}

} // namespace coffee::test
