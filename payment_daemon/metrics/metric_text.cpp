// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/metrics/metric_text.h"

#include <cstdio>

namespace coffee::daemon {
namespace {

/// A label's value between its quotes.
void appendEscaped(std::string& text, std::string_view value)
{
    for (const char c : value) {
        if (c == '\\' || c == '"')
            text += '\\';
        if (c == '\n')
            text += "\\n";
        else
            text += c;
    }
}

std::string numberText(double value)
{
    char text[40];
    std::snprintf(text, sizeof text, "%.9g", value);
    return text;
}

} // namespace

void MetricText::family(std::string_view name, std::string_view type, std::string_view help)
{
    m_name = name;
    m_text.append("# HELP ").append(name).append(" ").append(help).append("\n# TYPE ");
    m_text.append(name).append(" ").append(type).append("\n");
}

void MetricText::line(std::string_view suffix, Labels labels, std::string_view value)
{
    m_text.append(m_name).append(suffix);
    char before = '{';
    for (const auto& [name, text] : labels) {
        m_text += before;
        m_text.append(name).append("=\"");
        appendEscaped(m_text, text);
        m_text += '"';
        before = ',';
    }
    if (labels.size() > 0)
        m_text += '}';
    m_text.append(" ").append(value).append("\n");
}

void MetricText::sample(std::int64_t value, Labels labels)
{
    line({}, labels, std::to_string(value));
}

void MetricText::sample(double value, Labels labels)
{
    line({}, labels, numberText(value));
}

void MetricText::counter(std::string_view name, std::string_view help, std::int64_t value)
{
    family(name, "counter", help);
    sample(value);
}

void MetricText::gauge(std::string_view name, std::string_view help, std::int64_t value)
{
    family(name, "gauge", help);
    sample(value);
}

void MetricText::gauge(std::string_view name, std::string_view help, double value)
{
    family(name, "gauge", help);
    sample(value);
}

void MetricText::bucket(std::string_view bound, std::uint64_t count)
{
    line("_bucket", {{"le", bound}}, std::to_string(count));
}

std::string MetricText::seconds(std::chrono::microseconds time)
{
    return numberText(std::chrono::duration<double>{time}.count());
}

} // namespace coffee::daemon
