// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/options.h"

#include <charconv>
#include <cstdio>
#include <fstream>
#include <string_view>

namespace coffee::sim {
namespace {

template <class Number>
bool readNumber(std::string_view text, Number& number)
{
    const auto end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    return read.ec == std::errc{} && read.ptr == end;
}

/// One seed a line; a line that begins with # says why it is there.
bool readList(const char* path, std::vector<std::uint64_t>& list)
{
    std::ifstream file{path};
    std::string line;
    while (std::getline(file, line)) {
        if (line.empty() || line.front() == '#')
            continue;
        std::uint64_t seed = 0;
        if (!readNumber(std::string_view{line}.substr(0, line.find(' ')), seed)) {
            std::fprintf(stderr, "%s: expected a seed, found \"%s\"\n", path, line.c_str());
            return false;
        }
        list.push_back(seed);
    }
    return file.eof();
}

} // namespace

std::optional<Options> readOptions(int argc, char* argv[])
{
    Options options;
    options.program = argv[0];
    for (int place = 1; place < argc; ++place) {
        const std::string_view name = argv[place];
        const char* value = place + 1 < argc ? argv[place + 1] : nullptr;
        if (name == "--trace") {
            options.trace = true;
        } else if (name == "--check-determinism") {
            options.checkDeterminism = true;
        } else if (name == "--coverage") {
            options.coverage = true;
        } else if (name == "--list-bugs") {
            options.listBugs = true;
        } else if (!value) {
            return std::nullopt;
        } else {
            ++place;
            bool good = false;
            if (name == "--seed")
                good = readNumber(std::string_view{value}, options.from);
            else if (name == "--seeds")
                good = readNumber(std::string_view{value}, options.seeds) && options.seeds > 0;
            else if (name == "--from")
                good = readNumber(std::string_view{value}, options.from);
            else if (name == "--jobs")
                good = readNumber(std::string_view{value}, options.jobs) && options.jobs > 0 &&
                       options.jobs <= 64;
            else if (name == "--list")
                good = readList(value, options.list) && !options.list.empty();
            else if (name == "--bug")
                good = !(options.bug = value).empty();
            if (!good)
                return std::nullopt;
        }
    }
    if (options.trace)
        options.jobs = 1;
    return options;
}

const char* usage()
{
    return "usage: coffee_sim [--seed N | --seeds N [--from N] | --list FILE] [--jobs J]\n"
           "                  [--trace] [--check-determinism] [--coverage]\n"
           "\n"
           "Lives whole simulated shops through trouble and compares them with the bank.\n"
           "Prints one JSON line. Exit code: 0 all well, 1 a violation, 2 bad usage.\n"
           "\n"
           "  --seed N              one seed\n"
           "  --seeds N             so many, from --from (default 1)\n"
           "  --list FILE           the seeds of a file, one a line\n"
           "  --jobs J              so many processes\n"
           "  --trace               print the history\n"
           "  --check-determinism   every seed twice; their histories must be the same\n"
           "  --coverage            what was reached; 1 when an edge or a failpoint is missing\n";
}

} // namespace coffee::sim
