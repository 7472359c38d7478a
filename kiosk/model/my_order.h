// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/session/timekeeper.h"
#include "shared/client/order_client.h"
#include "shared/client/shop_feed.h"
#include "shared/protocol/limits.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace coffee::kiosk {

/// Where the customer is in *My order*.
enum class LookUpStage {
    Number,     ///< which order?
    State,      ///< its public state, from this kiosk's own read model
    Code,       ///< the claim code, for lines, refund and cancelling
    Asking,     ///< the daemon is asked with the code
    Details,    ///< lines, refund, and whether it can be cancelled
    Confirming, ///< "cancel, and the money goes back?"
    Cancelling, ///< the daemon is asked, again and again under one key
    Cancelled,  ///< it is; how far the refund is
    Taking      ///< the daemon is asked for a parked basket
};

/// Why the last step did not work; told once, in words.
enum class LookUpTrouble {
    None,
    UnknownNumber, ///< this kiosk's picture has no such order
    WrongCode,     ///< `triesLeft`
    Locked,        ///< too many wrong codes; `lockedFor`
    Unreachable,   ///< the daemon does not answer; the state stays visible
    TooLate,       ///< it can no longer be cancelled here; the staff can
    StateMoved,    ///< the order went on meanwhile: look again before cancelling
    NoBasket,      ///< no basket waits under this code (any more)
    BasketInTheWay ///< there is a basket here already; nothing was asked
};

/// One customer looking up one order, with the number alone, or with its claim code, or with the
/// key of the attempt that paid for it (the number page).
///
/// The number is answered by the read model at any time, daemon or not, with its age. GUI thread.
class MyOrder final : public QObject {
    Q_OBJECT

public:
    /// A cancel that nobody answered is repeated under the same key, so often and so far apart.
    static constexpr int kCancelTriesMost = 5;
    static constexpr std::chrono::milliseconds kCancelAgain{2000};
    /// The details (refund progress) are asked for again while they are shown.
    static constexpr std::chrono::milliseconds kRefreshEvery{3000};
    /// Order numbers begin at 101 each day and have at most so many digits, the claim code exactly
    /// so many.
    static constexpr int kNumberDigitsLeast = 3;
    static constexpr int kNumberDigitsMost = 5;
    static constexpr int kCodeDigits = 4;
    static constexpr int kParkCodeDigits = static_cast<int>(protocol::kParkCodeDigits);
    static_assert(kParkCodeDigits > kNumberDigitsMost, "one keypad serves both");

    MyOrder(client::OrderClient& client, client::ShopFeed& feed, Timekeeper& time,
            std::function<OperationKey()> newOperation, QObject* parent = nullptr);
    ~MyOrder() override;

    /// From the beginning, for a new customer. Forgets everything about the last one.
    void reset();
    void lookUp(std::int32_t number);
    /// From the state to the claim code.
    void askForCode();
    void proveByCode(const std::string& code);
    /// From the number page: what the daemon tells of the order that was paid for at this kiosk a
    /// moment ago, again and again, while the stage stays `Number`. Ends with whatever comes next.
    void follow(const AttemptKey& key, std::int32_t number);
    void stopFollowing();
    /// Straight to the question whether to cancel: the order was paid at this kiosk a moment ago
    /// and the customer pressed cancel on its number page. To the details when it is too late.
    void cancelOwn(const AttemptKey& key, std::int32_t number);
    void askToCancel();
    void confirmCancel();
    /// A basket that the customer left with the shop, by its code of `kParkCodeDigits`. Nothing is
    /// asked while `inTheWay`. A try that nobody answered is repeated under the same key, so that a
    /// lost answer loses no basket.
    void takeBasket(const std::string& code, bool inTheWay);
    /// It has reached the customer: the code is good for nothing any more.
    void basketDelivered();
    /// One step back; from the first stage it does nothing.
    void back();

    [[nodiscard]] LookUpStage stage() const { return m_stage; }
    [[nodiscard]] LookUpTrouble trouble() const { return m_trouble; }
    [[nodiscard]] int triesLeft() const { return m_triesLeft; }
    [[nodiscard]] std::chrono::milliseconds lockedFor() const { return m_lockedFor; }
    [[nodiscard]] std::int32_t number() const { return m_number; }
    /// It was opened from the number page, by `cancelOwn`.
    [[nodiscard]] bool isOwn() const { return m_own; }
    /// The order as this kiosk's read model has it now. Null when it does not know it.
    [[nodiscard]] const OrderView* publicView() const;
    /// As much of it as is known: from the daemon after the proof, else from the read model. Null
    /// when there is neither.
    [[nodiscard]] const OrderView* knownOrder() const;
    /// The newest that is known of it: from the read model, the proof, or its own cancelling.
    [[nodiscard]] std::optional<OrderState> state() const;
    [[nodiscard]] std::int32_t ordersAhead() const;
    /// What the daemon told about it, after the proof.
    [[nodiscard]] const std::optional<protocol::OrderShown>& details() const { return m_details; }
    /// What the daemon told of this order's wait, while its telling is new; else nothing.
    [[nodiscard]] std::optional<WaitRange> toldWait() const;
    /// The answer to the cancel.
    [[nodiscard]] const std::optional<protocol::CancelAnswer>& cancelled() const
    {
        return m_cancelled;
    }

Q_SIGNALS:
    void changed();
    /// The shop gave it back. Until `basketDelivered` the same code gives it again, at this kiosk.
    void basketTaken(const coffee::Basket& basket);

private:
    void enter(LookUpStage stage, LookUpTrouble trouble = LookUpTrouble::None);
    void askDetails();
    void takeDetails(const client::Answer<protocol::OrderShown>& answer);
    void refuseProof(const Refusal& refusal);
    void takeBasketAnswer(const client::Answer<protocol::TakenAnswer>& answer);
    void sendCancel();
    void takeCancel(const client::Answer<protocol::CancelAnswer>& answer);
    void refuseCancel(const Refusal& refusal);
    void ring();

    client::OrderClient& m_client;
    client::ShopFeed& m_feed;
    std::function<OperationKey()> m_newOperation;
    std::unique_ptr<Alarm> m_again;
    LookUpStage m_stage{LookUpStage::Number};
    LookUpTrouble m_trouble{LookUpTrouble::None};
    std::int32_t m_number{0};
    OrderId m_order{0};
    std::optional<protocol::Proof> m_proof;
    std::optional<protocol::OrderShown> m_details;
    std::optional<protocol::CancelAnswer> m_cancelled;
    OperationKey m_operation;
    std::string m_parkCode; ///< asked for and not delivered yet, under `m_takeKey`
    OperationKey m_takeKey;
    OrderState m_seen{OrderState::Queued};
    int m_tries{0};
    int m_triesLeft{0};
    std::chrono::milliseconds m_lockedFor{0};
    int m_round{0};
    bool m_refreshing{false};
    bool m_answered{false}; ///< the last time that the details were asked for
    bool m_own{false};
    bool m_following{false};
};

} // namespace coffee::kiosk
