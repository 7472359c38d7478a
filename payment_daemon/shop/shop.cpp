// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/shop/shop.h"

#include "payment_daemon/shop/attempt_key.h"
#include "shared/protocol/limits.h"

#include <algorithm>

namespace coffee::daemon {
namespace {

constexpr std::int32_t kPage = 500;
/// More than a busy hour has: what a restart reads to know the bar's pace.
constexpr Sequence kPaceEvents = 2000;
constexpr std::string_view kFoldSetting = "view_fold_version";

/// Commands whose answer is stored under an operation key.
template <class Body>
concept Once = requires(const Body& body)
{
    body.op;
};
template <class Body>
concept WithPin = Once<Body> && requires(const Body& body)
{
    body.pin;
};

/// A "no" that says nothing about the command itself: the same key may be tried again.
bool isPassing(RefusalCode code)
{
    return code == RefusalCode::Busy || code == RefusalCode::Locked ||
           code == RefusalCode::WrongCode || code == RefusalCode::WrongPin ||
           code == RefusalCode::PinNotSet;
}

/// Commands that may pay something back: after a restore it may have been paid back before.
bool givesBack(const protocol::RequestBody& body)
{
    const auto* unit = std::get_if<protocol::UnitCommand>(&body);
    return std::holds_alternative<protocol::OrderCancel>(body) ||
           std::holds_alternative<protocol::OrderCancelByStaff>(body) ||
           std::holds_alternative<protocol::OrderRefund>(body) ||
           (unit && unit->step == UnitStep::Refuse);
}

template <class... Visitors>
struct Overloaded : Visitors... {
    using Visitors::operator()...;
};

Result<protocol::Accepted, Refusal> acceptedUnless(const std::optional<Refusal>& refused)
{
    if (refused)
        return Failure{*refused};
    return protocol::Accepted{};
}

} // namespace

Shop::Shop(Ledger& ledger, ShopSettings settings, ShopSources sources)
    : m_ledger{ledger},
      m_settings{std::move(settings)},
      m_sources{std::move(sources)},
      m_admission{m_memory, m_settings, m_sources},
      m_checkout{m_memory, m_settings, m_sources, m_admission},
      m_parking{m_memory, m_settings, m_sources},
      m_payments{m_memory, m_ledger, m_settings, m_sources, m_admission},
      m_refunds{m_memory},
      m_kitchen{m_memory, m_ledger, m_refunds},
      m_cancelling{m_memory, m_ledger, m_settings, m_refunds, m_checkout},
      m_offer{m_memory, m_settings},
      m_screens{m_memory},
      m_pins{m_memory},
      m_days{m_memory, m_ledger, m_settings},
      m_reads{m_memory, m_ledger, m_settings, m_sources, m_checkout},
      m_backups{m_memory, m_settings},
      m_comparison{m_memory, m_ledger, m_settings, m_payments, m_refunds}
{
    m_memory.breaker = CircuitBreaker{m_settings.breaker};
}

void Shop::load()
{
    loadWith(m_memory.sides());
    recallPace();
}

void Shop::recallPace()
{
    m_memory.pace = {};
    Sequence seen = std::max<Sequence>(0, m_memory.head - kPaceEvents);
    while (seen < m_memory.head) {
        const std::vector<Event> page = m_ledger.eventsAfter(seen, kPage);
        for (const Event& event : page)
            m_memory.pace.apply(event, m_memory.view.orders);
        if (page.empty())
            return;
        seen = page.back().seq;
    }
}

void Shop::loadWith(const SideCopy& sides)
{
    const OpenShop open = m_ledger.load();
    ShopView view;
    const auto fold = open.settings.find(std::string{kFoldSetting});
    if (open.view && fold != open.settings.end() && fold->second == std::to_string(kFoldVersion))
        if (auto stored = protocol::decodeView(open.view->bytes))
            view = std::move(*stored);
    m_viewStoredAt = view.seq;
    while (view.seq < open.head) {
        const std::vector<Event> page = m_ledger.eventsAfter(view.seq, kPage);
        if (page.empty())
            throw LedgerBroken{"the log ends before its head"};
        for (const Event& event : page)
            view.apply(event);
    }
    m_memory.load(open, std::move(view), sides);
    for (auto& [id, refund] : m_memory.refunds)
        if (const auto order = m_ledger.findOrder(refund.row.order))
            refund.chargeKey = order->key.value;
    // Not even before the start is decided may a charge begin that the log forbids.
    const BreakerState known = m_memory.view.payments.breaker;
    if (m_memory.breaker.state() != known)
        m_memory.breaker = CircuitBreaker::restored(m_settings.breaker, known, {}, {});
}

void Shop::apply(const Step& step)
{
    if (!m_before && !step.isEmpty())
        m_before = m_memory.sides();
    step.applyTo(m_memory);
}

void Shop::committed()
{
    m_before.reset();
    m_memory.forgetUsedQuotes();
}

void Shop::undo()
{
    m_memory.freeUsedQuotes();
    loadWith(m_before ? *m_before : m_memory.sides());
    m_before.reset();
}

Step Shop::decide(const Input& input, const Moment& now)
{
    Step step{now, m_memory, m_settings.utcOffset};
    std::visit(Overloaded{
                   [&](const StartInput&) { decideStart(step); },
                   [&](const TimerInput&) { decideTimers(step); },
                   [&](const CommandInput& command) { decideCommand(step, command); },
                   [&](const GatewayResult& result) { decideResult(step, result); },
                   [&](const PinInput& pin) { decidePin(step, pin); },
                   [&](const BackupInput& backup) { decideBackup(step, backup); },
                   [&](const DiskInput& disk) {
                       step.event(
                           daemonActor(),
                           AlarmChanged{AlarmKind::DiskLow, disk.low,
                                        std::to_string(disk.freeBytes >> 20U) + " MiB are free"});
                   },
                   [&](const DayInput&) { m_days.closeOldest(step); },
                   [&](const ClockInput& clock) {
                       step.event(daemonActor(),
                                  AlarmChanged{AlarmKind::ClockStepped, true,
                                               "the wall clock moved by " +
                                                   std::to_string(clock.step.count() / 1000) +
                                                   " s; shop time goes on"});
                   },
               },
               input);
    return step;
}

void Shop::decideStart(Step& step)
{
    step.remember([now = step.now().steady](ShopMemory& memory) {
        memory.started = now;
        memory.nextBeat = now;
    });
    step.event(daemonActor(), DaemonStarted{m_settings.version});
    // Shop time begins anew with the wall clock.
    if (m_memory.view.health.alarms.contains(AlarmKind::ClockStepped))
        step.event(daemonActor(), AlarmChanged{AlarmKind::ClockStepped, false, {}});
    m_offer.publishMenu(step);
    m_screens.recover(step);
    m_admission.recover(step);
    for (const auto& [key, attempt] : m_memory.attempts)
        m_payments.recover(step, attempt);
}

void Shop::decideTimers(Step& step)
{
    const SteadyTime now = step.now().steady;
    for (const auto& [key, attempt] : m_memory.attempts)
        m_payments.timers(step, attempt);
    for (const auto& [id, refund] : m_memory.refunds)
        m_refunds.timers(step, refund);
    m_admission.timers(step);
    m_comparison.timers(step);
    if (m_memory.nextBeat > now)
        return;
    m_offer.timers(step);
    m_screens.timers(step);
    m_checkout.forgetExpired(step);
    m_parking.forgetExpired(step);
    m_pins.forgetOld(step);
    m_backups.timers(step);
    beat(step);
}

void Shop::beat(Step& step) const
{
    step.effect(BeatEffect{step.now().shop, m_checkout.waitForOne(step.now().shop)});
    step.remember([now = step.now().steady](ShopMemory& memory) {
        memory.nextBeat = now + protocol::kHeartbeatEvery;
    });
}

Step Shop::decideTimersWithoutRoom(const Moment& now) const
{
    Step step{now, m_memory, m_settings.utcOffset};
    for (const auto& [key, attempt] : m_memory.attempts)
        m_payments.tellPhase(step, attempt);
    if (m_memory.nextBeat <= now.steady)
        beat(step);
    return step;
}

Step Shop::dropPin(const PinInput& input, const Moment& now) const
{
    Step step{now, m_memory, m_settings.utcOffset};
    const auto waiting = m_memory.pinWaiting.find(input.ticket);
    if (waiting == m_memory.pinWaiting.end())
        return step;
    step.effect(answerUndone(waiting->second.command));
    step.remember([ticket = input.ticket](ShopMemory& memory) { memory.pinWaiting.erase(ticket); });
    return step;
}

Step Shop::dropBackup(const BackupInput& input, const Moment& now)
{
    Step step{now, m_memory, m_settings.utcOffset};
    BackupInput failed;
    failed.ticket = input.ticket;
    failed.failure = "it could not be written into the log that it is there";
    if (const auto asker = m_backups.on(step, failed))
        step.effect(answerUndone(*asker));
    return step;
}

void Shop::decideResult(Step& step, const GatewayResult& result)
{
    std::visit(Overloaded{
                   [&](const ChargeProgressed& progress) { m_payments.on(step, progress); },
                   [&](const ChargeFinished& finished) {
                       m_payments.on(step, finished);
                       m_admission.on(step, finished);
                   },
                   [&](const LookupFinished& finished) {
                       if (!m_admission.on(step, finished))
                           m_payments.on(step, finished);
                   },
                   [&](const ReverseFinished& finished) { m_payments.on(step, finished); },
                   [&](const RefundFinished& finished) { m_refunds.on(step, finished); },
                   // The charge's own outcome tells whether the wait was ended.
                   [](const CancelWaitFinished&) {},
                   [&](const ListFinished& finished) { m_comparison.on(step, finished); },
               },
               result);
}

void Shop::decideCommand(Step& step, const CommandInput& input)
{
    const ReplyTo& to = input.to;
    const Actor& from = input.request.from;
    std::visit(
        Overloaded{
            [&](const protocol::CheckoutOpen& body) { m_checkout.open(step, to, from, body); },
            [&](const protocol::OrderPlace& body) { m_payments.place(step, to, from, body); },
            [&](const protocol::AttemptAbandon& body) { m_payments.abandon(step, to, from, body); },
            [&](const protocol::AttemptResume& body) { m_payments.resume(step, to, from, body); },
            [&](const protocol::AttemptShown& body) { m_payments.shown(step, to, from, body); },
            [&](const protocol::OrderShow& body) { m_cancelling.show(step, to, from, body); },
            // Their keys live and die with the basket: nothing of it belongs into the log.
            [&](const protocol::BasketPark& body) { m_parking.park(step, to, from, body); },
            [&](const protocol::BasketTake& body) { m_parking.take(step, to, from, body); },
            [&](const protocol::Presence& body) { m_screens.heard(step, to, from, body); },
            [&](const protocol::MenuGet& body) { m_reads.answer(step, to, body); },
            [&](const protocol::SnapshotGet& body) { m_reads.answer(step, to, body); },
            [&](const protocol::EventsGet& body) { m_reads.answer(step, to, body); },
            [&](const protocol::StatusGet& body) { m_reads.answer(step, to, body); },
            [&](const protocol::OrdersList& body) { m_reads.answer(step, to, body); },
            [&](const protocol::OrderHistory& body) { m_reads.answer(step, to, body); },
            [&](const protocol::ZGet& body) { m_days.answer(step, to, body); },
            [&](const WithPin auto& body) { decideOnce(step, input, body.op, &body.pin); },
            [&](const Once auto& body) { decideOnce(step, input, body.op, nullptr); },
        },
        input.request.body);
}

std::string Shop::fingerprintOf(const protocol::Request& request) const
{
    protocol::Request content = request;
    content.id = "-";
    std::visit(
        [](auto& body) {
            // A repeat is older, and a PIN is never kept, not even as a fingerprint.
            if constexpr (requires { body.ageMs; })
                body.ageMs = 0;
            if constexpr (requires { body.pin; })
                body.pin.clear();
            if constexpr (requires { body.newPin; }) {
                body.oldPin.clear();
                body.newPin.clear();
            }
        },
        content.body);
    return m_sources.fingerprint(protocol::encode(content));
}

bool Shop::answerRepeat(Step& step, const CommandInput& input, const OperationKey& op)
{
    const auto known = m_ledger.findOperation(op);
    if (!known)
        return false;
    if (known->fingerprint == fingerprintOf(input.request))
        step.reply(input.to, known->status, known->body);
    else
        step.refuse(input.to,
                    refusal(RefusalCode::KeyReused, "the key was used for another command"));
    return true;
}

void Shop::decideOnce(Step& step, const CommandInput& input, const OperationKey& op,
                      const std::string* pin)
{
    if (answerRepeat(step, input, op))
        return;
    if (!m_memory.isCompared() && givesBack(input.request.body)) {
        Refusal busy = refusal(RefusalCode::Busy, "the books are compared with the bank's");
        busy.retryAfter = kComparedSoon;
        return step.refuse(input.to, busy);
    }
    if (const auto* set = std::get_if<protocol::PinSet>(&input.request.body)) {
        if (!Pins::isAllowed(set->newPin))
            return step.refuse(input.to,
                               refusal(RefusalCode::NotPossible,
                                       "a PIN has six digits that are no run and not all alike"));
        return m_pins.ask(step, input, set->oldPin, set->newPin);
    }
    if (pin)
        m_pins.ask(step, input, *pin);
    else
        carryOut(step, input, op);
}

template <class Body>
void Shop::finish(Step& step, const CommandInput& input, const OperationKey& op,
                  const Result<Body, Refusal>& outcome) const
{
    const bool ok = outcome.ok();
    const std::string body =
        ok ? protocol::encodeBody(outcome.value()) : protocol::encodeBody(outcome.error());
    const auto status = ok ? protocol::ReplyStatus::Ok : protocol::ReplyStatus::Refused;
    step.reply(input.to, status, body);
    if (ok || !isPassing(outcome.error().code))
        step.record(OperationStored{{op, input.request.from.name, fingerprintOf(input.request),
                                     status, body, step.now().shop}});
}

void Shop::carryOut(Step& step, const CommandInput& input, const OperationKey& op)
{
    const Actor& from = input.request.from;
    const auto finish = [&](const auto& outcome) { this->finish(step, input, op, outcome); };
    std::visit(
        Overloaded{
            [&](const protocol::OrderCommand& body) { finish(m_kitchen.order(step, from, body)); },
            [&](const protocol::UnitCommand& body) { finish(m_kitchen.unit(step, from, body)); },
            [&](const protocol::StopAck& body) { finish(m_kitchen.acknowledge(step, from, body)); },
            [&](const protocol::OrderCancel& body) {
                finish(m_cancelling.byCustomer(step, from, body));
            },
            [&](const protocol::OrderCancelByStaff& body) {
                finish(m_cancelling.byStaff(step, from, body));
            },
            [&](const protocol::OrderRefund& body) {
                finish(m_cancelling.refund(step, from, body));
            },
            [&](const protocol::SetAvailability& body) {
                finish(m_offer.setAvailability(step, from, body));
            },
            [&](const protocol::OrderingPause& body) { finish(m_offer.pause(step, from, body)); },
            [&](const protocol::OrderingResume&) { finish(m_offer.resume(step, from)); },
            [&](const protocol::OrderingPace& body) { finish(m_offer.pace(step, from, body)); },
            [&](const protocol::HoursSet& body) { finish(m_offer.setHours(step, from, body)); },
            [&](const protocol::BreakerSet& body) { finish(m_admission.set(step, from, body)); },
            [&](const protocol::ScreenRefresh& body) { finish(m_screens.refresh(step, body)); },
            [&](const protocol::MachineRemove& body) {
                finish(m_screens.remove(step, from, body));
            },
            [&](const protocol::AlarmSettle& body) { finish(settleAlarm(step, from, body)); },
            [&](const protocol::ReviewLook& body) {
                finish(acceptedUnless(body.kind == protocol::ReviewKind::Attempt
                                          ? m_payments.look(step, body.id)
                                          : m_refunds.look(step, body.id)));
            },
            [&](const protocol::HelpCall&) { finish(m_offer.callHelp(step, from)); },
            [&](const protocol::HelpTake& body) { finish(m_offer.takeHelp(step, from, body)); },
            [&](const protocol::ReviewClose& body) {
                finish(acceptedUnless(
                    body.kind == protocol::ReviewKind::Attempt
                        ? m_payments.close(step, from, body.id, body.outcome, body.reason)
                        : m_refunds.close(step, from, body.id, body.outcome, body.reason)));
            },
            [&](const protocol::DayClose& body) { finish(m_days.close(step, from, body)); },
            [&](const protocol::BackupTake& body) {
                if (const auto refused = m_backups.take(step, input, body))
                    finish(Result<protocol::BackupTaken, Refusal>{Failure{*refused}});
            },
            [&](const protocol::PinSet&) {
                finish(Result<protocol::Accepted, Refusal>{protocol::Accepted{}});
            },
            [](const auto&) {}, // has no operation key and never comes here
        },
        input.request.body);
}

Result<protocol::Accepted, Refusal> Shop::settleAlarm(Step& step, const Actor& from,
                                                      const protocol::AlarmSettle& command) const
{
    if (!m_memory.view.health.alarms.contains(command.alarm))
        return Failure{refusal(RefusalCode::NotFound, "no such alarm is on")};
    switch (command.alarm) {
    case AlarmKind::DiskLow:
        step.effect(DiskLookEffect{});
        break;
    case AlarmKind::ClockStepped:
        step.event(from, AlarmChanged{AlarmKind::ClockStepped, false, {}});
        break;
    case AlarmKind::BooksUncompared:
        m_comparison.askNow(step);
        break;
    case AlarmKind::BackupOld:
        return Failure{refusal(RefusalCode::NotPossible, "a backup ends this alarm")};
    }
    return protocol::Accepted{};
}

void Shop::decidePin(Step& step, const PinInput& pin)
{
    const auto command = m_pins.answered(step, pin);
    if (!command)
        return;
    const OperationKey op = std::visit(
        [](const auto& body) -> OperationKey {
            if constexpr (Once<std::decay_t<decltype(body)>>)
                return body.op;
            else
                return {};
        },
        command->request.body);
    // The same command may have come twice while its PIN was checked.
    if (answerRepeat(step, *command, op))
        return;
    if (!pin.newHash.empty())
        step.record(SettingStored{std::string{kPinHash}, pin.newHash});
    carryOut(step, *command, op);
}

void Shop::decideBackup(Step& step, const BackupInput& result)
{
    const auto asker = m_backups.on(step, result);
    if (!asker)
        return;
    using Outcome = Result<protocol::BackupTaken, Refusal>;
    const auto outcome =
        result.failure.empty()
            ? Outcome{protocol::BackupTaken{result.file, result.head, result.at, result.bytes}}
            : Outcome{Failure{refusal(RefusalCode::NotPossible, result.failure)}};
    finish(step, *asker, std::get<protocol::BackupTake>(asker->request.body).op, outcome);
}

Step Shop::giveToReview(const GatewayResult& result, const Moment& now)
{
    Step step{now, m_memory, m_settings.utcOffset};
    std::visit(
        Overloaded{
            [&](const ChargeFinished& finished) { m_payments.review(step, finished.key); },
            [&](const LookupFinished& finished) { m_payments.review(step, finished.key); },
            [&](const ReverseFinished& finished) { m_payments.review(step, finished.key); },
            [&](const RefundFinished& finished) { m_refunds.review(step, finished.refundKey); },
            [&](const ListFinished&) { m_comparison.notRecorded(step); },
            [](const auto&) {},
        },
        result);
    return step;
}

SteadyTime Shop::nextDeadline(SteadyTime now) const
{
    SteadyTime next = m_memory.nextBeat;
    for (const auto& [key, attempt] : m_memory.attempts) {
        if (attempt.asker)
            next = std::min(next, attempt.asker->answerBy);
        const bool settles = attempt.row.state == AttemptState::Unknown ||
                             attempt.row.state == AttemptState::Reversing;
        const bool charges = attempt.chargeRuns && attempt.row.state != AttemptState::Reversing;
        if (settles && !attempt.settleRuns && !charges)
            next = std::min(next, attempt.nextSettle);
        if (attempt.row.finalBody.empty() && m_memory.isCompared())
            next = std::min(next, attempt.leaseEnds);
    }
    for (const auto& [id, refund] : m_memory.refunds)
        if (!refund.runs && refund.row.state == RefundState::Due)
            next = std::min(next, refund.nextTry);
    if (const auto due = m_admission.nextDeadline(now))
        next = std::min(next, *due);
    if (const auto due = m_comparison.nextDeadline())
        next = std::min(next, *due);
    return std::max(next, now);
}

Changes Shop::viewToStore() const
{
    // A long line is written down less often, so that an order's share of it stays the same.
    const auto known = static_cast<Sequence>(m_memory.view.orders.all().size());
    if (m_memory.head - m_viewStoredAt < std::max(kViewEvery, kViewEveryEach * known))
        return {};
    return {ViewStored{m_memory.head, protocol::encodeView(m_memory.view)},
            SettingStored{std::string{kFoldSetting}, std::to_string(kFoldVersion)}};
}

Effect Shop::answerUndone(const CommandInput& input) const
{
    const AttemptKey* key = nullptr;
    if (const auto* place = std::get_if<protocol::OrderPlace>(&input.request.body))
        key = &place->key;
    else if (const auto* resume = std::get_if<protocol::AttemptResume>(&input.request.body))
        key = &resume->key;
    if (key && belongsTo(*key, input.request.from)) {
        const auto open = m_memory.attempts.find(*key);
        if (open != m_memory.attempts.end() && open->second.row.finalBody.empty())
            return ReplyEffect{input.to, protocol::ReplyStatus::Pending,
                               protocol::encodeBody(protocol::Pending{open->second.phase})};
        if (const auto known = m_ledger.findKey(*key))
            return ReplyEffect{input.to, protocol::ReplyStatus::Ok,
                               std::visit([](const auto& row) { return row.finalBody; }, *known)};
    }
    Refusal refused = refusal(RefusalCode::Busy, "nothing was recorded; try again");
    refused.retryAfter = std::chrono::seconds{2};
    return ReplyEffect{input.to, protocol::ReplyStatus::Refused, protocol::encodeBody(refused)};
}

} // namespace coffee::daemon
