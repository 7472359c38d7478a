// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/board/board_page.h"

#include "kiosk/board/board_numbers.h"
#include "kiosk/board/number_wall.h"

#include "shared/widgets/banner.h"
#include "shared/widgets/texts.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>

namespace coffee::board {

using namespace coffee::ui;
using client::FeedState;

namespace {

/// Numbers are called and stop standing out by themselves; the picture's age goes on.
constexpr std::chrono::milliseconds kTickEvery{500};
/// Digits of what is ready and of what is being prepared, where there is room.
constexpr double kReadyMm = 2 * mm::kKioskNumber;
constexpr double kPreparingMm = mm::kKioskNumber;
/// The headings are read from as far as the smallest numbers, and stay behind the largest.
constexpr double kHeadingMm = 18.0;
/// More uncollected numbers than this say nothing more to anybody.
constexpr int kLeftMost = 6;
/// The numbers need the room; whoever is not named sees that there are more.
constexpr std::size_t kToldMost = 3;

} // namespace

BoardPage::BoardPage(client::ShopFeed& feed, client::OrderClient& client, const BoardExtras& extras,
                     QWidget* parent)
    : QWidget{parent},
      m_feed{feed},
      m_client{client},
      m_caller{extras.voice, extras.sounds},
      m_ownMessage{extras.message}
{
    setObjectName(QStringLiteral("boardWindow"));
    const Theme& theme = themeOf(*this);
    m_ribbon = new DemoRibbon{this};
    m_ribbon->hide();
    m_banner = new Banner{this};
    m_banner->setObjectName(QStringLiteral("boardBanner"));
    m_preparing = makeHalf(QStringLiteral("preparing"), kPreparingMm);
    m_ready = makeHalf(QStringLiteral("ready"), kReadyMm);
    m_ready.title->setInk(Ink::Accent);
    m_ready.mark->setMark(Icon::Done, Ink::Accent);
    m_preparing.mark->setMark(Icon::CupStore, Ink::Second);
    m_preparing.title->setInk(Ink::Second);
    const auto makeLine = [this](const char* name, Ink ink) {
        auto* line = new Label{TextRole::Heading, this};
        line->setInk(ink);
        line->setAlignment(Qt::AlignCenter);
        line->setObjectName(QLatin1StringView{name});
        return line;
    };
    m_told = new Banner{this};
    m_told->setObjectName(QStringLiteral("boardTold"));
    m_message = makeLine("boardMessage", Ink::Warning);
    m_left = makeLine("boardLeft", Ink::Second);
    m_line = makeLine("boardLine", Ink::Second);

    m_halves = new QBoxLayout{QBoxLayout::LeftToRight};
    m_halves->setSpacing(theme.px(Space::Huge));
    m_halves->addWidget(m_preparing.host, 4);
    m_halves->addWidget(m_ready.host, 5);
    auto* page = new QVBoxLayout;
    const int pad = theme.px(Space::Large);
    page->setContentsMargins(pad, pad, pad, pad);
    page->setSpacing(theme.px(Space::Medium));
    page->addWidget(m_banner);
    page->addLayout(m_halves, 1);
    page->addWidget(m_told);
    page->addWidget(m_message);
    page->addWidget(m_left);
    page->addWidget(m_line);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_ribbon);
    column->addLayout(page, 1);

    connect(&m_feed, &client::ShopFeed::viewReset, this, [this] {
        m_statusKnown = false;
        showNumbers();
    });
    connect(&m_feed, &client::ShopFeed::viewChanged, this, &BoardPage::showNumbers);
    connect(&m_feed, &client::ShopFeed::freshnessChanged, this, &BoardPage::showFreshness);
    connect(&m_feed, &client::ShopFeed::beatHeard, this, &BoardPage::showNumbers);
    connect(&m_caller, &NumberCaller::captionChanged, this, &BoardPage::showLine);
    m_second.setInterval(kTickEvery);
    connect(&m_second, &QTimer::timeout, this, &BoardPage::showNumbers);
    m_second.start();
    setWords();
}

BoardPage::~BoardPage() = default;

BoardPage::Half BoardPage::makeHalf(const QString& prefix, double digitMm)
{
    Half half;
    half.host = new QWidget{this};
    half.mark = new IconMark{Icon::Clock, TextRole::Heading, half.host};
    half.title = new Label{TextRole::Title, half.host};
    half.wall = new NumberWall{prefix, digitMm, half.host};
    half.title->setDigitHeight(kHeadingMm);
    auto* head = new QHBoxLayout;
    head->setSpacing(themeOf(*this).px(Space::Medium));
    head->addWidget(half.mark);
    head->addWidget(half.title, 1);
    auto* column = new QVBoxLayout{half.host};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(themeOf(*this).px(Space::Large));
    column->addLayout(head);
    column->addWidget(half.wall, 1);
    return half;
}

void BoardPage::setWords()
{
    setWindowTitle(tr("픽업 화면"));
    m_preparing.title->setText(tr("준비 중"));
    m_ready.title->setText(tr("준비 완료"));
    m_preparing.wall->setNothing(tr("지금 만드는 주문이 없어요."));
    m_ready.wall->setNothing(tr("준비되면 번호가 여기에 나타나요."));
    showNumbers();
    showFreshness();
}

ShopTime BoardPage::now() const
{
    if (const auto shopNow = m_feed.shopNow())
        return *shopNow;
    return m_feed.freshness().asOf.value_or(m_feed.view().at);
}

