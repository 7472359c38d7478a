// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/shop/checkout.h"

#include "shared/protocol/limits.h"

#include <algorithm>

namespace coffee::daemon {
namespace {

/// What a customer is told who has not chosen yet: one drink.
constexpr KindCounts kOneDrink{1, 0, 0};

} // namespace

std::optional<Refusal> Checkout::paused(const Step& step) const
{
    const OrderingChanged& ordering = m_memory.view.offer.ordering;
    if (ordering.state != OrderingState::Paused)
        return std::nullopt;
    Refusal refused = refusal(RefusalCode::Paused, "the shop takes no orders for a while");
    refused.untilMs = ordering.untilMs;
    refused.textKo = ordering.textKo;
    refused.textEn = ordering.textEn;
    refused.retryAfter = std::chrono::milliseconds{
        std::max<std::int64_t>(0, ordering.untilMs - toMs(step.now().shop))};
    return refused;
}

/// The orders of the last quarter of an hour and the payments that are under way.
std::optional<Refusal> Checkout::beyondPace(const Step& step, const KindCounts& units) const
{
    const std::int32_t most = m_memory.view.offer.makingMinutes;
    if (most == 0)
        return std::nullopt;
    std::vector<PacedOrder> before;
    for (const auto& [id, order] : m_memory.view.orders.all())
        if (order.state != OrderState::Cancelled)
            before.push_back({order.paidAt, BarPace::makingTime(unitsByKind(order.lines))});
    // Of those an order may still come.
    const auto isPaying = [](const OpenAttempt& attempt) {
        return attempt.row.state == AttemptState::Charging ||
               attempt.row.state == AttemptState::Unknown;
    };
    for (const auto& [key, attempt] : m_memory.attempts)
        if (isPaying(attempt))
            before.push_back(
                {step.now().shop, BarPace::makingTime(unitsByKind(attempt.row.basket.lines))});
    const auto wait = paceWait(std::move(before), BarPace::makingTime(units),
                               std::chrono::minutes{most}, step.now().shop);
    if (wait.count() == 0)
        return std::nullopt;
    Refusal refused =
        refusal(RefusalCode::Busy, "the shop has slowed down: the bar has enough to make");
    refused.state = kBusyBar;
    refused.retryAfter = m_admission.spread(wait);
    return refused;
}

WaitRange Checkout::waitFor(const KindCounts& units, ShopTime now) const
{
    return m_memory.pace.expectedWait(m_memory.view.orders.unitsWaitingByKind(), units, now,
                                      m_memory.view.health.barAway());
}

WaitRange Checkout::waitForOne(ShopTime now) const
{
    return waitFor(kOneDrink, now);
}

WaitRange Checkout::waitOf(OrderId order, ShopTime now) const
{
    KindCounts before{};
    KindCounts own{};
    for (const OrderView* open : m_memory.view.orders.open()) {
        if (open->id > order || open->state == OrderState::Ready)
            continue;
        const KindCounts units = open->openByKind();
        KindCounts& sum = open->id == order ? own : before;
        for (std::size_t kind = 0; kind < units.size(); ++kind)
            sum[kind] += units[kind];
    }
    return m_memory.pace.expectedWait(before, own, now, m_memory.view.health.barAway());
}

void Checkout::open(Step& step, const ReplyTo& to, const Actor& from,
                    const protocol::CheckoutOpen& request) const
{
    if (request.menuVersion != m_settings.menu.version)
        return step.refuse(
            to, refusal(RefusalCode::MenuChanged, "the menu is now " + m_settings.menu.version));
    SoldOut notNow = m_memory.view.offer.soldOutItems();
    notNow.merge(m_settings.menu.notSoldAt(minuteOfWeek(step.now().shop, m_settings.utcOffset)));
    const auto priced = price(m_settings.menu, notNow, request.basket);
    if (!priced)
        return step.refuse(to, priced.error());
    if (priced->total != request.shownTotal) {
        Refusal refused = refusal(RefusalCode::PriceChanged, "the total is another one now");
        refused.total = priced->total;
        return step.refuse(to, refused);
    }
    if (priced->total.won() <= 0)
        return step.refuse(to, refusal(RefusalCode::InvalidQuantity, "there is nothing to pay"));
    if (protocol::encodeBasket(*priced).size() > kBasketBytesMax)
        return step.refuse(
            to, refusal(RefusalCode::InvalidQuantity, "the order is too long; make two of it"));
    if (const auto refused = paused(step))
        return step.refuse(to, *refused);
    if (const auto refused = m_admission.refusal(step, from))
        return step.refuse(to, *refused);
    if (const auto refused = beyondPace(step, unitsByKind(priced->lines)))
        return step.refuse(to, *refused);
    if (m_memory.view.orders.all().size() >= m_settings.ordersKnownMax) {
        Refusal refused = refusal(RefusalCode::Busy, "too many orders are open");
        refused.retryAfter = std::chrono::seconds{60};
        return step.refuse(to, refused);
    }
    if (m_memory.quotes.size() >= kQuotesMax) {
        Refusal refused = refusal(RefusalCode::Busy, "too many open quotes");
        refused.retryAfter = std::chrono::seconds{10};
        return step.refuse(to, refused);
    }

    protocol::Quote quote;
    quote.quote = QuoteId{m_sources.randomHex()};
    quote.basket = *priced;
    quote.expiresInMs =
        std::chrono::duration_cast<std::chrono::milliseconds>(protocol::kQuoteLife).count();
    quote.wait = waitFor(unitsByKind(priced->lines), step.now().shop);
    quote.ordersAhead = m_memory.view.orders.ordersWaiting();
    quote.barAway = m_memory.view.health.barAway();
    LiveQuote live{
        from.name, request.locale, *priced, quote.wait, step.now().steady + protocol::kQuoteLife,
        false};
    step.ok(to, quote);
    m_admission.promise(step, from);
    step.remember([id = quote.quote, live = std::move(live)](ShopMemory& memory) {
        memory.quotes.insert_or_assign(id, live);
    });
}

void Checkout::forgetExpired(Step& step) const
{
    step.remember([now = step.now().steady](ShopMemory& memory) {
        std::erase_if(memory.quotes,
                      [now](const auto& entry) { return entry.second.expires <= now; });
    });
}

} // namespace coffee::daemon
