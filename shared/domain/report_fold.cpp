// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/report_fold.h"

#include <algorithm>

namespace coffee {
namespace {

/// The value at the nearest rank of a sorted list.
std::chrono::milliseconds ranked(const std::vector<std::chrono::milliseconds>& sorted,
                                 std::size_t percent)
{
    const std::size_t rank = (sorted.size() * percent + 99) / 100;
    return sorted[rank - 1];
}

void add(TaxFigures& sum, const TaxFigures& part)
{
    sum.supply += part.supply;
    sum.vat += part.vat;
    sum.exempt += part.exempt;
}

} // namespace

TimeFigures timeFiguresOf(std::vector<std::chrono::milliseconds> times)
{
    if (times.empty())
        return {};
    std::sort(times.begin(), times.end());
    return {static_cast<std::int64_t>(times.size()), ranked(times, 50), ranked(times, 90)};
}

/// What an event of an order says about it, whether it is counted or only recalled.
struct ReportFold::Recall {
    Story& story;
    ShopTime occurredAt{};

    void operator()(const OrderPaid& paid) const
    {
        story.account = OrderAccount{paid.basket};
        story.kiosk = paid.kiosk;
        story.service = paid.basket.service;
        story.number = paid.number;
        story.total = paid.basket.total;
        story.wait = paid.wait;
        story.paidAt = occurredAt;
    }
    void operator()(const OrderMoved& moved) const
    {
        if (moved.step == OrderStep::Start)
            story.startedAt = occurredAt;
        else if (moved.step == OrderStep::PutBack)
            story.startedAt = {};
        else if (moved.step == OrderStep::Finish)
            story.isFinished = true;
    }
    void operator()(const RefundOpened& refund) const
    {
        story.shares.insert_or_assign(refund.refund, story.account.take(refund));
    }
    void operator()(const RefundMoved& refund) const
    {
        if (refund.to == RefundState::Done)
            story.shares.erase(refund.refund);
    }
    template <class Other>
    void operator()(const Other&) const
    {
    }
};

struct ReportFold::Follow {
    ReportFold& fold;
    const Event& event;

