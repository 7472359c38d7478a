// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ledger/sqlite_ledger.h"
#include "tests/drill/drills.h"
#include "tests/drill/rush_customers.h"
#include "tests/drill/rush_hand.h"
#include "tests/support/shop_books.h"

#include <QApplication>
#include <QDir>
#include <QProcess>
#include <QTest>
#include <QTimer>

#include <csignal>
#include <cstdio>
#include <fstream>
#include <memory>
#include <set>
#include <sys/prctl.h>

namespace coffee::drill {
namespace {

using namespace std::chrono_literals;

constexpr int kSpeed = 20;
constexpr auto kBetweenTaps = 25ms;
/// A station that is not killed by then was started on a machine that is too slow for it.
constexpr int kStartLimitMs = 60'000;
constexpr int kSettleLimitMs = 120'000;
/// After its first sign of life it lives so long at most.
constexpr int kLifeMostMs = 500;
const char* const kStation = "bar-1";

QString toldFile(const test::ShopPlace& place)
{
    return place.data() + QStringLiteral("/told.txt");
}

/// Writes down every operation that the station has taken, before anybody can kill it again.
class ToldKeys {
public:
    ToldKeys(const QString& file, const station::StatusReporter& reporter)
        : m_file{file.toStdString(), std::ios::app}, m_reporter{reporter}
    {
    }
    void note()
    {
        for (const station::Operation& operation : m_reporter.operations())
            if (m_known.insert(operation.key.value).second)
                m_file << operation.key.value << '\n' << std::flush;
    }

private:
    std::ofstream m_file;
    const station::StatusReporter& m_reporter;
    std::set<std::string> m_known;
};

class StationDrill {
public:
    explicit StationDrill(const Configuration& options)
        : m_kills{static_cast<int>(options.integer("count"))},
          m_seed{seedOf(options)},
          m_random{m_seed}
    {
        m_shop.terminalSwitches =
            QStringLiteral("--latency-ms 20:8 --card-ms 5 --decline-percent 0 "
                           "--lost-answer-percent 0 --seed 7")
                .split(QLatin1Char(' '));
    }

    int run()
    {
        const auto begun = std::chrono::steady_clock::now();
        if (!m_shop.startTerminal() || !m_shop.startDaemon()) {
            std::fprintf(stderr, "the shop does not open\n");
            return kDifferedExit;
        }
        dressBar();
        {
            // More than it can make: there is always something to tap.
            RushCustomers customers{m_shop.commands(), {4 * m_kills, m_kills * 1s, m_seed}};
            for (int kill = 0; kill < m_kills; ++kill)
                killOnce();
        }
        comeBack();
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
        std::printf(
            "{\"drill\": \"station\", \"seed\": %u, \"kills\": %d, \"before_it_was_up\": %d, "
            "\"operations\": %zu, \"unit_moves\": %d, \"orders\": %d, \"differences\": %d, "
            "\"seconds\": %.1f}\n",
            m_seed, m_kills, m_early, m_told.size(), m_moves, m_orders, m_differences,
            took.count());
        return m_differences == 0 ? 0 : kDifferedExit;
    }

private:
    void differ(const QString& sentence)
    {
        ++m_differences;
        std::fprintf(stderr, "%s\n", qUtf8Printable(sentence));
    }

    void killOnce()
    {
        QProcess station;
        station.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        station.start(QCoreApplication::applicationFilePath(),
                      {QStringLiteral("bar"), QStringLiteral("--place"), m_shop.data(),
                       QStringLiteral("--seed"), QString::number(m_random.between(1, 1'000'000))});
        if (!station.waitForStarted(kStartLimitMs))
            return differ(QStringLiteral("a station does not start"));
        // One in eight dies while it starts.
        if (m_random.oneIn(8)) {
            ++m_early;
            QTest::qWait(static_cast<int>(m_random.between(0, 300)));
        } else {
            if (!station.waitForReadyRead(kStartLimitMs))
                differ(QStringLiteral("a station does not come up"));
            QTest::qWait(static_cast<int>(m_random.between(0, kLifeMostMs)));
        }
        station.kill();
        station.waitForFinished();
    }

    /// The same station once more, in peace: what does it show, and what does the shop know?
    void comeBack()
    {
        RushBar bar{m_shop.place(), kStation, kSpeed};
        const bool settled = QTest::qWaitFor(
            [&] {
                return bar.feed.freshness().state == client::FeedState::Live &&
                       bar.reporter.operations().empty();
            },
            kSettleLimitMs);
        if (!settled)
            differ(QStringLiteral("%1 reports are not answered").arg(bar.reporter.waiting()));
        static_cast<void>(
            QTest::qWaitFor([this] { return test::isQuiet(m_shop); }, kSettleLimitMs));
        test::ShopClient ctl{m_shop.commands(), {Role::Ctl, "ctl"}};
        const std::vector<Event> log = ctl.allEvents(protocol::Stream::Events);
        compareQueue(bar, log);
        compareLog(log);
        for (const QString& difference : test::auditStoppedShop(m_shop))
            differ(difference);
        compareOperations();
    }

