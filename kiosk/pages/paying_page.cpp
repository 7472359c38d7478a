// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/pages/paying_page.h"

#include "kiosk/pages/terminal_picture.h"
#include "shared/widgets/button.h"
#include "shared/widgets/label.h"
#include "shared/widgets/progress.h"
#include "shared/widgets/texts.h"
#include "shared/widgets/theme.h"

namespace coffee::kiosk {
namespace {

constexpr double kLargeText = 1.3;
/// Of a landscape screen, against the picture's one.
constexpr int kWordsShareLargeText = 3;

} // namespace

using ui::Button;
using ui::ButtonKind;
using ui::Icon;
using ui::Label;
using ui::Space;
using ui::TextRole;

PayingPage::PayingPage(PageParts parts, QWidget* parent)
    : Page{parent},
      m_parts{parts},
      m_halves{new QBoxLayout{QBoxLayout::TopToBottom}},
      m_words{new QVBoxLayout},
      m_paid{new QWidget},
      m_amountWords{new Label{TextRole::Body}},
      m_amount{new Label{TextRole::Title}},
      m_picture{new TerminalPicture},
      m_title{new Label{TextRole::Title}},
      m_explanation{new Label{TextRole::Body}},
      m_busy{new ui::BusyBar},
      m_reference{new Label{TextRole::Body}},
      m_kept{new Label{TextRole::Body}},
      m_cancel{new Button{QString{}, ButtonKind::Outline}}
{
    const ui::Theme& theme = ui::themeOf(*this);
    m_amountWords->setInk(ui::Ink::Second);
    m_reference->setInk(ui::Ink::Second);
    m_kept->setInk(ui::Ink::Second);
    m_kept->setObjectName(QStringLiteral("keptLabel"));
    m_amount->setInk(ui::Ink::Accent);
    m_amount->setObjectName(QStringLiteral("amountLabel"));
    m_title->setObjectName(QStringLiteral("paymentPhaseLabel"));
    for (Label* centred : {m_amountWords, m_amount, m_title, m_explanation, m_reference, m_kept})
        centred->setAlignment(Qt::AlignCenter);

    auto* amount = new QVBoxLayout{m_paid};
    amount->setContentsMargins(0, 0, 0, theme.px(Space::Large));
    amount->setSpacing(theme.px(Space::Medium));
    amount->addWidget(m_amountWords);
    amount->addWidget(m_amount);
    m_words->setSpacing(theme.px(Space::Medium));
    m_words->addStretch(1);
    m_words->addWidget(m_paid);
    m_words->addWidget(m_title);
    m_words->addWidget(m_explanation);
    m_words->addWidget(m_busy);
    m_words->addWidget(m_reference);
    m_words->addStretch(1);
    m_words->addWidget(m_kept); // right above the button that it is about
    m_halves->setSpacing(theme.px(Space::Large));
    m_halves->addWidget(m_picture, 1);
    m_halves->addLayout(m_words, 1);
    body()->addLayout(m_halves, 1);

    m_explanation->setObjectName(QStringLiteral("paymentExplanation"));
    m_cancel->setObjectName(QStringLiteral("cancelPaymentButton"));
    m_cancel->setMark(Icon::Close);
    footer()->addMain(m_cancel);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_parts.session.cancelPayment(); });
}

