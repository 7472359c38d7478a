// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/pages/order_steps.h"

#include "kiosk/pages/refused_words.h"
#include "shared/widgets/progress.h"
#include "shared/widgets/texts.h"

#include <algorithm>
#include <array>

namespace coffee::kiosk {
namespace {

/// How many steps a cancelled order had behind it.
int stepsBefore(const OrderView& order)
{
    return order.readyAt != ShopTime{} ? 3 : order.startedAt != ShopTime{} ? 2 : 1;
}

} // namespace

void showSteps(ui::StatusSteps& steps, const OrderView& order, OrderState state)
{
    const bool stopped = state == OrderState::Cancelled;
    const int step = stopped ? stepsBefore(order) : ui::texts::orderStep(state);
    std::array reached{order.paidAt, order.startedAt, order.readyAt, order.finishedAt};
    if (stopped)
        reached[static_cast<std::size_t>(step)] = order.finishedAt;
    QStringList times;
    // An order that was taken back keeps the times of later steps; they are not true any more.
    for (int at = 0; at <= std::min(step, static_cast<int>(reached.size()) - 1); ++at) {
        const ShopTime time = reached[static_cast<std::size_t>(at)];
        times.append(time == ShopTime{} ? QString{} : ui::texts::timeOfDay(time));
    }
    steps.setSteps(ui::texts::orderSteps(), step);
    steps.setStopped(stopped ? words::stopped(order) : QString{});
    steps.setTimes(times);
}

} // namespace coffee::kiosk
