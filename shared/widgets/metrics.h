// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/widgets/tokens.h"

#include <QFont>
#include <QSize>
#include <QString>

#include <array>
#include <optional>

class QScreen;

namespace coffee::ui {

// Who stands before the glass: a customer once in a while, or the shop's people all day.
enum class Audience { Customer, Staff };

// What a text is for; the size and weight follow. There is nothing smaller than Body.
//            Customer (kiosk, board)   Staff (station, manager)
// Body       8 mm regular              6 mm regular   (labels)
// BodyBold   8 mm bold                 6 mm bold
// Button     9 mm bold                 7.5 mm bold    (options, buttons)
// Heading    11 mm bold                9 mm bold      (items)
// Title      14 mm bold                11 mm bold
// Number     45 mm digits, bold        18 mm digits, bold
enum class TextRole { Body, BodyBold, Button, Heading, Title, Number };

// The three sizes a customer can choose; everything in proportion, distances stay.
enum class TextScale { Percent100, Percent150, Percent200 };

// The five distances of the design system: 2, 4, 6, 10, 16 mm.
enum class Space { Tight, Small, Medium, Large, Huge };

// Pixels a millimetre of a screen of this many pixels and this diagonal.
[[nodiscard]] double pixelsPerMm(QSize pixels, double diagonalInches);

// What the screen says of itself; empty when it says nothing believable (virtual displays,
// projectors).
[[nodiscard]] std::optional<double> measuredPixelsPerMm(const QScreen& screen);

// Turns millimetres on the glass into pixels and text roles into fonts. A value; cheap to copy.
// GUI thread only, after the QGuiApplication exists (fonts are measured).
class Metrics {
public:
    struct Settings {
        double pixelsPerMm = glass::kPortrait21;
        Audience audience = Audience::Customer;
        TextScale textScale = TextScale::Percent100;
        double baseMm =
            mm::kKioskBody; // the setting `text.base_mm`: a customer's body text at 100 %
    };

    Metrics() : Metrics(Settings{}) {}
    explicit Metrics(const Settings& settings);

    // Whole pixels, at least 1 for anything above nothing.
    [[nodiscard]] int px(double millimetres) const;
    [[nodiscard]] int px(Space space) const;
    [[nodiscard]] double exactPx(double millimetres) const;

    [[nodiscard]] const Settings& settings() const { return m_settings; }
    [[nodiscard]] Audience audience() const { return m_settings.audience; }
    // Text against its size at 100 % and base 8 mm: 1, 1.5, 2 …
    [[nodiscard]] double textFactor() const;

    // The millimetres that a role promises: of the syllable 가, or of a digit for Number.
    [[nodiscard]] double glyphMm(TextRole role) const;
    [[nodiscard]] QFont font(TextRole role) const;
    // A font whose digits are this high; for numbers that fill their own place.
    [[nodiscard]] QFont digitFont(double digitMm) const;
    [[nodiscard]] int lineHeightPx(const QFont& font) const;
    // An icon that stands beside text of that role.
    [[nodiscard]] int iconPx(TextRole role) const;
    // The least height of a button, and of everything else that is pressed.
    [[nodiscard]] int targetPx() const;
    // The least width of a menu tile.
    [[nodiscard]] int tileLeastPx() const;

    friend bool operator==(const Metrics& left, const Metrics& right);

private:
    struct LetterShare {
        double syllable; // height of 가 in em
        double digit;    // height of a digit in em
    };

    [[nodiscard]] QFont fontOf(double heightMm, double share, QFont::Weight weight) const;

    Settings m_settings;
    LetterShare m_regular{};
    LetterShare m_bold{};
};

} // namespace coffee::ui
