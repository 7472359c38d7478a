// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/model/bar_sounds.h"
#include "barista_station/model/ticket.h"

#include "shared/client/shop_feed.h"
#include "shared/domain/money_sum.h"
#include "shared/domain/refusal.h"

#include <QString>

#include <chrono>

/// What only the bar and the manager say, beside the words that every window shares
/// (shared/widgets/texts.h), in the language installed at the moment of asking. GUI thread.
namespace coffee::station::texts {

/// Read at a glance and narrow enough for a ticket: "12초", "4분"; "1시간 20분" only above an hour.
[[nodiscard]] QString duration(std::chrono::seconds time);
/// The age of a ticket with what it means: "4분", "곧 늦음 8분", "늦음 13분".
[[nodiscard]] QString age(std::chrono::seconds age, Lateness lateness);
/// "주문기 2" for a kiosk named "kiosk-2", "주문기 door" for one named "door"; the daemon has no
/// name.
[[nodiscard]] QString machine(Role role, const std::string& name);
/// When something is over, with the day where it is another one: "14:05", "내일 04:00",
/// "11월 30일 04:00".
[[nodiscard]] QString timeAndDay(ShopTime time, ShopTime now);
/// "11월 28일 (토)".
[[nodiscard]] QString day(BusinessDay day);
/// "1,234,500원", however much.
[[nodiscard]] QString sum(MoneySum sum);
/// Why a step at the bar was not carried out, and what has already happened instead.
[[nodiscard]] QString refusedAtBar(const Refusal& refusal);
/// The units in this state by their names: "카페라떼 2, 치즈케이크"; of more than `most` names the
/// others are counted: "카페라떼 2, 치즈케이크 외 3개".
[[nodiscard]] QString units(const std::vector<TicketLine>& lines, UnitState state,
                            std::size_t most);
/// "에스프레소 바".
[[nodiscard]] QString station(StationKind kind);
/// "모든 스테이션", or the kinds that a screen shows.
[[nodiscard]] QString stations(const StationKinds& kinds);
/// What a sound says, for those who do not hear it.
[[nodiscard]] QString caption(BarSound sound);
/// How fresh the picture is, always with a number: "연결됨 · 순번 1284까지 · 1초 전".
[[nodiscard]] QString freshness(const client::Freshness& freshness);
/// What it means for the bar that the picture is not fresh; empty while it is.
[[nodiscard]] QString staleness(const client::Freshness& freshness);

} // namespace coffee::station::texts
