// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/pages/number_page.h"

#include "kiosk/model/paid_order.h"
#include "kiosk/pages/kiosk_words.h"
#include "kiosk/pages/order_steps.h"
#include "kiosk/pages/refused_words.h"
#include "shared/widgets/banner.h"
#include "shared/widgets/button.h"
#include "shared/widgets/card.h"
#include "shared/widgets/column_layout.h"
#include "shared/widgets/progress.h"
#include "shared/widgets/texts.h"
#include "shared/widgets/theme.h"

#include <QTimer>

#include <algorithm>

namespace coffee::kiosk {

using ui::Button;
using ui::ButtonKind;
using ui::Icon;
using ui::Label;
using ui::Space;
using ui::TextRole;

namespace {

/// Of the digits, where the customer would else have to scroll for the wait.
constexpr double kNumberCloseMm = 32.0;
constexpr double kNumberLeastMm = 24.0;

} // namespace

NumberPage::NumberPage(PageParts parts, QWidget* parent)
    : Page{parent},
      m_parts{parts},
      m_clock{new QTimer{this}},
      m_halves{new QBoxLayout{QBoxLayout::TopToBottom}},
      m_left{new QVBoxLayout},
      m_pair{new QBoxLayout{QBoxLayout::TopToBottom}},
      m_right{new QVBoxLayout},
      m_thanks{new Label{TextRole::Title}},
      m_numberWords{new Label{TextRole::Heading}},
      m_number{new ui::BigNumber},
      m_codeCard{new ui::Card},
      m_codeWords{new Label{TextRole::BodyBold}},
      m_code{new Label{TextRole::Title}},
      m_codeUse{new Label{TextRole::Body}},
      m_items{new Label{TextRole::Body}},
      m_steps{new ui::StatusSteps},
      m_wait{new Label{TextRole::Heading}},
      m_ahead{new Label{TextRole::Body}},
      m_refused{new ui::Banner},
      m_hint{new ui::Banner},
      m_paid{new Label{TextRole::Body}},
      m_acts{new QWidget},
      m_receipt{new Button{QString{}, ButtonKind::Outline}},
      m_cancel{new Button{QString{}, ButtonKind::Quiet}},
      m_more{new Button{QString{}, ButtonKind::Outline}},
      m_done{new Button{QString{}, ButtonKind::Filled}}
{
    const ui::Theme& theme = ui::themeOf(*this);
    m_number->setObjectName(QStringLiteral("orderNumber"));
    m_code->setObjectName(QStringLiteral("claimCode"));
    m_items->setObjectName(QStringLiteral("paidItems"));
    m_steps->setObjectName(QStringLiteral("orderSteps"));
    m_paid->setObjectName(QStringLiteral("paidLabel"));
    m_thanks->setObjectName(QStringLiteral("numberTitle"));
    m_hint->setObjectName(QStringLiteral("cupHint"));
    m_wait->setObjectName(QStringLiteral("orderWait"));
    m_refused->setObjectName(QStringLiteral("refusedBanner"));
    for (Label* centred :
         std::initializer_list<Label*>{m_thanks, m_numberWords, m_number, m_items, m_wait, m_ahead,
                                       m_paid, m_codeWords, m_code, m_codeUse})
        centred->setAlignment(Qt::AlignCenter);
    m_numberWords->setInk(ui::Ink::Second);
    m_codeUse->setInk(ui::Ink::Second);
    m_paid->setInk(ui::Ink::Second);
    m_codeCard->setLook(ui::Card::Look::Tinted);
    m_codeCard->body()->setSpacing(theme.px(Space::Tight));
    m_codeCard->body()->addStretch(1);
    m_codeCard->body()->addWidget(m_codeWords);
    m_codeCard->body()->addWidget(m_code);
    m_codeCard->body()->addWidget(m_codeUse);
    m_codeCard->body()->addStretch(1);

    auto* ordered = new QVBoxLayout;
    ordered->setSpacing(theme.px(Space::Small));
    ordered->addWidget(m_numberWords);
    ordered->addWidget(m_number);
    ordered->addStretch(1); // beside a higher card it stays right below its words
    m_pair->setSpacing(theme.px(Space::Small));
    m_pair->addLayout(ordered, 1);
    m_pair->addWidget(m_codeCard, 1);
    m_left->setSpacing(theme.px(Space::Small));
    m_left->addStretch(1);
    m_left->addWidget(m_thanks);
    m_left->addLayout(m_pair);
    m_left->addStretch(1);
    m_right->setSpacing(theme.px(Space::Medium));
    m_right->addStretch(1);
    for (QWidget* part : std::initializer_list<QWidget*>{m_refused, m_wait, m_ahead, m_hint,
                                                         m_steps, m_items, m_paid, m_acts})
        m_right->addWidget(part);
    m_right->addStretch(1);
    m_halves->setSpacing(theme.px(Space::Large));
    m_halves->addLayout(m_left, 1);
    m_halves->addLayout(m_right, 1);
    body()->addLayout(m_halves, 1);

    auto* acts = new ui::ColumnLayout{m_acts};
    acts->addWidget(m_receipt);
    acts->addWidget(m_cancel);
    m_receipt->setObjectName(QStringLiteral("receiptButton"));
    m_receipt->setMark(Icon::Receipt);
    m_cancel->setObjectName(QStringLiteral("cancelOrderButton"));
    m_cancel->setMark(Icon::Close);
    m_more->setObjectName(QStringLiteral("moreTimeButton"));
    m_more->setMark(Icon::Clock);
    m_done->setObjectName(QStringLiteral("doneButton"));
    m_done->setMark(Icon::Home);
    footer()->add(m_more);
    footer()->addMain(m_done);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (!m_parts.session.paid())
            return;
        const AttemptKey key = m_parts.session.paidKey();
        const std::int32_t number = m_parts.session.paid()->number;
        m_parts.session.openMyOrder();
        m_parts.myOrder.cancelOwn(key, number);
    });
    connect(m_receipt, &QPushButton::clicked, this, [this] {
        if (!m_parts.session.paid())
            return;
        stayLonger(); // nobody reads a receipt in half a minute
        Q_EMIT receiptClicked();
    });
    connect(m_more, &QPushButton::clicked, this, &NumberPage::stayLonger);
    connect(m_done, &QPushButton::clicked, this, [this] { m_parts.session.leave(); });
    connect(&m_parts.myOrder, &MyOrder::changed, this, [this] {
        if (isVisible())
            refresh();
    });
    m_clock->setInterval(ui::duration::kCountdownStep);
    connect(m_clock, &QTimer::timeout, this, &NumberPage::refreshCountdown);
}

