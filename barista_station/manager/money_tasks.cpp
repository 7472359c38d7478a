// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/money_tasks.h"

#include "shared/domain/causes.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace coffee::station {
namespace {

std::optional<TaskKind> kindOf(AttemptState state)
{
    switch (state) {
    case AttemptState::Unknown:
        return TaskKind::PaymentUnknown;
    case AttemptState::Reversing:
        return TaskKind::PaymentReturning;
    case AttemptState::NeedsReview:
        return TaskKind::AttemptReview;
    case AttemptState::Charging:
    case AttemptState::Paid:
    case AttemptState::Declined:
    case AttemptState::Voided:
    case AttemptState::Kept:
        return std::nullopt;
    }
    return std::nullopt;
}

bool isTask(const MoneyTask& task, ShopTime now)
{
    return task.needsPerson() || now - task.since >= kTaskAfter;
}

bool wasTask(const SettledTask& task)
{
    return task.neededPerson || task.endedAt - task.since >= kTaskAfter;
}

/// Follows every payment and refund from the moment at which it was not settled.
class TaskFold {
public:
    explicit TaskFold(BusinessDay day) : m_day{day} {}

    void apply(const Event& event)
    {
        if (const auto* moved = std::get_if<AttemptMoved>(&event.body))
            apply(event, *moved);
        else if (const auto* paid = std::get_if<OrderPaid>(&event.body))
            apply(event, *paid);
        else if (const auto* opened = std::get_if<RefundOpened>(&event.body))
            apply(event, *opened);
        else if (const auto* refund = std::get_if<RefundMoved>(&event.body))
            apply(event, *refund);
    }
    [[nodiscard]] TaskHistory take()
    {
        std::reverse(m_told.settled.begin(), m_told.settled.end());
        for (const auto& [id, task] : m_refunds)
            if (task.neededPerson)
                m_told.causes.emplace(id, task.cause);
        return std::move(m_told);
    }

private:
    void apply(const Event& event, const AttemptMoved& moved)
    {
        const auto kind = kindOf(moved.to);
        if (!kind) {
            end(event, m_attempts, moved.attempt, moved.to, moved.cause);
            return;
        }
        SettledTask& task = m_attempts[moved.attempt];
        if (task.id == 0) {
            task.id = moved.attempt;
            task.amount = moved.amount;
            task.kiosk = moved.kiosk;
            task.since = event.at;
        }
        task.neededPerson = task.neededPerson || moved.to == AttemptState::NeedsReview;
        task.cause = moved.cause;
    }
    void apply(const Event& event, const OrderPaid& paid)
    {
        const auto task = m_attempts.find(paid.attempt);
        if (task == m_attempts.end())
            return;
        task->second.order = paid.order;
        task->second.number = paid.number;
        end(event, m_attempts, paid.attempt, AttemptState::Paid, {});
    }
    void apply(const Event& event, const RefundOpened& opened)
    {
        SettledTask& task = m_refunds[opened.refund];
        task.isRefund = true;
        task.id = opened.refund;
        task.amount = opened.amount;
        task.order = opened.order;
        task.since = event.at;
        task.cause = opened.reason;
    }
    void apply(const Event& event, const RefundMoved& moved)
    {
        const auto task = m_refunds.find(moved.refund);
        if (task == m_refunds.end())
            return;
        if (moved.to == RefundState::NeedsReview) {
            task->second.neededPerson = true;
            task->second.cause = moved.reason;
        } else if (moved.to == RefundState::Done) {
            end(event, m_refunds, moved.refund, AttemptState::Voided, moved.reason);
        }
    }
    void end(const Event& event, std::map<std::int64_t, SettledTask>& open, std::int64_t id,
             AttemptState state, const std::string& reason)
    {
        const auto found = open.find(id);
        if (found == open.end())
            return;
        SettledTask task = std::move(found->second);
        open.erase(found);
        task.end = state;
        task.endedAt = event.at;
        task.reason = reason;
        task.by = event.actor;
        if (event.day == m_day && wasTask(task))
            m_told.settled.push_back(std::move(task));
    }

    BusinessDay m_day;
    std::map<std::int64_t, SettledTask> m_attempts; ///< not settled
    std::map<std::int64_t, SettledTask> m_refunds;
    TaskHistory m_told;
};

} // namespace

bool MoneyTask::isRefund() const
{
    return kind == TaskKind::RefundReview || kind == TaskKind::RefundDue;
}

bool MoneyTask::needsPerson() const
{
    return kind == TaskKind::AttemptReview || kind == TaskKind::RefundReview;
}

bool MoneyTask::mayLook() const
{
    return kind != TaskKind::RefundReview;
}

std::vector<MoneyTask> openTasks(const ShopView& view, ShopTime now,
                                 const std::map<RefundId, std::string>& causes)
{
    std::vector<MoneyTask> tasks;
    const auto add = [&tasks, now](MoneyTask task) {
        if (isTask(task, now))
            tasks.push_back(std::move(task));
    };
    for (const auto& [id, attempt] : view.payments.attempts)
        if (const auto kind = kindOf(attempt.state))
            add({*kind, id, attempt.amount, attempt.kiosk, 0, 0, attempt.since, attempt.cause});
    for (const auto& [id, order] : view.orders.all())
        for (const RefundView& refund : order.refunds) {
            if (refund.state == RefundState::Done)
                continue;
            const bool review = refund.state == RefundState::NeedsReview;
            const auto cause = causes.find(refund.id);
            add({review ? TaskKind::RefundReview : TaskKind::RefundDue, refund.id, refund.amount,
                 order.kiosk, id, order.number, refund.since,
                 review && cause != causes.end() ? cause->second : refund.reason});
        }
    std::stable_sort(tasks.begin(), tasks.end(), [](const MoneyTask& left, const MoneyTask& right) {
        return std::tuple{!left.needsPerson(), left.needsPerson() ? TaskKind{} : left.kind,
                          left.since} < std::tuple{!right.needsPerson(),
                                                   right.needsPerson() ? TaskKind{} : right.kind,
                                                   right.since};
    });
    return tasks;
}

TaskHistory taskHistory(const std::vector<Event>& events, BusinessDay day)
{
    TaskFold fold{day};
    for (const Event& event : events)
        fold.apply(event);
    return fold.take();
}

} // namespace coffee::station
