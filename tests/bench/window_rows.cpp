// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/row.h"
#include "tests/bench/window_child.h"

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>

/// What the windows must hold: each figure comes from `coffee_bench_windows` (see
/// window_measurements.h), a process of its own on an Xvfb of ours.
namespace coffee::bench {
namespace {

/// One measurement fills several rows: it is run anew when a row asks a second time.
class Measurement {
public:
    explicit Measurement(std::vector<std::string> arguments) : m_arguments{std::move(arguments)} {}

    double take(const RoundOptions& options, const std::string& row, const std::string& number)
    {
        if (m_numbers.empty() || !m_taken.emplace(row, true).second) {
            m_numbers = run(options);
            m_taken = {{row, true}};
        }
        return at(number);
    }
    [[nodiscard]] double at(const std::string& number) const
    {
        const auto found = m_numbers.find(number);
        if (found == m_numbers.end())
            throw std::runtime_error{m_arguments.front() + " does not tell " + number};
        return found->second;
    }

private:
    [[nodiscard]] WindowNumbers run(const RoundOptions& options) const
    {
        static const OwnDisplay display;
        std::vector<std::string> arguments = m_arguments;
        arguments.insert(arguments.end(), {"--folder", options.folder.string()});
        if (options.quick)
            arguments.emplace_back("--quick");
        return runOnDisplay(display, options.bin / "coffee_bench_windows", arguments);
    }

    std::vector<std::string> m_arguments;
    WindowNumbers m_numbers;
    std::map<std::string, bool> m_taken;
};

using Shared = std::shared_ptr<Measurement>;

Shared measurement(std::vector<std::string> arguments)
{
    return std::make_shared<Measurement>(std::move(arguments));
}

/// At most `bound` times `floor`; an empty floor is 1.
Row atMost(int target, const std::string& name, const std::string& unit, double bound,
           const Shared& from, const std::string& number, const std::string& floor = {})
{
    return Row{target,
               name,
               unit,
               Must::AtMost,
               bound,
               [from, name, number, floor](const RoundOptions& options) {
                   const double value = from->take(options, name, number);
                   return Sample{value, floor.empty() ? 1.0 : from->at(floor)};
               }};
}

void addStarts(std::vector<Row>& rows, const std::string& program, const std::string& what)
{
    const Shared start = measurement({"start", program});
    rows.push_back(
        atMost(15, what + ": main to first paint", "ms", 3.0, start, "paint_ms", "empty_ms"));
    rows.push_back(atMost(15, what + ": resident memory", "MiB", 90.0, start, "rss_mib"));
}

} // namespace

std::vector<Row> windowRows()
{
    const Shared lookUp = measurement({"kiosk-look-up"});
    const Shared join = measurement({"station-join"});
    const Shared catchUp = measurement({"station-catch-up"});
    const Shared change = measurement({"station-change"});
    const Shared tap = measurement({"kiosk-tap"});
    std::vector<Row> rows{
        atMost(9, "look-up among 1,000 open orders, daemon down, p99", "us", 1000.0, lookUp,
               "lookup.p99"),
        atMost(13, "a station joins 1,000 open orders: whole view", "ms", 50.0, join, "view_ms"),
        atMost(13, "a station joins 1,000 open orders: painted", "ms", 50.0, join, "join_ms"),
        atMost(14, "a station catches up 10,000 events", "ms", 1000.0, catchUp, "catch_up_ms")};
    addStarts(rows, "kiosk", "kiosk");
    addStarts(rows, "barista_station", "station");
    rows.insert(
        rows.end(),
        {atMost(16, "one of 1,000 tickets changed to repainted, p50", "us", 2.0, change,
                "change.p50", "list.p50"),
         atMost(16, "one of 1,000 tickets changed to repainted, p99", "us", 16'000.0, change,
                "change.p99"),
         atMost(16, "changes that painted beyond their card", "", 0.0, change, "outside"),
         atMost(16, "cards made anew by a change", "", 0.0, change, "remade"),
         atMost(17, "tap on an item to its options painted, p99", "us", 16'000.0, tap, "tile.p99"),
         atMost(17, "tap into the basket to the basket painted, p99", "us", 16'000.0, tap,
                "basket.p99")});
    return rows;
}

} // namespace coffee::bench
