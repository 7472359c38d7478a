// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/accent.h"

#include <algorithm>
#include <cmath>

namespace coffee::ui {
namespace {

// How much black a pressed accent has, and how much accent its tint: as the design system's own.
constexpr double kPressed = 0.24;
constexpr double kTint = 0.11;

double channel(double value)
{
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour)
{
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) +
           0.0722 * channel(colour.blueF());
}

QColor mixed(const QColor& one, const QColor& other, double share)
{
    const auto mix = [share](int a, int b) {
        return static_cast<int>(std::lround(a + (b - a) * share));
    };
    return {mix(one.red(), other.red()), mix(one.green(), other.green()),
            mix(one.blue(), other.blue())};
}

} // namespace

double contrastOf(const QColor& one, const QColor& other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

Colours withAccent(const Colours& plain, const QColor& accent)
{
    Colours colours = plain;
    colours.accent = accent;
    colours.accentPressed = mixed(accent, kHighContrastColours.canvas, kPressed);
    colours.accentTint = mixed(plain.surface, accent, kTint);
    return colours;
}

double accentContrast(const QColor& accent)
{
    const Colours colours = withAccent(kLightColours, accent);
    double worst = contrastOf(colours.onAccent, accent);
    for (const QColor& ground : {colours.surface, colours.canvas, colours.accentTint})
        worst = std::min(worst, contrastOf(accent, ground));
    return worst;
}

} // namespace coffee::ui
