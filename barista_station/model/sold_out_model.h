// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/model/operation.h"
#include "barista_station/model/ticket.h"

#include "shared/domain/menu.h"

#include <vector>

namespace coffee::station {

/// One item of the menu with its switch.
struct SoldOutRow {
    QString item;
    QString name;
    QString category;
    bool soldOut{false};
    ShopTime until{};    ///< when it comes back by itself; zero = by hand
    bool sending{false}; ///< the switch is on its way to the daemon
    friend bool operator==(const SoldOutRow&, const SoldOutRow&) = default;
};

/// The menu's items that `search` finds by their own name or their category's (`isFoundBy`: the
/// initial consonants of Korean names will do, "ㅇㅁ" finds 아메리카노). Sold-out items first,
/// otherwise in the menu's order. Switches under way are shown as they will be.
[[nodiscard]] std::vector<SoldOutRow> soldOutRows(const Menu& menu, const OfferView& offer,
                                                  const std::deque<Operation>& operations,
                                                  const QString& search, Language language);

/// The switch's command. `minutes` is only read with `UntilKind::Minutes`.
[[nodiscard]] protocol::SetAvailability soldOut(const QString& item, protocol::UntilKind until,
                                                std::int32_t minutes = 0);
[[nodiscard]] protocol::SetAvailability backAgain(const QString& item);

/// The command that takes a switch back: the item as this row showed it before, with the time that
/// was left of it. `now` is shop time.
[[nodiscard]] protocol::SetAvailability asBefore(const SoldOutRow& row, ShopTime now);

/// A ticket that still has a unit of an item to make.
struct WaitingTicket {
    OrderId order{0};
    std::int32_t number{0};
    friend bool operator==(const WaitingTicket&, const WaitingTicket&) = default;
};
[[nodiscard]] std::vector<WaitingTicket> waitingFor(const QString& item,
                                                    const std::vector<Ticket>& grid);

/// The shortest of the three choices.
inline constexpr std::int32_t kSoldOutMinutes = 60;

} // namespace coffee::station
