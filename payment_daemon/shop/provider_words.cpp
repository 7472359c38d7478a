// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/shop/provider_words.h"

#include <algorithm>

namespace coffee::daemon {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

std::string_view reasonWord(DeclineReason reason)
{
    switch (reason) {
    case DeclineReason::Refused:
        return "refused";
    case DeclineReason::InsufficientFunds:
        return "insufficient_funds";
    case DeclineReason::LimitExceeded:
        return "limit_exceeded";
    case DeclineReason::CardExpired:
        return "card_expired";
    case DeclineReason::CardUnreadable:
        return "card_unreadable";
    }
    return "refused";
}

std::string_view reasonWord(NotSentReason reason)
{
    switch (reason) {
    case NotSentReason::Busy:
    case NotSentReason::NotBegun:
        return "terminal_busy";
    case NotSentReason::Unreachable:
        return "terminal_unreachable";
    case NotSentReason::Misconfigured:
        return "terminal_misconfigured";
    }
    return "terminal_busy";
}

std::string_view reasonWord(UnknownReason reason)
{
    switch (reason) {
    case UnknownReason::TimedOut:
        return "timed_out";
    case UnknownReason::ConnectionCut:
        return "connection_cut";
    case UnknownReason::Garbled:
        return "garbled";
    case UnknownReason::Stopped:
        return "stopped";
    }
    return "timed_out";
}

std::string keepable(std::string_view text)
{
    constexpr std::size_t kBytesMax = 64; // a word of the wire
    std::string kept;
    for (const char c : text)
        if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f)
            kept += c;
    if (kept.size() <= kBytesMax)
        return kept;
    std::size_t end = kBytesMax;
    while (end > 0 && (static_cast<unsigned char>(kept[end]) & 0xc0U) == 0x80U)
        --end;
    kept.resize(end);
    return kept;
}

std::string keepableCard(std::string_view text)
{
    constexpr int kDigitsShown = 4;
    std::string kept = keepable(text);
    int digits = 0;
    for (auto c = kept.rbegin(); c != kept.rend(); ++c)
        if (isDigit(*c) && ++digits > kDigitsShown)
            *c = '*';
    return kept;
}

std::string keepableNumber(std::string_view text)
{
    constexpr auto kDigitsOfACard = 13;
    return std::count_if(text.begin(), text.end(), isDigit) < kDigitsOfACard ? keepable(text)
                                                                             : keepableCard(text);
}

} // namespace coffee::daemon
