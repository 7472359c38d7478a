// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/shop_numbers.h"

#include <algorithm>

namespace coffee::station {
namespace {

using std::chrono::seconds;

void count(QueueCount& queue, const OrderView& order, ShopTime since, ShopTime now)
{
    ++queue.orders;
    const seconds age = now > since ? std::chrono::duration_cast<seconds>(now - since) : seconds{0};
    if (queue.oldestNumber == 0 || age > queue.oldest) {
        queue.oldest = age;
        queue.oldestNumber = order.number;
    }
}

void countOrder(ShopNumbers& numbers, const OrderView& order, ShopTime now)
{
    switch (order.state) {
    case OrderState::Queued:
        count(numbers.queued, order, order.paidAt, now);
        break;
    case OrderState::Making:
        count(numbers.making, order, order.paidAt, now);
        break;
    case OrderState::Ready:
        count(numbers.ready, order, order.readyAt, now);
        break;
    case OrderState::Collected:
    case OrderState::Cancelled:
        break;
    }
    for (const RefundView& refund : order.refunds) {
        if (refund.state == RefundState::NeedsReview)
            ++numbers.reviews;
        if (refund.state != RefundState::Due)
            continue;
        ++numbers.refundsDue;
        if (const auto sum = numbers.refundsDueAmount.plus(refund.amount))
            numbers.refundsDueAmount = *sum;
    }
}

OrderRow rowOf(const OrderView& order)
{
    OrderRow row;
    row.order = order.id;
    row.number = order.number;
    row.state = order.state;
    row.service = order.service;
    row.kiosk = order.kiosk;
    row.lines = order.lines;
    row.total = order.total;
    row.refunded = order.refunded();
    row.refundsOpen = static_cast<std::int32_t>(
        std::count_if(order.refunds.begin(), order.refunds.end(),
                      [](const RefundView& refund) { return refund.state != RefundState::Done; }));
    row.paidAt = order.paidAt;
    row.canCancel = mayCancel(order);
    row.canRefund = mayRefund(order);
    return row;
}

} // namespace

bool mayCancel(const OrderView& order)
{
    return nextState(order.state, OrderStep::CancelByStaff).has_value();
}

bool mayRefund(const OrderView& order)
{
    return order.state != OrderState::Cancelled && order.refunded() < order.total;
}

ShopNumbers shopNumbers(const ShopView& view, ShopTime now)
{
    ShopNumbers numbers;
    numbers.today = view.totals;
    numbers.unitsWaiting = view.orders.unitsWaiting();
    for (const auto& [id, order] : view.orders.all())
        countOrder(numbers, order, now);
    for (const auto& [id, attempt] : view.payments.attempts) {
        if (attempt.state == AttemptState::NeedsReview)
            ++numbers.reviews;
        else if (attempt.state == AttemptState::Charging)
            ++numbers.chargesUnderWay;
        else
            ++numbers.chargesUnknown;
    }
    return numbers;
}

std::vector<OrderRow> orderRows(const OrderBoard& board, const std::string& search)
{
    std::vector<OrderRow> rows;
    for (auto entry = board.all().rbegin(); entry != board.all().rend(); ++entry)
        if (search.empty() || std::to_string(entry->second.number).starts_with(search))
            rows.push_back(rowOf(entry->second));
    return rows;
}

} // namespace coffee::station
