// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/session/order_session.h"

#include "kiosk/model/suggestions.h"

#include <QLoggingCategory>

#include <algorithm>

Q_LOGGING_CATEGORY(lcSession, "coffee.kiosk.session")

namespace coffee::kiosk {

using std::chrono::duration_cast;
using std::chrono::milliseconds;

namespace {

/// Around the daemon: it is never slow, only silent; one answer proves it well.
BreakerLimits daemonLimits()
{
    BreakerLimits limits;
    limits.faultsInARow = OrderSession::kSilencesInARow;
    limits.openFirst = OrderSession::kRestFirst;
    limits.openMost = OrderSession::kRestMost;
    limits.looksFirst = false;
    limits.trials = 1;
    return limits;
}

} // namespace

OrderSession::OrderSession(Parts parts, QObject* parent)
    : QObject{parent},
      m_parts{std::move(parts)},
      m_daemon{daemonLimits()},
      m_attempt{std::make_unique<PaymentAttempt>(m_parts.client, m_parts.time)},
      m_retry{m_parts.time.alarm([this] { retryDue(); })},
      m_patience{m_parts.time.alarm([this] { Q_EMIT changed(); })},
      m_phaseSince{m_parts.time.now()}
{
    connectParts();
}

OrderSession::~OrderSession() = default;

void OrderSession::connectParts()
{
    connect(m_attempt.get(), &PaymentAttempt::progressed, this, &OrderSession::progressed);
    connect(m_attempt.get(), &PaymentAttempt::heldBack, this, &OrderSession::heldBack);
    connect(m_attempt.get(), &PaymentAttempt::settled, this, &OrderSession::settled);
    connect(m_attempt.get(), &PaymentAttempt::refused, this, &OrderSession::attemptRefused);
    connect(m_attempt.get(), &PaymentAttempt::silenceFell, this, [this] {
        if (m_phase == Phase::Paying || m_phase == Phase::Busy)
            enter(Phase::Checking);
    });
    connect(&m_parts.basket, &CustomerBasket::changed, this, [this] {
        m_agreedTotal.reset();
        m_changedLine.reset();
        m_parkKey = {};
        Q_EMIT changed();
    });
    connect(&m_parts.feed, &client::ShopFeed::viewReset, this, &OrderSession::takeOffer);
    connect(&m_parts.feed, &client::ShopFeed::viewChanged, this, &OrderSession::takeOffer);
    connect(&m_parts.feed, &client::ShopFeed::beatHeard, this, &OrderSession::takeTime);
    connect(&m_parts.feed, &client::ShopFeed::freshnessChanged, this,
            [this](const client::Freshness& fresh) {
                const bool live = fresh.state == client::FeedState::Live;
                if (live)
                    moved(m_daemon.tryNow());
                if (live && m_phase == Phase::Unreachable && !m_asking)
                    retryDue();
            });
}

void OrderSession::begin()
{
    const std::optional<JournalEntry> entry = m_parts.journal.read();
    if (!entry) {
        enter(m_parts.basket.menu().items.empty() ? Phase::Closed : Phase::Attract);
        return;
    }
    qCInfo(lcSession, "attempt=%s settled first: it was open when this kiosk stopped",
           entry->key.value.c_str());
    m_locale = entry->locale;
    m_amount = entry->total;
    m_paidKey = entry->key;
    Q_EMIT phaseChanged(m_phase);
    m_attempt->resume(entry->key);
}

// ---- moving -------------------------------------------------------------------------------

void OrderSession::enter(Phase phase)
{
    if (phase == m_phase)
        return;
    Q_ASSERT(mayMove(m_phase, phase));
    qCInfo(lcSession, "phase %s -> %s", phaseWord(m_phase), phaseWord(phase));
    m_phase = phase;
    m_phaseSince = m_parts.time.now();
    m_notice = {};
    if (phase != Phase::Review)
        m_changedLine.reset();
    m_retry->cancel();
    m_patience->cancel();
    if (phase == Phase::Checking)
        m_patience->set(kPatience);
    m_parking = false;
    m_parksNext = m_parksNext && phase == Phase::GivingUp;
    if (phase == Phase::Review || phase == Phase::Busy)
        askAboutShop();
    if (m_waitingMenu && !m_attempt->isRunning() && !isPaymentRunning(phase)) {
        const std::unique_ptr<Menu> menu = std::move(m_waitingMenu);
        takeMenu(*menu);
    }
    Q_EMIT phaseChanged(m_phase);
}

void OrderSession::tell(Notice::Kind kind, const BasketLoss& loss)
{
    m_notice = {kind, loss};
    Q_EMIT changed();
}

void OrderSession::dismissNotice()
{
    if (m_notice.kind != Notice::Kind::None)
        tell(Notice::Kind::None);
}

void OrderSession::backToBasket(Notice::Kind kind, const BasketLoss& loss)
{
    m_asking = false;
    ++m_round;
    enter(m_parts.basket.isEmpty() ? Phase::Menu : Phase::Review);
    if (kind != Notice::Kind::None)
        tell(kind, loss);
}

void OrderSession::start(ServiceMode service)
{
    if (m_phase != Phase::Attract || m_parts.basket.menu().items.empty() || pause() ||
        isClosedNow())
        return;
    m_parts.basket.clear();
    m_parts.basket.setService(service);
    m_quotesUsed = 0;
    m_failedInARow = 0;
    m_barAway = false;
    enter(Phase::Menu);
}

void OrderSession::chooseItem(const std::string& item)
{
    const bool notNow =
        m_parts.feed.view().offer.soldOutItems().contains(item) || m_outsideHours.contains(item);
    if (m_phase != Phase::Menu || notNow || !m_parts.basket.menu().item(item))
        return;
    m_item = item;
    m_editing.reset();
    m_fromReview = false;
    enter(Phase::Options);
}

std::vector<const MenuItem*> OrderSession::suggestions() const
{
    SoldOut notNow = m_parts.feed.view().offer.soldOutItems();
    notNow.insert(m_outsideHours.begin(), m_outsideHours.end());
    return suggestionsFor(m_parts.basket, notNow, kSuggestionsMost);
}

void OrderSession::chooseSuggested(const std::string& item)
{
    const auto offered = suggestions();
    const bool isOne = std::any_of(offered.begin(), offered.end(),
                                   [&item](const MenuItem* one) { return one->id == item; });
    if (m_phase != Phase::Review || !isOne)
        return;
    m_item = item;
    m_editing.reset();
    m_fromReview = true;
    enter(Phase::Options);
}

void OrderSession::editLine(LineId line)
{
    const BasketEntry* entry = m_parts.basket.find(line);
    if (!entry || (m_phase != Phase::Review && m_phase != Phase::Menu))
        return;
    if (m_phase == Phase::Menu)
        enter(Phase::Review);
    m_item = entry->line.item;
    m_editing = line;
    m_fromReview = false;
    enter(Phase::Options);
}

std::optional<LineDraft> OrderSession::draft() const
{
    if (m_phase != Phase::Options)
        return std::nullopt;
    const Menu& menu = m_parts.basket.menu();
    if (const BasketEntry* entry = m_editing ? m_parts.basket.find(*m_editing) : nullptr)
        return LineDraft{menu, m_parts.basket.service(), entry->line};
    const MenuItem* item = menu.item(m_item);
    if (!item)
        return std::nullopt;
    return LineDraft{menu, *item, m_parts.basket.service()};
}

void OrderSession::takeDraft(const LineDraft& draft)
{
    if (m_phase != Phase::Options || !draft.missing(m_parts.basket.menu()).empty())
        return;
    const bool edited = m_editing.has_value();
    const auto lineNow = [this]() {
        const BasketEntry* entry = m_editing ? m_parts.basket.find(*m_editing) : nullptr;
        return entry ? entry->line : BasketLine{};
    };
    const BasketLine before = lineNow();
    const Phase after = edited || m_fromReview ? Phase::Review : Phase::Menu;
    const CustomerBasket::Added added = edited ? m_parts.basket.replace(*m_editing, draft.line())
                                               : m_parts.basket.add(draft.line());
    switch (added) {
    case CustomerBasket::Added::Taken:
        if (edited && lineNow() != before)
            m_changedLine = m_editing;
        enter(after);
        return;
    case CustomerBasket::Added::LinesFull:
    case CustomerBasket::Added::UnitsFull:
        tell(Notice::Kind::BasketFull);
        return;
    case CustomerBasket::Added::NotOrderable:
        enter(after);
        tell(Notice::Kind::MenuChanged);
        return;
    }
}

void OrderSession::toMenu()
{
    if (m_phase == Phase::Busy && m_attempt->isRunning()) {
        cancelPayment();
        return;
    }
    if (!mayMove(m_phase, Phase::Menu) || m_phase == Phase::Opening || m_phase == Phase::Attract ||
        m_phase == Phase::MyOrder)
        return;
    m_asking = false;
    ++m_round;
    enter(Phase::Menu);
}

void OrderSession::toReview()
{
    if (m_phase == Phase::Busy && m_attempt->isRunning()) {
        cancelPayment();
        return;
    }
    const bool possible = mayMove(m_phase, Phase::Review) && m_phase != Phase::Opening &&
                          m_phase != Phase::GivingUp && m_phase != Phase::MyOrder &&
                          m_phase != Phase::Parked;
    if (!possible || m_parts.basket.isEmpty())
        return;
    backToBasket(Notice::Kind::None);
    takeOffer();
}

void OrderSession::back()
{
    switch (m_phase) {
    case Phase::Options:
        enter(m_editing || m_fromReview ? Phase::Review : Phase::Menu);
        return;
    case Phase::Review:
        enter(Phase::Menu);
        return;
    case Phase::Busy:
    case Phase::Unreachable:
        toReview();
        if (m_phase == Phase::Review && m_notice.kind == Notice::Kind::None)
            tell(Notice::Kind::NotWaiting);
        return;
    case Phase::Paused:
    case Phase::NotPaid:
        toReview();
        return;
    case Phase::MyOrder:
        closeMyOrder();
        return;
    case Phase::Parked:
        goOnFromParked();
        return;
    case Phase::Settling:
    case Phase::Closed:
    case Phase::Attract:
    case Phase::Menu:
    case Phase::Opening:
    case Phase::Paying:
    case Phase::Checking:
    case Phase::GivingUp:
    case Phase::Number:
        return;
    }
}

bool OrderSession::canOpenMyOrder() const
{
    if (isPaymentRunning(m_phase) || m_phase == Phase::MyOrder)
        return false;
    // An attempt that was held back waits as well as its customer does; one that is asked for does
    // not.
    return !m_attempt->isRunning() || m_attempt->isWaiting();
}

void OrderSession::openMyOrder()
{
    if (!canOpenMyOrder())
        return;
    m_attempt->hold();
    m_parking = false;
    m_before = m_phase;
    m_asking = false;
    ++m_round;
    enter(Phase::MyOrder);
}

void OrderSession::closeMyOrder()
{
    if (m_phase != Phase::MyOrder)
        return;
    enter(m_before);
    // What was counted down goes on; what had come due meanwhile is tried at once.
    if (isWaitingToRetry()) {
        const auto left =
            std::max(milliseconds{0}, duration_cast<milliseconds>(m_retryAt - m_parts.time.now()));
        if (m_attempt->isRunning())
            m_attempt->goOn(left);
        else
            m_retry->set(left);
    }
    takeOffer();
}

void OrderSession::leave()
{
    if (m_phase == Phase::MyOrder && m_attempt->isRunning())
        closeMyOrder();
    if (m_phase == Phase::Busy && m_attempt->isRunning()) {
        cancelPayment();
        return;
    }
    if (isPaymentRunning(m_phase) || m_phase == Phase::Closed)
        return;
    if (m_paid)
        m_parts.journal.clear();
    m_asking = false;
    ++m_round;
    m_parts.basket.clear();
    m_paid.reset();
    m_paidKey = {};
    m_notPaid = {};
    m_editing.reset();
    m_parked.reset();
    m_parksNext = false;
    enter(m_parts.basket.menu().items.empty() ? Phase::Closed : Phase::Attract);
    Q_EMIT customerLeft();
}

// ---- what is so -----------------------------------------------------------------------------

bool OrderSession::canCancelPayment() const
{
    if (m_phase == Phase::Paying)
        return m_paymentPhase == PaymentPhase::Sending ||
               m_paymentPhase == PaymentPhase::WaitingCard;
    return m_phase == Phase::Checking && inPhaseFor() >= kPatience;
}

milliseconds OrderSession::inPhaseFor() const
{
    return duration_cast<milliseconds>(m_parts.time.now() - m_phaseSince);
}

milliseconds OrderSession::untilRetry() const
{
    if (m_asking)
        return milliseconds{0};
    const auto left = duration_cast<milliseconds>(m_retryAt - m_parts.time.now());
    return std::max(milliseconds{0}, left);
}

Money OrderSession::totalToPay() const
{
    return m_agreedTotal.value_or(m_parts.basket.total());
}

std::optional<PauseText> OrderSession::pause() const
{
    const OrderingChanged& ordering = m_parts.feed.view().offer.ordering;
    if (ordering.state == OrderingState::Paused) {
        PauseText text{{ordering.textKo, ordering.textEn}, std::nullopt};
        if (ordering.untilMs > 0)
            text.until = fromMs(ordering.untilMs);
        return text;
    }
    if (m_phase == Phase::Paused)
        return m_refusedPause;
    return std::nullopt;
}

bool OrderSession::isWaitingToRetry() const
{
    return m_phase == Phase::Busy || m_phase == Phase::Paused || m_phase == Phase::Unreachable;
}

} // namespace coffee::kiosk
