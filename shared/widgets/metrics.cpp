// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/metrics.h"

#include "shared/widgets/tokens.h"

#include <QFontMetricsF>
#include <QScreen>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace coffee::ui {

namespace {

QStringList families()
{
    return {QStringLiteral("Noto Sans CJK KR"), QStringLiteral("Noto Sans KR"),
            QStringLiteral("Noto Sans")};
}

QFont plainFont(int pixels, QFont::Weight weight)
{
    QFont font;
    font.setFamilies(families());
    font.setPixelSize(std::max(1, pixels));
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

double shareOf(QFont::Weight weight, const QString& letter)
{
    // Measured once: every program has one family, and a look is made anew for each size of text.
    static std::map<std::pair<QFont::Weight, QString>, double> measuredBefore;
    const auto [share, isNew] = measuredBefore.try_emplace({weight, letter}, 0.0);
    if (isNew) {
        const QFontMetricsF measured{
            plainFont(static_cast<int>(ratio::kSampleLetterPixels), weight)};
        share->second = measured.tightBoundingRect(letter).height() / ratio::kSampleLetterPixels;
    }
    return share->second;
}

double roleMm(Audience audience, TextRole role)
{
    const bool customer = audience == Audience::Customer;
    switch (role) {
    case TextRole::Body:
    case TextRole::BodyBold:
        return customer ? mm::kKioskBody : mm::kStationLabel;
    case TextRole::Button:
        return customer ? mm::kKioskButton : mm::kStationOption;
    case TextRole::Heading:
        return customer ? mm::kKioskHeading : mm::kStationItem;
    case TextRole::Title:
        return customer ? mm::kKioskTitle : mm::kStationTitle;
    case TextRole::Number:
        return customer ? mm::kKioskNumber : mm::kStationNumber;
    }
    return mm::kKioskBody;
}

/// 16 mm of body text: a page has room for no more, from whatever base it grows.
constexpr double kTextFactorMost = 2.0;

double scaleFactor(TextScale scale)
{
    switch (scale) {
    case TextScale::Percent100:
        return 1.0;
    case TextScale::Percent150:
        return 1.5;
    case TextScale::Percent200:
        return 2.0;
    }
    return 1.0;
}

} // namespace

double pixelsPerMm(QSize pixels, double diagonalInches)
{
    constexpr double kMmPerInch = 25.4;
    const double diagonal = std::hypot(pixels.width(), pixels.height());
    return diagonal / (diagonalInches * kMmPerInch);
}

std::optional<double> measuredPixelsPerMm(const QScreen& screen)
{
    // Virtual displays report 96 dpi or nothing; projectors and bad EDIDs report nonsense. Between
    // 1.5 px/mm (a 55-inch board) and 16 px/mm (a telephone) a screen is believed.
    constexpr double kLeast = 1.5;
    constexpr double kMost = 16.0;
    const QSizeF size = screen.physicalSize();
    if (size.width() <= 0.0 || size.height() <= 0.0)
        return std::nullopt;
    const double across = screen.geometry().width() / size.width();
    const double down = screen.geometry().height() / size.height();
    const bool square = std::abs(across - down) < 0.1 * across;
    if (!square || across < kLeast || across > kMost)
        return std::nullopt;
    return (across + down) / 2.0;
}

Metrics::Metrics(const Settings& settings)
    : m_settings{settings},
      m_regular{shareOf(QFont::Normal, QStringLiteral("가")),
                shareOf(QFont::Normal, QStringLiteral("8"))},
      m_bold{shareOf(QFont::Bold, QStringLiteral("가")), shareOf(QFont::Bold, QStringLiteral("8"))}
{
}

int Metrics::px(double millimetres) const
{
    if (millimetres <= 0.0)
        return 0;
    return std::max(1, static_cast<int>(std::lround(exactPx(millimetres))));
}

int Metrics::px(Space space) const
{
    switch (space) {
    case Space::Tight:
        return px(mm::kSpaceTight);
    case Space::Small:
        return px(mm::kSpaceSmall);
    case Space::Medium:
        return px(mm::kSpaceMedium);
    case Space::Large:
        return px(mm::kSpaceLarge);
    case Space::Huge:
        return px(mm::kSpaceHuge);
    }
    return 0;
}

double Metrics::exactPx(double millimetres) const
{
    return millimetres * m_settings.pixelsPerMm;
}

double Metrics::textFactor() const
{
    const double base = audience() == Audience::Customer ? m_settings.baseMm / mm::kKioskBody : 1.0;
    return std::min(base * scaleFactor(m_settings.textScale), kTextFactorMost);
}

double Metrics::glyphMm(TextRole role) const
{
    // The order number already fills the glass; it does not grow with the text.
    if (role == TextRole::Number)
        return roleMm(audience(), role);
    return roleMm(audience(), role) * textFactor();
}

QFont Metrics::font(TextRole role) const
{
    const double heightMm = glyphMm(role);
    if (role == TextRole::Number)
        return digitFont(heightMm);
    if (role == TextRole::Body)
        return fontOf(heightMm, m_regular.syllable, QFont::Normal);
    return fontOf(heightMm, m_bold.syllable, QFont::Bold);
}

QFont Metrics::digitFont(double digitMm) const
{
    return fontOf(digitMm, m_bold.digit, QFont::Bold);
}

QFont Metrics::fontOf(double heightMm, double share, QFont::Weight weight) const
{
    const double em = exactPx(heightMm) / (share > 0.0 ? share : 1.0);
    return plainFont(static_cast<int>(std::lround(em)), weight);
}

int Metrics::lineHeightPx(const QFont& font) const
{
    return static_cast<int>(std::ceil(font.pixelSize() * ratio::kLineHeight));
}

int Metrics::iconPx(TextRole role) const
{
    return px(glyphMm(role) * ratio::kIconToGlyph);
}

int Metrics::targetPx() const
{
    return px(audience() == Audience::Customer ? mm::kKioskTarget : mm::kStationTarget);
}

int Metrics::tileLeastPx() const
{
    return px(mm::kTileLeast + mm::kTileLeastPerScale * std::max(0.0, textFactor() - 1.0));
}

bool operator==(const Metrics& left, const Metrics& right)
{
    const Metrics::Settings& a = left.m_settings;
    const Metrics::Settings& b = right.m_settings;
    return a.pixelsPerMm == b.pixelsPerMm && a.audience == b.audience &&
           a.textScale == b.textScale && a.baseMm == b.baseMm;
}

} // namespace coffee::ui
