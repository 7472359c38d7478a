// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/session/kiosk_presenters.h"
#include "tests/sim/house.h"
#include "tests/sim/sim_feed.h"
#include "tests/sim/sim_journal.h"
#include "tests/sim/sim_order_client.h"
#include "tests/sim/sim_timekeeper.h"
#include "tests/sim/wire.h"

#include <memory>
#include <optional>
#include <set>
#include <string>

namespace coffee::sim {

/// One kiosk, the whole program but its window, and the customers in front of it. A crash leaves
/// its journal and nothing else.
class KioskMachine {
public:
    KioskMachine(House& house, std::string name);
    ~KioskMachine();

    void start();
    void crash();
    [[nodiscard]] bool isUp() const { return m_running != nullptr; }

    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] Wire& wire() { return m_wire; }
    [[nodiscard]] SimJournal& journal() { return m_journal; }
    /// The follower of the stream; null while the kiosk is off.
    [[nodiscard]] SimFeed* feed();
    [[nodiscard]] const ShopView* view() const;
    /// Why this kiosk is not at rest, as one sentence; empty when it is.
    [[nodiscard]] std::string stillOpen() const;

private:
    /// The program: gone with a crash.
    struct Running {
        explicit Running(KioskMachine& owner);
        SimFeed source;
        client::ShopFeed feed;
        SimOrderClient client;
        kiosk::KioskPresenters presenters;
    };

    void thinkAgain(milliseconds least, milliseconds most);
    void think();
    void arrive();
    void choose();
    void review();
    void pay();
    void readNumber();
    void lookUp();
    void waitOrGo();
    void phaseChanged(kiosk::Phase phase);
    void journalChanged(const std::string& key, const std::optional<std::string>& was,
                        const std::optional<std::string>& is);
    void looksAt(const protocol::RequestBody& question);
    [[nodiscard]] BasketLine someLine();
    [[nodiscard]] kiosk::OrderSession& session();

    House& m_house;
    Core& m_core;
    std::string m_name;
    Wire m_wire;
    SimJournal m_journal;
    SimTimekeeper m_time;
    std::unique_ptr<Running> m_running;
    std::set<std::string> m_paidThisVisit;
    kiosk::Phase m_phase{kiosk::Phase::Settling};
    int m_thinks{0}; ///< within one visit: patience ends
    int m_incarnation{0};
};

} // namespace coffee::sim
