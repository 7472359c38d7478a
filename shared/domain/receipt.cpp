// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/receipt.h"

#include <algorithm>

namespace coffee {
namespace {

class Rows {
public:
    void addText(ReceiptRowKind kind, const LocalText& text)
    {
        if (!text.ko.empty())
            add(kind).text = text;
    }
    void addText(ReceiptRowKind kind, const std::string& text)
    {
        addText(kind, LocalText{text, text});
    }
    void addAmount(ReceiptRowKind kind, Money amount) { add(kind).amount = amount; }
    ReceiptRow& add(ReceiptRowKind kind)
    {
        m_rows.emplace_back().kind = kind;
        return m_rows.back();
    }
    [[nodiscard]] std::vector<ReceiptRow> take() && { return std::move(m_rows); }

private:
    std::vector<ReceiptRow> m_rows;
};

void addLine(Rows& rows, const PricedLine& line)
{
    ReceiptRow& item = rows.add(ReceiptRowKind::Item);
    item.text = line.name;
    item.count = static_cast<std::int32_t>(line.units.size());
    item.amount = line.total;
    item.isExempt = line.tax == TaxClass::Exempt;
    for (const PricedOption& option : line.options) {
        ReceiptRow& row = rows.add(ReceiptRowKind::Option);
        row.text = option.name;
        row.count = option.count;
        row.amount = option.priceDifference;
    }
    for (const CupKind cup : kAllCupKinds) {
        const auto units = std::count_if(line.units.begin(), line.units.end(),
                                         [cup](const PricedUnit& unit) { return unit.cup == cup; });
        if (cup == CupKind::None || units == 0)
            continue;
        ReceiptRow& row = rows.add(ReceiptRowKind::Cups);
        row.cup = cup;
        row.count = static_cast<std::int32_t>(units);
    }
}

Money totalOf(const std::vector<PricedLine>& lines, TaxClass tax)
{
    std::int64_t won = 0;
    for (const PricedLine& line : lines)
        won += line.tax == tax ? line.total.won() : 0;
    return Money::fromWon(won);
}

void addSums(Rows& rows, const OrderView& order)
{
    const Money taxable = totalOf(order.lines, TaxClass::Taxable);
    const Money exempt = totalOf(order.lines, TaxClass::Exempt);
    const Money vat = containedVat(taxable);
    if (taxable != Money{}) {
        rows.addAmount(ReceiptRowKind::Supply, Money::fromWon(taxable.won() - vat.won()));
        rows.addAmount(ReceiptRowKind::Vat, vat);
    }
    if (exempt != Money{})
        rows.addAmount(ReceiptRowKind::ExemptTotal, exempt);
    rows.addAmount(ReceiptRowKind::Total, order.total);
}

void addRefunds(Rows& rows, const OrderView& order)
{
    for (const RefundView& refund : order.refunds) {
        ReceiptRow& row = rows.add(ReceiptRowKind::Refund);
        row.amount = refund.amount;
        row.refund = refund.state;
        row.at = refund.since;
    }
    if (!order.refunds.empty())
        rows.addAmount(ReceiptRowKind::Kept,
                       Money::fromWon(order.total.won() - order.refunded().won()));
}

} // namespace

std::vector<ReceiptRow> receiptRows(const LocalText& shopName, const Seller& seller,
                                    const OrderView& order)
{
    Rows rows;
    rows.addText(ReceiptRowKind::Shop, shopName);
    rows.addText(ReceiptRowKind::BusinessNumber, seller.businessNumber);
    rows.addText(ReceiptRowKind::Address, seller.address);
    rows.addText(ReceiptRowKind::Phone, seller.phone);
    rows.add(ReceiptRowKind::OrderNumber).count = order.number;
    rows.add(ReceiptRowKind::PaidAt).at = order.paidAt;
    for (const PricedLine& line : order.lines)
        addLine(rows, line);
    addSums(rows, order);
    rows.addText(ReceiptRowKind::Card, order.payment.maskedCard);
    rows.addText(ReceiptRowKind::Approval, order.payment.approval);
    addRefunds(rows, order);
    return std::move(rows).take();
}

} // namespace coffee
