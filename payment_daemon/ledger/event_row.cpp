// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ledger/event_row.h"

#include "payment_daemon/ledger/column_words.h"
#include "shared/protocol/codec.h"

#include <concepts>

namespace coffee::daemon {

Event eventOf(const Rows& row)
{
    auto body = protocol::decodeEventBody(row.view(6), row.view(7));
    if (!body)
        throw UnreadableRow{"event " + row.text(0) + ": " + body.error().detail};
    return {row.integer(0),
            fromMs(row.integer(1)),
            fromMs(row.integer(2)),
            row.number(3),
            Actor{wordIn<Role>(row, 4), row.text(5)},
            std::move(*body)};
}

std::optional<OrderId> orderOf(const EventBody& body)
{
    return std::visit(
        [](const auto& event) -> std::optional<OrderId> {
            if constexpr (requires {
                              {
                                  event.order
                                  } -> std::convertible_to<OrderId>;
                          })
                return event.order;
            else
                return std::nullopt;
        },
        body);
}

std::optional<AttemptId> attemptOf(const EventBody& body)
{
    return std::visit(
        [](const auto& event) -> std::optional<AttemptId> {
            if constexpr (requires {
                              {
                                  event.attempt
                                  } -> std::convertible_to<AttemptId>;
                          })
                return event.attempt;
            else
                return std::nullopt;
        },
        body);
}

} // namespace coffee::daemon
