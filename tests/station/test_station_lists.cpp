// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/model/all_day_counts.h"
#include "barista_station/model/recall_list.h"
#include "barista_station/model/sold_out_model.h"

#include "tests/support/history_builder.h"

#include <QTest>

using namespace coffee;
using namespace coffee::station;
using namespace coffee::test;

namespace {

constexpr std::size_t kMost = 40;

Ticket ticket(OrderId order, const QString& item, const QStringList& options, int open, int done)
{
    Ticket made;
    made.order = order;
    made.number = static_cast<std::int32_t>(100 + order);
    TicketLine line;
    line.item = line.name = item;
    line.options = options;
    for (int unit = 0; unit < open + done; ++unit)
        line.units.push_back(
            {unit + 1, CupKind::Store, unit < open ? UnitState::Open : UnitState::Done, false, {}});
    made.lines.push_back(line);
    return made;
}

Menu menu()
{
    Menu made;
    made.categories = {{"coffee", {"커피", "Coffee"}}, {"tea", {"차", "Tea"}}};
    for (const auto& [id, category, ko, en] :
         {std::tuple{"americano", "coffee", "아메리카노", "Americano"},
          std::tuple{"latte", "coffee", "카페라떼", "Caffe latte"},
          std::tuple{"green", "tea", "녹차", "Green tea"}}) {
        MenuItem item;
        item.id = id;
        item.category = category;
        item.name = {ko, en};
        made.items.push_back(item);
    }
    return made;
}

QStringList items(const std::vector<SoldOutRow>& rows)
{
    QStringList ids;
    for (const SoldOutRow& row : rows)
        ids << row.item;
    return ids;
}

} // namespace

class StationListsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsMadeAlikeIsCountedTogether()
    {
        const QStringList ice{QStringLiteral("ICE")};
        const QStringList hot{QStringLiteral("HOT")};
        const auto counts = allDayCounts({ticket(1, QStringLiteral("americano"), ice, 2, 1),
                                          ticket(2, QStringLiteral("americano"), hot, 1, 0),
                                          ticket(3, QStringLiteral("americano"), ice, 3, 0)});
        QCOMPARE(counts.size(), std::size_t{2});
        QCOMPARE(counts[0].open, 5);
        QCOMPARE(counts[0].orders, (std::vector<OrderId>{1, 3}));
        QCOMPARE(counts[1].open, 1);
    }

    void whatNeedsNoMakingIsNotCounted()
    {
        Ticket ready = ticket(1, QStringLiteral("latte"), {}, 1, 0);
        ready.stage = TicketStage::Ready;
        Ticket stopped = ticket(2, QStringLiteral("latte"), {}, 1, 0);
        stopped.stage = TicketStage::Stopped;
        Ticket dimmed = ticket(3, QStringLiteral("latte"), {}, 1, 0);
        dimmed.dimmed = true;
        QVERIFY(allDayCounts({ready, stopped, dimmed}).empty());
    }

    void initialConsonantsFindKoreanNames()
    {
        QCOMPARE(items(soldOutRows(menu(), {}, {}, QStringLiteral("ㅇㅁ"), Language::Korean)),
                 QStringList{QStringLiteral("americano")});
        // The same keys while the keyboard stands on Latin.
        QCOMPARE(items(soldOutRows(menu(), {}, {}, QStringLiteral("da"), Language::Korean)),
                 items(soldOutRows(menu(), {}, {}, QStringLiteral("ㅇㅁ"), Language::Korean)));
        QCOMPARE(items(soldOutRows(menu(), {}, {}, QStringLiteral("LATTE"), Language::Korean)),
                 QStringList{QStringLiteral("latte")});
        QCOMPARE(items(soldOutRows(menu(), {}, {}, QStringLiteral("커피"), Language::Korean)),
                 (QStringList{QStringLiteral("americano"), QStringLiteral("latte")}));
    }

    void soldOutStandsFirstAndASwitchUnderWayIsShown()
    {
        OfferView offer;
        offer.soldOut["green"] = 0;
        auto rows = soldOutRows(menu(), offer, {}, {}, Language::English);
        QCOMPARE(rows.front().name, QStringLiteral("Green tea"));
        QVERIFY(rows.front().soldOut);

        Operation back;
        back.body = backAgain(QStringLiteral("green"));
        rows = soldOutRows(menu(), offer, {back}, {}, Language::English);
        QVERIFY(std::none_of(rows.begin(), rows.end(),
                             [](const SoldOutRow& row) { return row.soldOut; }));
        QVERIFY(rows.back().sending);

        // The daemon has it: that the picture does not yet is nothing to wait for.
        back.answered = true;
        rows = soldOutRows(menu(), offer, {back}, {}, Language::English);
        QVERIFY(!rows.back().soldOut);
        QVERIFY(!rows.back().sending);
    }

    void aSwitchIsTakenBackWithTheTimeThatWasLeft()
    {
        const ShopTime now = fromMs(1'000'000'000);
        SoldOutRow row;
        row.item = QStringLiteral("latte");
        QVERIFY(asBefore(row, now).available);
        row.soldOut = true;
        QCOMPARE(asBefore(row, now).until, protocol::UntilKind::ByHand);
        row.until = now + std::chrono::seconds{90};
        QCOMPARE(asBefore(row, now).until, protocol::UntilKind::Minutes);
        QCOMPARE(asBefore(row, now).minutes, 2);
    }

    void whoWaitsForAnItemIsFound()
    {
        const QString latte = QStringLiteral("latte");
        Ticket dimmed = ticket(3, latte, {}, 1, 0);
        dimmed.dimmed = true;
        QCOMPARE(waitingFor(latte, {ticket(1, latte, {}, 1, 0), ticket(2, latte, {}, 0, 1), dimmed,
                                    ticket(4, QStringLiteral("tea"), {}, 1, 0),
                                    ticket(5, latte, {}, 1, 1)}),
                 (std::vector<WaitingTicket>{{1, 101}, {5, 105}}));
    }

    void soldOutForAnHourCarriesItsMinutes()
    {
        const auto hour = soldOut(QStringLiteral("latte"), protocol::UntilKind::Minutes, 60);
        QCOMPARE(hour.minutes, 60);
        QVERIFY(!hour.available);
        QCOMPARE(soldOut(QStringLiteral("latte"), protocol::UntilKind::EndOfDay, 60).minutes, 0);
    }

    void recallShowsTheNewestFirstAndFindsByNumberAndItem()
    {
        std::vector<Event> events;
        HistoryBuilder history{events};
        history.paid(1).collected(1).paid(2).started(2).finished(2).paid(3).cancelled(3).paid(4);
        const ShopView view = folded(events);
        const auto rows = recallRows(view.orders, {}, {}, Language::Korean, kMost);
        QCOMPARE(rows.size(), std::size_t{3});
        QCOMPARE(rows[0].number, 103);
        QVERIFY(!rows[0].canRecall);
        QCOMPARE(rows[1].number, 102);
        QVERIFY(rows[1].canRecall && rows[2].canRecall);
        QCOMPARE(recallRows(view.orders, {}, QStringLiteral("101"), Language::Korean, kMost).size(),
                 std::size_t{1});
        QCOMPARE(
            recallRows(view.orders, {}, QStringLiteral("라떼"), Language::Korean, kMost).size(),
            std::size_t{3});
    }

    void recallFindsByTheTimeOnTheWall()
    {
        std::vector<Event> events;
        HistoryBuilder history{events};
        history.paid(1).collected(1).later(std::chrono::minutes{11}).paid(2).collected(2);
        const ShopView view = folded(events);
        const auto all = recallRows(view.orders, {}, {}, Language::Korean, kMost);
        QCOMPARE(all.size(), std::size_t{2});
        const QString clock = all[1].clock;
        QVERIFY(clock != all[0].clock);
        for (const QString& search : {clock, clock.left(4)}) {
            const auto rows = recallRows(view.orders, {}, search, Language::Korean, kMost);
            QCOMPARE(rows.size(), std::size_t{1});
            QCOMPARE(rows[0].number, 101);
        }
        QVERIFY(
            recallRows(view.orders, {}, QStringLiteral("99:"), Language::Korean, kMost).empty());
    }

    void aNumberThatIsInUseAgainCannotBeRecalled()
    {
        std::vector<Event> events;
        HistoryBuilder history{events};
        history.paid(1).collected(1).daysLater(1).paid(2, 1, 101);
        const auto rows = recallRows(folded(events).orders, {}, {}, Language::Korean, kMost);
        QCOMPARE(rows.size(), std::size_t{1});
        QVERIFY(!rows[0].canRecall);
    }
};

QTEST_GUILESS_MAIN(StationListsTest)
#include "test_station_lists.moc"
