// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/widgets/theme.h"

namespace coffee::kiosk {

/// How one customer wants to see and hear the screen. Forgotten when they leave.
struct ScreenModes {
    ui::TextScale scale{ui::TextScale::Percent100};
    bool highContrast{false};
    bool lowScreen{false}; ///< every control in the band that is reached from a wheelchair
    bool voice{false};     ///< voice guidance: what is shown is read, a second tap executes
    friend bool operator==(const ScreenModes&, const ScreenModes&) = default;

    /// As it is for everybody who asked for nothing.
    [[nodiscard]] bool isPlain() const { return *this == ScreenModes{}; }
    /// 쉬운 화면: text in which a page has less and larger.
    [[nodiscard]] bool isEasy() const { return scale != ui::TextScale::Percent100; }
};

/// The kiosk's own look, changed as the customer wants it.
[[nodiscard]] inline ui::Theme lookOf(const ui::Theme& plain, const ScreenModes& modes)
{
    return plain.withTextScale(modes.scale)
        .withPalette(modes.highContrast ? ui::PaletteKind::HighContrast : plain.palette());
}

} // namespace coffee::kiosk
