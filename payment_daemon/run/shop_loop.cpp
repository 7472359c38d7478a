// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/run/shop_loop.h"

#include "payment_daemon/run/disk_room.h"
#include "payment_daemon/run/log.h"
#include "payment_daemon/run/named_moments.h"
#include "shared/protocol/codec.h"

#include <algorithm>
#include <exception>
#include <iterator>
#include <utility>

namespace coffee::daemon {
namespace {

/// A full disk does not empty by being asked faster: so long nothing is tried by ourselves.
constexpr std::chrono::milliseconds kFullPause{500};
constexpr std::chrono::seconds kDiskLookEvery{2};
/// Days that were missed are closed one after the other, with time for customers between them.
constexpr std::chrono::seconds kDayLookEvery{1};
/// A Z that cannot be written is not tried in every step.
constexpr std::chrono::minutes kDayRetry{1};
/// Between two slices of a backup, when nobody asks anything.
constexpr std::chrono::milliseconds kCopyPause{1};
/// The alarm goes when so much more is free than when it came.
constexpr std::int64_t kDiskLowSlack = std::int64_t{64} << 20;

/// A charge may not begin while the room for its result is given up.
class ReserveGivenUp : public LedgerFull {
public:
    ReserveGivenUp() : LedgerFull{"the room that is kept for results is given up"} {}
};

#ifdef COFFEE_BENCH_BUILD
std::int64_t g_committedAt = 0; ///< of the shop thread's last transaction

/// tests/bench/stamped_frame.h reads it.
std::string stamped(std::string frame)
{
    return std::move(frame) + '@' + std::to_string(g_committedAt);
}
#else
std::string stamped(std::string frame)
{
    return frame;
}
#endif

bool opensACharge(const Changes& changes)
{
    return std::any_of(changes.begin(), changes.end(), [](const Change& change) {
        return std::holds_alternative<AttemptInserted>(change);
    });
}

} // namespace

ShopLoop::ShopLoop(Ledger& ledger, Shop& shop, InputQueue& queue, Doors doors, Clocks clocks)
    : m_ledger{ledger},
      m_shop{shop},
      m_queue{queue},
      m_doors{std::move(doors)},
      m_clocks{std::move(clocks)},
      m_clock{m_clocks.wall(), m_clocks.steady(), shop.memory().lastAt}
{
}

Moment ShopLoop::now()
{
    const SteadyTime steady = m_clocks.steady();
    return {steady, m_clock.at(m_clocks.wall(), steady)};
}

void ShopLoop::run(const std::atomic<bool>& stop)
{
    std::vector<Input> first;
    first.emplace_back(StartInput{});
    step(std::move(first));
    while (!stop)
        step(m_queue.take(std::chrono::steady_clock::now() + waitForNext()));
    finish();
}

/// How long the next step may wait for inputs. A backup that is copied goes on in between.
std::chrono::milliseconds ShopLoop::waitForNext()
{
    const bool copies = m_doors.copySome && m_doors.copySome(now().shop);
    const SteadyTime steady = m_clocks.steady();
    const std::chrono::milliseconds wait = nextStep(steady) - steady;
    return copies ? std::min(wait, kCopyPause) : wait;
}

void ShopLoop::finish()
{
    std::vector<Input> last = m_queue.take(std::chrono::steady_clock::now());
    do {
        refusePlaces(last);
        step(std::move(last));
        last = m_queue.take(std::chrono::steady_clock::now());
    } while (!last.empty());
    answerWaiting();
}

/// Whoever waits for a payment is told that it goes on, and asks the next process.
void ShopLoop::answerWaiting()
{
    Effects answers;
    for (const auto& [key, attempt] : m_shop.memory().attempts)
        if (attempt.asker)
            answers.push_back(ReplyEffect{attempt.asker->to, protocol::ReplyStatus::Pending,
                                          protocol::encodeBody(protocol::Pending{attempt.phase})});
    release(std::move(answers));
}

/// No charge begins that nobody would wait for.
void ShopLoop::refusePlaces(std::vector<Input>& inputs)
{
    Effects answers;
    std::erase_if(inputs, [&](const Input& input) {
        const auto* command = std::get_if<CommandInput>(&input);
        if (!command || !std::holds_alternative<protocol::OrderPlace>(command->request.body))
            return false;
        answers.push_back(m_shop.answerUndone(*command));
        return true;
    });
    release(std::move(answers));
}

void ShopLoop::step(std::vector<Input> inputs)
{
    if (const auto jump = m_clock.takeStep())
        inputs.emplace_back(ClockInput{*jump});
    if (m_clocks.steady() >= m_fullUntil) {
        inputs.insert(inputs.begin(), std::make_move_iterator(m_postponed.begin()),
                      std::make_move_iterator(m_postponed.end()));
        m_postponed.clear();
        inputs.emplace_back(TimerInput{});
        lookAtDisk(inputs);
        lookAtDay(inputs);
    }
    const auto began =
        m_doors.report ? std::chrono::steady_clock::now() : std::chrono::steady_clock::time_point{};
    if (recordAll(inputs) || recordWithReserve(inputs))
        return reportStep(inputs, began);
    // The disk is full. What needs no room (a look at an order, a snapshot) is still answered.
    for (Input& input : inputs)
        if (inputs.size() == 1 || !recordAll(std::span{&input, 1}))
            postpone(std::move(input));
    reportStep({}, began); // It lives, also when the disk takes nothing.
}

void ShopLoop::reportStep(std::span<const Input> inputs,
                          std::chrono::steady_clock::time_point began)
{
    if (!m_doors.report)
        return;
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now() - began);
    m_doors.report({inputs, m_told, took, m_clocks.steady(), m_queue.waiting()}, m_shop.memory());
    m_told.clear();
}

