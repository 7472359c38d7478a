// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/demo/shots.h"

#include "barista_station/demo/demo_shop.h"
#include "barista_station/manager/history_page.h"
#include "barista_station/manager/manager_window.h"
#include "barista_station/manager/pause_sheet.h"
#include "barista_station/manager/reports_page.h"
#include "barista_station/manager/shop_history.h"
#include "barista_station/manager/tasks_page.h"
#include "barista_station/pages/recall_sheet.h"
#include "barista_station/pages/settings_sheet.h"
#include "barista_station/pages/sold_out_sheet.h"
#include "barista_station/pages/ticket_grid.h"
#include "barista_station/station_window.h"

#include "shared/client/keys.h"
#include "shared/widgets/pin_sheet.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTimer>

#include <functional>

namespace coffee::station::demo {
namespace {

using client::FeedState;
using std::chrono::milliseconds;

/// Everything a window needs, standing still on one view.
struct StillShop {
    StillShop(const std::vector<Event>& events, FeedState state, Language language)
        : view{viewOf(events)},
          source{view, state},
          feed{source},
          client{view, events},
          reporter{client, nullptr, [] { return std::chrono::system_clock::now(); },
                   client::newOperationKey},
          queue{reporter, language, [] { return std::chrono::steady_clock::now(); }},
          session{client, client::newOperationKey},
          facts{feed, client, nullptr}
    {
        session.watchStatus();
        feed.start();
        if (!events.empty() && events.front().seq == 1)
            history.emplace(feed, client, folder.path());
    }

    ShopView view;
    StillSource source;
    client::ShopFeed feed;
    StillClient client;
    StatusReporter reporter;
    StationSettings settings{nullptr};
    TicketQueue queue;
    ManagerSession session;
    ShopFacts facts;
    QTemporaryDir folder;
    std::optional<ShopHistory> history; ///< of events that begin with the first
};

/// Lets answers arrive, layouts settle and fades end. Only pictures are taken this way.
void settle()
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds{350}, &loop, &QEventLoop::quit);
    loop.exec();
}

class Album {
public:
    Album(const QString& folder, QSize size, Language language)
        : m_folder{folder}, m_size{size}, m_language{language}
    {
    }

    template <class Window>
    void take(const QString& name, const std::vector<Event>& events, FeedState state,
              const std::function<void(Window&, StillShop&)>& prepare = {})
    {
        StillShop shop{events, state, m_language};
        Window window{partsOf(shop, static_cast<Window*>(nullptr))};
        window.resize(m_size);
        window.show();
        settle();
        if (prepare) {
            prepare(window, shop);
            settle();
        }
        const QString path = QDir{m_folder}.filePath(QStringLiteral("%1-%2.png")
                                                         .arg(name, m_language == Language::Korean
                                                                        ? QStringLiteral("ko")
                                                                        : QStringLiteral("en")));
        if (!window.grab().save(path))
            throw ShotError{"cannot write " + path.toStdString()};
        m_paths.push_back(path);
    }
    [[nodiscard]] const QStringList& paths() const { return m_paths; }

private:
    [[nodiscard]] StationWindow::Parts partsOf(StillShop& shop, StationWindow*) const
    {
        return {shop.feed, shop.reporter, shop.queue, shop.facts, m_language, &shop.settings};
    }
    [[nodiscard]] ManagerWindow::Parts partsOf(StillShop& shop, ManagerWindow*) const
    {
        return {shop.feed,  shop.reporter, shop.session,
                shop.facts, m_language,    shop.history ? &*shop.history : nullptr};
    }

    QString m_folder;
    QSize m_size;
    Language m_language;
    QStringList m_paths;
};

void takeStation(Album& album)
{
    using Prepare = std::function<void(StationWindow&, StillShop&)>;
    const auto name = [](const char* page) {
        return QStringLiteral("station-%1").arg(QLatin1String{page});
    };
    album.take<StationWindow>(name("queue"), rush(), FeedState::Live);
    album.take<StationWindow>(name("empty"), quiet(), FeedState::Live);
    album.take<StationWindow>(name("cut-off"), rush(), FeedState::Stale);
    album.take<StationWindow>(name("catching-up"), rush(), FeedState::CatchingUp);
    album.take<StationWindow>(name("bumped"), rush(), FeedState::Live,
                              Prepare{[](StationWindow&, StillShop& shop) {
                                  shop.queue.touched();
                                  for (const Ticket& ticket : shop.queue.grid())
                                      if (ticket.stage == TicketStage::Making) {
                                          shop.queue.finish(ticket.order);
                                          break;
                                      }
                              }});
    album.take<StationWindow>(name("second-page"), rush(), FeedState::Live,
                              Prepare{[](StationWindow& window, StillShop&) {
                                  if (auto* grid = window.findChild<TicketGrid*>())
                                      grid->turnTo(1);
                              }});
    album.take<StationWindow>(
        name("sold-out"), rush(), FeedState::Live,
        Prepare{[](StationWindow& window, StillShop&) { (void)window.openSoldOut(); }});
    album.take<StationWindow>(
        name("recall"), rush(), FeedState::Live,
        Prepare{[](StationWindow& window, StillShop&) { (void)window.openRecall(); }});
    album.take<StationWindow>(name("ticket"), rush(), FeedState::Live,
                              Prepare{[](StationWindow& window, StillShop& shop) {
                                  window.openTicket(shop.queue.grid().front().order);
                              }});
    album.take<StationWindow>(name("food-only"), rush(), FeedState::Live,
                              Prepare{[](StationWindow&, StillShop& shop) {
                                  shop.settings.setKinds({StationKind::Food});
                              }});
    album.take<StationWindow>(
        name("settings"), rush(), FeedState::Live,
        Prepare{[](StationWindow& window, StillShop&) { (void)window.openSettings(); }});
    album.take<StationWindow>(name("remake"), rush(), FeedState::Live,
                              Prepare{[](StationWindow& window, StillShop& shop) {
                                  window.openRemake(shop.queue.grid().front().order);
                              }});
}

