// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/model/ticket.h"

#include <chrono>
#include <optional>
#include <set>
#include <vector>

namespace coffee::station {

/// Which tickets came while this screen could not show them: while it was dark, or cut off for
/// longer than a hiccup. What to say about it stays until somebody has seen it, and each of the
/// tickets stays marked until somebody touches it or begins it.
///
/// A value without clock or device: the instant is passed in.
class Arrivals {
public:
    using Instant = std::chrono::steady_clock::time_point;

    /// Of a shorter absence the sound and its caption are enough.
    static constexpr std::chrono::seconds kLongAbsence{30};

    enum class Absence {
        Dark,  ///< the screen began with the picture of an earlier run
        CutOff ///< nothing was heard of the shop
    };
    struct News {
        Absence absence{Absence::Dark};
        std::vector<std::int32_t> numbers; ///< of what came, oldest first; may be empty after Dark
        friend bool operator==(const News&, const News&) = default;
    };

    /// The screen begins with this picture, which an earlier run has kept: it was dark.
    void kept(const std::vector<Ticket>& grid);
    /// What this screen shows now, and whether that is fresh. Without a kept picture everything
    /// that the first fresh one shows was there before.
    void follow(const std::vector<Ticket>& grid, bool live, Instant now);

    /// What nobody has acknowledged yet.
    [[nodiscard]] const std::optional<News>& news() const { return m_news; }
    void acknowledge() { m_news.reset(); }
    /// Tickets that came meanwhile and that nobody has touched or begun.
    [[nodiscard]] const std::set<OrderId>& unseen() const { return m_unseen; }
    void touched(OrderId order) { m_unseen.erase(order); }

private:
    void returned(const std::vector<Ticket>& grid, Instant now);

    bool m_begun{false};
    bool m_live{false};
    bool m_dark{false};    ///< not live since it began with a kept picture
    bool m_hadWork{false}; ///< the kept picture showed something to make
    Instant m_cutOffAt{};
    std::set<OrderId> m_known;
    std::set<OrderId> m_came; ///< since it was not live any more
    std::set<OrderId> m_unseen;
    std::optional<News> m_news;
};

} // namespace coffee::station
