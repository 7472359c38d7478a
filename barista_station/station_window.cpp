// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/station_window.h"

#include "barista_station/pages/all_day_strip.h"
#include "barista_station/pages/connection_line.h"
#include "barista_station/pages/ready_column.h"
#include "barista_station/pages/recall_sheet.h"
#include "barista_station/pages/sold_out_sheet.h"
#include "barista_station/pages/station_texts.h"
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
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace coffee::station {

using namespace coffee::ui;
using client::FeedState;

namespace {

/// The ages on the tickets go on by themselves; minutes are shown, seconds only in the first one.
constexpr std::chrono::milliseconds kTickEvery{1000};
/// Digits typed for a ticket's number are forgotten after a pause.
constexpr std::chrono::milliseconds kTypingPause{4000};
/// The right column's share of the width, in millimetres.
constexpr double kSideMm = 100.0;
/// From this width on the line and the buttons stand side by side, in millimetres.
constexpr double kOneRowMm = 460.0;

} // namespace

StationWindow::StationWindow(const Parts& parts, QWidget* parent) : QWidget{parent}, m_parts{parts}
{
    setObjectName(QStringLiteral("stationWindow"));
    build();
    connectParts();
    connectCards();
    setWords();
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingPause);
    connect(&m_typing, &QTimer::timeout, this, [this] { m_typed.clear(); });
    m_second.setInterval(kTickEvery);
    connect(&m_second, &QTimer::timeout, this, &StationWindow::onSecond);
    m_second.start();
    qApp->installEventFilter(this);
    m_parts.queue.setMenu(m_parts.facts.menu());
    m_parts.queue.show(m_parts.feed.view(), now());
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
    m_soldOutSheet = new SoldOutSheet{this};
    m_recallSheet = new RecallSheet{this};
    m_ticketSheet = new TicketSheet{this};
    m_toast = new Toast{this};

    auto* side = new QWidget{this};
    side->setFixedWidth(theme.px(kSideMm));
    auto* sideColumn = new QVBoxLayout{side};
    sideColumn->setContentsMargins(0, 0, 0, 0);
    sideColumn->setSpacing(theme.px(Space::Small));
    sideColumn->addWidget(m_ready, 3);
    sideColumn->addWidget(m_allDay, 2);

    auto* left = new QVBoxLayout;
    left->setSpacing(theme.px(Space::Tight));
    left->addWidget(m_empty);
    left->addWidget(m_grid, 1);
    auto* main = new QHBoxLayout;
    main->setSpacing(theme.px(Space::Medium));
    main->addLayout(left, 1);
    main->addWidget(side);

    auto* page = new QVBoxLayout;
    const int pad = theme.px(Space::Medium);
    page->setContentsMargins(pad, theme.px(Space::Small), pad, pad);
    page->setSpacing(theme.px(Space::Small));
    buildTop();
    page->addLayout(m_top);
    page->addLayout(main, 1);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_ribbon);
    column->addLayout(page, 1);
}

void StationWindow::buildTop()
{
    const Theme& theme = themeOf(*this);
    const auto button = [this](const char* name, Icon icon, ButtonKind kind = ButtonKind::Outline) {
        auto* made = new Button{QString{}, kind, this};
        made->setObjectName(QLatin1String{name});
        made->setMark(icon);
        made->setTextRole(TextRole::BodyBold);
        return made;
    };
    m_line = new ConnectionLine{ConnectionLine::Room::Reserved, this};
    m_help = button("helpButton", Icon::Help, ButtonKind::Filled);
    m_stops = button("stopsButton", Icon::Stop, ButtonKind::Danger);
    m_back = button("previousPage", Icon::Back);
    m_back->setArrangement(Button::Arrangement::IconOnly);
    m_pages = new Label{TextRole::BodyBold, this};
    m_pages->setAlignment(Qt::AlignCenter);
    m_pages->setObjectName(QStringLiteral("pageLabel"));
    m_forward = button("nextPage", Icon::Forward);
    m_forward->setArrangement(Button::Arrangement::IconOnly);
    m_recall = button("recallButton", Icon::Recall);
    m_soldOut = button("soldOutButton", Icon::SoldOut);

    auto* row = new QHBoxLayout;
    row->setSpacing(theme.px(Space::Small));
    row->addStretch(1);
    row->addWidget(m_help);
    row->addWidget(m_stops);
    row->addWidget(m_back);
    row->addWidget(m_pages);
    row->addWidget(m_forward);
    row->addWidget(m_recall);
    row->addWidget(m_soldOut);
    m_top = new QBoxLayout{QBoxLayout::LeftToRight};
    m_top->setSpacing(theme.px(Space::Small));
    m_top->addWidget(m_line, 1);
    m_top->addLayout(row);
}

