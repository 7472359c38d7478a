// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sim/house.h"
#include "tests/sim/sim_feed.h"
#include "tests/sim/sim_journal.h"
#include "tests/sim/sim_order_client.h"
#include "tests/sim/wire.h"

#include <memory>
#include <optional>
#include <set>
#include <string>

namespace coffee::station {
struct Ticket;
}

namespace coffee::sim {

/// The barista station without its window, and a barista with clumsy fingers. A crash leaves its
/// journal, and the picture that it wrote down last.
class StationMachine {
public:
    StationMachine(House& house, std::string name);
    ~StationMachine();

    void start();
    void crash();
    [[nodiscard]] bool isUp() const { return m_running != nullptr; }

    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] Wire& wire() { return m_wire; }
    [[nodiscard]] SimJournal& journal() { return m_journal; }
    [[nodiscard]] SimFeed* feed();
    [[nodiscard]] const ShopView* view() const;
    [[nodiscard]] std::string stillOpen() const;

private:
    struct Running;
    struct StoredView {
        ShopView view;
        std::string epoch;
    };

    void connectParts();
    void thinkAgain();
    void think();
    void work();
    void make(const station::Ticket& ticket);
    void handOver(const station::Ticket& ticket);
    void beClumsy();
    void makeAnew();
    void serveTheShop();
    void journalChanged(const std::string& key, const std::optional<std::string>& was,
                        const std::optional<std::string>& is);
    void looksAt(const protocol::RequestBody& question);
    [[nodiscard]] OperationKey newKey();

    House& m_house;
    Core& m_core;
    std::string m_name;
    Wire m_wire;
    SimJournal m_journal;
    std::unique_ptr<Running> m_running;
    std::optional<StoredView> m_stored;
    std::set<std::string> m_undurable; ///< made while the disk failed: nobody promised them
    int m_incarnation{0};
};

} // namespace coffee::sim
