// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sim/core.h"

#include <functional>
#include <string>

namespace coffee::sim {

/// The network between one screen and the daemon, each way by itself: delay, loss, copies, another
/// order, silence. What is sent is lost or arrives later, never at once.
class Wire {
public:
    enum class Way { ToDaemon, ToScreen };
    struct Mood {
        bool cutToDaemon{false};
        bool cutToScreen{false};
        int lossPercent{0};
        int copyPercent{0};
        int heldPercent{0}; ///< kept back for minutes, as by a socket that is dead and wakes up
        milliseconds delayMost{20};
    };

    Wire(Core& core, std::string screen) : m_core{core}, m_screen{std::move(screen)} {}

    Mood mood;
    [[nodiscard]] const std::string& screen() const { return m_screen; }

    void send(Way way, std::function<void()> arrive)
    {
        const bool cut = way == Way::ToDaemon ? mood.cutToDaemon : mood.cutToScreen;
        if (cut || m_core.chance(mood.lossPercent))
            return;
        if (m_core.chance(mood.copyPercent))
            m_core.schedule.after(delay(), arrive);
        milliseconds wait = delay();
        if (m_core.chance(mood.heldPercent))
            wait = m_core.between(10'000, 200'000);
        m_core.schedule.after(wait, std::move(arrive));
    }

private:
    [[nodiscard]] milliseconds delay() { return m_core.between(1, mood.delayMost.count()); }

    Core& m_core;
    std::string m_screen;
};

} // namespace coffee::sim