void StationWindow::connectParts()
{
    const auto showView = [this] {
        m_parts.queue.show(m_parts.feed.view(), now());
        m_parts.reporter.caughtUp(m_parts.feed.view().seq);
        showFreshness();
        showNews();
        showHelpCalls();
        refreshSheets();
    };
    connect(&m_parts.feed, &client::ShopFeed::viewReset, this, showView);
    connect(&m_parts.feed, &client::ShopFeed::viewChanged, this, showView);
    connect(&m_parts.feed, &client::ShopFeed::freshnessChanged, this,
            [this](const client::Freshness& freshness) {
                if (freshness.state == FeedState::Live)
                    m_parts.reporter.tryNow();
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
    connect(&m_parts.facts, &ShopFacts::changed, this, [this] {
        m_parts.queue.setMenu(m_parts.facts.menu());
        showNews();
        refreshSheets();
    });

    connect(m_help, &QPushButton::clicked, this, &StationWindow::takeHelp);
    connect(m_soldOut, &QPushButton::clicked, this, [this] { (void)openSoldOut(); });
    connect(m_recall, &QPushButton::clicked, this, [this] { (void)openRecall(); });
    connect(m_soldOutSheet, &SoldOutSheet::searchChanged, this, &StationWindow::refreshSheets);
    connect(m_soldOutSheet, &SoldOutSheet::switched, this,
            [this](const protocol::SetAvailability& change) { m_parts.reporter.report(change); });
    connect(m_recallSheet, &RecallSheet::searchChanged, this, &StationWindow::refreshSheets);
    connect(m_recallSheet, &RecallSheet::recallClicked, this,
            [this](OrderId order, OrderState seen) {
                m_recallSheet->closeSheet();
                m_parts.queue.recall(order, seen);
            });
    connect(m_ticketSheet, &TicketSheet::putBackClicked, &m_parts.queue, &TicketQueue::putBack);
    connect(m_ticketSheet, &TicketSheet::refused, this,
            [this](OrderId order, const std::vector<UnitNumber>& units, const QString& reason) {
                for (const UnitNumber unit : units)
                    m_parts.queue.refuseUnit(order, unit, reason);
            });
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
    connect(m_back, &QPushButton::clicked, this, [this] { m_grid->turnTo(m_grid->page() - 1); });
    connect(m_forward, &QPushButton::clicked, this,
            [this] { m_grid->turnTo(m_grid->page() + 1); });
    connect(m_stops, &QPushButton::clicked, this, [this] {
        for (const Ticket& ticket : m_parts.queue.grid())
            if (ticket.stage == TicketStage::Stopped && !ticket.dimmed) {
                m_grid->bringIntoView(ticket.order);
                if (TicketCard* card = m_grid->card(ticket.order))
                    card->setFocus(Qt::OtherFocusReason);
                return;
            }
    });
    connect(m_ready, &ReadyColumn::collectClicked, queue, &TicketQueue::collect);
    connect(m_ready, &ReadyColumn::callClicked, this, [this](OrderId order) {
        const Ticket* ticket = m_parts.queue.find(order);
        if (!ticket)
            return;
        m_parts.queue.callAgain(order);
        m_toast->showMessage(tr("%1번을 픽업 화면에서 다시 불러요.").arg(ticket->number));
    });
    connect(m_ready, &ReadyColumn::undoClicked, queue, &TicketQueue::undo);
    connect(m_allDay, &AllDayStrip::highlightChanged, this,
            [this](const std::vector<OrderId>& orders) {
                m_grid->highlight({orders.begin(), orders.end()});
                if (!orders.empty())
                    m_grid->bringIntoView(orders.front());
            });
}

void StationWindow::setWords()
{
    setWindowTitle(tr("바리스타"));
    m_recall->setText(tr("되찾기"));
    m_soldOut->setText(tr("품절"));
    m_back->setAccessibleName(tr("앞 쪽"));
    m_forward->setAccessibleName(tr("다음 쪽"));
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
}

void StationWindow::showTickets()
{
    m_grid->setTickets(m_parts.queue.grid());
    m_ready->setTickets(m_parts.queue.ready());
    m_allDay->setCounts(allDayCounts(m_parts.queue.grid()));
    m_empty->setVisible(m_parts.queue.grid().empty());
    const int stops = m_parts.queue.stops();
    m_stops->setVisible(stops > 0);
    m_stops->setText(tr("취소된 주문 %n건", nullptr, stops));
    showPages();
}

void StationWindow::showPages()
{
    const bool several = m_grid->pages() > 1;
    m_back->setVisible(several);
    m_forward->setVisible(several);
    m_pages->setVisible(several);
    m_back->setEnabled(m_grid->page() > 0);
    m_forward->setEnabled(m_grid->page() + 1 < m_grid->pages());
    m_pages->setText(QStringLiteral("%1 / %2").arg(m_grid->page() + 1).arg(m_grid->pages()));
}

void StationWindow::showFreshness()
{
    const client::Freshness freshness = m_parts.feed.freshness();
    m_line->setState(freshness, m_parts.reporter.waiting(), m_parts.reporter.isDurable());
    update();
}

void StationWindow::showNews()
{
    m_ribbon->setVisible(m_parts.facts.isSimulated());
    const OrderingChanged& ordering = m_parts.feed.view().offer.ordering;
    const client::Freshness freshness = m_parts.feed.freshness();
    QString news;
    if (freshness.state != FeedState::Live)
        news = texts::staleness(freshness);
    else if (ordering.state == OrderingState::Paused)
        news = ordering.untilMs > 0
                   ? tr("새 주문을 받지 않고 있어요. %1에 다시 받아요.")
                         .arg(ui::texts::timeOfDay(fromMs(ordering.untilMs)))
                   : tr("새 주문을 받지 않고 있어요.");
    else if (const auto wait = m_parts.feed.expectedWait(); wait && wait->maxSeconds > 0)
        news = tr("손님에게 안내하는 대기 %1").arg(ui::texts::wait(*wait));
    m_line->setMeaning(news);
}

void StationWindow::showHelpCalls()
{
    const std::map<std::string, ShopTime>& calls = m_parts.feed.view().health.helpCalls;
    m_help->setVisible(!calls.empty());
    if (calls.empty())
        return;
    const auto longest =
        std::min_element(calls.begin(), calls.end(), [](const auto& left, const auto& right) {
            return left.second < right.second;
        });
    const QString kiosk = texts::machine(Role::Kiosk, longest->first);
    const auto others = static_cast<int>(calls.size()) - 1;
    m_help->setText(others > 0 ? tr("%1 외 %n곳 도움 · 제가 갈게요", nullptr, others).arg(kiosk)
                               : tr("%1 도움 · 제가 갈게요").arg(kiosk));
}

void StationWindow::takeHelp()
{
    const std::map<std::string, ShopTime>& calls = m_parts.feed.view().health.helpCalls;
    const auto longest =
        std::min_element(calls.begin(), calls.end(), [](const auto& left, const auto& right) {
            return left.second < right.second;
        });
    if (longest != calls.end())
        m_parts.reporter.report(protocol::HelpTake{{}, longest->first});
}

void StationWindow::showRefusal(OrderId order, const Refusal& refusal)
{
    const QString words = texts::refusedAtBar(refusal.code);
    const Ticket* ticket = m_parts.queue.find(order);
    m_toast->showMessage(ticket ? tr("주문 %1 · %2").arg(ticket->number).arg(words) : words);
}

SoldOutSheet& StationWindow::openSoldOut()
{
    // Filled first: a sheet takes its height when it opens.
    fillSoldOut();
    m_soldOutSheet->openSheet();
    return *m_soldOutSheet;
}

RecallSheet& StationWindow::openRecall()
{
    fillRecall();
    m_recallSheet->openSheet();
    return *m_recallSheet;
}

void StationWindow::openTicket(OrderId order)
{
    const Ticket* ticket = m_parts.queue.find(order);
    if (!ticket)
        return;
    m_ticketSheet->showTicket(*ticket);
    m_ticketSheet->openSheet();
}

void StationWindow::fillSoldOut()
{
    m_soldOutSheet->setRows(soldOutRows(m_parts.facts.menu(), m_parts.feed.view().offer,
                                        m_parts.reporter.operations(), m_soldOutSheet->search(),
                                        m_parts.language));
}

void StationWindow::fillRecall()
{
    m_recallSheet->setRows(recallRows(m_parts.feed.view().orders, m_recallSheet->search(),
                                      m_parts.language),
                           now());
}

void StationWindow::refreshSheets()
{
    if (m_soldOutSheet->isOpen())
        fillSoldOut();
    if (m_recallSheet->isOpen())
        fillRecall();
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
    const int top = m_line->geometry().bottom() + theme.px(Space::Tight);
    painter.fillRect(QRect{0, 0, width(), top},
                     isBehind ? theme.colours().warningGround : theme.colours().errorGround);
    const int thick = theme.px(Space::Tight);
    painter.setPen(QPen{isBehind ? theme.colours().warningInk : theme.colours().danger,
                        static_cast<double>(thick)});
    painter.drawRect(rect().adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2));
}

void StationWindow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    // On a small screen, or with large text, the buttons get a row of their own.
    const bool narrow = width() < themeOf(*this).px(kOneRowMm);
    m_top->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

bool StationWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::TouchBegin)
        m_parts.queue.touched();
    if (event->type() == QEvent::KeyPress) {
        // The step that Enter takes ends the number that was typed, whoever takes the key.
        const int key = static_cast<const QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter)
            m_typed.clear();
    }
    return QWidget::eventFilter(watched, event);
}

