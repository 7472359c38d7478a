// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/manager_window.h"

#include "barista_station/manager/act_words.h"
#include "barista_station/manager/history_page.h"
#include "barista_station/manager/hours_sheet.h"
#include "barista_station/manager/need_sheet.h"
#include "barista_station/manager/needs_panel.h"
#include "barista_station/manager/ordering_sheet.h"
#include "barista_station/manager/orders_panel.h"
#include "barista_station/manager/pause_sheet.h"
#include "barista_station/manager/payments_card.h"
#include "barista_station/manager/reports_page.h"
#include "barista_station/manager/shop_panel.h"
#include "barista_station/manager/slow_sheet.h"
#include "barista_station/manager/stop_cards_sheet.h"
#include "barista_station/manager/tasks_page.h"
#include "barista_station/pages/connection_line.h"
#include "barista_station/pages/sold_out_sheet.h"
#include "barista_station/pages/station_texts.h"

#include "shared/widgets/banner.h"
#include "shared/widgets/button.h"
#include "shared/widgets/category_bar.h"
#include "shared/widgets/label.h"
#include "shared/widgets/pin_sheet.h"
#include "shared/widgets/texts.h"
#include "shared/widgets/toast.h"
#include "shared/widgets/touch_scroll_area.h"

#include <QBoxLayout>
#include <QDir>
#include <QEvent>
#include <QPainter>
#include <QSaveFile>

#include <algorithm>
#include <utility>

namespace coffee::station {

using namespace coffee::ui;
using client::FeedState;

namespace {

constexpr std::chrono::milliseconds kTickEvery{1000};
/// The list of orders' share of the width, in millimetres.
constexpr double kOrdersMm = 172.0;
/// And the most of the window that they take: large text needs the room for what comes first.
constexpr double kOrdersMost = 0.42;
/// Room that the pages' tabs keep for a longer count, in millimetres: it is to move none of them.
constexpr double kCountMm = 10.0;

const QString kNow = QStringLiteral("now");
const QString kTasks = QStringLiteral("tasks");
const QString kOrders = QStringLiteral("orders");
const QString kReports = QStringLiteral("reports");

} // namespace

ManagerWindow::ManagerWindow(const Parts& parts, QWidget* parent) : QWidget{parent}, m_parts{parts}
{
    setObjectName(QStringLiteral("managerWindow"));
    setFocusPolicy(Qt::StrongFocus); // Nothing is about to be typed when the window opens.
    build();
    connectParts();
    connectActs();
    connectOrdering();
    connectPayments();
    connectPages();
    connectTasks();
    setWords();
    openPage(Page::Now);
    m_second.setInterval(kTickEvery);
    connect(&m_second, &QTimer::timeout, this, &ManagerWindow::showAll);
    m_second.start();
    showAll();
    showOrders();
    setFocus();
}

ManagerWindow::~ManagerWindow() = default;

void ManagerWindow::build()
{
    const Theme& theme = themeOf(*this);
    m_ribbon = new DemoRibbon{this};
    m_banner = new Banner{this};
    m_banner->setObjectName(QStringLiteral("managerBanner"));
    m_paused = new Banner{this};
    m_paused->setObjectName(QStringLiteral("pausedBanner"));
    m_slowed = new Banner{this};
    m_slowed->setObjectName(QStringLiteral("slowedBanner"));
    m_closed = new Banner{this};
    m_closed->setObjectName(QStringLiteral("closedBanner"));
    m_needs = new NeedsPanel{this};
    m_shop = new ShopPanel{this};
    m_payments = new PaymentsCard{this};
    m_orders = new OrdersPanel{m_parts.language, m_parts.facts.menu(), this};
    m_soldOutSheet = new SoldOutSheet{this};
    m_orderingSheet = new OrderingSheet{this};
    m_pauseSheet = new PauseSheet{this};
    m_slowSheet = new SlowSheet{this};
    m_hoursSheet = new HoursSheet{this};
    m_stopCardsSheet = new StopCardsSheet{this};
    m_needSheet = new NeedSheet{this};
    m_moneySheet = new MoneySheet{m_parts.language, &m_parts.facts.menu(), this};
    m_pinSheet = new PinSheet{this};
    m_pinSheet->setObjectName(QStringLiteral("pinSheet"));
    m_toast = new Toast{this};

    if (m_parts.history) {
        m_historyPage = new HistoryPage{*m_parts.history, m_parts.language, this};
        m_reportsPage =
            new ReportsPage{*m_parts.history, m_parts.language, m_parts.utcOffset, this};
    }
    m_tasksPage = new TasksPage{m_parts.history, this};
    m_now = buildNow();
    auto* page = new QVBoxLayout;
    const int pad = theme.px(Space::Medium);
    page->setContentsMargins(pad, theme.px(Space::Small), pad, pad);
    page->setSpacing(theme.px(Space::Small));
    page->addLayout(buildTop());
    page->addWidget(m_banner);
    // What ends the pause stands beside its words: the top row never changes.
    auto* paused = new QHBoxLayout;
    paused->setSpacing(theme.px(Space::Small));
    paused->addWidget(m_paused, 1);
    paused->addWidget(m_resume);
    page->addLayout(paused);
    page->addWidget(m_now, 1);
    page->addWidget(m_tasksPage, 1);
    if (m_historyPage) {
        page->addWidget(m_historyPage, 1);
        page->addWidget(m_reportsPage, 1);
    }
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_ribbon);
    column->addLayout(page, 1);
}

