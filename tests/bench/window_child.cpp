// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/window_child.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace coffee::bench {
namespace {

[[noreturn]] void fail(const std::string& what)
{
    throw std::runtime_error{what + ": " + std::strerror(errno)};
}

/// The reading and the writing end.
struct Pipe {
    Pipe()
    {
        if (::pipe(ends.data()) != 0)
            fail("pipe");
    }
    ~Pipe()
    {
        closeEnd(0);
        closeEnd(1);
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    void closeEnd(std::size_t end)
    {
        if (ends.at(end) >= 0)
            ::close(ends.at(end));
        ends.at(end) = -1;
    }

    std::array<int, 2> ends{-1, -1};
};

/// In the child: never comes back. It ends when its parent does.
[[noreturn]] void become(std::vector<std::string> words)
{
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    std::vector<char*> pointers;
    for (std::string& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    ::execvp(pointers.front(), pointers.data());
    ::_exit(127);
}

/// Everything up to the end of the file, or the first line of it.
std::string readFrom(int fd, bool line)
{
    std::string text;
    std::array<char, 4096> piece{};
    while (!line || text.find('\n') == std::string::npos) {
        const ssize_t got = ::read(fd, piece.data(), piece.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        text.append(piece.data(), static_cast<std::size_t>(got));
    }
    return text;
}

} // namespace

OwnDisplay::OwnDisplay()
{
    Pipe said;
    m_server = ::fork();
    if (m_server < 0)
        fail("fork");
    if (m_server == 0) {
        ::close(said.ends[0]);
        // A kiosk's portrait screen and a desk's landscape one both fit.
        become({"Xvfb", "-displayfd", std::to_string(said.ends[1]), "-screen", "0", "1920x1920x24",
                "-nolisten", "tcp", "-noreset"});
    }
    said.closeEnd(1);
    const std::string number = readFrom(said.ends[0], true);
    const auto digits = number.find_first_not_of("0123456789");
    if (number.empty() || digits == 0)
        throw std::runtime_error{"Xvfb does not start"};
    m_name = ":" + number.substr(0, digits);
}

OwnDisplay::~OwnDisplay()
{
    if (m_server <= 0)
        return;
    ::kill(m_server, SIGTERM);
    ::waitpid(m_server, nullptr, 0);
}

WindowNumbers runOnDisplay(const OwnDisplay& display, const std::filesystem::path& program,
                           const std::vector<std::string>& arguments)
{
    Pipe said;
    const pid_t child = ::fork();
    if (child < 0)
        fail("fork");
    if (child == 0) {
        ::dup2(said.ends[1], STDOUT_FILENO);
        ::close(said.ends[0]);
        ::close(said.ends[1]);
        ::setenv("DISPLAY", display.name().c_str(), 1);
        ::setenv("QT_QPA_PLATFORM", "xcb", 1);
        ::setenv("LC_ALL", "C.UTF-8", 1);
        // A kiosk's session has a bus. Without one Qt starts a program that looks for it, which
        // would be measured; here nobody listens.
        ::setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent", 1);
        std::vector<std::string> words{program.string()};
        words.insert(words.end(), arguments.begin(), arguments.end());
        become(std::move(words));
    }
    said.closeEnd(1);
    const std::string text = readFrom(said.ends[0], false);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        throw std::runtime_error{program.filename().string() + " " +
                                 (arguments.empty() ? "" : arguments.front()) + " failed"};
    return readNumbers(text);
}

WindowNumbers readNumbers(const std::string& json)
{
    WindowNumbers numbers;
    std::size_t at = 0;
    while ((at = json.find('"', at)) != std::string::npos) {
        const std::size_t end = json.find('"', at + 1);
        if (end == std::string::npos || end + 1 >= json.size())
            break;
        if (json[end + 1] == ':')
            numbers[json.substr(at + 1, end - at - 1)] = std::atof(json.c_str() + end + 2);
        at = end + 1;
    }
    return numbers;
}

} // namespace coffee::bench
