// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/pages/told_bar.h"

#include "shared/widgets/banner.h"
#include "shared/widgets/progress.h"
#include "shared/widgets/texts.h"
#include "shared/widgets/theme.h"

#include <QVBoxLayout>

#include <chrono>

namespace coffee::kiosk {
namespace {

/// A connection that is there within this says nothing of itself: what comes and goes at once only
/// makes the page jump.
constexpr std::chrono::milliseconds kConnectsQuietly{500};

/// Which of the four steps; none while there is no order on its way.
int stepOf(Phase phase)
{
    if (phase == Phase::Menu)
        return 0;
    if (phase == Phase::Options)
        return 1;
    if (phase == Phase::Review || phase == Phase::Opening)
        return 2;
    if (phase == Phase::Paying || phase == Phase::Checking || phase == Phase::GivingUp)
        return 3;
    return -1;
}

/// These pages say it themselves.
bool saysItself(Phase phase)
{
    return phase == Phase::Unreachable || phase == Phase::Closed || phase == Phase::MyOrder ||
           isPaymentRunning(phase);
}

} // namespace

ToldBar::ToldBar(QWidget* parent)
    : QWidget{parent}, m_steps{new ui::StepBar{this}}, m_connection{new ui::Banner{this}}
{
    m_connection->setObjectName(QStringLiteral("connectionBanner"));
    const ui::Theme& theme = ui::themeOf(*this);
    const int side = theme.px(ui::Space::Medium);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(side, 0, side, 0);
    column->setSpacing(theme.px(ui::Space::Tight));
    column->addWidget(m_steps);
    column->addWidget(m_connection);
}

void ToldBar::refresh(Phase phase, const client::Freshness& fresh, bool inShort, bool isLow)
{
    refreshConnection(phase, fresh, inShort);
    const int step = stepOf(phase);
    const bool isCrowded = inShort && isLow && !m_connection->message().isEmpty();
    m_steps->setVisible(step >= 0 && !isCrowded);
    if (step >= 0)
        m_steps->setSteps({tr("메뉴 고르기"), tr("옵션 고르기"), tr("주문 확인"), tr("결제")},
                          step);
}

void ToldBar::refreshConnection(Phase phase, const client::Freshness& fresh, bool inShort)
{
    using namespace std::chrono;
    // The feed speaks up every second while it looks for the shop.
    if (fresh.state != client::FeedState::Connecting)
        m_connecting.invalidate();
    else if (!m_connecting.isValid())
        m_connecting.start();
    QString words;
    if (!saysItself(phase) && fresh.state == client::FeedState::Stale)
        words = fresh.age && !inShort
                    ? tr("가게와 연결이 끊겼어요. 마지막으로 들은 것은 %1이에요. 주문은 "
                         "연결된 뒤에 할 수 있어요.")
                          .arg(ui::texts::ago(duration_cast<seconds>(*fresh.age)))
                    : tr("가게와 연결이 끊겼어요. 주문은 연결된 뒤에 할 수 있어요.");
    else if (!saysItself(phase) && fresh.state == client::FeedState::Connecting &&
             m_connecting.hasExpired(kConnectsQuietly.count()))
        words = tr("가게와 연결하고 있어요. 메뉴는 먼저 고르실 수 있어요.");
    m_connection->setMessage(ui::Banner::Kind::Warning, ui::Icon::Unlink, words);
}

} // namespace coffee::kiosk
