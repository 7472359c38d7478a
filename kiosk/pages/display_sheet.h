// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/pages/screen_modes.h"
#include "shared/widgets/sheet.h"

namespace coffee::ui {
class ChoiceGroup;
}

namespace coffee::kiosk {

/// Text size (기본, 크게, 아주 크게), voice guidance, high contrast and low screen. The page behind
/// changes at once.
class DisplaySheet final : public ui::Sheet {
    Q_OBJECT

public:
    explicit DisplaySheet(QWidget* host);
    void setModes(const ScreenModes& modes);

Q_SIGNALS:
    void modesChosen(const coffee::kiosk::ScreenModes& modes);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    ScreenModes m_modes;
    ui::ChoiceGroup* m_sizes;
    ui::ChoiceGroup* m_views;
    ui::Button* m_done;
};

} // namespace coffee::kiosk
