// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/window_station.h"

#include "tests/bench/window_floor.h"
#include "tests/bench/window_measurements.h"
#include "tests/bench/window_orders.h"
#include "tests/support/fake_feed_source.h"

#include "shared/widgets/theme.h"

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QElapsedTimer>

#include <stdexcept>

namespace coffee::bench {
namespace {

constexpr QSize kDesk{1920, 1080};
constexpr double kDeskInches = 24.0;
constexpr int kRepaints = 60;
constexpr int kChanges = 1000;
constexpr int kChangesQuick = 150;
/// So long nothing more may be painted before the window counts as at rest.
constexpr int kRestMs = 20;
constexpr int kTurnsMax = 1000;

/// A paid order that is waiting is begun, one that is being made is put back.
EventBody nextMove(const OrderView& order)
{
    const OrderStep step =
        order.state == OrderState::Queued ? OrderStep::Start : OrderStep::PutBack;
    return OrderMoved{order.id, step, order.state, nextState(order.state, step).value()};
}

void rest()
{
    QElapsedTimer since;
    since.start();
    while (since.elapsed() < kRestMs)
        QApplication::processEvents();
    // What the window's own second changed is painted with it, not with the next ticket.
    for (int turn = 0; turn < kTurnsMax; ++turn)
        if (!QAbstractEventDispatcher::instance()->processEvents(QEventLoop::AllEvents))
            return;
}

/// Changes tickets of the shown page one after the other and looks at what is painted.
class ChangingShop {
public:
    ChangingShop() : m_feed{m_source}, m_bar{m_feed}
    {
        ShopView view;
        for (const Event& event : openOrders(demoMenu(), kOpenOrders))
            view.apply(event);
        m_at = view.at;
        m_feed.start();
        m_source.clock = client::SteadyNow{std::chrono::steady_clock::now}();
        m_source.goLive(std::move(view), m_at);
        m_bar.runUntilPainted();
        rest();
    }

    void change(int which)
    {
        const auto& shown = m_bar.grid().shown();
        const OrderId order = shown[static_cast<std::size_t>(which) % shown.size()]->ticket().order;
        const station::TicketCard* card = m_bar.grid().card(order);
        const OrderView& before = *m_feed.view().orders.find(order);
        const Event event{m_feed.view().seq + 1, m_at, m_at, 20'514, {}, nextMove(before)};
        m_bar.paints.forget();
        const auto begun = WindowClock::now();
        m_source.publish({event});
        runUntil([&] {
            return m_bar.paints.anyPainted(
                [card](const QWidget& widget) { return &widget == card; });
        });
        m_took.push_back(microsecondsSince(begun));
        rest();
        judge(order, card);
    }

    [[nodiscard]] const std::vector<double>& took() const { return m_took; }
    [[nodiscard]] int outside() const { return m_outside; }
    [[nodiscard]] int remade() const { return m_remade; }

private:
    void judge(OrderId order, const station::TicketCard* before)
    {
        station::TicketCard* card = m_bar.grid().card(order);
        m_remade += card == before ? 0 : 1;
        const QRect room{card->mapTo(&m_bar.window, QPoint{}), card->size()};
        const QRegion beyond = m_bar.paints.painted().subtracted(room);
        if (!beyond.isEmpty() && !m_bar.paints.struck())
            ++m_outside;
    }

    test::FakeFeedSource m_source;
    client::ShopFeed m_feed;
    BenchBar m_bar;
    ShopTime m_at{};
    std::vector<double> m_took;
    int m_outside{0};
    int m_remade{0};
};

} // namespace

void dressAsBar()
{
    ui::Metrics::Settings glass;
    glass.pixelsPerMm = ui::pixelsPerMm(kDesk, kDeskInches);
    glass.audience = ui::Audience::Staff;
    ui::installLook(*qApp, ui::Theme{ui::PaletteKind::Dark, ui::Metrics{glass}});
}

BenchBar::BenchBar(client::ShopFeed& feed)
    : reporter{client, nullptr, [] { return std::chrono::system_clock::now(); },
               client::newOperationKey},
      queue{reporter, station::Language::Korean, [] { return std::chrono::steady_clock::now(); }},
      facts{feed, client, nullptr},
      window{{feed, reporter, queue, facts, station::Language::Korean}},
      m_grid{window.findChild<station::TicketGrid*>()}
{
    paints.watch(window);
    window.resize(kDesk);
    window.show();
    rest();
}

void BenchBar::runUntilPainted()
{
    runUntil([this] {
        return !m_grid->shown().empty() && paints.anyPainted([this](const QWidget& widget) {
            return &widget == m_grid->shown().back();
        });
    });
}

WindowFigures stationChange(const WindowOptions& options)
{
    const std::vector<double> floor = listRepaints(kRepaints);
    dressAsBar();
    ChangingShop shop;
    for (int n = 0; n < (options.quick ? kChangesQuick : kChanges); ++n)
        shop.change(n);
    WindowFigures figures;
    figures.addSamples("list", floor);
    figures.addSamples("change", shop.took());
    figures.add("outside", shop.outside());
    figures.add("remade", shop.remade());
    return figures;
}

} // namespace coffee::bench
