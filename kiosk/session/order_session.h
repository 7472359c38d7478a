// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/model/customer_basket.h"
#include "kiosk/model/line_draft.h"
#include "kiosk/session/attempt_journal.h"
#include "kiosk/session/payment_attempt.h"
#include "kiosk/session/phase.h"
#include "shared/client/shop_feed.h"
#include "shared/domain/circuit_breaker.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace coffee::kiosk {

/// Something that changed without the customer's doing, to be told once, in words.
struct Notice {
    enum class Kind {
        None,
        BasketChanged,    ///< `loss` says what was taken out or costs something else now
        PriceChanged,     ///< the shop's total is `loss.after`; pressing pay again agrees to it
        MenuChanged,      ///< the menu was changed meanwhile; have a look before paying
        ItemSoldOut,      ///< what was being put together cannot be had now
        BasketFull,       ///< no more lines or units fit into one order
        TakenUp,          ///< the basket that the shop kept is here; `loss` says what it lost
        NotParked,        ///< the shop could not keep the basket: it is still here
        PaymentAbandoned, ///< the customer gave up; nothing is charged
        OpenAgain,        ///< the shop takes orders again
        NotWaiting        ///< the customer left the wait: payment goes on only when it is asked for
    };
    Kind kind{Kind::None};
    BasketLoss loss;
};

/// Why `Phase::NotPaid`.
enum class NotPaidReason {
    Declined,    ///< the bank said no
    NotCharged,  ///< no card came, or it was cancelled at the terminal
    Voided,      ///< anything charged was taken back
    GivenUp,     ///< no order; anything charged goes back
    Refused,     ///< the daemon does not take this order at all
    KioskTrouble ///< this kiosk cannot keep a record, so it may not ask for a card
};

/// What `Phase::NotPaid` tells.
struct NotPaid {
    NotPaidReason reason{NotPaidReason::Declined};
    bool fromBefore{false}; ///< of a customer before this program's start: no basket here
};

/// What the shop says while it takes no orders. Texts are empty when it says nothing special.
struct PauseText {
    LocalText text;
    std::optional<ShopTime> until;
};

/// A basket that the shop keeps for its customer.
struct ParkedBasket {
    std::string code; ///< six digits
    Timekeeper::Instant until{};
};

