// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/pages/trouble_page.h"

#include "kiosk/pages/kiosk_words.h"
#include "shared/widgets/button.h"
#include "shared/widgets/card.h"
#include "shared/widgets/progress.h"
#include "shared/widgets/texts.h"
#include "shared/widgets/theme.h"

#include <QTimer>

namespace coffee::kiosk {

using ui::Button;
using ui::ButtonKind;
using ui::Icon;
using ui::Label;
using ui::Space;
using ui::TextRole;

namespace {

constexpr int kFailedBeforeStaff = 2;

} // namespace

TroublePage::TroublePage(PageParts parts, QWidget* parent)
    : Page{parent},
      m_parts{parts},
      m_clock{new QTimer{this}},
      m_icon{new ui::IconMark{Icon::Clock, TextRole::Number}},
      m_title{new Label{TextRole::Title}},
      m_text{new Label{TextRole::Body}},
      m_countdown{new ui::CountdownBar},
      m_trying{new ui::BusyBar},
      m_basketCard{new ui::Card},
      m_basketTitle{new Label{TextRole::BodyBold}},
      m_basketLines{new Label{TextRole::Body}},
      m_help{new Button{QString{}, ButtonKind::Outline}},
      m_park{new Button{QString{}, ButtonKind::Outline}},
      m_myOrder{new Button{QString{}, ButtonKind::Outline}},
      m_back{new Button{QString{}, ButtonKind::Outline}},
      m_retry{new Button{QString{}, ButtonKind::Filled}}
{
    const ui::Theme& theme = ui::themeOf(*this);
    m_title->setObjectName(QStringLiteral("troubleTitle"));
    m_text->setObjectName(QStringLiteral("troubleText"));
    m_title->setAlignment(Qt::AlignCenter);
    m_text->setAlignment(Qt::AlignCenter);
    m_basketLines->setInk(ui::Ink::Second);
    m_basketCard->body()->addWidget(m_basketTitle);
    m_basketCard->body()->addWidget(m_basketLines);

    body()->addStretch(2);
    body()->addWidget(m_icon, 0, Qt::AlignHCenter);
    body()->addWidget(m_title);
    body()->addWidget(m_text);
    m_countdown->setObjectName(QStringLiteral("retryCountdown"));
    m_countdown->setCentred(true);
    body()->addWidget(m_countdown);
    body()->addWidget(m_trying);
    body()->addStretch(1);
    body()->addWidget(m_help);
    body()->addWidget(m_basketCard);
    body()->addWidget(m_park);
    body()->addWidget(m_myOrder);
    body()->addStretch(1);

    m_help->setObjectName(QStringLiteral("callStaffButton"));
    m_help->setMark(Icon::Bell);
    connect(m_help, &QPushButton::clicked, this, &TroublePage::helpClicked);
    m_park->setObjectName(QStringLiteral("parkButton"));
    m_park->setMark(Icon::Basket);
    m_myOrder->setObjectName(QStringLiteral("myOrderButton"));
    m_myOrder->setMark(Icon::Receipt);
    m_back->setObjectName(QStringLiteral("backButton"));
    m_back->setMark(Icon::Back);
    m_retry->setObjectName(QStringLiteral("retryButton"));
    m_retry->setMark(Icon::Refresh);
    footer()->add(m_back);
    footer()->addMain(m_retry);
    connect(m_myOrder, &QPushButton::clicked, this, [this] { m_parts.session.openMyOrder(); });
    connect(m_park, &QPushButton::clicked, this, [this] { m_parts.session.park(); });
    connect(m_back, &QPushButton::clicked, this, [this] {
        if (m_parts.basket.isEmpty())
            m_parts.session.leave();
        else
            m_parts.session.back();
    });
    connect(m_retry, &QPushButton::clicked, this, [this] { m_parts.session.retryNow(); });

    m_clock->setInterval(ui::duration::kCountdownStep);
    connect(m_clock, &QTimer::timeout, this, &TroublePage::refreshCountdown);
    keepNarrow();
    m_icon->setMinimumHeight(theme.px(ui::mm::kKioskTarget));
}

TroublePage::Content TroublePage::content() const
{
    switch (m_parts.session.phase()) {
    case Phase::Busy:
        if (m_parts.session.isBarBusy()) {
            const auto minutes = std::chrono::ceil<std::chrono::minutes>(m_parts.session.barWait());
            const QString most = ui::texts::length(minutes);
            return {Icon::Clock,
                    tr("지금은 만들 음료가 밀려 있어요."),
                    plainly(tr("음료를 만들 시간이 날 때까지 기다리고 있어요. 길면 %1 걸려요. 아직 "
                               "결제되지 않았고, 차례가 되면 자동으로 결제 화면으로 넘어가요."),
                            tr("길면 %1 걸려요. 자동으로 결제 화면으로 넘어가요."))
                        .arg(most),
                    {},
                    true};
        }
        return {
            Icon::Clock,
            tr("지금은 결제가 밀려 있어요."),
            plainly(
                tr("결제가 몰려서 잠시 기다리고 있어요. 아직 결제되지 않았고, 다시 해 봐서 되면 "
                   "자동으로 결제 화면으로 넘어가요."),
                tr("잠시만 기다려 주세요. 자동으로 결제 화면으로 넘어가요.")),
            {},
            true};
    case Phase::Paused: {
        const auto pause = m_parts.session.pause();
        QString text = pause ? ui::texts::local(pause->text) : QString{};
        if (pause && pause->until)
            text += (text.isEmpty() ? QString{} : QStringLiteral("\n")) +
                    tr("%1부터 다시 주문할 수 있어요.").arg(ui::texts::timeOfDay(*pause->until));
        text += (text.isEmpty() ? QString{} : QStringLiteral("\n")) +
                plainly(tr("담은 메뉴는 그대로 있어요. 다시 열리면 이 화면이 알려 드려요."),
                        tr("다시 열리면 알려 드려요."));
        return {Icon::Pause, tr("지금은 주문을 잠시 쉬고 있어요."), text, {}, false};
    }
    case Phase::Unreachable:
        return {
            Icon::Unlink, tr("가게와 연결되지 않았어요."),
            plainly(tr("주문은 되지 않았고 결제도 되지 않았어요. 담은 메뉴는 그대로 있고, 연결되면 "
                       "자동으로 다시 해 볼게요."),
                    tr("결제되지 않았어요. 연결되면 자동으로 다시 해요.")),
            tr("지금 다시 해 보기"), true};
    case Phase::NotPaid:
        return notPaid();
    case Phase::Closed:
    case Phase::Settling:
    case Phase::Attract:
    case Phase::Menu:
    case Phase::Options:
    case Phase::Review:
    case Phase::Opening:
    case Phase::Paying:
    case Phase::Checking:
    case Phase::GivingUp:
    case Phase::Number:
    case Phase::MyOrder:
    case Phase::Parked:
        return {Icon::Store,
                tr("주문을 준비하고 있어요."),
                tr("가게와 연결되면 바로 주문하실 수 있어요. 급하시면 카운터에서 주문해 주세요."),
                {},
                false};
    }
    return {};
}

TroublePage::Content TroublePage::notPaidBefore() const
{
    // Whoever stands here now may be somebody else.
    const bool charged = m_parts.session.notPaid().reason == NotPaidReason::Voided ||
                         m_parts.session.notPaid().reason == NotPaidReason::GivenUp;
    return {Icon::Undo,
            tr("지난 결제는 되지 않았어요."),
            (charged ? tr("이 주문기가 꺼지기 전에 하던 결제예요. 카드에서 나간 금액이 있으면 모두 "
                          "되돌려 드려요. 주문은 되지 않았어요.")
                     : tr("이 주문기가 꺼지기 전에 하던 결제예요. 카드에서 나간 금액도 주문도 "
                          "없어요.")),
            {},
            false};
}

TroublePage::Content TroublePage::notPaid() const
{
    const NotPaid& why = m_parts.session.notPaid();
    const QString again =
        m_parts.basket.isEmpty()
            ? QString{}
            : tr("%1 다시 결제하기").arg(ui::texts::money(m_parts.session.totalToPay()));
    if (why.fromBefore)
        return notPaidBefore();
    switch (why.reason) {
    case NotPaidReason::Declined:
        return {
            Icon::Card, tr("카드사가 결제를 승인하지 않았어요."),
            plainly(tr("결제되지 않았어요. 다른 카드로 다시 결제하거나 카운터에 말씀해 주세요."),
                    tr("결제되지 않았어요. 다른 카드로 해 보세요.")),
            again, false};
    case NotPaidReason::NotCharged:
        return {Icon::Card, tr("카드를 받지 못했어요."),
                tr("결제되지 않았고 주문도 되지 않았어요."), again, false};
    case NotPaidReason::Voided:
        return {Icon::Undo, tr("결제가 되지 않았어요."),
                tr("카드에서 나간 금액이 있으면 모두 되돌렸어요. 주문은 되지 않았어요."), again,
                false};
    case NotPaidReason::GivenUp:
        return {Icon::Undo, tr("주문이 되지 않았어요."),
                tr("결제된 금액이 있으면 자동으로 되돌려 드려요."), again, false};
    case NotPaidReason::Refused:
        return {Icon::Alert, tr("지금은 이 주문을 받을 수 없어요."),
                tr("결제되지 않았어요. 직원을 부르거나 카운터에서 주문해 주세요."), again, false};
    case NotPaidReason::KioskTrouble:
        return {Icon::Alert,
                tr("이 주문기에서는 지금 결제할 수 없어요."),
                tr("결제되지 않았어요. 다른 주문기를 쓰거나 카운터에서 주문해 주세요."),
                {},
                false};
    }
    return {};
}

bool TroublePage::needsStaff() const
{
    const NotPaid& why = m_parts.session.notPaid();
    return m_parts.session.phase() == Phase::NotPaid && !why.fromBefore &&
           (m_parts.session.failedInARow() >= kFailedBeforeStaff ||
            why.reason == NotPaidReason::Refused || why.reason == NotPaidReason::KioskTrouble);
}

void TroublePage::refresh()
{
    const Content shown = content();
    const bool closed = m_parts.session.phase() == Phase::Closed;
    m_icon->setMark(shown.icon, ui::Ink::Second);
    m_title->setText(shown.title);
    m_text->setText(shown.text);

    const CustomerBasket& basket = m_parts.basket;
    QStringList lines;
    for (const BasketEntry& entry : basket.entries())
        lines.append(words::lineInShort(entry.priced));
    m_basketTitle->setText(tr("담은 메뉴 %n개는 그대로 있어요.", nullptr, basket.units()));
    m_basketLines->setText(
        lines.join(QStringLiteral(", ")) + QLatin1Char('\n') +
        tr("결제할 금액 %1").arg(ui::texts::money(m_parts.session.totalToPay())));
    m_basketCard->setVisible(!basket.isEmpty());

    m_help->setText(tr("직원 호출"));
    m_help->setVisible(needsStaff());
    // Whether anything was charged, and who can help.
    keepInSight(body(), needsStaff() ? static_cast<QWidget*>(m_help) : m_text, {m_icon});
    const bool parking = m_parts.session.isParking();
    m_park->setText(plainly(tr("장바구니를 맡기고 다른 주문기에서 하기"), tr("장바구니 맡기기")));
    m_park->setBusy(parking ? tr("맡기고 있어요.") : QString{});
    m_park->setVisible(parking || m_parts.session.canPark());
    m_myOrder->setText(tr("내 주문 보기"));
    const bool back = !closed && (!basket.isEmpty() || m_parts.session.notPaid().fromBefore ||
                                  m_parts.session.phase() == Phase::NotPaid);
    m_back->setText(basket.isEmpty() ? tr("처음으로")
                                     : plainly(tr("주문 바꾸기 · 더 담기"), tr("주문 바꾸기")));
    m_back->setMark(basket.isEmpty() ? Icon::Home : Icon::Back);
    m_back->setVisible(back);
    m_retry->setText(shown.retry);
    m_retry->setVisible(!shown.retry.isEmpty());
    footer()->setVisible(back || !shown.retry.isEmpty());
    refreshCountdown();
    fit();
}

void TroublePage::refreshCountdown()
{
    using namespace std::chrono;
    const OrderSession& session = m_parts.session;
    const bool counts = content().counts;
    const milliseconds left = session.untilRetry();
    const bool trying = counts && left.count() == 0;
    const auto whole = duration_cast<seconds>(left + milliseconds{999});
    m_countdown->setVisible(counts && !trying);
    m_trying->setVisible(trying);
    m_myOrder->setEnabled(session.canOpenMyOrder());
    if (counts && !trying)
        m_countdown->setRemaining(
            left, session.retryWait(),
            tr("%1 뒤에 자동으로 다시 해 볼게요.").arg(ui::texts::length(whole)));
    m_trying->setWords(tr("다시 해 보고 있어요."));
}

void TroublePage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    m_clock->start();
}

void TroublePage::hideEvent(QHideEvent* event)
{
    Page::hideEvent(event);
    m_clock->stop();
}

} // namespace coffee::kiosk
