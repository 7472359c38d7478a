// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/pages/page.h"
#include "kiosk/pages/page_parts.h"

namespace coffee::ui {
class CategoryBar;
class TileGrid;
} // namespace coffee::ui

namespace coffee::kiosk {

class BasketPanel;

/// Categories, tiles, and the basket always in sight.
class MenuPage final : public Page {
    Q_OBJECT

public:
    explicit MenuPage(PageParts parts, QWidget* parent = nullptr);

    void refresh() override;
    void arrive() override;
    void setWide(bool wide) override;
    /// The next customer starts with the first category.
    void reset();

private:
    void arrange();
    void refreshCategories();
    void refreshTiles();

    PageParts m_parts;
    ui::CategoryBar* m_categories;
    ui::TileGrid* m_grid;
    BasketPanel* m_basket;
    QBoxLayout* m_halves;
    bool m_beside{false};
};

} // namespace coffee::kiosk
