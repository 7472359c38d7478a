// SPDX-License-Identifier: GPL-3.0-or-later
// What a manager does from the page *Now*; the rest of the window is in manager_window.cpp.
#include "barista_station/manager/act_words.h"
#include "barista_station/manager/hours_sheet.h"
#include "barista_station/manager/manager_window.h"
#include "barista_station/manager/need_sheet.h"
#include "barista_station/manager/needs_panel.h"
#include "barista_station/manager/ordering_sheet.h"
#include "barista_station/manager/ordering_words.h"
#include "barista_station/manager/pause_sheet.h"
#include "barista_station/manager/payments_card.h"
#include "barista_station/manager/shop_history.h"
#include "barista_station/manager/shop_numbers.h"
#include "barista_station/manager/slow_sheet.h"
#include "barista_station/manager/stop_cards_sheet.h"
#include "barista_station/pages/station_texts.h"

#include "shared/widgets/banner.h"
#include "shared/widgets/button.h"
#include "shared/widgets/pin_sheet.h"
#include "shared/widgets/texts.h"
#include "shared/widgets/toast.h"

#include <QDateTime>

#include <algorithm>

namespace coffee::station {

using namespace coffee::ui;

namespace {

constexpr std::chrono::minutes kLookBack{60};
/// More events than a shop writes in an hour.
constexpr std::int32_t kEventsBack = 5000;

WeekMinute minuteOf(ShopTime time)
{
    constexpr int kMinutesPerHour = 60;
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(toMs(time));
    return {local.date().dayOfWeek() - 1,
            local.time().hour() * kMinutesPerHour + local.time().minute()};
}

} // namespace

// ---- asking and telling -------------------------------------------------------------------------

bool ManagerWindow::begin(ActSheet* sheet, const QString& done)
{
    if (m_parts.session.isBusy()) {
        const QString words = tr("앞의 일을 보내는 중이에요. 잠시 뒤에 다시 눌러 주세요.");
        if (sheet)
            sheet->showError(words);
        else
            m_toast->showMessage(words);
        return false;
    }
    m_askedBy = sheet;
    m_done = done;
    if (sheet)
        sheet->setBusy(true);
    return true;
}

void ManagerWindow::showActOutcome(const ManagerOutcome& outcome)
{
    ActSheet* sheet = std::exchange(m_askedBy, nullptr);
    m_parts.session.forget();
    if (outcome.accepted()) {
        if (sheet)
            sheet->closeSheet();
        if (!m_done.isEmpty())
            m_toast->showMessage(m_done);
        return;
    }
    const QString words = outcome.noAnswer()
                              ? tr("결제 서버가 대답하지 않았어요. 다시 눌러 주세요.")
                              : refusalWords(outcome.act, *outcome.refusal());
    if (sheet && sheet->isOpen())
        sheet->showError(words);
    else
        m_toast->showMessage(words);
}

// ---- what needs a person ------------------------------------------------------------------------

void ManagerWindow::showNeeds()
{
    const std::vector<Need> needs = needsNow(m_parts.feed.view(), link(), now(), NeedThresholds{},
                                             m_breakers.isStoppedByHand());
    m_needs->setNeeds(needs, now());
    if (m_needSheet->isOpen())
        m_needSheet->setOver(std::none_of(needs.begin(), needs.end(), [this](const Need& need) {
            return isSameNeed(need, m_needSheet->need());
        }));
}

void ManagerWindow::openSteps(const Need& need)
{
    std::optional<ProgramTile> program;
    for (const ProgramTile& tile :
         programTiles(m_parts.feed.view(), link(), m_parts.session.status()))
        if (tile.role == need.role && tile.name == need.subject && !need.subject.empty())
            program = tile;
    m_needSheet->ask(need, needSteps(need, program, now()));
}

void ManagerWindow::act(const Need& need)
{
    ManagerSession& session = m_parts.session;
    switch (need.action) {
    case NeedAction::None:
        return;
    case NeedAction::TryDaemon:
        m_parts.reporter.tryNow();
        session.tryDaemon();
        m_toast->showMessage(tr("결제 서버에 다시 묻고 있어요."));
        return;
    case NeedAction::PauseOrdering:
        (void)openPause();
        return;
    case NeedAction::TryCards:
        setBreaker(BreakerState::HalfOpen);
        return;
    case NeedAction::AcceptCards:
        setBreaker(BreakerState::Closed);
        return;
    case NeedAction::AskBooks:
        if (begin(nullptr, tr("카드사에 다시 묻고 있어요. 대답하면 결제를 다시 받아요.")))
            session.settleAlarm(AlarmKind::BooksUncompared);
        return;
    case NeedAction::TakeHelp:
        m_parts.reporter.report(protocol::HelpTake{{}, need.subject, 0});
        m_toast->showMessage(tr("%1 손님에게 직원이 간다고 알리고 있어요.")
                                 .arg(texts::machine(need.role, need.subject)));
        return;
    case NeedAction::LookAgain:
        if (begin(nullptr, need.kind == NeedKind::RefundStuck
                               ? tr("카드사에 환불을 다시 보냈어요. 끝나면 목록에서 사라져요.")
                               : tr("카드사에 다시 묻고 있어요. 답이 오면 목록에서 사라져요.")))
            session.lookAgain(need.kind == NeedKind::RefundStuck ? protocol::ReviewKind::Refund
                                                                 : protocol::ReviewKind::Attempt,
                              need.id);
        return;
    case NeedAction::CloseReview:
        m_moneySheet->askReview(need);
        return;
    case NeedAction::ShowSteps:
        openSteps(need);
        return;
    case NeedAction::RefreshScreen:
        if (begin(nullptr, tr("%1에 새로 고치라고 했어요. 몇 초 뒤에 바뀌어요.")
                               .arg(texts::machine(need.role, need.subject))))
            session.refreshScreen({need.role, need.subject});
        return;
    case NeedAction::TakeBackup:
        (void)openPin(BackupWish{});
        return;
    }
}

/// The last step of a need's sheet.
void ManagerWindow::actOnMachine(const Need& need)
{
    ManagerSession& session = m_parts.session;
    if (need.kind == NeedKind::DiskLow) {
        if (begin(m_needSheet, tr("공간을 다시 쟀어요. 넉넉하면 목록에서 사라져요.")))
            session.settleAlarm(AlarmKind::DiskLow);
    } else if (need.kind == NeedKind::ClockStepped) {
        if (begin(m_needSheet, tr("확인한 것으로 적었어요.")))
            session.settleAlarm(AlarmKind::ClockStepped);
    } else if (begin(m_needSheet, tr("목록에서 뺐어요: %1. 다시 켜지면 저절로 나타나요.")
                                      .arg(texts::machine(need.role, need.subject)))) {
        session.removeMachine({need.role, need.subject});
    }
}

// ---- card payments ------------------------------------------------------------------------------

void ManagerWindow::connectPayments()
{
    connect(m_payments, &PaymentsCard::stopClicked, this, &ManagerWindow::openStopCards);
    connect(m_payments, &PaymentsCard::tryClicked, this,
            [this] { setBreaker(BreakerState::HalfOpen); });
    connect(m_payments, &PaymentsCard::acceptClicked, this,
            [this] { setBreaker(BreakerState::Closed); });
    connect(m_stopCardsSheet, &StopCardsSheet::stopClicked, this, [this](int minutes) {
        if (begin(m_stopCardsSheet, tr("카드 결제를 %n분 동안 멈췄어요.", nullptr, minutes)))
            m_parts.session.setBreaker(BreakerState::Open, minutes);
    });
    connect(m_needSheet, &NeedSheet::actClicked, this, &ManagerWindow::actOnMachine);
    connect(&m_parts.session, &ManagerSession::daemonTried, this, [this](bool heard) {
        m_toast->showMessage(heard ? tr("결제 서버가 대답했어요.")
                                   : tr("결제 서버가 아직 대답하지 않아요. 계속 다시 시도해요."));
    });
    connect(&m_parts.reporter, &StatusReporter::refused, this,
            [this](OrderId, const Refusal& refusal) {
                m_toast->showMessage(ui::texts::refusal(refusal));
            });
    connect(&m_parts.feed, &client::ShopFeed::eventApplied, this,
            [this](const Event& event, bool) { m_breakers.take(event); });
    connect(&m_parts.feed, &client::ShopFeed::viewReset, this, [this] {
        const std::string epoch = m_parts.feed.freshness().epoch;
        if (epoch != m_breakersOf)
            m_breakers.clear();
        m_breakersOf = epoch;
        m_breakersRead = false; // A snapshot passes over events.
        readBreakers();
    });
    m_breakersOf = m_parts.feed.freshness().epoch;
    if (m_parts.history)
        connect(m_parts.history, &ShopHistory::progressed, this, &ManagerWindow::readBreakers);
    readBreakers();
}

/// What the window's own copy of the log has of the last hour.
void ManagerWindow::readBreakers()
{
    if (!m_parts.history || m_breakersRead || !m_parts.history->progress().isComplete())
        return;
    m_breakersRead = true;
    m_parts.history->ask(
        this,
        [](const client::OrderArchive& archive) {
            std::vector<Event> moves = archive.eventsAfter(
                std::max<Sequence>(0, archive.seq() - kEventsBack), kEventsBack);
            std::erase_if(moves, [](const Event& event) {
                return !std::holds_alternative<BreakerMoved>(event.body);
            });
            return std::pair{archive.epoch(), std::move(moves)};
        },
        [this](const std::pair<std::string, std::vector<Event>>& read) {
            if (read.first != m_breakersOf)
                return;
            for (const Event& event : read.second)
                m_breakers.take(event);
            showAll();
        });
}

void ManagerWindow::showPayments()
{
    const PaymentView& payments = m_parts.feed.view().payments;
    PaymentFacts facts;
    facts.breaker = payments.breaker;
    facts.since = payments.breakerSince;
    if (payments.breaker == BreakerState::Open && payments.breakerUntilMs > 0)
        facts.until = fromMs(payments.breakerUntilMs);
    facts.unknown = shopNumbers(m_parts.feed.view(), now()).chargesUnknown;
    if (const auto& status = m_parts.session.status()) {
        facts.running = status->chargesRunning;
        facts.waiting = status->chargesWaiting;
        facts.hour = paymentHour(status->payments, now());
    }
    facts.turns = m_breakers.since(now() - kLookBack);
    m_payments->setFacts(facts);
}

void ManagerWindow::setBreaker(BreakerState state)
{
    if (begin(nullptr, state == BreakerState::Closed
                           ? tr("카드 결제를 다시 받아요.")
                           : tr("카드 결제를 한 건씩 시험해요. 잘 되면 저절로 모두 받아요.")))
        m_parts.session.setBreaker(state, 0);
}

void ManagerWindow::openStopCards()
{
    m_stopCardsSheet->openReady();
}

// ---- ordering -----------------------------------------------------------------------------------

void ManagerWindow::connectOrdering()
{
    const auto resume = [this] {
        if (begin(nullptr, tr("주문을 다시 받아요.")))
            m_parts.session.resume();
    };
    connect(m_ordering, &QPushButton::clicked, this, [this] { (void)openOrdering(); });
    connect(m_resume, &QPushButton::clicked, this, resume);
    connect(m_orderingSheet, &OrderingSheet::pauseClicked, this, [this] {
        m_orderingSheet->closeSheet();
        (void)openPause();
    });
    connect(m_orderingSheet, &OrderingSheet::resumeClicked, this, [this, resume] {
        m_orderingSheet->closeSheet();
        resume();
    });
    connect(m_orderingSheet, &OrderingSheet::slowClicked, this, [this] {
        m_orderingSheet->closeSheet();
        openSlow();
    });
    connect(m_orderingSheet, &OrderingSheet::hoursClicked, this, [this] {
        m_orderingSheet->closeSheet();
        openHours();
    });
    connect(m_slowed, &Banner::actionClicked, this, &ManagerWindow::openSlow);
    connect(m_closed, &Banner::actionClicked, this, &ManagerWindow::openHours);
    connect(m_pauseSheet, &PauseSheet::pauseClicked, this,
            [this](int minutes, const QString& ko, const QString& en) {
                if (begin(m_pauseSheet, tr("주문을 %n분 동안 멈췄어요.", nullptr, minutes)))
                    m_parts.session.pause(minutes, ko, en);
            });
    connect(m_slowSheet, &SlowSheet::paceClicked, this, [this](int making) {
        if (begin(m_slowSheet, making == 0 ? tr("이제 주문하는 대로 받아요.")
                                           : tr("이제 15분에 커피 약 %n잔만 받아요.", nullptr,
                                                coffeesIn(making))))
            m_parts.session.pace(making);
    });
    connect(m_hoursSheet, &HoursSheet::hoursClicked, this, [this](const SaleHours& hours) {
        if (begin(m_hoursSheet, tr("영업시간을 바꿨어요: %1").arg(hoursWords(hours))))
            m_parts.session.setHours(hours);
    });
    connect(m_hoursSheet, &HoursSheet::menuClicked, this, [this] {
        if (begin(m_hoursSheet, tr("메뉴에 적힌 시간으로 돌아갔어요.")))
            m_parts.session.setHours(std::nullopt);
    });
}

void ManagerWindow::showOffer()
{
    const OfferView& offer = m_parts.feed.view().offer;
    const Menu& menu = m_parts.facts.menu();
    const bool menuKnown = !menu.version.empty();
    m_orderingSheet->setOffer(offer, menu.openingHours, menuKnown);
    m_slowed->setMessage(Banner::Kind::Notice, Icon::Clock, paceWords(offer.makingMinutes));
    m_slowed->setAction(tr("바꾸기"));
    const SaleHours hours = offer.openingHours(menu);
    const bool closed = (offer.hours.own || menuKnown) && !hours.contains(minuteOf(now()));
    m_closed->setMessage(
        Banner::Kind::Notice, Icon::Store,
        closed ? tr("지금은 영업시간이 아니라서 새 주문을 받지 않아요 (%1).").arg(hoursWords(hours))
               : QString{});
    m_closed->setAction(tr("영업시간 바꾸기"));
}

OrderingSheet& ManagerWindow::openOrdering()
{
    m_orderingSheet->openSheet();
    return *m_orderingSheet;
}

PauseSheet& ManagerWindow::openPause()
{
    m_pauseSheet->openReady();
    return *m_pauseSheet;
}

void ManagerWindow::openSlow()
{
    m_slowSheet->ask(m_parts.feed.view().offer.makingMinutes);
}

void ManagerWindow::openHours()
{
    const Menu& menu = m_parts.facts.menu();
    m_hoursSheet->ask(m_parts.feed.view().offer.hours, menu.openingHours, !menu.version.empty());
}

} // namespace coffee::station
