// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/program_tiles.h"

#include <algorithm>
#include <tuple>

namespace coffee::station {
namespace {

TileState tileStateOf(PresenceState state)
{
    switch (state) {
    case PresenceState::Up:
        return TileState::Up;
    case PresenceState::Behind:
        return TileState::Behind;
    case PresenceState::Away:
    case PresenceState::Removed:
        return TileState::Down;
    }
    return TileState::Down;
}

int placeOf(Role role)
{
    switch (role) {
    case Role::Daemon:
        return 0;
    case Role::Kiosk:
        return 1;
    case Role::Station:
        return 2;
    case Role::Board:
        return 3;
    case Role::Manager:
        return 4;
    case Role::Ctl:
        return 5;
    }
    return 5;
}

} // namespace

std::vector<ProgramTile> programTiles(const ShopView& view, const DaemonLink& link,
                                      const std::optional<protocol::StatusAnswer>& status)
{
    std::vector<ProgramTile> tiles;
    ProgramTile daemon;
    daemon.state = link.heard ? TileState::Up : TileState::Down;
    daemon.since = link.heard ? view.health.daemonStarted : link.lastHeard;
    daemon.version = view.health.daemonVersion;
    daemon.seq = status ? std::max(status->head, view.seq) : view.seq;
    if (status && !status->version.empty())
        daemon.version = status->version;
    tiles.push_back(daemon);

    for (const MachineView& machine : view.health.machines) {
        if (machine.who.role == Role::Ctl || machine.who.role == Role::Daemon)
            continue;
        ProgramTile tile;
        tile.role = machine.who.role;
        tile.name = machine.who.name;
        tile.state = tileStateOf(machine.state);
        tile.since = machine.since;
        tile.version = machine.version;
        tile.otherVersion = !machine.version.empty() && !daemon.version.empty() &&
                            machine.version != daemon.version;
        if (status)
            for (const protocol::ScreenStatus& screen : status->screens)
                if (screen.who == machine.who) {
                    tile.seq = screen.seq;
                    tile.lag = std::max<Sequence>(0, status->head - screen.seq);
                }
        tiles.push_back(std::move(tile));
    }
    std::stable_sort(tiles.begin(), tiles.end(),
                     [](const ProgramTile& left, const ProgramTile& right) {
                         return std::make_tuple(placeOf(left.role), left.name) <
                                std::make_tuple(placeOf(right.role), right.name);
                     });
    return tiles;
}

} // namespace coffee::station
