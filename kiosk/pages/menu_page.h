// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/pages/page.h"
#include "kiosk/pages/page_parts.h"

namespace coffee::ui {
class Button;
class Card;
class CategoryBar;
class EmptyState;
class Label;
class TileGrid;
} // namespace coffee::ui

namespace coffee::kiosk {

class BasketPanel;
class LetterPad;

/// Categories, tiles, and the basket always in sight. 찾기 puts letters in the place of the
/// categories: the tiles are then what they find in the whole menu. An easy screen has few tiles at
/// a time, and a button for the rest.
class MenuPage final : public Page {
    Q_OBJECT

public:
    explicit MenuPage(PageParts parts, QWidget* parent = nullptr);

    void refresh() override;
    void arrive() override;
    void setWide(bool wide) override;
    /// The next customer starts with the first category.
    void reset();

protected:
    void fit() override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildHead();
    void buildHalves();
    void arrange();
    void startSearch();
    void endSearch();
    void refreshSearch();
    void refreshCategories();
    void refreshTiles();

    PageParts m_parts;
    QWidget* m_browse;
    ui::Button* m_search;
    ui::CategoryBar* m_categories;
    ui::Card* m_searchBar;
    ui::Label* m_typed;
    ui::Button* m_endSearch;
    ui::TileGrid* m_grid;
    ui::Button* m_more;
    ui::EmptyState* m_nothing;
    LetterPad* m_letters;
    QWidget* m_letterRow;
    BasketPanel* m_basket;
    QBoxLayout* m_halves;
    bool m_beside{false};
    bool m_showsAll{false}; ///< of this category, on an easy screen
    int m_unitsBefore{0};   ///< in the basket when the search began
};

} // namespace coffee::kiosk
