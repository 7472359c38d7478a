// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/terminal_sim/terminal_script.h"

#include <cmath>
#include <numbers>
#include <random>

namespace coffee::terminal {

namespace {

/// Random numbers that are the same with every standard library.
class Draws {
public:
    Draws(std::uint64_t seed, std::uint64_t number)
        : m_engine{seed * 0x9E37'79B9'7F4A'7C15ULL + number}
    {
        m_engine.discard(8);
    }

    [[nodiscard]] int below(int bound)
    {
        return static_cast<int>(m_engine() % static_cast<std::uint64_t>(bound));
    }
    [[nodiscard]] bool happens(std::int64_t percent) { return below(100) < percent; }
    [[nodiscard]] double gaussian()
    {
        const double radius = std::sqrt(-2.0 * std::log(1.0 - unit()));
        return radius * std::cos(2.0 * std::numbers::pi * unit());
    }

private:
    [[nodiscard]] double unit() { return static_cast<double>(m_engine() >> 11) * 0x1.0p-53; }

    std::mt19937_64 m_engine;
};

constexpr std::array<std::string_view, 5> kReasons{
    "insufficient_funds", "refused", "limit_exceeded", "card_expired", "card_unreadable"};

} // namespace

std::string_view wordFor(TerminalMode mode)
{
    for (const auto& [known, word] : kTerminalModes)
        if (known == mode)
            return word;
    return {};
}

std::optional<TerminalMode> modeFor(std::string_view word)
{
    for (const auto& [mode, known] : kTerminalModes)
        if (known == word)
            return mode;
    return std::nullopt;
}

ChargeFate drawFate(const TerminalScript& script, std::uint64_t seed, std::uint64_t number)
{
    Draws draws{seed, number};
    ChargeFate fate;
    // Every draw is made, whatever came out before it, so that changing one percentage leaves the
    // others' charges as they were.
    fate.isBusy = draws.happens(script.busyPercent);
    fate.isLate = draws.happens(script.latePercent);
    fate.isSilent = draws.happens(script.silentPercent) || script.mode == TerminalMode::Silent;
    fate.silenceTakesMoney = draws.happens(50);
    fate.isDeclined = draws.happens(script.declinePercent);
    fate.takesWrongAmount = draws.happens(script.wrongAmountPercent);
    fate.losesAnswer = draws.happens(script.lostAnswerPercent);
    fate.declineReason = kReasons[static_cast<std::size_t>(draws.below(kReasons.size()))];
    fate.cardDigits = draws.below(10'000);
    const double drawn = static_cast<double>(script.latencyMeanMs) +
                         static_cast<double>(script.latencySigmaMs) * draws.gaussian();
    fate.latency = std::chrono::milliseconds{std::max(0L, std::lround(drawn))};
    if (script.mode == TerminalMode::Slow)
        fate.latency += kSlowExtra;
    return fate;
}

} // namespace coffee::terminal
