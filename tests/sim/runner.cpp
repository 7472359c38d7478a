// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/runner.h"

#include "tests/sim/planted.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <sstream>
#include <string>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace coffee::sim {
namespace {

using Clock = std::chrono::steady_clock;

/// The sum over seeds, and how it travels from one process to another.
struct Totals {
    std::int64_t seeds{0};
    std::int64_t violations{0};
    std::int64_t orders{0};
    std::int64_t faults{0};
    std::int64_t simulatedMs{0};
    std::uint64_t firstFailed{0};
    std::string invariant;
    Coverage coverage;

    void add(const Totals& other)
    {
        seeds += other.seeds;
        violations += other.violations;
        orders += other.orders;
        faults += other.faults;
        simulatedMs += other.simulatedMs;
        if (other.violations > 0 && (firstFailed == 0 || other.firstFailed < firstFailed)) {
            firstFailed = other.firstFailed;
            invariant = other.invariant;
        }
        coverage.add(other.coverage);
    }
    [[nodiscard]] std::string text() const
    {
        std::ostringstream out;
        out << seeds << ' ' << violations << ' ' << orders << ' ' << faults << ' ' << simulatedMs
            << ' ' << firstFailed << ' ' << (invariant.empty() ? "-" : invariant) << '\n';
        for (const auto& [place, times] : coverage.reached())
            out << times << ' ' << place << '\n';
        return out.str();
    }
    static Totals fromText(const std::string& text)
    {
        Totals totals;
        std::istringstream in{text};
        in >> totals.seeds >> totals.violations >> totals.orders >> totals.faults >>
            totals.simulatedMs >> totals.firstFailed >> totals.invariant;
        std::int64_t times = 0;
        for (std::string place; in >> times && std::getline(in >> std::ws, place);)
            totals.coverage.reach(place, times);
        return totals;
    }
};

std::vector<std::uint64_t> seedsOf(const Options& options)
{
    if (!options.list.empty())
        return options.list;
    std::vector<std::uint64_t> seeds;
    for (std::uint64_t n = 0; n < options.seeds; ++n)
        seeds.push_back(options.from + n);
    return seeds;
}

std::string replayCommand(const Options& options, std::uint64_t seed)
{
    std::string command = options.program;
    if (!options.bug.empty())
        command += " --bug " + options.bug;
    return command + " --seed " + std::to_string(seed) + " --trace";
}

/// Lives the failed seed once more, to tell its last lines.
void report(const Options& options, const SeedResult& failed, SimDispatcher& timers)
{
    std::fprintf(stderr, "seed %llu: %s %s\n", static_cast<unsigned long long>(failed.seed),
                 failed.violation->invariant.c_str(), failed.violation->text.c_str());
    if (!options.trace) {
        Coverage unused;
        const SeedResult again = runSeed(failed.seed, Trace::Keep::LastLines, unused, timers);
        for (const std::string& line : again.lastLines)
            std::fprintf(stderr, "  %s\n", line.c_str());
    }
    std::fprintf(stderr, "replay: %s\n", replayCommand(options, failed.seed).c_str());
}

SeedResult runOne(const Options& options, std::uint64_t seed, Coverage& coverage,
                  SimDispatcher& timers)
{
    const auto keep = options.trace ? Trace::Keep::Print : Trace::Keep::HashOnly;
    SeedResult result = runSeed(seed, keep, coverage, timers);
    if (!options.checkDeterminism || result.violation)
        return result;
    Coverage unused;
    const SeedResult again = runSeed(seed, Trace::Keep::HashOnly, unused, timers);
    if (again.hash != result.hash || again.lines != result.lines)
        result.violation = Violation{"D1", "the same seed has two histories"};
    return result;
}

/// Every `jobs`-th seed from `first` on. `now` says which one is being lived.
Totals runShare(const Options& options, const std::vector<std::uint64_t>& seeds, std::size_t first,
                SimDispatcher& timers, std::uint64_t& now)
{
    Totals totals;
    for (std::size_t at = first; at < seeds.size(); at += static_cast<std::size_t>(options.jobs)) {
        now = seeds[at];
        const SeedResult result = runOne(options, seeds[at], totals.coverage, timers);
        ++totals.seeds;
        totals.orders += result.orders;
        totals.faults += result.faults;
        totals.simulatedMs += result.simulated.count();
        if (!result.violation)
            continue;
        if (++totals.violations == 1) {
            totals.firstFailed = result.seed;
            totals.invariant = result.violation->invariant;
        }
        if (options.bug.empty())
            report(options, result, timers);
        else
            break; // a planted bug needs to be caught once
    }
    return totals;
}

/// A process with a share of the seeds. What it is at is seen from outside, so that a product that
/// kills its process is found as well.
struct Worker {
    pid_t pid{-1};
    int pipe{-1};
    std::uint64_t* now{nullptr};
};

std::uint64_t* sharedNumber()
{
    void* memory = ::mmap(nullptr, sizeof(std::uint64_t), PROT_READ | PROT_WRITE,
                          MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    return memory == MAP_FAILED ? nullptr : new (memory) std::uint64_t{0};
}

Worker startWorker(const Options& options, const std::vector<std::uint64_t>& seeds,
                   std::size_t first, SimDispatcher& timers)
{
    int ends[2];
    Worker worker;
    worker.now = sharedNumber();
    if (!worker.now || ::pipe(ends) != 0)
        return worker;
    worker.pid = ::fork();
    worker.pipe = ends[0];
    if (worker.pid == 0) {
        ::close(ends[0]);
        const std::string text = runShare(options, seeds, first, timers, *worker.now).text();
        const bool told =
            ::write(ends[1], text.data(), text.size()) == static_cast<ssize_t>(text.size());
        ::_exit(told ? 0 : 3);
    }
    ::close(ends[1]);
    return worker;
}

/// Adds what the worker has found; that it died is a finding too.
void collect(const Options& options, const Worker& worker, Totals& totals)
{
    std::string text;
    char buffer[4096];
    if (worker.pid > 0)
        for (ssize_t read = 0; (read = ::read(worker.pipe, buffer, sizeof buffer)) > 0;)
            text.append(buffer, static_cast<std::size_t>(read));
    int status = 0;
    const bool ended = worker.pid > 0 && ::waitpid(worker.pid, &status, 0) == worker.pid &&
                       WIFEXITED(status) && WEXITSTATUS(status) == 0;
    if (ended)
        return totals.add(Totals::fromText(text));
    Totals died;
    died.seeds = died.violations = 1;
    died.firstFailed = worker.now ? *worker.now : 0;
    died.invariant = "crash";
    totals.add(died);
    if (options.bug.empty())
        std::fprintf(stderr, "seed %llu: the process died\nreplay: %s\n",
                     static_cast<unsigned long long>(died.firstFailed),
                     replayCommand(options, died.firstFailed).c_str());
}

Totals runAll(const Options& options, const std::vector<std::uint64_t>& seeds,
              SimDispatcher& timers)
{
    Totals totals;
    if (options.trace) {
        std::uint64_t now = 0;
        return runShare(options, seeds, 0, timers, now);
    }
    std::vector<Worker> workers;
    for (int job = 0; job < options.jobs; ++job)
        workers.push_back(startWorker(options, seeds, static_cast<std::size_t>(job), timers));
    for (const Worker& worker : workers)
        collect(options, worker, totals);
    return totals;
}

/// Prints what was reached. False when something that must be is not.
bool printCoverage(const Coverage& coverage)
{
    for (const auto& [place, times] : coverage.reached())
        std::fprintf(stderr, "%10lld %s\n", static_cast<long long>(times), place.c_str());
    const std::vector<std::string> missing = coverage.missing();
    for (const std::string& place : missing)
        std::fprintf(stderr, "   MISSING %s\n", place.c_str());
    return missing.empty();
}

} // namespace

int run(const Options& options, SimDispatcher& timers)
{
    if (options.listBugs) {
        for (const std::string& bug : plantedBugs())
            std::puts(bug.c_str());
        return 0;
    }
    if (!options.bug.empty() && !plant(options.bug)) {
        std::fprintf(stderr, "there is no planted bug \"%s\" in this program\n",
                     options.bug.c_str());
        return 2;
    }
    const std::vector<std::uint64_t> seeds = seedsOf(options);
    const auto began = Clock::now();
    const Totals totals = runAll(options, seeds, timers);
    const double seconds = std::chrono::duration<double>(Clock::now() - began).count();
    std::printf("{");
    if (!options.bug.empty())
        std::printf("\"bug\":\"%s\",\"caught\":%s,\"by\":\"%s\",\"seed\":%llu,",
                    options.bug.c_str(), totals.violations > 0 ? "true" : "false",
                    totals.invariant.c_str(), static_cast<unsigned long long>(totals.firstFailed));
    std::printf("\"seeds\":%lld,\"violations\":%lld,\"seeds_per_second\":%.1f,"
                "\"simulated_seconds_per_second\":%.0f,\"orders\":%lld,\"faults\":%lld}\n",
                static_cast<long long>(totals.seeds), static_cast<long long>(totals.violations),
                static_cast<double>(totals.seeds) / seconds,
                static_cast<double>(totals.simulatedMs) / 1000.0 / seconds,
                static_cast<long long>(totals.orders), static_cast<long long>(totals.faults));
    std::fflush(stdout);
    const bool covered = !options.coverage || printCoverage(totals.coverage);
    return covered && totals.violations == 0 ? 0 : 1;
}

} // namespace coffee::sim
