// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/model/my_order.h"
#include "kiosk/model/wait_left.h"
#include "kiosk/session/order_session.h"

#include <QString>

/// The kiosk's own sentences that depend on values. In the language of the moment.
namespace coffee::kiosk::words {

/// What changed without the customer's doing; empty for `Notice::Kind::None`.
[[nodiscard]] QString notice(const Notice& notice, bool inShort = false);
/// What is made, with HOT or ICE when the customer had to say: "아메리카노 ICE". A drink of the
/// wrong temperature is the most common mistake, so it stands in the name and not among the options
/// only.
[[nodiscard]] QString nameToMake(const PricedLine& line);
/// Every option and the cup of a line in words: "HOT 따뜻하게 · 크기: 보통 · 매장 컵". Choices that
/// the customer did not have to make are named with their question, unless they name it themselves.
[[nodiscard]] QString options(const PricedLine& line, const Menu& menu);
/// The line in one row with its count: "카페라떼 2개".
[[nodiscard]] QString lineInShort(const PricedLine& line);
/// The same with the answers that the customer had to give: "카페라떼 2개 · HOT 따뜻하게".
[[nodiscard]] QString lineWithAnswers(const PricedLine& line, const Menu& menu);
/// That the order of this number is cancelled, as a sentence.
[[nodiscard]] QString cancelled(std::int32_t number);
/// Whatever goes back goes to a card. False where it is not known how it was paid.
[[nodiscard]] bool isByCard(const PaymentInfo& payment);
/// What was paid back of an order that is looked up, or is on its way; empty for nothing. A
/// sentence for all that is as far, one below the other.
[[nodiscard]] QString refunds(const MyOrder& order);
/// "월–금 07:00~11:00에 팔아요": when it is sold; only for what is not always sold.
[[nodiscard]] QString soldAt(const SaleHours& hours);
/// "매일 07:00~22:00에 주문을 받아요.": when the shop takes orders.
[[nodiscard]] QString openAt(const SaleHours& hours);
/// How many were paid before this one, as a sentence.
[[nodiscard]] QString ahead(std::int32_t orders);
/// "준비까지 약 5~8분"; that it takes longer than the customer was told, and that a range is the
/// last one that was heard. Empty for nothing known.
[[nodiscard]] QString readyIn(const WaitLeft& wait);

} // namespace coffee::kiosk::words
