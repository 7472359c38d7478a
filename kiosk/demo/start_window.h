// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/demo/shop_processes.h"

#include <QWidget>

#include <map>

namespace coffee::ui {
class Button;
class Label;
} // namespace coffee::ui

namespace coffee::demo {

class DrillPanel;

/// The first window that a newcomer sees: one press opens the whole shop, others open one screen
/// each, and the drill panel below breaks the shop on purpose. Closing it closes the shop.
class StartWindow final : public QWidget {
    Q_OBJECT

public:
    /// `processes` and `drill` outlive the window.
    StartWindow(ShopProcesses& processes, DrillPanel* drill, QWidget* parent = nullptr);

    /// What 체험하기 does: every program that is not running yet.
    void openAll();

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void translate();
    void showState(Program program);
    void toggle(Program program);
    ui::Button* addProgram(Program program);

    ShopProcesses& m_processes;
    ui::Label* m_title;
    ui::Label* m_advice;
    ui::Label* m_pin;
    ui::Button* m_all;
    std::map<Program, ui::Button*> m_buttons;
};

} // namespace coffee::demo
