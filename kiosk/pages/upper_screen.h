// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/model/menu_model.h"

#include <QWidget>

namespace coffee::ui {
class Label;
}

namespace coffee::kiosk {

class HeroPicture;

/// What stands above the band of low-screen mode: whose shop this is, and that everything is below.
/// Nothing here can be pressed.
class UpperScreen final : public QWidget {
    Q_OBJECT

public:
    explicit UpperScreen(const MenuModel& menu, QWidget* parent = nullptr);
    void refresh();
    /// It takes what is left over: what is pressed comes first.
    [[nodiscard]] QSize minimumSizeHint() const override { return {1, 1}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fit();

    const MenuModel& m_menu;
    HeroPicture* m_hero;
    ui::Label* m_shop;
    ui::Label* m_advice;
};

} // namespace coffee::kiosk
