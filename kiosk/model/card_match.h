// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/files/screen_measures.h"

namespace coffee::kiosk {

/// A bank card as a ruler: an outline on the glass is made as large as the card that is held
/// before it. Sizes of the card: ISO/IEC 7810, ID-1.
class CardMatch {
public:
    static constexpr double kCardWidthMm = 85.60;
    static constexpr double kCardHeightMm = 53.98;
    static constexpr double kCardCornerMm = 3.18;

    /// Begins with what is thought of the screen so far.
    explicit CardMatch(double pixelsPerMm);

    /// The outline's width in pixels, whole; its height follows.
    [[nodiscard]] int widthPx() const { return m_widthPx; }
    [[nodiscard]] double heightPx() const { return kCardHeightMm * pixelsPerMm(); }
    /// So many pixels wider, or narrower; it stays within what a screen can be.
    void widen(int pixels);
    [[nodiscard]] double pixelsPerMm() const { return m_widthPx / kCardWidthMm; }

    static constexpr int kFine = 1;    ///< pixels
    static constexpr int kCoarse = 10; ///< pixels

private:
    int m_widthPx;
};

} // namespace coffee::kiosk
