// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/model/ticket.h"

#include "shared/domain/order_event.h"

#include <QString>

namespace coffee::station {

/// What happened to an order, for a person, in the language of the window: "카페라떼 완성",
/// "환불 4,500원 시작 · 재료가 없음". `order` names its units; empty for what says nothing of it.
[[nodiscard]] QString eventWords(const Event& event, const OrderView& order, Language language);
/// Who said so, and where: "바리스타 화면 1".
[[nodiscard]] QString actorWords(const Actor& actor);

} // namespace coffee::station
