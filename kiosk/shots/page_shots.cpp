// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/shots/page_shots.h"

#include "kiosk/pages/kiosk_window.h"
#include "kiosk/session/kiosk_presenters.h"
#include "kiosk/shots/still_shop.h"
#include "shared/files/menu_file.h"
#include "shared/widgets/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <functional>
#include <vector>

namespace coffee::kiosk {
namespace {

using protocol::AttemptAnswer;
using protocol::CheckoutOpen;
using protocol::OrderPlace;

constexpr std::int32_t kNumber = 117;
const ShopTime kNow = fromMs(1'790'000'000'000);

/// A shop that stands still, with a kiosk in it: what a shot poses.
struct Stage {
    explicit Stage(const QString& folder, ui::Language language, QSize size,
                   std::function<void(ui::TextScale)> setScale)
        : disk{folder},
          feed{source},
          words{language},
          kiosk{{client, feed, disk, time,
                 [] { return AttemptKey{"kiosk-1-" + std::string(32, 'a')}; },
                 [] { return OperationKey{std::string(32, 'b')}; }, [](int) { return 0; }}},
          menu{demoMenu()}
    {
        feed.start();
        kiosk.begin();
        client.answer<protocol::MenuGet>(protocol::MenuAnswer{menu});
        protocol::StatusAnswer status;
        status.version = COFFEE_VERSION;
        status.epoch = "still";
        status.gateway = "terminal_sim";
        status.simulated = true;
        client.answer<protocol::StatusGet>(status);
        showView({});
        window = std::make_unique<KioskWindow>(KioskWindowParts{
            {kiosk.session(), kiosk.basket(), kiosk.menu(), kiosk.myOrder(), kiosk.guard(), feed},
            kiosk.keeper(),
            kiosk.help(),
            words,
            std::move(setScale),
            language});
        window->resize(size);
        window->show();
    }

    void showView(const SoldOut& soldOut)
    {
        ShopView view;
        view.seq = 40;
        view.at = kNow;
        view.offer.menuVersion = menu.version;
        for (const std::string& item : soldOut)
            view.offer.soldOut[item] = 0;
        Event event{1,     kNow, kNow,
                    20000, {},   OrderAppeared{1, kNumber, ServiceMode::Here, 3, wait}};
        view.orders.apply(event);
        source.show(std::move(view), kNow, wait);
    }

    [[nodiscard]] BasketLine line(const std::string& item, int count,
                                  std::vector<OptionSelection> more) const
    {
        LineDraft draft{menu, *menu.item(item), ServiceMode::Here};
        for (const OptionSelection& chosen : more)
            draft.choose(*menu.group(chosen.group), {chosen.choice});
        draft.setQuantity(count);
        return draft.line();
    }

    [[nodiscard]] Basket order() const
    {
        return {ServiceMode::Here,
                {},
                {line("americano", 2, {{"temperature", "ice", 1}}),
                 line("cafe-latte", 1, {{"temperature", "hot", 1}, {"milk", "oat", 1}})}};
    }

    void fillBasket()
    {
        kiosk.session().start(ServiceMode::Here);
        for (const BasketLine& one : order().lines)
            kiosk.basket().add(one);
    }

    void pay()
    {
        kiosk.session().toReview();
        kiosk.session().pay();
    }

