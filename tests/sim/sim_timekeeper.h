// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/session/timekeeper.h"
#include "tests/sim/core.h"

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace coffee::sim {

/// The kiosk's clock and alarms on simulated time.
class SimTimekeeper final : public kiosk::Timekeeper {
public:
    explicit SimTimekeeper(Core& core) : m_core{core} {}
    [[nodiscard]] Instant now() const override { return m_core.steady(); }
    [[nodiscard]] std::unique_ptr<kiosk::Alarm> alarm(std::function<void()> ring) override
    {
        return std::make_unique<SimAlarm>(m_core, std::move(ring));
    }

private:
    class SimAlarm final : public kiosk::Alarm {
    public:
        SimAlarm(Core& core, std::function<void()> ring) : m_core{core}, m_ring{std::move(ring)} {}
        ~SimAlarm() override { forget(); }
        void set(milliseconds wait) override
        {
            forget();
            m_ticket = m_core.schedule.after(std::max(wait, milliseconds{0}), [this] {
                m_ticket.reset();
                m_ring();
            });
        }
        void cancel() override { forget(); }
        [[nodiscard]] bool isSet() const override { return m_ticket.has_value(); }

    private:
        void forget()
        {
            if (m_ticket)
                m_core.schedule.cancel(*std::exchange(m_ticket, std::nullopt));
        }

        Core& m_core;
        std::function<void()> m_ring;
        std::optional<Schedule::Ticket> m_ticket;
    };

    Core& m_core;
};

} // namespace coffee::sim
