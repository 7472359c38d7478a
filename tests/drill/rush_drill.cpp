// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/drill/drills.h"
#include "tests/drill/number_reading.h"
#include "tests/drill/rush_customers.h"
#include "tests/drill/rush_hand.h"
#include "tests/support/eventually.h"
#include "tests/support/shop_books.h"

#include "shared/widgets/card.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QTest>

#include <cstdio>
#include <memory>

namespace coffee::drill {
namespace {

using namespace std::chrono_literals;

/// From one tap to the next, in the time of the rush: what is made takes its time too.
constexpr std::chrono::milliseconds kBetweenTaps{2200};
/// After the last customer, in true time; a busy machine needs a while.
constexpr std::chrono::minutes kDrainLimit{6};
constexpr std::chrono::seconds kQuietLimit{60};
constexpr int kLookMs = 5;
/// So many orders hold some of everything that a rush brings.
constexpr int kOrdersOfARush = 300;

/// The fullest moment of the bar's screen.
struct Peak {
    std::size_t tickets{0};
    QImage picture;
    std::map<int, QRect> numbers; ///< of the tickets in the picture, and where they stand
};

class RushDrill {
public:
    RushDrill(const Configuration& options)
        : m_seed{seedOf(options)},
          m_orders{static_cast<int>(options.integer("orders"))},
          m_speed{static_cast<int>(options.integer("speed"))},
          m_length{std::chrono::minutes{options.integer("minutes")}},
          m_pictures{QString::fromStdString(options.path("pictures").string())}
    {
        m_shop.terminalSwitches =
            QStringLiteral("--latency-ms 20:8 --card-ms 5 --decline-percent 3 "
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
        m_bar = std::make_unique<RushBar>(m_shop.place(), "bar-1", m_speed);
        m_kiosk = std::make_unique<RushScreen>(m_shop.place(), Actor{Role::Kiosk, "kiosk-9"});
        m_board = std::make_unique<RushScreen>(m_shop.place(), Actor{Role::Board, "board-1"});
        m_hand = std::make_unique<RushHand>(*m_bar, m_seed);
        RushCustomers customers{
            m_shop.commands(),
            {m_orders, std::chrono::duration_cast<std::chrono::milliseconds>(m_length) / m_speed,
             m_seed}};
        work(customers);
        m_bought = customers.result();
        for (const std::string& failure : m_bought.failures)
            differ(QString::fromStdString(failure));
        compareScreens();
        compareBooks();
        readThePeak();
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
        report(took.count());
        return m_differences == 0 ? 0 : kDifferedExit;
    }

private:
    void differ(const QString& sentence)
    {
        ++m_differences;
        std::fprintf(stderr, "%s\n", qUtf8Printable(sentence));
    }

    /// Until everybody has bought and everything is handed over.
    void work(RushCustomers& customers)
    {
        const std::chrono::milliseconds pause{
            std::max<std::int64_t>(1, std::chrono::milliseconds{kBetweenTaps}.count() / m_speed)};
        auto next = std::chrono::steady_clock::now();
        QDeadlineTimer limit{QDeadlineTimer::Forever};
        while (!customers.isOver() || !m_bar->isIdle()) {
            QTest::qWait(kLookMs);
            if (customers.isOver() && limit.isForever()) {
                limit = QDeadlineTimer{kDrainLimit};
                m_hand->calmDown();
                m_hand->switchEverythingBack();
            }
            if (limit.hasExpired())
                return differ(QStringLiteral("the bar does not come to its end: %1 tickets stand")
                                  .arg(m_bar->queue.grid().size()));
            const auto now = std::chrono::steady_clock::now();
            if (now < next)
                continue;
            next = std::max(next + pause, now);
            lookAtPeak();
            m_hand->act();
        }
    }

    void lookAtPeak()
    {
        std::size_t live = 0;
        for (const station::Ticket& ticket : m_bar->queue.grid())
            live += ticket.dimmed ? 0 : 1;
        if (live <= m_peak.tickets)
            return;
        m_peak = {live, m_bar->window.grab().toImage(), {}};
        for (const station::Ticket& ticket : m_bar->queue.grid()) {
            const auto* card =
                m_bar->window.findChild<QWidget*>(QStringLiteral("ticket_%1").arg(ticket.number));
            // A number that is struck out is not meant to be read.
            if (!card || !card->isVisible() || ticket.stage == station::TicketStage::Stopped)
                continue;
            const auto* number = card->findChild<ui::BigNumber*>();
            m_peak.numbers[ticket.number] =
                QRect{number->mapTo(&m_bar->window, QPoint{}), number->size()};
        }
    }

    /// Every screen knows what the log says, at the place where it stands.
    void compareScreens()
    {
        test::ShopClient ctl{m_shop.commands(), {Role::Ctl, "ctl"}};
        if (!QTest::qWaitFor([this] { return test::isQuiet(m_shop); },
                             static_cast<int>(kQuietLimit / 1ms)))
            differ(QStringLiteral("a payment or a refund does not come to its end"));
        const std::vector<Event> log = ctl.allEvents(protocol::Stream::Events);
        const auto head = log.empty() ? Sequence{0} : log.back().seq;
        const auto caughtUp = [&] {
            return m_bar->feed.view().seq >= head && m_kiosk->feed().view().seq >= head &&
                   m_board->feed().view().seq >= head;
        };
        if (!QTest::qWaitFor(caughtUp, static_cast<int>(kQuietLimit / 1ms)))
            return differ(QStringLiteral("a screen does not catch up"));
        const std::vector<Event> all = ctl.allEvents(protocol::Stream::Events);
        ShopView truth;
        for (const Event& event : all) {
            truth.apply(event);
            if (event.seq == m_bar->feed.view().seq && !(m_bar->feed.view() == truth))
                differ(QStringLiteral("the station knows the shop otherwise than the log"));
            for (RushScreen* screen : {m_kiosk.get(), m_board.get()})
                if (event.seq == screen->feed().view().seq &&
                    !(screen->feed().view() == publicFace(truth)))
                    differ(QStringLiteral("a public screen knows the shop otherwise than the log"));
        }
        for (const Event& event : all)
            count(event);
        requireVariety();
        m_wasted = truth.totals.unitsWasted;
        m_events = static_cast<int>(all.size());
        if (const auto open = truth.orders.open(); !open.empty())
            differ(QStringLiteral("%1 orders are not handed over").arg(open.size()));
    }

    void count(const Event& event)
    {
        if (const auto* moved = std::get_if<UnitMoved>(&event.body)) {
            m_units[{moved->order, moved->unit}] = moved->to;
            m_kinds.refused += moved->to == UnitState::Refused ? 1 : 0;
            m_kinds.remade += moved->to == UnitState::Open && !moved->reason.empty() ? 1 : 0;
        } else if (const auto* cancelled = std::get_if<OrderCancelled>(&event.body)) {
            m_kinds.cancelled += cancelled->by == CancelledBy::Customer ? 1 : 0;
        } else if (const auto* item = std::get_if<ItemAvailability>(&event.body)) {
            m_kinds.soldOut += item->available ? 0 : 1;
        }
    }

    /// A rush in which nothing of this happened shows nothing about it.
    void requireVariety()
    {
        if (m_orders < kOrdersOfARush)
            return;
        const std::pair<const char*, int> kinds[]{{"cancel", m_kinds.cancelled},
                                                  {"remake", m_kinds.remade},
                                                  {"refused unit", m_kinds.refused},
                                                  {"sold-out", m_kinds.soldOut}};
        for (const auto& [kind, happened] : kinds)
            if (happened == 0)
                differ(QStringLiteral("%1 orders and not one %2")
                           .arg(m_orders)
                           .arg(QLatin1String{kind}));
    }

    /// The ledger, the bank, the log and what the customers were told, to the unit.
    void compareBooks()
    {
        m_bar.reset();
        m_kiosk.reset();
        m_board.reset();
        for (const QString& difference : test::auditStoppedShop(m_shop))
            differ(difference);
        const test::ShopBooks books = test::readBooks(m_shop.databaseFile());
        std::map<std::int64_t, const daemon::OrderRow*> byOrder;
        for (const auto& order : books.orders) {
            byOrder[order.id] = &order;
            for (const auto& unit : order.units) {
                const auto told = m_units.find({order.id, unit.unit});
                const UnitState state = told == m_units.end() ? UnitState::Open : told->second;
                if (state != unit.state)
                    differ(QStringLiteral("unit %1 of order %2 is another one in the ledger")
                               .arg(unit.unit)
                               .arg(order.number));
                m_unitsSold += 1;
            }
        }
        if (books.orders.size() != m_bought.paid.size())
            differ(QStringLiteral("%1 orders were bought, %2 are in the ledger")
                       .arg(m_bought.paid.size())
                       .arg(books.orders.size()));
        for (const protocol::PaidAnswer& paid : m_bought.paid)
            if (!byOrder.contains(paid.order) || byOrder[paid.order]->number != paid.number)
                differ(QStringLiteral("the ledger does not know number %1").arg(paid.number));
    }

    void readThePeak()
    {
        if (m_peak.numbers.empty())
            return differ(QStringLiteral("there was no ticket to be seen"));
        const QString folder = m_pictures.isEmpty() ? m_shop.data() : m_pictures;
        QDir{}.mkpath(folder);
        const QImage small = seenFromAfar(m_peak.picture);
        m_peak.picture.save(QDir{folder}.filePath(QStringLiteral("rush-peak.png")));
        small.save(QDir{folder}.filePath(QStringLiteral("rush-peak-quarter.png")));
        if (!hasReader())
            return;
        m_read = 0;
        for (const auto& [number, place] : m_peak.numbers) {
            const QString read = readDigits(small, place, m_shop.data());
            if (read == QString::number(number))
                ++m_read;
            else
                differ(
                    QStringLiteral("ticket %1 is read as \"%2\" from afar").arg(number).arg(read));
        }
    }

    void report(double seconds) const
    {
        const HandTally& hand = m_hand->tally();
        std::printf(
            "{\"drill\": \"rush\", \"seed\": %u, \"orders\": %zu, \"units\": %d, \"events\": %d, "
            "\"cancelled\": %d, \"stops\": %d, \"units_refused\": %d, \"units_remade\": %d, "
            "\"units_wasted\": %d, \"sold_out_switches\": %d, \"asked_again\": %d, \"help\": %d, "
            "\"taps\": %d, \"peak_tickets\": %zu, \"peak_on_page\": %zu, \"numbers_read\": %d, "
            "\"differences\": %d, \"seconds\": %.1f}\n",
            m_seed, m_bought.paid.size(), m_unitsSold, m_events, m_bought.cancelled,
            hand.stopsAcknowledged, hand.unitsRefused, hand.unitsRemade, m_wasted,
            hand.soldOutSwitches, m_bought.askedAgain, hand.helpTaken, hand.taps, m_peak.tickets,
            m_peak.numbers.size(), m_read, m_differences, seconds);
    }

    std::uint32_t m_seed;
    int m_orders;
    int m_speed;
    std::chrono::minutes m_length;
    QString m_pictures;
    test::RunningShop m_shop;
    std::unique_ptr<RushBar> m_bar;
    std::unique_ptr<RushScreen> m_kiosk;
    std::unique_ptr<RushScreen> m_board;
    std::unique_ptr<RushHand> m_hand;
    RushBought m_bought;
    Peak m_peak;
    std::map<std::pair<OrderId, UnitNumber>, UnitState> m_units; ///< as the log tells them
    struct {
        int cancelled{0};
        int remade{0};
        int refused{0};
        int soldOut{0};
    } m_kinds; ///< how often the log tells of each
    int m_unitsSold{0};
    int m_wasted{0};
    int m_events{0};
    int m_read{-1}; ///< -1: there is no reader on this machine
    int m_differences{0};
};

} // namespace

int runRushDrill(const Configuration& options)
{
    return RushDrill{options}.run();
}

} // namespace coffee::drill
