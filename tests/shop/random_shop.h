// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/shop/shop_under_test.h"
#include "tests/shop/toy_bank.h"

namespace coffee::test {

/// A day of everything that can happen, the same for one seed: customers who come back, repeat and
/// walk away, a bar that presses whatever it likes, a bank with bad habits, full disks, restarts.
class RandomShop {
public:
    explicit RandomShop(std::uint64_t seed);

    /// One thing happens.
    void act();
    /// All trouble ends; a manager closes what only a person can.
    void heal();
    /// What the shop's books and the bank's do not agree on, and promises that were broken.
    [[nodiscard]] std::vector<std::string> differences();
    /// The business day changes.
    void night();
    /// What a Z and the bank's books do not agree on, key by key over the events of the Z.
    [[nodiscard]] std::vector<std::string> zDifferences();
    [[nodiscard]] std::int64_t zs() const { return m_shop.shop().memory().lastZ; }

    // How much there was of what the run is about.
    [[nodiscard]] int orders() const { return static_cast<int>(m_paid.size()); }
    [[nodiscard]] int restarts() const { return m_restarts; }
    [[nodiscard]] int timesFull() const { return m_timesFull; }
    [[nodiscard]] int reviews() const { return m_reviews; }

private:
    struct Customer {
        Actor at;
        std::optional<AttemptKey> key; ///< until its answer is there
        QuoteId quote;
    };
    struct Question {
        std::string route;
        AttemptKey key;
    };
    struct Done {
        Actor from;
        protocol::RequestBody body;
        std::string route;
    };

    void buyOrAskAgain();
    void begin(Customer& customer);
    void repeatAnOldKey();
    void takeSomebodyElsesKey();
    void work();
    void tickOrRefuse(OrderId order);
    void cancelOrShow();
    void staffActs();
    void changeTheOffer();
    void beHeard();
    void answerACall();
    void troubleComesAndGoes();
    void operation(const Actor& from, protocol::RequestBody body);
    void repeatAnOperation();
    void ask(const Actor& from, const AttemptKey& key, protocol::RequestBody body);
    void hear();
    void closeReviews();
    [[nodiscard]] bool isSettled();
    void settleWithBank();
    [[nodiscard]] const protocol::PaidAnswer& somePaid();

    Random m_random;
    ToyBank m_bank{m_random};
    ShopUnderTest m_shop;
    std::vector<Customer> m_customers;
    std::vector<AttemptKey> m_keys;
    std::vector<Question> m_questions;
    std::map<AttemptKey, std::string> m_bodies; ///< the first final answer of each key
    std::vector<protocol::PaidAnswer> m_paid;
    std::map<OrderId, AttemptKey> m_keyOf;
    std::vector<daemon::GatewayResult> m_answers; ///< of the bank, on their way
    std::vector<Done> m_operations;
    std::vector<std::string> m_broken; ///< promises
    int m_restarts{0};
    int m_timesFull{0};
    int m_reviews{0};
};

} // namespace coffee::test
