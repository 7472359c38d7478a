// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/order_index.h"

#include "shared/domain/name_search.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <limits>
#include <type_traits>
#include <utility>

namespace coffee {
namespace {

/// Numbers that begin with these digits, as ranges: 13, 130 … 139, 1300 … 1399 and so on.
std::vector<std::pair<std::int32_t, std::int32_t>> beginningWith(const std::string& digits)
{
    constexpr std::int32_t kNumberMost = 999'999;
    std::int32_t first = 0;
    const char* end = digits.data() + digits.size();
    const auto [read, error] = std::from_chars(digits.data(), end, first);
    std::vector<std::pair<std::int32_t, std::int32_t>> ranges;
    if (error != std::errc{} || read != end || first < 1)
        return ranges;
    for (std::int32_t width = 1; first <= kNumberMost; first *= 10, width *= 10)
        ranges.emplace_back(first, first + width - 1);
    return ranges;
}

// ---- the bytes of an index: counts, rows and texts one behind the other

constexpr std::uint64_t kIndexVersion = 1;

class ByteWriter {
public:
    void number(std::uint64_t value) { m_bytes.append(bytesOf(&value, 1)); }
    void text(std::string_view value)
    {
        number(value.size());
        m_bytes.append(value);
    }
    template <class T>
    void list(const std::vector<T>& values)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        number(values.size());
        m_bytes.append(bytesOf(values.data(), values.size()));
    }
    [[nodiscard]] std::string take() { return std::move(m_bytes); }

private:
    template <class T>
    static std::string_view bytesOf(const T* values, std::size_t count)
    {
        return {reinterpret_cast<const char*>(values), count * sizeof(T)};
    }
    std::string m_bytes;
};

/// After a mistake everything it reads is empty.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes) : m_rest{bytes} {}

    [[nodiscard]] std::uint64_t number()
    {
        std::uint64_t value = 0;
        if (const auto bytes = take(1, sizeof value); !bytes.empty())
            std::memcpy(&value, bytes.data(), sizeof value);
        return value;
    }
    [[nodiscard]] std::string text() { return std::string{take(number(), 1)}; }
    template <class T>
    [[nodiscard]] std::vector<T> list()
    {
        const auto bytes = take(number(), sizeof(T));
        std::vector<T> values(bytes.size() / sizeof(T));
        if (!bytes.empty())
            std::memcpy(values.data(), bytes.data(), bytes.size());
        return values;
    }
    [[nodiscard]] bool isWhole() const { return m_isGood && m_rest.empty(); }
    [[nodiscard]] bool isGood() const { return m_isGood; }

private:
    std::string_view take(std::uint64_t count, std::size_t size)
    {
        m_isGood = m_isGood && count <= m_rest.size() / size;
        if (!m_isGood)
            return {};
        const std::string_view bytes = m_rest.substr(0, count * size);
        m_rest.remove_prefix(bytes.size());
        return bytes;
    }
    std::string_view m_rest;
    bool m_isGood{true};
};

} // namespace

/// A filter in the form in which rows are compared fastest.
class OrderIndex::Search {
public:
    Search(const OrderIndex& index, const OrderFilter& filter) : m_index{index}, m_filter{filter}
    {
        if (!filter.number.empty()) {
            m_numbers = beginningWith(filter.number);
            m_isImpossible = m_numbers.empty();
        }
        if (!filter.kiosk.empty()) {
            const auto known = index.m_kiosks.find(filter.kiosk);
            m_isImpossible = m_isImpossible || known == index.m_kiosks.end();
            if (known != index.m_kiosks.end())
                m_kiosk = known->second;
        }
        if (!filter.item.empty())
            for (const LocalText& name : index.m_itemNames)
                m_items.push_back(isFoundBy(name, filter.item));
    }

