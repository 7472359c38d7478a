// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ledger/ledger_rows.h"

#include "payment_daemon/ledger/sqlite_ledger.h"
#include "shared/protocol/codec.h"

#include <cstdio>

namespace coffee::test {

using namespace daemon;

std::unique_ptr<Ledger> openLedger(const std::filesystem::path& file)
{
    return std::make_unique<SqliteLedger>(file, LedgerIdentity{kTestEpoch, kTestShop});
}

AttemptKey attemptKey(std::int64_t number, const std::string& machine)
{
    char digits[33];
    std::snprintf(digits, sizeof digits, "%032llx", static_cast<unsigned long long>(number));
    return {machine + '-' + digits};
}

ShopTime at(std::int64_t seconds)
{
    return fromMs(1'772'391'600'000 + seconds * 1000);
}

PricedBasket someBasket()
{
    PricedBasket basket;
    basket.service = ServiceMode::TakeAway;
    basket.allergyNote = "땅콩 \"알레르기\" 조심";
    PricedLine latte;
    latte.item = "latte";
    latte.name = {"카페 라떼", "Caffè latte"};
    latte.options = {{"temp", "ice", {"아이스", "Iced"}, 1, Money{}},
                     {"shot", "extra", {"샷 추가", "Extra shot"}, 2, Money::fromWon(500)}};
    latte.units = {{CupKind::Disposable, Money::fromWon(5000)},
                   {CupKind::Own, Money::fromWon(4500)},
                   {CupKind::Disposable, Money::fromWon(5000)}};
    latte.total = Money::fromWon(14'500);
    PricedLine cake;
    cake.item = "cake";
    cake.name = {"치즈 케이크", "Cheesecake"};
    cake.station = StationKind::Food;
    cake.tax = TaxClass::Exempt;
    cake.units = {{CupKind::None, Money::fromWon(5500)}};
    cake.total = Money::fromWon(5500);
    basket.lines = {latte, cake};
    basket.total = Money::fromWon(20'000);
    return basket;
}

AttemptRow chargingAttempt(AttemptId id)
{
    AttemptRow row;
    row.id = id;
    row.key = attemptKey(id);
    row.machine = "kiosk-1";
    row.quote.value = "quote-" + std::to_string(id);
    row.locale = "ko";
    row.basket = someBasket();
    row.wait = {180, 300};
    row.openedAt = row.changedAt = at(id);
    return row;
}

AttemptRow paidAttempt(AttemptId id, OrderId order)
{
    AttemptRow row = chargingAttempt(id);
    row.state = AttemptState::Paid;
    row.payment = {"card", "**** 1234", "30012345"};
    row.order = order;
    row.changedAt = at(id) + std::chrono::milliseconds{800};
    const OrderRow made = queuedOrder(order, id);
    row.finalBody = protocol::encodeBody(protocol::AttemptAnswer{
        protocol::PaidAnswer{order, made.number, made.code, made.day, made.paidAt, made.basket,
                             made.payment, made.wait, 0}});
    return row;
}

OrderRow queuedOrder(OrderId id, AttemptId attempt)
{
    OrderRow row;
    row.id = id;
    row.attempt = attempt;
    row.key = attemptKey(attempt);
    row.number = static_cast<std::int32_t>(100 + id);
    row.day = 20'514;
    row.code = "0420";
    row.kiosk = "kiosk-1";
    row.basket = someBasket();
    row.payment = {"card", "**** 1234", "30012345"};
    row.wait = {180, 300};
    row.paidAt = row.lastStepAt = at(id) + std::chrono::milliseconds{800};
    return row;
}

RefundRow dueRefund(RefundId id, OrderId order, std::int64_t won, std::vector<UnitNumber> units)
{
    RefundRow row;
    row.id = id;
    row.order = order;
    row.key = "refund-" + std::to_string(id);
    row.amount = Money::fromWon(won);
    row.units = std::move(units);
    row.reason = "식은 커피";
    row.openedAt = row.changedAt = at(1000 + id);
    return row;
}

Event told(Sequence seq, EventBody body)
{
    return {seq, at(seq), at(seq), 20'514, Actor{Role::Kiosk, "kiosk-1"}, std::move(body)};
}

void commit(Ledger& ledger, const Changes& changes)
{
    ledger.begin();
    try {
        ledger.savepoint();
        ledger.record(changes);
        ledger.releaseSavepoint();
        ledger.commit();
    } catch (const LedgerRefused&) {
        ledger.rollback();
        throw;
    }
}

bool refuses(Ledger& ledger, const Changes& changes)
{
    ledger.begin();
    ledger.savepoint();
    try {
        ledger.record(changes);
    } catch (const LedgerRefused&) {
        ledger.rollbackToSavepoint();
        ledger.commit();
        return true;
    }
    ledger.rollbackToSavepoint();
    ledger.rollback();
    return false;
}

void commitPaidOrder(Ledger& ledger, OrderId id)
{
    commit(ledger, {AttemptInserted{chargingAttempt(id)}});
    commit(ledger, {AttemptChanged{paidAttempt(id, id)}, OrderInserted{queuedOrder(id, id)}});
}

} // namespace coffee::test