void NumberPage::stayLonger()
{
    m_parts.guard.watch({kMoreTime, std::chrono::seconds{0}});
    refreshCountdown();
}

void NumberPage::setWide(bool wide)
{
    Page::setWide(wide);
    m_halves->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void NumberPage::fit()
{
    if (!m_parts.session.paid())
        return; // nothing stands here yet
    // What was ordered is news to nobody: it stands where there is room for it.
    const int width = bodyWidth();
    const int half = (width - m_halves->spacing()) / 2;
    const auto right = [&] { return heightOf(*m_right, half); };
    const auto fits = [&](const std::vector<QWidget*>& without) {
        const ColumnParts parts{{m_items, m_thanks}, without};
        const int all = isWide() ? std::max(heightOf(*m_left, half, nullptr, parts),
                                            heightOf(*m_right, half, nullptr, parts))
                                 : heightOf(*m_left, width, nullptr, parts) + m_halves->spacing() +
                                       heightOf(*m_right, width, nullptr, parts);
        return all <= roomFor(all);
    };
    setClose(false);
    m_items->setVisible(!isEasy() && fits({}));
    setClose(!fits({m_items}) && canBeClose());
    // Number, code and how long it takes are seen at first sight; the thanks give way for them.
    m_thanks->setVisible(true);
    m_thanks->setRole(TextRole::Title);
    m_number->setDigitHeight(0);
    if (!isSeenUpToWait() && order().state != OrderState::Cancelled)
        m_thanks->setVisible(false);
    if (!isSeenUpToWait())
        m_number->setDigitHeight(kNumberCloseMm);
    if (!isNumberSeen())
        m_number->setDigitHeight(kNumberLeastMm);
    if (!isNumberSeen())
        m_thanks->setRole(TextRole::BodyBold);
    // Beside a half that has to be scrolled the number stands at the top, not in the middle.
    m_left->setStretch(0, isWide() && right() > roomFor(right()) ? 0 : 1);
    m_right->setStretch(0, isWide() && right() > roomFor(right()) ? 0 : 1);
}

bool NumberPage::canBeClose() const
{
    const int width = isWide() ? (bodyWidth() - m_halves->spacing()) / 2 : bodyWidth();
    return m_number->sizeHint().width() + m_pair->spacing() +
               m_codeCard->minimumSizeHint().width() <=
           width;
}

bool NumberPage::isNumberSeen() const
{
    const int width = isWide() ? (bodyWidth() - m_halves->spacing()) / 2 : bodyWidth();
    const int thanks =
        m_thanks->isHidden() ? 0 : m_thanks->heightForWidth(width) + m_left->spacing();
    const int number = m_numberWords->heightForWidth(width) +
                       m_pair->itemAt(0)->layout()->spacing() + m_number->heightForWidth(width);
    return thanks + number <= roomFor(thanks + number + heightOf(*m_right, width));
}

bool NumberPage::isSeenUpToWait() const
{
    if (isWide()) {
        const int half = (bodyWidth() - m_halves->spacing()) / 2;
        const int all = std::max(heightOf(*m_left, half), heightOf(*m_right, half));
        return heightOf(*m_left, half) <= roomFor(all);
    }
    const int left = heightOf(*m_left, bodyWidth()) + m_halves->spacing();
    const QWidget* last = !m_hint->isHidden() && hasOwnCup() ? static_cast<QWidget*>(m_hint)
                          : !m_wait->isHidden()              ? m_wait
                                                             : nullptr;
    return left + (last ? heightOf(*m_right, bodyWidth(), last) : 0) <=
           roomFor(left + heightOf(*m_right, bodyWidth()));
}

void NumberPage::setClose(bool close)
{
    if (close == m_close)
        return;
    m_close = close;
    m_pair->setDirection(close ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_halves->setSpacing(ui::themeOf(*this).px(close && !isWide() ? Space::Small : Space::Large));
    m_numberWords->setRole(close ? TextRole::BodyBold : TextRole::Heading);
    if (close)
        m_right->insertWidget(m_right->indexOf(m_steps) + 1, m_codeUse);
    else
        m_codeCard->body()->insertWidget(m_codeCard->body()->indexOf(m_code) + 1, m_codeUse);
    m_codeUse->show(); // what moves to another parent is hidden, and would not be counted
    refreshCodeUse();
}

void NumberPage::refreshCodeUse()
{
    const OrderState state = order().state;
    const bool waiting = state == OrderState::Queued || state == OrderState::Making;
    if (m_close)
        m_codeUse->setText(waiting ? tr("취소·조회 번호는 취소하거나 내용을 볼 때만 써요.")
                                   : tr("취소·조회 번호는 내용을 볼 때만 써요."));
    else
        m_codeUse->setText(
            waiting ? plainly(tr("주문을 취소하거나 내용을 볼 때 주문 번호와 함께 써요. 받을 때는 "
                                 "필요 없어요."),
                              tr("취소할 때 이 번호를 입력해요. 받을 때는 필요 없어요."))
                    : tr("주문 내용을 볼 때 주문 번호와 함께 써요."));
    const QString number = tr("주문 번호"); // is one word
    m_codeUse->setText(
        m_codeUse->text().replace(number, QString{number}.replace(QLatin1Char(' '), QChar::Nbsp)));
}

OrderView NumberPage::order() const
{
    const protocol::PaidAnswer& paid = *m_parts.session.paid();
    const auto& told = m_parts.myOrder.details();
    return orderByNow(paid, told && told->order.id == paid.order ? &told->order : nullptr,
                      m_parts.feed.view().orders.find(paid.order),
                      m_parts.feed.freshness().state == client::FeedState::Live);
}

bool NumberPage::hasOwnCup() const
{
    const auto& lines = m_parts.session.paid()->basket.lines;
    return std::any_of(lines.begin(), lines.end(), [](const PricedLine& line) {
        return std::any_of(line.units.begin(), line.units.end(),
                           [](const PricedUnit& unit) { return unit.cup == CupKind::Own; });
    });
}

void NumberPage::refresh()
{
    const auto& paid = m_parts.session.paid();
    if (!paid)
        return;
    const bool isCancelled = order().state == OrderState::Cancelled;
    // The number stands right below.
    m_thanks->setText(isCancelled ? plainly(words::cancelled(paid->number), tr("취소되었어요."))
                                  : plainly(tr("주문이 완료되었어요."), tr("주문되었어요.")));
    m_numberWords->setText(tr("주문 번호"));
    m_number->setNumber(QString::number(paid->number), ui::texts::orderNumberSpoken(paid->number));
    m_codeWords->setText(tr("취소·조회 번호"));
    m_code->setText(QString::fromStdString(paid->code));
    QString receipt =
        (words::isByCard(paid->payment) ? tr("%1을 카드로 결제했어요.") : tr("%1을 결제했어요."))
            .arg(ui::texts::money(paid->basket.total));
    if (!paid->payment.approval.empty())
        receipt += QLatin1Char('\n') +
                   tr("승인 번호 %1").arg(QString::fromStdString(paid->payment.approval));
    m_paid->setText(receipt);
    m_receipt->setText(tr("영수증 보기"));
    m_cancel->setText(tr("주문 취소"));
    m_more->setText(tr("화면 더 오래 보기"));
    refreshItems();
    refreshState();
    refreshHint();
    refreshCountdown();
    fit();
}

void NumberPage::refreshItems()
{
    constexpr qsizetype kLinesMost = 3;
    QStringList lines;
    for (const PricedLine& line : m_parts.session.paid()->basket.lines)
        lines.append(words::lineWithAnswers(line, m_parts.basket.menu()));
    if (lines.size() > kLinesMost) {
        const int more = static_cast<int>(lines.size() - (kLinesMost - 1));
        lines = lines.mid(0, kLinesMost - 1);
        lines.append(tr("그 밖에 %n가지", nullptr, more));
    }
    if (!lines.isEmpty())
        lines.front().prepend(ui::texts::service(m_parts.session.paid()->basket.service) +
                              QStringLiteral("\u00a0· "));
    m_items->setText(lines.join(QLatin1Char('\n')));
}

void NumberPage::refreshState()
{
    const auto& paid = m_parts.session.paid();
    const OrderView known = order();
    const OrderState state = known.state;
    showSteps(*m_steps, known, state);
    m_refused->setMessage(ui::Banner::Kind::Warning, words::refusal(known));
    const bool waiting = state == OrderState::Queued || state == OrderState::Making;
    QString words;
    if (waiting)
        words = words::readyIn(waitLeft(m_parts.feed, known, m_parts.myOrder.toldWait()));
    else if (state == OrderState::Ready)
        words = tr("준비되었어요. 픽업대로 와 주세요.");
    m_wait->setText(words);
    m_wait->setVisible(!words.isEmpty());
    const std::int32_t ahead = m_parts.feed.view().orders.find(paid->order)
                                   ? m_parts.feed.view().orders.ordersAhead(paid->order)
                                   : paid->ordersAhead;
    m_ahead->setText(words::ahead(ahead));
    m_ahead->setVisible(state == OrderState::Queued);
    m_cancel->setVisible(waiting);
    refreshCodeUse();
}

void NumberPage::refreshHint()
{
    const auto& paid = m_parts.session.paid();
    const OrderState state = order().state;
    if (state != OrderState::Queued && state != OrderState::Making)
        m_hint->setMessage(ui::Banner::Kind::Notice, QString{});
    else if (hasOwnCup())
        m_hint->setMessage(ui::Banner::Kind::Notice, Icon::CupOwn,
                           tr("가져오신 컵을 카운터에 주세요."));
    else if (paid->basket.service == ServiceMode::TakeAway)
        m_hint->setMessage(ui::Banner::Kind::Notice, Icon::Takeaway,
                           tr("번호를 부르면 픽업대에서 가져가 주세요."));
    else
        m_hint->setMessage(ui::Banner::Kind::Notice, Icon::CupStore,
                           tr("매장 컵에 담아 드려요. 번호를 부르면 픽업대에서 받아 주세요."));
}

void NumberPage::refreshCountdown()
{
    using namespace std::chrono;
    const auto left = duration_cast<seconds>(m_parts.guard.remaining() + milliseconds{999});
    m_done->setText(tr("처음으로"));
    m_done->setDetail(m_parts.guard.isWatching()
                          ? plainly(tr("%1 뒤 자동으로"), tr("%1 뒤")).arg(ui::texts::length(left))
                          : QString{});
}

void NumberPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    if (const auto& paid = m_parts.session.paid())
        m_parts.myOrder.follow(m_parts.session.paidKey(), paid->number);
    m_clock->start();
}

void NumberPage::hideEvent(QHideEvent* event)
{
    Page::hideEvent(event);
    m_clock->stop();
    m_parts.myOrder.stopFollowing();
}

} // namespace coffee::kiosk
