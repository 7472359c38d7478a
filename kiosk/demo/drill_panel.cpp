// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/demo/drill_panel.h"

#include "shared/widgets/button.h"
#include "shared/widgets/card.h"
#include "shared/widgets/column_layout.h"
#include "shared/widgets/label.h"

#include <QBoxLayout>
#include <QEvent>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QVBoxLayout>

namespace coffee::demo {
namespace {

using ui::Button;
using ui::ButtonKind;
using ui::Label;
using ui::TextRole;

/// Enough to see every screen fetch what it missed, and still follow what happens.
constexpr int kLostPercent = 30;
/// The least width of a drill's button: two stand side by side.
constexpr double kButtonMm = 75.0;

QString modeWord(TerminalMood mood)
{
    switch (mood) {
    case TerminalMood::Normal:
        return QStringLiteral("normal");
    case TerminalMood::Slow:
        return QStringLiteral("slow");
    case TerminalMood::Silent:
        return QStringLiteral("silent");
    case TerminalMood::Dead:
        return QStringLiteral("dead");
    }
    return {};
}

} // namespace

DrillPanel::DrillPanel(ShopProcesses& processes, QUrl terminal, std::function<void(int)> loseEvents,
                       QWidget* parent)
    : QWidget{parent},
      m_processes{processes},
      m_terminal{std::move(terminal)},
      m_loseEvents{std::move(loseEvents)},
      m_title{new Label{TextRole::Heading}},
      m_advice{new Label{TextRole::Body}},
      m_state{new Label{TextRole::BodyBold}}
{
    setObjectName(QStringLiteral("drillPanel"));
    m_advice->setInk(ui::Ink::Second);
    auto* card = new ui::Card{this};
    card->setLook(ui::Card::Look::Sunken);
    auto* whole = new QVBoxLayout{this};
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(card);
    card->body()->addWidget(m_title);
    card->body()->addWidget(m_advice);
    card->body()->addWidget(m_state);

    m_bar = addDrill("drillBarButton", [this] {
        if (m_processes.isRunning(Program::Station))
            m_processes.stop(Program::Station);
        else
            m_processes.start(Program::Station);
    });
    m_daemon = addDrill("drillDaemonButton", [this] {
        if (m_processes.isRunning(Program::Daemon))
            m_processes.kill(Program::Daemon);
        else
            m_processes.start(Program::Daemon);
    });
    m_slow = addDrill("drillSlowButton", [this] { setMood(TerminalMood::Slow); });
    m_silent = addDrill("drillSilentButton", [this] { setMood(TerminalMood::Silent); });
    m_dead = addDrill("drillDeadButton", [this] { setMood(TerminalMood::Dead); });
    m_lose = addDrill("drillLoseButton", [this] {
        m_losing = !m_losing;
        m_loseEvents(m_losing ? kLostPercent : 0);
        showState();
    });
    m_heal = addDrill("drillHealButton", [this] {
        m_losing = false;
        m_loseEvents(0);
        setMood(TerminalMood::Normal);
        for (const Program program : {Program::Terminal, Program::Daemon, Program::Station})
            m_processes.start(program);
    });
    auto* drills = new QWidget;
    auto* places = new ui::ColumnLayout{drills};
    places->setColumnLeast(ui::themeOf(*this).px(kButtonMm));
    for (Button* button : {m_bar, m_daemon, m_slow, m_silent, m_dead, m_lose})
        places->addWidget(button);
    card->body()->addWidget(drills);
    card->body()->addWidget(m_heal);
    connect(&m_processes, &ShopProcesses::changed, this, &DrillPanel::showState);
    translate();
}

ui::Button* DrillPanel::addDrill(const char* name, std::function<void()> act)
{
    auto* button = new Button{{}, ButtonKind::Outline};
    button->setTextRole(TextRole::BodyBold);
    button->setObjectName(QLatin1String(name));
    connect(button, &Button::clicked, this, std::move(act));
    return button;
}

void DrillPanel::setMood(TerminalMood mood)
{
    QNetworkRequest request{m_terminal.resolved(QUrl{QStringLiteral("/v1/script")})};
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    const QJsonObject script{{QStringLiteral("mode"), modeWord(mood)}};
    QNetworkReply* reply =
        m_network.post(request, QJsonDocument{script}.toJson(QJsonDocument::Compact));
    connect(reply, &QNetworkReply::finished, this, [this, reply, mood] {
        reply->deleteLater();
        if (reply->error() == QNetworkReply::NoError)
            m_mood = mood;
        showState();
    });
}

void DrillPanel::translate()
{
    m_title->setText(tr("일부러 고장 내 보기"));
    m_advice->setText(tr("무엇이 꺼져도 주문과 돈은 사라지지 않아요. 눌러 보고, 끝나면 ‘모두 "
                         "되돌리기’를 누르세요."));
    m_slow->setText(tr("결제 느리게"));
    m_silent->setText(tr("결제 응답 없음"));
    m_dead->setText(tr("카드 단말기 먹통"));
    m_heal->setText(tr("모두 되돌리기"));
    showState();
}

void DrillPanel::showState()
{
    const bool barRuns = m_processes.isRunning(Program::Station);
    const bool daemonRuns = m_processes.isRunning(Program::Daemon);
    m_bar->setText(barRuns ? tr("바리스타 화면 끄기") : tr("바리스타 화면 다시 켜기"));
    m_daemon->setText(daemonRuns ? tr("결제 서버 강제 종료") : tr("결제 서버 다시 켜기"));
    m_lose->setText(m_losing ? tr("소식 전달 되살리기") : tr("소식 10건 중 3건 잃기"));

    QStringList drills;
    if (!daemonRuns)
        drills << tr("결제 서버가 꺼져 있어요.");
    if (!barRuns)
        drills << tr("바리스타 화면이 꺼져 있어요.");
    switch (m_mood) {
    case TerminalMood::Normal:
        break;
    case TerminalMood::Slow:
        drills << tr("결제가 느려요.");
        break;
    case TerminalMood::Silent:
        drills << tr("결제가 대답하지 않아요.");
        break;
    case TerminalMood::Dead:
        drills << tr("카드 단말기가 먹통이에요.");
        break;
    }
    if (m_losing)
        drills << tr("화면으로 가는 소식 일부가 사라져요.");
    m_state->setText(drills.isEmpty() ? tr("지금은 모두 정상이에요.")
                                      : drills.join(QLatin1Char('\n')));
}

void DrillPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        translate();
    QWidget::changeEvent(event);
}

} // namespace coffee::demo
