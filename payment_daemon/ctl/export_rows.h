// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/order_event.h"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The rows of an export, from events alone. No file, no socket.
namespace coffee::ctl {

/// Begins a CSV file, so that office programs read it as UTF-8.
inline constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

/// One line of CSV (RFC 4180), with its end. A text that an office program would take for a formula
/// gets an apostrophe before it.
[[nodiscard]] std::string csvLine(const std::vector<std::string>& cells);

/// `2026-11-29 16:49:28`, by the shop's clock; empty for none.
[[nodiscard]] std::string csvTime(ShopTime time, std::chrono::minutes utcOffset);
[[nodiscard]] std::string csvDay(BusinessDay day);

[[nodiscard]] std::string eventHeader();
[[nodiscard]] std::string eventRow(const Event& event, std::chrono::minutes utcOffset);

/// Every order that the events tell, as it is after the last of them.
class OrderRows {
public:
    explicit OrderRows(std::chrono::minutes utcOffset) : m_utcOffset{utcOffset} {}

    void apply(const Event& event);

    [[nodiscard]] static std::string header();
    [[nodiscard]] std::string rows() const;
    /// The same orders, a row for each line of them.
    [[nodiscard]] static std::string lineHeader();
    [[nodiscard]] std::string lineRows() const;
    [[nodiscard]] std::size_t size() const { return m_orders.size(); }

private:
    struct Line {
        std::string item;
        std::string nameKo;
        std::string nameEn;
        std::string options;
        std::size_t units{0};
        Money total;
    };
    struct Order {
        std::int32_t number{0};
        BusinessDay day{0};
        std::string kiosk;
        ServiceMode service{ServiceMode::Here};
        OrderState state{OrderState::Queued};
        std::vector<Line> lines;
        Money total;
        std::int64_t refundedWon{0};
        PaymentInfo payment;
        ShopTime paidAt{};
        ShopTime startedAt{};
        ShopTime readyAt{};
        ShopTime finishedAt{};
        std::string cancelledBy;
        std::string cancelReason;
    };
    struct Follow;

    std::chrono::minutes m_utcOffset;
    std::map<OrderId, Order> m_orders;
};

} // namespace coffee::ctl
