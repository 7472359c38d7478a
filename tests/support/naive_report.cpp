// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/naive_report.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace coffee::test {
namespace {

using Millis = std::chrono::milliseconds;

/// One unit that was sold, by itself.
struct SoldUnit {
    std::string item;
    LocalText name;
    bool taxable{true};
    std::int64_t won{0};
};

std::vector<SoldUnit> unitsOf(const OrderPaid& paid)
{
    std::vector<SoldUnit> units;
    for (const PricedLine& line : paid.basket.lines)
        for (const PricedUnit& unit : line.units)
            units.push_back(
                {line.item, line.name, line.tax == TaxClass::Taxable, unit.price.won()});
    return units;
}

/// Eleventh part, half up, of an amount that is not negative.
std::int64_t eleventh(std::int64_t won)
{
    return won / 11 + (2 * (won % 11) >= 11 ? 1 : 0);
}

std::int64_t taxableOf(const std::vector<SoldUnit>& units)
{
    std::int64_t won = 0;
    for (const SoldUnit& unit : units)
        won += unit.taxable ? unit.won : 0;
    return won;
}

class Recount {
public:
    Recount(const std::vector<Event>& history, Sequence after, Sequence to,
            std::chrono::minutes utcOffset)
        : m_history{history}, m_after{after}, m_to{to}, m_offset{utcOffset}
    {
    }

    DayReport run()
    {
        DayReport report;
        report.from = m_after + 1;
        report.to = m_to;
        report.utcOffset = m_offset;
        if (m_to > m_after) {
            const Event& last = m_history[static_cast<std::size_t>(m_to) - 1];
            report.day = last.day;
            report.lastAt = last.at;
            report.firstAt = m_history[static_cast<std::size_t>(m_after)].at;
        }
        report.sales = tallyOf<OrderPaid>([](const OrderPaid& it) { return it.basket.total; });
        report.refundsOpened =
            tallyOf<RefundOpened>([](const RefundOpened& it) { return it.amount; });
        report.refunds =
            tallyOf<RefundMoved>([](const RefundMoved& it) { return it.amount; },
                                 [](const RefundMoved& it) { return it.to == RefundState::Done; });
        report.declined = attemptsTo(AttemptState::Declined);
        report.voided = attemptsTo(AttemptState::Voided);
        report.kept = attemptsTo(AttemptState::Kept);
        report.discrepancies = attemptsTo(AttemptState::NeedsReview);
        const Tally refused = tallyOf<RefundMoved>(
            [](const RefundMoved& it) { return it.amount; },
            [](const RefundMoved& it) { return it.to == RefundState::NeedsReview; });
        report.discrepancies.count += refused.count;
        report.discrepancies.sum += refused.sum;
        countGoods(report);
        countParts(report);
        countMaking(report);
        countLosses(report);
        countOpen(report);
        return report;
    }

private:
    [[nodiscard]] bool isInside(const Event& event) const
    {
        return event.seq > m_after && event.seq <= m_to;
    }
    template <class Body>
    [[nodiscard]] std::vector<std::pair<const Event*, const Body*>> inside() const
    {
        std::vector<std::pair<const Event*, const Body*>> found;
        for (const Event& event : m_history)
            if (const auto* body = std::get_if<Body>(&event.body); body && isInside(event))
                found.emplace_back(&event, body);
        return found;
    }
    template <class Body, class Amount>
    [[nodiscard]] Tally tallyOf(
        Amount amount, bool (*counts)(const Body&) = [](const Body&) { return true; }) const
    {
        Tally tally;
        for (const auto& [event, body] : inside<Body>())
            if (counts(*body))
                tally.add(amount(*body));
        return tally;
    }
    [[nodiscard]] Tally attemptsTo(AttemptState state) const
    {
        Tally tally;
        for (const auto& [event, body] : inside<AttemptMoved>())
            if (body->to == state)
                tally.add(body->amount);
        return tally;
    }
    [[nodiscard]] const OrderPaid& paidOf(OrderId order) const
    {
        for (const Event& event : m_history)
            if (const auto* paid = std::get_if<OrderPaid>(&event.body);
                paid && paid->order == order)
                return *paid;
        throw std::runtime_error{"an order without a payment"};
    }
    [[nodiscard]] ShopTime paidAt(OrderId order) const
    {
        for (const Event& event : m_history)
            if (const auto* paid = std::get_if<OrderPaid>(&event.body);
                paid && paid->order == order)
                return event.at;
        throw std::runtime_error{"an order without a payment"};
    }

