// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/day_report.h"
#include "shared/domain/order_account.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace coffee {

/// Where a stretch of the log begins, and what stands before it.
struct ReportStart {
    Sequence after{0};                 ///< the last event before it
    std::chrono::minutes utcOffset{0}; ///< of shop time
    std::vector<OpenOrder> open;       ///< orders that were open there
    /// Every event of an order before the stretch, in order. Asked once for an order that was paid
    /// earlier and of which the stretch tells more: its money and its start are known from there.
    std::function<std::vector<Event>(OrderId)> earlierEvents;
};

/// Folds a stretch of the log into its report. No clock, no database: the same events give the
/// same report everywhere, in the daemon that writes it and in whoever checks it.
class ReportFold {
public:
    explicit ReportFold(ReportStart start);

    /// The next event: its sequence follows the one before without a gap.
    void apply(const Event& event);
    [[nodiscard]] DayReport report() const;

private:
    struct Follow;
    struct Recall;
    struct Story {
        OrderAccount account;
        std::string kiosk;
        ServiceMode service{ServiceMode::Here};
        std::int32_t number{0};
        Money total;
        WaitRange wait;
        ShopTime paidAt{};
        ShopTime startedAt{};
        bool isFinished{false};                 ///< it was ready once
        std::map<RefundId, RefundShare> shares; ///< of refunds that did not go back yet
    };
    using Choice = std::pair<std::string, std::string>;
    using Cancel = std::pair<CancelledBy, std::string>;

    Story& storyOf(OrderId order);
    void sell(const OrderPaid& paid, ShopTime at);
    void payBack(const RefundMoved& refund, ShopTime at);
    void finish(Story& story, ShopTime at);
    void waste(const Story& story, UnitNumber unit);
    [[nodiscard]] std::int32_t hourOf(ShopTime at) const;

    ReportStart m_start;
    DayReport m_report; ///< without what is collected below
    std::map<OrderId, Story> m_stories;
    std::map<OrderId, OpenOrder> m_open;
    std::map<std::string, ItemFigures> m_items;
    std::map<Choice, OptionFigures> m_options;
    std::map<std::int32_t, PartFigures> m_hours;
    std::map<ServiceMode, PartFigures> m_services;
    std::map<std::string, PartFigures> m_kiosks;
    std::vector<std::chrono::milliseconds> m_making;
    std::vector<std::chrono::milliseconds> m_late;
    std::map<std::string, std::int64_t> m_remakes;
    std::map<Cancel, Tally> m_cancels;
};

/// Of these durations; zeros when there is none.
[[nodiscard]] TimeFigures timeFiguresOf(std::vector<std::chrono::milliseconds> times);

} // namespace coffee