    [[nodiscard]] bool isImpossible() const { return m_isImpossible; }
    [[nodiscard]] bool fits(const Row& row) const
    {
        return fitsDay(row) && fitsMoney(row) &&
               (!m_filter.state || row.state == *m_filter.state) &&
               (!m_kiosk || row.kiosk == *m_kiosk) && fitsNumber(row) && fitsItem(row);
    }

private:
    [[nodiscard]] bool fitsDay(const Row& row) const
    {
        return (!m_filter.firstDay || row.day >= *m_filter.firstDay) &&
               (!m_filter.lastDay || row.day <= *m_filter.lastDay) &&
               (!m_filter.from || row.paidAt >= *m_filter.from) &&
               (!m_filter.until || row.paidAt < *m_filter.until);
    }
    [[nodiscard]] bool fitsMoney(const Row& row) const
    {
        return (!m_filter.least || row.total >= m_filter.least->won()) &&
               (!m_filter.most || row.total <= m_filter.most->won()) &&
               (!m_filter.refundedOnly || row.refunded > 0);
    }
    [[nodiscard]] bool fitsNumber(const Row& row) const
    {
        return m_numbers.empty() ||
               std::any_of(m_numbers.begin(), m_numbers.end(), [&row](const auto& range) {
                   return row.number >= range.first && row.number <= range.second;
               });
    }
    [[nodiscard]] bool fitsItem(const Row& row) const
    {
        const auto first = m_index.m_lines.begin() + static_cast<std::ptrdiff_t>(row.items);
        return m_items.empty() || std::any_of(first, first + row.lines,
                                              [this](std::uint16_t item) { return m_items[item]; });
    }

    const OrderIndex& m_index;
    const OrderFilter& m_filter;
    bool m_isImpossible{false};
    std::vector<std::pair<std::int32_t, std::int32_t>> m_numbers;
    std::optional<std::uint16_t> m_kiosk;
    std::vector<bool> m_items; ///< by item: whether its name fits
};

void OrderIndex::apply(const Event& event)
{
    if (const auto* paid = std::get_if<OrderPaid>(&event.body)) {
        add(*paid, event);
    } else if (const auto* moved = std::get_if<OrderMoved>(&event.body)) {
        if (Row* row = find(moved->order))
            row->state = moved->to;
    } else if (const auto* cancelled = std::get_if<OrderCancelled>(&event.body)) {
        if (Row* row = find(cancelled->order))
            row->state = OrderState::Cancelled;
    } else if (const auto* refund = std::get_if<RefundOpened>(&event.body)) {
        if (Row* row = find(refund->order))
            row->refunded += static_cast<std::int32_t>(refund->amount.won());
    }
}

void OrderIndex::add(const OrderPaid& paid, const Event& event)
{
    if (!m_rows.empty() && paid.order <= m_rows.back().order)
        return;
    Row row;
    row.order = paid.order;
    row.paidAt = event.at;
    row.number = paid.number;
    row.day = event.day;
    row.total = static_cast<std::int32_t>(paid.basket.total.won());
    row.items = static_cast<std::uint32_t>(m_lines.size());
    row.kiosk = kiosk(paid.kiosk);
    row.service = paid.basket.service;
    for (const PricedLine& line : paid.basket.lines) {
        m_lines.push_back(item(line));
        row.units = static_cast<std::uint16_t>(row.units + line.units.size());
    }
    row.lines = static_cast<std::uint16_t>(paid.basket.lines.size());
    m_rows.push_back(row);
}

OrderIndex::Row* OrderIndex::find(OrderId order)
{
    const auto place =
        std::lower_bound(m_rows.begin(), m_rows.end(), order,
                         [](const Row& row, OrderId wanted) { return row.order < wanted; });
    return place != m_rows.end() && place->order == order ? &*place : nullptr;
}

std::optional<ListedOrder> OrderIndex::order(OrderId order) const
{
    const auto place =
        std::lower_bound(m_rows.begin(), m_rows.end(), order,
                         [](const Row& row, OrderId wanted) { return row.order < wanted; });
    if (place == m_rows.end() || place->order != order)
        return std::nullopt;
    return listed(*place);
}

