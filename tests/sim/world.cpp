// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/world.h"

#include "tests/sim/board_machine.h"
#include "tests/sim/ctl.h"
#include "tests/sim/house_menu.h"
#include "tests/sim/trouble.h"

#include <QCoreApplication>

namespace coffee::sim {
namespace {

/// All parts of one seed, wired together.
class World {
public:
    World(std::uint64_t seed, Trace::Keep keep, Coverage& coverage, SimDispatcher& timers);

    SeedResult run();

private:
    using Shop = daemon::ShopSettings;

    static Shop settingsOf(const Menu& menu, Core& core);
    void startAll();
    void publish(const PublishedFrame& frame);
    void runUntil(milliseconds limit);
    [[nodiscard]] bool mayHeal() const;
    [[nodiscard]] std::string stillOpen() const;
    void converge();
    void finalCheck();

    template <class Act>
    void eachScreen(Act act)
    {
        for (const auto& kiosk : m_kiosks)
            act(*kiosk);
        act(*m_station);
        act(*m_manager);
        act(*m_board);
    }

    Core m_core;
    test::MemoryBooks m_books;
    Auditor m_auditor;
    Bank m_bank;
    PostOffice m_office;
    House m_house;
    DaemonProcess m_daemon;
    std::vector<std::unique_ptr<KioskMachine>> m_kiosks;
    std::unique_ptr<StationMachine> m_station;
    std::unique_ptr<ManagerMachine> m_manager;
    std::unique_ptr<BoardMachine> m_board;
    std::unique_ptr<Ctl> m_ctl;
    std::unique_ptr<Trouble> m_trouble;
};

World::World(std::uint64_t seed, Trace::Keep keep, Coverage& coverage, SimDispatcher& timers)
    : m_core{seed, keep, coverage},
      m_auditor{m_core, m_books},
      m_bank{m_core,
             {[this](const std::string& key, std::int64_t won) { m_auditor.captured(key, won); },
              [this](const std::string& refund, const std::string& charge, std::int64_t won) {
                  m_auditor.refunded(refund, charge, won);
              },
              [this](const std::string& what) { m_auditor.bankWronged(what); }}},
      m_office{m_core},
      m_house{m_core, m_office, m_auditor, m_bank, m_books, houseMenu(), {}, false},
      m_daemon{m_core,
               m_bank,
               m_auditor,
               m_books,
               settingsOf(m_house.menu, m_core),
               {[this](const std::string& route, std::string bytes) {
                    m_office.reply(route, std::move(bytes));
                },
                [this](const PublishedFrame& frame) { publish(frame); }}}
{
    timers.follow(&m_core.schedule);
    m_auditor.watch(m_bank);
    m_office.serve(&m_daemon);
    m_books.epoch = m_core.hex();
    m_books.shopId = "sim";
    // Some days change at 04:00 in the middle of the trouble.
    const std::int64_t nearFour = 1'795'374'000'000 - 200'000;
    m_core.wallStart = fromMs(m_core.chance(15) ? nearFour : 1'795'392'000'000);
    const int kiosks = m_core.random.small(2, 5);
    for (int number = 1; number <= kiosks; ++number)
        m_kiosks.push_back(
            std::make_unique<KioskMachine>(m_house, "kiosk-" + std::to_string(number)));
    m_station = std::make_unique<StationMachine>(m_house, "bar-1");
    m_manager = std::make_unique<ManagerMachine>(m_house, "manager-1");
    m_board = std::make_unique<BoardMachine>(m_house, "board-1");
    m_ctl = std::make_unique<Ctl>(m_house);
    Trouble::Parts parts{m_core, m_bank, m_daemon, {}, {}};
    eachScreen([&parts](auto& screen) {
        parts.screens.push_back(
            {&screen.wire(), [&screen] { screen.crash(); }, [&screen] { screen.start(); }});
    });
    for (const auto& kiosk : m_kiosks)
        parts.journals.push_back(&kiosk->journal());
    parts.journals.push_back(&m_station->journal());
    m_trouble = std::make_unique<Trouble>(std::move(parts));
}

World::Shop World::settingsOf(const Menu& menu, Core& core)
{
    Shop settings;
    settings.menu = menu;
    settings.version = "0.1.0";
    settings.gatewayName = "simulated";
    settings.simulated = true;
    settings.customerCancelUntil = static_cast<daemon::CancelUntil>(core.random.small(0, 2));
    settings.chargeWorkers = core.random.small(1, 4);
    settings.chargesWaitingMax = static_cast<std::size_t>(core.random.small(0, 2));
    return settings;
}

void World::publish(const PublishedFrame& frame)
{
    eachScreen([&frame](auto& screen) {
        SimFeed* feed = screen.feed();
        if (!feed)
            return;
        const auto& bytes = feed->stream() == protocol::Stream::Events ? frame.events : frame.board;
        if (!bytes)
            return;
        screen.wire().send(Wire::Way::ToScreen, [&screen, bytes] {
            if (SimFeed* now = screen.feed())
                now->hear(*bytes);
        });
    });
}

void World::startAll()
{
    m_daemon.start();
    m_ctl->setPin();
    eachScreen([this](auto& screen) {
        m_core.schedule.after(m_core.between(0, 3'000), [&screen] { screen.start(); });
    });
}

void World::runUntil(milliseconds limit)
{
    while (!m_core.violation && m_core.schedule.runNext(limit))
        QCoreApplication::sendPostedEvents();
}

bool World::mayHeal() const
{
    return m_auditor.orders() >= kOrdersLeast && m_core.faults >= kFaultsLeast;
}

SeedResult World::run()
{
    startAll();
    m_trouble->begin();
    runUntil(kTroubleLeast);
    while (!m_core.violation && !mayHeal() && m_core.now() < kTroubleMost)
        runUntil(m_core.now() + milliseconds{5'000});
    if (!m_core.violation)
        converge();
    if (!m_core.violation)
        finalCheck();
    if (!m_core.violation && !mayHeal())
        m_core.violate("L0", "too little happened: " + std::to_string(m_auditor.orders()) +
                                 " orders, " + std::to_string(m_core.faults) + " faults");
    return {0,
            m_core.violation,
            m_core.trace.hash(),
            m_core.trace.lines(),
            m_auditor.orders(),
            m_core.faults,
            m_core.now(),
            m_core.trace.last()};
}

std::string World::stillOpen() const
{
    std::string open = mayHeal() ? m_auditor.stillOpen() : "L0 too few orders were made";
    if (open.empty() && !m_daemon.isUp())
        open = "L1 the daemon is off";
    const auto ask = [&](const auto& screen) {
        if (open.empty())
            open = screen.stillOpen();
        if (open.empty() && screen.view()->seq != m_auditor.truth().seq)
            open = "L3 " + screen.name() + " has not seen the last event";
    };
    for (const auto& kiosk : m_kiosks)
        ask(*kiosk);
    ask(*m_station);
    ask(*m_manager);
    ask(*m_board);
    return open;
}

/// Everything is healed and nobody new comes: within ten minutes nothing is open.
void World::converge()
{
    m_house.closing = true;
    m_trouble->heal();
    const milliseconds end = m_core.now() + kHealed;
    std::string open = "the heal";
    while (!m_core.violation && !open.empty() && m_core.now() < end) {
        runUntil(m_core.now() + milliseconds{2'000});
        open = stillOpen();
    }
    if (!open.empty())
        m_core.violate(open.substr(0, 2), "still open after ten minutes: " + open.substr(3));
}

void World::finalCheck()
{
    m_auditor.finalCheck();
    eachScreen([this](auto& screen) {
        m_auditor.finalScreen(screen.name(), screen.feed()->stream(), *screen.view());
    });
    if (m_daemon.shop().memory().view != m_auditor.truth())
        m_core.violate("I11", "the shop's picture is not the fold of its events");
    m_core.note("end", m_auditor.orders(), m_core.faults);
}

} // namespace

SeedResult runSeed(std::uint64_t seed, Trace::Keep keep, Coverage& coverage, SimDispatcher& timers)
{
    SeedResult result;
    {
        Coverage own;
        World world{seed, keep, own, timers};
        result = world.run();
        coverage.add(own);
    }
    result.seed = seed;
    timers.follow(nullptr);
    return result;
}

} // namespace coffee::sim
