// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/needs_now.h"

#include <algorithm>
#include <tuple>

namespace coffee::station {
namespace {

using std::chrono::milliseconds;

bool lasts(ShopTime since, ShopTime now, milliseconds threshold)
{
    return now - since >= threshold;
}

std::int32_t ordersToMake(const OrderBoard& board)
{
    return static_cast<std::int32_t>(
        std::count_if(board.all().begin(), board.all().end(), [](const auto& entry) {
            return entry.second.state == OrderState::Queued ||
                   entry.second.state == OrderState::Making;
        }));
}

void addMachines(std::vector<Need>& needs, const ShopView& view)
{
    const std::int32_t waiting = ordersToMake(view.orders);
    const bool barAway = view.health.barAway() && waiting > 0;
    ShopTime barSince{};
    for (const MachineView& machine : view.health.machines) {
        Need need;
        need.since = machine.since;
        need.subject = machine.who.name;
        need.role = machine.who.role;
        if (machine.state == PresenceState::Behind) {
            need.kind = NeedKind::ScreenBehind;
            need.action = NeedAction::RefreshScreen;
            needs.push_back(need);
            continue;
        }
        if (machine.state != PresenceState::Away)
            continue;
        if (machine.who.role == Role::Station && barAway) {
            // Away as a whole since the last one left.
            barSince = std::max(barSince, machine.since);
            continue;
        }
        if (machine.who.role == Role::Kiosk)
            need.kind = NeedKind::KioskSilent;
        else if (machine.who.role == Role::Station)
            need.kind = NeedKind::StationSilent;
        else if (machine.who.role == Role::Board)
            need.kind = NeedKind::BoardSilent;
        else
            continue; // A manager's window or a command line that was closed needs nobody.
        need.action = NeedAction::ShowSteps;
        needs.push_back(need);
    }
    if (!barAway)
        return;
    Need need;
    need.kind = NeedKind::BarAway;
    need.since = barSince;
    need.role = Role::Station;
    need.waiting = waiting;
    need.paused = view.offer.ordering.state == OrderingState::Paused;
    need.action = need.paused ? NeedAction::ShowSteps : NeedAction::PauseOrdering;
    needs.push_back(need);
}

void addPayments(std::vector<Need>& needs, const PaymentView& payments, ShopTime now,
                 const NeedThresholds& thresholds, bool stoppedByHand)
{
    if (payments.breaker == BreakerState::Open) {
        Need need;
        need.kind = NeedKind::PaymentsStopped;
        need.since = payments.breakerSince;
        if (payments.breakerUntilMs > 0)
            need.until = fromMs(payments.breakerUntilMs);
        need.byHand = stoppedByHand;
        need.action = stoppedByHand ? NeedAction::AcceptCards : NeedAction::TryCards;
        needs.push_back(need);
    }
    for (const auto& [id, attempt] : payments.attempts) {
        Need need;
        need.since = attempt.since;
        need.subject = attempt.kiosk;
        need.role = Role::Kiosk;
        need.amount = attempt.amount;
        need.id = id;
        if (attempt.state == AttemptState::NeedsReview) {
            need.kind = NeedKind::AttemptReview;
            need.cause = attempt.cause;
            need.action = NeedAction::CloseReview;
            needs.push_back(need);
        } else if ((attempt.state == AttemptState::Unknown ||
                    attempt.state == AttemptState::Reversing) &&
                   lasts(attempt.since, now, thresholds.paymentUnknown)) {
            need.kind = NeedKind::PaymentUnknown;
            need.action = NeedAction::LookAgain;
            needs.push_back(need);
        }
    }
}

void addRefunds(std::vector<Need>& needs, const OrderBoard& board, ShopTime now,
                const NeedThresholds& thresholds)
{
    for (const auto& [id, order] : board.all())
        for (const RefundView& refund : order.refunds) {
            Need need;
            need.since = refund.since;
            need.amount = refund.amount;
            need.id = refund.id;
            need.order = id;
            need.number = order.number;
            if (refund.state == RefundState::NeedsReview) {
                need.kind = NeedKind::RefundReview;
                need.cause = refund.reason;
                need.action = NeedAction::CloseReview;
                needs.push_back(need);
            } else if (refund.state == RefundState::Due &&
                       lasts(refund.since, now, thresholds.refundStuck)) {
                need.kind = NeedKind::RefundStuck;
                need.action = NeedAction::LookAgain;
                needs.push_back(need);
            }
        }
}

void addCallsAndAlarms(std::vector<Need>& needs, const StationHealth& health, ShopTime now,
                       const NeedThresholds& thresholds)
{
    for (const auto& [kiosk, since] : health.helpCalls) {
        if (!lasts(since, now, thresholds.helpUntaken))
            continue;
        Need need;
        need.kind = NeedKind::HelpUntaken;
        need.since = since;
        need.subject = kiosk;
        need.role = Role::Kiosk;
        need.action = NeedAction::TakeHelp;
        needs.push_back(need);
    }
    for (const auto& [kind, alarm] : health.alarms) {
        Need need;
        switch (kind) {
        case AlarmKind::DiskLow:
            need.kind = NeedKind::DiskLow;
            need.action = NeedAction::ShowSteps;
            break;
        case AlarmKind::ClockStepped:
            need.kind = NeedKind::ClockStepped;
            need.action = NeedAction::ShowSteps;
            break;
        case AlarmKind::BackupOld:
            need.kind = NeedKind::BackupOld;
            need.action = NeedAction::TakeBackup;
            break;
        case AlarmKind::BooksUncompared:
            need.kind = NeedKind::BooksUncompared;
            need.action = NeedAction::AskBooks;
            break;
        }
        need.since = alarm.first;
        need.subject = alarm.second;
        needs.push_back(need);
    }
}

} // namespace

bool isSameNeed(const Need& one, const Need& other)
{
    if (one.kind != other.kind || one.role != other.role || one.id != other.id)
        return false;
    // What an alarm says of itself may change while it lasts.
    return one.role == Role::Daemon || one.subject == other.subject;
}

std::vector<Need> needsNow(const ShopView& view, const DaemonLink& link, ShopTime now,
                           const NeedThresholds& thresholds, bool cardsStoppedByHand)
{
    std::vector<Need> needs;
    if (!link.heard) {
        Need need;
        need.kind = NeedKind::DaemonAway;
        need.action = NeedAction::TryDaemon;
        need.since = link.lastHeard;
        need.waiting = ordersToMake(view.orders);
        needs.push_back(need);
    }
    addMachines(needs, view);
    addPayments(needs, view.payments, now, thresholds, cardsStoppedByHand);
    addRefunds(needs, view.orders, now, thresholds);
    addCallsAndAlarms(needs, view.health, now, thresholds);
    std::stable_sort(needs.begin(), needs.end(), [](const Need& left, const Need& right) {
        return std::tie(left.kind, left.since) < std::tie(right.kind, right.since);
    });
    return needs;
}

} // namespace coffee::station
