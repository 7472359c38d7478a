// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/kiosk_load.h"

#include "shared/protocol/codec.h"
#include "tests/bench/rounds.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <stdexcept>
#include <thread>

namespace coffee::bench {
namespace {

using Clock = std::chrono::steady_clock;

double microseconds(Clock::duration duration)
{
    return std::chrono::duration<double, std::micro>(duration).count();
}

std::string hex32()
{
    static std::uint64_t count = 0;
    char text[33];
    std::snprintf(text, sizeof text, "%016llx%016llx",
                  static_cast<unsigned long long>(Clock::now().time_since_epoch().count()),
                  static_cast<unsigned long long>(++count));
    return text;
}

Actor kiosk(int number)
{
    return {Role::Kiosk, kioskName(number)};
}

std::string encoded(const Actor& from, const protocol::RequestBody& body)
{
    return protocol::encode(protocol::Request{hex32(), from, body});
}

Menu menuOf(const std::string& commands)
{
    const auto reply = protocol::decodeReply<protocol::MenuAnswer>(
        askOnce(commands, {hex32(), kiosk(1), protocol::MenuGet{}}));
    if (!reply || !std::holds_alternative<protocol::MenuAnswer>(reply->content))
        throw std::runtime_error{"the daemon does not tell its menu"};
    return std::get<protocol::MenuAnswer>(reply->content).menu;
}

QuoteId quoteIn(std::string_view reply)
{
    const auto read = protocol::decodeReply<protocol::Quote>(reply);
    if (!read || !std::holds_alternative<protocol::Quote>(read->content))
        throw std::runtime_error{"no quote: " + std::string{reply}};
    return std::get<protocol::Quote>(read->content).quote;
}

/// The number behind `"name":`, which every answer about an order has near its beginning.
std::int64_t numberIn(std::string_view reply, std::string_view name)
{
    const auto at = reply.find(name);
    std::int64_t number = 0;
    if (at == std::string_view::npos ||
        std::from_chars(reply.data() + at + name.size(), reply.data() + reply.size(), number).ec !=
            std::errc{})
        throw std::runtime_error{"not what was expected: " + std::string{reply}};
    return number;
}

void mustBePaid(std::string_view reply)
{
    if (reply.substr(0, 200).find(R"("outcome":"paid")") == std::string_view::npos)
        throw std::runtime_error{"an order was not paid: " + std::string{reply}};
}

/// What the kiosks of one load send, and what came of it.
class PlaceLoad {
public:
    PlaceLoad(const std::string& commands, const PreparedOrders& prepared, const Pace& pace)
        : m_pace{pace}, m_lanes{commands, prepared.kiosks}, m_total{prepared.orders.size()}
    {
        m_kiosks.resize(static_cast<std::size_t>(prepared.kiosks));
        for (std::size_t n = 0; n < m_total; ++n) {
            const std::size_t lane = n % m_kiosks.size();
            m_kiosks[lane].requests.push_back(
                encoded(kiosk(static_cast<int>(lane) + 1),
                        protocol::OrderPlace{prepared.orders[n].key, prepared.orders[n].quote}));
        }
    }

    Figures run()
    {
        for (std::size_t lane = 0; lane < m_kiosks.size(); ++lane)
            next(lane);
        while (m_done < m_total)
            m_lanes.take(
                [this](std::size_t lane, std::string_view reply) { answered(lane, reply); });
        const double seconds = std::chrono::duration<double>(m_ended - m_warm).count();
        return {{"p50_us", quantile(m_took, 0.50)},
                {"p99_us", quantile(m_took, 0.99)},
                {"per_s", seconds > 0 ? static_cast<double>(m_counted) / seconds : 0},
                {"asked_again", static_cast<double>(m_again)}};
    }

private:
    struct Kiosk {
        std::vector<std::string> requests;
        std::size_t at{0};
        Clock::time_point asked;
    };

    void next(std::size_t lane)
    {
        Kiosk& kiosk = m_kiosks[lane];
        if (kiosk.at == kiosk.requests.size())
            return;
        if (m_pace.pause.count() > 0)
            std::this_thread::sleep_for(m_pace.pause);
        kiosk.asked = Clock::now();
        m_lanes.ask(lane, kiosk.requests[kiosk.at]);
    }

    void answered(std::size_t lane, std::string_view reply)
    {
        Kiosk& kiosk = m_kiosks[lane];
        if (kindOf(reply) == AnswerKind::Pending) {
            ++m_again;
            m_lanes.ask(lane, kiosk.requests[kiosk.at]);
            return;
        }
        mustBePaid(reply);
        const auto now = Clock::now();
        ++m_done;
        ++kiosk.at;
        const auto warmUp = static_cast<std::size_t>(m_pace.warmUp);
        if (m_done == warmUp || (warmUp == 0 && m_done == 1))
            m_warm = now;
        else if (m_done > warmUp)
            m_took.push_back(microseconds(now - kiosk.asked));
        // At the end some kiosks have nothing left to do: that is not the rate of all of them.
        if (m_done > warmUp && m_done + m_kiosks.size() <= m_total) {
            ++m_counted;
            m_ended = now;
        }
        next(lane);
    }

