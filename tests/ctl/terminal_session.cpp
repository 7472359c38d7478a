// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/terminal_session.h"

#include <csignal>
#include <stdexcept>

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <utmp.h>

namespace coffee::test {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto kLimit = 20s;

} // namespace

TerminalSession::TerminalSession(const std::vector<std::string>& words)
{
    if (openpty(&m_master, &m_slave, nullptr, nullptr, nullptr) != 0)
        throw std::runtime_error{"no terminal"};
    std::vector<char*> arguments;
    for (const std::string& word : words)
        arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    m_pid = fork();
    if (m_pid == 0) {
        login_tty(m_slave);
        execv(arguments.front(), arguments.data());
        _exit(127);
    }
}

TerminalSession::~TerminalSession()
{
    if (m_pid > 0) {
        kill(m_pid, SIGKILL);
        waitpid(m_pid, nullptr, 0);
    }
    close(m_slave);
    close(m_master);
}

bool TerminalSession::readSome(std::chrono::milliseconds limit)
{
    pollfd readable{m_master, POLLIN, 0};
    if (poll(&readable, 1, static_cast<int>(limit.count())) <= 0 || !(readable.revents & POLLIN))
        return false;
    char bytes[512];
    const ssize_t got = read(m_master, bytes, sizeof bytes);
    if (got > 0)
        m_screen.append(bytes, static_cast<std::size_t>(got));
    return got > 0;
}

bool TerminalSession::waitFor(const std::string& text)
{
    const auto end = Clock::now() + kLimit;
    while (m_screen.find(text) == std::string::npos)
        if (!readSome(100ms) && Clock::now() > end)
            return false;
    return true;
}

bool TerminalSession::echoes() const
{
    termios settings{};
    tcgetattr(m_slave, &settings);
    return (settings.c_lflag & ECHO) != 0;
}

bool TerminalSession::waitForSilence()
{
    const auto end = Clock::now() + kLimit;
    while (echoes()) {
        readSome(20ms);
        if (Clock::now() > end)
            return false;
    }
    return true;
}

void TerminalSession::type(const std::string& text)
{
    if (write(m_master, text.data(), text.size()) != static_cast<ssize_t>(text.size()))
        throw std::runtime_error{"the terminal takes nothing"};
}

int TerminalSession::waitForEnd()
{
    const auto end = Clock::now() + kLimit;
    int status = 0;
    while (waitpid(m_pid, &status, WNOHANG) == 0) {
        readSome(50ms);
        if (Clock::now() > end)
            return -1;
    }
    m_pid = -1;
    while (readSome(0ms)) {
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace coffee::test
