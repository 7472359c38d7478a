// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/widgets/tokens.h"

// A shop's own accent in the light look. The design system's other colours stay: an accent carries
// no meaning alone.
namespace coffee::ui {

// The contrast of two opaque colours, from 1 to 21 (WCAG 2).
[[nodiscard]] double contrastOf(const QColor& one, const QColor& other);

// These colours with another accent; its pressed shade and its tint follow from it.
[[nodiscard]] Colours withAccent(const Colours& plain, const QColor& accent);

// What an accent must have at least: text stands on it, and it is text itself.
inline constexpr double kAccentContrast = 4.5;

// The worst contrast that this accent has in the light look: under its white words, and as words on
// every ground that it is used on.
[[nodiscard]] double accentContrast(const QColor& accent);

} // namespace coffee::ui
