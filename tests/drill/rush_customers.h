// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/random.h"
#include "tests/support/shop_client.h"

#include <QString>

#include <atomic>
#include <chrono>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace coffee::drill {

/// What the customers of a rush were told, from the till's side.
struct RushBought {
    std::vector<protocol::PaidAnswer> paid;
    int cancelled{0};
    int helpCalls{0};
    int askedAgain{0}; ///< told that something is sold out or to wait, and chose again
    std::vector<std::string> failures;
};

/// Customers at several kiosks, each with a real client and a thread: they come as in a rush, few
/// at first, most in the middle, and buy until they have paid; a few cancel, a few call for help.
class RushCustomers {
public:
    struct Plan {
        int orders{300};
        std::chrono::milliseconds length{0}; ///< of the whole rush, in true time
        std::uint64_t seed{1};
    };

    RushCustomers(const QString& commands, const Plan& plan);
    ~RushCustomers();

    [[nodiscard]] bool isOver() const { return m_running == 0; }
    [[nodiscard]] int bought() const { return m_bought; }
    /// Waits for them.
    [[nodiscard]] RushBought result();

private:
    void visit(const std::string& kiosk, std::uint64_t seed);
    void buy(test::ShopClient& client, test::Random& random);
    void cancel(test::ShopClient& client, const AttemptKey& key);
    void fail(const std::string& sentence);

    QString m_commands;
    std::vector<std::chrono::steady_clock::time_point> m_arrivals;
    std::atomic<std::size_t> m_next{0};
    std::atomic<int> m_running{0};
    std::atomic<int> m_bought{0};
    std::mutex m_mutex;
    RushBought m_result;
    std::vector<std::jthread> m_kiosks;
};

} // namespace coffee::drill