QWidget* ManagerWindow::buildNow()
{
    const Theme& theme = themeOf(*this);
    auto* state = new QWidget;
    auto* left = new QVBoxLayout{state};
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(theme.px(Space::Small));
    left->addWidget(m_needs);
    left->addWidget(m_closed);
    left->addWidget(m_slowed);
    left->addWidget(m_shop);
    left->addWidget(m_payments);
    left->addStretch(1);
    auto* now = new QWidget{this};
    auto* main = new QHBoxLayout{now};
    main->setContentsMargins(0, 0, 0, 0);
    main->setSpacing(theme.px(Space::Large));
    main->addWidget(new TouchScrollArea{state, now}, 1);
    main->addWidget(m_orders);
    return now;
}

QBoxLayout* ManagerWindow::buildTop()
{
    const auto button = [this](const char* name, Icon icon) {
        auto* made = new Button{QString{}, ButtonKind::Outline, this};
        made->setObjectName(QLatin1String{name});
        made->setMark(icon);
        made->setTextRole(TextRole::BodyBold);
        return made;
    };
    m_title = new Label{TextRole::Heading, this};
    m_line = new ConnectionLine{ConnectionLine::Room::AsNeeded, this};
    m_soldOut = button("soldOutButton", Icon::SoldOut);
    m_ordering = button("orderingButton", Icon::Settings);
    m_resume = button("resumeButton", Icon::Play);
    m_resume->setKind(ButtonKind::Filled);
    m_pages = new CategoryBar{this};
    m_pages->setObjectName(QStringLiteral("managerPages"));
    m_words = new QVBoxLayout;
    m_words->setSpacing(0);
    m_words->addWidget(m_title);
    m_words->addWidget(m_line);
    m_titleRow = new QHBoxLayout;
    m_titleRow->setSpacing(themeOf(*this).px(Space::Small));
    m_titleRow->addLayout(m_words, 1);
    m_titleRow->addWidget(m_pages, 1);
    m_titleRow->addWidget(m_soldOut);
    m_titleRow->addWidget(m_ordering);
    m_top = new QVBoxLayout;
    m_top->setSpacing(themeOf(*this).px(Space::Small));
    m_top->addLayout(m_titleRow);
    return m_top;
}

