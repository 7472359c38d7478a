// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/session/kiosk_presenters.h"
#include "tests/support/fake_feed_source.h"
#include "tests/support/fake_order_client.h"

#include <QTemporaryDir>

#include <algorithm>
#include <optional>
#include <vector>

namespace coffee::test {

/// Time that stands still until a test moves it. Alarms ring within `advance`, in their order.
class FakeTimekeeper final : public kiosk::Timekeeper {
public:
    [[nodiscard]] Instant now() const override { return m_now; }
    [[nodiscard]] std::unique_ptr<kiosk::Alarm> alarm(std::function<void()> ring) override
    {
        return std::make_unique<FakeAlarm>(*this, std::move(ring));
    }

    void advance(std::chrono::milliseconds by)
    {
        const Instant end = m_now + by;
        while (FakeAlarm* next = earliest(end)) {
            m_now = std::max(m_now, *next->at);
            next->at.reset();
            next->ring();
        }
        m_now = end;
    }

private:
    struct FakeAlarm final : kiosk::Alarm {
        FakeAlarm(FakeTimekeeper& keeper, std::function<void()> whenDue)
            : owner{keeper}, ring{std::move(whenDue)}
        {
            owner.m_alarms.push_back(this);
        }
        ~FakeAlarm() override { std::erase(owner.m_alarms, this); }
        void set(std::chrono::milliseconds wait) override { at = owner.m_now + wait; }
        void cancel() override { at.reset(); }
        [[nodiscard]] bool isSet() const override { return at.has_value(); }

        FakeTimekeeper& owner;
        std::function<void()> ring;
        std::optional<Instant> at;
    };

    [[nodiscard]] FakeAlarm* earliest(Instant end) const
    {
        FakeAlarm* found = nullptr;
        for (FakeAlarm* alarm : m_alarms)
            if (alarm->at && *alarm->at <= end && (!found || *alarm->at < *found->at))
                found = alarm;
        return found;
    }

    Instant m_now{std::chrono::hours{1}};
    std::vector<FakeAlarm*> m_alarms;
};

/// Three items: a drink with a question that must be answered, one without, and a cake.
inline Menu smallMenu()
{
    Menu menu;
    menu.version = "menu-1";
    menu.shopId = "test";
    menu.shopName = {"시험 커피", "Test coffee"};
    menu.cups = {{}, {}, Money::fromWon(-300)};
    menu.categories = {{"coffee", {"커피", "Coffee"}}, {"bakery", {"베이커리", "Bakery"}}};
    menu.allergens = {{"milk", {"우유", "Milk"}}, {"nuts", {"견과류", "Nuts"}}};
    menu.optionGroups = {
        {"temperature",
         {"온도", "Temperature"},
         1,
         1,
         "",
         {{"hot", {"HOT 따뜻하게", "Hot"}, {}, 1}, {"ice", {"ICE 시원하게", "Iced"}, {}, 1}}},
        {"size",
         {"크기", "Size"},
         1,
         1,
         "regular",
         {{"regular", {"보통", "Regular"}, {}, 1},
          {"large", {"크게", "Large"}, Money::fromWon(700), 1}}},
        {"shot",
         {"샷 추가", "Extra shot"},
         0,
         3,
         "",
         {{"extra", {"에스프레소 샷", "Espresso shot"}, Money::fromWon(500), 3}}},
    };
    MenuItem americano{
        "americano",          "coffee",    {"아메리카노", "Americano"},     {"기본", "Basic"},
        Money::fromWon(4500), "americano", {"temperature", "size", "shot"}, {}};
    americano.popular = true;
    americano.caffeineMg = 150;
    MenuItem brew{"brew",
                  "coffee",
                  {"콜드브루", "Cold brew"},
                  {"시원", "Cold"},
                  Money::fromWon(5000),
                  "cold-brew",
                  {},
                  {"milk"}};
    MenuItem cake{"cake",
                  "bakery",
                  {"치즈케이크", "Cheesecake"},
                  {"케이크", "Cake"},
                  Money::fromWon(6500),
                  "cheesecake",
                  {},
                  {"milk", "nuts"}};
    cake.needsCup = false;
    cake.station = StationKind::Food;
    cake.quantityMax = 3;
    menu.items = {americano, brew, cake};
    return menu;
}

/// A kiosk without a screen beside a daemon that does what the test says.
struct KioskShop {
    explicit KioskShop(const QString& diskFolder = {})
        : disk{diskFolder.isEmpty() ? folder.path() : diskFolder},
          feed{source, source.now()},
          kiosk{{client, feed, disk, time, [this] { return nextKey(); },
                 [this] { return nextOperation(); }, [](int) { return 0; }, "kiosk-1"}}
    {
        feed.start();
    }

