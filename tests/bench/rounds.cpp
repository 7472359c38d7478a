// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/rounds.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <exception>
#include <filesystem>

namespace coffee::bench {
namespace {

std::vector<double> ratiosOf(const std::vector<Sample>& samples)
{
    std::vector<double> ratios;
    for (const Sample& sample : samples)
        ratios.push_back(sample.floor > 0 ? sample.value / sample.floor : 0);
    return ratios;
}

template <class Part>
std::vector<double> partsOf(const std::vector<Sample>& samples, Part part)
{
    std::vector<double> parts;
    for (const Sample& sample : samples)
        parts.push_back(sample.*part);
    return parts;
}

std::string number(double value)
{
    char text[40];
    std::snprintf(text, sizeof text, "%.6g", value);
    return text;
}

std::string quoted(const std::string& text)
{
    std::string escaped = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\')
            escaped += '\\';
        escaped += static_cast<unsigned char>(letter) < 0x20 ? ' ' : letter;
    }
    return escaped + '"';
}

void measure(Measured& measured, const RoundOptions& options)
{
    const Row& row = *measured.row;
    const auto begun = std::chrono::steady_clock::now();
    try {
        measured.samples.push_back(row.round(options));
        const Sample& sample = measured.samples.back();
        std::fprintf(
            stderr, "%2d %-58s %12.6g %s against %.6g (%.1f s)\n", row.target, row.name.c_str(),
            sample.value, row.unit.c_str(), sample.floor,
            std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count());
    } catch (const std::exception& error) {
        measured.trouble = error.what();
        std::fprintf(stderr, "%2d %-58s failed: %s\n", row.target, row.name.c_str(), error.what());
    }
}

} // namespace

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

double quantile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const auto at = static_cast<std::size_t>(share * static_cast<double>(values.size()));
    return values[std::min(at, values.size() - 1)];
}

bool Measured::holds() const
{
    if (samples.empty() || !trouble.empty())
        return false;
    const double ratio = median(ratiosOf(samples));
    return row->must == Must::AtMost ? ratio <= row->bound : ratio >= row->bound;
}

std::string Measured::json() const
{
    const auto values = partsOf(samples, &Sample::value);
    const auto floors = partsOf(samples, &Sample::floor);
    const auto ratios = ratiosOf(samples);
    std::string line = "{\"target\":" + std::to_string(row->target);
    const auto add = [&line](const char* name, const std::string& value) {
        line += std::string{",\""} + name + "\":" + value;
    };
    add("name", quoted(row->name));
    add("value", number(median(values)));
    add("unit", quoted(row->unit));
    add("min", number(quantile(values, 0)));
    add("max", number(quantile(values, 1)));
    add("floor", number(median(floors)));
    add("ratio", number(median(ratios)));
    add("ratio_min", number(quantile(ratios, 0)));
    add("ratio_max", number(quantile(ratios, 1)));
    add("rounds", std::to_string(samples.size()));
    add("must", quoted((row->must == Must::AtMost ? "<= " : ">= ") + number(row->bound)));
    add("holds", holds() ? "true" : "false");
    if (quick)
        add("quick", "true");
    if (!trouble.empty())
        add("trouble", quoted(trouble));
    return line + '}';
}

std::vector<Measured> runRounds(const std::vector<Row>& rows, int rounds,
                                const RoundOptions& options)
{
    std::vector<Measured> all;
    for (const Row& row : rows)
        all.push_back({&row, {}, {}, options.quick});
    for (int round = 1; round <= rounds; ++round) {
        std::fprintf(stderr, "-- round %d of %d\n", round, rounds);
        for (Measured& measured : all)
            measure(measured, options);
    }
    return all;
}

} // namespace coffee::bench
