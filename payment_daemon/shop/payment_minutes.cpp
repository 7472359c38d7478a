// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/shop/payment_minutes.h"

#include "shared/protocol/limits.h"

#include <algorithm>

namespace coffee::daemon {

void PaymentMinutes::add(ShopTime now, Outcome outcome, std::chrono::milliseconds took)
{
    const ShopTime begins = std::chrono::floor<std::chrono::minutes>(now);
    if (m_minutes.empty() || m_minutes.back().at != begins) {
        m_minutes.emplace_back().at = begins;
        m_times.clear();
        if (m_minutes.size() > protocol::kPaymentMinutesMax)
            m_minutes.pop_front();
    }
    protocol::PaymentMinute& minute = m_minutes.back();
    minute.approved += outcome == Outcome::Approved ? 1 : 0;
    minute.declined += outcome == Outcome::Declined ? 1 : 0;
    minute.failed += outcome == Outcome::Failed ? 1 : 0;
    minute.mostMs = std::max<std::int64_t>(minute.mostMs, took.count());
    if (m_times.size() < kTimesMost) {
        m_times.insert(std::lower_bound(m_times.begin(), m_times.end(), took.count()),
                       took.count());
        minute.medianMs = m_times[(m_times.size() - 1) / 2];
    }
}

std::vector<protocol::PaymentMinute> PaymentMinutes::lastHour(ShopTime now) const
{
    std::vector<protocol::PaymentMinute> minutes;
    std::copy_if(m_minutes.begin(), m_minutes.end(), std::back_inserter(minutes),
                 [now](const protocol::PaymentMinute& minute) {
                     return minute.at > now - std::chrono::hours{1};
                 });
    return minutes;
}

} // namespace coffee::daemon
