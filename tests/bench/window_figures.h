// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

namespace coffee::bench {

using WindowClock = std::chrono::steady_clock;

[[nodiscard]] inline double microsecondsSince(WindowClock::time_point begun)
{
    return std::chrono::duration<double, std::micro>(WindowClock::now() - begun).count();
}

/// The value below which this share (0 … 1) of the samples lies; 0 without samples.
[[nodiscard]] inline double quantileOf(std::vector<double> samples, double share)
{
    if (samples.empty())
        return 0.0;
    std::sort(samples.begin(), samples.end());
    const auto last = samples.size() - 1;
    return samples[std::min(last,
                            static_cast<std::size_t>(share * static_cast<double>(last) + 0.5))];
}

/// Named numbers as one line of JSON: what a measurement of `coffee_bench_windows` prints.
class WindowFigures {
public:
    void add(const std::string& name, double value)
    {
        char number[40];
        std::snprintf(number, sizeof number, "%.3f", value);
        m_json += (m_json.empty() ? "{\"" : ",\"") + name + "\":" + number;
    }
    /// `name.p50`, `name.p99` and `name.max`.
    void addSamples(const std::string& name, const std::vector<double>& samples)
    {
        add(name + ".p50", quantileOf(samples, 0.50));
        add(name + ".p99", quantileOf(samples, 0.99));
        add(name + ".max", quantileOf(samples, 1.0));
    }
    [[nodiscard]] std::string json() const { return m_json.empty() ? "{}" : m_json + "}"; }

private:
    std::string m_json;
};

} // namespace coffee::bench
