// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/codec.h"

#include <string>
#include <string_view>
#include <vector>

/// The messages that PROTOCOL.md shows, as values, so that the document is what the codec writes.
namespace coffee::test {

/// `name` is how the document refers to it, for example `order.place` or `refused sold_out`.
struct Example {
    std::string name;
    std::string bytes;
};

/// In the order of the command table: one of every request type.
[[nodiscard]] std::vector<Example> requestExamples();
/// Answers; the name begins with the request's type.
[[nodiscard]] std::vector<Example> replyExamples();
/// `refused CODE` for every code.
[[nodiscard]] std::vector<Example> refusalExamples();
/// `event TYPE` for every type, and `heartbeat`.
[[nodiscard]] std::vector<Example> frameExamples();

[[nodiscard]] std::vector<Example> allExamples();

/// The basket of the example order and what became of it.
[[nodiscard]] PricedBasket exampleBasket();
/// The same, as it was chosen.
[[nodiscard]] Basket exampleChosen();

/// JSON on several lines; what fits into one line stays there.
[[nodiscard]] std::string pretty(std::string_view json);
/// Without the spaces between the tokens.
[[nodiscard]] std::string compact(std::string_view json);

inline constexpr std::string_view kExampleEpoch = "5f0c2a9be4d1478899a3c61b70e2d418";
inline constexpr std::int64_t kExampleNow = 1'795'392'120'000;
inline constexpr std::string_view kExampleKey = "kiosk-1-8d1f6c0b2a7e4953b1c8f05e9d3a7264";
inline constexpr std::string_view kExampleOp = "3b9ac2f7e5d048168f2b7c914d60ea53";
inline constexpr std::string_view kExampleQuote = "c70d5e8814f94bb6a2e35f1d9b0786ac";

} // namespace coffee::test
