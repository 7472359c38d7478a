// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ctl/export_rows.h"

#include "shared/domain/words.h"
#include "shared/protocol/codec.h"

#include <cstdio>

namespace coffee::ctl {
namespace {

using std::to_string;

std::string cell(const std::string& text)
{
    // Nobody's order note or reason becomes a formula in the office.
    constexpr std::string_view kFormula = "=+-@\t\r";
    std::string plain = text;
    const bool isNumber =
        !text.empty() && text.find_first_not_of("-0123456789") == std::string::npos;
    if (!text.empty() && !isNumber && kFormula.find(text.front()) != std::string_view::npos)
        plain.insert(plain.begin(), '\'');
    if (plain.find_first_of(",\"\r\n") == std::string::npos)
        return plain;
    std::string quoted{'"'};
    for (const char c : plain) {
        quoted += c;
        if (c == '"')
            quoted += c;
    }
    return quoted + '"';
}

std::string idCell(std::int64_t id)
{
    return id == 0 ? std::string{} : to_string(id);
}

template <class Body>
std::int64_t orderIn(const Body& body)
{
    if constexpr (requires { body.order; })
        return body.order;
    else
        return 0;
}

template <class Body>
std::int64_t attemptIn(const Body& body)
{
    if constexpr (requires { body.attempt; })
        return body.attempt;
    else
        return 0;
}

std::string optionsText(const PricedLine& line)
{
    std::string text;
    for (const PricedOption& option : line.options)
        text += (text.empty() ? "" : "; ") + option.group + '=' + option.choice +
                (option.count > 1 ? " x" + to_string(option.count) : "");
    return text;
}

} // namespace

std::string csvLine(const std::vector<std::string>& cells)
{
    std::string line;
    for (std::size_t n = 0; n < cells.size(); ++n)
        line += (n == 0 ? "" : ",") + cell(cells[n]);
    return line + "\r\n";
}

std::string csvTime(ShopTime time, std::chrono::minutes utcOffset)
{
    if (time == ShopTime{})
        return {};
    const auto local = time + utcOffset;
    const auto days = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::year_month_day date{days};
    const std::chrono::hh_mm_ss clock{std::chrono::floor<std::chrono::seconds>(local - days)};
    char text[80];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u %02d:%02d:%02d", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(clock.hours().count()),
                  static_cast<int>(clock.minutes().count()),
                  static_cast<int>(clock.seconds().count()));
    return text;
}

std::string csvDay(BusinessDay day)
{
    return csvTime(ShopTime{std::chrono::days{day}} + std::chrono::milliseconds{1}, {})
        .substr(0, 10);
}

std::string eventHeader()
{
    return csvLine(
        {"seq", "at", "occurred_at", "day", "role", "name", "type", "order", "attempt", "body"});
}

std::string eventRow(const Event& event, std::chrono::minutes utcOffset)
{
    const auto order = std::visit([](const auto& body) { return orderIn(body); }, event.body);
    const auto attempt = std::visit([](const auto& body) { return attemptIn(body); }, event.body);
    return csvLine({to_string(event.seq), csvTime(event.at, utcOffset),
                    csvTime(event.occurredAt, utcOffset), csvDay(event.day),
                    std::string{word(event.actor.role)}, event.actor.name,
                    std::string{protocol::typeName(event.body)}, idCell(order), idCell(attempt),
                    protocol::encodeEventBody(event.body)});
}

struct OrderRows::Follow {
    OrderRows& rows;
    const Event& event;

    void operator()(const OrderPaid& paid) const
    {
        Order& order = rows.m_orders[paid.order];
        order.number = paid.number;
        order.day = event.day;
        order.kiosk = paid.kiosk;
        order.service = paid.basket.service;
        order.total = paid.basket.total;
        order.payment = paid.payment;
        order.paidAt = event.at;
        for (const PricedLine& line : paid.basket.lines)
            order.lines.push_back({line.item, line.name.ko, line.name.en, optionsText(line),
                                   line.units.size(), line.total});
    }
    void operator()(const OrderMoved& moved) const
    {
        Order& order = rows.m_orders[moved.order];
        order.state = moved.to;
        if (moved.step == OrderStep::Start)
            order.startedAt = event.occurredAt;
        else if (moved.step == OrderStep::PutBack)
            order.startedAt = {};
        else if (moved.step == OrderStep::Finish)
            order.readyAt = event.occurredAt;
        else if (moved.step == OrderStep::Collect)
            order.finishedAt = event.occurredAt;
        else if (moved.step == OrderStep::Recall)
            order.finishedAt = {};
    }
    void operator()(const OrderCancelled& cancelled) const
    {
        Order& order = rows.m_orders[cancelled.order];
        order.state = OrderState::Cancelled;
        order.finishedAt = event.occurredAt;
        order.cancelledBy = word(cancelled.by);
        order.cancelReason = cancelled.reason;
    }
    void operator()(const RefundOpened& refund) const
    {
        rows.m_orders[refund.order].refundedWon += refund.amount.won();
    }
    template <class Other>
    void operator()(const Other&) const
    {
    }
};

void OrderRows::apply(const Event& event)
{
    std::visit(Follow{*this, event}, event.body);
}

std::string OrderRows::header()
{
    return csvLine({"order", "day", "number", "paid_at", "kiosk", "service", "state", "units",
                    "total_won", "refunded_won", "payment", "card", "approval", "started_at",
                    "ready_at", "finished_at", "cancelled_by", "cancel_reason"});
}

std::string OrderRows::rows() const
{
    std::string text;
    for (const auto& [id, order] : m_orders) {
        std::size_t units = 0;
        for (const Line& line : order.lines)
            units += line.units;
        text += csvLine(
            {to_string(id), csvDay(order.day), to_string(order.number),
             csvTime(order.paidAt, m_utcOffset), order.kiosk, std::string{word(order.service)},
             std::string{word(order.state)}, to_string(units), to_string(order.total.won()),
             to_string(order.refundedWon), order.payment.method, order.payment.maskedCard,
             order.payment.approval, csvTime(order.startedAt, m_utcOffset),
             csvTime(order.readyAt, m_utcOffset), csvTime(order.finishedAt, m_utcOffset),
             order.cancelledBy, order.cancelReason});
    }
    return text;
}

std::string OrderRows::lineHeader()
{
    return csvLine({"order", "day", "number", "paid_at", "line", "item", "name_ko", "name_en",
                    "options", "units", "total_won"});
}

std::string OrderRows::lineRows() const
{
    std::string text;
    for (const auto& [id, order] : m_orders) {
        int place = 0;
        for (const Line& line : order.lines)
            text += csvLine({to_string(id), csvDay(order.day), to_string(order.number),
                             csvTime(order.paidAt, m_utcOffset), to_string(++place), line.item,
                             line.nameKo, line.nameEn, line.options, to_string(line.units),
                             to_string(line.total.won())});
    }
    return text;
}

} // namespace coffee::ctl