/// The page *Now* in its rarer states, and the sheets of its acts.
void takeNow(Album& album)
{
    using Prepare = std::function<void(ManagerWindow&, StillShop&)>;
    const auto name = [](const char* page) {
        return QStringLiteral("manager-%1").arg(QLatin1String{page});
    };
    /// Presses these one after the other.
    const auto press = [](std::vector<const char*> buttons) {
        return Prepare{[buttons = std::move(buttons)](ManagerWindow& window, StillShop&) {
            for (const char* button : buttons) {
                if (auto* found = window.findChild<QAbstractButton*>(QLatin1String{button}))
                    found->click();
                settle();
            }
        }};
    };
    const auto scrollTo = [](const char* widget) {
        return Prepare{[widget](ManagerWindow& window, StillShop&) {
            auto* found = window.findChild<QWidget*>(QLatin1String{widget});
            for (auto* area : window.findChildren<QScrollArea*>())
                if (area->isAncestorOf(found))
                    area->ensureWidgetVisible(found, 0, 0);
        }};
    };
    const auto steps = [](NeedKind kind) {
        return Prepare{[kind](ManagerWindow& window, StillShop& shop) {
            for (const Need& need : needsNow(shop.view, {}, now()))
                if (need.kind == kind)
                    window.openSteps(need);
        }};
    };
    album.take<ManagerWindow>(name("needs"), everyNeed(), FeedState::Live);
    album.take<ManagerWindow>(name("needs-below"), everyNeed(), FeedState::Live,
                              scrollTo("need_12"));
    album.take<ManagerWindow>(name("programs"), everyNeed(), FeedState::Live,
                              scrollTo("program_manager_manager-1"));
    album.take<ManagerWindow>(name("steps-kiosk"), everyNeed(), FeedState::Live,
                              steps(NeedKind::KioskSilent));
    album.take<ManagerWindow>(name("steps-disk"), everyNeed(), FeedState::Live,
                              steps(NeedKind::DiskLow));
    album.take<ManagerWindow>(name("steps-clock"), everyNeed(), FeedState::Live,
                              steps(NeedKind::ClockStepped));
    album.take<ManagerWindow>(name("cards-tried"), cardTrouble(false), FeedState::Live,
                              scrollTo("paymentsCard"));
    album.take<ManagerWindow>(name("cards-stopped"), cardTrouble(true), FeedState::Live,
                              scrollTo("paymentsCard"));
    album.take<ManagerWindow>(name("cards-none"), quiet(), FeedState::Live,
                              scrollTo("paymentsCard"));
    album.take<ManagerWindow>(name("stop-cards"), rush(), FeedState::Live, press({"stopCards"}));
    album.take<ManagerWindow>(name("slowed"), slowed(), FeedState::Live);
    album.take<ManagerWindow>(name("ordering"), slowed(), FeedState::Live,
                              press({"orderingButton"}));
    album.take<ManagerWindow>(name("slow"), slowed(), FeedState::Live,
                              press({"orderingButton", "slowButton"}));
    album.take<ManagerWindow>(name("hours"), slowed(), FeedState::Live,
                              press({"orderingButton", "hoursButton"}));
}

