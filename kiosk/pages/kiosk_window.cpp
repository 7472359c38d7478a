// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/pages/kiosk_window.h"

#include "kiosk/model/paid_order.h"
#include "kiosk/pages/allergy_sheet.h"
#include "kiosk/pages/attract_page.h"
#include "kiosk/pages/display_sheet.h"
#include "kiosk/pages/double_tap.h"
#include "kiosk/pages/idle_sheet.h"
#include "kiosk/pages/kiosk_words.h"
#include "kiosk/pages/menu_page.h"
#include "kiosk/pages/my_order_page.h"
#include "kiosk/pages/number_page.h"
#include "kiosk/pages/options_page.h"
#include "kiosk/pages/parked_page.h"
#include "kiosk/pages/paying_page.h"
#include "kiosk/pages/receipt_sheet.h"
#include "kiosk/pages/review_page.h"
#include "kiosk/pages/told_bar.h"
#include "kiosk/pages/top_bar.h"
#include "kiosk/pages/trouble_page.h"
#include "kiosk/pages/upper_screen.h"
#include "kiosk/pages/voice_bar.h"
#include "shared/widgets/banner.h"
#include "shared/widgets/theme.h"
#include "shared/widgets/toast.h"

#include <QApplication>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace coffee::kiosk {
namespace {

/// Language and look that somebody chose and then did not order anything.
constexpr IdleTimes kForgetChoices{std::chrono::seconds{60}, std::chrono::seconds{0}};

/// What the first picture does not show, in the order in which customers come to it.
constexpr std::array kBuiltLater{Phase::Menu,   Phase::Options, Phase::Review,  Phase::Paying,
                                 Phase::Closed, Phase::Number,  Phase::MyOrder, Phase::Parked};

KioskWindowParts placed(KioskWindowParts parts, QWidget& window)
{
    if (parts.place)
        parts.place(window);
    return parts;
}

} // namespace

KioskWindow::KioskWindow(KioskWindowParts parts, QWidget* parent)
    : QWidget{parent},
      m_parts{placed(std::move(parts), *this)},
      m_session{m_parts.pages.session},
      m_ribbon{new ui::DemoRibbon{this}},
      m_upper{new UpperScreen{m_parts.pages.menu, this}},
      m_frame{new QWidget{this}},
      m_told{new ToldBar{m_frame}},
      m_top{new TopBar{m_frame}},
      m_noticeRow{new QWidget{m_frame}},
      m_notice{new ui::Banner{m_noticeRow}},
      m_stack{new QStackedWidget{m_frame}},
      m_toast{new ui::Toast{m_frame}},
      m_refreshSoon{new QTimer{this}},
      m_doubleTap{new DoubleTap{*this}},
      m_voice{new VoiceMode{*this, m_parts.pages, m_parts.hearing}}
{
    setObjectName(QStringLiteral("kioskWindow"));
    setFocusPolicy(Qt::NoFocus);
    buildFrame();
    m_attract = built(m_attract);
    connectParts();
    connectVoice();
    qApp->installEventFilter(this);
    showPhase(m_session.phase());
}

KioskWindow::~KioskWindow() = default;

void KioskWindow::buildFrame()
{
    const ui::Theme& theme = ui::themeOf(*this);
    const int side = theme.px(ui::Space::Medium);
    m_notice->setObjectName(QStringLiteral("noticeBanner"));
    // Air between it and the steps above.
    auto* notices = new QVBoxLayout{m_noticeRow};
    notices->setContentsMargins(side, theme.px(ui::Space::Tight), side, 0);
    notices->addWidget(m_notice);
    m_noticeRow->hide();
    m_upper->hide();
    auto* glass = new QVBoxLayout{this};
    glass->setContentsMargins(0, 0, 0, 0);
    glass->setSpacing(0);
    // The glass does not grow: pages scroll instead.
    glass->setSizeConstraint(QLayout::SetNoConstraint);
    glass->addWidget(m_ribbon);
    glass->addWidget(m_upper, 1);
    glass->addWidget(m_frame, 1);
    glass->addWidget(m_voice->bar());
    auto* column = new QVBoxLayout{m_frame};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->setSizeConstraint(QLayout::SetNoConstraint);
    column->addWidget(m_top);
    column->addWidget(m_told);
    column->addSpacing(theme.px(ui::Space::Tight));
    column->addWidget(m_noticeRow);
    column->addSpacing(theme.px(ui::Space::Tight));
    column->addWidget(m_stack, 1);
}

