// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sim/house.h"
#include "tests/sim/sim_feed.h"
#include "tests/sim/wire.h"

#include <memory>
#include <string>

namespace coffee::sim {

/// The pickup board: follows the public stream and shows it.
class BoardMachine {
public:
    BoardMachine(House& house, std::string name)
        : m_house{house}, m_name{std::move(name)}, m_wire{house.core, m_name}
    {
    }

    void start()
    {
        if (m_running)
            return;
        m_house.core.note(m_name, "starts");
        m_running = std::make_unique<Running>(*this);
        m_running->feed.start();
    }
    void crash()
    {
        if (m_running)
            m_house.core.note(m_name, "crashes");
        m_running.reset();
    }
    [[nodiscard]] bool isUp() const { return m_running != nullptr; }

    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] Wire& wire() { return m_wire; }
    [[nodiscard]] SimFeed* feed() { return m_running ? &m_running->source : nullptr; }
    [[nodiscard]] const ShopView* view() const
    {
        return m_running ? &m_running->feed.view() : nullptr;
    }
    [[nodiscard]] std::string stillOpen() const
    {
        const bool follows = m_running && m_running->source.state() == client::FeedState::Live;
        return follows ? std::string{} : "L3 " + m_name + " does not follow";
    }

private:
    struct Running {
        explicit Running(BoardMachine& owner)
            : source{owner.m_house.core,    owner.m_house.office,        owner.m_wire,
                     owner.m_house.auditor, {Role::Board, owner.m_name}, protocol::Stream::Board},
              feed{source, [&owner] { return owner.m_house.core.steady(); }}
        {
        }
        SimFeed source;
        client::ShopFeed feed;
    };

    House& m_house;
    std::string m_name;
    Wire m_wire;
    std::unique_ptr<Running> m_running;
};

} // namespace coffee::sim
