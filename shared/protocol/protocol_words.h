// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/words.h"
#include "shared/protocol/messages.h"

/// The words of the enumerators that only the wire has.
namespace coffee {

template <>
struct Words<protocol::Stream> {
    static constexpr WordTable<protocol::Stream, 2> table{
        {{protocol::Stream::Events, "events"}, {protocol::Stream::Board, "board"}}};
};
template <>
struct Words<protocol::UntilKind> {
    static constexpr WordTable<protocol::UntilKind, 3> table{
        {{protocol::UntilKind::ByHand, "by_hand"},
         {protocol::UntilKind::Minutes, "minutes"},
         {protocol::UntilKind::EndOfDay, "end_of_day"}}};
};
template <>
struct Words<protocol::ReviewKind> {
    static constexpr WordTable<protocol::ReviewKind, 2> table{
        {{protocol::ReviewKind::Attempt, "attempt"}, {protocol::ReviewKind::Refund, "refund"}}};
};
template <>
struct Words<protocol::ReviewOutcome> {
    static constexpr WordTable<protocol::ReviewOutcome, 4> table{
        {{protocol::ReviewOutcome::Declined, "declined"},
         {protocol::ReviewOutcome::Voided, "voided"},
         {protocol::ReviewOutcome::Done, "done"},
         {protocol::ReviewOutcome::Kept, "kept"}}};
};
template <>
struct Words<protocol::ReplyStatus> {
    static constexpr WordTable<protocol::ReplyStatus, 3> table{
        {{protocol::ReplyStatus::Ok, "ok"},
         {protocol::ReplyStatus::Pending, "pending"},
         {protocol::ReplyStatus::Refused, "refused"}}};
};

} // namespace coffee
