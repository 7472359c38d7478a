// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/board/board_page.h"
#include "kiosk/board/board_window.h"

#include "shared/widgets/banner.h"
#include "shared/widgets/label.h"
#include "shared/widgets/language.h"
#include "shared/widgets/theme.h"
#include "tests/support/fake_feed_source.h"
#include "tests/support/fake_order_client.h"
#include "tests/support/history_builder.h"

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
    BoardPage board{feed, client};

    void open(QSize size)
    {
        board.resize(size);
        board.show();
        feed.start();
        const ShopView view = publicFace(folded(events));
        source.goLive(view, view.at);
        QCoreApplication::processEvents();
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
