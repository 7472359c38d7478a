// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/composed_floor.h"

#include "payment_daemon/ledger/ledger_file.h"
#include "payment_daemon/ledger/order_parts.h"
#include "payment_daemon/ledger/row_values.h"
#include "payment_daemon/ledger/written_sql.h"
#include "payment_daemon/run/input_queue.h"
#include "shared/protocol/codec.h"
#include "tests/bench/kiosk_load.h"
#include "tests/bench/sample_order.h"

#include <zmq.hpp>

#include <stdexcept>
#include <vector>

namespace coffee::bench {
namespace {

namespace sql = daemon::sql;
using daemon::Connection;

constexpr std::int64_t kAt = 1'800'000'000'000;
constexpr BusinessDay kDay = 20'833;

struct Job {
    zmq::message_t route;
    std::string key;
    OrderId order{0};
};

/// Everything that is written for an order, encoded once: the floor decides and encodes nothing.
struct Texts {
    explicit Texts(const PricedBasket& priced)
    {
        SampleIds ids;
        ids.day = kDay;
        ids.at = fromMs(kAt);
        ids.key.value = "kiosk-1-" + std::string(32, 'a');
        amount = priced.total.won();
        basket = protocol::encodeBasket(priced);
        parts = daemon::partsOf(priced);
        finalBody = paidAttempt(ids, priced).finalBody;
        reply = protocol::encodeReply(std::string(32, 'a'), protocol::ReplyStatus::Ok, 1'000,
                                      finalBody);
        add(attemptOpened(ids, priced), openedBody, openedFrame, openedFace);
        add(orderPaid(ids, priced), paidBody, paidFrame, paidFace);
    }

    std::int64_t amount{0};
    std::string basket;
    daemon::OrderParts parts;
    std::string finalBody;
    std::string reply;
    std::string openedBody, openedFrame, openedFace;
    std::string paidBody, paidFrame, paidFace;
    std::string chain = std::string(64, 'c');
    std::string quote = std::string(32, 'a');

private:
    static void add(const EventBody& eventBody, std::string& body, std::string& frame,
                    std::string& face)
    {
        const Event event{1'000,    fromMs(kAt), fromMs(kAt), kDay, {Role::Kiosk, "kiosk-1"},
                          eventBody};
        const std::string epoch(32, 'e');
        body = protocol::encodeEventBody(eventBody);
        frame = protocol::encode(protocol::EventFrame{epoch, event});
        face = protocol::encode(protocol::EventFrame{epoch, publicFace(event)});
    }
};

class Floor {
public:
    Floor(const std::filesystem::path& folder, const std::string& commands, Durability durability)
        : m_texts{pricedByDemoMenu(someBasket())},
          m_database{
              daemon::openLedgerFile(folder / "floor.sqlite", {std::string(32, 'e'), "demo"})},
          m_router{m_context, zmq::socket_type::router},
          m_events{m_context, zmq::socket_type::pub},
          m_board{m_context, zmq::socket_type::pub}
    {
        if (durability == Durability::NoSync)
            m_database->execute("PRAGMA synchronous=OFF");
        m_router.set(zmq::sockopt::rcvhwm, 0);
        m_events.bind(commands + "-events");
        m_board.bind(commands + "-board");
        m_router.bind(commands);
    }

    [[noreturn]] void serve()
    {
        std::vector<Job> jobs;
        for (;;) {
            take(jobs);
            begin();
            for (const Job& job : jobs)
                writeAttempt(job);
            commit();
            for (std::size_t n = 0; n < jobs.size(); ++n)
                publish(m_texts.openedFrame, m_texts.openedFace);
            begin();
            for (const Job& job : jobs)
                writePaid(job);
            commit();
            for (Job& job : jobs)
                reply(job);
            jobs.clear();
        }
    }

private:
    /// What is there; at least one.
    void take(std::vector<Job>& jobs)
    {
        while (jobs.size() < daemon::kBatchMax) {
            Job job;
            const auto flags = jobs.empty() ? zmq::recv_flags::none : zmq::recv_flags::dontwait;
            if (!m_router.recv(job.route, flags))
                return;
            zmq::message_t part;
            do
                static_cast<void>(m_router.recv(part));
            while (part.more());
            constexpr std::string_view kName = R"("key":")";
            const std::string_view bytes = part.to_string_view();
            const auto at = bytes.find(kName) + kName.size();
            job.key = bytes.substr(at, bytes.find('"', at) - at);
            job.order = ++m_orders;
            jobs.push_back(std::move(job));
        }
    }

