// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/manager/breaker_log.h"
#include "barista_station/manager/payment_hour.h"

#include <QString>

/// The card payments in words. GUI thread.
namespace coffee::station {

/// "카드 결제가 멈췄어요", and why: the causes that the daemon writes as sentences, others as they
/// are.
[[nodiscard]] QString turnWords(const BreakerTurn& turn);

/// "1.8초".
[[nodiscard]] QString secondsWords(std::int64_t milliseconds);

/// "승인 40건 · 거절 3건 · 실패 1건. 응답은 보통 1.8초, 가장 오래 4.2초."; an hour without payments
/// says so.
[[nodiscard]] QString hourWords(const PaymentHour& hour);
/// The same with every minute in which something was declined or failed, for a screen reader.
[[nodiscard]] QString hourSpoken(const PaymentHour& hour);

} // namespace coffee::station
