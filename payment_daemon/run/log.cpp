// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/run/log.h"

#include "shared/domain/words.h"
#include "shared/protocol/messages.h"

#include <cstdio>
#include <ctime>
#include <type_traits>

namespace coffee::daemon {
namespace {

template <class Body>
std::string idsOf(const Body& body)
{
    std::string ids;
    const auto add = [&ids](std::string_view name, std::int64_t value) {
        ids += " " + std::string{name} + "=" + std::to_string(value);
    };
    if constexpr (requires { body.order; })
        add("order", body.order);
    if constexpr (requires { body.number; })
        add("number", body.number);
    if constexpr (requires { body.attempt; })
        add("attempt", body.attempt);
    if constexpr (requires { body.refund; })
        add("refund", body.refund);
    if constexpr (requires { body.amount; })
        add("won", body.amount.won());
    if constexpr (requires { requires std::is_enum_v<decltype(body.to)>; })
        ids += " to=" + std::string{word(body.to)};
    if constexpr (std::is_same_v<Body, DayClosed>)
        ids += " from=" + std::to_string(body.from) + " to=" + std::to_string(body.to);
    if constexpr (requires { body.kiosk; })
        ids += " kiosk=" + body.kiosk;
    return ids;
}

std::string stampNow()
{
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    char stamp[32];
    std::strftime(stamp, sizeof stamp, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return stamp;
}

/// One call: lines of several threads do not mix.
void write(const std::string& lines)
{
    std::fwrite(lines.data(), 1, lines.size(), stderr);
}

} // namespace

void logLine(std::string_view category, std::string_view text)
{
    std::string line = stampNow() + " coffee.";
    line.append(category).append(" ").append(text).append("\n");
    write(line);
}

void logEvents(std::span<const Event> events)
{
    if (events.empty())
        return;
    const std::string head = stampNow() + " coffee.shop ";
    std::string lines;
    for (const Event& event : events) {
        lines.append(head).append(protocol::typeName(event.body));
        lines += std::visit([](const auto& body) { return idsOf(body); }, event.body);
        lines += " seq=" + std::to_string(event.seq) + '\n';
    }
    write(lines);
}

} // namespace coffee::daemon
