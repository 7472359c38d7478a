// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/demo/shop_processes.h"

#include <QNetworkAccessManager>
#include <QWidget>

#include <functional>

namespace coffee::ui {
class Button;
class ChoiceChip;
class Label;
} // namespace coffee::ui

namespace coffee::demo {

/// How the simulated card terminal behaves while a drill runs.
enum class TerminalMood { Normal, Slow, Silent, Dead };

/// Breaks the demo shop on purpose, one part at a time, so that an owner sees what the customers
/// and the bar would see, and that nothing is lost. Every drill says how to end it.
class DrillPanel final : public QWidget {
    Q_OBJECT

public:
    /// `loseEvents` gets the share of event frames to lose, in percent.
    DrillPanel(ShopProcesses& processes, QUrl terminal, std::function<void(int)> loseEvents,
               QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void translate();
    void showState();
    void setMood(TerminalMood mood);
    ui::Button* addDrill(const char* name, std::function<void()> act);

    ShopProcesses& m_processes;
    QUrl m_terminal;
    std::function<void(int)> m_loseEvents;
    QNetworkAccessManager m_network;
    TerminalMood m_mood{TerminalMood::Normal};
    bool m_losing{false};
    ui::Label* m_title;
    ui::Label* m_advice;
    ui::Label* m_state;
    ui::Button* m_bar;
    ui::Button* m_daemon;
    ui::Button* m_slow;
    ui::Button* m_silent;
    ui::Button* m_dead;
    ui::Button* m_lose;
    ui::Button* m_heal;
};

} // namespace coffee::demo
