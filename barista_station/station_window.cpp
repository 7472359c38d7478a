// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/station_window.h"

#include "barista_station/pages/all_day_strip.h"
#include "barista_station/pages/away_notice.h"
#include "barista_station/pages/connection_line.h"
#include "barista_station/pages/ready_column.h"
#include "barista_station/pages/recall_reason_sheet.h"
#include "barista_station/pages/recall_sheet.h"
#include "barista_station/pages/remake_sheet.h"
#include "barista_station/pages/settings_sheet.h"
#include "barista_station/pages/sold_out_sheet.h"
#include "barista_station/pages/station_texts.h"
#include "barista_station/pages/station_top_bar.h"
#include "barista_station/pages/ticket_grid.h"
#include "barista_station/pages/ticket_sheet.h"

#include "shared/widgets/banner.h"
#include "shared/widgets/button.h"
#include "shared/widgets/card.h"
#include "shared/widgets/texts.h"
#include "shared/widgets/toast.h"
#include "shared/widgets/touch_scroll_area.h"

#include <QApplication>
#include <QBoxLayout>
#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace coffee::station {

using namespace coffee::ui;
using client::FeedState;

namespace {

/// The ages on the tickets go on by themselves; minutes are shown, seconds only in the first one.
constexpr std::chrono::milliseconds kTickEvery{1000};
/// Digits typed for a ticket's number are forgotten after a pause.
constexpr std::chrono::milliseconds kTypingPause{4000};
/// How long a sound's caption stands.
constexpr std::chrono::milliseconds kCaptionStands{4000};
/// How long tickets are marked that were asked for once.
constexpr std::chrono::milliseconds kHighlightStands{30000};
/// The right column's share of the width, in millimetres.
constexpr double kSideMm = 100.0;
/// An empty queue says so above the middle: three parts of the height against one.
constexpr int kEmptyShare = 3;

} // namespace

StationWindow::StationWindow(const Parts& parts, QWidget* parent) : QWidget{parent}, m_parts{parts}
{
    setObjectName(QStringLiteral("stationWindow"));
    if (!m_parts.settings)
        m_parts.settings = &m_ownSettings;
    build();
    connectParts();
    connectSheets();
    connectCards();
    setWords();
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingPause);
    connect(&m_typing, &QTimer::timeout, this, [this] { m_typed.clear(); });
    m_second.setInterval(kTickEvery);
    connect(&m_second, &QTimer::timeout, this, &StationWindow::onSecond);
    m_second.start();
    m_captionTime.setSingleShot(true);
    m_captionTime.setInterval(kCaptionStands);
    connect(&m_captionTime, &QTimer::timeout, this, [this] {
        m_caption.clear();
        showNews();
    });
    m_highlightTime.setSingleShot(true);
    m_highlightTime.setInterval(kHighlightStands);
    connect(&m_highlightTime, &QTimer::timeout, this, [this] { m_grid->highlight({}); });
    m_parts.queue.setKinds(m_parts.settings->kinds());
    qApp->installEventFilter(this);
    m_parts.queue.setMenu(m_parts.facts.menu());
    m_parts.queue.show(m_parts.feed.view(), now());
    if (m_parts.feed.view().seq > 0 && m_parts.feed.freshness().state != FeedState::Live)
        m_arrivals.kept(m_parts.queue.grid());
    showNews();
    showFreshness();
    showHelpCalls();
}

StationWindow::~StationWindow()
{
    qApp->removeEventFilter(this);
}

