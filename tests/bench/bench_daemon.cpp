// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench_daemon.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace coffee::bench {
namespace {

std::string endpoint(const std::filesystem::path& folder, const char* name)
{
    return "ipc://" + (folder / name).string();
}

std::filesystem::path countsFile(const std::filesystem::path& folder)
{
    return folder / "counts";
}

/// Two numbers that the counting library adds to; see count_preload.cpp.
void makeCounts(const std::filesystem::path& folder)
{
    std::ofstream file{countsFile(folder), std::ios::binary};
    const std::array<std::int64_t, 2> zeros{};
    file.write(reinterpret_cast<const char*>(zeros.data()), sizeof zeros);
}

} // namespace

BenchDaemon::BenchDaemon(const DaemonSettings& settings)
    : m_folder{settings.folder},
      m_commands{endpoint(m_folder, "commands")},
      m_events{endpoint(m_folder, "events")},
      m_board{endpoint(m_folder, "board")}
{
    std::filesystem::create_directories(m_folder);
    if (settings.countCalls)
        makeCounts(m_folder);
    int pipe[2];
    if (::pipe2(pipe, O_CLOEXEC) != 0)
        throw std::runtime_error{std::string{"pipe: "} + std::strerror(errno)};
    const auto begun = std::chrono::steady_clock::now();
    m_pid = ::fork();
    if (m_pid == 0)
        become(settings, pipe[1]);
    ::close(pipe[1]);
    try {
        waitReady(pipe[0]);
    } catch (...) {
        ::close(pipe[0]);
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
        throw;
    }
    ::close(pipe[0]);
    m_startSeconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
}

BenchDaemon::~BenchDaemon()
{
    if (m_pid <= 0)
        return;
    ::kill(m_pid, SIGKILL);
    ::waitpid(m_pid, nullptr, 0);
}

/// In the child: never comes back.
void BenchDaemon::become(const DaemonSettings& settings, int out) const
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::dup2(out, STDOUT_FILENO);
    const int log =
        ::open((m_folder / "daemon.log").c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    ::dup2(log, STDERR_FILENO);
    std::vector<std::string> words = settings.wrapper;
    const std::vector<std::string> own{settings.bin / settings.program,
                                       "--data",
                                       m_folder / "daemon",
                                       "--commands",
                                       m_commands,
                                       "--events",
                                       m_events,
                                       "--board",
                                       m_board,
                                       "--menu",
                                       COFFEE_SOURCE_DIR "/resources/menu.toml",
                                       "--gateway",
                                       settings.gateway,
                                       "--gateway-workers",
                                       std::to_string(settings.gatewayWorkers),
                                       "--charges-waiting-max",
                                       "10000"};
    words.insert(words.end(), own.begin(), own.end());
    for (const auto& [name, value] : settings.environment)
        ::setenv(name.c_str(), value.c_str(), 1);
    if (settings.countCalls) {
        ::setenv("LD_PRELOAD", COFFEE_COUNT_PRELOAD, 1);
        ::setenv("COFFEE_COUNTS", countsFile(m_folder).c_str(), 1);
    }
    std::vector<char*> pointers;
    for (std::string& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    ::execvp(pointers.front(), pointers.data());
    ::_exit(127);
}

void BenchDaemon::waitReady(int out)
{
    std::string said;
    std::array<char, 512> piece{};
    while (said.find(" ready ") == std::string::npos) {
        const ssize_t got = ::read(out, piece.data(), piece.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            throw std::runtime_error{"the daemon does not start; see " +
                                     (m_folder / "daemon.log").string()};
        said.append(piece.data(), static_cast<std::size_t>(got));
    }
}

CallCounts BenchDaemon::counts() const
{
    std::array<std::int64_t, 2> numbers{};
    std::ifstream file{countsFile(m_folder), std::ios::binary};
    if (!file.read(reinterpret_cast<char*>(numbers.data()), sizeof numbers))
        throw std::runtime_error{"the daemon's calls were not counted"};
    return {numbers[0], numbers[1]};
}

double BenchDaemon::residentMiB() const
{
    std::ifstream file{"/proc/" + std::to_string(m_pid) + "/statm"};
    double size = 0;
    double resident = 0;
    file >> size >> resident;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / (1024.0 * 1024.0);
}

void BenchDaemon::stop()
{
    ::kill(m_pid, SIGTERM);
    ::waitpid(m_pid, nullptr, 0);
    m_pid = -1;
}

} // namespace coffee::bench
