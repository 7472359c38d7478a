// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/shop_books.h"

#include "payment_daemon/ledger/sqlite_ledger.h"
#include "payment_daemon/ledger/verify.h"
#include "shared/domain/words.h"
#include "tests/support/shop_client.h"

#include <algorithm>
#include <set>

namespace coffee::test {
namespace {

using daemon::AttemptRow;
using daemon::OrderRow;
using daemon::RefundRow;

QString won(std::int64_t amount)
{
    return QString::number(amount) + QStringLiteral(" won");
}

QString named(const std::string& key)
{
    return QString::fromStdString(key) + QStringLiteral(": ");
}

class Comparison {
public:
    Comparison(const ShopBooks& shop, const BankBooks& bank) : m_shop{shop}, m_bank{bank} {}

    QStringList run()
    {
        for (const OrderRow& order : m_shop.orders)
            compareOrder(order);
        for (const AttemptRow& attempt : m_shop.attempts)
            compareAttempt(attempt);
        for (const auto& [key, charge] : m_bank)
            compareCharge(charge);
        return m_differences;
    }

private:
    void wrong(const std::string& key, const QString& what) { m_differences << named(key) + what; }

    void compareOrder(const OrderRow& order)
    {
        const std::string& key = order.key.value;
        if (!m_ordered.insert(key).second)
            wrong(key, QStringLiteral("two orders for one charge"));
        const auto found = m_bank.find(key);
        if (found == m_bank.end())
            return wrong(key, QStringLiteral("an order that the bank knows nothing of"));
        const BankCharge& charge = found->second;
        if (charge.state != "approved" || charge.reversed != 0)
            wrong(key, QStringLiteral("an order whose charge is ") +
                           QString::fromStdString(charge.state));
        if (charge.taken != order.basket.total.won())
            wrong(key, QStringLiteral("the bank took ") + won(charge.taken) +
                           QStringLiteral(", the order is ") + won(order.basket.total.won()));
        compareRefunds(order, charge);
    }

    void compareRefunds(const OrderRow& order, const BankCharge& charge)
    {
        std::map<std::string, std::int64_t> ours;
        for (const RefundRow& refund : order.refunds) {
            if (refund.state != RefundState::Done)
                wrong(refund.key, QStringLiteral("a refund is not settled"));
            ours[refund.key] = refund.amount.won();
        }
        if (ours != charge.refunds)
            wrong(charge.key, QStringLiteral("%1 refunds here and %2 at the bank differ")
                                  .arg(ours.size())
                                  .arg(charge.refunds.size()));
        if (order.state == OrderState::Cancelled && charge.net() != 0)
            wrong(charge.key, QStringLiteral("cancelled, but the bank keeps ") + won(charge.net()));
    }

    void compareAttempt(const AttemptRow& attempt)
    {
        const std::string& key = attempt.key.value;
        if (isUnderWay(attempt.state) || attempt.finalBody.empty())
            wrong(key, QStringLiteral("the attempt is still ") +
                           QString::fromStdString(std::string{word(attempt.state)}));
        if ((attempt.state == AttemptState::Paid) != (m_ordered.count(key) == 1))
            wrong(key, QStringLiteral("paid and ordered are not one fact"));
        m_attempted.insert(key);
    }

    void compareCharge(const BankCharge& charge)
    {
        if (!m_attempted.count(charge.key) && charge.state != "fenced")
            wrong(charge.key, QStringLiteral("a charge that the shop knows nothing of"));
        if (!m_ordered.count(charge.key) && (charge.net() != 0 || !charge.refunds.empty()))
            wrong(charge.key, QStringLiteral("no order, but the bank keeps ") + won(charge.net()));
        if (charge.state == "waiting")
            wrong(charge.key, QStringLiteral("a charge is still under way at the bank"));
    }

    const ShopBooks& m_shop;
    const BankBooks& m_bank;
    std::set<std::string> m_ordered;
    std::set<std::string> m_attempted;
    QStringList m_differences;
};

} // namespace

ShopBooks readBooks(const QString& file)
{
    daemon::SqliteLedger ledger{file.toStdString(), {}};
    const daemon::OpenShop open = ledger.load();
    ShopBooks books;
    books.events = open.head;
    for (OrderId order = 1; order <= open.lastOrder; ++order)
        if (auto row = ledger.findOrder(order))
            books.orders.push_back(std::move(*row));
    for (AttemptId attempt = 1; attempt <= open.lastAttempt; ++attempt)
        if (auto row = ledger.findAttempt(attempt))
            books.attempts.push_back(std::move(*row));
    return books;
}

QStringList compareBooks(const ShopBooks& shop, const BankBooks& bank)
{
    return Comparison{shop, bank}.run();
}

QStringList auditStoppedShop(RunningShop& shop)
{
    if (!shop.stopDaemon())
        return {QStringLiteral("the daemon did not stop in order within two seconds")};
    QStringList wrong;
    const auto verdict = daemon::verifyLedger(shop.databaseFile().toStdString());
    if (!verdict)
        return {QString::fromStdString(verdict.error())};
    for (const daemon::LedgerDifference& difference : verdict->differences)
        wrong << QString::fromStdString(toText(difference));
    return wrong + compareBooks(readBooks(shop.databaseFile()), shop.bank());
}

bool isQuiet(const RunningShop& shop)
{
    ShopClient client{shop.commands(), {Role::Ctl, "audit"}};
    const auto snapshot =
        client.reply<protocol::Snapshot>(protocol::SnapshotGet{protocol::Stream::Events});
    if (!snapshot)
        return false;
    const auto* read = std::get_if<protocol::Snapshot>(&snapshot->content);
    if (!read || !read->view.payments.attempts.empty())
        return false;
    const auto& orders = read->view.orders.all();
    return std::all_of(orders.begin(), orders.end(), [](const auto& entry) {
        const auto& refunds = entry.second.refunds;
        return std::all_of(refunds.begin(), refunds.end(), [](const RefundView& refund) {
            return refund.state == RefundState::Done;
        });
    });
}

} // namespace coffee::test
