// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/made_shop.h"

#include "payment_daemon/ledger/event_chain.h"
#include "payment_daemon/ledger/event_row.h"
#include "payment_daemon/ledger/ledger_file.h"
#include "payment_daemon/ledger/order_parts.h"
#include "payment_daemon/ledger/written_sql.h"
#include "shared/domain/shop_view.h"
#include "shared/domain/words.h"
#include "shared/protocol/codec.h"
#include "tests/bench/sample_order.h"

#include <cstdio>
#include <memory>
#include <stdexcept>
#include <vector>

namespace coffee::bench {
namespace {

namespace sql = daemon::sql;
using daemon::Connection;

constexpr std::int64_t kOrdersADay = 2'000;
constexpr std::int64_t kOrdersACommit = 20'000;
constexpr std::int32_t kFirstNumber = 101;
constexpr BusinessDay kFirstDay = 19'000;
constexpr std::chrono::seconds kBetweenOrders{20};
constexpr std::chrono::seconds kStepTakes{3};
/// What the daemon keeps with its stored view; see Shop::viewToStore.
constexpr const char* kFoldSetting = "view_fold_version";

const char* const kEpoch = "00000000000000000000000000000bec";

Basket oneAmericano()
{
    Basket basket;
    basket.lines = {{"americano",
                     {{"temperature", "hot", 1}, {"size", "regular", 1}, {"strength", "normal", 1}},
                     {CupKind::Store}}};
    return basket;
}

/// The rules and the plain indexes of a table are put aside while it is filled.
class RulesAside {
public:
    explicit RulesAside(Connection& connection) : m_connection{connection}
    {
        std::vector<std::string> drops;
        {
            daemon::Statement all = connection.prepare(
                "SELECT 'DROP ' || type || ' ' || name, sql FROM sqlite_schema"
                " WHERE type IN ('trigger','index') AND sql IS NOT NULL ORDER BY rowid");
            daemon::Rows row = all.query();
            while (row.next()) {
                drops.push_back(row.text(0));
                m_again.push_back(row.text(1));
            }
        }
        for (const std::string& drop : drops)
            connection.execute(drop);
    }
    void putBack()
    {
        for (const std::string& sql : m_again)
            m_connection.execute(sql);
    }

private:
    Connection& m_connection;
    std::vector<std::string> m_again;
};

class ShopMaker {
public:
    ShopMaker(const std::filesystem::path& file, const std::string& shopId)
        : m_connection{daemon::openLedgerFile(file, {kEpoch, shopId})},
          m_basket{pricedByDemoMenu(oneAmericano())},
          m_basketBytes{protocol::encodeBasket(m_basket)},
          m_chain{daemon::chainStart(kEpoch, shopId)}
    {
        m_connection->execute("PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;"
                              "PRAGMA cache_size = -400000");
    }