template <class P, class... More>
P* KioskWindow::built(P*& page, More... more)
{
    if (!page) {
        page = new P{m_parts.pages, more...};
        m_stack->addWidget(page);
        m_pages.push_back(page);
        page->setWide(width() > height());
        connectPage(page);
    }
    return page;
}

/// One in a turn of the event loop: a touch waits for no more than that.
void KioskWindow::buildNext()
{
    if (m_built == 0)
        sheets();
    else
        pageOf(kBuiltLater.at(m_built - 1));
    if (m_built++ < kBuiltLater.size())
        QTimer::singleShot(0, this, &KioskWindow::buildNext);
}

KioskWindow::Sheets& KioskWindow::sheets()
{
    if (m_sheets)
        return *m_sheets;
    const Sheets& made = m_sheets.emplace(
        Sheets{new AllergySheet{m_parts.pages.basket, m_frame}, new ReceiptSheet{m_frame},
               new IdleSheet{m_parts.pages.guard, m_frame}, new DisplaySheet{m_frame},
               new ui::ConfirmSheet{m_frame}});
    made.display->setModes(m_modes);
    connect(made.idle, &IdleSheet::leaveClicked, &m_session, &OrderSession::leave);
    connect(made.display, &ui::Sheet::opened, this, &KioskWindow::watchIdle);
    connect(made.display, &DisplaySheet::modesChosen, this, &KioskWindow::setModes);
    connect(&m_parts.pages.myOrder, &MyOrder::changed, made.receipt, [this, made] {
        const auto& details = m_parts.pages.myOrder.details();
        if (made.receipt->isOpen() && m_session.phase() == Phase::MyOrder && details)
            showReceipt(details->order);
    });
    connect(made.leave, &ui::ConfirmSheet::confirmed, this, [this, made] {
        made.leave->closeSheet();
        m_session.leave();
    });
    return *m_sheets;
}