    /// The kiosk is up, the daemon answered, nobody is here.
    void open()
    {
        kiosk.begin();
        client.answer(client.openCall<protocol::MenuGet>(), protocol::MenuAnswer{menu});
        protocol::StatusAnswer status;
        status.version = "1";
        status.epoch = "e";
        status.gateway = "instant";
        status.simulated = true;
        client.answer(client.openCall<protocol::StatusGet>(), status);
        showView();
    }

    void showView()
    {
        ShopView view;
        view.seq = ++seq;
        view.at = now;
        view.offer.menuVersion = menu.version;
        for (const std::string& item : soldOut)
            view.offer.soldOut[item] = 0;
        source.goLive(std::move(view), now);
    }

    void publish(EventBody body)
    {
        source.publish({Event{++seq, now, now, 20000, {}, std::move(body)}});
    }

    [[nodiscard]] BasketLine drink(int count = 1) const
    {
        return {"brew", {}, std::vector<CupKind>(static_cast<std::size_t>(count), CupKind::Store)};
    }

    /// A customer with one drink stands at the review page.
    void fillAndReview()
    {
        session().start(ServiceMode::Here);
        kiosk.basket().add(drink());
        session().toReview();
    }

    [[nodiscard]] protocol::Quote quote()
    {
        const auto priced = price(menu, {}, kiosk.basket().toBasket());
        return {{"quote-" + std::to_string(++quotes)}, *priced, 180'000, {180, 300}, 1, false};
    }
    void answerCheckout(const protocol::Quote& quoted)
    {
        client.answer(client.openCall<protocol::CheckoutOpen>(), quoted);
    }
    void refuseCheckout(const Refusal& refusal)
    {
        client.refuse(client.openCall<protocol::CheckoutOpen>(), refusal);
    }
    void failCheckout(client::ClientFailure failure = client::ClientFailure::Unreachable)
    {
        client.fail(client.openCall<protocol::CheckoutOpen>(), failure);
    }
    void answerPlace(const protocol::AttemptAnswer& answer)
    {
        client.answer(client.openCall<protocol::OrderPlace>(), answer);
    }
    void pendingPlace(PaymentPhase phase)
    {
        client.answerPending(client.openCall<protocol::OrderPlace>(), phase);
    }

    /// Pay was pressed, the quote is there, the card terminal is asked.
    void beginPayment()
    {
        fillAndReview();
        session().pay();
        answerCheckout(quote());
    }

    [[nodiscard]] protocol::PaidAnswer paid() const
    {
        const auto priced = price(menu, {}, Basket{ServiceMode::Here, {}, {drink()}});
        return {7,          117, "4821", 20000, now, *priced, {"card", "**** 1234", "30214587"},
                {180, 300}, 1};
    }

    /// What the daemon shows of that order to its owner.
    [[nodiscard]] protocol::OrderShown shown() const
    {
        const protocol::PaidAnswer answer = paid();
        OrderView order;
        order.id = answer.order;
        order.number = answer.number;
        order.lines = answer.basket.lines;
        order.total = answer.basket.total;
        order.units.push_back({1, CupKind::Store, answer.basket.total, UnitState::Open, {}});
        order.paidAt = answer.at;
        return {order, 0, {60, 120}, true};
    }

    [[nodiscard]] kiosk::OrderSession& session() { return kiosk.session(); }
    [[nodiscard]] kiosk::Phase phase() const
    {
        return const_cast<KioskShop*>(this)->kiosk.session().phase();
    }

    AttemptKey nextKey() { return {"kiosk-1-" + std::string(31, '0') + std::to_string(++keys)}; }
    OperationKey nextOperation() { return {std::string(31, '0') + std::to_string(++operations)}; }

    QTemporaryDir folder;
    FakeTimekeeper time;
    FakeOrderClient client;
    FakeFeedSource source;
    client::StationJournal disk;
    client::ShopFeed feed;
    Menu menu{smallMenu()};
    SoldOut soldOut;
    ShopTime now{fromMs(1'790'000'000'000)};
    Sequence seq{10};
    int keys{0};
    int operations{0};
    int quotes{0};
    kiosk::KioskPresenters kiosk;
};

inline Refusal refusalOf(RefusalCode code, std::chrono::milliseconds retryAfter = {})
{
    Refusal refusal;
    refusal.code = code;
    refusal.detail = "a test says so";
    refusal.retryAfter = retryAfter;
    return refusal;
}

} // namespace coffee::test