std::uint16_t OrderIndex::kiosk(const std::string& name)
{
    const auto [entry, isNew] =
        m_kiosks.try_emplace(name, static_cast<std::uint16_t>(m_kioskNames.size()));
    if (isNew)
        m_kioskNames.push_back(name);
    return entry->second;
}

std::uint16_t OrderIndex::item(const PricedLine& line)
{
    const auto [entry, isNew] =
        m_items.try_emplace(line.item, static_cast<std::uint16_t>(m_itemNames.size()));
    if (isNew)
        m_itemNames.push_back(line.name);
    else if (m_itemNames[entry->second] != line.name)
        m_itemNames[entry->second] = line.name;
    return entry->second;
}

ListedOrder OrderIndex::listed(const Row& row) const
{
    return {row.order,
            row.number,
            row.day,
            row.state,
            row.service,
            m_kioskNames[row.kiosk],
            row.units,
            Money::fromWon(row.total),
            Money::fromWon(row.refunded),
            row.paidAt};
}

std::string OrderIndex::toBytes() const
{
    ByteWriter out;
    out.number(kIndexVersion);
    out.number(sizeof(Row));
    out.list(m_rows);
    out.list(m_lines);
    out.number(m_kioskNames.size());
    for (const std::string& name : m_kioskNames)
        out.text(name);
    out.number(m_itemNames.size());
    for (const auto& [id, item] : m_items) {
        out.text(id);
        out.number(item);
        out.text(m_itemNames[item].ko);
        out.text(m_itemNames[item].en);
    }
    return out.take();
}

std::optional<OrderIndex> OrderIndex::fromBytes(std::string_view bytes)
{
    ByteReader in{bytes};
    if (in.number() != kIndexVersion || in.number() != sizeof(Row))
        return std::nullopt;
    OrderIndex index;
    index.m_rows = in.list<Row>();
    index.m_lines = in.list<std::uint16_t>();
    for (std::uint64_t left = in.number(); left > 0 && in.isGood(); --left)
        static_cast<void>(index.kiosk(in.text()));
    const std::uint64_t items = in.number();
    if (items > std::numeric_limits<std::uint16_t>::max())
        return std::nullopt;
    index.m_itemNames.resize(items);
    for (std::uint64_t left = items; left > 0 && in.isGood(); --left) {
        const std::string id = in.text();
        const std::uint64_t item = in.number();
        if (item >= items)
            return std::nullopt;
        index.m_items.emplace(id, static_cast<std::uint16_t>(item));
        std::string ko = in.text();
        index.m_itemNames[item] = {std::move(ko), in.text()};
    }
    const bool fits =
        std::all_of(index.m_rows.begin(), index.m_rows.end(), [&index](const Row& row) {
            return row.kiosk < index.m_kioskNames.size() &&
                   std::size_t{row.items} + row.lines <= index.m_lines.size();
        });
    const bool known = std::all_of(index.m_lines.begin(), index.m_lines.end(),
                                   [items](std::uint16_t item) { return item < items; });
    if (!in.isWhole() || !fits || !known)
        return std::nullopt;
    return index;
}

OrdersFound OrderIndex::find(const OrderFilter& filter, OrderId before, std::size_t limit) const
{
    OrdersFound found;
    const Search search{*this, filter};
    if (search.isImpossible())
        return found;
    for (auto row = m_rows.rbegin(); row != m_rows.rend(); ++row) {
        if (!search.fits(*row))
            continue;
        ++found.count;
        found.total += Money::fromWon(row->total);
        found.refunded += Money::fromWon(row->refunded);
        if (found.orders.size() < limit && (before == 0 || row->order < before))
            found.orders.push_back(listed(*row));
    }
    return found;
}

} // namespace coffee
