// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/terminal_sim/terminal_window.h"

#include "payment_daemon/terminal_sim/terminal_screen.h"
#include "shared/widgets/banner.h"
#include "shared/widgets/button.h"
#include "shared/widgets/card.h"
#include "shared/widgets/label.h"
#include "shared/widgets/progress.h"
#include "shared/widgets/texts.h"
#include "shared/widgets/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QShortcut>
#include <QStackedWidget>

namespace coffee::terminal {

namespace {

using ui::Icon;
using ui::Ink;
using ui::Space;
using ui::TextRole;
using ui::themeOf;

/// More than this many who wait are counted, not listed.
constexpr std::size_t kOthersShown = 2;

QString qt(const std::string& text)
{
    return QString::fromStdString(text);
}

ui::Label* centred(TextRole role, const QString& name, QWidget* parent)
{
    auto* label = new ui::Label{role, parent};
    label->setAlignment(Qt::AlignCenter);
    label->setObjectName(name);
    return label;
}

} // namespace

TerminalWindow::TerminalWindow(TerminalScreen& screen, QWidget* parent)
    : QWidget{parent},
      m_screen{screen},
      m_mode{new ui::Banner{this}},
      m_title{centred(TextRole::BodyBold, QStringLiteral("terminalTitle"), this)},
      m_pages{new QStackedWidget{this}}
{
    setObjectName(QStringLiteral("terminalWindow"));
    auto* column = new QVBoxLayout{this};
    column->setSpacing(0);
    column->addWidget(new ui::DemoRibbon{this});
    auto* inner = new QVBoxLayout;
    const int side = themeOf(*this).px(Space::Medium);
    inner->setContentsMargins(side, side, side, side);
    inner->setSpacing(themeOf(*this).px(Space::Small));
    column->addLayout(inner, 1);

    inner->addWidget(m_title);
    inner->addWidget(m_mode);
    m_mode->setObjectName(QStringLiteral("modeBanner"));
    auto* glass = new ui::Card{this};
    glass->setObjectName(QStringLiteral("terminalGlass"));
    glass->body()->addWidget(m_pages);
    inner->addWidget(glass, 1);
    m_pages->addWidget(makeIdlePage());
    m_pages->addWidget(makePayingPage());
    m_pages->addWidget(makeEndedPage());
    inner->addWidget(m_acts = makeActs());

    m_tick.setInterval(ui::duration::kCountdownStep);
    connect(&m_tick, &QTimer::timeout, this, &TerminalWindow::showCountdown);
    connect(&m_screen, &TerminalScreen::changed, this, &TerminalWindow::follow);
    setWords();
}

QWidget* TerminalWindow::makeIdlePage()
{
    m_idle = new ui::EmptyState{Icon::Terminal, QString{}, QString{}, this};
    m_idle->setObjectName(QStringLiteral("idlePage"));
    return m_idle;
}

QWidget* TerminalWindow::makePayingPage()
{
    auto* page = new QWidget{this};
    page->setObjectName(QStringLiteral("payingPage"));
    auto* column = new QVBoxLayout{page};
    m_who = centred(TextRole::Body, QStringLiteral("payingTerminal"), page);
    m_who->setInk(Ink::Second);
    m_amount = centred(TextRole::Number, QStringLiteral("payingAmount"), page);
    m_phaseMark = new ui::IconMark{Icon::Card, TextRole::Number, page};
    m_phase = centred(TextRole::Heading, QStringLiteral("payingPhase"), page);
    m_busy = new ui::BusyBar{page};
    m_countdown = new ui::CountdownBar{page};
    m_othersTitle = centred(TextRole::BodyBold, QStringLiteral("othersTitle"), page);
    m_others = new QWidget{page};
    m_othersRows = new QVBoxLayout{m_others};
    m_othersRows->setSpacing(themeOf(*this).px(ui::mm::kTargetGap));
    column->addStretch(2);
    column->addWidget(m_who);
    column->addWidget(m_amount);
    column->addStretch(1);
    column->addWidget(m_phaseMark, 0, Qt::AlignHCenter);
    column->addWidget(m_phase);
    column->addWidget(m_busy);
    column->addWidget(m_countdown);
    column->addStretch(2);
    column->addWidget(m_othersTitle);
    column->addWidget(m_others);
    return page;
}

QWidget* TerminalWindow::makeEndedPage()
{
    auto* page = new QWidget{this};
    page->setObjectName(QStringLiteral("endedPage"));
    auto* column = new QVBoxLayout{page};
    m_endMark = new ui::IconMark{Icon::Check, TextRole::Number, page};
    m_end = centred(TextRole::Title, QStringLiteral("endWords"), page);
    m_endAmount = centred(TextRole::Heading, QStringLiteral("endAmount"), page);
    m_endDetail = centred(TextRole::Body, QStringLiteral("endDetail"), page);
    m_endDetail->setInk(Ink::Second);
    column->addStretch(1);
    column->addWidget(m_endMark, 0, Qt::AlignHCenter);
    column->addWidget(m_end);
    column->addWidget(m_endAmount);
    column->addWidget(m_endDetail);
    column->addStretch(1);
    return page;
}

QWidget* TerminalWindow::makeActs()
{
    auto* acts = new QWidget{this};
    auto* column = new QVBoxLayout{acts};
    column->setSpacing(themeOf(*this).px(ui::mm::kTargetGap));
    const auto make = [&](const char* name, ui::ButtonKind kind, Icon icon) {
        auto* button = new ui::Button{QString{}, kind, acts};
        button->setObjectName(QLatin1String{name});
        button->setMark(icon);
        return button;
    };
    m_tap = make("tapButton", ui::ButtonKind::Filled, Icon::Card);
    m_decline = make("declineButton", ui::ButtonKind::Outline, Icon::Close);
    m_walkAway = make("walkAwayButton", ui::ButtonKind::Outline, Icon::Back);
    m_tap->setMinimumHeight(themeOf(*this).px(ui::mm::kKioskTarget));
    column->addWidget(m_tap);
    auto* row = new QHBoxLayout;
    row->setSpacing(themeOf(*this).px(ui::mm::kTargetGap));
    row->addWidget(m_decline, 1);
    row->addWidget(m_walkAway, 1);
    column->addLayout(row);
    m_keys = centred(TextRole::Body, QStringLiteral("keysHint"), acts);
    m_keys->setInk(Ink::Second);
    column->addWidget(m_keys);

    connect(m_tap, &QPushButton::clicked, this, [this] { m_screen.tap(); });
    connect(m_decline, &QPushButton::clicked, this, [this] { m_screen.decline(); });
    connect(m_walkAway, &QPushButton::clicked, this, [this] { m_screen.walkAway(); });
    const auto onKey = [this](Qt::Key key, ui::Button* button) {
        auto* shortcut = new QShortcut{QKeySequence{key}, this};
        connect(shortcut, &QShortcut::activated, button, &QPushButton::click);
    };
    onKey(Qt::Key_D, m_decline);
    onKey(Qt::Key_Escape, m_walkAway);
    return acts;
}

void TerminalWindow::setWords()
{
    setWindowTitle(tr("카드 단말기 · 체험용"));
    m_title->setText(tr("카드 단말기"));
    m_idle->setWords(tr("결제를 기다리고 있어요"),
                     tr("주문기에서 결제를 누르면 여기에 금액이 나타나요."));
    m_tap->setText(tr("카드 대고 결제"));
    m_decline->setText(tr("승인 거절"));
    m_walkAway->setText(tr("그냥 가기"));
    follow();
}

void TerminalWindow::follow()
{
    const auto charge = m_screen.charge();
    if (m_screen.ended())
        showEnded();
    else if (charge)
        showCharge();
    else
        m_pages->setCurrentIndex(0);
    const bool waitsForCard = charge && charge->phase == PaymentPhase::WaitingCard;
    const bool wasOffered = m_tap->isEnabled();
    for (ui::Button* button : {m_tap, m_decline, m_walkAway})
        button->setEnabled(waitsForCard);
    if (waitsForCard && !wasOffered)
        m_tap->setFocus();
    m_keys->setText(waitsForCard ? tr("Enter 카드 대고 결제 · D 승인 거절 · Esc 그냥 가기")
                                 : tr("카드를 기다릴 때 누를 수 있어요."));
    showMode();
    showCountdown();
}

void TerminalWindow::showCharge()
{
    const PendingCharge charge = m_screen.charge().value();
    m_pages->setCurrentIndex(1);
    m_who->setText(tr("주문기 %1").arg(qt(charge.terminal)));
    m_amount->setText(ui::texts::money(charge.amount));
    m_phase->setText(charge.phase == PaymentPhase::WaitingCard ? tr("카드를 대 주세요.")
                                                               : ui::texts::phase(charge.phase));
    m_busy->setVisible(charge.phase != PaymentPhase::WaitingCard);
    setAccessibleDescription(m_who->text() + QStringLiteral(", ") + m_amount->text() +
                             QStringLiteral(", ") + m_phase->text());
    showOthers();
}

void TerminalWindow::showOthers()
{
    const auto others = m_screen.others();
    m_othersTitle->setVisible(!others.empty());
    m_others->setVisible(!others.empty());
    m_othersTitle->setText(tr("기다리는 결제 %n건", nullptr, static_cast<int>(others.size())));
    while (QLayoutItem* item = m_othersRows->takeAt(0)) {
        // The row may be the sender of the click that led here.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (std::size_t i = 0; i < others.size() && i < kOthersShown; ++i) {
        const PendingCharge& one = others[i];
        auto* row = new ui::Button{tr("주문기 %1").arg(qt(one.terminal)), ui::ButtonKind::Outline,
                                   m_others};
        row->setObjectName(QStringLiteral("otherCharge-") + qt(one.terminal));
        row->setTextRole(TextRole::Body);
        row->setDetail(ui::texts::money(one.amount));
        connect(row, &QPushButton::clicked, this, [this, key = one.key] { m_screen.choose(key); });
        m_othersRows->addWidget(row);
    }
}

void TerminalWindow::showEnded()
{
    const EndedCharge& ended = *m_screen.ended();
    m_pages->setCurrentIndex(2);
    m_endAmount->setText(ui::texts::money(ended.amount));
    m_endDetail->clear();
    const auto look = [this](Icon icon, Ink ink, const QString& words) {
        m_endMark->setMark(icon, ink);
        m_end->setInk(ink);
        m_end->setText(words);
    };
    if (ended.isSilent) {
        look(Icon::Unlink, Ink::Warning, tr("대답하지 않았어요"));
        m_endDetail->setText(tr("일부러 결과를 알리지 않았어요. 매장이 스스로 확인해야 해요."));
    } else if (ended.state == ChargeState::Approved) {
        look(Icon::Done, Ink::Accent, tr("승인되었어요"));
        m_endDetail->setText(tr("승인 번호 %1").arg(qt(ended.approval)));
    } else if (ended.state == ChargeState::Declined) {
        look(Icon::Error, Ink::Error, tr("승인이 거절되었어요"));
        m_endDetail->setText(tr("돈은 빠져나가지 않았어요."));
    } else {
        look(Icon::Back, Ink::Second, tr("결제가 취소되었어요"));
        m_endDetail->setText(tr("돈은 빠져나가지 않았어요."));
    }
    setAccessibleDescription(m_end->text() + QStringLiteral(", ") + m_endAmount->text());
}

void TerminalWindow::showMode()
{
    switch (m_screen.mode()) {
    case TerminalMode::Normal:
        return m_mode->setMessage(ui::Banner::Kind::Warning, QString{});
    case TerminalMode::Slow:
        return m_mode->setMessage(ui::Banner::Kind::Warning, Icon::Clock,
                                  tr("고장 연습 중: 승인이 느려요."));
    case TerminalMode::Silent:
        return m_mode->setMessage(ui::Banner::Kind::Warning, Icon::VolumeOff,
                                  tr("고장 연습 중: 결과를 알리지 않아요."));
    case TerminalMode::Dead:
        return m_mode->setMessage(ui::Banner::Kind::Error, Icon::Power,
                                  tr("고장 연습 중: 아무 대답도 하지 않아요."));
    }
}

void TerminalWindow::showCountdown()
{
    const auto left = m_screen.untilAutoApprove();
    m_countdown->setVisible(left.has_value());
    if (!left) {
        m_tick.stop();
        return;
    }
    if (!m_tick.isActive())
        m_tick.start();
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(*left).count();
    m_countdown->setRemaining(
        *left, m_screen.autoApprove(),
        tr("%n초 뒤 저절로 카드를 대요.", nullptr, static_cast<int>(seconds)));
}

void TerminalWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        setWords();
    QWidget::changeEvent(event);
}

} // namespace coffee::terminal
