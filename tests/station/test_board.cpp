// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/board/board_page.h"
#include "kiosk/board/board_window.h"

#include "shared/widgets/banner.h"
#include "shared/widgets/label.h"
#include "shared/widgets/language.h"
#include "shared/widgets/theme.h"
#include "tests/support/fake_feed_source.h"
#include "tests/support/fake_order_client.h"
#include "tests/support/fake_sound.h"
#include "tests/support/history_builder.h"

#include "kiosk/board/board_calls.h"
#include "kiosk/board/board_numbers.h"
#include "kiosk/board/number_wall.h"

#include <QApplication>
#include <QTest>

using namespace coffee;
using namespace coffee::board;
using namespace coffee::test;
using namespace std::chrono_literals;

namespace {

/// The public faces of a history, on a board of this size.
struct Wall {
    std::vector<Event> events;
    HistoryBuilder history{events};
    FakeFeedSource source;
    client::ShopFeed feed{source, source.now()};
    FakeOrderClient client;
    FakeVoice voice;
    FakeWaveOut out;
    sound::SoundPlayer player{out};
    BoardPage board{feed, client, {&voice, &player, QStringLiteral("가게의 말")}};

    void open(QSize size)
    {
        board.resize(size);
        board.show();
        feed.start();
        const ShopView view = publicFace(folded(events));
        source.goLive(view, view.at);
        QCoreApplication::processEvents();
    }
    /// What happened since the last look reaches the board, so much later.
    void tell(std::size_t from, ShopTime now)
    {
        std::vector<Event> news;
        for (std::size_t at = from; at < events.size(); ++at)
            news.push_back(publicFace(events[at]));
        source.heartbeat(now);
        source.publish(std::move(news));
        QCoreApplication::processEvents();
    }
    /// Nothing happens but that time goes by.
    void wait(std::chrono::seconds by)
    {
        source.clock += by;
        source.heartbeat(*feed.shopNow());
        source.publish({});
        QCoreApplication::processEvents();
    }
    [[nodiscard]] QString textOf(const char* name) const
    {
        const auto* label = board.findChild<ui::Label*>(QLatin1StringView{name});
        return label && label->isVisible() ? label->text() : QString{};
    }
    [[nodiscard]] ui::Label* number(const char* wall, int number) const
    {
        auto* label = board.findChild<ui::Label*>(
            QStringLiteral("%1_%2").arg(QLatin1String{wall}).arg(number));
        return label && label->isVisible() ? label : nullptr;
    }
};

} // namespace

class BoardTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        registerBoardTranslations();
        ui::Metrics::Settings glass;
        glass.pixelsPerMm = 2.02;
        ui::installLook(*qApp, ui::Theme{ui::PaletteKind::Dark, ui::Metrics{glass}, true});
    }

    void numbersFollowTheOrders()
    {
        Wall wall;
        wall.history.paid(1).paid(2).started(2).paid(3).started(3).finished(3).paid(4).collected(4);
        wall.open({1920, 1080});
        QVERIFY(wall.number("preparing", 101));
        QVERIFY(wall.number("preparing", 102));
        QVERIFY(wall.number("ready", 103));
        QVERIFY(!wall.number("ready", 104));
        const std::size_t before = wall.events.size();
        wall.history.moved(3, OrderStep::Collect, OrderState::Ready);
        wall.source.publish({publicFace(wall.events[before])});
        QVERIFY(!wall.number("ready", 103));
    }

    void theNewestStandsFirstAndStandsOutForAWhile()
    {
        std::vector<Event> events;
        HistoryBuilder history{events};
        history.paid(1).paid(2).started(1).finished(1).started(2).finished(2);
        const ShopView view = publicFace(folded(events));
        auto numbers = boardNumbers(view.orders, view.at);
        QCOMPARE(numbers.ready.front().number, 102);
        QVERIFY(numbers.ready.front().isNew);
        numbers = boardNumbers(view.orders, view.at + kNewFor);
        QVERIFY(!numbers.ready.front().isNew && !numbers.ready.back().isNew);
    }

    void anOrderThatIsCalledAgainStandsOutAgain()
    {
        std::vector<Event> events;
        HistoryBuilder history{events};
        history.paid(1).started(1).finished(1).paid(2).started(2).finished(2).then(OrderCalled{1});
        const ShopView view = publicFace(folded(events));
        QCOMPARE(boardNumbers(view.orders, view.at).ready.front().number, 101);
    }

    void aNumberIsCalledThreeSecondsAfterItBecameReady()
    {
        std::vector<Event> events;
        HistoryBuilder history{events};
        history.paid(1).started(1).finished(1);
        const ShopView view = publicFace(folded(events));
        const ShopTime ready = view.orders.find(1)->readyAt;
        BoardCalls calls;
        QVERIFY(calls.due(view.orders, ready).empty());
        QVERIFY(calls.due(view.orders, ready + 2999ms).empty());
        const std::vector<BoardCalls::Call> due = calls.due(view.orders, ready + 3s);
        QCOMPARE(due.size(), std::size_t{1});
        QCOMPARE(due.front().number, 101);
        QVERIFY(calls.due(view.orders, ready + 4s).empty()); // once
    }

    void anUndoWithinThatTimeIsNeverHeard()
    {
        std::vector<Event> events;
        HistoryBuilder history{events};
        history.paid(1).started(1).finished(1);
        BoardCalls calls;
        const ShopTime ready = folded(events).orders.find(1)->readyAt;
        QVERIFY(calls.due(publicFace(folded(events)).orders, ready + 1s).empty());
        history.moved(1, OrderStep::Recall, OrderState::Ready);
        QVERIFY(calls.due(publicFace(folded(events)).orders, ready + 4s).empty());
        history.finished(1); // this time in earnest
        const ShopTime again = folded(events).orders.find(1)->readyAt;
        QCOMPARE(calls.due(publicFace(folded(events)).orders, again + 3s).size(), std::size_t{1});
    }

    void aNumberThatIsCalledAgainIsHeardAgainAtOnce()
    {
        std::vector<Event> events;
        HistoryBuilder history{events};
        history.paid(1).started(1).finished(1);
        BoardCalls calls;
        const ShopTime ready = folded(events).orders.find(1)->readyAt;
        QCOMPARE(calls.due(folded(events).orders, ready + 3s).size(), std::size_t{1});
        history.then(OrderCalled{1});
        const ShopTime called = folded(events).orders.find(1)->calledAt;
        QCOMPARE(calls.due(folded(events).orders, called).size(), std::size_t{1});
        QVERIFY(calls.due(folded(events).orders, called + 1s).empty());
    }

    void whatBecameReadyLongAgoIsNotCalledAfterAPause()
    {
        std::vector<Event> events;
        HistoryBuilder history{events};
        for (OrderId id = 1; id <= 12; ++id)
            history.paid(id).started(id).finished(id);
        const ShopView view = folded(events);
        BoardCalls calls;
        QVERIFY(calls.due(view.orders, view.at + kCallWithin + 1s).empty());
    }

    void whatTheBarCouldNotMakeIsSaidUntilItIsCollected()
    {
        Wall wall;
        wall.history.paid(1, 2).paid(2).started(1).unit(1, 2, UnitState::Open, UnitState::Refused);
        wall.open({1920, 1080});
        const auto* told = wall.board.findChild<ui::Banner*>(QStringLiteral("boardTold"));
        QVERIFY(told->isVisible());
        QVERIFY2(told->message().contains(QStringLiteral("101 · 1개를 만들지 못했어요")),
                 qPrintable(told->message()));
        QVERIFY(!told->message().contains(QStringLiteral("102")));
        const std::size_t before = wall.events.size();
        wall.history.finished(1).moved(1, OrderStep::Collect, OrderState::Ready);
        wall.tell(before, wall.events.back().at);
        QVERIFY(!told->isVisible());
    }

    void anOrderThatTheShopCancelledDoesNotJustVanish()
    {
        std::vector<Event> events;
        HistoryBuilder history{events};
        history.paid(1).paid(2).cancelled(1, CancelledBy::Shop).cancelled(2, CancelledBy::Customer);
        const ShopView view = publicFace(folded(events));
        const BoardNumbers numbers = boardNumbers(view.orders, view.at);
        QCOMPARE(numbers.told.size(), std::size_t{1}); // whoever cancelled it knows
        QCOMPARE(numbers.told.front().number, 101);
        QVERIFY(numbers.told.front().isCancelled);
        QVERIFY(boardNumbers(view.orders, view.at + kCancelledFor).told.empty());
        ui::LanguageSwitch words{ui::Language::English};
        Wall wall;
        wall.history.paid(1).cancelled(1, CancelledBy::Shop);
        wall.open({1920, 1080});
        const auto* told = wall.board.findChild<ui::Banner*>(QStringLiteral("boardTold"));
        QVERIFY2(told->message().contains(QStringLiteral("101 · order cancelled")),
                 qPrintable(told->message()));
    }

    void aRushOfRefusalsLeavesTheNumbersTheirRoom()
    {
        Wall wall;
        for (OrderId id = 1; id <= 8; ++id)
            wall.history.paid(id, 2).started(id).unit(id, 1, UnitState::Open, UnitState::Refused);
        wall.open({1920, 1080});
        const auto* told = wall.board.findChild<ui::Banner*>(QStringLiteral("boardTold"));
        QCOMPARE(told->message().count(QLatin1Char('\n')), 3);
        QVERIFY(told->message().contains(QStringLiteral("그 밖에 5건")));
        QVERIFY(wall.number("preparing", 101));
    }

    void nobodyIsShownForEverAndWhatIsLeftIsMarkedSo()
    {
        std::vector<Event> events;
        HistoryBuilder history{events};
        history.paid(1).started(1).finished(1);
        const ShopView view = folded(events);
        const ShopTime ready = view.orders.find(1)->readyAt;
        QCOMPARE(boardNumbers(view.orders, ready + kClearsAfter - 1s).ready.size(), std::size_t{1});
        const BoardNumbers late = boardNumbers(view.orders, ready + kClearsAfter);
        QVERIFY(late.ready.empty());
        QCOMPARE(late.left.front().number, 101);
        history.then(OrderCalled{1});
        const ShopView called = folded(events);
        QCOMPARE(boardNumbers(called.orders, called.at).ready.size(), std::size_t{1});
    }

    void theBoardChimesSpeaksAndShowsWhatItSays()
    {
        Wall wall;
        wall.history.paid(1).started(1);
        wall.open({1920, 1080});
        const std::size_t before = wall.events.size();
        wall.history.finished(1);
        wall.tell(before, folded(wall.events).orders.find(1)->readyAt);
        QVERIFY(wall.out.played.empty());
        wall.wait(4s);
        QCOMPARE(wall.out.played.size(), std::size_t{1});
        QVERIFY(wall.voice.sentences.isEmpty()); // first the chime
        QVERIFY(wall.textOf("boardLine").contains(QStringLiteral("101")));
        wall.out.finish();
        QCOMPARE(wall.voice.sentences.size(), qsizetype{1});
        QVERIFY(wall.voice.sentences.first().contains(QStringLiteral("101")));
        wall.voice.finish();
        QVERIFY(!wall.textOf("boardLine").contains(QStringLiteral("101")));
        wall.wait(3s);
        QCOMPARE(wall.out.played.size(), std::size_t{1});
    }

    void numbersAreCalledOneAfterTheOtherAndNotWhenTheyAreGone()
    {
        Wall wall;
        wall.history.paid(1).started(1).paid(2).started(2).paid(3).started(3);
        wall.open({1920, 1080});
        const std::size_t before = wall.events.size();
        wall.history.finished(1).finished(2).finished(3);
        wall.tell(before, folded(wall.events).at);
        wall.wait(4s);
        QCOMPARE(wall.out.played.size(), std::size_t{1});
        const std::size_t collected = wall.events.size();
        wall.history.moved(2, OrderStep::Collect, OrderState::Ready);
        wall.tell(collected, folded(wall.events).at);
        wall.out.finish();
        wall.voice.finish();
        wall.out.finish();
        wall.voice.finish();
        QCOMPARE(wall.voice.sentences.size(), qsizetype{2});
        QVERIFY(wall.voice.sentences.last().contains(QStringLiteral("103")));
    }

    void whatIsCollectedWhileItIsCalledFallsSilent()
    {
        Wall wall;
        wall.history.paid(1).started(1);
        wall.open({1920, 1080});
        const std::size_t before = wall.events.size();
        wall.history.finished(1);
        wall.tell(before, folded(wall.events).at);
        wall.wait(4s);
        wall.out.finish();
        QVERIFY(wall.voice.isSpeaking);
        const std::size_t collected = wall.events.size();
        wall.history.moved(1, OrderStep::Collect, OrderState::Ready);
        wall.tell(collected, folded(wall.events).at);
        QVERIFY(!wall.voice.isSpeaking);
        QVERIFY(!wall.textOf("boardLine").contains(QStringLiteral("101")));
    }

    void anOldPictureCallsNobody()
    {
        Wall wall;
        wall.history.paid(1).started(1).finished(1);
        wall.open({1920, 1080});
        wall.source.enter(transport::FeedState::Stale);
        wall.wait(5s);
        QVERIFY(wall.out.played.empty());
    }

    void theShopsMessageAndItsPauseAreSaid()
    {
        Wall wall;
        wall.history.paid(1);
        wall.open({1920, 1080});
        QCOMPARE(wall.textOf("boardMessage"), QStringLiteral("가게의 말"));
        const std::size_t before = wall.events.size();
        wall.history.then(OrderingChanged{OrderingState::Paused, 0, "단체 주문", "Large order"});
        wall.tell(before, folded(wall.events).at);
        QCOMPARE(wall.textOf("boardMessage"), QStringLiteral("단체 주문"));
    }

    void whatNobodyCollectedStandsAside()
    {
        Wall wall;
        wall.history.paid(1).started(1).finished(1);
        wall.open({1080, 1920});
        QVERIFY(wall.number("ready", 101));
        QVERIFY(wall.textOf("boardLeft").isEmpty());
        wall.wait(kClearsAfter + 1s);
        QVERIFY(!wall.number("ready", 101));
        QVERIFY(wall.textOf("boardLeft").contains(QStringLiteral("101")));
    }

    void beingBehindIsSaid()
    {
        Wall wall;
        wall.history.paid(1);
        wall.open({1920, 1080});
        auto* banner = wall.board.findChild<ui::Banner*>(QStringLiteral("boardBanner"));
        QVERIFY(banner->message().isEmpty());
        wall.source.enter(transport::FeedState::Stale);
        QVERIFY(!banner->message().isEmpty());
        QVERIFY(wall.number("preparing", 101)); // The last known numbers stay.
        wall.source.enter(transport::FeedState::Live);
        QVERIFY(banner->message().isEmpty());
    }

    void aSimulationIsSaidOnTheBoard()
    {
        Wall wall;
        wall.history.paid(1);
        wall.open({1920, 1080});
        protocol::StatusAnswer status;
        status.simulated = true;
        status.epoch = "epoch-1";
        status.version = "1";
        status.gateway = "terminal_sim";
        wall.client.answer(wall.client.openCall<protocol::StatusGet>(), status);
        QVERIFY(wall.board.findChild<ui::DemoRibbon*>()->isVisible());
    }

    void everyNumberHasItsRoom_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("orders");
        for (const int orders : {1, 9, 40}) {
            QTest::addRow("lying %d", orders) << QSize{1920, 1080} << orders;
            QTest::addRow("upright %d", orders) << QSize{1080, 1920} << orders;
        }
    }
    void everyNumberHasItsRoom()
    {
        QFETCH(QSize, size);
        QFETCH(int, orders);
        Wall wall;
        for (OrderId id = 1; id <= orders; ++id) {
            wall.history.paid(id);
            if (id % 3 == 0)
                wall.history.started(id).finished(id);
        }
        wall.open(size);
        std::vector<QRect> rooms;
        for (OrderId id = 1; id <= orders; ++id) {
            const auto* label =
                wall.number(id % 3 == 0 ? "ready" : "preparing", static_cast<int>(100 + id));
            QVERIFY(label);
            QVERIFY(label->parentWidget()->rect().contains(label->geometry()));
            QVERIFY(label->width() >= label->minimumSizeHint().width());
            const QRect room{label->mapTo(&wall.board, QPoint{0, 0}), label->size()};
            for (const QRect& other : rooms)
                QVERIFY(!other.intersects(room));
            rooms.push_back(room);
        }
    }

    void noWordsAreClipped_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("english");
        QTest::addColumn<int>("orders");
        for (const int orders : {0, 9, 200})
            for (const bool english : {false, true}) {
                const char* language = english ? "en" : "ko";
                QTest::addRow("lying %s %d", language, orders)
                    << QSize{1920, 1080} << english << orders;
                QTest::addRow("upright %s %d", language, orders)
                    << QSize{1080, 1920} << english << orders;
            }
    }
    void noWordsAreClipped()
    {
        QFETCH(QSize, size);
        QFETCH(bool, english);
        QFETCH(int, orders);
        ui::Metrics::Settings glass;
        glass.pixelsPerMm = 2.02;
        glass.textScale = ui::TextScale::Percent200; // as the program shows it
        ui::installLook(*qApp, ui::Theme{ui::PaletteKind::Dark, ui::Metrics{glass}, true});
        ui::LanguageSwitch words{english ? ui::Language::English : ui::Language::Korean};
        Wall wall;
        for (OrderId id = 1; id <= orders; ++id) {
            wall.history.paid(id);
            if (id % 3 == 0)
                wall.history.started(id).finished(id);
        }
        wall.open(size);
        wall.source.enter(transport::FeedState::Stale);
        QCoreApplication::processEvents();
        QCOMPARE(wall.board.size(), size);
        for (const auto* label : wall.board.findChildren<ui::Label*>()) {
            if (label->text().isEmpty() || !label->isVisible())
                continue;
            QVERIFY2(label->height() + 1 >= label->heightForWidth(label->width()) ||
                         qobject_cast<const WallNumber*>(label),
                     qPrintable(label->text()));
            QVERIFY2(label->width() + 1 >= label->minimumSizeHint().width(),
                     qPrintable(label->text()));
        }
    }
};

QTEST_MAIN(BoardTest)
#include "test_board.moc"
