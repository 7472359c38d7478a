// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/daemon_process.h"

#include "payment_daemon/net/board_hold.h"
#include "payment_daemon/run/failpoint.h"
#include "payment_daemon/run/log.h"
#include "shared/protocol/limits.h"
#include "tests/sim/legal.h"

#include <algorithm>

namespace coffee::sim {

using namespace daemon;

namespace {

/// Whose code is running now. Product code names its failpoints by a free function.
DaemonProcess* t_running = nullptr;

constexpr std::chrono::milliseconds kAnswerSlack{6'000};

} // namespace

/// One process: what is in it dies with it.
struct DaemonProcess::Running {
    Running(DaemonProcess& owner, int number)
        : incarnation{number},
          ledger{owner.m_books,
                 owner.disk,
                 owner.m_core,
                 {[&owner](const std::vector<Touched>& touched) {
                      owner.m_auditor.committed(touched);
                  },
                  [&owner](const std::string& rule) { owner.m_auditor.refused(rule); }}},
          shop{ledger,
               owner.m_settings,
               {[&owner] { return owner.m_core.hex(); },
                [&owner](std::int32_t bound) { return owner.m_core.random.small(0, bound - 1); },
                [](const std::string& text) {
                    return std::to_string(std::hash<std::string>{}(text));
                },
                [] { return std::int64_t{4096}; }}}
    {
        shop.load();
        loop = std::make_unique<ShopLoop>(
            ledger, shop, queue,
            ShopLoop::Doors{[&owner](Outgoing outgoing) { owner.send(std::move(outgoing)); },
                            [&owner](GatewayCall call) { return owner.call(std::move(call)); },
                            [&owner](PinEffect pin) { owner.checkPin(std::move(pin)); },
                            [&owner] { owner.recallCharges(); }, owner.diskDoors()},
            ShopLoop::Clocks{[&owner] { return owner.m_core.wall() + owner.wallJump; },
                             [&owner] { return owner.steady(); }});
    }

