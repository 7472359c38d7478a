// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/money.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace coffee {

/// Why a command was not carried out. Each has one meaning and one sentence on screen.
enum class RefusalCode {
    Malformed,       ///< the bytes are not a request of this protocol
    UnknownType,     ///< no such command
    WrongVersion,    ///< the envelope's version is not ours
    NotAllowed,      ///< this role may not send this command
    WrongMachine,    ///< the key belongs to another machine
    MenuChanged,     ///< the basket was made from another menu version
    UnknownItem,     ///< an item, group or choice that the menu does not have
    InvalidOptions,  ///< a required option is missing, or too many were chosen
    InvalidCup,      ///< this cup does not go with this item or service
    InvalidQuantity, ///< more than the item, the line or the order may have
    SoldOut,         ///< `items` names what is not available
    PriceChanged,    ///< `total` is the price now
    Busy,            ///< try again after `retryAfter`; nothing was recorded
    Paused,          ///< the shop takes no orders until `until`; `text` is the shop's message
    QuoteExpired,    ///< ask for a new quote under a new key
    KeyReused,       ///< the key was used with another content
    UnknownOrder,    ///< no such order
    WrongCode,       ///< the claim code does not fit; `left` tries remain
    Locked,          ///< too many wrong codes or PINs; try again after `retryAfter`
    WrongPin,        ///< the shop PIN does not fit; `left` tries remain
    PinNotSet,       ///< the shop has no PIN yet
    WrongState,      ///< the order is not in the state that the sender saw
    NotPossible,     ///< this step is not possible in this state
    TooLate,         ///< a customer can no longer cancel
    NumberReused,    ///< the day number was given to a newer order
    UnknownUnit,     ///< the order has no such unit
    RefundTooLarge,  ///< more than what is left of the payment
    UnknownEpoch,    ///< the sequence asked for is not of this log
    NotFound,        ///< nothing there under that name
    ReviewNotOpen,   ///< the task is closed already
};

inline constexpr std::array kAllRefusalCodes{
    RefusalCode::Malformed,      RefusalCode::UnknownType,
    RefusalCode::WrongVersion,   RefusalCode::NotAllowed,
    RefusalCode::WrongMachine,   RefusalCode::MenuChanged,
    RefusalCode::UnknownItem,    RefusalCode::InvalidOptions,
    RefusalCode::InvalidCup,     RefusalCode::InvalidQuantity,
    RefusalCode::SoldOut,        RefusalCode::PriceChanged,
    RefusalCode::Busy,           RefusalCode::Paused,
    RefusalCode::QuoteExpired,   RefusalCode::KeyReused,
    RefusalCode::UnknownOrder,   RefusalCode::WrongCode,
    RefusalCode::Locked,         RefusalCode::WrongPin,
    RefusalCode::PinNotSet,      RefusalCode::WrongState,
    RefusalCode::NotPossible,    RefusalCode::TooLate,
    RefusalCode::NumberReused,   RefusalCode::UnknownUnit,
    RefusalCode::RefundTooLarge, RefusalCode::UnknownEpoch,
    RefusalCode::NotFound,       RefusalCode::ReviewNotOpen};

/// Who is busy, where it is not payments: the bar has as much to make as a manager lets it have.
inline constexpr std::string_view kBusyBar = "bar";

/// A legitimate "no" with what the other side needs to go on.
struct Refusal {
    RefusalCode code{RefusalCode::Malformed};
    std::string detail; ///< one English sentence for logs and developers
    std::chrono::milliseconds retryAfter{0};
    std::vector<std::string> items; ///< ids of sold-out or unknown things
    std::optional<Money> total;     ///< the true total (PriceChanged)
    std::string state;       ///< the true state (WrongState, NotPossible, TooLate), or `kBusyBar`
    std::int32_t left{0};    ///< tries left (WrongCode, WrongPin)
    std::int64_t untilMs{0}; ///< shop time until which it holds (Paused), 0 = unknown
    std::string textKo;      ///< the shop's message (Paused)
    std::string textEn;
    friend bool operator==(const Refusal&, const Refusal&) = default;
};

} // namespace coffee
