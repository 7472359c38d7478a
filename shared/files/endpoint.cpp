// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/files/endpoint.h"

#include <algorithm>
#include <array>
#include <optional>

namespace coffee {
namespace {

constexpr std::string_view kEndpointForms =
    "; expected ipc://PATH or tcp://HOST:PORT with HOST 127.0.0.1, [::1] or localhost";
constexpr std::string_view kUrlForm =
    "; expected http://HOST:PORT with HOST 127.0.0.1, [::1] or localhost";
constexpr int kPortMax = 65535;
constexpr std::size_t kMachineNameMax = 32;

std::string quoted(std::string_view text)
{
    return '"' + std::string{text} + '"';
}

Failure<std::string> wrong(std::string_view value, std::string_view what, std::string_view expected)
{
    return Failure{quoted(value) + ' ' + std::string{what} + std::string{expected}};
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isPort(std::string_view text)
{
    if (text.empty() || text.size() > 5 || !std::all_of(text.begin(), text.end(), isDigit))
        return false;
    int port = 0;
    for (const char digit : text)
        port = port * 10 + (digit - '0');
    return port >= 1 && port <= kPortMax;
}

bool isLoopback(std::string_view host)
{
    constexpr std::array<std::string_view, 3> kHosts{"127.0.0.1", "[::1]", "localhost"};
    return std::find(kHosts.begin(), kHosts.end(), host) != kHosts.end();
}

/// What is wrong with `HOST:PORT`, if anything.
std::optional<std::string_view> mistakeIn(std::string_view hostAndPort)
{
    const std::size_t colon = hostAndPort.rfind(':');
    if (colon == std::string_view::npos || !isPort(hostAndPort.substr(colon + 1)))
        return "has no port from 1 to 65535";
    if (!isLoopback(hostAndPort.substr(0, colon)))
        return "is not an address of this computer only, and connections between computers are "
               "refused until machines can prove who they are";
    return std::nullopt;
}

} // namespace

Result<Done, std::string> checkEndpoint(std::string_view endpoint)
{
    constexpr std::string_view kIpc = "ipc://";
    constexpr std::string_view kTcp = "tcp://";
    if (endpoint.starts_with(kIpc)) {
        const std::string_view path = endpoint.substr(kIpc.size());
        if (path.empty() || path == "*")
            return wrong(endpoint, "names no socket file", kEndpointForms);
        if (path.size() > kIpcPathBytesMax)
            return wrong(endpoint,
                         "has a path of more than 107 bytes, the most that a socket file can have",
                         "; expected a shorter path");
        if (std::any_of(path.begin(), path.end(),
                        [](char c) { return (c >= 0 && c < ' ') || c == 0x7f; }))
            return wrong("ipc://…", "has a control character in its path", kEndpointForms);
        return Done{};
    }
    if (endpoint.starts_with(kTcp)) {
        if (const auto mistake = mistakeIn(endpoint.substr(kTcp.size())))
            return wrong(endpoint, *mistake, kEndpointForms);
        return Done{};
    }
    return wrong(endpoint, "is not an endpoint", kEndpointForms);
}

Result<Done, std::string> checkLoopbackUrl(std::string_view url)
{
    constexpr std::string_view kHttp = "http://";
    if (!url.starts_with(kHttp))
        return wrong(url, "is not an http address", kUrlForm);
    std::string_view hostAndPort = url.substr(kHttp.size());
    if (hostAndPort.ends_with('/'))
        hostAndPort.remove_suffix(1);
    if (const auto mistake = mistakeIn(hostAndPort))
        return wrong(url, *mistake, kUrlForm);
    return Done{};
}

Result<Done, std::string> checkMachineName(std::string_view name)
{
    const auto isPlain = [](char c) { return (c >= 'a' && c <= 'z') || isDigit(c); };
    const bool fits =
        !name.empty() && name.size() <= kMachineNameMax && isPlain(name.front()) &&
        isPlain(name.back()) &&
        std::all_of(name.begin(), name.end(), [isPlain](char c) { return isPlain(c) || c == '-'; });
    if (!fits)
        return wrong(name, "is not a machine name",
                     "; expected 1 to 32 characters a-z, 0-9 and -, such as kiosk-1");
    return Done{};
}

} // namespace coffee