void StationWindow::build()
{
    const Theme& theme = themeOf(*this);
    m_ribbon = new DemoRibbon{this};
    m_grid = new TicketGrid{this};
    m_empty = new EmptyState{Icon::Done, QString{}, QString{}, this};
    m_empty->setObjectName(QStringLiteral("emptyQueue"));
    m_ready = new ReadyColumn{this};
    m_allDay = new AllDayStrip{this};
    m_away = new AwayNotice{this};
    m_soldOutSheet = new SoldOutSheet{this};
    m_recallSheet = new RecallSheet{this};
    m_ticketSheet = new TicketSheet{this};
    m_recallReasonSheet = new RecallReasonSheet{this};
    m_remakeSheet = new RemakeSheet{this};
    m_settingsSheet = new SettingsSheet{this};
    m_toast = new Toast{this};

    auto* side = new QWidget{this};
    side->setFixedWidth(theme.px(kSideMm));
    auto* sideColumn = new QVBoxLayout{side};
    sideColumn->setContentsMargins(0, 0, 0, 0);
    sideColumn->setSpacing(theme.px(Space::Small));
    sideColumn->addWidget(m_ready, 3);
    sideColumn->addWidget(m_allDay, 2);
    sideColumn->addWidget(m_away, 2);

    auto* left = new QVBoxLayout;
    left->setSpacing(theme.px(Space::Tight));
    left->addWidget(m_empty, kEmptyShare, Qt::AlignVCenter);
    left->addWidget(m_grid, 1);
    auto* main = new QHBoxLayout;
    main->setSpacing(theme.px(Space::Medium));
    main->addLayout(left, 1);
    main->addWidget(side);

    auto* page = new QVBoxLayout;
    const int pad = theme.px(Space::Medium);
    page->setContentsMargins(pad, theme.px(Space::Small), pad, pad);
    page->setSpacing(theme.px(Space::Small));
    m_top = new StationTopBar{this};
    page->addWidget(m_top);
    page->addLayout(main, 1);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_ribbon);
    column->addLayout(page, 1);
}

void StationWindow::connectParts()
{
    connect(&m_parts.feed, &client::ShopFeed::viewReset, this, [this] {
        m_parts.queue.show(m_parts.feed.view(), now());
        showFreshness();
        showViewNews();
    });
    connect(&m_parts.feed, &client::ShopFeed::viewChanged, this, &StationWindow::followView);
    connect(&m_parts.feed, &client::ShopFeed::freshnessChanged, this,
            [this](const client::Freshness& freshness) {
                if (freshness.state == FeedState::Live)
                    m_parts.reporter.tryNow();
                showArrivals();
                showFreshness();
                showNews();
            });
    connect(&m_parts.feed, &client::ShopFeed::beatHeard, this, [this] {
        showFreshness();
        showNews();
    });
    connect(&m_parts.reporter, &StatusReporter::changed, this, [this] {
        showFreshness();
        refreshSheets();
    });
    connect(&m_parts.reporter, &StatusReporter::refused, this, &StationWindow::showRefusal);
    connect(&m_parts.queue, &TicketQueue::changed, this, &StationWindow::showTickets);
    connect(&m_parts.queue, &TicketQueue::tapCameLate, this, &StationWindow::showLateTap);
    connect(&m_parts.facts, &ShopFacts::changed, this, [this] {
        m_parts.queue.setMenu(m_parts.facts.menu());
        showNews();
        refreshSheets();
    });

    connect(m_top, &StationTopBar::helpClicked, this, &StationWindow::takeHelp);
    connect(m_top, &StationTopBar::soldOutClicked, this, [this] { (void)openSoldOut(); });
    connect(m_top, &StationTopBar::recallClicked, this, [this] { (void)openRecall(); });
}

void StationWindow::followView()
{
    // While live, the line's sequence number and age go on with the window's second: an event
    // paints the ticket that it changed and nothing else.
    m_parts.queue.follow(m_parts.feed.view(), now());
    if (m_parts.feed.freshness().state != FeedState::Live)
        showFreshness();
    showViewNews();
}

void StationWindow::showViewNews()
{
    m_parts.reporter.caughtUp(m_parts.feed.view().seq);
    showNews();
    showHelpCalls();
    refreshSheets();
}

void StationWindow::connectCards()
{
    TicketQueue* queue = &m_parts.queue;
    connect(m_grid, &TicketGrid::cardMade, this, [this, queue](TicketCard* card) {
        connect(card, &TicketCard::startClicked, queue, &TicketQueue::start);
        connect(card, &TicketCard::finishClicked, queue, &TicketQueue::finish);
        connect(card, &TicketCard::undoClicked, queue, &TicketQueue::undo);
        connect(card, &TicketCard::unitClicked, queue, &TicketQueue::toggleUnit);
        connect(card, &TicketCard::stopAcknowledged, queue, &TicketQueue::acknowledgeStop);
        connect(card, &TicketCard::moreClicked, this, &StationWindow::openTicket);
    });
    connect(m_grid, &TicketGrid::pagesChanged, this, &StationWindow::showPages);
    connect(m_top, &StationTopBar::pageWanted, m_grid, &TicketGrid::turnTo);
    connect(m_top, &StationTopBar::stopsClicked, this, [this] {
        for (const Ticket& ticket : m_parts.queue.grid())
            if (ticket.stage == TicketStage::Stopped && !ticket.dimmed) {
                m_grid->bringIntoView(ticket.order);
                if (TicketCard* card = m_grid->card(ticket.order))
                    card->setFocus(Qt::OtherFocusReason);
                return;
            }
    });
    connect(m_ready, &ReadyColumn::collectClicked, queue, &TicketQueue::collect);
    connect(m_ready, &ReadyColumn::callClicked, this, &StationWindow::callAgain);
    connect(m_ready, &ReadyColumn::takeBackClicked, queue, &TicketQueue::takeBack);
    connect(m_ready, &ReadyColumn::undoClicked, queue, &TicketQueue::undo);
    connect(m_away, &AwayNotice::acknowledged, this, [this] {
        m_arrivals.acknowledge();
        showArrivals();
    });
    connect(m_allDay, &AllDayStrip::highlightChanged, this,
            [this](const std::vector<OrderId>& orders) {
                m_highlightTime.stop();
                m_grid->highlight({orders.begin(), orders.end()});
                if (!orders.empty())
                    m_grid->bringIntoView(orders.front());
            });
}

