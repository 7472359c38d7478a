// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/result.h"
#include "shared/protocol/messages.h"

#include <string>
#include <string_view>

/// Bytes to values and back, strictly: an unknown type, a missing, extra or doubled key, a wrong
/// kind or a value out of range is refused with one sentence, never guessed. Thread-safe: the
/// parser is one per thread.
namespace coffee::protocol {

/// Why bytes are not a message: `code` is what a server answers, `detail` says what, where and
/// what was expected; `id` is the request's id as far as it could be read.
struct DecodeError {
    RefusalCode code{RefusalCode::Malformed};
    std::string detail;
    std::string id;
};

[[nodiscard]] std::string encode(const Request& request);
[[nodiscard]] Result<Request, DecodeError> decodeRequest(std::string_view bytes);

/// The body of a reply. A daemon stores these bytes and gives them again.
[[nodiscard]] std::string encodeBody(const Accepted& body);
[[nodiscard]] std::string encodeBody(const PresenceAnswer& body);
[[nodiscard]] std::string encodeBody(const Quote& body);
[[nodiscard]] std::string encodeBody(const AttemptAnswer& body);
[[nodiscard]] std::string encodeBody(const OrderShown& body);
[[nodiscard]] std::string encodeBody(const CancelAnswer& body);
[[nodiscard]] std::string encodeBody(const OrderAnswer& body);
[[nodiscard]] std::string encodeBody(const RefundAnswer& body);
[[nodiscard]] std::string encodeBody(const BackupTaken& body);
[[nodiscard]] std::string encodeBody(const ParkedAnswer& body);
[[nodiscard]] std::string encodeBody(const TakenAnswer& body);
[[nodiscard]] std::string encodeBody(const MenuAnswer& body);
[[nodiscard]] std::string encodeBody(const Snapshot& body);
[[nodiscard]] std::string encodeBody(const EventsPage& body);
[[nodiscard]] std::string encodeBody(const StatusAnswer& body);
[[nodiscard]] std::string encodeBody(const OrdersAnswer& body);
[[nodiscard]] std::string encodeBody(const HistoryAnswer& body);
[[nodiscard]] std::string encodeBody(const ClosedAnswer& body);
[[nodiscard]] std::string encodeBody(const ZAnswer& body);
[[nodiscard]] std::string encodeBody(const Pending& body);
[[nodiscard]] std::string encodeBody(const Refusal& body);

/// Wraps a body that `encodeBody` made.
[[nodiscard]] std::string encodeReply(std::string_view id, ReplyStatus status, Sequence seq,
                                      std::string_view body);

/// Instantiated for every reply type above but `Pending` and `Refusal`, which each may be.
template <class Body>
[[nodiscard]] Result<Reply<Body>, DecodeError> decodeReply(std::string_view bytes);

[[nodiscard]] std::string encode(const EventFrame& frame);
[[nodiscard]] std::string encode(const Heartbeat& heartbeat);
[[nodiscard]] Result<Frame, DecodeError> decodeFrame(std::string_view bytes);

/// The body of an event alone, as the ledger keeps it beside the type's name.
[[nodiscard]] std::string encodeEventBody(const EventBody& body);
[[nodiscard]] Result<EventBody, DecodeError> decodeEventBody(std::string_view type,
                                                             std::string_view bytes);

/// A view, as the daemon and the stations keep it on disk.
[[nodiscard]] std::string encodeView(const ShopView& view);
[[nodiscard]] Result<ShopView, DecodeError> decodeView(std::string_view bytes);
[[nodiscard]] std::string encodeBasket(const PricedBasket& basket);
[[nodiscard]] Result<PricedBasket, DecodeError> decodeBasket(std::string_view bytes);

/// A report, as the ledger keeps a Z for ever: equal reports are equal bytes.
[[nodiscard]] std::string encodeReport(const DayReport& report);
[[nodiscard]] Result<DayReport, DecodeError> decodeReport(std::string_view bytes);

} // namespace coffee::protocol
