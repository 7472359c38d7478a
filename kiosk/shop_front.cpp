// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/shop_front.h"

#include "shared/widgets/accent.h"

#include <QImageReader>
#include <QRegularExpression>

#include <filesystem>
#include <optional>

namespace coffee::kiosk {
namespace {

constexpr int kLogoSideMost = 4000;

std::optional<QColor> colourOf(std::string_view text)
{
    const QString written = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    static const QRegularExpression form{QStringLiteral("^#[0-9A-Fa-f]{6}$")};
    QColor colour;
    if (form.match(written).hasMatch())
        colour.setNamedColor(written);
    return colour.isValid() ? std::optional{colour} : std::nullopt;
}

Result<Done, std::string> checkAccent(std::string_view text)
{
    const auto colour = colourOf(text);
    if (!colour)
        return Failure{"\"" + std::string{text} +
                       "\" is no colour; expected # and six hex digits, as #RRGGBB"};
    const double contrast = ui::accentContrast(*colour);
    if (contrast < ui::kAccentContrast)
        return Failure{"\"" + std::string{text} + "\" has a contrast of only " +
                       QString::number(contrast, 'f', 1).toStdString() +
                       ":1 against white and the page; expected at least 4.5:1, a darker colour"};
    return Done{};
}

} // namespace

void addShopFrontOptions(ProgramOptions& options)
{
    options.text("accent", "#RRGGBB", "", "The shop's own colour for what is pressed next.",
                 checkAccent);
    options.path("logo", "FILE", "", "A picture with the shop's name, for the first page.");
    options.flag("cash", "Says before paying that whoever pays in cash tells the staff.");
    options.flag("phone-pay", "Says while paying that the terminal takes phones, too.");
}

Result<ShopFront, std::string> shopFrontOf(const Configuration& configuration)
{
    ShopFront front;
    front.takesCashAtCounter = configuration.flag("cash");
    front.takesPhones = configuration.flag("phone-pay");
    const std::filesystem::path logo = configuration.path("logo");
    if (logo.empty())
        return front;
    const auto wrong = [&](const char* why) {
        return Failure{configuration.origin("logo") + ": " + logo.string() + " " + why +
                       "; expected a picture as SVG, PNG or JPEG"};
    };
    front.logoFile = QString::fromStdString(logo.string());
    QImageReader reader{front.logoFile};
    if (!std::filesystem::exists(logo))
        return wrong("is not there");
    const QSize size = reader.size();
    if (!reader.canRead() || size.isEmpty() || size.width() > kLogoSideMost ||
        size.height() > kLogoSideMost || reader.read().isNull())
        return wrong("cannot be read as a picture of at most 4000 × 4000 pixels");
    return front;
}

ui::Theme inShopColours(const ui::Theme& theme, const Configuration& configuration)
{
    const auto accent =
        configuration.isSet("accent") ? colourOf(configuration.text("accent")) : std::nullopt;
    return accent ? theme.withAccent(*accent) : theme;
}

} // namespace coffee::kiosk