void StationWindow::callAgain(OrderId order)
{
    const Ticket* ticket = m_parts.queue.find(order);
    if (!ticket)
        return;
    m_parts.queue.callAgain(order);
    m_toast->showMessage(tr("%1번을 픽업 화면에서 다시 불러요.").arg(ticket->number));
}

void StationWindow::setWords()
{
    const StationKinds& kinds = m_parts.settings->kinds();
    m_top->setStations(texts::stations(kinds), kinds == allKinds());
    setWindowTitle(tr("바리스타"));
    m_empty->setWords(tr("만들 주문이 없어요"), tr("새 주문이 결제되면 여기에 나타나요."));
    showPages();
    showFreshness();
    showNews();
    showHelpCalls();
}

ShopTime StationWindow::now() const
{
    // Before the daemon's clock was heard, ages stand at the moment the stored picture was true.
    if (const auto shopNow = m_parts.feed.shopNow())
        return *shopNow;
    return m_parts.feed.freshness().asOf.value_or(m_parts.feed.view().at);
}

void StationWindow::onSecond()
{
    m_parts.queue.tick(now());
    showFreshness();
    listen();
}

void StationWindow::listen()
{
    BarSounds::Facts facts{
        m_parts.queue.grid(), {}, m_parts.feed.freshness().state == FeedState::Live};
    for (const auto& [kiosk, since] : m_parts.feed.view().health.helpCalls)
        facts.helpCalls.insert(kiosk);
    if (const auto wanted = m_sounds.next(facts, std::chrono::steady_clock::now()))
        sound(*wanted);
}

void StationWindow::sound(BarSound sound)
{
    m_caption = texts::caption(sound);
    m_captionTime.start();
    showNews();
    if (m_parts.settings->volume() > 0)
        Q_EMIT soundWanted(sound, m_parts.settings->volume());
}

void StationWindow::showTickets()
{
    m_grid->setTickets(m_parts.queue.grid(), m_parts.queue.isTouched() ? TicketGrid::Rooms::Kept
                                                                       : TicketGrid::Rooms::Fitted);
    m_ready->setTickets(m_parts.queue.ready());
    if (m_workShown != m_parts.queue.workNumber()) {
        m_workShown = m_parts.queue.workNumber();
        m_allDay->setCounts(allDayCounts(m_parts.queue.grid()));
    }
    showArrivals();
    m_empty->setVisible(m_parts.queue.grid().empty());
    m_top->setStops(m_parts.queue.stops());
    if (std::exchange(m_stopsShown, m_parts.queue.stops()) != m_parts.queue.stops())
        showNews();
    showPages();
}

void StationWindow::showArrivals()
{
    m_arrivals.follow(m_parts.queue.grid(), m_parts.feed.freshness().state == FeedState::Live,
                      std::chrono::steady_clock::now());
    m_grid->markNew(m_arrivals.unseen());
    // What is alike can wait; what stands in its place moves nothing.
    m_allDay->setVisible(!m_arrivals.news());
    m_away->setNews(m_arrivals.news());
}

void StationWindow::touchedAt(const QWidget* widget)
{
    for (; widget && widget != this; widget = widget->parentWidget())
        if (const auto* card = qobject_cast<const TicketCard*>(widget)) {
            m_arrivals.touched(card->ticket().order);
            m_grid->markNew(m_arrivals.unseen());
            return;
        }
}

void StationWindow::showPages()
{
    m_top->setPages({m_grid->page(), m_grid->pages(), m_grid->before(), m_grid->after()});
}

