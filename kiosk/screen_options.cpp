// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/screen_options.h"

#include "shared/widgets/glass_size.h"
#include "shared/widgets/window_place.h"

#include <QPoint>
#include <QScreen>
#include <QString>
#include <QWidget>

#include <algorithm>
#include <optional>

namespace coffee::kiosk {
namespace {

constexpr double kPortraitInches = 21.5;
constexpr double kLandscapeInches = 24.0;
constexpr double kBoardInches = 43.0;
constexpr int kSideMost = 20000;

/// Two whole numbers with `between` in the middle.
std::optional<QPoint> twoNumbers(const std::string& text, QChar between)
{
    const QStringList parts = QString::fromStdString(text).split(between);
    if (parts.size() != 2)
        return std::nullopt;
    bool firstOk = false;
    bool secondOk = false;
    const int first = parts[0].toInt(&firstOk);
    const int second = parts[1].toInt(&secondOk);
    if (!firstOk || !secondOk || std::abs(first) > kSideMost || std::abs(second) > kSideMost)
        return std::nullopt;
    return QPoint{first, second};
}

std::optional<QSize> sizeOf(const Configuration& configuration)
{
    const auto numbers = twoNumbers(configuration.text("size"), QLatin1Char('x'));
    if (!numbers || numbers->x() < 1 || numbers->y() < 1)
        return std::nullopt;
    return QSize{numbers->x(), numbers->y()};
}

} // namespace

void addScreenOptions(ProgramOptions& options)
{
    options.flag("windowed", "In a window instead of over the whole screen.");
    options.text("size", "WxH", "1080x1920", "The window's size in pixels, with --windowed.");
    ui::addPlaceOption(options);
    options.integer("reach", "MM", static_cast<std::int64_t>(ui::mm::kLowBand), 100, 1000,
                    "How far the low screen reaches up from the glass's lower edge.");
    options.integer("scale", "PERCENT", 100, 10, 400,
                    "Everything smaller or larger than on the screen it is made for.");
    options.integer("text-mm", "MM", static_cast<std::int64_t>(ui::mm::kKioskBody), 8, 12,
                    "How tall the customer's text is at 100 %: 12 where the law asks for it.");
    options.flag("reduce-motion", "Pages and notices appear at once instead of sliding.");
}

Result<Done, std::string> checkScreenOptions(const Configuration& configuration)
{
    if (!sizeOf(configuration))
        return Failure{configuration.origin("size") + ": \"" + configuration.text("size") +
                       "\" is no size; expected WIDTHxHEIGHT in pixels, such as 1080x1920"};
    return Done{};
}

ui::Theme themeFor(const Configuration& configuration, const QScreen& screen)
{
    const double scale = static_cast<double>(configuration.integer("scale")) / 100.0;
    ui::Metrics::Settings glass;
    const bool windowed = configuration.flag("windowed");
    const QSize size = windowed ? sizeOf(configuration).value_or(QSize{1080, 1920}) : screen.size();
    const bool wide = size.width() > size.height();
    // A window's size says nothing about the glass: it is drawn as on the screen it is made for.
    const bool board = configuration.text("window") == "board";
    glass.pixelsPerMm = ui::pixelsPerMm({1920, 1080}, board  ? kBoardInches
                                                      : wide ? kLandscapeInches
                                                             : kPortraitInches);
    if (!windowed)
        glass.pixelsPerMm =
            ui::glassPixelsPerMm(screen, configuration.path("data")).value_or(glass.pixelsPerMm);
    glass.pixelsPerMm *= scale;
    glass.baseMm = static_cast<double>(configuration.integer("text-mm"));
    if (board)
        glass.textScale = ui::TextScale::Percent200; // it is read across a room
    return ui::Theme{board ? ui::PaletteKind::Dark : ui::PaletteKind::Light, ui::Metrics{glass},
                     configuration.flag("reduce-motion")};
}

void placeOnScreen(QWidget& window, const Configuration& configuration)
{
    if (!configuration.flag("windowed")) {
        // A kiosk's session may have no window manager that would do it.
        window.setGeometry(window.screen()->geometry());
        return;
    }
    ui::moveToPlace(window, configuration);
    window.resize(sizeOf(configuration).value_or(QSize{1080, 1920}));
}

void showOnScreen(QWidget& window, const Configuration& configuration)
{
    placeOnScreen(window, configuration);
    if (configuration.flag("windowed"))
        window.show();
    else
        window.showFullScreen();
}

} // namespace coffee::kiosk
