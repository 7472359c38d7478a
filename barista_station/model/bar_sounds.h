// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/model/ticket.h"

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace coffee::station {

/// What the bar hears. Each has a tone of its own and a caption.
enum class BarSound {
    NewOrder, ///< a ticket came
    Stop,     ///< an order was cancelled: do not make it
    Help,     ///< a kiosk calls
    Late,     ///< a ticket is past what its customer was told
    CaughtUp  ///< after an absence: there is something to do
};

inline constexpr std::array kAllBarSounds{BarSound::NewOrder, BarSound::Stop, BarSound::Help,
                                          BarSound::Late, BarSound::CaughtUp};

/// Decides when something sounds, so that nothing is missed and nothing rings for ever:
/// - a new ticket once, and once more when nobody has begun it after `kAgainAfter`;
/// - a stop card every `kStopEvery` until it is acknowledged; a help call every `kHelpEvery` until
///   it is taken;
/// - a ticket that gets late once;
/// - nothing while the picture is not live. What came meanwhile makes one sound together, once it
///   is live again, however much it is.
///
/// One sound at a time, `kApart` apart; what is worth more comes first, what is not heard then is
/// heard next (a new ticket that is begun meanwhile is not).
///
/// A value without clock or device: the instant is passed in.
class BarSounds {
public:
    using Instant = std::chrono::steady_clock::time_point;

    static constexpr std::chrono::seconds kAgainAfter{30};
    static constexpr std::chrono::seconds kStopEvery{5};
    static constexpr std::chrono::seconds kHelpEvery{10};
    static constexpr std::chrono::seconds kApart{1};

    struct Facts {
        const std::vector<Ticket>& grid; ///< what this screen shows
        std::set<std::string> helpCalls; ///< kiosks that nobody has answered
        bool live{false};
    };

    /// What sounds now; nothing most of the time. To be asked whenever something changed and once a
    /// second.
    [[nodiscard]] std::optional<BarSound> next(const Facts& facts, Instant now);

private:
    struct Heard {
        Instant since{};
        bool first{false}; ///< still to be heard the first time
        bool again{true};  ///< may be heard once more
    };

    void follow(const Facts& facts, Instant now);
    [[nodiscard]] bool newIsDue(Instant now) const;
    void newWasHeard(Instant now);

    std::map<OrderId, Heard> m_waiting; ///< tickets that nobody has begun
    std::set<OrderId> m_known;          ///< tickets of the screen, heard or silently seen
    std::set<OrderId> m_late;           ///< of those, the late ones
    bool m_lateIsDue{false};
    bool m_wasLive{false};
    bool m_catchUpIsDue{false};
    std::set<OrderId> m_stops;
    std::optional<Instant> m_stopHeard;
    std::optional<Instant> m_helpHeard;
    std::optional<Instant> m_lastSound;
};

} // namespace coffee::station