void KioskWindow::connectParts()
{
    connect(&m_session, &OrderSession::phaseChanged, this, &KioskWindow::showPhase);
    connect(&m_session, &OrderSession::changed, this, &KioskWindow::refresh);
    connect(&m_session, &OrderSession::customerLeft, this, &KioskWindow::customerLeft);
    connect(&m_parts.pages.menu, &QAbstractItemModel::modelReset, this, &KioskWindow::refresh);
    connect(&m_parts.pages.menu, &QAbstractItemModel::dataChanged, this, &KioskWindow::refresh);
    connect(&m_parts.pages.feed, &client::ShopFeed::freshnessChanged, this, &KioskWindow::refresh);
    connect(&m_parts.pages.feed, &client::ShopFeed::beatHeard, this, &KioskWindow::refresh);
    connect(&m_parts.keeper, &MenuKeeper::simulatedChanged, this, &KioskWindow::refreshFrame);
    connect(&m_parts.pages.guard, &IdleGuard::expired, &m_session, &OrderSession::leave);

    connect(m_top, &TopBar::homeClicked, this, &KioskWindow::askToLeave);
    connect(m_top, &TopBar::languageClicked, this, [this](ui::Language language) {
        m_parts.language.setLanguage(language);
        m_session.setLocale(ui::languageCode(language).toStdString());
        watchIdle();
    });
    connect(m_top, &TopBar::displayClicked, this, [this] { sheets().display->openSheet(); });
    connect(m_attract, &AttractPage::modesChosen, this, &KioskWindow::setModes);
    m_toast->setKeepsOffButtons(true);
    connect(m_top, &TopBar::helpClicked, &m_parts.help, &HelpCall::call);
    connect(&m_parts.help, &HelpCall::stateChanged, m_top, &TopBar::setHelpState);
    m_top->setHelpState(m_parts.help.state());
    connect(&m_parts.help, &HelpCall::answered, this, [this](bool told) {
        m_toast->showMessage(told ? tr("직원을 불렀어요. 잠시만 기다려 주세요.")
                                  : tr("직원에게 알리지 못했어요. 카운터에 말씀해 주세요."));
    });
    connect(&m_parts.help, &HelpCall::standsAlready, this,
            [this] { m_toast->showMessage(tr("이미 불렀어요. 잠시만 기다려 주세요.")); });
    connect(m_notice, &ui::Banner::actionClicked, &m_session, &OrderSession::dismissNotice);
    connect(m_notice, &ui::Banner::nextStepClicked, &m_session, &OrderSession::toMenu);

    // Several facts often change together: one refresh after all of them.
    m_refreshSoon->setSingleShot(true);
    m_refreshSoon->setInterval(0);
    connect(m_refreshSoon, &QTimer::timeout, this, [this] {
        currentPage()->refresh();
        refreshFrame();
    });
}

void KioskWindow::connectPage(ReviewPage* page)
{
    connect(page, &ReviewPage::allergyClicked, this, [this] {
        sheets().allergy->refresh();
        sheets().allergy->openSheet();
    });
}

void KioskWindow::connectPage(NumberPage* page)
{
    connect(page, &NumberPage::receiptClicked, this,
            [this] { showReceipt(orderOf(*m_session.paid())); });
}

void KioskWindow::connectPage(MyOrderPage* page)
{
    connect(page, &MyOrderPage::receiptClicked, this,
            [this] { showReceipt(m_parts.pages.myOrder.details()->order); });
    connect(page, &MyOrderPage::helpClicked, &m_parts.help, &HelpCall::call);
}

void KioskWindow::connectPage(TroublePage* page)
{
    connect(page, &TroublePage::helpClicked, &m_parts.help, &HelpCall::call);
}

Page* KioskWindow::currentPage() const
{
    return static_cast<Page*>(m_stack->currentWidget());
}

Page* KioskWindow::pageOf(Phase phase)
{
    switch (phase) {
    case Phase::Attract:
        return m_attract;
    case Phase::Menu:
        return built(m_menu);
    case Phase::Options:
        return built(m_options);
    case Phase::Review:
    case Phase::Opening:
        return built(m_review);
    case Phase::Settling:
    case Phase::Paying:
    case Phase::Checking:
    case Phase::GivingUp:
        return built(m_paying);
    case Phase::Closed:
    case Phase::Busy:
    case Phase::Paused:
    case Phase::Unreachable:
    case Phase::NotPaid:
        return built(m_trouble);
    case Phase::Number:
        return built(m_number);
    case Phase::MyOrder:
        return built(m_myOrder, m_frame);
    case Phase::Parked:
        return built(m_parked);
    }
    return m_attract;
}

void KioskWindow::showPhase(Phase phase)
{
    if (m_sheets) {
        m_sheets->allergy->closeSheet();
        m_sheets->receipt->closeSheet();
        m_sheets->leave->closeSheet();
    }
    watchIdle();
    Page* page = pageOf(phase);
    page->arrive();
    if (page != m_stack->currentWidget()) {
        m_stack->setCurrentWidget(page);
        m_doubleTap->pageChanged();
        if (phase != Phase::MyOrder)
            page->setFocus();
    }
    refreshFrame();
    m_voice->arrive();
}

