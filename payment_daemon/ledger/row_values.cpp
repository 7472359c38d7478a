// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ledger/row_values.h"

#include "payment_daemon/ledger/number_list.h"
#include "shared/protocol/codec.h"

namespace coffee::daemon {

AttemptRow attemptOf(const Rows& row)
{
    auto basket = protocol::decodeBasket(row.view(5));
    if (!basket)
        throw UnreadableRow{"attempt " + row.text(0) + ": " + basket.error().detail};
    AttemptRow attempt;
    attempt.id = row.integer(0);
    attempt.key.value = row.text(1);
    attempt.machine = row.text(2);
    attempt.quote.value = row.text(3);
    attempt.locale = row.text(4);
    attempt.basket = std::move(*basket);
    attempt.wait = {row.number(6), row.number(7)};
    attempt.openedAt = fromMs(row.integer(8));
    attempt.state = wordIn<AttemptState>(row, 9);
    attempt.declineKind = wordOrNone<DeclineKind>(row, 10);
    attempt.cause = row.text(11);
    attempt.abandonAsked = row.integer(12) != 0;
    attempt.payment = {row.text(13), row.text(14), row.text(15)};
    attempt.order = row.integer(16);
    attempt.finalBody = row.text(17);
    attempt.shown = row.integer(18) != 0;
    attempt.changedAt = fromMs(row.integer(19));
    return attempt;
}

OrderRow orderRowOf(const Rows& row)
{
    OrderRow order;
    order.id = row.integer(0);
    order.attempt = row.integer(1);
    order.key.value = row.text(2);
    order.number = row.number(3);
    order.day = row.number(4);
    order.code = row.text(5);
    order.kiosk = row.text(6);
    order.basket.service = wordIn<ServiceMode>(row, 7);
    order.basket.allergyNote = row.text(8);
    order.basket.total = Money::fromWon(row.integer(9));
    order.payment = {row.text(10), row.text(11), row.text(12)};
    order.wait = {row.number(13), row.number(14)};
    order.paidAt = fromMs(row.integer(15));
    order.state = wordIn<OrderState>(row, 16);
    order.startedAt = fromMs(row.integer(17));
    order.readyAt = fromMs(row.integer(18));
    order.finishedAt = fromMs(row.integer(19));
    order.lastStepAt = fromMs(row.integer(20));
    order.cancelledBy = wordOrNone<CancelledBy>(row, 21);
    order.cancelReason = row.text(22);
    order.stopUnacknowledged = row.integer(23) != 0;
    order.wasted = readNumberList(row.view(24));
    order.codeFailures = row.number(25);
    order.codeLockedUntilMs = row.integer(26);
    return order;
}

RefundRow refundOf(const Rows& row)
{
    RefundRow refund;
    refund.id = row.integer(0);
    refund.order = row.integer(1);
    refund.key = row.text(2);
    refund.amount = Money::fromWon(row.integer(3));
    refund.reason = row.text(4);
    refund.state = wordIn<RefundState>(row, 5);
    refund.openedAt = fromMs(row.integer(6));
    refund.changedAt = fromMs(row.integer(7));
    return refund;
}

PricedLine lineOf(const Rows& row)
{
    PricedLine line;
    line.item = row.text(0);
    line.name = {row.text(1), row.text(2)};
    line.station = wordIn<StationKind>(row, 3);
    line.tax = wordIn<TaxClass>(row, 4);
    line.total = Money::fromWon(row.integer(5));
    return line;
}

PricedOption optionOf(const Rows& row)
{
    return {row.text(1),
            row.text(2),
            {row.text(3), row.text(4)},
            row.number(5),
            Money::fromWon(row.integer(6))};
}

UnitRow unitOf(const Rows& row)
{
    return {row.number(0),
            row.number(1),
            wordIn<CupKind>(row, 2),
            Money::fromWon(row.integer(3)),
            wordIn<UnitState>(row, 4),
            row.text(5)};
}

} // namespace coffee::daemon
