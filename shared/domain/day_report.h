// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/money_sum.h"
#include "shared/domain/order_event.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

/// What a stretch of the log comes to: the figures of an X (so far) and of a Z (closed, numbered).
/// Every figure follows from the events alone; `ReportFold` makes them.
namespace coffee {

/// How many, and what they come to.
struct Tally {
    std::int64_t count{0};
    MoneySum sum;
    friend bool operator==(const Tally&, const Tally&) = default;

    void add(Money amount)
    {
        ++count;
        sum += amount;
    }
};

/// VAT as the Value-Added Tax Act asks for it: 공급가액 and 부가세 of what is taxable, and what
/// is exempt. `supply + vat + exempt` is the whole.
struct TaxFigures {
    MoneySum supply;
    MoneySum vat;
    MoneySum exempt;
    friend bool operator==(const TaxFigures&, const TaxFigures&) = default;
};

struct ItemFigures {
    std::string item;
    LocalText name; ///< as it was called last
    std::int64_t units{0};
    MoneySum sales;
    std::int64_t unitsRefunded{0};
    MoneySum refunded;
    friend bool operator==(const ItemFigures&, const ItemFigures&) = default;
};

struct OptionFigures {
    std::string group;
    std::string choice;
    LocalText name; ///< as it was called last
    std::int64_t count{0};
    MoneySum sales; ///< the price differences; part of the items' sales
    friend bool operator==(const OptionFigures&, const OptionFigures&) = default;
};

/// The money of a part of the shop: of an hour, of a service, of a kiosk.
struct PartFigures {
    Tally sales;
    Tally refunds;
    friend bool operator==(const PartFigures&, const PartFigures&) = default;
};
struct HourFigures {
    std::int32_t hour{0}; ///< 0 … 23 by the clock on the shop's wall
    PartFigures money;
    friend bool operator==(const HourFigures&, const HourFigures&) = default;
};
struct ServiceFigures {
    ServiceMode service{ServiceMode::Here};
    PartFigures money;
    friend bool operator==(const ServiceFigures&, const ServiceFigures&) = default;
};
struct KioskFigures {
    std::string kiosk;
    PartFigures money;
    friend bool operator==(const KioskFigures&, const KioskFigures&) = default;
};

/// Of a list of durations: the smallest that half of them, or nine tenths, do not exceed.
struct TimeFigures {
    std::int64_t count{0};
    std::chrono::milliseconds median{0};
    std::chrono::milliseconds p90{0};
    friend bool operator==(const TimeFigures&, const TimeFigures&) = default;
};

struct CancelFigures {
    CancelledBy by{CancelledBy::Customer};
    std::string reason;
    Tally orders; ///< with their totals
    friend bool operator==(const CancelFigures&, const CancelFigures&) = default;
};
struct RemakeFigures {
    std::string reason;
    std::int64_t units{0};
    friend bool operator==(const RemakeFigures&, const RemakeFigures&) = default;
};

/// An order that was neither collected nor cancelled when the report ends; it goes on in the next.
struct OpenOrder {
    OrderId order{0};
    std::int32_t number{0};
    Money total;
    friend bool operator==(const OpenOrder&, const OpenOrder&) = default;
};

struct DayReport {
    Sequence from{0}; ///< the first event it covers; `to` = `from` - 1 when there is none yet
    Sequence to{0};   ///< the last
    BusinessDay day{0};
    ShopTime firstAt{}; ///< of the events `from` and `to`
    ShopTime lastAt{};
    std::chrono::minutes utcOffset{0}; ///< of the hours

    Tally sales; ///< orders at the time of their payment
    std::int64_t units{0};
    Tally refunds;       ///< at the time at which the money went back
    Tally refundsOpened; ///< decided, whether they went back since or not
    TaxFigures sold;     ///< VAT total / 11 half up, once for each receipt
    TaxFigures repaid;   ///< so that of an order that went back whole nothing stays
    Tally declined;      ///< attempts
    Tally voided;        ///< attempts whose charge was given back, if there was one
    Tally discrepancies; ///< attempts and refunds that were given to a person to look at
    Tally kept;          ///< attempts without an order whose money a person decided to keep

    std::vector<ItemFigures> items;     ///< by id
    std::vector<OptionFigures> options; ///< by group and choice
    std::vector<HourFigures> hours;     ///< those with money, by hour
    std::vector<ServiceFigures> services;
    std::vector<KioskFigures> kiosks; ///< by name

    TimeFigures making;       ///< from the start to the first finish of an order
    TimeFigures lateness;     ///< beyond the far end of what was promised, of those that were late
    std::int64_t promised{0}; ///< orders that were finished and had been promised a time

    std::vector<RemakeFigures> remakes; ///< by reason
    Tally wasted;                       ///< units, at what they cost the customer
    std::vector<CancelFigures> cancels; ///< by whom and reason
    std::vector<OpenOrder> open;        ///< at the end, by id

    friend bool operator==(const DayReport&, const DayReport&) = default;

    [[nodiscard]] MoneySum net() const { return sales.sum.minus(refunds.sum); }
    /// Nothing happened that anybody would look for in it: no money moved, nothing was made.
    [[nodiscard]] bool isQuiet() const;
};

/// The event that closes this report under this number: what the daemon writes, and what whoever
/// folds the same events again must come to.
[[nodiscard]] DayClosed closedBy(std::int64_t number, const DayReport& report);

} // namespace coffee
