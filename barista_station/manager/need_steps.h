// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/manager/needs_now.h"
#include "barista_station/manager/program_tiles.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace coffee::station {

/// What a person reads who does not know yet what to do about a need.
struct NeedSteps {
    QString title;
    QStringList facts; ///< what is known
    QStringList steps; ///< what to do, in this order
    QString act;       ///< the button of the last step; empty where there is none
};

/// `program` is the tile of the machine that the need is about; empty without one.
[[nodiscard]] NeedSteps needSteps(const Need& need, const std::optional<ProgramTile>& program,
                                  ShopTime now);

} // namespace coffee::station