    /// Against the daemon's log and nothing that the station has kept: which tickets, what of each
    /// is made, and where it stands.
    void compareQueue(RushBar& bar, const std::vector<Event>& log)
    {
        const auto head = log.empty() ? Sequence{0} : log.back().seq;
        if (!QTest::qWaitFor([&] { return bar.feed.view().seq >= head; }, kSettleLimitMs))
            differ(QStringLiteral("the station does not catch up"));
        ShopView truth;
        for (const Event& event : log)
            truth.apply(event);
        if (bar.feed.view().seq == head && !(bar.feed.view() == truth))
            differ(QStringLiteral("the station knows the shop otherwise than the log"));
        std::set<OrderId> shown;
        for (const auto* tickets : {&bar.queue.grid(), &bar.queue.ready()})
            for (const station::Ticket& ticket : *tickets)
                if (!ticket.dimmed && shown.insert(ticket.order).second)
                    compareTicket(ticket, truth.orders.find(ticket.order));
        std::set<OrderId> wanted;
        for (const auto& [id, order] : truth.orders.all())
            if (isOpen(order.state) || order.stopUnacknowledged)
                wanted.insert(id);
        if (shown != wanted)
            differ(QStringLiteral("the station shows %1 tickets, the shop has %2")
                       .arg(shown.size())
                       .arg(wanted.size()));
    }

    void compareTicket(const station::Ticket& ticket, const OrderView* order)
    {
        if (!order)
            return differ(QStringLiteral("ticket %1 is of no order").arg(ticket.number));
        const station::Ticket wanted = station::ticketOf(*order, station::Language::Korean, {});
        if (ticket.stage != wanted.stage || ticket.sending)
            differ(QStringLiteral("ticket %1 stands elsewhere than its order").arg(ticket.number));
        std::size_t units = 0;
        for (const station::TicketLine& line : ticket.lines)
            for (const station::TicketUnit& unit : line.units) {
                ++units;
                const auto place = static_cast<std::size_t>(unit.number) - 1;
                if (place >= order->units.size() || order->units[place].state != unit.state ||
                    unit.sending)
                    differ(QStringLiteral("unit %1 of ticket %2 is another one in the log")
                               .arg(unit.number)
                               .arg(ticket.number));
            }
        if (units != order->units.size())
            differ(QStringLiteral("ticket %1 shows %2 of %3 units")
                       .arg(ticket.number)
                       .arg(units)
                       .arg(order->units.size()));
    }

    void compareLog(const std::vector<Event>& log)
    {
        std::map<std::pair<OrderId, UnitNumber>, UnitState> units;
        for (const Event& event : log)
            if (const auto* moved = std::get_if<UnitMoved>(&event.body)) {
                UnitState& state =
                    units.try_emplace({moved->order, moved->unit}, UnitState::Open).first->second;
                if (state != moved->from)
                    differ(QStringLiteral("unit %1 of order %2 was moved twice")
                               .arg(moved->unit)
                               .arg(moved->order));
                state = moved->to;
                ++m_moves;
            }
    }

    /// Every operation that was ever taken is stored, each once (its key is the table's).
    void compareOperations()
    {
        std::ifstream file{toldFile(m_shop.place()).toStdString()};
        for (std::string key; std::getline(file, key);)
            m_told.insert(key);
        int lost = 0;
        {
            daemon::SqliteLedger ledger{m_shop.databaseFile().toStdString(), {}};
            for (const std::string& key : m_told)
                lost += ledger.findOperation(OperationKey{key}) ? 0 : 1;
        }
        if (lost > 0)
            differ(QStringLiteral("%1 operations are lost").arg(lost));
        m_orders = static_cast<int>(test::readBooks(m_shop.databaseFile()).orders.size());
    }

    int m_kills;
    std::uint32_t m_seed;
    test::Random m_random;
    test::RunningShop m_shop;
    std::set<std::string> m_told;
    int m_early{0};
    int m_moves{0};
    int m_orders{0};
    int m_differences{0};
};

} // namespace

int runStationDrill(const Configuration& options)
{
    return StationDrill{options}.run();
}

int runBar(const Configuration& options)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL); // nobody goes on when the drill is over
    const test::ShopPlace place{QString::fromStdString(options.path("place").string())};
    dressBar();
    RushBar bar{place, kStation, kSpeed};
    ToldKeys told{toldFile(place), bar.reporter};
    told.note(); // what an earlier life has left
    QObject::connect(&bar.reporter, &station::StatusReporter::changed, &bar.window,
                     [&told] { told.note(); });
    RushHand hand{bar, static_cast<std::uint64_t>(options.integer("seed"))};
    std::printf("up\n");
    std::fflush(stdout);
    QTimer taps;
    QObject::connect(&taps, &QTimer::timeout, &bar.window, [&hand] { hand.act(); });
    taps.start(kBetweenTaps);
    return QApplication::exec();
}

} // namespace coffee::drill
