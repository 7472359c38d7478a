// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/payment_hour.h"

#include <algorithm>
#include <vector>

namespace coffee::station {
namespace {

/// The value in the middle where each stands as often as its weight says.
std::int64_t weightedMedian(std::vector<std::pair<std::int64_t, std::int32_t>> values)
{
    std::sort(values.begin(), values.end());
    std::int64_t whole = 0;
    for (const auto& [value, weight] : values)
        whole += weight;
    std::int64_t behind = 0;
    for (const auto& [value, weight] : values) {
        behind += weight;
        if (2 * behind >= whole)
            return value;
    }
    return 0;
}

} // namespace

PaymentHour paymentHour(const std::vector<protocol::PaymentMinute>& told, ShopTime now)
{
    PaymentHour hour;
    const auto present = std::chrono::floor<std::chrono::minutes>(now);
    hour.from = present - std::chrono::minutes{static_cast<int>(PaymentHour::kMinutes) - 1};
    std::vector<std::pair<std::int64_t, std::int32_t>> times;
    for (const protocol::PaymentMinute& minute : told) {
        const auto place = std::chrono::floor<std::chrono::minutes>(minute.at - hour.from).count();
        if (place < 0 || place >= static_cast<std::int64_t>(PaymentHour::kMinutes))
            continue;
        PaymentHour::Minute& here = hour.minutes.at(static_cast<std::size_t>(place));
        here.approved += minute.approved;
        here.declined += minute.declined;
        here.failed += minute.failed;
        here.medianMs = minute.medianMs;
        hour.approved += minute.approved;
        hour.declined += minute.declined;
        hour.failed += minute.failed;
        hour.mostMs = std::max(hour.mostMs, minute.mostMs);
        if (minute.medianMs > 0)
            times.emplace_back(minute.medianMs, here.all());
    }
    hour.usualMs = weightedMedian(std::move(times));
    return hour;
}

} // namespace coffee::station
