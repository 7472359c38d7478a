// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/sale_times.h"

#include <QDateTime>

#include <optional>

namespace coffee::kiosk {
namespace {

/// By the clock on the shop's wall; empty while nobody has said what time it is.
std::optional<WeekMinute> minuteNow(const client::ShopFeed& feed)
{
    const auto now = feed.shopNow();
    if (!now)
        return std::nullopt;
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(toMs(*now));
    return WeekMinute{local.date().dayOfWeek() - 1,
                      local.time().hour() * 60 + local.time().minute()};
}

} // namespace

bool isOpenNow(const Menu& menu, const client::ShopFeed& feed)
{
    const auto minute = minuteNow(feed);
    return !minute || feed.view().offer.openingHours(menu).contains(*minute);
}

SoldOut outsideHours(const Menu& menu, const client::ShopFeed& feed)
{
    const auto minute = minuteNow(feed);
    return minute ? menu.notSoldAt(*minute) : SoldOut{};
}

} // namespace coffee::kiosk