/// Money that moved is recorded, also with the last room there is.
bool ShopLoop::recordWithReserve(std::span<const Input> inputs)
{
    const bool results = std::any_of(inputs.begin(), inputs.end(), [](const Input& input) {
        return std::holds_alternative<GatewayResult>(input);
    });
    if (!results || !m_doors.disk.giveUpReserve || !m_doors.disk.giveUpReserve())
        return false;
    m_reserveKept = false;
    logLine("ledger", "the disk is full: the room kept for results is given up, no charge begins");
    for (const Input& input : inputs)
        if (!recordAll(std::span{&input, 1}))
            postpone(input);
    return true;
}

void ShopLoop::lookAtDisk(std::vector<Input>& inputs)
{
    const SteadyTime steady = m_clocks.steady();
    if (!m_doors.disk.freeBytes || steady < m_diskLookAt)
        return;
    m_diskLookAt = steady + kDiskLookEvery;
    const bool keptBefore = std::exchange(m_reserveKept, m_doors.disk.keepReserve());
    if (m_reserveKept != keptBefore)
        logLine("ledger", m_reserveKept ? "there is room for results again"
                                        : "there is no room for results, no charge begins");
    const std::int64_t free = m_doors.disk.freeBytes();
    const bool told = m_shop.memory().view.health.alarms.contains(AlarmKind::DiskLow);
    if (told ? free >= kDiskLowBytes + kDiskLowSlack : free < kDiskLowBytes)
        inputs.emplace_back(DiskInput{!told, free});
}

/// By itself, so that a Z that cannot be written keeps nothing else from its time.
void ShopLoop::lookAtDay(std::vector<Input>& inputs)
{
    const SteadyTime steady = m_clocks.steady();
    if (steady < m_dayLookAt || !m_shop.dayMayBeOver(now()))
        return;
    m_dayLookAt = steady + kDayLookEvery;
    inputs.emplace_back(DayInput{});
}

/// Its result must have room to be written down.
void ShopLoop::beginCharge()
{
    if (m_reserveKept)
        return;
    if (m_begun)
        m_ledger.rollback();
    throw ReserveGivenUp{};
}

bool ShopLoop::recordAll(std::span<const Input> inputs)
{
    Effects effects;
    NamedMoments passing;
    m_begun = false;
    try {
        const Moment moment = now();
        for (const Input& input : inputs) {
            passing.look(input);
            if (const auto decided = decideOne(input, moment, effects))
                passing.look(decided->changes());
        }
        storeView();
        passing.beforeCommit();
        if (m_begun)
            m_ledger.commit();
#ifdef COFFEE_BENCH_BUILD
        g_committedAt = std::chrono::steady_clock::now().time_since_epoch().count();
#endif
        m_shop.committed();
    } catch (const ReserveGivenUp&) {
        m_shop.undo();
        return false;
    } catch (const LedgerFull& full) {
        // Those who ask meanwhile do not lengthen the pause: time would never come to its turn.
        if (const SteadyTime steady = m_clocks.steady(); steady >= m_fullUntil) {
            logLine("ledger",
                    std::string{"nothing was recorded, the disk is full: "} + full.what());
            m_fullUntil = steady + kFullPause;
        }
        m_shop.undo();
        return false;
    }
    passing.afterCommit();
    release(std::move(effects));
    return true;
}