    /// What is left of the units of an order before and after one of its refunds.
    using Left = std::vector<SoldUnit>;
    [[nodiscard]] std::pair<Left, Left> aroundRefund(OrderId order, RefundId refund) const
    {
        Left left = unitsOf(paidOf(order));
        for (const Event& event : m_history) {
            const auto* opened = std::get_if<RefundOpened>(&event.body);
            if (!opened || opened->order != order)
                continue;
            const Left before = left;
            std::int64_t rest = opened->amount.won();
            const std::set<UnitNumber> named{opened->units.begin(), opened->units.end()};
            rest -= spread(left, named, rest);
            std::set<UnitNumber> all;
            for (std::size_t i = 1; i <= left.size(); ++i)
                all.insert(static_cast<UnitNumber>(i));
            spread(left, all, rest);
            if (opened->refund == refund)
                return {before, left};
        }
        throw std::runtime_error{"a refund that was never opened"};
    }
    /// Unit k of those named ends where the amount, cut at their common length, ends for it.
    static std::int64_t spread(Left& left, const std::set<UnitNumber>& named, std::int64_t won)
    {
        std::int64_t whole = 0;
        for (const UnitNumber unit : named)
            whole += left[static_cast<std::size_t>(unit) - 1].won;
        won = std::min(won, whole);
        if (won <= 0)
            return 0;
        const auto cut = [&](std::int64_t length) {
            const std::int64_t exact = won * length;
            return exact / whole + (2 * (exact % whole) >= whole ? 1 : 0);
        };
        std::int64_t length = 0;
        for (const UnitNumber unit : named) {
            std::int64_t& own = left[static_cast<std::size_t>(unit) - 1].won;
            const std::int64_t part = cut(length + own) - cut(length);
            length += own;
            own -= part;
        }
        return won;
    }
    [[nodiscard]] const RefundOpened& openedOf(RefundId refund) const
    {
        for (const Event& event : m_history)
            if (const auto* opened = std::get_if<RefundOpened>(&event.body);
                opened && opened->refund == refund)
                return *opened;
        throw std::runtime_error{"a refund that was never opened"};
    }
    [[nodiscard]] std::vector<const RefundMoved*> paidBack() const
    {
        std::vector<const RefundMoved*> done;
        for (const auto& [event, body] : inside<RefundMoved>())
            if (body->to == RefundState::Done)
                done.push_back(body);
        return done;
    }

    void countGoods(DayReport& report) const
    {
        std::map<std::string, ItemFigures> items;
        std::map<std::pair<std::string, std::string>, OptionFigures> options;
        for (const auto& [event, paid] : inside<OrderPaid>()) {
            const auto units = unitsOf(*paid);
            const std::int64_t taxable = taxableOf(units);
            std::int64_t all = 0;
            for (const SoldUnit& unit : units) {
                all += unit.won;
                ItemFigures& item = items[unit.item];
                item.item = unit.item;
                item.name = unit.name;
                ++item.units;
                item.sales += Money::fromWon(unit.won);
                ++report.units;
            }
            report.sold.vat += Money::fromWon(eleventh(taxable));
            report.sold.supply += Money::fromWon(taxable - eleventh(taxable));
            report.sold.exempt += Money::fromWon(all - taxable);
            for (const PricedLine& line : paid->basket.lines)
                for (std::size_t unit = 0; unit < line.units.size(); ++unit)
                    for (const PricedOption& choice : line.options)
                        for (int time = 0; time < choice.count; ++time) {
                            OptionFigures& option = options[{choice.group, choice.choice}];
                            option.group = choice.group;
                            option.choice = choice.choice;
                            option.name = choice.name;
                            ++option.count;
                            option.sales += choice.priceDifference;
                        }
        }
        for (const RefundMoved* refund : paidBack()) {
            const auto [before, after] = aroundRefund(refund->order, refund->refund);
            const std::int64_t taxBefore = taxableOf(before);
            const std::int64_t taxAfter = taxableOf(after);
            const std::int64_t vat = eleventh(taxBefore) - eleventh(taxAfter);
            report.repaid.vat += Money::fromWon(vat);
            report.repaid.supply += Money::fromWon(taxBefore - taxAfter - vat);
            report.repaid.exempt += Money::fromWon(refund->amount.won() - (taxBefore - taxAfter));
            const RefundOpened& opened = openedOf(refund->refund);
            for (std::size_t i = 0; i < before.size(); ++i) {
                const std::int64_t won = before[i].won - after[i].won;
                const bool named = std::count(opened.units.begin(), opened.units.end(),
                                              static_cast<UnitNumber>(i) + 1) > 0;
                if (won == 0 && !named)
                    continue;
                ItemFigures& item = items[before[i].item];
                item.item = before[i].item;
                item.name = before[i].name;
                item.unitsRefunded += named ? 1 : 0;
                item.refunded += Money::fromWon(won);
            }
        }
        for (const auto& [id, item] : items)
            report.items.push_back(item);
        for (const auto& [choice, option] : options)
            report.options.push_back(option);
    }

