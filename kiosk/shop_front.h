// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/pages/page_parts.h"
#include "shared/files/configuration.h"
#include "shared/widgets/theme.h"

#include <string>

/// What makes a kiosk this shop's own: `--accent #RRGGBB --logo FILE --cash --phone-pay`. Name,
/// opening hours, greeting and whom a receipt names come with the menu.
namespace coffee::kiosk {

/// An accent that cannot be read is refused here, with its contrast.
void addShopFrontOptions(ProgramOptions& options);
/// Fails with one sentence when the logo is no picture. After QApplication.
[[nodiscard]] Result<ShopFront, std::string> shopFrontOf(const Configuration& configuration);
/// The look in the shop's accent, where it has one.
[[nodiscard]] ui::Theme inShopColours(const ui::Theme& theme, const Configuration& configuration);

} // namespace coffee::kiosk