    void begin() { m_database->statement(sql::kBegin).run(); }
    void commit() { m_database->statement(sql::kCommit).run(); }

    void writeAttempt(const Job& job)
    {
        static const std::string findKey =
            "SELECT " + std::string{daemon::kAttemptColumns} + " FROM attempts WHERE key = ?";
        mustBeFree(m_database->statement(findKey).query(job.key));
        mustBeFree(m_database->statement(sql::kFindTombstone).query(job.key));
        m_database->statement(sql::kInsertAttempt)
            .run(job.order, job.key, "kiosk-1", m_texts.quote, "ko", m_texts.basket, m_texts.amount,
                 180, 300, kAt, "charging", std::nullopt, "", false, "", "", "", 0, "", false, kAt);
        writeEvent("attempt.opened", std::nullopt, job.order, m_texts.openedBody);
    }

    void writePaid(const Job& job)
    {
        const auto number = static_cast<std::int32_t>(100 + job.order);
        m_database->statement(sql::kUpdateAttempt)
            .run(job.order, "paid", std::nullopt, "approved", false, "card", "", "I1234", job.order,
                 m_texts.finalBody, false, kAt);
        m_database->statement(sql::kInsertOrder)
            .run(job.order, job.order, number, kDay, "0420", "kiosk-1", "here", "", m_texts.amount,
                 "card", "", "I1234", 180, 300, kAt, "queued", 0, 0, 0, kAt, std::nullopt, "",
                 false, "[]", 0, 0);
        m_database->statement(sql::kInsertLines).run(job.order, m_texts.parts.lines);
        m_database->statement(sql::kInsertOptions).run(job.order, m_texts.parts.options);
        m_database->statement(sql::kInsertUnits).run(job.order, m_texts.parts.units);
        writeEvent("order.paid", job.order, job.order, m_texts.paidBody);
    }

    void writeEvent(const char* type, std::optional<OrderId> order, AttemptId attempt,
                    const std::string& body)
    {
        m_database->statement(sql::kInsertEvent)
            .run(++m_written, kAt, kAt, kDay, "kiosk", "kiosk-1", type, order, attempt, body,
                 m_texts.chain);
    }

    static void mustBeFree(daemon::Rows rows)
    {
        if (rows.next())
            throw std::runtime_error{"the load repeats a key"};
    }

    void publish(const std::string& frame, const std::string& face)
    {
        m_events.send(zmq::buffer(frame), zmq::send_flags::dontwait);
        m_board.send(zmq::buffer(face), zmq::send_flags::dontwait);
    }

    void reply(Job& job)
    {
        m_router.send(job.route, zmq::send_flags::sndmore);
        m_router.send(zmq::message_t{}, zmq::send_flags::sndmore);
        m_router.send(zmq::buffer(m_texts.reply), zmq::send_flags::none);
        publish(m_texts.paidFrame, m_texts.paidFace);
    }

    Texts m_texts;
    std::unique_ptr<Connection> m_database;
    zmq::context_t m_context{1};
    zmq::socket_t m_router;
    zmq::socket_t m_events;
    zmq::socket_t m_board;
    OrderId m_orders{0};
    Sequence m_written{0};
};

} // namespace

ServingChild::Serve composedFloor(const std::filesystem::path& folder, const std::string& commands,
                                  Durability durability)
{
    return [=](const std::function<void()>& ready) {
        std::filesystem::create_directories(folder);
        Floor floor{folder, commands, durability};
        ready();
        floor.serve();
    };
}

} // namespace coffee::bench