void PayingPage::setWide(bool wide)
{
    Page::setWide(wide);
    m_halves->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

QString PayingPage::title() const
{
    switch (m_parts.session.phase()) {
    case Phase::GivingUp:
        return tr("결제를 그만두고 있어요.");
    case Phase::Settling:
        return tr("지난 결제를 확인하고 있어요.");
    case Phase::Checking:
        return ui::texts::phase(PaymentPhase::Checking);
    case Phase::Paying:
    case Phase::Closed:
    case Phase::Attract:
    case Phase::Menu:
    case Phase::Options:
    case Phase::Review:
    case Phase::Opening:
    case Phase::Busy:
    case Phase::Paused:
    case Phase::Unreachable:
    case Phase::NotPaid:
    case Phase::Number:
    case Phase::MyOrder:
    case Phase::Parked:
        return ui::texts::phase(m_parts.session.paymentPhase());
    }
    return {};
}

QString PayingPage::explanation() const
{
    const Phase phase = m_parts.session.phase();
    if (phase == Phase::GivingUp)
        return tr("결제된 금액이 있으면 자동으로 되돌려 드려요. 담은 메뉴는 그대로 있어요.");
    if (phase == Phase::Settling)
        return tr("이 주문기가 꺼지기 전에 하던 결제예요. 확인되면 바로 알려 드릴게요. 두 번 "
                  "결제되지 않아요.");
    if (phase == Phase::Checking)
        return plainly(
            tr("카드를 다시 대지 말고 잠시만 기다려 주세요. 결제되었으면 주문 번호가 나오고, "
               "아니면 되지 않았다고 알려 드려요. 두 번 결제되지 않아요."),
            tr("카드를 다시 대지 마세요. 두 번 결제되지 않아요."));
    switch (m_parts.session.paymentPhase()) {
    case PaymentPhase::WaitingCard: {
        QStringList words{tr("단말기는 화면 아래에 있어요.")};
        if (m_parts.front.takesPhones && !isEasy())
            words.append(tr("휴대전화로도 결제할 수 있어요."));
        if (m_parts.front.takesCashAtCounter)
            words.append(tr("현금은 직원에게 말씀해 주세요."));
        return words.join(QLatin1Char(' '));
    }
    case PaymentPhase::RemoveCard:
        return plainly(tr("카드를 두고 가지 않도록 꼭 챙겨 주세요."), tr("카드를 꼭 챙기세요."));
    case PaymentPhase::Sending:
    case PaymentPhase::Reading:
    case PaymentPhase::Authorising:
    case PaymentPhase::Checking:
        return tr("잠시만 기다려 주세요.");
    }
    return {};
}

void PayingPage::refresh()
{
    const OrderSession& session = m_parts.session;
    const Phase phase = session.phase();
    const bool paying = phase == Phase::Paying;
    m_picture->setPhase(paying ? session.paymentPhase() : PaymentPhase::Checking);
    m_amountWords->setText(tr("결제 금액"));
    m_amount->setText(ui::texts::money(session.amount()));
    m_title->setText(title());
    m_explanation->setText(explanation());
    m_busy->setWords(QString{});
    m_busy->setVisible(!paying || session.paymentPhase() != PaymentPhase::WaitingCard);

    const bool unclear = phase == Phase::Checking && session.canCancelPayment();
    m_reference->setText(
        plainly(tr("오래 걸리면 직원을 불러 이 번호를 보여 주세요: %1"),
                tr("직원에게 보일 번호: %1"))
            .arg(QString::fromStdString(session.paidKey().value).right(6).toUpper()));
    m_reference->setVisible(unclear);

    m_kept->setText(tr("그만두어도 담은 메뉴는 그대로 있어요."));
    m_kept->setVisible(session.canCancelPayment());
    footer()->setVisible(session.canCancelPayment());
    m_cancel->setText(unclear ? tr("기다리지 않고 주문 그만두기") : tr("결제 그만두기"));
    fit();
}

void PayingPage::fit()
{
    // What to do now is seen without scrolling; the picture takes what is left over, and where the
    // page is very low for its text the amount goes before the words do.
    const int gap = m_halves->spacing();
    const bool large = ui::themeOf(*this).metrics().textFactor() > kLargeText;
    m_halves->setStretch(1, isWide() && large ? kWordsShareLargeText : 1);
    const int share = isWide() ? (bodyWidth() - gap) * m_halves->stretch(1) /
                                     (m_halves->stretch(0) + m_halves->stretch(1))
                               : bodyWidth();
    const int least = m_picture->minimumSizeHint().height();
    const std::vector<QWidget*> owned{m_paid};
    const auto heightWith = [&](const QWidget* last, bool amount) {
        std::vector<QWidget*> without;
        if (!amount)
            without.push_back(m_paid);
        return heightOf(*m_words, share, last, {owned, without});
    };
    const int all = heightWith(nullptr, true);
    // While nobody knows how it ended: that the card is not to be used again.
    const QWidget* told = m_parts.session.phase() == Phase::Paying ? m_title : m_explanation;
    const bool amount = heightWith(told, true) <= roomFor(all);
    const int left = roomFor(all) - heightWith(nullptr, true) - gap;
    m_paid->setVisible(amount);
    m_picture->setVisible(isWide() || left >= least);
    m_picture->setHeightMost(isWide() ? roomFor(0) : left);
}

} // namespace coffee::kiosk