void KioskWindow::refresh()
{
    m_refreshSoon->start();
}

void KioskWindow::refreshFrame()
{
    const Phase phase = m_session.phase();
    m_ribbon->setVisible(m_parts.keeper.isSimulated().value_or(false));
    m_top->setHomeOffered(!isPaymentRunning(phase) && phase != Phase::Attract &&
                          phase != Phase::Closed && phase != Phase::Number &&
                          phase != Phase::Parked);
    m_told->refresh(phase, m_parts.pages.feed.freshness(), m_modes.isEasy(), width() > height());
    refreshNotice();
    m_toast->setKeptFree(currentPage()->footing());
    m_voice->refresh();
}

void KioskWindow::refreshNotice()
{
    const Notice& told = m_session.notice();
    const QString words = words::notice(told, m_modes.isEasy());
    // Above the band no finger reaches it: there it is only read, and goes with the next act.
    const bool acts = !words.isEmpty() && !m_modes.lowScreen;
    const bool lost = !told.loss.soldOut.empty() || !told.loss.notNow.empty();
    m_notice->setMessage(ui::Banner::Kind::Warning, ui::Icon::Info, words);
    m_notice->setAction(acts ? tr("닫기") : QString{});
    m_notice->setNextStep(
        acts && lost && m_session.phase() == Phase::Review ? tr("다른 메뉴 고르기") : QString{});
    m_noticeRow->setVisible(!words.isEmpty());
}

void KioskWindow::showReceipt(const OrderView& order)
{
    const Menu& menu = m_parts.pages.basket.menu();
    sheets().receipt->setRows(receiptRows(menu.shopName, menu.seller, order));
    sheets().receipt->openSheet();
}

void KioskWindow::askToLeave()
{
    if (m_parts.pages.basket.isEmpty() || m_session.phase() == Phase::MyOrder) {
        if (m_session.phase() == Phase::MyOrder && !m_parts.pages.basket.isEmpty())
            m_session.closeMyOrder();
        else
            m_session.leave();
        return;
    }
    ui::ConfirmSheet* leave = sheets().leave;
    leave->setQuestion(tr("처음 화면으로 갈까요?"), tr("담은 메뉴가 모두 비워져요."),
                       tr("비우고 처음으로"), tr("계속 주문하기"), ui::ButtonKind::Danger);
    leave->openSheet();
}

void KioskWindow::customerLeft()
{
    if (m_sheets)
        m_sheets->display->closeSheet();
    m_voice->customerLeft();
    if (m_menu)
        m_menu->reset();
    m_parts.language.setLanguage(m_parts.firstLanguage);
    m_session.setLocale(ui::languageCode(m_parts.firstLanguage).toStdString());
    setModes({});
}

void KioskWindow::setModes(const ScreenModes& modes)
{
    if (modes == m_modes)
        return;
    m_modes = modes;
    m_parts.setLook(modes);
    m_upper->refresh();
    m_upper->setVisible(modes.lowScreen);
    if (m_sheets)
        m_sheets->display->setModes(modes);
    m_attract->setModes(modes);
    m_voice->setOn(modes.voice);
    placeTold();
    arrangeBand();
    watchIdle();
    for (Page* page : m_pages)
        page->refresh();
}

void KioskWindow::connectVoice()
{
    connect(m_voice, &VoiceMode::homeAsked, this, [this] {
        if (m_top->isHomeOffered())
            askToLeave();
    });
    connect(m_voice, &VoiceMode::helpAsked, &m_parts.help, &HelpCall::call);
    connect(m_voice, &VoiceMode::wanted, this, [this] {
        ScreenModes modes = m_modes;
        modes.voice = true;
        setModes(modes);
    });
    connect(m_voice->bar(), &VoiceBar::heightChanged, this, &KioskWindow::arrangeBand);
}

