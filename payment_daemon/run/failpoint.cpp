// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/run/failpoint.h"

#ifdef COFFEE_FAILPOINTS

#include <atomic>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <string>
#include <unistd.h>

namespace coffee::daemon {
namespace {

struct Plan {
    std::string name;
    int hit{1};
    bool kill{true};
};

Plan planFromEnvironment()
{
    const char* text = std::getenv("COFFEE_FAILPOINT");
    if (!text)
        return {};
    const std::string_view whole{text};
    const auto first = whole.find(':');
    const auto second = whole.find(':', first + 1);
    if (first == std::string_view::npos || second == std::string_view::npos)
        return {};
    const std::string_view act = whole.substr(second + 1);
    if (act != "kill" && act != "hold")
        return {};
    Plan plan{std::string{whole.substr(0, first)}, 1, act == "kill"};
    std::from_chars(whole.data() + first + 1, whole.data() + second, plan.hit);
    return plan;
}

void writeDown(std::string_view name)
{
    const char* path = std::getenv("COFFEE_FAILPOINT_LOG");
    if (!path)
        return;
    const int file = ::open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (file < 0)
        return;
    const std::string line = std::string{name} + "\n";
    if (::write(file, line.data(), line.size()) == static_cast<ssize_t>(line.size()))
        ::fsync(file);
    ::close(file);
}

} // namespace

void failpoint(std::string_view name)
{
    static const Plan plan = planFromEnvironment();
    static std::atomic<int> hits{0};
    if (name != plan.name || ++hits != plan.hit)
        return;
    writeDown(name);
    if (plan.kill)
        ::kill(::getpid(), SIGKILL);
    for (;;)
        ::pause(); // until SIGKILL has arrived, from here or from the test
}

} // namespace coffee::daemon

#endif
