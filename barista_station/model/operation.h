// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/messages.h"

#include <chrono>
#include <deque>
#include <variant>

/// Something that was done at the bar and that the daemon must learn: a value that survives until
/// the daemon has answered it.
namespace coffee::station {

/// The commands a station sends.
using OperationBody = std::variant<protocol::OrderCommand, protocol::UnitCommand, protocol::StopAck,
                                   protocol::SetAvailability, protocol::HelpTake>;

struct Operation {
    OperationKey key;
    OperationBody body;
    std::chrono::system_clock::time_point madeAt{}; ///< only for its age, also over a restart
    bool sent{false};                               ///< at least one try has left
    bool answered{false};                           ///< the daemon accepted it
    Sequence answeredAt{0}; ///< the log's head then: the picture shows it from there on
};

/// The order it is about; 0 for sold-out switches and help calls.
[[nodiscard]] OrderId orderOf(const OperationBody& body);

/// The request as it is sent: with the operation's key, and the age that it has now.
[[nodiscard]] protocol::RequestBody requestOf(const Operation& operation,
                                              std::chrono::milliseconds age);

/// The step of the order's state machine that the command asks for; a call again has none.
[[nodiscard]] std::optional<OrderStep> stepOf(protocol::OrderAction action);

/// The order as it will be when everything that is on its way has been accepted. A step that does
/// not fit any more (it happened already, or the order was cancelled) changes nothing.
[[nodiscard]] OrderView predicted(OrderView order, const std::deque<Operation>& operations);

} // namespace coffee::station
