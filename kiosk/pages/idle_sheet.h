// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/session/idle_guard.h"
#include "shared/widgets/sheet.h"

class QTimer;

namespace coffee::ui {
class CountdownBar;
} // namespace coffee::ui

namespace coffee::kiosk {

/// "Are you still there?", with the time that is left and a large button to go on. Any touch goes
/// on as well.
class IdleSheet final : public ui::Sheet {
    Q_OBJECT

public:
    IdleSheet(IdleGuard& guard, QWidget* host);
    void refresh();

Q_SIGNALS:
    void leaveClicked();

protected:
    void changeEvent(QEvent* event) override;

private:
    void follow(bool warning);

    IdleGuard& m_guard;
    QTimer* m_clock;
    ui::CountdownBar* m_left;
    ui::Button* m_leave;
    ui::Button* m_stay;
};

} // namespace coffee::kiosk