void ManagerWindow::placePages()
{
    const Theme& theme = themeOf(*this);
    const int gap = m_titleRow->spacing();
    const int acts = m_soldOut->sizeHint().width() + gap + m_ordering->sizeHint().width();
    const int room = width() - 2 * theme.px(Space::Medium) - acts - 2 * gap;
    // The title has the other half.
    const bool beside = m_pages->widthOfAll() + theme.px(kCountMm) <= room / 2;
    if (std::exchange(m_pagesBeside, beside) == beside)
        return;
    m_top->removeWidget(m_pages);
    m_titleRow->removeWidget(m_pages);
    if (beside)
        m_titleRow->insertWidget(1, m_pages, 1);
    else
        m_top->addWidget(m_pages);
    // The height that a second row costs is saved in the first.
    m_words->setDirection(beside ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_words->setStretchFactor(m_line, beside ? 0 : 1);
    m_words->setAlignment(m_line, beside ? Qt::Alignment{} : Qt::AlignVCenter);
    m_words->setSpacing(beside ? 0 : theme.px(Space::Large));
}

void ManagerWindow::connectParts()
{
    const auto showView = [this] {
        m_parts.reporter.caughtUp(m_parts.feed.view().seq);
        showAll();
        showOrders();
        if (m_soldOutSheet->isOpen())
            fillSoldOut();
    };
    connect(&m_parts.feed, &client::ShopFeed::viewReset, this, showView);
    connect(&m_parts.feed, &client::ShopFeed::viewChanged, this, showView);
    connect(&m_parts.feed, &client::ShopFeed::freshnessChanged, this,
            [this](const client::Freshness& freshness) {
                if (freshness.state == FeedState::Live)
                    m_parts.reporter.tryNow();
                showAll();
            });
    connect(&m_parts.session, &ManagerSession::statusChanged, this, &ManagerWindow::showAll);
    connect(&m_parts.facts, &ShopFacts::changed, this, showView);
    connect(&m_parts.reporter, &StatusReporter::changed, this, showView);
}

void ManagerWindow::connectActs()
{
    connect(m_soldOut, &QPushButton::clicked, this, [this] { (void)openSoldOut(); });
    connect(m_soldOutSheet, &SoldOutSheet::searchChanged, this, &ManagerWindow::fillSoldOut);
    connect(m_soldOutSheet, &SoldOutSheet::switched, this,
            [this](const protocol::SetAvailability& change) { m_parts.reporter.report(change); });
    connect(m_orders, &OrdersPanel::searchChanged, this, &ManagerWindow::showOrders);
    connect(m_orders, &OrdersPanel::cancelClicked, this, &ManagerWindow::openCancel);
    connect(m_orders, &OrdersPanel::refundClicked, this, &ManagerWindow::openRefund);
    connect(m_moneySheet, &MoneySheet::wished, this,
            [this](const MoneyWish& wish) { (void)openPin(wish); });
    connect(m_pinSheet, &PinSheet::pinEntered, this, &ManagerWindow::sendWish);
    connect(m_pinSheet, &Sheet::dismissed, this, [this] {
        m_parts.session.forget();
        m_wish.reset();
    });
    connect(m_needs, &NeedsPanel::actionClicked, this, &ManagerWindow::act);
    connect(&m_parts.session, &ManagerSession::finished, this, &ManagerWindow::onFinished);
    connect(&m_parts.session, &ManagerSession::busyChanged, this,
            [this](bool busy) { m_resume->setBusy(busy ? tr("보내는 중") : QString{}); });
}

void ManagerWindow::connectPages()
{
    connect(m_pages, &CategoryBar::categoryChosen, this, [this](const QString& id) {
        openPage(id == kOrders    ? Page::Orders
                 : id == kReports ? Page::Reports
                 : id == kTasks   ? Page::Tasks
                                  : Page::Now);
    });
    if (!m_historyPage)
        return;
    connect(m_historyPage, &HistoryPage::cancelClicked, this, [this] {
        if (const OrderView* order = m_historyPage->shown())
            m_moneySheet->askCancel(*order);
    });
    connect(m_historyPage, &HistoryPage::refundClicked, this, [this] {
        if (const OrderView* order = m_historyPage->shown())
            m_moneySheet->askRefund(*order);
    });
    connect(m_reportsPage, &ReportsPage::saveClicked, this, &ManagerWindow::saveReport);
    connect(m_reportsPage, &ReportsPage::paperClicked, this, &ManagerWindow::savePaper);
    connect(m_reportsPage, &ReportsPage::closeDayClicked, this,
            [this] { (void)openPin(m_reportsPage->closeWish()); });
}

void ManagerWindow::connectTasks()
{
    connect(m_tasksPage, &TasksPage::countChanged, this, &ManagerWindow::namePages);
    connect(m_tasksPage, &TasksPage::orderClicked, this, &ManagerWindow::showTasksOrder);
    connect(m_tasksPage, &TasksPage::closeClicked, this, [this](const MoneyTask& task) {
        Need need;
        need.kind = task.isRefund() ? NeedKind::RefundReview : NeedKind::AttemptReview;
        need.id = task.id;
        need.amount = task.amount;
        need.cause = task.cause;
        m_moneySheet->askReview(need);
    });
    connect(m_tasksPage, &TasksPage::lookClicked, this, [this](const MoneyTask& task) {
        if (begin(nullptr, tr("카드사에 물었어요. 답이 확실하면 저절로 끝나고, 아니면 할 일에 "
                              "그대로 있어요.")))
            m_parts.session.lookAgain(task.isRefund() ? protocol::ReviewKind::Refund
                                                      : protocol::ReviewKind::Attempt,
                                      task.id);
    });
}

void ManagerWindow::showTasksOrder(const MoneyTask& task)
{
    if (m_historyPage) {
        openPage(Page::Orders);
        m_historyPage->openStory(task.order);
        return;
    }
    openPage(Page::Now);
    m_orders->setSearch(QString::number(task.number));
}

void ManagerWindow::openPage(Page page)
{
    if (!m_historyPage && page != Page::Tasks)
        page = Page::Now;
    m_now->setVisible(page == Page::Now);
    m_tasksPage->setVisible(page == Page::Tasks);
    m_pages->setCurrent(page == Page::Orders    ? kOrders
                        : page == Page::Reports ? kReports
                        : page == Page::Tasks   ? kTasks
                                                : kNow);
    if (!m_historyPage)
        return;
    m_historyPage->setVisible(page == Page::Orders);
    m_reportsPage->setVisible(page == Page::Reports);
}

void ManagerWindow::saveReport()
{
    saveAs(m_reportsPage->fileName() + QStringLiteral(".csv"), [this](QIODevice& file) {
        const std::string table = m_reportsPage->csv();
        const auto size = static_cast<qint64>(table.size());
        return file.write(table.data(), size) == size;
    });
}

void ManagerWindow::savePaper()
{
    const auto paper = m_reportsPage->paper(ui::texts::local(m_parts.facts.menu().shopName));
    if (paper)
        saveAs(m_reportsPage->fileName() + QStringLiteral(".pdf"), [&](QIODevice& file) {
            return writePdf(file, *paper, themeOf(*this).font(TextRole::Body));
        });
}

void ManagerWindow::saveAs(const QString& name, const std::function<bool(QIODevice&)>& write)
{
    const QString path = QDir{m_parts.savesTo}.filePath(name);
    QSaveFile file{path};
    const bool saved = QDir{}.mkpath(m_parts.savesTo) && file.open(QIODevice::WriteOnly) &&
                       write(file) && file.commit();
    m_toast->showMessage(saved ? tr("저장했어요: %1").arg(path)
                               : tr("저장하지 못했어요: %1. 디스크를 확인해 주세요.").arg(path));
}

void ManagerWindow::namePages()
{
    const int tasks = m_tasksPage->openCount();
    std::vector<CategoryEntry> pages{
        {kNow, tr("지금")},
        {kTasks, tasks == 0 ? tr("할 일") : tr("할 일 %1", "the page and its count").arg(tasks)}};
    if (m_historyPage) {
        pages.push_back({kOrders, tr("주문")});
        pages.push_back({kReports, tr("보고서·마감")});
    }
    m_pages->setEntries(pages);
    if (m_pagesBeside)
        placePages(); // One that has grown out of its room does not come back when it shrinks.
}

void ManagerWindow::setWords()
{
    namePages();
    setWindowTitle(tr("매니저"));
    m_title->setText(tr("매니저"));
    m_soldOut->setText(tr("품절 관리"));
    m_ordering->setText(tr("주문 조절"));
    m_resume->setText(tr("주문 다시 받기"));
    placePages();
    showAll();
}

ShopTime ManagerWindow::now() const
{
    if (const auto shopNow = m_parts.feed.shopNow())
        return *shopNow;
    return m_parts.feed.freshness().asOf.value_or(m_parts.feed.view().at);
}

DaemonLink ManagerWindow::link() const
{
    const client::Freshness freshness = m_parts.feed.freshness();
    return {freshness.state == FeedState::Live || freshness.state == FeedState::CatchingUp,
            freshness.asOf.value_or(ShopTime{})};
}

void ManagerWindow::showAll()
{
    const ShopView& view = m_parts.feed.view();
    const client::Freshness freshness = m_parts.feed.freshness();
    m_ribbon->setVisible(m_parts.facts.isSimulated());
    m_line->setState(freshness, m_parts.reporter.waiting(), m_parts.reporter.isDurable());
    m_banner->setMessage(Banner::Kind::Warning, freshness.state == FeedState::CatchingUp
                                                    ? texts::staleness(freshness)
                                                    : QString{});
    showNeeds();
    showPayments();
    m_shop->setNumbers(shopNumbers(view, now()), view.payments.breaker,
                       m_parts.feed.expectedWait());
    m_shop->setPrograms(programTiles(view, link(), m_parts.session.status()), now());
    showOrdering();
    showOffer();
    m_tasksPage->setView(view, now());
    if (m_historyPage)
        m_historyPage->setToday(view.totals.day);
    update();
}

void ManagerWindow::showOrders()
{
    m_orders->setRows(orderRows(m_parts.feed.view().orders, m_orders->search().toStdString()));
}

void ManagerWindow::showOrdering()
{
    const OrderingChanged& ordering = m_parts.feed.view().offer.ordering;
    const bool paused = ordering.state == OrderingState::Paused;
    m_resume->setVisible(paused);
    QString words;
    if (paused)
        words = ordering.untilMs > 0 ? tr("새 주문을 받지 않고 있어요. %1에 저절로 다시 받아요.")
                                           .arg(ui::texts::timeOfDay(fromMs(ordering.untilMs)))
                                     : tr("새 주문을 받지 않고 있어요.");
    else if (ordering.state == OrderingState::Busy)
        words = tr("카드 결제를 쉬고 있어 손님에게 잠시 기다려 달라고 안내하고 있어요.");
    m_paused->setMessage(Banner::Kind::Warning, Icon::Pause, words);
}

void ManagerWindow::fillSoldOut()
{
    m_soldOutSheet->setRows(soldOutRows(m_parts.facts.menu(), m_parts.feed.view().offer,
                                        m_parts.reporter.operations(), m_soldOutSheet->search(),
                                        m_parts.language),
                            m_parts.feed.shopNow().value_or(m_parts.feed.view().at));
}

SoldOutSheet& ManagerWindow::openSoldOut()
{
    fillSoldOut();
    m_soldOutSheet->openSheet();
    return *m_soldOutSheet;
}

void ManagerWindow::openCancel(OrderId order)
{
    if (const OrderView* view = m_parts.feed.view().orders.find(order))
        m_moneySheet->askCancel(*view);
}

void ManagerWindow::openRefund(OrderId order)
{
    if (const OrderView* view = m_parts.feed.view().orders.find(order))
        m_moneySheet->askRefund(*view);
}

PinSheet& ManagerWindow::openPin(const MoneyWish& wish)
{
    m_wish = wish;
    m_parts.session.forget();
    m_pinSheet->ask(titleOf(wish),
                    tr("%1\n매장 비밀번호 6자리를 다 누르면 바로 처리돼요.").arg(purposeOf(wish)));
    return *m_pinSheet;
}

void ManagerWindow::sendWish(const QString& pin)
{
    if (!m_wish)
        return;
    if (m_parts.session.isBusy()) {
        m_pinSheet->showError(tr("앞의 일을 보내는 중이에요. 잠시 뒤에 다시 눌러 주세요."));
        return;
    }
    m_pinSheet->setBusy(std::holds_alternative<BackupWish>(*m_wish)
                            ? tr("백업하는 중이에요. 몇 분 걸릴 수 있어요.")
                            : tr("확인하는 중"));
    ManagerSession& session = m_parts.session;
    if (session.canRepeat()) {
        // The first question may have been carried out: asking again under its key tells.
        session.repeat();
        return;
    }
    if (const auto* cancel = std::get_if<CancelWish>(&*m_wish))
        session.cancel(cancel->order, cancel->seen, cancel->reason, pin);
    else if (const auto* refund = std::get_if<RefundWish>(&*m_wish))
        session.refund(refund->order, refund->units, refund->amount, refund->reason, pin);
    else if (const auto* review = std::get_if<ReviewWish>(&*m_wish))
        session.closeReview(review->kind, review->id, review->outcome, review->reason, pin);
    else if (const auto* close = std::get_if<CloseDayWish>(&*m_wish))
        session.closeDay(close->last, pin);
    else if (std::holds_alternative<BackupWish>(*m_wish))
        session.takeBackup(pin);
}

void ManagerWindow::onFinished(const ManagerOutcome& outcome)
{
    switch (outcome.act) {
    case ManagerAct::Pause:
    case ManagerAct::Resume:
    case ManagerAct::LookAgain:
    case ManagerAct::Pace:
    case ManagerAct::SetHours:
    case ManagerAct::SetBreaker:
    case ManagerAct::RefreshScreen:
    case ManagerAct::RemoveMachine:
    case ManagerAct::SettleAlarm:
        showActOutcome(outcome);
        return;
    case ManagerAct::TakeBackup:
    case ManagerAct::Cancel:
    case ManagerAct::Refund:
    case ManagerAct::CloseReview:
    case ManagerAct::CloseDay:
        showMoneyOutcome(outcome);
        return;
    }
}

void ManagerWindow::showMoneyOutcome(const ManagerOutcome& outcome)
{
    if (outcome.noAnswer()) {
        m_pinSheet->showError(
            tr("결제 서버가 대답하지 않았어요. PIN을 다시 넣으면 같은 요청을 한 번 더 확인해요. 두 "
               "번 처리되지 않아요."));
        return;
    }
    if (const Refusal* refusal = outcome.refusal()) {
        m_pinSheet->showError(refusalWords(outcome.act, *refusal));
        return;
    }
    m_pinSheet->closeSheet();
    const auto* close = m_wish ? std::get_if<CloseDayWish>(&*m_wish) : nullptr;
    const MoneySum net = close ? close->net : MoneySum{};
    m_wish.reset();
    const Money amount = std::get<Money>(outcome.result);
    if (outcome.act == ManagerAct::CloseDay && m_reportsPage)
        m_reportsPage->openReport(outcome.number);
    if (outcome.act == ManagerAct::CloseReview)
        m_toast->showMessage(tr("확인을 끝냈어요."));
    else if (outcome.act == ManagerAct::TakeBackup)
        m_toast->showMessage(tr("백업을 만들었어요."));
    else if (outcome.act == ManagerAct::CloseDay)
        m_toast->showMessage(
            tr("하루를 마감했어요: Z %1 · 순매출 %2").arg(outcome.number).arg(texts::sum(net)));
    else
        m_toast->showMessage(tr("%1을 돌려주고 있어요. 끝나면 주문에 환불 완료로 나타나요.")
                                 .arg(ui::texts::money(amount)));
}

void ManagerWindow::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(*this);
    QPainter painter{this};
    painter.fillRect(rect(), theme.colours().canvas);
    if (link().heard)
        return;
    const int thick = theme.px(Space::Tight);
    painter.setPen(QPen{theme.colours().danger, static_cast<double>(thick)});
    painter.drawRect(rect().adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2));
}

void ManagerWindow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placePages();
    m_orders->setFixedWidth(
        std::min(themeOf(*this).px(kOrdersMm), static_cast<int>(width() * kOrdersMost)));
}

void ManagerWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        setWords();
    QWidget::changeEvent(event);
}

} // namespace coffee::station