    void make(std::int64_t orders)
    {
        RulesAside rules{*m_connection};
        m_connection->execute("BEGIN");
        for (OrderId order = 1; order <= orders; ++order) {
            writeOrder(order);
            if (order % kOrdersACommit == 0)
                m_connection->execute("COMMIT; BEGIN");
        }
        copyParts();
        storeView();
        m_connection->execute("COMMIT");
        rules.putBack();
        m_connection->execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

private:
    void writeOrder(OrderId id)
    {
        SampleIds ids;
        ids.order = id;
        ids.day = static_cast<BusinessDay>(kFirstDay + (id - 1) / kOrdersADay);
        ids.number = static_cast<std::int32_t>(kFirstNumber + (id - 1) % kOrdersADay);
        // From 05:00 of the shop's clock on, which is 20:00 of the day before in UTC.
        ids.at = ShopTime{std::chrono::days{ids.day}} - std::chrono::hours{4} +
                 kBetweenOrders * ((id - 1) % kOrdersADay);
        ids.key = keyOfMadeOrder(id);
        const daemon::AttemptRow attempt = paidAttempt(ids, m_basket);
        m_connection->statement(sql::kInsertAttempt)
            .run(id, ids.key.value, ids.kiosk, attempt.quote.value, attempt.locale, m_basketBytes,
                 m_basket.total.won(), attempt.wait.minSeconds, attempt.wait.maxSeconds,
                 toMs(ids.at), "paid", std::nullopt, attempt.cause, false, attempt.payment.method,
                 attempt.payment.maskedCard, attempt.payment.approval, id, attempt.finalBody, true,
                 toMs(ids.at));
        const daemon::OrderRow order = queuedOrder(ids, m_basket);
        m_connection->statement(sql::kInsertOrder)
            .run(id, id, order.number, order.day, order.code, order.kiosk,
                 word(order.basket.service), "", order.basket.total.won(), order.payment.method,
                 order.payment.maskedCard, order.payment.approval, order.wait.minSeconds,
                 order.wait.maxSeconds, toMs(ids.at), "collected", toMs(ids.at + kStepTakes),
                 toMs(ids.at + 2 * kStepTakes), toMs(ids.at + 3 * kStepTakes),
                 toMs(ids.at + 3 * kStepTakes), std::nullopt, "", false, "[]", 0, 0);
        const Actor kiosk{Role::Kiosk, ids.kiosk};
        const Actor bar{Role::Station, "bar-1"};
        append(ids.day, ids.at, kiosk, attemptOpened(ids, m_basket));
        append(ids.day, ids.at, kiosk, orderPaid(ids, m_basket));
        append(ids.day, ids.at + kStepTakes, bar,
               OrderMoved{id, OrderStep::Start, OrderState::Queued, OrderState::Making});
        append(ids.day, ids.at + 2 * kStepTakes, bar,
               OrderMoved{id, OrderStep::Finish, OrderState::Making, OrderState::Ready});
        append(ids.day, ids.at + 3 * kStepTakes, bar,
               OrderMoved{id, OrderStep::Collect, OrderState::Ready, OrderState::Collected});
    }

    void append(BusinessDay day, ShopTime at, const Actor& actor, EventBody body)
    {
        const Event event{++m_seq, at, at, day, actor, std::move(body)};
        const std::string bytes = protocol::encodeEventBody(event.body);
        m_chain = daemon::chainLink(m_chain, event, bytes);
        m_connection->statement(sql::kInsertEvent)
            .run(event.seq, toMs(at), toMs(at), day, word(actor.role), actor.name,
                 protocol::typeName(event.body), daemon::orderOf(event.body),
                 daemon::attemptOf(event.body), bytes, m_chain);
        m_view.apply(event);
    }

    /// The lines of the first order as the daemon writes them, and the same for all the others.
    void copyParts()
    {
        const daemon::OrderParts parts = daemon::partsOf(m_basket);
        m_connection->statement(sql::kInsertLines).run(OrderId{1}, parts.lines);
        m_connection->statement(sql::kInsertOptions).run(OrderId{1}, parts.options);
        m_connection->statement(sql::kInsertUnits).run(OrderId{1}, parts.units);
        m_connection->execute(
            "INSERT INTO order_lines SELECT o.id, p.line, p.item, p.name_ko, p.name_en, p.station,"
            " p.tax, p.total FROM orders o, order_lines p WHERE o.id > 1 AND p.order_id = 1"
            " ORDER BY o.id, p.line;"
            "INSERT INTO line_options SELECT o.id, p.line, p.place, p.option_group, p.choice,"
            " p.name_ko, p.name_en, p.count, p.price_difference FROM orders o, line_options p"
            " WHERE o.id > 1 AND p.order_id = 1 ORDER BY o.id, p.line, p.place;"
            "INSERT INTO units SELECT o.id, p.unit, p.line, p.cup, p.price, p.state, p.reason"
            " FROM orders o, units p WHERE o.id > 1 AND p.order_id = 1 ORDER BY o.id, p.unit");
    }

    void storeView()
    {
        daemon::Statement view = m_connection->prepare(
            "INSERT INTO views(id, fold_version, seq, bytes) VALUES (1,?,?,?)");
        view.run(kFoldVersion, m_view.seq, protocol::encodeView(m_view));
        daemon::Statement setting =
            m_connection->prepare("INSERT INTO settings(name, value) VALUES (?,?)");
        setting.run(kFoldSetting, std::to_string(kFoldVersion));
    }

    std::unique_ptr<Connection> m_connection;
    PricedBasket m_basket;
    std::string m_basketBytes;
    std::string m_chain;
    Sequence m_seq{0};
    ShopView m_view;
};

} // namespace

AttemptKey keyOfMadeOrder(OrderId order)
{
    // Spread like random ones, so that the index has to be searched as if they were.
    const auto id = static_cast<std::uint64_t>(order);
    char digits[33];
    std::snprintf(digits, sizeof digits, "%016llx%016llx",
                  static_cast<unsigned long long>(id * 0x9e3779b97f4a7c15U),
                  static_cast<unsigned long long>(id));
    return AttemptKey{std::string{"kiosk-1-"} + digits};
}

void makeShop(const std::filesystem::path& folder, std::int64_t orders)
{
    const auto file = folder / "daemon" / "shop.sqlite";
    if (std::filesystem::exists(file))
        throw std::runtime_error{file.string() + " is there already"};
    std::filesystem::create_directories(file.parent_path());
    ShopMaker{file, demoShopId()}.make(orders);
}

} // namespace coffee::bench
