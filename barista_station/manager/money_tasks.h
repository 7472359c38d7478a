// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/shop_view.h"

#include <chrono>
#include <map>
#include <string>
#include <vector>

namespace coffee::station {

/// Money that is not settled. The order of the enumerators is the order of the list: first what
/// only a person can end, then what goes on by itself.
enum class TaskKind {
    AttemptReview,    ///< a person must settle a payment
    RefundReview,     ///< a person must settle a refund
    PaymentUnknown,   ///< a payment's outcome is not known
    PaymentReturning, ///< a payment is being given back
    RefundDue         ///< money is owed and has not gone back
};

/// Money that moves by itself becomes a task when it takes longer than this; most is settled
/// within a second, and nobody could read it.
inline constexpr std::chrono::milliseconds kTaskAfter{10'000};

struct MoneyTask {
    TaskKind kind{TaskKind::AttemptReview};
    std::int64_t id{0}; ///< of the attempt or the refund
    Money amount;
    std::string kiosk;
    OrderId order{0}; ///< of a refund
    std::int32_t number{0};
    ShopTime since{};
    std::string cause; ///< as the log words it; empty where nothing says it
    friend bool operator==(const MoneyTask&, const MoneyTask&) = default;

    [[nodiscard]] bool isRefund() const;
    [[nodiscard]] bool needsPerson() const;
    /// The bank can be asked: not about a refund that a person pays back, since asking would pay
    /// it.
    [[nodiscard]] bool mayLook() const;
};

/// A task that has ended.
struct SettledTask {
    bool isRefund{false};
    std::int64_t id{0};
    Money amount;
    std::string kiosk;
    OrderId order{0};
    std::int32_t number{0};
    ShopTime since{};
    ShopTime endedAt{};
    AttemptState end{AttemptState::Voided}; ///< of a payment
    bool neededPerson{false};
    std::string cause;  ///< why it was a task
    std::string reason; ///< why it ended: a person's words or the log's
    Actor by;
    friend bool operator==(const SettledTask&, const SettledTask&) = default;
};

/// What the history adds to the shop's view.
struct TaskHistory {
    std::vector<SettledTask> settled;       ///< of one day, the last first
    std::map<RefundId, std::string> causes; ///< of refunds that a person must settle
    friend bool operator==(const TaskHistory&, const TaskHistory&) = default;
};

/// Everything that is not settled at `now` (shop time), within one kind the longest first.
[[nodiscard]] std::vector<MoneyTask> openTasks(const ShopView& view, ShopTime now,
                                               const std::map<RefundId, std::string>& causes = {});

/// What the events of payments and refunds tell of the tasks that ended on `day`. Whatever
/// `openTasks` has shown once is among them when it ends. Numbers and kiosks of refunds are not in
/// these events.
[[nodiscard]] TaskHistory taskHistory(const std::vector<Event>& events, BusinessDay day);

} // namespace coffee::station