    void operator()(const OrderPaid& paid) const
    {
        Recall{fold.m_stories[paid.order], event.at}(paid);
        fold.m_open.insert_or_assign(paid.order,
                                     OpenOrder{paid.order, paid.number, paid.basket.total});
        fold.sell(paid, event.at);
    }
    void operator()(const OrderMoved& moved) const
    {
        Story& story = fold.storyOf(moved.order);
        if (moved.step == OrderStep::Finish && !story.isFinished)
            fold.finish(story, event.occurredAt);
        Recall{story, event.occurredAt}(moved);
        if (moved.to == OrderState::Collected)
            fold.m_open.erase(moved.order);
        else if (moved.from == OrderState::Collected)
            fold.m_open.insert_or_assign(moved.order,
                                         OpenOrder{moved.order, story.number, story.total});
    }
    void operator()(const OrderCancelled& cancelled) const
    {
        const Story& story = fold.storyOf(cancelled.order);
        fold.m_cancels[{cancelled.by, cancelled.reason}].add(story.total);
        fold.m_open.erase(cancelled.order);
    }
    void operator()(const UnitMoved& moved) const
    {
        if (!isRemake(moved))
            return;
        ++fold.m_remakes[moved.reason];
        fold.waste(fold.storyOf(moved.order), moved.unit);
    }
    void operator()(const StopAcknowledged& stop) const
    {
        for (const UnitNumber unit : stop.made)
            fold.waste(fold.storyOf(stop.order), unit);
    }
    void operator()(const RefundOpened& refund) const
    {
        Recall{fold.storyOf(refund.order), event.at}(refund);
        fold.m_report.refundsOpened.add(refund.amount);
    }
    void operator()(const RefundMoved& refund) const
    {
        if (refund.to == RefundState::Done)
            fold.payBack(refund, event.at);
        else if (refund.to == RefundState::NeedsReview)
            fold.m_report.discrepancies.add(refund.amount);
    }
    void operator()(const AttemptMoved& attempt) const
    {
        if (attempt.to == AttemptState::Declined)
            fold.m_report.declined.add(attempt.amount);
        else if (attempt.to == AttemptState::Voided)
            fold.m_report.voided.add(attempt.amount);
        else if (attempt.to == AttemptState::NeedsReview)
            fold.m_report.discrepancies.add(attempt.amount);
        else if (attempt.to == AttemptState::Kept)
            fold.m_report.kept.add(attempt.amount);
    }
    template <class Other>
    void operator()(const Other&) const
    {
    }
};

ReportFold::ReportFold(ReportStart start) : m_start{std::move(start)}
{
    m_report.from = m_start.after + 1;
    m_report.to = m_start.after;
    m_report.utcOffset = m_start.utcOffset;
    for (const OpenOrder& order : m_start.open)
        m_open.emplace(order.order, order);
}

void ReportFold::apply(const Event& event)
{
    if (event.seq == m_report.from)
        m_report.firstAt = event.at;
    m_report.to = event.seq;
    m_report.lastAt = event.at;
    m_report.day = event.day;
    std::visit(Follow{*this, event}, event.body);
}

ReportFold::Story& ReportFold::storyOf(OrderId order)
{
    const auto known = m_stories.find(order);
    if (known != m_stories.end())
        return known->second;
    Story& story = m_stories[order];
    for (const Event& event : m_start.earlierEvents(order))
        std::visit(Recall{story, event.occurredAt}, event.body);
    return story;
}

std::int32_t ReportFold::hourOf(ShopTime at) const
{
    const auto local = at + m_start.utcOffset;
    return static_cast<std::int32_t>(
        std::chrono::floor<std::chrono::hours>(local - std::chrono::floor<std::chrono::days>(local))
            .count());
}

void ReportFold::sell(const OrderPaid& paid, ShopTime at)
{
    const Money total = paid.basket.total;
    m_report.sales.add(total);
    add(m_report.sold, m_stories.at(paid.order).account.tax());
    m_hours[hourOf(at)].sales.add(total);
    m_services[paid.basket.service].sales.add(total);
    m_kiosks[paid.kiosk].sales.add(total);
    for (const PricedLine& line : paid.basket.lines) {
        const auto units = static_cast<std::int64_t>(line.units.size());
        ItemFigures& item = m_items[line.item];
        item.name = line.name;
        item.units += units;
        item.sales += line.total;
        m_report.units += units;
        for (const PricedOption& choice : line.options) {
            OptionFigures& option = m_options[{choice.group, choice.choice}];
            const std::int64_t count = choice.count * units;
            option.name = choice.name;
            option.count += count;
            option.sales += MoneySum::fromWon(choice.priceDifference.won() * count);
        }
    }
}

void ReportFold::payBack(const RefundMoved& refund, ShopTime at)
{
    Story& story = storyOf(refund.order);
    m_report.refunds.add(refund.amount);
    m_hours[hourOf(at)].refunds.add(refund.amount);
    m_services[story.service].refunds.add(refund.amount);
    m_kiosks[story.kiosk].refunds.add(refund.amount);
    const auto share = story.shares.find(refund.refund);
    if (share == story.shares.end())
        return;
    add(m_report.repaid, share->second.tax);
    for (const auto& [id, part] : share->second.items) {
        ItemFigures& item = m_items[id];
        item.name = part.name;
        item.unitsRefunded += part.units;
        item.refunded += part.amount;
    }
    story.shares.erase(share);
}

void ReportFold::finish(Story& story, ShopTime at)
{
    if (story.startedAt != ShopTime{})
        m_making.push_back(at - story.startedAt);
    if (story.wait.maxSeconds == 0)
        return;
    ++m_report.promised;
    const auto promise = story.paidAt + std::chrono::seconds{story.wait.maxSeconds};
    if (at > promise)
        m_late.push_back(at - promise);
}

void ReportFold::waste(const Story& story, UnitNumber unit)
{
    m_report.wasted.add(story.account.priceOf(unit));
}

DayReport ReportFold::report() const
{
    DayReport report = m_report;
    for (const auto& [id, figures] : m_items) {
        report.items.push_back(figures);
        report.items.back().item = id;
    }
    for (const auto& [choice, figures] : m_options) {
        report.options.push_back(figures);
        report.options.back().group = choice.first;
        report.options.back().choice = choice.second;
    }
    for (const auto& [hour, money] : m_hours)
        report.hours.push_back({hour, money});
    for (const auto& [service, money] : m_services)
        report.services.push_back({service, money});
    for (const auto& [kiosk, money] : m_kiosks)
        report.kiosks.push_back({kiosk, money});
    report.making = timeFiguresOf(m_making);
    report.lateness = timeFiguresOf(m_late);
    for (const auto& [reason, units] : m_remakes)
        report.remakes.push_back({reason, units});
    for (const auto& [cancel, orders] : m_cancels)
        report.cancels.push_back({cancel.first, cancel.second, orders});
    for (const auto& [id, order] : m_open)
        report.open.push_back(order);
    return report;
}

} // namespace coffee
