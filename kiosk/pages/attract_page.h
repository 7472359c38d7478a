// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/pages/page.h"
#include "kiosk/pages/page_parts.h"
#include "kiosk/pages/screen_modes.h"

namespace coffee::ui {
class Button;
class Card;
class ChoiceGroup;
class Label;
} // namespace coffee::ui

namespace coffee::kiosk {

class HeroPicture;
class LogoPicture;
class ServiceTile;

/// Nobody is here: the shop's name, 매장 / 포장 as two large tiles, *My order*, and how the screen
/// shall look (기본, 쉬운 화면, 고대비, 낮은 화면). While the shop takes no orders, its own words
/// stand in the tiles' place; outside its opening hours these do.
class AttractPage final : public Page {
    Q_OBJECT

public:
    explicit AttractPage(PageParts parts, QWidget* parent = nullptr);

    void refresh() override;
    void setModes(const ScreenModes& modes);

Q_SIGNALS:
    void modesChosen(const coffee::kiosk::ScreenModes& modes);

protected:
    void fit() override;

private:
    /// What is to be seen without scrolling.
    enum class Sight { Page, Tiles, WordsOfTiles, Least };
    [[nodiscard]] bool placeTiles(int width, Sight sight);
    [[nodiscard]] bool isBeside() const;
    void choose(const QStringList& ids);
    void refreshViews();
    void refreshTaking();

    PageParts m_parts;
    QBoxLayout* m_halves;
    QVBoxLayout* m_welcome;
    QVBoxLayout* m_choice;
    HeroPicture* m_hero;
    LogoPicture* m_logo;
    ui::Label* m_shop;
    ui::Label* m_greeting;
    ui::Label* m_question;
    ServiceTile* m_here;
    ServiceTile* m_takeAway;
    QWidget* m_tiles;
    ui::Card* m_paused;
    ui::Label* m_pausedTitle;
    ui::Label* m_pausedText;
    ui::Label* m_wait;
    ui::Button* m_myOrder;
    ui::ChoiceGroup* m_views;
    ScreenModes m_modes;
};

} // namespace coffee::kiosk
