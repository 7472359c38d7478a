// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/metrics/histogram.h"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace coffee::daemon {

/// Writes Prometheus' text form, version 0.0.4: one family after the other, each with its help and
/// type before its samples.
class MetricText {
public:
    using Label = std::pair<std::string_view, std::string_view>;
    using Labels = std::initializer_list<Label>;

    /// Begins a family; its samples follow.
    void family(std::string_view name, std::string_view type, std::string_view help);
    void sample(std::int64_t value, Labels labels = {});
    void sample(double value, Labels labels = {});
    /// A whole family that is one number.
    void counter(std::string_view name, std::string_view help, std::int64_t value);
    void gauge(std::string_view name, std::string_view help, std::int64_t value);
    void gauge(std::string_view name, std::string_view help, double value);

    template <std::size_t N>
    void histogram(std::string_view name, std::string_view help, const Histogram<N>& histogram)
    {
        family(name, "histogram", help);
        for (std::size_t place = 0; place < N; ++place)
            bucket(seconds(histogram.bounds()[place]), histogram.upTo(place));
        bucket("+Inf", histogram.upTo(N));
        line("_sum", {}, seconds(histogram.sum()));
        line("_count", {}, std::to_string(histogram.upTo(N)));
    }

    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    void line(std::string_view suffix, Labels labels, std::string_view value);
    void bucket(std::string_view bound, std::uint64_t count);
    [[nodiscard]] static std::string seconds(std::chrono::microseconds time);

    std::string m_text;
    std::string m_name; ///< of the family
};

} // namespace coffee::daemon
