// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/child.h"
#include "tests/bench/row.h"

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <utility>

/// For rows whose figures come from one measurement: it is taken once a round.
namespace coffee::bench {

class SharedMeasurement {
public:
    using Measure = std::function<Figures(const RoundOptions&)>;
    explicit SharedMeasurement(Measure measure) : m_measure{std::move(measure)} {}

    /// The figure for a row; measures anew when a row asks a second time.
    double take(const RoundOptions& options, const std::string& row, const std::string& figure)
    {
        if (m_figures.empty() || !m_asked.insert(row).second) {
            m_figures.clear();
            m_figures = m_measure(options);
            m_asked = {row};
        }
        return m_figures.at(figure);
    }
    /// Of the same measurement as the figure that was taken last.
    [[nodiscard]] double beside(const std::string& figure) const { return m_figures.at(figure); }

private:
    Measure m_measure;
    Figures m_figures;
    std::set<std::string> m_asked;
};

using Shared = std::shared_ptr<SharedMeasurement>;

[[nodiscard]] inline Shared shared(SharedMeasurement::Measure measure)
{
    return std::make_shared<SharedMeasurement>(std::move(measure));
}

/// What a row is called and must hold.
struct RowWords {
    int target;
    std::string name;
    std::string unit;
    Must must;
    double bound;
};

/// The row of the figure `value` against the figure `floor`; an empty floor is 1.
[[nodiscard]] inline Row rowOf(const RowWords& words, const Shared& from, const std::string& value,
                               const std::string& floor = {})
{
    return Row{words.target,
               words.name,
               words.unit,
               words.must,
               words.bound,
               [name = words.name, from, value, floor](const RoundOptions& options) {
                   const double figure = from->take(options, name, value);
                   return Sample{figure, floor.empty() ? 1.0 : from->beside(floor)};
               }};
}

} // namespace coffee::bench
