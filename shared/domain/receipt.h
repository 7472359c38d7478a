// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/shop_view.h"

#include <vector>

/// What a receipt says, row by row, for a screen as well as for a printer. The rows have no words
/// and no layout: whoever shows them says each kind in the customer's language.
namespace coffee {

enum class ReceiptRowKind {
    Shop,           ///< `text`: the shop's name
    BusinessNumber, ///< `text`, the same in both languages; so are phone, card and approval
    Address,        ///< `text`
    Phone,          ///< `text`
    OrderNumber,    ///< `count`
    PaidAt,         ///< `at`
    Item,           ///< `text`, `count` units, `amount` for all of them; `isExempt`
    Option,         ///< of the item above: `text`, `count` a unit, `amount` is one's difference
    Cups,           ///< of the item above: `count` units in `cup`
    Supply,         ///< 공급가액: `amount`, the taxable total without its VAT
    Vat,            ///< 부가세: `amount`
    ExemptTotal,    ///< 면세: `amount`, what carries no VAT
    Total,          ///< `amount`, what was charged
    Card,           ///< `text`: the masked number
    Approval,       ///< `text`
    Refund,         ///< `amount` that went back (`refund` says how far), `at` when
    Kept            ///< `amount`: the total without everything that went or goes back
};

struct ReceiptRow {
    ReceiptRowKind kind{ReceiptRowKind::Shop};
    LocalText text;
    std::int32_t count{0};
    Money amount;
    ShopTime at{};
    CupKind cup{CupKind::None};
    RefundState refund{RefundState::Done};
    bool isExempt{false};
    friend bool operator==(const ReceiptRow&, const ReceiptRow&) = default;
};

/// The rows of an order's receipt from top to bottom. What the shop has not said (its address) and
/// what there is none of (exempt items, refunds) has no row; supply and VAT are there whenever
/// something is taxable. VAT is `containedVat` of the taxable total, once for the whole receipt,
/// and what the order cost when it was paid: a refund is a row of its own.
[[nodiscard]] std::vector<ReceiptRow> receiptRows(const LocalText& shopName, const Seller& seller,
                                                  const OrderView& order);

} // namespace coffee
