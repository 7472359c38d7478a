// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/daemon/shop_rig.h"

#include "payment_daemon/ledger/sqlite_ledger.h"
#include "payment_daemon/ledger/verify.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <cstdio>

namespace coffee::test {

using namespace daemon;

namespace {

/// A deadline that does not move after so many steps is a shop that spins.
constexpr int kStepsAtOneTime = 50;

void require(bool holds, const std::string& what)
{
    if (!holds)
        throw std::runtime_error{what};
}

std::string hex(std::int64_t number)
{
    char digits[33];
    std::snprintf(digits, sizeof digits, "%032llx", static_cast<unsigned long long>(number));
    return digits;
}

/// In memory where there is such a folder: thousands of commits need no real disk here.
QString temporaryFolder()
{
    const QString memory = QStringLiteral("/dev/shm");
    const QString folder = QFileInfo{memory}.isWritable() ? memory : QDir::tempPath();
    return folder + QStringLiteral("/coffee-rig-XXXXXX");
}

MenuItem item(const std::string& id, std::int64_t won, bool cup)
{
    MenuItem it;
    it.id = id;
    it.category = "all";
    it.name = {id, id};
    it.price = Money::fromWon(won);
    it.image = id;
    it.needsCup = cup;
    return it;
}

} // namespace

ShopSettings rigSettings()
{
    ShopSettings settings;
    settings.menu.version = "m-1";
    settings.menu.shopId = "test-shop";
    settings.menu.shopName = {"시험 가게", "Test shop"};
    settings.menu.categories = {{"all", {"모두", "All"}}};
    settings.menu.items = {item("americano", 4'500, true), item("cookie", 3'500, false),
                           item("water", 0, false)};
    settings.version = "0.1.0";
    settings.gatewayName = "rig";
    settings.simulated = true;
    return settings;
}

Basket smallBasket()
{
    Basket basket;
    basket.lines = {{"americano", {}, {CupKind::Store, CupKind::Own}},
                    {"cookie", {}, {CupKind::None}}};
    return basket;
}

Basket oneCoffee()
{
    Basket basket;
    basket.lines = {{"americano", {}, {CupKind::Store}}};
    return basket;
}

ShopRig::ShopRig() : ShopRig{rigSettings()} {}

ShopRig::ShopRig(ShopSettings first)
    : m_folder{temporaryFolder()},
      m_settings{std::move(first)},
      m_wall{fromMs(1'795'392'000'000)} // 2026-11-23 09:00 in Korea
{
    start();
}

ShopRig::~ShopRig() = default;

std::string ShopRig::file() const
{
    return m_folder.filePath(QStringLiteral("shop.sqlite")).toStdString();
}

void ShopRig::start()
{
    m_queue = std::make_unique<InputQueue>();
    m_ledger = std::make_unique<FaultyLedger>(std::make_unique<SqliteLedger>(
        file(), LedgerIdentity{"00112233445566778899aabbccddeeff", "test-shop"}));
    m_ledger->full = fullAtStart;
    ShopSources sources;
    sources.randomHex = [this] { return hex(++m_lastRandom); };
    sources.randomBelow = [this](std::int32_t below) {
        return static_cast<std::int32_t>(++m_lastRandom % below);
    };
    sources.fingerprint = [](const std::string& text) { return text; };
    sources.databaseBytes = [this] { return m_ledger->databaseBytes(); };
    m_shop = std::make_unique<Shop>(*m_ledger, m_settings, std::move(sources));
    m_shop->load();
    m_loop = std::make_unique<ShopLoop>(
        *m_ledger, *m_shop, *m_queue,
        ShopLoop::Doors{[this](Outgoing outgoing) { take(std::move(outgoing)); },
                        [this](GatewayCall call) {
                            if (admission == GatewayWorkers::Admission::Accepted) {
                                checkCall(call);
                                calls.push_back(std::move(call));
                            }
                            return admission;
                        },
                        [this](PinEffect effect) { pinChecks.push_back(std::move(effect)); },
                        {},
                        {},
                        [this](const BackupEffect& effect) { backups.push_back(effect); }},
        ShopLoop::Clocks{[this] { return m_wall; }, [this] { return m_steady; }});
    give(StartInput{});
}

void ShopRig::restart()
{
    m_loop.reset();
    m_shop.reset();
    m_ledger.reset();
    calls.clear();
    pinChecks.clear();
    backups.clear();
    start();
}

void ShopRig::closeFor(std::chrono::milliseconds time)
{
    m_wall += time;
    m_steady += time;
    restart();
}

// ---- time and steps -------------------------------------------------------------------------

void ShopRig::pass(std::chrono::milliseconds time)
{
    const SteadyTime end = m_steady + time;
    int stepsHere = 0;
    while (m_steady < end) {
        const SteadyTime next = std::min(end, m_loop->nextStep(m_steady));
        stepsHere = next == m_steady ? stepsHere + 1 : 0;
        require(stepsHere < kStepsAtOneTime, "the shop spins: its next deadline is always now");
        m_wall += next - m_steady;
        m_steady = next;
        give(std::vector<Input>{});
    }
}

void ShopRig::skip(std::chrono::milliseconds time)
{
    m_wall += time;
    m_steady += time;
    give(std::vector<Input>{});
}

void ShopRig::give(Input input)
{
    std::vector<Input> inputs;
    inputs.push_back(std::move(input));
    give(std::move(inputs));
}

void ShopRig::give(std::vector<Input> inputs)
{
    m_loop->step(std::move(inputs));
    drain();
    if (checksEveryStep)
        check();
}

void ShopRig::stopWith(std::vector<Input> inputs)
{
    for (Input& input : inputs)
        m_queue->put(std::move(input));
    m_loop->finish();
    check();
}

void ShopRig::drain()
{
    for (int round = 0; round < kStepsAtOneTime; ++round) {
        std::vector<Input> more = m_queue->take(std::chrono::steady_clock::now());
        if (more.empty())
            return;
        m_loop->step(std::move(more));
    }
    throw std::runtime_error{"the shop feeds itself for ever"};
}

// ---- what comes out -------------------------------------------------------------------------

void ShopRig::take(Outgoing outgoing)
{
    for (const Outgoing::Reply& reply : outgoing.replies) {
        require(!m_answers.contains(reply.route), "a second answer on " + reply.route);
        m_answers.emplace(reply.route, reply.bytes);
    }
    if (onFrames)
        onFrames();
    for (const Outgoing::Frame& frame : outgoing.frames) {
        const auto full = protocol::decodeFrame(frame.events);
        const auto face = protocol::decodeFrame(frame.board);
        require(full.ok() && face.ok(), "a frame cannot be read");
        if (const auto* event = std::get_if<protocol::EventFrame>(&*full)) {
            const auto* shown = std::get_if<protocol::EventFrame>(&*face);
            require(shown && shown->event.seq == event->event.seq, "the streams differ in number");
            require(event->event.seq == m_events.seq + 1, "a gap in the stream");
            m_events.apply(event->event);
            m_board.apply(shown->event);
            published.push_back(event->event);
        } else {
            ++beats;
        }
    }
}

void ShopRig::check()
{
    const ShopMemory& memory = m_shop->memory();
    require(m_events == memory.view, "the stream does not tell the shop's view");
    require(m_board == publicFace(memory.view), "the public stream does not tell the public face");
    require(memory.breaker.state() == memory.view.payments.breaker,
            "the breaker is in another state than the log tells");
    OpenShop open = m_ledger->load();
    const NumbersFloor floor = numbersFloorOf(open.settings[std::string{kNumbersFloor}]);
    open.lastOrder = std::max(open.lastOrder, floor.order);
    if (std::pair{floor.day, floor.number} > std::pair{open.lastDay, open.lastNumber}) {
        open.lastDay = floor.day;
        open.lastNumber = floor.number;
    }
    require(open.head == memory.head && open.lastAttempt == memory.lastAttempt &&
                open.lastOrder == memory.lastOrder && open.lastRefund == memory.lastRefund &&
                open.lastDay == memory.lastDay && open.lastNumber == memory.lastNumber &&
                open.lastZ == memory.lastZ && open.closedTo == memory.closedTo,
            "the memory counts otherwise than the ledger");
    require(open.attempts.size() == memory.attempts.size(), "other attempts are open in memory");
    for (const AttemptRow& row : open.attempts) {
        const auto known = memory.attempts.find(row.key);
        require(known != memory.attempts.end() && known->second.row == row,
                "an attempt is another one in memory");
    }
    require(open.orders.size() == memory.orders.size(), "other orders are open in memory");
    for (const OrderRow& row : open.orders) {
        const auto known = memory.orders.find(row.id);
        require(known != memory.orders.end() && known->second == row,
                "an order is another one in memory");
    }
    require(open.refunds.size() == memory.refunds.size(), "other refunds are open in memory");
    for (const RefundRow& row : open.refunds) {
        const auto known = memory.refunds.find(row.id);
        require(known != memory.refunds.end() && known->second.row == row,
                "a refund is another one in memory");
    }
}

/// No provider is called for what is not recorded.
void ShopRig::checkCall(const GatewayCall& call)
{
    if (const auto* charge = std::get_if<ChargeCall>(&call)) {
        require(stateOf(AttemptKey{charge->key}) == AttemptState::Charging,
                "a charge without its record");
    } else if (const auto* reverse = std::get_if<ReverseCall>(&call)) {
        require(stateOf(AttemptKey{reverse->key}) == AttemptState::Reversing,
                "a reversal without its record");
    } else if (const auto* refund = std::get_if<RefundCall>(&call)) {
        // Its id ends the key.
        const std::string& key = refund->refundKey;
        const auto row = m_ledger->findRefund(std::stoll(key.substr(key.rfind('-') + 1)));
        require(row && row->key == key && row->state != RefundState::Done &&
                    row->amount == refund->amount,
                "a refund without its record");
    }
}

std::string ShopRig::verify()
{
    m_loop.reset();
    m_shop.reset();
    m_ledger.reset();
    const auto verdict = verifyLedger(file());
    if (!verdict)
        return verdict.error();
    std::string found;
    for (const LedgerDifference& difference : verdict->differences)
        found += toText(difference) + '\n';
    return found;
}

void ShopRig::finishBackup(const std::string& failure)
{
    require(!backups.empty(), "no backup is wanted");
    const BackupEffect wanted = backups.front();
    backups.pop_front();
    give(BackupInput{wanted.ticket, failure, wanted.folder + "/a-backup", m_shop->memory().head,
                     m_wall, 4096});
}

void ShopRig::restartRestored()
{
    m_ledger->begin();
    m_ledger->record(
        {SettingStored{std::string{kRestoredEpoch}, "ffeeddccbbaa99887766554433221100"},
         SettingStored{std::string{kCompareSince}, std::to_string(toMs(m_wall))}});
    m_ledger->commit();
    restart();
}

// ---- questions ------------------------------------------------------------------------------

CommandInput ShopRig::command(const Actor& from, protocol::RequestBody body)
{
    const std::string id = std::to_string(++m_lastRoute);
    return {{"route-" + id, "q-" + id}, {"q-" + id, from, std::move(body)}};
}

std::string ShopRig::send(const Actor& from, protocol::RequestBody body)
{
    require(protocol::mayUse(from.role, body), "the net thread would have refused this");
    CommandInput input = command(from, std::move(body));
    const std::string route = input.to.route;
    give(std::move(input));
    return route;
}

std::string ShopRig::answerOn(const std::string& route) const
{
    const auto answer = m_answers.find(route);
    return answer == m_answers.end() ? std::string{} : answer->second;
}

Refusal ShopRig::refusalOn(const std::string& route) const
{
    const auto reply = replyOn<protocol::Accepted>(route);
    const auto* refused = std::get_if<Refusal>(&reply.content);
    require(refused, "it was not refused");
    return *refused;
}

Refusal ShopRig::refused(const Actor& from, protocol::RequestBody body)
{
    return refusalOn(send(from, std::move(body)));
}

std::optional<PaymentPhase> ShopRig::pendingOn(const std::string& route) const
{
    if (answerOn(route).empty())
        return std::nullopt;
    const auto reply = protocol::decodeReply<protocol::AttemptAnswer>(answerOn(route));
    if (!reply)
        return std::nullopt;
    const auto* pending = std::get_if<protocol::Pending>(&reply->content);
    return pending ? std::optional{pending->phase} : std::nullopt;
}

std::string ShopRig::bodyOn(const std::string& route) const
{
    const std::string answer = answerOn(route);
    const auto at = answer.find("\"body\":");
    return at == std::string::npos ? std::string{} : answer.substr(at);
}

// ---- the provider ---------------------------------------------------------------------------

void ShopRig::approve(const std::string& key, Money amount)
{
    finishCharge(key, ChargeApproved{amount, "30012345", "**** 1234", "card"});
}

void ShopRig::finishCharge(const std::string& key, ChargeOutcome outcome)
{
    give(GatewayResult{ChargeFinished{key, std::move(outcome), 10ms}});
}

void ShopRig::finishLookup(const std::string& key, LookupOutcome outcome)
{
    give(GatewayResult{LookupFinished{key, std::move(outcome), 10ms}});
}

void ShopRig::finishReverse(const std::string& key, ReverseResult result)
{
    give(GatewayResult{ReverseFinished{key, {result, {}}}});
}

void ShopRig::finishRefund(const std::string& refundKey, RefundResult result)
{
    give(GatewayResult{RefundFinished{refundKey, {result, {}}}});
}

// ---- PINs -----------------------------------------------------------------------------------

void ShopRig::checkPin()
{
    require(!pinChecks.empty(), "no PIN is to be checked");
    const PinEffect check = pinChecks.front();
    pinChecks.pop_front();
    PinInput answer{check.ticket, check.hash.empty() || check.hash == "#" + check.pin, {}};
    if (answer.fits && !check.newPin.empty())
        answer.newHash = "#" + check.newPin;
    give(answer);
}

void ShopRig::setPin(const std::string& pin)
{
    const std::string route = send(ctl(), protocol::PinSet{newOp(), {}, pin});
    checkPin();
    static_cast<void>(okOn<protocol::Accepted>(route));
}

// ---- a customer -----------------------------------------------------------------------------

AttemptKey ShopRig::newKey(const std::string& machine)
{
    return {machine + "-" + hex(++m_lastRandom)};
}

OperationKey ShopRig::newOp()
{
    return {hex(++m_lastRandom)};
}

protocol::Quote ShopRig::quote(const std::string& machine)
{
    return quote(machine, smallBasket());
}

protocol::Quote ShopRig::quote(const std::string& machine, const Basket& basket)
{
    const auto priced = price(m_settings.menu, {}, basket);
    require(priced.ok(), "the test's basket has no price");
    return ask<protocol::Quote>(
        kiosk(machine),
        protocol::CheckoutOpen{basket, "ko", m_settings.menu.version, priced->total});
}

std::string ShopRig::place(const AttemptKey& key, const std::string& machine)
{
    return send(kiosk(machine), protocol::OrderPlace{key, quote(machine).quote});
}

protocol::PaidAnswer ShopRig::buy(const std::string& machine)
{
    return buy(machine, smallBasket());
}

protocol::PaidAnswer ShopRig::buy(const std::string& machine, const Basket& basket)
{
    const AttemptKey key = newKey(machine);
    const auto promised = quote(machine, basket);
    const std::string route = send(kiosk(machine), protocol::OrderPlace{key, promised.quote});
    const ChargeCall charge = takeCall<ChargeCall>();
    approve(charge.key, charge.amount);
    return std::get<protocol::PaidAnswer>(okOn<protocol::AttemptAnswer>(route));
}

// ---- what is there --------------------------------------------------------------------------

AttemptState ShopRig::stateOf(const AttemptKey& key)
{
    const auto row = m_ledger->findKey(key);
    require(row && std::holds_alternative<AttemptRow>(*row), "there is no attempt of this key");
    return std::get<AttemptRow>(*row).state;
}

OrderState ShopRig::stateOf(OrderId order)
{
    const auto row = m_ledger->findOrder(order);
    require(row.has_value(), "there is no such order");
    return row->state;
}

Money ShopRig::refundedOf(OrderId order)
{
    const auto row = m_ledger->findOrder(order);
    require(row.has_value(), "there is no such order");
    std::int64_t won = 0;
    for (const RefundRow& refund : row->refunds)
        won += refund.amount.won();
    return Money::fromWon(won);
}

} // namespace coffee::test
