// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/shots/still_shop.h"

namespace coffee::kiosk {

void StillFeed::show(ShopView view, ShopTime now, WaitRange wait)
{
    m_status.state = client::FeedState::Live;
    m_status.position = {"still", view.seq};
    m_status.head = view.seq;
    Q_EMIT beat({std::chrono::steady_clock::now(), now, wait});
    Q_EMIT reset({"still", std::move(view)});
    Q_EMIT status(m_status);
}

void StillFeed::publish(Event event)
{
    m_status.position.seq = m_status.head = event.seq;
    Q_EMIT events({{std::move(event)}, true});
    Q_EMIT status(m_status);
}

void StillFeed::fallSilent()
{
    m_status.state = client::FeedState::Stale;
    Q_EMIT status(m_status);
}

} // namespace coffee::kiosk
