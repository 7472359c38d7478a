// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/pages/page.h"
#include "kiosk/pages/page_parts.h"

namespace coffee::ui {
class Button;
class Card;
class Label;
} // namespace coffee::ui

namespace coffee::kiosk {

class HeroPicture;
class ServiceTile;

/// Nobody is here: the shop's name, 매장 / 포장 as two large tiles, and *My order*. While the shop
/// takes no orders, its own words stand in the tiles' place.
class AttractPage final : public Page {
    Q_OBJECT

public:
    explicit AttractPage(PageParts parts, QWidget* parent = nullptr);

    void refresh() override;
    void setWide(bool wide) override;

private:
    void refreshPause();

    PageParts m_parts;
    QBoxLayout* m_halves;
    HeroPicture* m_hero;
    ui::Label* m_shop;
    ui::Label* m_question;
    ServiceTile* m_here;
    ServiceTile* m_takeAway;
    QWidget* m_tiles;
    ui::Card* m_paused;
    ui::Label* m_pausedTitle;
    ui::Label* m_pausedText;
    ui::Label* m_wait;
    ui::Button* m_myOrder;
};

} // namespace coffee::kiosk