void ShopLoop::postpone(Input input)
{
    if (const auto* command = std::get_if<CommandInput>(&input)) {
        Effects answer;
        answer.push_back(m_shop.answerUndone(*command));
        release(std::move(answer));
    } else if (std::holds_alternative<TimerInput>(input)) {
        tell(m_shop.decideTimersWithoutRoom(now()));
    } else if (const auto* pin = std::get_if<PinInput>(&input)) {
        tell(m_shop.dropPin(*pin, now()));
    } else if (!std::holds_alternative<DiskInput>(input) &&
               !std::holds_alternative<DayInput>(input)) {
        m_postponed.push_back(std::move(input));
    }
}

/// A step that records nothing.
void ShopLoop::tell(Step step)
{
    m_shop.apply(step);
    m_shop.committed();
    release(step.takeEffects());
}

std::optional<Step> ShopLoop::decideOne(const Input& input, const Moment& moment, Effects& effects)
{
    if (auto decided = tryOne([&] { return m_shop.decide(input, moment); }, effects))
        return decided;
    // It alone is refused; money that a provider spoke of goes to a person.
    if (const auto* command = std::get_if<CommandInput>(&input))
        effects.push_back(m_shop.answerUndone(*command));
    if (const auto* result = std::get_if<GatewayResult>(&input))
        return tryOne([&] { return m_shop.giveToReview(*result, moment); }, effects);
    if (const auto* backup = std::get_if<BackupInput>(&input))
        return tryOne([&] { return m_shop.dropBackup(*backup, moment); }, effects);
    if (std::holds_alternative<DayInput>(input))
        m_dayLookAt = m_clocks.steady() + kDayRetry;
    return std::nullopt;
}

std::optional<Step> ShopLoop::tryOne(const std::function<Step()>& decide, Effects& effects)
{
    std::optional<Step> decided;
    Undo undo = Undo::Nothing;
    try {
        decided = decide();
        if (!decided->changes().empty()) {
            if (opensACharge(decided->changes()))
                beginCharge();
            undo = begin();
            m_ledger.record(decided->changes());
            if (undo == Undo::Savepoint)
                m_ledger.releaseSavepoint();
        }
    } catch (const LedgerFull&) {
        throw;
    } catch (const LedgerBroken&) {
        throw;
    } catch (const std::exception& failure) {
        undoOne(undo);
        logLine("shop", std::string{"an input could not be recorded: "} + failure.what());
        return std::nullopt;
    }
    m_shop.apply(*decided);
    Effects own = decided->takeEffects();
    std::move(own.begin(), own.end(), std::back_inserter(effects));
    return decided;
}

/// Most steps only answer and beat; they need no transaction. The first one that does has it for
/// itself and needs no savepoint in it.
ShopLoop::Undo ShopLoop::begin()
{
    if (m_begun) {
        m_ledger.savepoint();
        return Undo::Savepoint;
    }
    m_ledger.begin();
    m_begun = true;
    return Undo::Transaction;
}

void ShopLoop::undoOne(Undo undo)
{
    if (undo == Undo::Savepoint) {
        m_ledger.rollbackToSavepoint();
    } else if (undo == Undo::Transaction) {
        m_ledger.rollback();
        m_begun = false;
    }
}

void ShopLoop::storeView()
{
    const Changes view = m_shop.viewToStore();
    if (view.empty())
        return;
    const Undo undo = begin();
    m_ledger.record(view);
    if (undo == Undo::Savepoint)
        m_ledger.releaseSavepoint();
    m_shop.viewStored();
}

