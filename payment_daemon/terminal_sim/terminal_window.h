// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include <string>

class QBoxLayout;
class QStackedWidget;

namespace coffee::ui {
class Banner;
class BusyBar;
class Button;
class Card;
class CountdownBar;
class EmptyState;
class IconMark;
class Label;
} // namespace coffee::ui

namespace coffee::terminal {

class TerminalScreen;

/// The small window of the simulated card terminal: who pays how much, and three buttons for what
/// a customer can do. Follows a TerminalScreen, which must outlive it. GUI thread.
///
/// Keys: Enter presents the card, D lets the bank decline, Escape walks away.
class TerminalWindow final : public QWidget {
    Q_OBJECT

public:
    explicit TerminalWindow(TerminalScreen& screen, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeIdlePage();
    QWidget* makePayingPage();
    QWidget* makeEndedPage();
    QWidget* makeActs();
    void setWords();
    void follow();
    void showCharge();
    void showEnded();
    void showOthers();
    void showMode();
    void showCountdown();

    TerminalScreen& m_screen;
    ui::Banner* m_mode;
    ui::Label* m_title;
    QStackedWidget* m_pages;
    ui::EmptyState* m_idle;
    ui::Label* m_who;
    ui::Label* m_amount;
    ui::IconMark* m_phaseMark;
    ui::Label* m_phase;
    ui::BusyBar* m_busy;
    ui::CountdownBar* m_countdown;
    ui::IconMark* m_endMark;
    ui::Label* m_end;
    ui::Label* m_endAmount;
    ui::Label* m_endDetail;
    QWidget* m_acts;
    ui::Button* m_tap;
    ui::Button* m_decline;
    ui::Button* m_walkAway;
    ui::Label* m_keys;
    ui::Label* m_othersTitle;
    QWidget* m_others;
    QBoxLayout* m_othersRows;
    QTimer m_tick;
};

} // namespace coffee::terminal
