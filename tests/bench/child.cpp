// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/child.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <sstream>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace coffee::bench {
namespace {

constexpr std::string_view kTrouble = "trouble: ";

struct Pipe {
    Pipe()
    {
        if (::pipe(ends.data()) != 0)
            throw std::runtime_error{std::string{"pipe: "} + std::strerror(errno)};
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
            ::close(std::exchange(ends.at(end), -1));
    }

    std::array<int, 2> ends{-1, -1};
};

pid_t forked()
{
    std::fflush(nullptr);
    const pid_t pid = ::fork();
    if (pid < 0)
        throw std::runtime_error{std::string{"fork: "} + std::strerror(errno)};
    if (pid == 0)
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    return pid;
}

void sayAndEnd [[noreturn]] (int file, const std::string& text, int exitCode)
{
    const bool said = ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    ::_exit(said ? exitCode : 1);
}

std::string allOf(int file)
{
    std::string text;
    std::array<char, 4096> piece{};
    for (;;) {
        const ssize_t got = ::read(file, piece.data(), piece.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return text;
        text.append(piece.data(), static_cast<std::size_t>(got));
    }
}

} // namespace

Figures inChild(const std::function<Figures()>& work)
{
    Pipe pipe;
    const pid_t pid = forked();
    if (pid == 0) {
        std::ostringstream out;
        out.precision(12);
        try {
            for (const auto& [name, value] : work())
                out << name << ' ' << value << '\n';
        } catch (const std::exception& error) {
            sayAndEnd(pipe.ends[1], std::string{kTrouble} + error.what(), 1);
        }
        sayAndEnd(pipe.ends[1], out.str(), 0);
    }
    pipe.closeEnd(1);
    const std::string text = allOf(pipe.ends[0]);
    int status = 0;
    ::waitpid(pid, &status, 0);
    if (text.starts_with(kTrouble))
        throw std::runtime_error{text.substr(kTrouble.size())};
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        throw std::runtime_error{"a process of the benchmark ended early"};
    Figures figures;
    std::istringstream in{text};
    std::string name;
    double value = 0;
    while (in >> name >> value)
        figures[name] = value;
    return figures;
}

ServingChild::ServingChild(const Serve& serve)
{
    Pipe pipe;
    m_pid = forked();
    if (m_pid == 0) {
        try {
            serve([&pipe] {
                if (::write(pipe.ends[1], "r", 1) != 1)
                    ::_exit(1);
            });
        } catch (const std::exception& error) {
            std::fprintf(stderr, "coffee_bench: %s\n", error.what());
        }
        ::_exit(1);
    }
    pipe.closeEnd(1);
    char ready = 0;
    if (::read(pipe.ends[0], &ready, 1) != 1)
        throw std::runtime_error{"a floor of the benchmark did not start"};
}

ServingChild::~ServingChild()
{
    ::kill(m_pid, SIGKILL);
    ::waitpid(m_pid, nullptr, 0);
}

} // namespace coffee::bench
