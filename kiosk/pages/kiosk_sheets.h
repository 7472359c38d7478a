// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/session/idle_guard.h"
#include "shared/widgets/metrics.h"
#include "shared/widgets/sheet.h"

class QTimer;

namespace coffee::ui {
class ChoiceGroup;
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

/// 기본, 크게, 아주 크게. The page behind changes at once.
class TextSizeSheet final : public ui::Sheet {
    Q_OBJECT

public:
    explicit TextSizeSheet(QWidget* host);
    void setScale(ui::TextScale scale);

Q_SIGNALS:
    void scaleChosen(coffee::ui::TextScale scale);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    ui::TextScale m_scale{ui::TextScale::Percent100};
    ui::ChoiceGroup* m_sizes;
    ui::Button* m_done;
};

} // namespace coffee::kiosk
