// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/money_sum.h"
#include "shared/domain/order_event.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace coffee {

/// What a person looks for. What is empty is not asked for.
struct OrderFilter {
    std::string number; ///< digits that the day number begins with, as they are typed
    std::optional<BusinessDay> firstDay;
    std::optional<BusinessDay> lastDay;
    std::optional<ShopTime> from;  ///< paid then or later
    std::optional<ShopTime> until; ///< paid before then
    std::string item;              ///< part of a name, see `isFoundBy`
    std::optional<OrderState> state;
    std::string kiosk;
    std::optional<Money> least;
    std::optional<Money> most;
    bool refundedOnly{false};
    friend bool operator==(const OrderFilter&, const OrderFilter&) = default;
};

/// An order in a list.
struct ListedOrder {
    OrderId order{0};
    std::int32_t number{0};
    BusinessDay day{0};
    OrderState state{OrderState::Queued};
    ServiceMode service{ServiceMode::Here};
    std::string kiosk;
    std::int32_t units{0};
    Money total;
    Money refunded; ///< decided, whether it went back yet or not
    ShopTime paidAt{};
    friend bool operator==(const ListedOrder&, const ListedOrder&) = default;
};

struct OrdersFound {
    std::int64_t count{0}; ///< of all that fit
    MoneySum total;
    MoneySum refunded;
    std::vector<ListedOrder> orders; ///< the newest of them first, as many as were asked for
};

/// Every order of the shop, narrow enough to be looked through whole for each letter that
/// somebody types: 200,000 orders are some 12 MB and a few milliseconds.
class OrderIndex {
public:
    /// Orders come in the order of their ids. Events of an order that is not known change nothing.
    void apply(const Event& event);

    /// Those that fit, with the page that begins behind `before` (0: at the newest).
    [[nodiscard]] OrdersFound find(const OrderFilter& filter, OrderId before,
                                   std::size_t limit) const;
    [[nodiscard]] std::size_t size() const { return m_rows.size(); }
    [[nodiscard]] std::vector<std::string> kiosks() const { return m_kioskNames; }
    [[nodiscard]] std::optional<ListedOrder> order(OrderId order) const;

    /// For a file of this machine, so that a restarted program need not go through the history.
    [[nodiscard]] std::string toBytes() const;
    /// Nothing when these are not the bytes of an index of this version.
    [[nodiscard]] static std::optional<OrderIndex> fromBytes(std::string_view bytes);

private:
    class Search;
    struct Row {
        OrderId order{0};
        ShopTime paidAt{};
        std::int32_t number{0};
        BusinessDay day{0};
        std::int32_t total{0}; ///< whole won, within Money's range
        std::int32_t refunded{0};
        std::uint32_t items{0}; ///< where the items of its lines begin
        std::uint16_t lines{0};
        std::uint16_t units{0};
        std::uint16_t kiosk{0};
        OrderState state{OrderState::Queued};
        ServiceMode service{ServiceMode::Here};
    };

    void add(const OrderPaid& paid, const Event& event);
    Row* find(OrderId order);
    std::uint16_t kiosk(const std::string& name);
    std::uint16_t item(const PricedLine& line);
    [[nodiscard]] ListedOrder listed(const Row& row) const;

    std::vector<Row> m_rows;
    std::vector<std::uint16_t> m_lines; ///< the items of all lines, one order's after another's
    std::vector<LocalText> m_itemNames; ///< as they were called last
    std::map<std::string, std::uint16_t> m_items;
    std::vector<std::string> m_kioskNames;
    std::map<std::string, std::uint16_t> m_kiosks;
};

} // namespace coffee