void StationWindow::showFreshness()
{
    const client::Freshness freshness = m_parts.feed.freshness();
    m_top->line().setState(freshness, m_parts.reporter.waiting(), m_parts.reporter.isDurable());
    if (std::exchange(m_stateShown, freshness.state) != freshness.state)
        update(); // ground and frame tell the state
}

void StationWindow::showNews()
{
    m_ribbon->setVisible(m_parts.facts.isSimulated());
    const OrderingChanged& ordering = m_parts.feed.view().offer.ordering;
    const client::Freshness freshness = m_parts.feed.freshness();
    QString news;
    if (freshness.state != FeedState::Live)
        news = texts::staleness(freshness);
    else if (m_parts.queue.stops() > 0)
        news = stopNews();
    else if (!m_caption.isEmpty())
        news = m_caption;
    else if (ordering.state == OrderingState::Paused)
        news = ordering.untilMs > 0 ? tr("새 주문을 받지 않고 있어요. %1에 다시 받아요.")
                                          .arg(ui::texts::timeOfDay(fromMs(ordering.untilMs)))
                                    : tr("새 주문을 받지 않고 있어요.");
    else if (const auto wait = m_parts.feed.expectedWait(); wait && wait->maxSeconds > 0)
        news = tr("손님에게 안내하는 대기 %1").arg(ui::texts::wait(*wait));
    m_top->line().setMeaning(news);
}

/// Until somebody has acknowledged it, whatever else is heard.
QString StationWindow::stopNews() const
{
    const QString stop = texts::caption(BarSound::Stop);
    return m_caption.isEmpty() || m_caption == stop ? stop
                                                    : QStringLiteral("%1 %2").arg(stop, m_caption);
}

void StationWindow::showHelpCalls()
{
    const std::map<std::string, ShopTime>& calls = m_parts.feed.view().health.helpCalls;
    if (calls.empty()) {
        m_top->setHelp({});
        return;
    }
    const auto longest =
        std::min_element(calls.begin(), calls.end(), [](const auto& left, const auto& right) {
            return left.second < right.second;
        });
    const QString kiosk = texts::machine(Role::Kiosk, longest->first);
    const auto others = static_cast<int>(calls.size()) - 1;
    m_top->setHelp(others > 0 ? tr("%1 외 %n곳 도움 · 제가 갈게요", nullptr, others).arg(kiosk)
                              : tr("%1 도움 · 제가 갈게요").arg(kiosk));
}

void StationWindow::takeHelp()
{
    const std::map<std::string, ShopTime>& calls = m_parts.feed.view().health.helpCalls;
    const auto longest =
        std::min_element(calls.begin(), calls.end(), [](const auto& left, const auto& right) {
            return left.second < right.second;
        });
    // The button names the next kiosk at once: two taps are not two walks.
    if (longest != calls.end() && !m_helpTaps.again(0, std::chrono::steady_clock::now()))
        m_parts.reporter.report(protocol::HelpTake{{}, longest->first, 0});
}

void StationWindow::showRefusal(OrderId order, const Refusal& refusal)
{
    const QString words = texts::refusedAtBar(refusal);
    const Ticket* ticket = m_parts.queue.find(order);
    m_toast->showMessage(ticket ? tr("주문 %1 · %2").arg(ticket->number).arg(words) : words);
}

void StationWindow::showLateTap(OrderId order)
{
    const Ticket* ticket = m_parts.queue.find(order);
    if (ticket)
        m_toast->showMessage(
            tr("주문 %1 · 방금 바뀌었어요. 보고 다시 눌러 주세요.").arg(ticket->number));
}

void StationWindow::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(*this);
    QPainter painter{this};
    painter.fillRect(rect(), theme.colours().canvas);
    const FeedState state = m_parts.feed.freshness().state;
    if (state == FeedState::Live)
        return;
    // Ground and frame are seen from where the words cannot be read.
    const bool isBehind = state == FeedState::CatchingUp;
    const int top = m_top->geometry().bottom() + theme.px(Space::Tight);
    painter.fillRect(QRect{0, 0, width(), top},
                     isBehind ? theme.colours().warningGround : theme.colours().errorGround);
    const int thick = theme.px(Space::Tight);
    painter.setPen(QPen{theme.colours().danger, static_cast<double>(thick)});
    painter.drawRect(rect().adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2));
}

void StationWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        setWords();
    QWidget::changeEvent(event);
}

} // namespace coffee::station
