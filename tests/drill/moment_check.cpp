// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/drill/moment_check.h"

#include "payment_daemon/ledger/sqlite_ledger.h"
#include "shared/domain/words.h"

#include <map>

namespace coffee::drill {
namespace {

using daemon::AttemptRow;
using daemon::OrderRow;
using daemon::RefundRow;
using test::BankCharge;

class MomentCheck {
public:
    explicit MomentCheck(const DeadShop& shop) : m_shop{shop}, m_ledger{shop.database.string(), {}}
    {
        const daemon::OpenShop open = m_ledger.load();
        for (AttemptId id = 1; id <= open.lastAttempt; ++id)
            if (auto row = m_ledger.findAttempt(id))
                m_attempts.emplace(row->key.value, std::move(*row));
        for (OrderId id = 1; id <= open.lastOrder; ++id)
            if (auto row = m_ledger.findOrder(id))
                m_orders.emplace(row->key.value, std::move(*row));
    }

    std::vector<std::string> run()
    {
        for (const auto& [key, charge] : m_shop.bank)
            check(charge);
        for (const auto& [key, order] : m_orders)
            check(order);
        for (const ToldLine& line : m_shop.told)
            check(line);
        return std::move(m_differences);
    }

private:
    void wrong(const std::string& key, const std::string& what)
    {
        m_differences.push_back(key + ": " + what);
    }

    void check(const BankCharge& charge)
    {
        const auto attempt = m_attempts.find(charge.key);
        if (attempt == m_attempts.end())
            return wrong(charge.key, "the bank was asked for a charge that is not recorded");
        if (charge.amount != attempt->second.basket.total.won())
            wrong(charge.key, "the bank was asked for another amount");
        if (charge.taken != 0 && charge.taken != charge.amount)
            wrong(charge.key, "the bank took another amount");
        const AttemptState state = attempt->second.state;
        const bool comesToNothing =
            state == AttemptState::Declined || state == AttemptState::Voided;
        if (comesToNothing && (charge.net() != 0 || charge.state == "waiting"))
            wrong(charge.key, std::string{word(state)} + ", but the charge is " + charge.state);
        const auto order = m_orders.find(charge.key);
        if ((state == AttemptState::Paid) != (order != m_orders.end()))
            wrong(charge.key, "paid and ordered are not one fact");
        for (const auto& [refund, amount] : charge.refunds)
            if (order == m_orders.end() || amountOf(order->second, refund) != amount)
                wrong(refund, "the bank paid back what the shop does not owe");
    }

    static std::int64_t amountOf(const OrderRow& order, const std::string& refundKey)
    {
        for (const RefundRow& refund : order.refunds)
            if (refund.key == refundKey)
                return refund.amount.won();
        return 0;
    }

    void check(const OrderRow& order)
    {
        const std::string& key = order.key.value;
        const auto charge = m_shop.bank.find(key);
        if (charge == m_shop.bank.end())
            return wrong(key, "an order that the bank knows nothing of");
        if (charge->second.state != "approved" || charge->second.reversed != 0 ||
            charge->second.taken != order.basket.total.won())
            wrong(key, "an order of " + std::to_string(order.basket.total.won()) +
                           " won whose charge is " + charge->second.state + " with " +
                           std::to_string(charge->second.taken) + " won");
        for (const RefundRow& refund : order.refunds)
            if (refund.state == RefundState::Done && !charge->second.refunds.contains(refund.key))
                wrong(refund.key, "done, but the bank has not paid it");
    }

    void check(const ToldLine& line)
    {
        switch (line.what) {
        case Told::Placed:
        case Told::Asked:
            return;
        case Told::Final:
            return compare(line, storedAnswer(line.key));
        case Told::NotBegun:
            if (m_attempts.contains(line.key) || m_shop.bank.contains(line.key))
                wrong(line.key, "was refused, and yet it began");
            return;
        case Told::Answered: {
            const auto row = m_ledger.findOperation(OperationKey{line.key});
            return compare(line, row ? row->body : std::string{});
        }
        case Told::Wrong:
            return wrong(line.key, line.text);
        }
    }

    std::string storedAnswer(const std::string& key)
    {
        const auto known = m_ledger.findKey(AttemptKey{key});
        return known ? std::visit([](const auto& row) { return row.finalBody; }, *known)
                     : std::string{};
    }

    void compare(const ToldLine& line, const std::string& stored)
    {
        if (stored != line.text)
            wrong(line.key, "a client was told " + line.text + ", the shop's file says " +
                                (stored.empty() ? "nothing" : stored));
    }

    const DeadShop& m_shop;
    daemon::SqliteLedger m_ledger;
    std::map<std::string, AttemptRow> m_attempts;
    std::map<std::string, OrderRow> m_orders;
    std::vector<std::string> m_differences;
};

} // namespace

std::vector<std::string> differencesAtThisMoment(const DeadShop& shop)
{
    return MomentCheck{shop}.run();
}

} // namespace coffee::drill
