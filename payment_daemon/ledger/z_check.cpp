// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ledger/z_check.h"

#include "shared/protocol/codec.h"

namespace coffee::daemon {
namespace {

std::string figures(std::int64_t count, MoneySum sum)
{
    return std::to_string(count) + " of " + std::to_string(sum.won()) + " won";
}

std::string figures(const Tally& tally)
{
    return figures(tally.count, tally.sum);
}

std::string figures(const TaxFigures& tax)
{
    return std::to_string(tax.supply.won()) + " and " + std::to_string(tax.vat.won()) +
           " VAT, exempt " + std::to_string(tax.exempt.won());
}

std::string sentence(const DayClosed& closed)
{
    return "Z " + std::to_string(closed.number) + " of day " + std::to_string(closed.reportDay) +
           ", events " + std::to_string(closed.from) + " to " + std::to_string(closed.to) + ", " +
           figures(closed.orders, closed.sales) + ", " + figures(closed.refunds, closed.refunded) +
           " back";
}

} // namespace

void checkClosing(const DayClosed& expected, const DayClosed& found, const std::string& where,
                  Differences& differences)
{
    if (expected != found)
        differences.add(where + ", Z", sentence(expected), sentence(found));
}

void checkReport(std::int64_t number, const DayReport& expected, std::string_view stored,
                 Differences& differences)
{
    const std::string name = "z_reports " + std::to_string(number) + ", ";
    const auto found = protocol::decodeReport(stored);
    if (!found) {
        differences.add(name + "report", "a report", found.error().detail);
        return;
    }
    bool isNamed = false;
    const auto compare = [&](const char* what, const auto& told, const auto& kept) {
        if (told == kept)
            return;
        differences.add(name + what, figures(told), figures(kept));
        isNamed = true;
    };
    compare("sales", expected.sales, found->sales);
    compare("refunds", expected.refunds, found->refunds);
    compare("refunds opened", expected.refundsOpened, found->refundsOpened);
    compare("tax of what was sold", expected.sold, found->sold);
    compare("tax of what went back", expected.repaid, found->repaid);
    compare("declined", expected.declined, found->declined);
    compare("voided", expected.voided, found->voided);
    compare("discrepancies", expected.discrepancies, found->discrepancies);
    compare("wasted", expected.wasted, found->wasted);
    if (!isNamed && protocol::encodeReport(expected) != stored)
        differences.add(name + "report",
                        "what the events " + std::to_string(expected.from) + " to " +
                            std::to_string(expected.to) + " come to",
                        "another report");
}

} // namespace coffee::daemon