/// One customer at one kiosk: which page, what may be done, what is asked of the daemon.
///
/// Holds the rule that money depends on: a key is made and journalled before it is sent, one tap
/// makes one attempt, and nothing but a final answer ends an attempt. The basket stays through
/// every trouble. GUI thread; every collaborator outlives the session.
class OrderSession final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        client::OrderClient& client;
        client::ShopFeed& feed;
        CustomerBasket& basket;
        AttemptJournal& journal;
        Timekeeper& time;
        std::function<AttemptKey()> newKey;
        std::function<OperationKey()> newOperation;
        /// A number in [0, bound); spreads the retries of several kiosks.
        std::function<int(int bound)> random;
    };

    /// The wait for the next try when nobody answers. After `kSilencesInARow` nobody is kept
    /// waiting for an answer any more: it is said at once, and tried by itself with growing rests,
    /// at once when the stream shows that the daemon is there, or when the customer asks for it.
    static constexpr std::chrono::milliseconds kProbeEvery{2000};
    static constexpr int kSilencesInARow{3};
    static constexpr std::chrono::milliseconds kRestFirst{4000};
    static constexpr std::chrono::milliseconds kRestMost{10000};
    /// When the shop is not busy any more, those who wait come back within this time.
    static constexpr std::chrono::milliseconds kComeBackWithin{3000};
    static constexpr std::chrono::milliseconds kBusyLeast{1000};
    static constexpr std::chrono::milliseconds kBusyMost{120000};
    /// Used where a refusal names no time.
    static constexpr std::chrono::milliseconds kBusyUnknown{10000};
    /// Quotes that run out before they are used are asked for again this often, then it is over.
    static constexpr int kQuotesMost = 3;
    /// So long the customer is asked to wait for an unclear payment before they may give up.
    static constexpr std::chrono::milliseconds kPatience{15000};
    /// A second tap on pay within this time is the same tap.
    static constexpr std::chrono::milliseconds kSameTap{600};
    /// More would be a second menu.
    static constexpr std::size_t kSuggestionsMost = 2;

    explicit OrderSession(Parts parts, QObject* parent = nullptr);
    ~OrderSession() override;

    /// Settles what the journal holds, else shows the attract page. Once, when all is connected.
    void begin();
    /// A menu came or changed.
    void setMenu(const Menu& menu);
    /// "ko" or "en": the language of the customer who is here now.
    void setLocale(const std::string& locale) { m_locale = locale; }

    // ---- what is so -----------------------------------------------------------------------
    [[nodiscard]] Phase phase() const { return m_phase; }
    [[nodiscard]] PaymentPhase paymentPhase() const { return m_paymentPhase; }
    /// The customer may give up now: while no card has been read, or when it has been unclear for
    /// `kPatience` what became of it.
    [[nodiscard]] bool canCancelPayment() const;
    [[nodiscard]] Money amount() const { return m_amount; }
    [[nodiscard]] const Notice& notice() const { return m_notice; }
    [[nodiscard]] const NotPaid& notPaid() const { return m_notPaid; }
    /// The order that was paid; set in `Phase::Number`.
    [[nodiscard]] const std::optional<protocol::PaidAnswer>& paid() const { return m_paid; }
    /// The present attempt's key: the proof with which the number page may cancel.
    [[nodiscard]] const AttemptKey& paidKey() const { return m_paidKey; }
    /// Until the next try by itself; zero while it is being tried.
    [[nodiscard]] std::chrono::milliseconds untilRetry() const;
    /// The whole wait that `untilRetry` counts down.
    [[nodiscard]] std::chrono::milliseconds retryWait() const { return m_retryWait; }
    /// What the shop says now; empty while it takes orders.
    [[nodiscard]] std::optional<PauseText> pause() const;
    /// The shop takes no new orders at this time of day; who has begun may finish.
    [[nodiscard]] bool isClosedNow() const;
    /// When it does: the menu's hours, or those that a manager has set.
    [[nodiscard]] SaleHours openingHours() const;
    /// No barista's screen is up, as the shop said when this customer came to the review page:
    /// making may take longer.
    [[nodiscard]] bool barAway() const { return m_barAway; }
    /// In `Phase::Busy`: it is the bar that has too much to make, not payments.
    [[nodiscard]] bool isBarBusy() const { return m_barBusy; }
    /// How long that may take as the shop said; it is tried sooner, since others may step back.
    [[nodiscard]] std::chrono::milliseconds barWait() const { return m_barWait; }
    /// The basket can be left with the shop now: it is busy, and another kiosk is up.
    [[nodiscard]] bool canPark() const;
    /// The shop is being asked to keep it.
    [[nodiscard]] bool isParking() const { return m_parking; }
    /// Set in `Phase::Parked`.
    [[nodiscard]] const std::optional<ParkedBasket>& parked() const { return m_parked; }
    [[nodiscard]] std::chrono::milliseconds parkedFor() const;
    /// A basket that the shop kept may be taken up now: there is none here that it would replace.
    [[nodiscard]] bool canTakeUp() const;
    /// *My order* can be opened now.
    [[nodiscard]] bool canOpenMyOrder() const;
    /// The line that is being changed, in `Phase::Options`; empty for a new one.
    [[nodiscard]] std::optional<LineId> editing() const { return m_editing; }
    /// The line that the customer has just changed, until the next thing they do.
    [[nodiscard]] std::optional<LineId> changedLine() const { return m_changedLine; }
    /// So many of this customer's payments in a row came to nothing.
    [[nodiscard]] int failedInARow() const { return m_failedInARow; }
    /// How long the present phase has lasted.
    [[nodiscard]] std::chrono::milliseconds inPhaseFor() const;
    /// The total that pay asks for: the shop's own figure once it has named one.
    [[nodiscard]] Money totalToPay() const;
    /// The draft that the options page starts with.
    [[nodiscard]] std::optional<LineDraft> draft() const;

    // ---- what the customer does; a call that does not fit the phase does nothing --------------
    void start(ServiceMode service);
    void chooseItem(const std::string& item);
    /// What the review page suggests; the review page is where it leads back to.
    void chooseSuggested(const std::string& item);
    [[nodiscard]] std::vector<const MenuItem*> suggestions() const;
    void editLine(LineId line);
    void takeDraft(const LineDraft& draft);
    void toMenu();
    void toReview();
    /// One step back; from the menu and from where nothing is behind it does nothing.
    void back();
    void pay();
    void retryNow();
    void cancelPayment();
    void openMyOrder();
    void closeMyOrder();
    /// Leaves the basket with the shop, for any kiosk. What was open is given up first.
    void park();
    /// The customer goes on here with a basket that the shop kept.
    void takeUp(const Basket& basket);
    /// The customer goes: basket and everything about them is forgotten. Ignored while money may
    /// move.
    void leave();
    void dismissNotice();

