// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/model/status_reporter.h"

#include "barista_station/model/operation_record.h"

#include <algorithm>

namespace coffee::station {
namespace {

using client::Answer;
using client::ReplyOf;
using std::chrono::milliseconds;

const std::string kJournalPrefix = "operation/";

/// The wire takes ages up to thirty days; older work is a clock that was wrong.
constexpr milliseconds kAgeMax = std::chrono::hours{24 * 30};

} // namespace

StatusReporter::StatusReporter(client::OrderClient& client, client::Journal* journal,
                               WallNow wallNow, NewKey newKey, QObject* parent)
    : QObject{parent},
      m_client{client},
      m_journal{journal},
      m_wallNow{std::move(wallNow)},
      m_newKey{std::move(newKey)}
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &StatusReporter::sendNext);
    load();
    if (!m_operations.empty())
        m_retry.start(milliseconds{0});
}

StatusReporter::~StatusReporter() = default;

void StatusReporter::load()
{
    if (!m_journal)
        return;
    for (const client::Journal::Entry& entry : m_journal->entries(kJournalPrefix)) {
        if (std::optional<Operation> operation = operationFromRecord(entry.value))
            m_operations.push_back(std::move(*operation));
        else if (m_journal->remove(entry.key) != client::Journal::Outcome::Written)
            m_durable = false; // Of another version: no daemon would understand it either.
    }
}

StatusReporter::Taken StatusReporter::report(OperationBody body)
{
    if (m_operations.size() >= kOperationsMax) {
        Refusal full;
        full.code = RefusalCode::Busy;
        Q_EMIT refused(orderOf(body), full);
        return Taken::Full;
    }
    Operation operation;
    operation.key = m_newKey();
    operation.body = std::move(body);
    operation.madeAt = m_wallNow();
    m_durable = write(operation);
    m_operations.push_back(std::move(operation));
    if (m_inFlight.empty() && !m_retry.isActive())
        sendNext();
    Q_EMIT changed();
    return m_durable ? Taken::Yes : Taken::NotDurable;
}

int StatusReporter::waiting() const
{
    return static_cast<int>(
        std::count_if(m_operations.begin(), m_operations.end(),
                      [](const Operation& operation) { return !operation.answered; }));
}

milliseconds StatusReporter::oldestWaiting() const
{
    for (const Operation& operation : m_operations)
        if (!operation.answered)
            return ageOf(operation);
    return milliseconds{0};
}

void StatusReporter::caughtUp(Sequence seq)
{
    m_shown = seq;
    if (dropShown())
        Q_EMIT changed();
}

bool StatusReporter::dropShown()
{
    return std::erase_if(m_operations, [this](const Operation& operation) {
               return operation.answered && operation.answeredAt <= m_shown;
           }) > 0;
}

void StatusReporter::tryNow()
{
    if (m_inFlight.empty())
        sendNext();
}

void StatusReporter::sendNext()
{
    m_retry.stop();
    const auto next = std::find_if(m_operations.begin(), m_operations.end(),
                                   [](const Operation& operation) { return !operation.answered; });
    if (next == m_operations.end())
        return;
    next->sent = true;
    m_inFlight = next->key;
    const Operation operation = *next;
    std::visit(
        [&](auto command) {
            command.op = operation.key;
            if constexpr (requires { command.ageMs; })
                command.ageMs = ageOf(operation).count();
            send(command);
        },
        operation.body);
}

template <class Command>
void StatusReporter::send(const Command& command)
{
    m_client.ask(command, this, [this](const Answer<ReplyOf<Command>>& answer) {
        if (answer.body()) {
            accept(answer.seq);
            return;
        }
        if (const Refusal* refusal = answer.refusal()) {
            refuse(*refusal);
            return;
        }
        // Nobody answered, or the daemon is still deciding: the same key again.
        m_inFlight = {};
        m_retry.start(kRetryAfter);
        Q_EMIT changed();
    });
}

void StatusReporter::accept(Sequence seq)
{
    if (Operation* operation = inFlight()) {
        operation->answered = true;
        operation->answeredAt = seq;
        drop(operation->key);
    }
    m_inFlight = {};
    // Its event may have come first, and the next one may be long in coming.
    static_cast<void>(dropShown());
    sendNext();
    Q_EMIT changed();
}

void StatusReporter::refuse(const Refusal& refusal)
{
    if (refusal.code == RefusalCode::Busy) {
        // Nothing was recorded; the daemon says when to come back.
        m_inFlight = {};
        m_retry.start(std::clamp(refusal.retryAfter, milliseconds{100}, milliseconds{10'000}));
        return;
    }
    OrderId order = 0;
    if (const Operation* operation = inFlight()) {
        order = orderOf(operation->body);
        const OperationKey key = operation->key;
        drop(key);
        std::erase_if(m_operations, [&key](const Operation& one) { return one.key == key; });
    }
    m_inFlight = {};
    sendNext();
    Q_EMIT changed();
    Q_EMIT refused(order, refusal);
}

void StatusReporter::drop(const OperationKey& key)
{
    if (m_journal)
        m_durable =
            m_journal->remove(kJournalPrefix + key.value) == client::Journal::Outcome::Written;
}

Operation* StatusReporter::inFlight()
{
    const auto found =
        std::find_if(m_operations.begin(), m_operations.end(),
                     [this](const Operation& operation) { return operation.key == m_inFlight; });
    return found == m_operations.end() ? nullptr : &*found;
}

milliseconds StatusReporter::ageOf(const Operation& operation) const
{
    const auto age = std::chrono::duration_cast<milliseconds>(m_wallNow() - operation.madeAt);
    return std::clamp(age, milliseconds{0}, kAgeMax);
}

bool StatusReporter::write(const Operation& operation)
{
    return !m_journal || m_journal->put(kJournalPrefix + operation.key.value,
                                        recordOf(operation)) == client::Journal::Outcome::Written;
}

} // namespace coffee::station