void StationWindow::keyPressEvent(QKeyEvent* event)
{
    m_parts.queue.touched();
    const int key = event->key();
    if (key >= Qt::Key_0 && key <= Qt::Key_9)
        typeDigit(QChar{u'0' + (key - Qt::Key_0)});
    else if (key == Qt::Key_Return || key == Qt::Key_Enter)
        nextStep();
    else if (key == Qt::Key_Backspace)
        undoLast();
    else if (key == Qt::Key_Escape)
        m_typed.clear();
    else if (key == Qt::Key_R)
        (void)openRecall();
    else if (key == Qt::Key_S)
        (void)openSoldOut();
    else if (key == Qt::Key_PageDown && m_grid->page() + 1 < m_grid->pages())
        m_grid->turnTo(m_grid->page() + 1);
    else if (key == Qt::Key_PageUp && m_grid->page() > 0)
        m_grid->turnTo(m_grid->page() - 1);
    else if (key == Qt::Key_Left || key == Qt::Key_Right)
        m_grid->moveFocus(key == Qt::Key_Left ? -1 : 1, 0);
    else if (key == Qt::Key_Up || key == Qt::Key_Down)
        m_grid->moveFocus(0, key == Qt::Key_Up ? -1 : 1);
    else
        QWidget::keyPressEvent(event);
}