void ShopLoop::release(Effects effects)
{
    Outgoing outgoing;
    std::vector<GatewayCall> calls;
    std::vector<Event> told;
    bool recalls = false;
    const Sequence head = m_shop.memory().head;
    outgoing.head = head;
    const std::string& epoch = m_shop.memory().epoch;
    for (Effect& effect : effects) {
        if (auto* reply = std::get_if<ReplyEffect>(&effect)) {
            outgoing.replies.push_back(
                {std::move(reply->to.route),
                 protocol::encodeReply(reply->to.id, reply->status, head, reply->body)});
        } else if (auto* published = std::get_if<PublishEffect>(&effect)) {
            outgoing.paidAnswer =
                outgoing.paidAnswer || std::holds_alternative<OrderPaid>(published->event.body);
            const protocol::EventFrame face{epoch, publicFace(published->event)};
            protocol::EventFrame frame{epoch, std::move(published->event)};
            outgoing.frames.push_back({stamped(protocol::encode(frame)),
                                       stamped(protocol::encode(face)),
                                       std::holds_alternative<Hidden>(face.event.body)});
            told.push_back(std::move(frame.event));
        } else if (const auto* beat = std::get_if<BeatEffect>(&effect)) {
            const std::string frame =
                protocol::encode(protocol::Heartbeat{epoch, head, beat->now, beat->wait});
            outgoing.frames.push_back({frame, frame, false});
        } else if (auto* call = std::get_if<GatewayEffect>(&effect)) {
            calls.push_back(std::move(call->call));
        } else if (std::holds_alternative<RecallEffect>(effect)) {
            recalls = true;
        } else if (auto* pin = std::get_if<PinEffect>(&effect)) {
            m_doors.checkPin(std::move(*pin));
        } else if (const auto* backup = std::get_if<BackupEffect>(&effect)) {
            if (m_doors.backup)
                m_doors.backup(*backup);
        } else if (std::holds_alternative<DiskLookEffect>(effect)) {
            m_diskLookAt = {};
        }
    }
    if (!outgoing.replies.empty() || !outgoing.frames.empty())
        m_doors.send(std::move(outgoing));
    for (GatewayCall& call : calls)
        submit(std::move(call));
    if (recalls && m_doors.recallCharges)
        m_doors.recallCharges();
    logEvents(told);
    if (m_doors.report)
        m_told.insert(m_told.end(), std::make_move_iterator(told.begin()),
                      std::make_move_iterator(told.end()));
}

/// A later input of its own batch may have given a charge up, or shown that the provider is ill: no
/// card is asked for then.
bool ShopLoop::isStillWanted(const GatewayCall& call) const
{
    const auto* charge = std::get_if<ChargeCall>(&call);
    if (!charge)
        return true;
    const auto attempt = m_shop.memory().attempts.find(AttemptKey{charge->key});
    return attempt != m_shop.memory().attempts.end() &&
           attempt->second.row.state == AttemptState::Charging &&
           m_shop.memory().view.payments.breaker != BreakerState::Open;
}

void ShopLoop::submit(GatewayCall call)
{
    passBeforeCall(call);
    const GatewayCall copy = call;
    if (isStillWanted(call) &&
        m_doors.call(std::move(call)) != GatewayWorkers::Admission::QueueFull)
        return;
    // Nothing left this machine: that is an answer too.
    constexpr std::string_view kFull = "too many calls wait";
    if (const auto* charge = std::get_if<ChargeCall>(&copy))
        m_queue.put(GatewayResult{ChargeFinished{
            charge->key, ChargeNotSent{NotSentReason::Busy, {}, std::string{kFull}}, {}}});
    else if (const auto* lookup = std::get_if<LookupCall>(&copy))
        m_queue.put(
            GatewayResult{LookupFinished{lookup->key, LookupUnknown{std::string{kFull}}, {}}});
    else if (const auto* reverse = std::get_if<ReverseCall>(&copy))
        m_queue.put(GatewayResult{
            ReverseFinished{reverse->key, {ReverseResult::Unknown, std::string{kFull}}}});
    else if (std::holds_alternative<ListCall>(copy))
        m_queue.put(GatewayResult{ListFinished{ListUnknown{std::string{kFull}}}});
    else if (const auto* refund = std::get_if<RefundCall>(&copy))
        m_queue.put(GatewayResult{
            RefundFinished{refund->refundKey, {RefundResult::Unknown, std::string{kFull}}}});
}

} // namespace coffee::daemon
