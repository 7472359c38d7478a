// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/messages.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace coffee::drill {

/// What the customers of the load drill see and how long it takes, and whether that is within the
/// bounds. Thread-safe.
class LoadFigures {
public:
    using Took = std::chrono::duration<double, std::milli>;

    /// A request of this type was answered.
    void answered(std::string_view type, Took after);
    /// Nobody answered within the client's patience.
    void unanswered(std::string_view type);
    /// A customer heard that it takes a while, so long after having asked.
    void toldToWait(Took after);
    /// A customer who was told to wait came back.
    void cameBack() { count(&Counts::cameBack); }
    /// Of all that were told to wait: another customer, or the same one with another order.
    void oneMoreWaits() { count(&Counts::customersWaiting); }
    /// What came of a payment, so long after it was first asked for.
    void paid(const protocol::AttemptAnswer& answer, Took after);
    void cancelled() { count(&Counts::cancelled); }
    /// Something that should never be, in one sentence; also goes to standard error.
    void differ(const std::string& sentence);

    /// Tells what lies outside the bounds as differences.
    void judge();
    [[nodiscard]] std::int64_t differences() const;
    /// The part of a JSON object that holds all of this, without the braces.
    [[nodiscard]] std::string json() const;

private:
    struct Counts {
        std::int64_t paid{0};
        std::int64_t declined{0};
        std::int64_t notBegun{0}; ///< nothing was asked of the bank
        std::int64_t givenBack{0};
        std::int64_t cancelled{0};
        std::int64_t customersWaiting{0};
        std::int64_t cameBack{0};
        std::int64_t unanswered{0};
        std::int64_t differences{0};
    };
    void count(std::int64_t Counts::*what);

    mutable std::mutex m_mutex;
    std::map<std::string, std::vector<double>, std::less<>> m_answers; ///< type → ms
    std::vector<double> m_told;                                        ///< ms
    double m_longestPayment{0};                                        ///< ms
    Counts m_counts;
};

} // namespace coffee::drill
