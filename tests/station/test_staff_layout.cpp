// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/demo/demo_shop.h"
#include "barista_station/manager/manager_window.h"
#include "barista_station/manager/needs_now.h"
#include "barista_station/manager/ordering_sheet.h"
#include "barista_station/manager/pause_sheet.h"
#include "barista_station/pages/recall_sheet.h"
#include "barista_station/pages/sold_out_sheet.h"
#include "barista_station/pages/ticket_grid.h"
#include "barista_station/station_window.h"

#include "tests/station/window_shop.h"

static void initTranslations()
{
    Q_INIT_RESOURCE(barista_station_translations);
}

using namespace coffee;
using namespace coffee::station;
using client::FeedState;
using test::clippedTexts;

namespace {

constexpr QSize kGlass{1920, 1080};

/// The demo shop's rush, standing still.
struct StillShop {
    StillShop(const std::vector<Event>& events, FeedState state, Language language)
        : view{demo::viewOf(events)},
          source{view, state},
          feed{source},
          client{view},
          reporter{client, nullptr, [] { return std::chrono::system_clock::now(); },
                   client::newOperationKey},
          queue{reporter, language, [] { return std::chrono::steady_clock::now(); }},
          session{client, client::newOperationKey},
          facts{feed, client, nullptr}
    {
        session.watchStatus();
        feed.start();
    }

    ShopView view;
    demo::StillSource source;
    client::ShopFeed feed;
    demo::StillClient client;
    StatusReporter reporter;
    TicketQueue queue;
    ManagerSession session;
    ShopFacts facts;
};

StationWindow::Parts partsOf(StillShop& shop, Language language, StationWindow*)
{
    return {shop.feed, shop.reporter, shop.queue, shop.facts, language};
}

ManagerWindow::Parts partsOf(StillShop& shop, Language language, ManagerWindow*)
{
    return {shop.feed, shop.reporter, shop.session, shop.facts, language};
}

void settle()
{
    for (int round = 0; round < 8; ++round) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
}

template <class Window>
struct Pose {
    const char* name;
    std::vector<Event> (*events)();
    FeedState state;
    std::function<void(Window&, StillShop&)> take;
};

std::vector<Pose<StationWindow>> stationPoses()
{
    return {
        {"queue", demo::rush, FeedState::Live, {}},
        {"empty", demo::quiet, FeedState::Live, {}},
        {"cut off", demo::rush, FeedState::Stale, {}},
        {"catching up", demo::rush, FeedState::CatchingUp, {}},
        {"second page", demo::rush, FeedState::Live,
         [](StationWindow& window, StillShop&) { window.findChild<TicketGrid*>()->turnTo(1); }},
        {"sold out", demo::rush, FeedState::Live,
         [](StationWindow& window, StillShop&) { (void)window.openSoldOut(); }},
        {"recall", demo::rush, FeedState::Live,
         [](StationWindow& window, StillShop&) { (void)window.openRecall(); }},
        {"ticket", demo::rush, FeedState::Live,
         [](StationWindow& window, StillShop& shop) {
             window.openTicket(shop.queue.grid().front().order);
         }},
    };
}

std::vector<Pose<ManagerWindow>> managerPoses()
{
    constexpr OrderId kOpen = 6;
    constexpr OrderId kCollected = 2;
    return {
        {"well", demo::quiet, FeedState::Live, {}},
        {"busy", demo::rush, FeedState::Live, {}},
        {"troubles", demo::troubles, FeedState::Live, {}},
        {"daemon away", demo::rush, FeedState::Stale, {}},
        {"every need", demo::everyNeed, FeedState::Live, {}},
        {"slowed", demo::slowed, FeedState::Live, {}},
        {"cards stopped", [] { return demo::cardTrouble(true); }, FeedState::Live, {}},
        {"steps", demo::everyNeed, FeedState::Live,
         [](ManagerWindow& window, StillShop& shop) {
             for (const Need& need : needsNow(shop.view, {}, demo::now()))
                 if (need.action == NeedAction::ShowSteps)
                     window.openSteps(need);
         }},
        {"ordering", demo::slowed, FeedState::Live,
         [](ManagerWindow& window, StillShop&) { (void)window.openOrdering(); }},
        {"slow", demo::slowed, FeedState::Live,
         [](ManagerWindow& window, StillShop&) { window.openSlow(); }},
        {"hours", demo::slowed, FeedState::Live,
         [](ManagerWindow& window, StillShop&) { window.openHours(); }},
        {"stop cards", demo::rush, FeedState::Live,
         [](ManagerWindow& window, StillShop&) { window.openStopCards(); }},
        {"pause", demo::rush, FeedState::Live,
         [](ManagerWindow& window, StillShop&) { (void)window.openPause(); }},
        {"sold out", demo::rush, FeedState::Live,
         [](ManagerWindow& window, StillShop&) { (void)window.openSoldOut(); }},
        {"cancel", demo::rush, FeedState::Live,
         [](ManagerWindow& window, StillShop&) { window.openCancel(kOpen); }},
        {"refund", demo::rush, FeedState::Live,
         [](ManagerWindow& window, StillShop&) { window.openRefund(kCollected); }},
    };
}

template <class Window>
QStringList complaints(const std::vector<Pose<Window>>& poses, Language language)
{
    QStringList wrong;
    for (const Pose<Window>& pose : poses) {
        StillShop shop{pose.events(), pose.state, language};
        Window window{partsOf(shop, language, static_cast<Window*>(nullptr))};
        window.resize(kGlass);
        window.show();
        settle();
        if (pose.take) {
            pose.take(window, shop);
            settle();
        }
        if (window.size() != kGlass)
            wrong << QStringLiteral("%1: the window grew").arg(QLatin1String{pose.name});
        for (const QString& clipped : clippedTexts(window))
            wrong << QStringLiteral("%1: %2").arg(QLatin1String{pose.name}, clipped);
    }
    return wrong;
}

} // namespace

/// No text of the staff's windows is clipped on their screen, in both languages.
class StaffLayoutTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { initTranslations(); }

    void noTextIsClipped_data()
    {
        QTest::addColumn<bool>("english");
        QTest::newRow("ko") << false;
        QTest::newRow("en") << true;
    }
    void noTextIsClipped()
    {
        QFETCH(bool, english);
        test::dress(ui::PaletteKind::Dark);
        ui::LanguageSwitch words{english ? ui::Language::English : ui::Language::Korean};
        const Language language = english ? Language::English : Language::Korean;
        QStringList wrong = complaints(stationPoses(), language);
        test::dress(ui::PaletteKind::Light);
        wrong += complaints(managerPoses(), language);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

    void aNormalShopsManagerNeedsNoScrolling_data() { noTextIsClipped_data(); }
    void aNormalShopsManagerNeedsNoScrolling()
    {
        QFETCH(bool, english);
        test::dress(ui::PaletteKind::Light);
        ui::LanguageSwitch words{english ? ui::Language::English : ui::Language::Korean};
        const Language language = english ? Language::English : Language::Korean;
        StillShop shop{demo::rush(), FeedState::Live, language};
        ManagerWindow window{partsOf(shop, language, static_cast<ManagerWindow*>(nullptr))};
        window.resize(kGlass);
        window.show();
        settle();
        // The daemon, the bar, two kiosks, the board and this window stand in sight.
        const auto* last = test::shown(window, QStringLiteral("program_manager_manager-1"));
        QVERIFY(last);
        QCOMPARE(last->visibleRegion().boundingRect(), last->rect());
    }
};

QTEST_MAIN(StaffLayoutTest)
#include "test_staff_layout.moc"