    [[nodiscard]] std::int32_t hourOf(ShopTime at) const
    {
        const std::int64_t minute = toMs(at) / 60'000 + m_offset.count();
        return static_cast<std::int32_t>(minute / 60 % 24);
    }
    template <class Belongs>
    [[nodiscard]] PartFigures partOf(Belongs belongs) const
    {
        PartFigures part;
        for (const auto& [event, paid] : inside<OrderPaid>())
            if (belongs(*event, *paid))
                part.sales.add(paid->basket.total);
        for (const auto& [event, refund] : inside<RefundMoved>())
            if (refund->to == RefundState::Done && belongs(*event, paidOf(refund->order)))
                part.refunds.add(refund->amount);
        return part;
    }
    void countParts(DayReport& report) const
    {
        for (std::int32_t hour = 0; hour < 24; ++hour) {
            const PartFigures part = partOf(
                [&](const Event& event, const OrderPaid&) { return hourOf(event.at) == hour; });
            if (part != PartFigures{})
                report.hours.push_back({hour, part});
        }
        for (const ServiceMode service : {ServiceMode::Here, ServiceMode::TakeAway}) {
            const PartFigures part = partOf([&](const Event&, const OrderPaid& paid) {
                return paid.basket.service == service;
            });
            if (part != PartFigures{})
                report.services.push_back({service, part});
        }
        std::set<std::string> kiosks;
        for (const Event& event : m_history)
            if (const auto* paid = std::get_if<OrderPaid>(&event.body))
                kiosks.insert(paid->kiosk);
        for (const std::string& kiosk : kiosks) {
            const PartFigures part =
                partOf([&](const Event&, const OrderPaid& paid) { return paid.kiosk == kiosk; });
            if (part != PartFigures{})
                report.kiosks.push_back({kiosk, part});
        }
    }

    static TimeFigures figures(std::vector<Millis> times)
    {
        if (times.empty())
            return {};
        std::sort(times.begin(), times.end());
        // The smallest that at least so many percent do not exceed.
        const auto least = [&](std::size_t percent) {
            std::size_t index = 0;
            while ((index + 1) * 100 < times.size() * percent)
                ++index;
            return times[index];
        };
        return {static_cast<std::int64_t>(times.size()), least(50), least(90)};
    }
    void countMaking(DayReport& report) const
    {
        std::set<OrderId> finished;
        std::vector<Millis> making;
        std::vector<Millis> late;
        for (const Event& event : m_history) {
            const auto* moved = std::get_if<OrderMoved>(&event.body);
            if (!moved || moved->step != OrderStep::Finish ||
                !finished.insert(moved->order).second || !isInside(event))
                continue;
            ShopTime started{};
            for (const Event& before : m_history) {
                const auto* step = std::get_if<OrderMoved>(&before.body);
                if (before.seq < event.seq && step && step->order == moved->order) {
                    if (step->step == OrderStep::Start)
                        started = before.occurredAt;
                    if (step->step == OrderStep::PutBack)
                        started = {};
                }
            }
            if (started != ShopTime{})
                making.push_back(event.occurredAt - started);
            const WaitRange wait = paidOf(moved->order).wait;
            if (wait.maxSeconds == 0)
                continue;
            ++report.promised;
            const Millis over =
                event.occurredAt - paidAt(moved->order) - std::chrono::seconds{wait.maxSeconds};
            if (over > Millis{0})
                late.push_back(over);
        }
        report.making = figures(making);
        report.lateness = figures(late);
    }

    void countLosses(DayReport& report) const
    {
        std::map<std::string, std::int64_t> remakes;
        std::map<std::pair<CancelledBy, std::string>, Tally> cancels;
        const auto waste = [&](OrderId order, UnitNumber unit) {
            report.wasted.add(
                Money::fromWon(unitsOf(paidOf(order))[static_cast<std::size_t>(unit) - 1].won));
        };
        for (const auto& [event, moved] : inside<UnitMoved>())
            if (moved->from == UnitState::Done && !moved->reason.empty()) {
                ++remakes[moved->reason];
                waste(moved->order, moved->unit);
            }
        for (const auto& [event, stop] : inside<StopAcknowledged>())
            for (const UnitNumber unit : stop->made)
                waste(stop->order, unit);
        for (const auto& [event, cancel] : inside<OrderCancelled>())
            cancels[{cancel->by, cancel->reason}].add(paidOf(cancel->order).basket.total);
        for (const auto& [reason, units] : remakes)
            report.remakes.push_back({reason, units});
        for (const auto& [cancel, orders] : cancels)
            report.cancels.push_back({cancel.first, cancel.second, orders});
    }

    void countOpen(DayReport& report) const
    {
        std::map<OrderId, OpenOrder> open;
        for (const Event& event : m_history) {
            if (event.seq > m_to)
                break;
            if (const auto* paid = std::get_if<OrderPaid>(&event.body))
                open[paid->order] = {paid->order, paid->number, paid->basket.total};
            else if (const auto* cancel = std::get_if<OrderCancelled>(&event.body))
                open.erase(cancel->order);
            else if (const auto* moved = std::get_if<OrderMoved>(&event.body)) {
                const OrderPaid& order = paidOf(moved->order);
                if (moved->to == OrderState::Collected)
                    open.erase(moved->order);
                else
                    open[moved->order] = {moved->order, order.number, order.basket.total};
            }
        }
        for (const auto& [id, order] : open)
            report.open.push_back(order);
    }

    const std::vector<Event>& m_history;
    Sequence m_after;
    Sequence m_to;
    std::chrono::minutes m_offset;
};

} // namespace

DayReport naiveReport(const std::vector<Event>& history, Sequence after, Sequence to,
                      std::chrono::minutes utcOffset)
{
    return Recount{history, after, to, utcOffset}.run();
}

} // namespace coffee::test
