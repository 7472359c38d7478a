// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/order_event.h"

namespace coffee {
namespace {

struct PublicBody {
    EventBody operator()(const OrderPaid& paid) const
    {
        std::int32_t units = 0;
        for (const PricedLine& line : paid.basket.lines)
            units += static_cast<std::int32_t>(line.units.size());
        return OrderAppeared{paid.order, paid.number, paid.basket.service, units, paid.wait};
    }
    EventBody operator()(const OrderAppeared& appeared) const { return appeared; }
    EventBody operator()(const OrderMoved& moved) const
    {
        return OrderMoved{moved.order, moved.step, moved.from, moved.to};
    }
    EventBody operator()(const OrderCancelled& cancelled) const
    {
        OrderCancelled known = cancelled;
        known.reason.clear();
        return known;
    }
    EventBody operator()(const UnitMoved& moved) const
    {
        if (moved.to != UnitState::Refused)
            return Hidden{};
        UnitMoved known = moved;
        known.reason.clear();
        return known;
    }
    EventBody operator()(const OrderCalled& called) const { return called; }
    EventBody operator()(const ItemAvailability& item) const { return item; }
    EventBody operator()(const OrderingChanged& ordering) const { return ordering; }
    EventBody operator()(const HoursChanged& hours) const { return hours; }
    // Whoever is held off by it comes back when it is over.
    EventBody operator()(const OrderingPaced& paced) const { return paced; }
    EventBody operator()(const MenuPublished& menu) const { return menu; }
    // A kiosk shows whoever pressed its bell that the call still stands.
    EventBody operator()(const HelpCalled& call) const { return call; }
    EventBody operator()(const HelpTaken& call) const { return call; }
    template <class Other>
    EventBody operator()(const Other&) const
    {
        return Hidden{};
    }
};

} // namespace

Event publicFace(const Event& event)
{
    return {event.seq, event.at, event.occurredAt,
            event.day, Actor{},  std::visit(PublicBody{}, event.body)};
}

} // namespace coffee
