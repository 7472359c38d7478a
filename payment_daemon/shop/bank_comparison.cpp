// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/shop/bank_comparison.h"

#include "payment_daemon/shop/attempt_key.h"

#include <algorithm>
#include <set>

namespace coffee::daemon {
namespace {

/// The machine that made this key; empty when no kiosk did.
std::string machineOf(const std::string& key)
{
    constexpr std::size_t kBehindName = 33; // a dash and 32 digits
    if (key.size() <= kBehindName)
        return {};
    std::string name = key.substr(0, key.size() - kBehindName);
    return belongsTo(AttemptKey{key}, {Role::Kiosk, name}) ? name : std::string{};
}

} // namespace

void BankComparison::timers(Step& step) const
{
    const CompareSide& side = m_memory.compare;
    if (!m_memory.isCompared() && !side.runs && side.nextTry <= step.now().steady) {
        step.call(ListCall{m_memory.compareSince});
        step.remember([](ShopMemory& memory) { memory.compare.runs = true; });
    }
}

std::optional<SteadyTime> BankComparison::nextDeadline() const
{
    if (m_memory.isCompared() || m_memory.compare.runs)
        return std::nullopt;
    return m_memory.compare.nextTry;
}

void BankComparison::on(Step& step, const ListFinished& finished)
{
    const auto* charges = std::get_if<std::vector<ListedCharge>>(&finished.outcome);
    const bool told = m_memory.view.health.alarms.contains(AlarmKind::BooksUncompared);
    if (!charges) {
        askLater(step);
        return raiseAlarm(step, "the bank does not tell what it did since the backup");
    }
    step.remember([](ShopMemory& memory) { memory.compare = {}; });
    if (told)
        step.event(daemonActor(), AlarmChanged{AlarmKind::BooksUncompared, false, {}});
    if (m_memory.isCompared())
        return;
    AttemptId lastAttempt = m_memory.lastAttempt;
    std::set<std::string> seen; // a key that is told twice is one charge
    for (const ListedCharge& charge : *charges)
        if (seen.insert(charge.key).second)
            compare(step, charge, lastAttempt);
    finish(step, *charges);
}

void BankComparison::askLater(Step& step) const
{
    step.remember([now = step.now().steady](ShopMemory& memory) {
        CompareSide& side = memory.compare;
        side.runs = false;
        side.backOff = side.backOff.count() == 0
                           ? std::chrono::milliseconds{kLookupFirst}
                           : std::min<std::chrono::milliseconds>(side.backOff * 2, kLookupMost);
        side.nextTry = now + side.backOff;
    });
}

void BankComparison::raiseAlarm(Step& step, const char* detail) const
{
    if (!m_memory.isCompared() && !m_memory.view.health.alarms.contains(AlarmKind::BooksUncompared))
        step.event(daemonActor(), AlarmChanged{AlarmKind::BooksUncompared, true, detail});
}

void BankComparison::notRecorded(Step& step) const
{
    askLater(step);
    raiseAlarm(step, "what the bank told could not be written down");
}

void BankComparison::askNow(Step& step) const
{
    step.remember([](ShopMemory& memory) {
        memory.compare.backOff = {};
        memory.compare.nextTry = {};
    });
}

void BankComparison::compare(Step& step, const ListedCharge& charge, AttemptId& lastAttempt)
{
    const auto known = m_ledger.findKey(AttemptKey{charge.key});
    if (!known)
        return openTask(step, charge, lastAttempt);
    // A key that was given up before the backup was never sent, and is not now.
    if (const auto* attempt = std::get_if<AttemptRow>(&*known))
        compareKnown(step, charge, *attempt);
}

void BankComparison::openTask(Step& step, const ListedCharge& charge, AttemptId& lastAttempt)
{
    const bool holdsMoney =
        charge.state == ListedState::Approved && charge.refunded < charge.amount;
    const std::string machine = machineOf(charge.key);
    // What no kiosk of ours asked for is not this shop's money.
    if (machine.empty() || !(holdsMoney || charge.state == ListedState::InProgress))
        return;
    ListedCharge rest = charge;
    if (holdsMoney)
        rest.amount = Money::fromWon(charge.amount.won() - charge.refunded.won());
    m_payments.adopt(step, ++lastAttempt, machine, rest);
}

void BankComparison::compareKnown(Step& step, const ListedCharge& charge, const AttemptRow& attempt)
{
    if (charge.state != ListedState::Approved)
        return; // what is under way is looked up as after any restart
    const auto open = m_memory.attempts.find(attempt.key);
    const bool wasUnderWay =
        attempt.state == AttemptState::Charging || attempt.state == AttemptState::Unknown;
    if (wasUnderWay && open != m_memory.attempts.end())
        return charge.refunded < charge.amount
                   ? m_payments.review(step, open->second, std::string{kNotInBackup})
                   : m_payments.goneBack(step, open->second);
    const auto order = m_ledger.findOrderByAttempt(attempt.key);
    if (!order)
        return;
    std::int64_t paidBack = 0;
    for (const RefundRow& refund : order->refunds)
        paidBack += refund.amount.won();
    if (charge.refunded.won() > paidBack)
        m_refunds.adopt(step, *order, Money::fromWon(charge.refunded.won() - paidBack),
                        std::string{kNotInBackup});
}

void BankComparison::finish(Step& step, const std::vector<ListedCharge>& charges)
{
    NumbersFloor floor{m_memory.lastOrder, step.day(),
                       m_memory.lastDay == step.day() ? m_memory.lastNumber : kFirstNumber - 1};
    for (const ListedCharge& charge : charges) {
        const auto known = m_ledger.findKey(AttemptKey{charge.key});
        const auto* attempt = known ? std::get_if<AttemptRow>(&*known) : nullptr;
        if (charge.state != ListedState::Approved || machineOf(charge.key).empty() ||
            (attempt && attempt->state == AttemptState::Paid))
            continue;
        ++floor.order;
        if (businessDay(charge.startedAt, m_settings.utcOffset) == step.day())
            ++floor.number;
    }
    step.record(SettingStored{std::string{kNumbersFloor}, toText(floor)});
    step.record(SettingStored{std::string{kCompareSince}, {}});
}

} // namespace coffee::daemon
