// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/manager/needs_now.h"

#include "shared/widgets/icon.h"

#include <QString>

namespace coffee::station {

/// What a need is called, what it means in one sentence, and what its button says.
struct NeedWords {
    QString title;
    QString meaning;
    QString action; ///< empty when there is nothing to press
    ui::Icon icon{ui::Icon::Alert};
    bool urgent{true}; ///< red; else amber
};

[[nodiscard]] NeedWords needWords(const Need& need);

} // namespace coffee::station
