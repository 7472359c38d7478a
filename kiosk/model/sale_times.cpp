// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/sale_times.h"

#include <QDateTime>

namespace coffee::kiosk {

SoldOut outsideHours(const Menu& menu, const client::ShopFeed& feed)
{
    const auto now = feed.shopNow();
    if (!now)
        return {};
    const QTime time = QDateTime::fromMSecsSinceEpoch(toMs(*now)).time();
    return menu.notSoldAt(time.hour() * 60 + time.minute());
}

} // namespace coffee::kiosk
