// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/manager_session.h"

namespace coffee::station {
namespace {

using namespace protocol;
using client::Answer;
using client::ClientFailure;
using client::ReplyOf;

Money moneyBack(const Accepted&)
{
    return {};
}

Money moneyBack(const CancelAnswer& answer)
{
    return answer.amount;
}

Money moneyBack(const RefundAnswer& answer)
{
    return answer.amount;
}

Money moneyBack(const ClosedAnswer&)
{
    return {};
}

Money moneyBack(const BackupTaken&)
{
    return {};
}

std::int32_t numberOf(const ClosedAnswer& answer)
{
    return static_cast<std::int32_t>(answer.number);
}

std::int32_t numberOf(const CancelAnswer& answer)
{
    return answer.number;
}

template <class Body>
std::int32_t numberOf(const Body&)
{
    return 0;
}

} // namespace

ManagerSession::ManagerSession(client::OrderClient& client, NewKey newKey, QObject* parent)
    : QObject{parent}, m_client{client}, m_newKey{std::move(newKey)}
{
    m_statusTimer.setInterval(kStatusEvery);
    connect(&m_statusTimer, &QTimer::timeout, this, &ManagerSession::askStatus);
}

ManagerSession::~ManagerSession() = default;

void ManagerSession::watchStatus()
{
    m_statusTimer.start();
    askStatus();
}

void ManagerSession::askStatus()
{
    if (m_statusAsked)
        return; // A daemon that does not answer must not collect questions.
    m_statusAsked = true;
    m_client.ask(StatusGet{}, this, [this](const Answer<StatusAnswer>& answer) {
        m_statusAsked = false;
        const bool heard = answer.body() != nullptr;
        if (heard) {
            m_status = *answer.body();
            Q_EMIT statusChanged();
        }
        if (std::exchange(m_tried, false))
            Q_EMIT daemonTried(heard);
    });
}

void ManagerSession::tryDaemon()
{
    m_tried = true;
    askStatus();
}

template <class Request>
void ManagerSession::ask(ManagerAct act, OrderId order, Request request)
{
    m_again = nullptr;
    m_busy = true;
    Q_EMIT busyChanged(true);
    m_client.ask(request, this, [=, this](const Answer<ReplyOf<Request>>& answer) {
        ManagerOutcome outcome{act, order, 0, ClientFailure::TimedOut};
        if (const auto* body = answer.body()) {
            outcome.number = numberOf(*body);
            outcome.result = moneyBack(*body);
        } else if (const Refusal* refusal = answer.refusal()) {
            outcome.result = *refusal;
        } else {
            if (const ClientFailure* failure = answer.failure())
                outcome.result = *failure;
            m_again = [=, this] { ask(act, order, request); };
        }
        m_busy = false;
        Q_EMIT busyChanged(false);
        Q_EMIT finished(outcome);
    });
}

void ManagerSession::pause(std::int32_t minutes, const QString& textKo, const QString& textEn)
{
    if (m_busy)
        return;
    OrderingPause request;
    request.op = m_newKey();
    request.minutes = minutes;
    request.textKo = textKo.toStdString();
    request.textEn = textEn.toStdString();
    ask(ManagerAct::Pause, 0, std::move(request));
}

void ManagerSession::resume()
{
    if (m_busy)
        return;
    ask(ManagerAct::Resume, 0, OrderingResume{m_newKey()});
}

void ManagerSession::pace(std::int32_t makingMinutes)
{
    if (!m_busy)
        ask(ManagerAct::Pace, 0, OrderingPace{m_newKey(), makingMinutes});
}

void ManagerSession::setHours(const std::optional<SaleHours>& hours)
{
    if (!m_busy)
        ask(ManagerAct::SetHours, 0,
            HoursSet{m_newKey(), hours.has_value(), hours.value_or(SaleHours{})});
}

void ManagerSession::setBreaker(BreakerState state, std::int32_t minutes)
{
    if (!m_busy)
        ask(ManagerAct::SetBreaker, 0, BreakerSet{m_newKey(), state, minutes});
}

void ManagerSession::lookAgain(ReviewKind kind, std::int64_t id)
{
    if (!m_busy)
        ask(ManagerAct::LookAgain, 0, ReviewLook{m_newKey(), kind, id});
}

void ManagerSession::refreshScreen(const Actor& screen)
{
    if (!m_busy)
        ask(ManagerAct::RefreshScreen, 0, ScreenRefresh{m_newKey(), screen});
}

void ManagerSession::removeMachine(const Actor& machine)
{
    if (!m_busy)
        ask(ManagerAct::RemoveMachine, 0, MachineRemove{m_newKey(), machine});
}

void ManagerSession::settleAlarm(AlarmKind alarm)
{
    if (!m_busy)
        ask(ManagerAct::SettleAlarm, 0, AlarmSettle{m_newKey(), alarm});
}

void ManagerSession::takeBackup(const QString& pin)
{
    if (!m_busy)
        ask(ManagerAct::TakeBackup, 0, BackupTake{m_newKey(), {}, pin.toStdString()});
}

void ManagerSession::cancel(OrderId order, OrderState seen, const QString& reason,
                            const QString& pin)
{
    if (m_busy)
        return;
    OrderCancelByStaff request;
    request.op = m_newKey();
    request.order = order;
    request.seen = seen;
    request.reason = reason.toStdString();
    request.pin = pin.toStdString();
    ask(ManagerAct::Cancel, order, std::move(request));
}

void ManagerSession::refund(OrderId order, const std::vector<UnitNumber>& units, Money amount,
                            const QString& reason, const QString& pin)
{
    if (m_busy)
        return;
    OrderRefund request;
    request.op = m_newKey();
    request.order = order;
    request.units = units;
    request.amount = amount;
    request.reason = reason.toStdString();
    request.pin = pin.toStdString();
    ask(ManagerAct::Refund, order, std::move(request));
}

void ManagerSession::closeReview(ReviewKind kind, std::int64_t id, ReviewOutcome outcome,
                                 const QString& reason, const QString& pin)
{
    if (m_busy)
        return;
    ReviewClose request;
    request.op = m_newKey();
    request.kind = kind;
    request.id = id;
    request.outcome = outcome;
    request.reason = reason.toStdString();
    request.pin = pin.toStdString();
    ask(ManagerAct::CloseReview, 0, std::move(request));
}

void ManagerSession::closeDay(std::int64_t last, const QString& pin)
{
    if (m_busy)
        return;
    ask(ManagerAct::CloseDay, 0, DayClose{m_newKey(), last, pin.toStdString()});
}

void ManagerSession::repeat()
{
    if (!canRepeat())
        return;
    const std::function<void()> again = m_again;
    again();
}

void ManagerSession::forget()
{
    m_again = nullptr;
}

} // namespace coffee::station