    Pace m_pace;
    Lanes m_lanes;
    std::vector<Kiosk> m_kiosks;
    std::size_t m_total;
    std::size_t m_done{0};
    std::size_t m_counted{0};
    std::size_t m_again{0};
    std::vector<double> m_took;
    Clock::time_point m_warm;
    Clock::time_point m_ended;
};

/// Asks on lane 0 and waits; the time it took is added to `took`.
std::string asked(Lanes& lanes, const std::string& bytes, std::vector<double>* took)
{
    std::string answer;
    const auto begun = Clock::now();
    do {
        answer.clear();
        lanes.ask(0, bytes);
        while (answer.empty())
            lanes.take([&](std::size_t, std::string_view reply) { answer = reply; });
    } while (kindOf(answer) == AnswerKind::Pending);
    if (took)
        took->push_back(microseconds(Clock::now() - begun));
    if (kindOf(answer) == AnswerKind::Refused)
        throw std::runtime_error{"refused: " + answer};
    return answer;
}

} // namespace

Basket someBasket()
{
    Basket basket;
    basket.lines = {{"americano",
                     {{"temperature", "ice", 1}, {"size", "regular", 1}, {"strength", "normal", 1}},
                     {CupKind::Store, CupKind::Own}},
                    {"croissant", {{"warming", "as-is", 1}}, {CupKind::None}}};
    return basket;
}

std::string kioskName(int kiosk)
{
    return "kiosk-" + std::to_string(kiosk);
}

PreparedOrders inventOrders(int kiosks, int orders)
{
    PreparedOrders prepared{kiosks, {}};
    for (int n = 0; n < orders; ++n)
        prepared.orders.push_back(
            {AttemptKey{kioskName(n % kiosks + 1) + '-' + hex32()}, QuoteId{hex32()}});
    return prepared;
}

PreparedOrders openQuotes(const std::string& commands, int kiosks, int orders)
{
    const Menu menu = menuOf(commands);
    const auto priced = price(menu, {}, someBasket());
    if (!priced)
        throw std::runtime_error{"the basket has no price: " + priced.error().detail};
    const protocol::CheckoutOpen open{someBasket(), "ko", menu.version, priced->total};

    PreparedOrders prepared = inventOrders(kiosks, orders);
    const int lanes = std::min(kiosks, orders);
    Lanes sockets{commands, lanes};
    std::vector<std::size_t> at(static_cast<std::size_t>(lanes));
    const auto ask = [&](std::size_t lane) {
        sockets.ask(lane, encoded(kiosk(static_cast<int>(lane) + 1), open));
    };
    for (std::size_t lane = 0; lane < at.size(); ++lane) {
        at[lane] = lane;
        ask(lane);
    }
    for (std::size_t left = prepared.orders.size(); left > 0;)
        sockets.take([&](std::size_t lane, std::string_view reply) {
            prepared.orders.at(at[lane]).quote = quoteIn(reply);
            --left;
            at[lane] += static_cast<std::size_t>(kiosks);
            if (at[lane] < prepared.orders.size())
                ask(lane);
        });
    return prepared;
}

Figures placeOrders(const std::string& commands, const PreparedOrders& prepared, const Pace& pace)
{
    return PlaceLoad{commands, prepared, pace}.run();
}

Figures placeAndCancel(const std::string& commands, const PreparedOrders& prepared,
                       const Pace& pace)
{
    Lanes lanes{commands, 1};
    std::vector<double> places;
    std::vector<double> cancels;
    for (std::size_t n = 0; n < prepared.orders.size(); ++n) {
        const PreparedOrder& order = prepared.orders[n];
        const std::string place = encoded(kiosk(1), protocol::OrderPlace{order.key, order.quote});
        const std::string cancel = encoded(
            kiosk(1), protocol::OrderCancel{OperationKey{hex32()}, protocol::KeyProof{order.key},
                                            OrderState::Queued, 0});
        const bool measured = n >= static_cast<std::size_t>(pace.warmUp);
        mustBePaid(asked(lanes, place, measured ? &places : nullptr));
        static_cast<void>(asked(lanes, cancel, measured ? &cancels : nullptr));
    }
    return {{"place_p50_us", quantile(places, 0.5)}, {"cancel_p50_us", quantile(cancels, 0.5)}};
}

void placeAndCollect(const std::string& commands, const PreparedOrders& prepared)
{
    struct Place {
        std::size_t order{0};
        OrderId id{0};
        int steps{-1}; ///< taken by the bar; -1: not paid yet
    };
    constexpr std::array kActions{protocol::OrderAction::Start, protocol::OrderAction::Ready,
                                  protocol::OrderAction::Collect};
    constexpr std::array kSeen{OrderState::Queued, OrderState::Making, OrderState::Ready};
    Lanes lanes{commands, prepared.kiosks};
    std::vector<Place> places(static_cast<std::size_t>(prepared.kiosks));
    const auto ask = [&](std::size_t lane) {
        const Place& place = places[lane];
        if (place.steps < 0)
            return lanes.ask(lane,
                             encoded(kiosk(static_cast<int>(lane) + 1),
                                     protocol::OrderPlace{prepared.orders[place.order].key,
                                                          prepared.orders[place.order].quote}));
        const auto step = static_cast<std::size_t>(place.steps);
        lanes.ask(lane, encoded({Role::Station, "bar-" + std::to_string(lane + 1)},
                                protocol::OrderCommand{kActions.at(step), OperationKey{hex32()},
                                                       place.id, kSeen.at(step), 0}));
    };
    for (std::size_t lane = 0; lane < places.size(); ++lane) {
        places[lane].order = lane;
        ask(lane);
    }
    for (std::size_t left = prepared.orders.size(); left > 0;)
        lanes.take([&](std::size_t lane, std::string_view reply) {
            Place& place = places[lane];
            if (kindOf(reply) == AnswerKind::Refused)
                throw std::runtime_error{"refused: " + std::string{reply}};
            if (kindOf(reply) == AnswerKind::Pending)
                return ask(lane);
            if (place.steps < 0)
                place.id = numberIn(reply, R"("order":)");
            if (++place.steps == static_cast<int>(kActions.size())) {
                --left;
                place = {place.order + places.size(), 0, -1};
                if (place.order >= prepared.orders.size())
                    return;
            }
            ask(lane);
        });
}

} // namespace coffee::bench