    [[nodiscard]] protocol::Quote quote() const
    {
        const auto priced = price(menu, {}, order());
        return {{"quote-1"}, *priced, 180'000, wait, 2, false};
    }

    void quoteAndPlace()
    {
        pay();
        client.answer<CheckoutOpen>(quote());
    }

    [[nodiscard]] protocol::PaidAnswer paid() const
    {
        return {
            1,    kNumber, "4821", 20000, kNow, quote().basket, {"card", "**** 1234", "30214587"},
            wait, 2};
    }

    StillClient client;
    StillFeed source;
    QtTimekeeper time;
    client::StationJournal disk;
    client::ShopFeed feed;
    ui::LanguageSwitch words;
    KioskPresenters kiosk;
    Menu menu;
    WaitRange wait{240, 420};
    std::unique_ptr<KioskWindow> window;
};

Refusal refusalOf(RefusalCode code)
{
    Refusal refusal;
    refusal.code = code;
    return refusal;
}

OrderView detailsOf(const Stage& stage)
{
    OrderView order;
    const protocol::PaidAnswer paid = stage.paid();
    order.id = paid.order;
    order.number = paid.number;
    order.lines = paid.basket.lines;
    order.total = paid.basket.total;
    order.paidAt = paid.at;
    return order;
}

void toDetails(Stage& stage, bool refunding)
{
    OrderView order = detailsOf(stage);
    if (refunding) {
        order.state = OrderState::Cancelled;
        order.refunds.push_back({1, order.total, RefundState::Due, {}, {}, kNow});
    }
    stage.kiosk.session().openMyOrder();
    stage.kiosk.myOrder().lookUp(kNumber);
    stage.kiosk.myOrder().askForCode();
    stage.kiosk.myOrder().proveByCode("4821");
    stage.client.answer<protocol::OrderShow>(
        protocol::OrderShown{order, 2, stage.wait, !refunding});
}

void endPayment(Stage& stage, const AttemptAnswer& answer)
{
    stage.fillBasket();
    stage.quoteAndPlace();
    stage.client.answer<OrderPlace>(answer);
}

struct Shot {
    const char* name;
    std::function<void(Stage&)> pose;
};

void payingAt(Stage& stage, PaymentPhase phase)
{
    stage.fillBasket();
    stage.quoteAndPlace();
    stage.client.answerPending<OrderPlace>(phase);
}

std::vector<Shot> choosingShots()
{
    return {
        {"01-attract", [](Stage&) {}},
        {"02-attract-paused",
         [](Stage& s) {
             OrderingChanged paused{OrderingState::Paused, toMs(kNow) + 1'200'000,
                                    "지금 단체 주문을 만들고 있어요.",
                                    "We are making a large order right now."};
             s.source.publish({41, kNow, kNow, 20000, {}, paused});
         }},
        {"03-menu-empty", [](Stage& s) { s.kiosk.session().start(ServiceMode::Here); }},
        {"04-menu",
         [](Stage& s) {
             s.showView({"cafe-mocha", "vanilla-latte"});
             s.fillBasket();
         }},
        {"05-options",
         [](Stage& s) {
             s.kiosk.session().start(ServiceMode::Here);
             s.kiosk.session().chooseItem("cafe-latte");
         }},
        {"06-options-edit",
         [](Stage& s) {
             s.fillBasket();
             s.kiosk.session().editLine(s.kiosk.basket().entries().back().id);
         }},
        {"07-review",
         [](Stage& s) {
             s.fillBasket();
             s.kiosk.session().toReview();
         }},
        {"08-review-sold-out",
         [](Stage& s) {
             s.fillBasket();
             s.pay();
             Refusal soldOut = refusalOf(RefusalCode::SoldOut);
             soldOut.items = {"cafe-latte"};
             s.client.refuse<CheckoutOpen>(soldOut);
         }},
        {"09-opening",
         [](Stage& s) {
             s.fillBasket();
             s.pay();
         }},
    };
}

std::vector<Shot> payingShots()
{
    return {
        {"10-paying-card", [](Stage& s) { payingAt(s, PaymentPhase::WaitingCard); }},
        {"11-paying-reading", [](Stage& s) { payingAt(s, PaymentPhase::Reading); }},
        {"12-paying-remove", [](Stage& s) { payingAt(s, PaymentPhase::RemoveCard); }},
        {"13-checking",
         [](Stage& s) {
             payingAt(s, PaymentPhase::Authorising);
             s.client.stayAway<OrderPlace>();
         }},
        {"14-declined",
         [](Stage& s) {
             endPayment(s, protocol::DeclinedAnswer{DeclineKind::Declined, "", 0});
         }},
        {"15-busy",
         [](Stage& s) {
             s.fillBasket();
             s.pay();
             Refusal busy = refusalOf(RefusalCode::Busy);
             busy.retryAfter = std::chrono::milliseconds{20000};
             s.client.refuse<CheckoutOpen>(busy);
         }},
        {"16-unreachable",
         [](Stage& s) {
             s.fillBasket();
             s.source.fallSilent();
             s.pay();
             s.client.stayAway<CheckoutOpen>();
         }},
        {"17-paused",
         [](Stage& s) {
             s.fillBasket();
             s.pay();
             Refusal paused = refusalOf(RefusalCode::Paused);
             paused.untilMs = toMs(kNow) + 600'000;
             s.client.refuse<CheckoutOpen>(paused);
         }},
        {"18-number", [](Stage& s) { endPayment(s, s.paid()); }},
    };
}

std::vector<Shot> lookUpShots()
{
    return {
        {"20-my-order", [](Stage& s) { s.kiosk.session().openMyOrder(); }},
        {"21-my-order-state",
         [](Stage& s) {
             s.kiosk.session().openMyOrder();
             s.kiosk.myOrder().lookUp(kNumber);
         }},
        {"22-my-order-code",
         [](Stage& s) {
             s.kiosk.session().openMyOrder();
             s.kiosk.myOrder().lookUp(kNumber);
             s.kiosk.myOrder().askForCode();
         }},
        {"23-my-order-details",
         [](Stage& s) {
             s.fillBasket();
             toDetails(s, false);
         }},
        {"24-my-order-confirm",
         [](Stage& s) {
             s.fillBasket();
             toDetails(s, false);
             s.kiosk.myOrder().askToCancel();
         }},
        {"25-my-order-refund",
         [](Stage& s) {
             s.fillBasket();
             toDetails(s, true);
         }},
        {"26-idle",
         [](Stage& s) {
             s.fillBasket();
             s.kiosk.guard().watch({std::chrono::seconds{0}, std::chrono::seconds{20}});
         }},
    };
}

void press(Stage& stage, const char* button)
{
    auto* found = stage.window->findChild<QAbstractButton*>(QLatin1StringView{button});
    if (!found)
        throw ShotError{std::string{button} + ": there is no such button"};
    found->click();
}

std::vector<Shot> sheetShots()
{
    return {
        {"27-allergy",
         [](Stage& s) {
             s.fillBasket();
             s.kiosk.session().toReview();
             press(s, "allergyButton");
         }},
        {"28-text-size", [](Stage& s) { press(s, "textSizeButton"); }},
        {"29-start-over",
         [](Stage& s) {
             s.fillBasket();
             press(s, "homeButton");
         }},
    };
}

/// One shape, language and text size of the whole set.
struct Setting {
    const char* shape;
    QSize size;
    double inches;
    ui::Language language;
    ui::TextScale scale;
    int percent;
};

std::vector<Setting> settings()
{
    std::vector<Setting> list;
    for (const ui::Language language : {ui::Language::Korean, ui::Language::English}) {
        list.push_back({"portrait", {1080, 1920}, 21.5, language, ui::TextScale::Percent100, 100});
        list.push_back({"landscape", {1920, 1080}, 24.0, language, ui::TextScale::Percent100, 100});
        list.push_back({"portrait", {1080, 1920}, 21.5, language, ui::TextScale::Percent150, 150});
        list.push_back({"portrait", {1080, 1920}, 21.5, language, ui::TextScale::Percent200, 200});
    }
    return list;
}

void settle(QWidget& window)
{
    // Layouts settle over several rounds: wrapped text changes heights, heights change widths.
    for (int round = 0; round < 6; ++round) {
        QApplication::sendPostedEvents();
        QApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
    }
    window.repaint();
}

void saveShot(const Setting& setting, const Shot& shot, const QDir& folder, QStringList& paths)
{
    QTemporaryDir disk;
    if (!disk.isValid())
        throw ShotError{"no temporary folder can be made"};
    ui::Metrics::Settings glass;
    glass.pixelsPerMm = ui::pixelsPerMm(setting.size, setting.inches);
    glass.textScale = setting.scale;
    ui::installLook(*qApp, ui::Theme{ui::PaletteKind::Light, ui::Metrics{glass}, true});
    Stage stage{disk.path(), setting.language, setting.size, [](ui::TextScale) {}};
    shot.pose(stage);
    settle(*stage.window);
    const QString path = folder.filePath(
        QStringLiteral("%1-%2-%3-%4.png")
            .arg(QLatin1StringView{setting.shape}, ui::languageCode(setting.language))
            .arg(setting.percent)
            .arg(QLatin1StringView{shot.name}));
    if (!stage.window->grab().save(path))
        throw ShotError{path.toStdString() + ": cannot be written"};
    paths.append(path);
}

} // namespace

Menu demoMenu()
{
    QFile file{QStringLiteral(":/shots/menu.toml")};
    if (!file.open(QIODevice::ReadOnly))
        throw ShotError{"the built-in menu is missing"};
    auto menu = readMenu(file.readAll().toStdString());
    if (!menu)
        throw ShotError{toText(menu.error().front(), "menu.toml")};
    return *menu;
}

QStringList saveShots(const QString& directory)
{
    if (!QDir{}.mkpath(directory))
        throw ShotError{directory.toStdString() + ": the folder cannot be made"};
    const QDir folder{directory};
    std::vector<Shot> shots = choosingShots();
    for (const auto& more : {payingShots(), lookUpShots(), sheetShots()})
        shots.insert(shots.end(), more.begin(), more.end());
    QStringList paths;
    for (const Setting& setting : settings())
        for (const Shot& shot : shots)
            saveShot(setting, shot, folder, paths);
    return paths;
}

} // namespace coffee::kiosk