void takeManager(Album& album)
{
    using Prepare = std::function<void(ManagerWindow&, StillShop&)>;
    const auto name = [](const char* page) {
        return QStringLiteral("manager-%1").arg(QLatin1String{page});
    };
    const OrderId open = 6; // the order with the allergy note
    const OrderId collected = 2;
    album.take<ManagerWindow>(name("well"), quiet(), FeedState::Live);
    album.take<ManagerWindow>(name("busy"), rush(), FeedState::Live);
    album.take<ManagerWindow>(name("troubles"), troubles(), FeedState::Live);
    takeNow(album);
    album.take<ManagerWindow>(name("daemon-away"), rush(), FeedState::Stale);
    const auto season = demo::season();
    auto paused = season;
    paused.push_back(paused.back());
    ++paused.back().seq;
    paused.back().body = OrderingChanged{OrderingState::Paused, 0, {}, {}};
    album.take<ManagerWindow>(name("paused"), paused, FeedState::Live);
    album.take<ManagerWindow>(name("now"), season, FeedState::Live);
    album.take<ManagerWindow>(name("orders"), season, FeedState::Live,
                              Prepare{[](ManagerWindow& window, StillShop& shop) {
                                  window.openPage(ManagerWindow::Page::Orders);
                                  settle();
                                  window.historyPage()->openStory(
                                      shop.view.orders.all().rbegin()->first - 3);
                              }});
    album.take<ManagerWindow>(name("orders-found"), season, FeedState::Live,
                              Prepare{[](ManagerWindow& window, StillShop&) {
                                  window.openPage(ManagerWindow::Page::Orders);
                              }});
    album.take<ManagerWindow>(name("orders-search"), season, FeedState::Live,
                              Prepare{[](ManagerWindow& window, StillShop&) {
                                  window.openPage(ManagerWindow::Page::Orders);
                                  settle();
                                  window.historyPage()->look(999);
                              }});
    album.take<ManagerWindow>(name("tasks"), openMoney(), FeedState::Live,
                              Prepare{[](ManagerWindow& window, StillShop&) {
                                  window.openPage(ManagerWindow::Page::Tasks);
                              }});
    album.take<ManagerWindow>(name("tasks-settled"), openMoney(), FeedState::Live,
                              Prepare{[](ManagerWindow& window, StillShop&) {
                                  window.openPage(ManagerWindow::Page::Tasks);
                                  settle();
                                  if (auto* area = window.tasksPage().findChild<QScrollArea*>())
                                      area->verticalScrollBar()->setValue(
                                          area->verticalScrollBar()->maximum());
                              }});
    album.take<ManagerWindow>(name("tasks-none"), season, FeedState::Live,
                              Prepare{[](ManagerWindow& window, StillShop&) {
                                  window.openPage(ManagerWindow::Page::Tasks);
                              }});
    album.take<ManagerWindow>(name("review"), openMoney(), FeedState::Live,
                              Prepare{[](ManagerWindow& window, StillShop&) {
                                  window.openPage(ManagerWindow::Page::Tasks);
                                  settle();
                                  if (auto* close = window.findChild<QPushButton*>(
                                          QStringLiteral("taskClose_payment9005")))
                                      close->click();
                              }});
    album.take<ManagerWindow>(name("report-x"), season, FeedState::Live,
                              Prepare{[](ManagerWindow& window, StillShop&) {
                                  window.openPage(ManagerWindow::Page::Reports);
                              }});
    album.take<ManagerWindow>(name("report-z"), season, FeedState::Live,
                              Prepare{[](ManagerWindow& window, StillShop&) {
                                  window.openPage(ManagerWindow::Page::Reports);
                                  settle();
                                  window.reportsPage()->openReport(2);
                              }});
    album.take<ManagerWindow>(
        name("pause"), rush(), FeedState::Live,
        Prepare{[](ManagerWindow& window, StillShop&) { (void)window.openPause(); }});
    album.take<ManagerWindow>(
        name("sold-out"), rush(), FeedState::Live,
        Prepare{[](ManagerWindow& window, StillShop&) { (void)window.openSoldOut(); }});
    album.take<ManagerWindow>(
        name("cancel"), rush(), FeedState::Live,
        Prepare{[](ManagerWindow& window, StillShop&) { window.openCancel(open); }});
    album.take<ManagerWindow>(
        name("refund"), rush(), FeedState::Live,
        Prepare{[](ManagerWindow& window, StillShop&) { window.openRefund(collected); }});
    album.take<ManagerWindow>(
        name("pin"), rush(), FeedState::Live, Prepare{[](ManagerWindow& window, StillShop&) {
            (void)window.openPin(
                CancelWish{open, OrderState::Queued, 122, Money::fromWon(15'500), {}});
        }});
}

} // namespace

QStringList saveShots(const QString& folder, QSize size, double pixelsPerMm)
{
    if (!QDir{}.mkpath(folder))
        throw ShotError{"cannot make the folder " + folder.toStdString()};
    ui::Metrics::Settings glass;
    glass.pixelsPerMm = pixelsPerMm;
    glass.audience = ui::Audience::Staff;
    const ui::Metrics metrics{glass};
    QStringList paths;
    ui::LanguageSwitch language{ui::Language::Korean};
    for (const ui::Language spoken : {ui::Language::Korean, ui::Language::English}) {
        language.setLanguage(spoken);
        Album album{folder, size,
                    spoken == ui::Language::Korean ? Language::Korean : Language::English};
        ui::installLook(*qApp, ui::Theme{ui::PaletteKind::Dark, metrics, true});
        takeStation(album);
        ui::installLook(*qApp, ui::Theme{ui::PaletteKind::Light, metrics, true});
        takeManager(album);
        paths += album.paths();
    }
    return paths;
}

} // namespace coffee::station::demo
