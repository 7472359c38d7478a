// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/drill/drill_person.h"

namespace coffee::drill {

/// A barista's station: starts orders, ticks units off, refuses one now and then, hands over,
/// acknowledges stops; and follows the log, which has neither a gap nor another identity.
class DrillBar final : public DrillPerson {
public:
    using DrillPerson::DrillPerson;

    void act() override;

private:
    void follow();
    void work(const OrderView& order);
    void workOnUnits(const OrderView& order);
    void move(const OrderView& order, protocol::OrderAction action);

    std::string m_epoch;
    Sequence m_seq{0};
};

} // namespace coffee::drill
