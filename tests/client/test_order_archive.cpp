// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/client/order_archive.h"
#include "shared/domain/name_search.h"
#include "shared/domain/report_fold.h"
#include "tests/support/made_days.h"
#include "tests/support/random_history.h"
#include "tests/support/random_menu.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace coffee;
using namespace coffee::client;
using namespace coffee::test;
using namespace std::chrono_literals;

namespace {

constexpr const char* kEpoch = "e1";

/// An order as a test remembers it.
struct Known {
    ListedOrder listed;
    std::vector<LocalText> items;
};

/// All orders, from the events by the plainest way.
std::map<OrderId, Known> ordersOf(const std::vector<Event>& events)
{
    std::map<OrderId, Known> orders;
    for (const Event& event : events) {
        if (const auto* paid = std::get_if<OrderPaid>(&event.body)) {
            Known& known = orders[paid->order];
            known.listed = {paid->order,
                            paid->number,
                            event.day,
                            OrderState::Queued,
                            paid->basket.service,
                            paid->kiosk,
                            0,
                            paid->basket.total,
                            {},
                            event.at};
            for (const PricedLine& line : paid->basket.lines) {
                known.listed.units += static_cast<std::int32_t>(line.units.size());
                known.items.push_back(line.name);
            }
        } else if (const auto* moved = std::get_if<OrderMoved>(&event.body)) {
            orders.at(moved->order).listed.state = moved->to;
        } else if (const auto* cancelled = std::get_if<OrderCancelled>(&event.body)) {
            orders.at(cancelled->order).listed.state = OrderState::Cancelled;
        } else if (const auto* refund = std::get_if<RefundOpened>(&event.body)) {
            Money& refunded = orders.at(refund->order).listed.refunded;
            refunded = *refunded.plus(refund->amount);
        }
    }
    return orders;
}

bool fits(const Known& known, const OrderFilter& filter)
{
    const ListedOrder& order = known.listed;
    const bool hasItem =
        std::any_of(known.items.begin(), known.items.end(),
                    [&](const LocalText& name) { return isFoundBy(name, filter.item); });
    return std::to_string(order.number).starts_with(filter.number) &&
           order.day >= filter.firstDay.value_or(order.day) &&
           order.day <= filter.lastDay.value_or(order.day) &&
           (!filter.from || order.paidAt >= *filter.from) &&
           (!filter.until || order.paidAt < *filter.until) && hasItem &&
           order.state == filter.state.value_or(order.state) &&
           (filter.kiosk.empty() || filter.kiosk == order.kiosk) &&
           order.total >= filter.least.value_or(order.total) &&
           order.total <= filter.most.value_or(order.total) &&
           (!filter.refundedOnly || order.refunded > Money{});
}

OrderFilter someFilter(Random& random, const std::vector<Event>& events)
{
    OrderFilter filter;
    const Event& any = random.oneOf(events);
    if (random.oneIn(3))
        filter.number = std::to_string(random.between(1, 150));
    if (random.oneIn(4))
        filter.firstDay = any.day;
    if (random.oneIn(4))
        filter.lastDay = any.day;
    if (random.oneIn(5))
        filter.from = any.at;
    if (random.oneIn(5))
        filter.until = any.at;
    if (random.oneIn(4))
        filter.item = std::to_string(random.between(1, 9));
    if (random.oneIn(4))
        filter.state = static_cast<OrderState>(random.between(0, 4));
    if (random.oneIn(4))
        filter.kiosk = "kiosk-" + std::to_string(random.between(1, 4));
    if (random.oneIn(4))
        filter.least = Money::fromWon(random.between(0, 20'000));
    if (random.oneIn(4))
        filter.most = Money::fromWon(random.between(0, 40'000));
    filter.refundedOnly = random.oneIn(6);
    return filter;
}

void give(OrderArchive& archive, const std::vector<Event>& events, Random& random)
{
    QVERIFY(archive.begin(kEpoch));
    while (archive.seq() < static_cast<Sequence>(events.size())) {
        // Pages overlap now and then, as they do after a question that was asked twice.
        const Sequence from = std::max<Sequence>(0, archive.seq() - random.between(0, 5));
        const Sequence to = std::min<Sequence>(static_cast<Sequence>(events.size()),
                                               archive.seq() + random.between(1, 500));
        QVERIFY(archive.take({events.begin() + from, events.begin() + to}));
        QCOMPARE(archive.seq(), to);
    }
}

} // namespace

class TestOrderArchive : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void everySearchIsTheNaiveOne_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 4; ++seed)
            QTest::addRow("seed %llu", seed) << seed;
    }
    void everySearchIsTheNaiveOne()
    {
        QFETCH(quint64, seed);
        Random random{seed};
        const auto events = RandomHistory{seed}.take(3'000);
        OrderArchive archive{m_folder->path()};
        give(archive, events, random);
        const auto orders = ordersOf(events);
        int found = 0;
        for (int round = 0; round < 300; ++round) {
            const OrderFilter filter = round == 0 ? OrderFilter{} : someFilter(random, events);
            OrdersFound expected;
            const auto limit = static_cast<std::size_t>(random.between(1, 60));
            const OrderId before =
                random.oneIn(2) ? 0 : random.between(1, orders.rbegin()->first + 1);
            for (auto order = orders.rbegin(); order != orders.rend(); ++order) {
                if (!fits(order->second, filter))
                    continue;
                ++expected.count;
                expected.total += order->second.listed.total;
                expected.refunded += order->second.listed.refunded;
                if (expected.orders.size() < limit && (before == 0 || order->first < before))
                    expected.orders.push_back(order->second.listed);
            }
            const OrdersFound actual = archive.find(filter, before, limit);
            QCOMPARE(actual.count, expected.count);
            QCOMPARE(actual.total, expected.total);
            QCOMPARE(actual.refunded, expected.refunded);
            QVERIFY(actual.orders == expected.orders);
            found += expected.count > 0 ? 1 : 0;
        }
        QVERIFY(found > 50);
    }

    void aRestartGoesOnWhereItWas()
    {
        Random random{7};
        const auto events = RandomHistory{7}.take(2'000);
        const std::vector<Event> first{events.begin(), events.begin() + 1'200};
        for (const bool saves : {true, false}) {
            QTemporaryDir folder;
            {
                OrderArchive archive{folder.path()};
                give(archive, first, random);
                if (saves)
                    archive.saveIndex();
            }
            OrderArchive archive{folder.path()};
            QCOMPARE(archive.epoch(), std::string{kEpoch});
            QCOMPARE(archive.seq(), 1'200);
            give(archive, events, random);
            const auto orders = ordersOf(events);
            const OrdersFound all = archive.find({}, 0, orders.size());
            QCOMPARE(all.orders.size(), orders.size());
            for (const ListedOrder& order : all.orders)
                QCOMPARE(order, orders.at(order.order).listed);
            QCOMPARE(archive.eventsAfter(0, 5'000), events);
        }
    }

    void aGapIsNotTaken()
    {
        const auto events = RandomHistory{3}.take(30);
        OrderArchive archive{m_folder->path()};
        QVERIFY(archive.begin(kEpoch));
        QVERIFY(archive.take({events.begin(), events.begin() + 10}));
        QVERIFY(!archive.take({events.begin() + 11, events.begin() + 20}));
        QVERIFY(!archive.take({events[10], events[12]}));
        QCOMPARE(archive.seq(), 10);
        QVERIFY(archive.take({events.begin() + 5, events.end()}));
        QCOMPARE(archive.seq(), 30);
    }

    void anotherLogBeginsAnew()
    {
        const auto events = RandomHistory{3}.take(200);
        OrderArchive archive{m_folder->path()};
        QVERIFY(archive.begin(kEpoch));
        QVERIFY(archive.take(events));
        QVERIFY(archive.begin("e2"));
        QCOMPARE(archive.seq(), 0);
        QCOMPARE(archive.find({}, 0, 10).count, 0);
        QVERIFY(archive.take({events.begin(), events.begin() + 50}));
    }

    void aBrokenFileIsFilledAgain()
    {
        const QString file = m_folder->filePath(QStringLiteral("history.sqlite"));
        {
            QFile broken{file};
            QVERIFY(broken.open(QFile::WriteOnly));
            broken.write("no database at all, and longer than a header would be, for that matter");
        }
        OrderArchive archive{m_folder->path()};
        QVERIFY(archive.isUsable());
        QCOMPARE(archive.seq(), 0);
        QVERIFY(archive.begin(kEpoch));
        QVERIFY(archive.take(RandomHistory{3}.take(20)));
    }

    void damageThatShowsLaterIsFilledAgain()
    {
        const auto events = RandomHistory{3}.take(24'000);
        OrderArchive archive{m_folder->path()};
        QVERIFY(archive.begin(kEpoch));
        for (std::size_t at = 0; at < events.size(); at += 500)
            QVERIFY(archive.take({events.begin() + static_cast<std::ptrdiff_t>(at),
                                  events.begin() + static_cast<std::ptrdiff_t>(at + 500)}));
        {
            QFile file{m_folder->filePath(QStringLiteral("history.sqlite"))};
            QVERIFY(file.open(QFile::ReadWrite));
            QVERIFY(file.size() > 4'000'000);
            file.seek(40'960);
            file.write(QByteArray(1'000'000, 'x'));
        }
        QVERIFY(archive.eventsAfter(0, 24'000).size() < events.size());
        // No event is missed for it: the next ones come from the first on.
        QVERIFY(!archive.take({events.begin() + 5, events.begin() + 10}));
        QCOMPARE(archive.seq(), 0);
        QCOMPARE(archive.epoch(), std::string{kEpoch});
        QCOMPARE(archive.find({}, 0, 10).count, 0);
        QVERIFY(archive.take({events.begin(), events.begin() + 100}));
        QCOMPARE(archive.eventsAfter(0, 200).size(), std::size_t{100});
    }

    void theHistoryOfAnOrderHasItsAttempt()
    {
        const auto events = RandomHistory{5}.take(800);
        OrderArchive archive{m_folder->path()};
        QVERIFY(archive.begin(kEpoch));
        QVERIFY(archive.take(events));
        int orders = 0;
        for (const Event& event : events) {
            const auto* paid = std::get_if<OrderPaid>(&event.body);
            if (!paid)
                continue;
            ++orders;
            std::vector<Event> expected;
            for (const Event& one : events)
                std::visit(
                    [&](const auto& body) {
                        bool own = false;
                        if constexpr (requires { body.order; })
                            own = body.order == paid->order;
                        if constexpr (requires { body.attempt; })
                            own = own || body.attempt == paid->attempt;
                        if (own)
                            expected.push_back(one);
                    },
                    one.body);
            QCOMPARE(archive.eventsOfOrder(paid->order, 1'000), expected);
        }
        QVERIFY(orders > 20);
    }

    void theMoneyOfADayIsThereWithItsBeginnings()
    {
        auto events = RandomHistory{7}.take(900);
        const BusinessDay first = events.front().day;
        for (std::size_t at = 0; at < events.size(); ++at)
            events[at].day = first + static_cast<BusinessDay>(at / 300);
        OrderArchive archive{m_folder->path()};
        QVERIFY(archive.begin(kEpoch));
        QVERIFY(archive.take(events));
        const auto refundedOrder = [](const Event& event) -> OrderId {
            if (const auto* opened = std::get_if<RefundOpened>(&event.body))
                return opened->order;
            const auto* moved = std::get_if<RefundMoved>(&event.body);
            return moved ? moved->order : 0;
        };
        const auto oldRefund = std::find_if(events.begin(), events.end(), [&](const Event& event) {
            return refundedOrder(event) != 0;
        });
        QVERIFY(oldRefund != events.end());
        for (BusinessDay day = first; day <= first + 3; ++day) {
            std::set<AttemptId> attempts;
            std::set<OrderId> orders{refundedOrder(*oldRefund)};
            for (const Event& event : events) {
                if (event.day < day)
                    continue;
                if (const auto* moved = std::get_if<AttemptMoved>(&event.body))
                    attempts.insert(moved->attempt);
                else if (std::holds_alternative<RefundMoved>(event.body))
                    orders.insert(refundedOrder(event));
            }
            std::vector<Event> expected;
            for (const Event& event : events) {
                const bool own = std::visit(
                    [&](const auto& body) {
                        if constexpr (requires { body.attempt; })
                            return attempts.contains(body.attempt);
                        return false;
                    },
                    event.body);
                if (own || orders.contains(refundedOrder(event)))
                    expected.push_back(event);
            }
            QVERIFY(!expected.empty());
            QCOMPARE(archive.moneyEvents(day, {refundedOrder(*oldRefund)}), expected);
        }
    }

    void theXGrowsWithTheLog()
    {
        Random random{12};
        const Menu menu = randomMenu(random);
        MadeDays days{12, menu, 30};
        OrderArchive archive{m_folder->path()};
        QVERIFY(archive.begin(kEpoch));
        for (int day = 0; day < 3; ++day) {
            const auto today = days.nextDay();
            for (std::size_t at = 0; at < today.size(); at += 40) {
                QVERIFY(archive.take({today.begin() + static_cast<std::ptrdiff_t>(at),
                                      today.begin() + static_cast<std::ptrdiff_t>(
                                                          std::min(at + 40, today.size()))}));
                const DayReport kept = archive.reportSoFar(MadeDays::kUtcOffset);
                // In another zone it is folded anew.
                QCOMPARE(archive.reportSoFar(0min).net(), kept.net());
                QVERIFY(archive.reportSoFar(MadeDays::kUtcOffset) == kept);
                QCOMPARE(kept.to, archive.seq());
            }
        }
        QVERIFY(archive.begin("another"));
        QCOMPARE(archive.reportSoFar(MadeDays::kUtcOffset).sales.count, std::int64_t{0});
    }

    void everyReportIsTheFoldOfItsEvents()
    {
        Random random{11};
        const Menu menu = randomMenu(random);
        MadeDays days{11, menu, 40};
        std::vector<Event> events;
        OrderArchive archive{m_folder->path()};
        for (int day = 0; day < 5; ++day) {
            const auto today = days.nextDay();
            events.insert(events.end(), today.begin(), today.end());
        }
        events.pop_back(); // the fifth day is not closed yet
        give(archive, events, random);
        const auto closed = archive.closedDays(1'000, 10);
        QCOMPARE(closed.size(), std::size_t{4});
        QCOMPARE(closed.front().closed.number, 4);
        QCOMPARE(archive.closedDays(3, 10).size(), std::size_t{2});
        Sequence after = 0;
        for (std::int64_t number = 1; number <= 5; ++number) {
            ReportFold fold{
                {after, MadeDays::kUtcOffset, {}, [](OrderId) { return std::vector<Event>{}; }}};
            const Sequence to = number == 5
                                    ? archive.seq()
                                    : closed[static_cast<std::size_t>(4 - number)].closed.to;
            for (Sequence seq = after + 1; seq <= to; ++seq)
                fold.apply(events[static_cast<std::size_t>(seq) - 1]);
            if (number < 5) {
                QVERIFY(archive.report(number) == fold.report());
                QCOMPARE(fold.report().sales.sum,
                         closed[static_cast<std::size_t>(4 - number)].closed.sales);
            } else {
                QVERIFY(archive.reportSoFar(MadeDays::kUtcOffset) == fold.report());
            }
            after = to;
        }
        QVERIFY(!archive.report(5));
    }
};

QTEST_GUILESS_MAIN(TestOrderArchive)

#include "test_order_archive.moc"
