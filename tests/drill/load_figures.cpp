// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/drill/load_figures.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace coffee::drill {
namespace {

constexpr double kPlaceMostMs = 5'000;
constexpr double kOtherMostMs = 1'000;
constexpr double kToldMostMs = 2'000;

double quantile(const std::vector<double>& sorted, double share)
{
    const double rank = std::ceil(share * static_cast<double>(sorted.size()));
    return sorted.at(static_cast<std::size_t>(std::max(1.0, rank)) - 1);
}

std::string milliseconds(double ms)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", ms);
    return text;
}

std::string spreadOf(std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    std::string text = R"({"count":)" + std::to_string(times.size());
    if (!times.empty())
        text += R"(,"median_ms":)" + milliseconds(quantile(times, 0.5)) + R"(,"p99_ms":)" +
                milliseconds(quantile(times, 0.99)) + R"(,"max_ms":)" + milliseconds(times.back());
    return text + '}';
}

} // namespace

void LoadFigures::count(std::int64_t Counts::*what)
{
    const std::lock_guard lock{m_mutex};
    ++(m_counts.*what);
}

void LoadFigures::answered(std::string_view type, Took after)
{
    const std::lock_guard lock{m_mutex};
    m_answers[std::string{type}].push_back(after.count());
}

void LoadFigures::unanswered(std::string_view type)
{
    count(&Counts::unanswered);
    differ("no answer to " + std::string{type});
}

void LoadFigures::toldToWait(Took after)
{
    const std::lock_guard lock{m_mutex};
    m_told.push_back(after.count());
}

void LoadFigures::paid(const protocol::AttemptAnswer& answer, Took after)
{
    const std::lock_guard lock{m_mutex};
    m_longestPayment = std::max(m_longestPayment, after.count());
    if (std::holds_alternative<protocol::PaidAnswer>(answer))
        ++m_counts.paid;
    else if (const auto* declined = std::get_if<protocol::DeclinedAnswer>(&answer))
        ++(declined->kind == DeclineKind::NotSent ? m_counts.notBegun : m_counts.declined);
    else
        ++m_counts.givenBack;
}

void LoadFigures::differ(const std::string& sentence)
{
    const std::lock_guard lock{m_mutex};
    ++m_counts.differences;
    std::fprintf(stderr, "coffee_drill load: %s\n", sentence.c_str());
}

void LoadFigures::judge()
{
    std::vector<std::string> wrong;
    {
        const std::lock_guard lock{m_mutex};
        for (const auto& [type, times] : m_answers) {
            const double most = type == "order.place" ? kPlaceMostMs : kOtherMostMs;
            const auto late =
                std::count_if(times.begin(), times.end(), [most](double ms) { return ms > most; });
            if (late > 0)
                wrong.push_back(std::to_string(late) + " answers to " + type + " took more than " +
                                milliseconds(most) + " ms");
        }
        const auto late =
            std::count_if(m_told.begin(), m_told.end(), [](double ms) { return ms > kToldMostMs; });
        if (late > 0)
            wrong.push_back(std::to_string(late) + " customers waited more than " +
                            milliseconds(kToldMostMs) + " ms to be told to wait");
        if (m_counts.paid == 0)
            wrong.emplace_back("nobody could pay");
    }
    for (const std::string& sentence : wrong)
        differ(sentence);
}

std::int64_t LoadFigures::differences() const
{
    const std::lock_guard lock{m_mutex};
    return m_counts.differences;
}

std::string LoadFigures::json() const
{
    const std::lock_guard lock{m_mutex};
    const auto field = [](const char* name, std::int64_t value) {
        return '"' + std::string{name} + "\":" + std::to_string(value) + ',';
    };
    std::string answers;
    for (const auto& [type, times] : m_answers)
        answers += (answers.empty() ? "\"" : ",\"") + type + "\":" + spreadOf(times);
    return field("paid", m_counts.paid) + field("declined", m_counts.declined) +
           field("not_begun", m_counts.notBegun) + field("given_back", m_counts.givenBack) +
           field("cancelled", m_counts.cancelled) +
           field("customers_told_to_wait", m_counts.customersWaiting) +
           field("retries", m_counts.cameBack) + field("unanswered", m_counts.unanswered) +
           R"("told_to_wait":)" + spreadOf(m_told) + R"(,"longest_payment_ms":)" +
           milliseconds(m_longestPayment) + R"(,"answers":{)" + answers + R"(},"differences":)" +
           std::to_string(m_counts.differences);
}

} // namespace coffee::drill
