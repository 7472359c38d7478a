// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/my_order.h"

#include "shared/domain/words.h"

#include <QLoggingCategory>

Q_LOGGING_CATEGORY(lcMyOrder, "coffee.kiosk.my_order")

namespace coffee::kiosk {

MyOrder::MyOrder(client::OrderClient& client, client::ShopFeed& feed, Timekeeper& time,
                 std::function<OperationKey()> newOperation, QObject* parent)
    : QObject{parent},
      m_client{client},
      m_feed{feed},
      m_newOperation{std::move(newOperation)},
      m_again{time.alarm([this] { ring(); })}
{
    const auto follow = [this] {
        if (m_stage != LookUpStage::Number || m_following)
            Q_EMIT changed();
    };
    connect(&feed, &client::ShopFeed::viewReset, this, follow);
    connect(&feed, &client::ShopFeed::viewChanged, this, follow);
    connect(&feed, &client::ShopFeed::freshnessChanged, this, follow);
}

MyOrder::~MyOrder() = default;

void MyOrder::reset()
{
    ++m_round;
    m_again->cancel();
    m_number = 0;
    m_order = 0;
    m_proof.reset();
    m_details.reset();
    m_cancelled.reset();
    m_operation = {};
    m_refreshing = false;
    m_own = false;
    m_following = false;
    enter(LookUpStage::Number);
}

void MyOrder::enter(LookUpStage stage, LookUpTrouble trouble)
{
    m_stage = stage;
    m_trouble = trouble;
    m_again->cancel();
    const bool refreshed =
        m_following || stage == LookUpStage::Details || stage == LookUpStage::Cancelled;
    if (refreshed && m_proof)
        m_again->set(kRefreshEvery);
    Q_EMIT changed();
}

const OrderView* MyOrder::publicView() const
{
    if (m_order != 0)
        if (const OrderView* known = m_feed.view().orders.find(m_order))
            return known;
    return m_number > 0 ? m_feed.view().orders.findByNumber(m_number) : nullptr;
}

const OrderView* MyOrder::knownOrder() const
{
    return m_details ? &m_details->order : publicView();
}

std::optional<WaitRange> MyOrder::toldWait() const
{
    return m_details && m_answered ? std::optional{m_details->wait} : std::nullopt;
}

std::optional<OrderState> MyOrder::state() const
{
    if (m_cancelled)
        return OrderState::Cancelled; // the answer is here before the event and the details
    const OrderView* order = publicView();
    if (m_details && (!order || m_details->order.changedBy >= order->changedBy))
        return m_details->order.state;
    return order ? std::optional{order->state} : std::nullopt;
}

std::int32_t MyOrder::ordersAhead() const
{
    const OrderView* order = publicView();
    return order ? m_feed.view().orders.ordersAhead(order->id) : 0;
}

void MyOrder::lookUp(std::int32_t number)
{
    reset();
    m_number = number;
    const OrderView* order = publicView();
    if (!order) {
        enter(LookUpStage::Number, LookUpTrouble::UnknownNumber);
        return;
    }
    m_order = order->id;
    enter(LookUpStage::State);
}

void MyOrder::takeBasket(const std::string& code, bool inTheWay)
{
    reset();
    if (inTheWay) {
        enter(LookUpStage::Number, LookUpTrouble::BasketInTheWay);
        return;
    }
    if (code != m_parkCode) {
        m_parkCode = code;
        m_takeKey = m_newOperation();
    }
    enter(LookUpStage::Taking);
    m_client.ask(protocol::BasketTake{m_takeKey, code}, this,
                 [this, round = m_round](const client::Answer<protocol::TakenAnswer>& answer) {
                     if (round == m_round)
                         takeBasketAnswer(answer);
                 });
}

void MyOrder::takeBasketAnswer(const client::Answer<protocol::TakenAnswer>& answer)
{
    if (const protocol::TakenAnswer* taken = answer.body()) {
        enter(LookUpStage::Number);
        Q_EMIT basketTaken(taken->basket);
        return;
    }
    const Refusal* refusal = answer.refusal();
    const bool isKnown = !refusal || refusal->code == RefusalCode::Busy;
    enter(LookUpStage::Number, isKnown ? LookUpTrouble::Unreachable : LookUpTrouble::NoBasket);
}

void MyOrder::basketDelivered()
{
    m_parkCode.clear();
    m_takeKey = {};
}

void MyOrder::askForCode()
{
    if (m_stage == LookUpStage::State)
        enter(LookUpStage::Code);
}

void MyOrder::proveByCode(const std::string& code)
{
    if (m_stage != LookUpStage::Code)
        return;
    m_proof = protocol::CodeProof{m_number, code};
    enter(LookUpStage::Asking);
    askDetails();
}

void MyOrder::follow(const AttemptKey& key, std::int32_t number)
{
    reset();
    m_following = true;
    m_number = number;
    m_proof = protocol::KeyProof{key};
    enter(LookUpStage::Number);
}

void MyOrder::stopFollowing()
{
    if (m_following)
        reset();
}

void MyOrder::cancelOwn(const AttemptKey& key, std::int32_t number)
{
    reset();
    m_own = true;
    m_number = number;
    if (const OrderView* order = publicView())
        m_order = order->id;
    m_proof = protocol::KeyProof{key};
    enter(LookUpStage::Asking);
    askDetails();
}

void MyOrder::askDetails()
{
    m_client.ask(protocol::OrderShow{*m_proof}, this,
                 [this, round = m_round](const client::Answer<protocol::OrderShown>& answer) {
                     if (round == m_round)
                         takeDetails(answer);
                 });
}

void MyOrder::takeDetails(const client::Answer<protocol::OrderShown>& answer)
{
    m_refreshing = false;
    m_answered = answer.body() != nullptr;
    if (m_following) {
        if (const protocol::OrderShown* shown = answer.body()) {
            m_details = *shown;
            m_order = shown->order.id;
        }
        enter(LookUpStage::Number); // unanswered or not: again after a while
        return;
    }
    const bool first = m_stage == LookUpStage::Asking;
    if (const protocol::OrderShown* shown = answer.body()) {
        m_details = *shown;
        m_order = shown->order.id;
        m_number = shown->order.number;
        if (first && m_own && shown->cancellable)
            enter(LookUpStage::Confirming);
        else if (first)
            enter(LookUpStage::Details, m_own ? LookUpTrouble::TooLate : LookUpTrouble::None);
        else if (m_stage == LookUpStage::Details || m_stage == LookUpStage::Cancelled)
            enter(m_stage,
                  m_trouble == LookUpTrouble::Unreachable ? LookUpTrouble::None : m_trouble);
        return;
    }
    if (!first) {
        if (m_stage == LookUpStage::Details || m_stage == LookUpStage::Cancelled)
            enter(m_stage, LookUpTrouble::Unreachable);
        return;
    }
    if (const Refusal* refusal = answer.refusal())
        refuseProof(*refusal);
    else
        enter(LookUpStage::State, LookUpTrouble::Unreachable);
}

void MyOrder::refuseProof(const Refusal& refusal)
{
    m_triesLeft = refusal.left;
    m_lockedFor = refusal.retryAfter;
    m_proof.reset();
    if (refusal.code == RefusalCode::WrongCode)
        enter(LookUpStage::Code, LookUpTrouble::WrongCode);
    else if (refusal.code == RefusalCode::Locked)
        enter(LookUpStage::State, LookUpTrouble::Locked);
    else if (refusal.code == RefusalCode::UnknownOrder)
        enter(LookUpStage::Number, LookUpTrouble::UnknownNumber);
    else
        enter(LookUpStage::State, LookUpTrouble::Unreachable);
}

void MyOrder::askToCancel()
{
    if (m_stage == LookUpStage::Details && m_details && m_details->cancellable)
        enter(LookUpStage::Confirming);
}

void MyOrder::confirmCancel()
{
    if (m_stage != LookUpStage::Confirming || !m_details)
        return;
    if (m_operation.empty() || m_seen != m_details->order.state)
        m_operation = m_newOperation();
    m_seen = m_details->order.state;
    m_tries = 0;
    enter(LookUpStage::Cancelling);
    sendCancel();
}

void MyOrder::sendCancel()
{
    ++m_tries;
    m_client.ask(protocol::OrderCancel{m_operation, *m_proof, m_seen, 0}, this,
                 [this, round = m_round](const client::Answer<protocol::CancelAnswer>& answer) {
                     if (round == m_round && m_stage == LookUpStage::Cancelling)
                         takeCancel(answer);
                 });
}

void MyOrder::takeCancel(const client::Answer<protocol::CancelAnswer>& answer)
{
    if (const protocol::CancelAnswer* done = answer.body()) {
        m_cancelled = *done;
        m_operation = {};
        enter(LookUpStage::Cancelled);
        askDetails();
        return;
    }
    if (const Refusal* refusal = answer.refusal(); refusal && refusal->code != RefusalCode::Busy) {
        refuseCancel(*refusal);
        return;
    }
    if (m_tries < kCancelTriesMost)
        m_again->set(kCancelAgain);
    else
        enter(LookUpStage::Details, LookUpTrouble::Unreachable); // the key is kept for the next try
}

void MyOrder::refuseCancel(const Refusal& refusal)
{
    const std::string code{word(refusal.code)};
    qCInfo(lcMyOrder, "number=%d cancel refused code=%s", m_number, code.c_str());
    m_operation = {};
    m_triesLeft = refusal.left;
    m_lockedFor = refusal.retryAfter;
    LookUpTrouble trouble = LookUpTrouble::TooLate;
    if (refusal.code == RefusalCode::WrongState)
        trouble = LookUpTrouble::StateMoved;
    else if (refusal.code == RefusalCode::Locked)
        trouble = LookUpTrouble::Locked;
    enter(LookUpStage::Details, trouble);
    askDetails();
}

void MyOrder::ring()
{
    if (m_stage == LookUpStage::Cancelling) {
        sendCancel();
        return;
    }
    if (!m_refreshing && m_proof) {
        m_refreshing = true;
        askDetails();
    }
}

void MyOrder::back()
{
    switch (m_stage) {
    case LookUpStage::Number:
    case LookUpStage::Cancelling:
    case LookUpStage::Taking:
        return;
    case LookUpStage::State:
    case LookUpStage::Cancelled:
        reset();
        return;
    case LookUpStage::Code:
        enter(LookUpStage::State);
        return;
    case LookUpStage::Asking:
        ++m_round;
        enter(LookUpStage::State);
        return;
    case LookUpStage::Details:
        // Nobody asks for them any more: what the read model says is newer from now on.
        m_details.reset();
        m_proof.reset();
        enter(LookUpStage::State);
        return;
    case LookUpStage::Confirming:
        enter(LookUpStage::Details);
        return;
    }
}

} // namespace coffee::kiosk