    int incarnation;
    SimLedger ledger;
    Shop shop;
    InputQueue queue;
    std::unique_ptr<ShopLoop> loop;
    std::optional<Schedule::Ticket> wake;
    std::multimap<std::string, Question> questions; ///< by route and id, not yet answered
    BoardHold boardHold;
    std::deque<ChargeCall> chargesWaiting;
    int chargesRunning{0};
    int pinsRunning{0};
    std::uint64_t steps{0};
};

DaemonProcess::DaemonProcess(Core& core, Bank& bank, Auditor& auditor, test::MemoryBooks& books,
                             ShopSettings settings, Doors doors)
    : m_core{core},
      m_bank{bank},
      m_auditor{auditor},
      m_books{books},
      m_settings{std::move(settings)},
      m_doors{std::move(doors)}
{
}

DaemonProcess::~DaemonProcess() = default;

SteadyTime DaemonProcess::steady() const
{
    return SteadyTime{std::chrono::hours{1} + m_core.now()};
}

const Shop& DaemonProcess::shop() const
{
    return m_running->shop;
}

// ---- life -----------------------------------------------------------------------------------

void DaemonProcess::start()
{
    if (m_running)
        return;
    m_core.note("daemon starts");
    m_auditor.daemonStarted();
    m_running = std::make_unique<Running>(*this, ++m_incarnation);
    runStep([this] { m_running->loop->step({StartInput{}}); });
}

void DaemonProcess::kill(const std::string& where)
{
    if (m_running)
        die(where);
}

void DaemonProcess::stop()
{
    if (!m_running)
        return;
    m_core.note("daemon is told to stop");
    runStep([this] { m_running->loop->finish(); });
    if (m_running)
        die("stopped");
}

void DaemonProcess::die(const std::string& where)
{
    m_core.note("daemon dies", where);
    if (m_running->wake)
        m_core.schedule.cancel(*m_running->wake);
    m_running.reset();
    const milliseconds wait = restartAfter ? restartAfter() : milliseconds{1'000};
    if (wait.count() >= 0)
        m_core.schedule.after(wait, [this] { start(); });
}

void DaemonProcess::killAt(const std::string& place, int times)
{
    if (place == "commit.lost" || place == "commit.kept") {
        (place == "commit.lost" ? disk.tornLost : disk.tornKept) = true;
        return;
    }
    m_plan = {place, times};
}

void DaemonProcess::passes(std::string_view place)
{
    if (m_plan.times == 0 || place != m_plan.place || --m_plan.times > 0)
        return;
    throw Killed{std::string{place}};
}

// ---- steps ----------------------------------------------------------------------------------

void DaemonProcess::put(Input input)
{
    if (m_running->queue.put(std::move(input)) == InputQueue::Admission::Taken)
        wakeAt(m_core.now() + stepTakes);
}

void DaemonProcess::wakeAt(milliseconds when)
{
    std::optional<Schedule::Ticket>& wake = m_running->wake;
    if (wake && wake->first <= when)
        return;
    if (wake)
        m_core.schedule.cancel(*wake);
    wake = m_core.schedule.at(when, [this] {
        m_running->wake.reset();
        step();
    });
}

void DaemonProcess::step()
{
    ++m_running->steps;
    m_running->queue.wake(); // so that taking never waits, not even for a moment that is over
    runStep([this] {
        m_running->loop->step(m_running->queue.take(std::chrono::steady_clock::time_point{}));
    });
}

/// Runs product code; what it throws is the end of this process.
void DaemonProcess::runStep(const std::function<void()>& work)
{
    t_running = this;
    std::string end;
    try {
        work();
    } catch (const Killed& killed) {
        end = killed.place;
        m_core.coverage.reach("killed at " + end);
    } catch (const LedgerBroken& broken) {
        end = "disk broken";
    }
    t_running = nullptr;
    if (!end.empty())
        return die(end);
    m_auditor.stepped(m_running->shop);
    checkAnswers();
    wakeForNextStep();
}

void DaemonProcess::wakeForNextStep()
{
    const auto next = m_running->loop->nextStep(steady()) - steady();
    wakeAt(m_core.now() + std::max<milliseconds>(next, milliseconds{1}));
}

/// Whoever asked has his answer in the step that took the question; a payment within its time.
void DaemonProcess::checkAnswers()
{
    for (const auto& [route, question] : m_running->questions) {
        const auto age = m_core.now() - question.at;
        const bool late = question.kind == Question::Kind::AtOnce
                              ? question.step < m_running->steps
                              : age > protocol::kPlaceAnswerAfter + kAnswerSlack;
        if (late)
            return m_auditor.unanswered(question.what);
    }
}

// ---- questions and answers ------------------------------------------------------------------

bool DaemonProcess::receive(const std::string& route, const protocol::Request& request)
{
    if (!m_running)
        return false;
    remember(route, request);
    put(CommandInput{{route, request.id}, request});
    return true;
}

void DaemonProcess::remember(const std::string& route, const protocol::Request& request)
{
    Question question;
    question.what = std::string{protocol::typeName(request.body)} + " of " + request.from.name;
    question.at = m_core.now();
    question.step = m_running->steps;
    std::visit(
        [&](const auto& body) {
            using Body = std::decay_t<decltype(body)>;
            if constexpr (
                requires { body.pin; } || requires { body.newPin; })
                question.kind = Question::Kind::Pin;
            if constexpr (std::is_same_v<Body, protocol::OrderPlace> ||
                          std::is_same_v<Body, protocol::AttemptResume>)
                question.kind = Question::Kind::Place;
            if constexpr (std::is_same_v<Body, protocol::OrderPlace> ||
                          std::is_same_v<Body, protocol::AttemptResume> ||
                          std::is_same_v<Body, protocol::AttemptAbandon>)
                question.key = body.key.value;
            question.isCheckout = std::is_same_v<Body, protocol::CheckoutOpen>;
            if constexpr (requires { body.proof; })
                if (const auto* proof = std::get_if<protocol::CodeProof>(&body.proof))
                    question.proof = *proof;
        },
        request.body);
    // Only the newest asker of an attempt is answered.
    if (question.kind == Question::Kind::Place)
        std::erase_if(m_running->questions, [&](const auto& entry) {
            return entry.second.kind == Question::Kind::Place && entry.second.key == question.key;
        });
    m_running->questions.emplace(route + '#' + request.id, std::move(question));
}

void DaemonProcess::send(Outgoing outgoing)
{
    passes("effects.before_replies");
    bool first = true;
    for (const Outgoing::Reply& reply : outgoing.replies) {
        if (!std::exchange(first, false))
            passes("effects.between_replies");
        sendReply(reply);
    }
    if (outgoing.paidAnswer)
        passes("paid.answered_before_publish");
    first = true;
    for (const Outgoing::Frame& frame : outgoing.frames) {
        if (!std::exchange(first, false))
            passes("effects.between_frames");
        publish(frame);
    }
}

void DaemonProcess::sendReply(const Outgoing::Reply& reply)
{
    m_auditor.leaves(reply.bytes);
    // {"v":1,"id":"…","status":"…","seq":…,"body":…}
    const std::string& bytes = reply.bytes;
    const auto idAt = bytes.find("\"id\":\"") + 6;
    const std::string id = bytes.substr(idAt, bytes.find('"', idAt) - idAt);
    const auto found = m_running->questions.find(reply.route + '#' + id);
    if (found != m_running->questions.end()) {
        const bool ok = bytes.find("\"status\":\"ok\"") < bytes.find("\"body\":");
        const auto bodyAt = bytes.find("\"body\":") + 7;
        if (ok && !found->second.key.empty())
            m_auditor.answeredFinally(found->second.key,
                                      bytes.substr(bodyAt, bytes.size() - bodyAt - 1));
        if (ok && found->second.proof)
            m_auditor.provenBy(found->second.what, found->second.proof->number,
                               found->second.proof->code);
        if (ok && found->second.isCheckout)
            if (const auto read = protocol::decodeReply<protocol::Quote>(bytes))
                if (const auto* quote = std::get_if<protocol::Quote>(&read->content))
                    m_auditor.quoted(quote->quote);
        m_running->questions.erase(found);
    }
    m_doors.reply(reply.route, bytes);
}

void DaemonProcess::publish(const Outgoing::Frame& frame)
{
    m_auditor.leaves(frame.events);
    auto events = protocol::decodeFrame(frame.events);
    if (events && frame.board == frame.events) {
        const auto beat = std::make_shared<const protocol::Frame>(*std::move(events));
        publishBoard(m_running->boardHold.takeHeld());
        return m_doors.publish({beat, beat});
    }
    if (!events)
        return m_core.violate("I11", "a frame that cannot be read: " + events.error().detail);
    audit(protocol::Stream::Events, *events);
    m_doors.publish({std::make_shared<const protocol::Frame>(*std::move(events)), nullptr});
    publishBoard(m_running->boardHold.pass(frame.board, frame.quiet));
}

void DaemonProcess::publishBoard(const std::vector<std::string>& frames)
{
    for (const std::string& bytes : frames) {
        m_auditor.leaves(bytes);
        auto board = protocol::decodeFrame(bytes);
        if (!board)
            return m_core.violate("I11", "a frame that cannot be read: " + board.error().detail);
        audit(protocol::Stream::Board, *board);
        m_doors.publish({nullptr, std::make_shared<const protocol::Frame>(*std::move(board))});
    }
}

void DaemonProcess::audit(protocol::Stream stream, const protocol::Frame& frame)
{
    if (const auto* event = std::get_if<protocol::EventFrame>(&frame))
        m_auditor.published(stream, event->event);
}

// ---- the provider and the PIN ---------------------------------------------------------------

GatewayWorkers::Admission DaemonProcess::call(GatewayCall call)
{
    passes("effects.before_call");
    if (const auto* charge = std::get_if<ChargeCall>(&call)) {
        const auto waitingMax =
            m_settings.chargesWaitingMax + static_cast<std::size_t>(m_settings.chargeWorkers);
        if (m_running->chargesRunning >= m_settings.chargeWorkers) {
            if (m_running->chargesWaiting.size() >= waitingMax)
                return GatewayWorkers::Admission::QueueFull;
            m_auditor.calling(call);
            m_running->chargesWaiting.push_back(*charge);
            return GatewayWorkers::Admission::Accepted;
        }
        ++m_running->chargesRunning;
    } else if (settlesFull && !std::holds_alternative<CancelWaitCall>(call)) {
        return GatewayWorkers::Admission::QueueFull;
    }
    m_auditor.calling(call);
    if (!isTakenBack(call))
        callBank(call);
    passes("effects.after_call");
    return GatewayWorkers::Admission::Accepted;
}

/// As the workers do: a charge that waits for one of them is not begun once its wait is cancelled.
bool DaemonProcess::isTakenBack(const GatewayCall& call)
{
    const auto* cancel = std::get_if<CancelWaitCall>(&call);
    if (!cancel)
        return false;
    const auto one =
        std::find_if(m_running->chargesWaiting.begin(), m_running->chargesWaiting.end(),
                     [cancel](const ChargeCall& each) { return each.key == cancel->key; });
    if (one == m_running->chargesWaiting.end())
        return false;
    m_running->chargesWaiting.erase(one);
    put(GatewayResult{
        ChargeFinished{cancel->key,
                       ChargeNotSent{NotSentReason::NotBegun, {}, "taken back before it was begun"},
                       {}}});
    put(GatewayResult{CancelWaitFinished{cancel->key, {CancelWaitResult::Cancelled, {}}}});
    return true;
}

void DaemonProcess::callBank(const GatewayCall& call)
{
    if (const auto* charge = std::get_if<ChargeCall>(&call))
        m_auditor.chargeBegins(*charge);
    m_bank.call(call, [this, process = m_incarnation](const GatewayResult& result) {
        if (!m_running || m_running->incarnation != process)
            return;
        const bool charged = std::holds_alternative<ChargeFinished>(result);
        put(result);
        if (charged)
            chargeEnded();
    });
}

/// A disk with a reserve of a few transactions for what must still be written.
ShopLoop::Disk DaemonProcess::diskDoors()
{
    return daemon::ShopLoop::Disk{
        [this] { return disk.full ? std::int64_t{0} : std::int64_t{1} << 40; },
        [this] {
            if (!disk.full)
                disk.reserveKept = true;
            return disk.reserveKept;
        },
        [this] {
            if (!std::exchange(disk.reserveKept, false))
                return false;
            disk.reserve = kReserve;
            return true;
        }};
}

/// What waits for a worker is not begun any more.
void DaemonProcess::recallCharges()
{
    for (const ChargeCall& charge : std::exchange(m_running->chargesWaiting, {}))
        put(GatewayResult{ChargeFinished{
            charge.key,
            ChargeNotSent{NotSentReason::NotBegun, {}, "taken back before it was begun"},
            {}}});
}

void DaemonProcess::chargeEnded()
{
    m_running->chargesRunning = std::max(0, m_running->chargesRunning - 1);
    if (m_running->chargesWaiting.empty())
        return;
    const ChargeCall next = m_running->chargesWaiting.front();
    m_running->chargesWaiting.pop_front();
    ++m_running->chargesRunning;
    callBank(next);
}

void DaemonProcess::checkPin(PinEffect question)
{
    // One worker, a tenth of a second each.
    const milliseconds wait = milliseconds{100} * ++m_running->pinsRunning;
    m_core.schedule.after(wait, [this, question = std::move(question), process = m_incarnation] {
        if (!m_running || m_running->incarnation != process)
            return;
        --m_running->pinsRunning;
        const auto hashOf = [](const std::string& pin) {
            return "hash-" + std::to_string(std::hash<std::string>{}(pin));
        };
        PinInput answer{question.ticket, false, {}};
        answer.fits = question.hash.empty() || question.hash == hashOf(question.pin);
        if (answer.fits && !question.newPin.empty())
            answer.newHash = hashOf(question.newPin);
        put(answer);
    });
}

} // namespace coffee::sim

namespace coffee::daemon {

// The simulator's own halves of what the daemon's program has: a place at which the process may
// die, and a log that nobody reads.

void failpoint(std::string_view name)
{
    if (sim::t_running)
        sim::t_running->passes(name);
}

void logLine(std::string_view, std::string_view) {}
void logEvents(std::span<const Event>) {}

} // namespace coffee::daemon
