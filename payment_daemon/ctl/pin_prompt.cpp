// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ctl/pin_prompt.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <iostream>

#include <poll.h>
#include <termios.h>
#include <unistd.h>

namespace coffee::ctl {
namespace {

constexpr std::size_t kPinDigits = 6;
constexpr std::size_t kLineBytesMax = 128;

volatile std::sig_atomic_t g_interrupted = 0;

extern "C" void onInterrupt(int)
{
    g_interrupted = 1;
}

/// While it lives, typing is not shown and the stopping signals only interrupt the reading.
class SilentTerminal {
public:
    SilentTerminal()
    {
        // The signals come through only while ppoll waits: one that came between a look at the
        // flag and the wait would be slept over.
        sigset_t stopping;
        sigemptyset(&stopping);
        for (const int signal : kSignals)
            sigaddset(&stopping, signal);
        sigprocmask(SIG_BLOCK, &stopping, &m_mask);
        struct sigaction action {};
        action.sa_handler = onInterrupt;
        for (std::size_t i = 0; i < kSignals.size(); ++i)
            sigaction(kSignals[i], &action, &m_actions[i]);
        tcgetattr(STDIN_FILENO, &m_before);
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        silent.c_lflag |= ECHONL;
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    SilentTerminal(const SilentTerminal&) = delete;
    SilentTerminal& operator=(const SilentTerminal&) = delete;
    ~SilentTerminal()
    {
        tcsetattr(STDIN_FILENO, TCSANOW, &m_before);
        for (std::size_t i = 0; i < kSignals.size(); ++i)
            sigaction(kSignals[i], &m_actions[i], nullptr);
        sigprocmask(SIG_SETMASK, &m_mask, nullptr);
    }

    /// The signals that are blocked while waiting for a key.
    [[nodiscard]] const sigset_t* maskWhileWaiting() const { return &m_mask; }

private:
    static constexpr std::array kSignals{SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP};
    termios m_before{};
    sigset_t m_mask{};
    std::array<struct sigaction, kSignals.size()> m_actions{};
};

/// Byte by byte, so that nothing of the next line is taken. `mask` as for ppoll.
Result<std::string, std::string> readLine(const sigset_t* mask)
{
    std::string line;
    for (;;) {
        pollfd input{STDIN_FILENO, POLLIN, 0};
        const int ready = ppoll(&input, 1, nullptr, mask);
        if (ready < 0 && errno == EINTR && !g_interrupted)
            continue;
        char c = 0;
        const ssize_t got = ready < 0 ? -1 : read(STDIN_FILENO, &c, 1);
        if (got < 0)
            return Failure{std::string{"interrupted; nothing was changed"}};
        if (got == 0 && line.empty())
            return Failure{std::string{"the input ended; nothing was changed"}};
        if (got == 0 || c == '\n')
            break;
        line += c;
        if (line.size() > kLineBytesMax)
            return Failure{std::string{"the line is too long; nothing was changed"}};
    }
    if (!line.empty() && line.back() == '\r')
        line.pop_back();
    return line;
}

} // namespace

bool isPin(std::string_view text)
{
    return text.size() == kPinDigits &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool atTerminal()
{
    return isatty(STDIN_FILENO) == 1;
}

Result<std::string, std::string> readSecretLine(std::string_view question)
{
    if (!atTerminal())
        return readLine(nullptr);
    g_interrupted = 0;
    const SilentTerminal silence;
    std::cerr << question << std::flush;
    auto line = readLine(silence.maskWhileWaiting());
    if (!line)
        std::cerr << '\n';
    return line;
}

} // namespace coffee::ctl
