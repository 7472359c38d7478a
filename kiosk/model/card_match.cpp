// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/card_match.h"

#include <algorithm>
#include <cmath>

namespace coffee::kiosk {
namespace {

const int kLeastPx = static_cast<int>(std::ceil(kPixelsPerMmLeast * CardMatch::kCardWidthMm));
const int kMostPx = static_cast<int>(std::floor(kPixelsPerMmMost * CardMatch::kCardWidthMm));

int withinBounds(int pixels)
{
    return std::clamp(pixels, kLeastPx, kMostPx);
}

} // namespace

CardMatch::CardMatch(double pixelsPerMm)
    : m_widthPx{withinBounds(static_cast<int>(std::lround(pixelsPerMm * kCardWidthMm)))}
{
}

void CardMatch::widen(int pixels)
{
    m_widthPx = withinBounds(m_widthPx + pixels);
}

} // namespace coffee::kiosk