void BoardPage::showNumbers()
{
    const BoardNumbers numbers = boardNumbers(m_feed.view().orders, now());
    m_preparing.wall->setNumbers(numbers.preparing);
    m_ready.wall->setNumbers(numbers.ready);
    if (m_feed.freshness().state == FeedState::Live)
        m_caller.follow(m_feed.view().orders, now());
    showTold(numbers);
    showMessage(numbers);
    showFreshness();
}

void BoardPage::showTold(const BoardNumbers& numbers)
{
    QStringList lines;
    for (const BoardTold& told : numbers.told) {
        if (static_cast<std::size_t>(lines.size()) == kToldMost) {
            lines.append(tr("그 밖에 %n건 · 카운터에 물어봐 주세요", nullptr,
                            static_cast<int>(numbers.told.size() - kToldMost)));
            break;
        }
        lines.append((told.isCancelled ? tr("%1 · 주문이 취소되었어요 · 카운터로 와 주세요")
                                       : tr("%1 · %n개를 만들지 못했어요 · 카운터로 와 주세요",
                                            nullptr, told.unitsRefused))
                         .arg(told.number));
    }
    m_told->setMessage(Banner::Kind::Warning, lines.join(QLatin1Char('\n')));
}

void BoardPage::showMessage(const BoardNumbers& numbers)
{
    const OrderingChanged& ordering = m_feed.view().offer.ordering;
    QString words = m_ownMessage;
    if (ordering.state == OrderingState::Paused) {
        words = ui::texts::local({ordering.textKo, ordering.textEn});
        if (words.isEmpty())
            words = tr("지금은 주문을 잠시 쉬고 있어요.");
    }
    m_message->setText(words);
    m_message->setVisible(!words.isEmpty());
    QStringList left;
    for (const BoardNumber& number : numbers.left)
        if (left.size() < kLeftMost)
            left.append(QString::number(number.number));
    m_left->setText(tr("오래 기다린 번호 %1. 카운터에서 드려요.").arg(left.join(u' ')));
    m_left->setVisible(!left.isEmpty());
}

void BoardPage::showLine()
{
    const QString call = m_caller.caption();
    const auto wait = m_feed.expectedWait();
    const bool live = m_feed.freshness().state == FeedState::Live;
    QString words = call;
    const bool isPaused = m_feed.view().offer.ordering.state == OrderingState::Paused;
    if (words.isEmpty() && live && !isPaused && wait && wait->maxSeconds > 0)
        words = tr("지금 주문하시면 %1").arg(ui::texts::wait(*wait));
    m_line->setInk(call.isEmpty() ? Ink::Second : Ink::Accent);
    m_line->setText(words);
    // Its place is kept: the digits above do not dance when a number is called.
    m_line->setMinimumHeight(themeOf(*this).metrics().lineHeightPx(m_line->font()));
}

void BoardPage::showFreshness()
{
    const client::Freshness freshness = m_feed.freshness();
    QString words;
    if (freshness.state == FeedState::CatchingUp) {
        words = tr("번호를 새로 받고 있어요. 잠시만 기다려 주세요.");
    } else if (freshness.state != FeedState::Live) {
        words =
            freshness.asOf
                ? tr("%1 기준 번호예요. 지금은 새 번호가 나타나지 않아요. 직원에게 물어봐 주세요.")
                      .arg(ui::texts::timeOfDay(*freshness.asOf))
                : tr("번호를 불러오고 있어요. 직원에게 물어봐 주세요.");
    }
    m_banner->setMessage(freshness.state == FeedState::CatchingUp ? Banner::Kind::Warning
                                                                  : Banner::Kind::Error,
                         words);
    showLine();
    const bool live = freshness.state == FeedState::Live;
    if (live && !m_statusKnown && !m_statusAsked)
        askStatus();
    update();
}

void BoardPage::askStatus()
{
    m_statusAsked = true;
    m_client.ask(protocol::StatusGet{}, this,
                 [this](const client::Answer<protocol::StatusAnswer>& answer) {
                     m_statusAsked = false;
                     if (!answer.body())
                         return; // The next heartbeat asks again.
                     m_statusKnown = true;
                     m_ribbon->setVisible(answer.body()->simulated);
                 });
}

void BoardPage::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(*this);
    QPainter painter{this};
    painter.fillRect(rect(), theme.colours().canvas);
    // A line between the two halves, in the middle of their gap.
    const QRect ready = m_ready.host->geometry();
    const int gap = theme.px(Space::Huge) / 2;
    painter.setPen(QPen{theme.colours().hairline, theme.metrics().exactPx(mm::kBorder)});
    if (m_halves->direction() == QBoxLayout::LeftToRight)
        painter.drawLine(ready.left() - gap, ready.top(), ready.left() - gap, ready.bottom());
    else
        painter.drawLine(ready.left(), ready.bottom() + gap, ready.right(), ready.bottom() + gap);
    if (m_feed.freshness().state == FeedState::Live ||
        m_feed.freshness().state == FeedState::CatchingUp)
        return;
    const int thick = theme.px(Space::Tight);
    painter.setPen(QPen{theme.colours().danger, static_cast<double>(thick)});
    painter.drawRect(rect().adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2));
}

void BoardPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    // Upright screens show what is ready above what is being prepared.
    m_halves->setDirection(width() >= height() ? QBoxLayout::LeftToRight : QBoxLayout::BottomToTop);
}

void BoardPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        setWords();
    QWidget::changeEvent(event);
}

} // namespace coffee::board