void KioskWindow::placeTold()
{
    // What is only read may stand above the band: what is pressed needs all of it.
    auto* glass = static_cast<QBoxLayout*>(layout());
    auto* column = static_cast<QBoxLayout*>(m_frame->layout());
    if (m_modes.lowScreen == (glass->indexOf(m_told) >= 0))
        return;
    m_voice->bar()->setCaptionApart(m_modes.lowScreen);
    if (m_modes.lowScreen) {
        glass->insertWidget(glass->indexOf(m_frame), m_told);
        glass->insertWidget(glass->indexOf(m_frame), m_noticeRow);
        glass->insertWidget(glass->indexOf(m_frame), m_voice->bar()->captionRow());
    } else {
        column->insertWidget(column->indexOf(m_top) + 1, m_told);
        column->insertWidget(column->indexOf(m_stack) - 1, m_noticeRow);
    }
}

void KioskWindow::arrangeBand()
{
    const VoiceBar* bar = m_voice->bar();
    const int voice = bar->isHidden() ? 0 : bar->sizeHint().height();
    const int band = std::min(ui::themeOf(*this).px(m_parts.lowBandMm),
                              static_cast<int>(height() * ui::ratio::kLowBandMost)) -
                     voice;
    m_frame->setMaximumHeight(m_modes.lowScreen ? band : QWIDGETSIZE_MAX);
}

void KioskWindow::watchIdle()
{
    const Phase phase = m_session.phase();
    const bool asEverybody = m_modes.isPlain() &&
                             m_parts.language.language() == m_parts.firstLanguage &&
                             !(m_sheets && m_sheets->display->isOpen());
    const IdleTimes times =
        phase == Phase::Attract && !asEverybody ? kForgetChoices : idleTimesOf(phase);
    m_parts.pages.guard.watch(m_modes.isPlain() ? times : threefold(times));
}

void KioskWindow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_voice->bar()->setWide(width() > height());
    arrangeBand();
    for (Page* page : m_pages)
        page->setWide(width() > height());
    currentPage()->refresh();
}

void KioskWindow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refreshFrame();
}

void KioskWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Back)
        goBack();
    else
        QWidget::keyPressEvent(event);
}

void KioskWindow::goBack()
{
    if (m_session.phase() == Phase::Menu)
        askToLeave();
    else if (m_session.phase() == Phase::Number)
        m_toast->showMessage(
            tr("주문이 끝나서 돌아갈 화면이 없어요. 끝내려면 처음으로를 눌러 주세요."));
    else
        m_session.back();
}

void KioskWindow::paintEvent(QPaintEvent* event)
{
    QWidget::paintEvent(event);
    // The first picture does not wait for the pages that it does not show; they are ready before
    // a hand has reached the glass.
    if (!std::exchange(m_painted, true))
        QTimer::singleShot(0, this, &KioskWindow::buildNext);
}

void KioskWindow::customerActed()
{
    // The number page counts down to its end whatever is touched; its button gives more time. The
    // warning is answered on its own sheet, so that its buttons get the touch.
    if (m_session.phase() != Phase::Number && !m_parts.pages.guard.isWarning())
        m_parts.pages.guard.touch();
}

bool KioskWindow::eventFilter(QObject* watched, QEvent* event)
{
    const QEvent::Type type = event->type();
    const bool act = type == QEvent::MouseButtonPress || type == QEvent::TouchBegin ||
                     type == QEvent::KeyPress || type == QEvent::Wheel;
    // Widgets only: the window system's own event for the same press comes first.
    if ((act || type == QEvent::Polish) && watched->isWidgetType() &&
        static_cast<QWidget*>(watched)->window() == window()) {
        if (act)
            customerActed();
        else if (const auto* button = qobject_cast<const QAbstractButton*>(watched))
            // A screen reader presses without any of these events.
            connect(button, &QAbstractButton::clicked, this, &KioskWindow::customerActed,
                    Qt::UniqueConnection);
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace coffee::kiosk