void StationWindow::typeDigit(QChar digit)
{
    constexpr qsizetype kDigitsMax = 6;
    if (m_typed.size() >= kDigitsMax)
        m_typed.clear();
    m_typed += digit;
    m_typing.start();
    chooseTyped();
}

void StationWindow::chooseTyped()
{
    // The number as a whole, or its last digits where only one ticket ends so.
    const Ticket* chosen = nullptr;
    int endings = 0;
    const auto look = [&](const std::vector<Ticket>& tickets) {
        for (const Ticket& ticket : tickets) {
            const QString number = QString::number(ticket.number);
            if (ticket.dimmed || !number.endsWith(m_typed))
                continue;
            ++endings;
            chosen = &ticket;
        }
    };
    look(m_parts.queue.grid());
    look(m_parts.queue.ready());
    if (!chosen || endings != 1)
        return;
    if (ReadyRow* row = m_ready->row(chosen->order); row && chosen->stage == TicketStage::Ready) {
        if (auto* collect = row->findChild<QPushButton*>(
                QStringLiteral("collect_%1").arg(chosen->number)))
            collect->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    m_grid->bringIntoView(chosen->order);
    if (TicketCard* card = m_grid->card(chosen->order))
        card->setFocus(Qt::ShortcutFocusReason);
}

void StationWindow::nextStep()
{
    m_typed.clear();
    if (auto* card = qobject_cast<TicketCard*>(focusWidget()))
        card->nextStep();
    else if (!m_grid->shown().empty())
        m_grid->shown().front()->setFocus(Qt::ShortcutFocusReason);
}

void StationWindow::undoLast()
{
    if (!m_typed.isEmpty()) {
        m_typed.chop(1);
        return;
    }
    if (!m_parts.queue.undoLast())
        m_toast->showMessage(tr("되돌릴 것이 없어요. 오래된 주문은 되찾기에서 찾아 주세요."));
}

void StationWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        setWords();
    QWidget::changeEvent(event);
}

} // namespace coffee::station