Q_SIGNALS:
    void phaseChanged(coffee::kiosk::Phase phase);
    /// Anything else about the present page changed.
    void changed();
    /// Language, text size and volume go back to the kiosk's own.
    void customerLeft();
    /// The daemon speaks of another menu than ours: it should be fetched now.
    void menuOutdated();

private:
    void enter(Phase phase);
    void connectParts();
    void openCheckout();
    void askForQuote();
    void hearDaemon(const std::string& call, const client::ClientFailure* failure);
    void moved(const std::optional<BreakerMove>& move);
    void askAboutShop();
    void abandoned();
    void sendParking();
    void takeParking(const client::Answer<protocol::ParkedAnswer>& answer);
    void goOnFromParked();
    void comeBackEarlier();
    [[nodiscard]] std::chrono::milliseconds steady() const;
    void takeQuote(const protocol::Quote& quote, Money shown);
    void takeRefusal(const Refusal& refusal, Money shown);
    void takeSilence();
    void takePause(const Refusal& refusal);
    void waitAndRetry(Phase phase, std::chrono::milliseconds wait);
    void retryDue();
    void beginAttempt(const protocol::Quote& quote);
    void progressed(PaymentPhase phase);
    void heldBack(std::chrono::milliseconds wait);
    void settled(const protocol::AttemptAnswer& answer);
    void settledPaid(const protocol::PaidAnswer& paid);
    void settledDeclined(const protocol::DeclinedAnswer& declined);
    void endUnpaid(NotPaidReason reason);
    void attemptRefused(const Refusal& refusal);
    void takeOffer();
    void takeTime();
    void loseItem(const BasketLoss& loss);
    void takeMenu(const Menu& menu);
    void backToBasket(Notice::Kind kind, const BasketLoss& loss = {});
    void tell(Notice::Kind kind, const BasketLoss& loss = {});
    [[nodiscard]] bool isWaitingToRetry() const;

    Parts m_parts;
    CircuitBreaker m_daemon; ///< hears `checkout.open` only: what is open already is never stopped
    std::unique_ptr<PaymentAttempt> m_attempt;
    std::unique_ptr<Alarm> m_retry;
    std::unique_ptr<Alarm> m_patience;
    std::unique_ptr<Menu> m_waitingMenu; ///< a menu that came while money was moving
    Phase m_phase{Phase::Settling};
    Phase m_before{Phase::Attract}; ///< where *My order* goes back to
    Timekeeper::Instant m_phaseSince{};
    Timekeeper::Instant m_retryAt{};
    Timekeeper::Instant m_paidTapAt{};
    std::chrono::milliseconds m_retryWait{0};
    PaymentPhase m_paymentPhase{PaymentPhase::Sending};
    std::string m_locale{"ko"};
    std::string m_item;
    std::optional<LineId> m_editing;
    std::optional<LineId> m_changedLine;
    std::optional<Money> m_agreedTotal; ///< the shop's figure for the basket as it is
    Money m_amount;
    Notice m_notice;
    NotPaid m_notPaid;
    std::optional<protocol::PaidAnswer> m_paid;
    AttemptKey m_paidKey;
    PauseText m_refusedPause;
    SoldOut m_outsideHours; ///< by the shop's clock when it was looked at last
    int m_quotesUsed{0};
    int m_failedInARow{0};
    int m_round{0};           ///< answers about an earlier basket are dropped
    bool m_fromReview{false}; ///< a new line is put together, and the review page is behind it
    OperationKey m_parkKey;   ///< of the basket as it is, until the shop has answered
    std::optional<ParkedBasket> m_parked;
    bool m_parking{false};
    bool m_parksNext{false}; ///< as soon as what is open is given up
    bool m_othersUp{false};  ///< another kiosk, as the shop said last
    bool m_asking{false};
    bool m_barAway{false};
    bool m_barBusy{false};
    std::chrono::milliseconds m_barWait{0};
    std::int32_t m_makingMinutes{0}; ///< how far the shop had slowed down when it was heard last
    bool m_shopBusy{false};          ///< as the public stream said last
};

} // namespace coffee::kiosk
