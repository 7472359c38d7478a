// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/manager/needs_now.h"

#include "shared/protocol/messages.h"

#include <optional>
#include <vector>

namespace coffee::station {

enum class TileState { Up, Behind, Down };

/// One program of the shop on the manager's wall.
struct ProgramTile {
    Role role{Role::Daemon};
    std::string name;
    TileState state{TileState::Up};
    ShopTime since{};
    std::string version;
    Sequence seq{0};          ///< the last it is known to have; 0 = not known
    Sequence lag{0};          ///< how many events that is behind the daemon's head
    bool otherVersion{false}; ///< than the daemon's, as far as both are known
    friend bool operator==(const ProgramTile&, const ProgramTile&) = default;
};

/// The daemon first, then kiosks, stations, boards and managers by name. Who is there is a fact of
/// the view; sequences come from the daemon's last status answer, which may be missing.
[[nodiscard]] std::vector<ProgramTile>
programTiles(const ShopView& view, const DaemonLink& link,
             const std::optional<protocol::StatusAnswer>& status);

} // namespace coffee::station
