// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <chrono>

// The design system as numbers. This is the only file of the windows that names a colour, a size or
// a duration; everything else asks the Theme, which reads them here. Lengths are millimetres on the
// glass, because that is what a hand and an eye meet; Metrics turns them into pixels.
namespace coffee::ui {

// One meaning, one colour. Text colours keep at least 4.5:1 on the surface they are made for, and
// lines at least 3:1 (tests/widgets checks each pair named in contrast_test.cpp).
struct Colours {
    QColor canvas;        // behind everything
    QColor surface;       // cards, sheets, controls
    QColor sunken;        // wells, disabled controls, picture grounds
    QColor ink;           // first text
    QColor inkSecond;     // second text
    QColor border;        // lines that carry a control's shape
    QColor hairline;      // lines that only divide; never carry meaning
    QColor accent;        // the one filled button, selection marks
    QColor onAccent;      // text on accent
    QColor accentPressed; // accent under the finger
    QColor accentTint;    // ground of what is selected; ink stands on it
    QColor warningInk;
    QColor warningGround;
    QColor errorInk;
    QColor errorGround;
    QColor danger; // ground of a button that destroys, and of a stop card
    QColor onDanger;
    QColor dangerPressed;
    QColor hot; // the HOT badge's text, with the word beside it
    QColor ice; // the ICE badge's text, with the word beside it
    QColor focusInner;
    QColor focusOuter;
    QColor scrim; // over the page behind a sheet
};

inline const Colours kLightColours{
    .canvas = QColor{0xFA, 0xF7, 0xF2},
    .surface = QColor{0xFF, 0xFF, 0xFF},
    .sunken = QColor{0xEF, 0xE9, 0xE0},
    .ink = QColor{0x21, 0x1A, 0x15},
    .inkSecond = QColor{0x5A, 0x4F, 0x46},
    .border = QColor{0x8C, 0x81, 0x75},
    .hairline = QColor{0xE0, 0xD8, 0xCC},
    .accent = QColor{0x0B, 0x5D, 0x4B},
    .onAccent = QColor{0xFF, 0xFF, 0xFF},
    .accentPressed = QColor{0x08, 0x47, 0x39},
    .accentTint = QColor{0xE2, 0xF0, 0xEB},
    .warningInk = QColor{0x7A, 0x4B, 0x00},
    .warningGround = QColor{0xFF, 0xF0, 0xCC},
    .errorInk = QColor{0xA6, 0x1B, 0x1B},
    .errorGround = QColor{0xFC, 0xE4, 0xE1},
    .danger = QColor{0xA6, 0x1B, 0x1B},
    .onDanger = QColor{0xFF, 0xFF, 0xFF},
    .dangerPressed = QColor{0x84, 0x12, 0x12},
    .hot = QColor{0xA6, 0x1B, 0x1B},
    .ice = QColor{0x1B, 0x4F, 0x8F},
    .focusInner = QColor{0xFF, 0xFF, 0xFF},
    .focusOuter = QColor{0x14, 0x47, 0xE6},
    .scrim = QColor{0x21, 0x1A, 0x15, 0x8C},
};

inline const Colours kDarkColours{
    .canvas = QColor{0x14, 0x11, 0x0F},
    .surface = QColor{0x22, 0x1D, 0x1A},
    .sunken = QColor{0x2F, 0x28, 0x23},
    .ink = QColor{0xF7, 0xF2, 0xEA},
    .inkSecond = QColor{0xC9, 0xBF, 0xB2},
    .border = QColor{0x8A, 0x7F, 0x73},
    .hairline = QColor{0x3D, 0x36, 0x30},
    .accent = QColor{0x5F, 0xD3, 0xB0},
    .onAccent = QColor{0x06, 0x23, 0x1B},
    .accentPressed = QColor{0x43, 0xB1, 0x90},
    .accentTint = QColor{0x17, 0x3A, 0x31},
    .warningInk = QColor{0xFF, 0xC2, 0x4B},
    .warningGround = QColor{0x3A, 0x2C, 0x10},
    .errorInk = QColor{0xFF, 0x8A, 0x80},
    .errorGround = QColor{0x3F, 0x1A, 0x17},
    .danger = QColor{0xB3, 0x20, 0x1F},
    .onDanger = QColor{0xFF, 0xFF, 0xFF},
    .dangerPressed = QColor{0x8E, 0x16, 0x15},
    .hot = QColor{0xFF, 0x8A, 0x80},
    .ice = QColor{0x9C, 0xC8, 0xFF},
    .focusInner = QColor{0x14, 0x11, 0x0F},
    .focusOuter = QColor{0xFF, 0xFF, 0xFF},
    .scrim = QColor{0x00, 0x00, 0x00, 0xB0},
};

inline const Colours kHighContrastColours{
    .canvas = QColor{0x00, 0x00, 0x00},
    .surface = QColor{0x00, 0x00, 0x00},
    .sunken = QColor{0x1C, 0x1C, 0x1C},
    .ink = QColor{0xFF, 0xFF, 0xFF},
    .inkSecond = QColor{0xFF, 0xFF, 0xFF},
    .border = QColor{0xFF, 0xFF, 0xFF},
    .hairline = QColor{0x8C, 0x8C, 0x8C},
    .accent = QColor{0xFF, 0xD4, 0x00},
    .onAccent = QColor{0x00, 0x00, 0x00},
    .accentPressed = QColor{0xD6, 0xB2, 0x00},
    .accentTint = QColor{0x33, 0x2B, 0x00},
    .warningInk = QColor{0xFF, 0xD4, 0x00},
    .warningGround = QColor{0x00, 0x00, 0x00},
    .errorInk = QColor{0xFF, 0xFF, 0xFF},
    .errorGround = QColor{0x6E, 0x00, 0x00},
    .danger = QColor{0x9C, 0x00, 0x00},
    .onDanger = QColor{0xFF, 0xFF, 0xFF},
    .dangerPressed = QColor{0x6E, 0x00, 0x00},
    .hot = QColor{0xFF, 0xFF, 0xFF},
    .ice = QColor{0xFF, 0xFF, 0xFF},
    .focusInner = QColor{0x00, 0x00, 0x00},
    .focusOuter = QColor{0xFF, 0xD4, 0x00},
    .scrim = QColor{0x00, 0x00, 0x00, 0xD0},
};

// The one colour that icon files are drawn in; painting replaces it by what is asked for.
inline constexpr const char* kIconFileColour = "#000000";

namespace mm {

// Glyph heights of the syllable 가 (digits for the numbers), at 100 %.
inline constexpr double kKioskBody = 8.0;
inline constexpr double kKioskButton = 9.0;
inline constexpr double kKioskHeading = 11.0;
inline constexpr double kKioskTitle = 14.0;
inline constexpr double kKioskNumber = 45.0;
inline constexpr double kStationLabel = 6.0;
inline constexpr double kStationOption = 7.5;
inline constexpr double kStationItem = 9.0;
inline constexpr double kStationTitle = 11.0;
inline constexpr double kStationNumber = 18.0;

// The five distances. Nothing stands closer than kSpaceTight, no two targets closer than
// kTargetGap.
inline constexpr double kSpaceTight = 2.0;
inline constexpr double kSpaceSmall = 4.0;
inline constexpr double kSpaceMedium = 6.0;
inline constexpr double kSpaceLarge = 10.0;
inline constexpr double kSpaceHuge = 16.0;
inline constexpr double kTargetGap = 4.0;

inline constexpr double kKioskTarget = 22.0;   // least height of anything a customer presses
inline constexpr double kStationTarget = 15.0; // the same for people who use it all day

inline constexpr double kRadiusControl = 2.0;
inline constexpr double kRadiusCard = 4.0;
inline constexpr double kRadiusSheet = 6.0;
inline constexpr double kBorder = 0.5;
inline constexpr double kBorderSelected = 1.0;
inline constexpr double kFocusRing = 1.0; // each of the two rings
inline constexpr double kScrollBar = 2.0; // a position mark; the finger scrolls the page itself
inline constexpr double kScrollBarLeast = 16.0;
inline constexpr double kProgressBar = 2.5;
inline constexpr double kStatusDot = 11.0; // beside kiosk text; the station's is in proportion
inline constexpr double kSwitchWidthPerHeight = 1.75;

// A menu tile's least width; the factor is added for each whole step of text size above 1, so that
// a 21.5-inch portrait screen shows 2 columns at 100 and 150 % and 1 at 200 %, a 27-inch one 3.
inline constexpr double kTileLeast = 96.0;
inline constexpr double kTileLeastPerScale = 40.0;
inline constexpr double kSheetWidest = 230.0;
inline constexpr double kToastWidest = 240.0;

// The band of low-screen mode, from the glass's lower edge.
inline constexpr double kLowBand = 300.0;

// The gallery's page: a 21.5-inch portrait screen for customers, most of a 24-inch one for staff.
inline constexpr double kGalleryCustomerWidth = 268.0;
inline constexpr double kGalleryStaffWidth = 400.0;
inline constexpr double kGalleryStageHeight = 300.0;

} // namespace mm

// Parts of a whole, so that they hold at every size.
namespace ratio {

inline constexpr double kLineHeight = 1.3;         // of an em
inline constexpr double kTextLift = 0.06;          // of an em: 가 and H stand in a line's middle
inline constexpr double kIconToGlyph = 1.35;       // an icon beside text, against the height of 가
inline constexpr double kTilePicture = 0.52;       // a tile's picture, against the tile's width
inline constexpr double kTilePictureInRow = 0.26;  // the same when the tile lies
inline constexpr double kTileLying = 1.5;          // a tile this many least widths wide lies
inline constexpr double kPadToTarget = 6.8;        // a digit pad, against the least height of a key
inline constexpr double kSheetHighest = 0.92;      // a sheet, against its window
inline constexpr double kLowBandMost = 0.62;       // of a glass that is lower than it
inline constexpr double kSoldOutPicture = 0.35;    // opacity of what cannot be bought
inline constexpr double kSampleLetterPixels = 200; // size at which a font is measured

} // namespace ratio

// Pixels a millimetre of the screens that the design was drawn for.
namespace glass {

inline constexpr double kPortrait21 = 4.03;  // 21.5 inches, 1080×1920
inline constexpr double kLandscape24 = 3.61; // 24 inches, 1920×1080
inline constexpr double kPortrait27 = 3.21;  // 27 inches, 1080×1920

} // namespace glass

namespace duration {

using std::chrono::milliseconds;
inline constexpr milliseconds kFade{120};
inline constexpr milliseconds kSlide{180};
inline constexpr milliseconds kBusyStep{40};    // a busy bar moves 25 times a second
inline constexpr milliseconds kBusyRound{2400}; // and takes this long across: calm, far below 3 Hz
inline constexpr milliseconds kUndo{8000};      // how long every undo is offered
inline constexpr milliseconds kCountdownStep{250};

} // namespace duration

} // namespace coffee::ui
