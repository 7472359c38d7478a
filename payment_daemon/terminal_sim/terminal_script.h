// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace coffee::terminal {

/// What the whole terminal is doing; set on purpose by a drill or by the clock.
enum class TerminalMode {
    Normal,
    Slow,   ///< every authorisation takes `kSlowExtra` longer
    Silent, ///< every charge is like one that `silentPercent` has chosen
    Dead    ///< every connection is closed without a word; only the script face still answers
};
inline constexpr std::chrono::milliseconds kSlowExtra{6'000};

inline constexpr std::array kTerminalModes{
    std::pair{TerminalMode::Normal, std::string_view{"normal"}},
    std::pair{TerminalMode::Slow, std::string_view{"slow"}},
    std::pair{TerminalMode::Silent, std::string_view{"silent"}},
    std::pair{TerminalMode::Dead, std::string_view{"dead"}},
};
[[nodiscard]] std::string_view wordFor(TerminalMode mode);
[[nodiscard]] std::optional<TerminalMode> modeFor(std::string_view word);

/// How the simulated bank behaves. Each percentage lies in 0..100 and is drawn for itself, in the
/// order in which the fields stand.
struct TerminalScript {
    static constexpr std::int64_t kMsMax = 10 * 60 * 1000;

    TerminalMode mode{TerminalMode::Normal};
    std::int64_t latencyMeanMs{800}; ///< of an authorisation, normally distributed, never below 0
    std::int64_t latencySigmaMs{220};
    std::int64_t cardMs{400};      ///< until the scripted customer presents the card
    std::int64_t lateMs{20'000};   ///< how much later a late charge lands
    std::int64_t busyPercent{0};   ///< refused at once, nothing recorded
    std::int64_t latePercent{0};   ///< never answered, unknown to a lookup, lands `lateMs` later
    std::int64_t silentPercent{0}; ///< never answered; in half of them the money is taken
    std::int64_t declinePercent{0};
    std::int64_t wrongAmountPercent{0}; ///< takes another amount than was asked
    std::int64_t lostAnswerPercent{0};  ///< the money is taken, then the connection is cut
    friend bool operator==(const TerminalScript&, const TerminalScript&) = default;
};

/// The fields of a script that are set by name: `latency_mean_ms`, `decline_percent` and so on.
struct ScriptField {
    std::string_view name;
    std::int64_t TerminalScript::*value;
    std::int64_t most;
};
inline constexpr std::array kScriptFields{
    ScriptField{"latency_mean_ms", &TerminalScript::latencyMeanMs, TerminalScript::kMsMax},
    ScriptField{"latency_sigma_ms", &TerminalScript::latencySigmaMs, TerminalScript::kMsMax},
    ScriptField{"card_ms", &TerminalScript::cardMs, TerminalScript::kMsMax},
    ScriptField{"late_ms", &TerminalScript::lateMs, TerminalScript::kMsMax},
    ScriptField{"busy_percent", &TerminalScript::busyPercent, 100},
    ScriptField{"late_percent", &TerminalScript::latePercent, 100},
    ScriptField{"silent_percent", &TerminalScript::silentPercent, 100},
    ScriptField{"decline_percent", &TerminalScript::declinePercent, 100},
    ScriptField{"wrong_amount_percent", &TerminalScript::wrongAmountPercent, 100},
    ScriptField{"lost_answer_percent", &TerminalScript::lostAnswerPercent, 100},
};

/// What will happen to one charge.
struct ChargeFate {
    bool isBusy{false};
    bool isLate{false};
    bool isSilent{false};
    bool silenceTakesMoney{false};
    bool isDeclined{false};
    bool takesWrongAmount{false};
    bool losesAnswer{false};
    std::string declineReason; ///< a word of HTTP.md
    std::chrono::milliseconds latency{0};
    int cardDigits{0}; ///< the last four digits of the card, 0..9999
    friend bool operator==(const ChargeFate&, const ChargeFate&) = default;
};

/// The fate of the n-th charge. The same script, seed and number always give the same fate,
/// whatever else is under way at the time.
[[nodiscard]] ChargeFate drawFate(const TerminalScript& script, std::uint64_t seed,
                                  std::uint64_t number);

} // namespace coffee::terminal
