// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/pages/idle_sheet.h"

#include "shared/widgets/button.h"
#include "shared/widgets/progress.h"
#include "shared/widgets/texts.h"

#include <QBoxLayout>
#include <QEvent>
#include <QTimer>

namespace coffee::kiosk {

using ui::Button;
using ui::ButtonKind;

IdleSheet::IdleSheet(IdleGuard& guard, QWidget* host)
    : ui::Sheet{host},
      m_guard{guard},
      m_clock{new QTimer{this}},
      m_left{new ui::CountdownBar},
      m_leave{new Button{QString{}, ButtonKind::Outline}},
      m_stay{new Button{QString{}, ButtonKind::Filled}}
{
    setObjectName(QStringLiteral("idleSheet"));
    m_leave->setObjectName(QStringLiteral("idleLeaveButton"));
    m_stay->setObjectName(QStringLiteral("idleStayButton"));
    content()->addWidget(m_left);
    addButton(m_leave);
    addButton(m_stay);
    setFirstFocus(m_stay);
    m_clock->setInterval(ui::duration::kCountdownStep);
    connect(m_clock, &QTimer::timeout, this, &IdleSheet::refresh);
    connect(&guard, &IdleGuard::warningChanged, this, &IdleSheet::follow);
    connect(m_leave, &QPushButton::clicked, this, &IdleSheet::leaveClicked);
    connect(m_stay, &QPushButton::clicked, this, [this] { m_guard.touch(); });
    connect(this, &ui::Sheet::dismissed, this, [this] { m_guard.touch(); });
}

void IdleSheet::follow(bool warning)
{
    if (!warning) {
        m_clock->stop();
        closeSheet();
        return;
    }
    refresh();
    openSheet();
    m_clock->start();
}

void IdleSheet::refresh()
{
    using namespace std::chrono;
    setTitle(tr("계속 주문하시겠어요?"));
    const auto left = m_guard.remaining();
    const auto whole = duration_cast<seconds>(left + milliseconds{999});
    m_left->setRemaining(
        left, m_guard.times().warning,
        tr("%1 뒤에 처음 화면으로 돌아가요. 하시던 것은 비워져요.").arg(ui::texts::length(whole)));
    m_leave->setText(tr("처음으로"));
    m_stay->setText(tr("계속하기"));
}

void IdleSheet::changeEvent(QEvent* event)
{
    ui::Sheet::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace coffee::kiosk
