// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/pages/menu_page.h"

#include "kiosk/pages/basket_panel.h"
#include "shared/widgets/category_bar.h"
#include "shared/widgets/item_tile.h"
#include "shared/widgets/texts.h"
#include "shared/widgets/theme.h"
#include "shared/widgets/touch_scroll_area.h"

#include <algorithm>

namespace coffee::kiosk {
namespace {

/// The width of the basket beside the menu on a landscape screen.
constexpr double kBesideMm = 170.0;
/// With larger text the rows of a basket need more width than there is beside the menu.
constexpr double kBesideTextMost = 1.3;

/// Whether the item can be had so: the menus name the choices of their temperature group.
bool canBe(const Menu& menu, const MenuItem& item, std::string_view temperature)
{
    return std::any_of(item.optionGroups.begin(), item.optionGroups.end(),
                       [&](const std::string& id) {
                           const OptionGroup* group = menu.group(id);
                           return group && findChoice(*group, temperature);
                       });
}

} // namespace

MenuPage::MenuPage(PageParts parts, QWidget* parent)
    : Page{parent},
      m_parts{parts},
      m_categories{new ui::CategoryBar{this}},
      m_grid{new ui::TileGrid},
      m_basket{new BasketPanel{parts.basket, this}}
{
    m_categories->setObjectName(QStringLiteral("categoryBar"));
    m_grid->setObjectName(QStringLiteral("itemGrid"));
    head()->addWidget(m_categories);
    body()->addWidget(m_grid);
    body()->addStretch(1);
    footer()->hide();

    // Head and tiles on one side, the basket below or beside them.
    auto* menu = new QVBoxLayout;
    menu->setSpacing(0);
    m_halves = new QBoxLayout{QBoxLayout::TopToBottom};
    m_halves->setSpacing(0);
    while (QLayoutItem* item = column()->takeAt(0))
        menu->addItem(item);
    menu->setStretch(menu->indexOf(scroll()), 1);
    m_halves->addLayout(menu, 1);
    m_halves->addWidget(m_basket);
    column()->addLayout(m_halves, 1);

    connect(m_categories, &ui::CategoryBar::categoryChosen, this, [this](const QString& id) {
        m_parts.menu.showCategory(id.toStdString());
        refreshTiles();
        scroll()->scrollToTop();
    });
    connect(m_grid, &ui::TileGrid::tileClicked, this,
            [this](const QString& id) { m_parts.session.chooseItem(id.toStdString()); });
    connect(m_basket, &BasketPanel::reviewClicked, this, [this] { m_parts.session.toReview(); });
    connect(m_basket, &BasketPanel::editClicked, this,
            [this](LineId line) { m_parts.session.editLine(line); });
}

void MenuPage::setWide(bool wide)
{
    Page::setWide(wide);
    arrange();
}

void MenuPage::arrange()
{
    const ui::Theme& theme = ui::themeOf(*this);
    const bool beside = isWide() && theme.metrics().textFactor() < kBesideTextMost;
    if (beside == m_beside)
        return;
    m_beside = beside;
    m_halves->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_basket->setMinimumWidth(beside ? theme.px(kBesideMm) : 0);
    m_basket->setMaximumWidth(beside ? theme.px(kBesideMm) : QWIDGETSIZE_MAX);
    m_basket->setBeside(beside);
}

void MenuPage::reset()
{
    m_parts.menu.showCategory(std::string{kPopularCategory});
    scroll()->scrollToTop(); // the next customer begins at the beginning
}

void MenuPage::arrive()
{
    // Back from the options: the tiles stand where they stood.
    refresh();
}

void MenuPage::refresh()
{
    arrange();
    refreshCategories();
    refreshTiles();
    m_basket->refresh();
}

void MenuPage::refreshCategories()
{
    std::vector<ui::CategoryEntry> entries;
    for (const std::string& id : m_parts.menu.categories()) {
        const MenuCategory* category = m_parts.menu.menu().category(id);
        entries.push_back({QString::fromStdString(id),
                           category ? ui::texts::local(category->name) : tr("인기 메뉴")});
    }
    m_categories->setEntries(entries);
    m_categories->setCurrent(QString::fromStdString(m_parts.menu.category()));
}

void MenuPage::refreshTiles()
{
    std::vector<ui::TileContent> tiles;
    for (int row = 0; row < m_parts.menu.rowCount(); ++row) {
        const MenuItem& item = *m_parts.menu.itemAt(row);
        ui::TileContent tile;
        tile.id = QString::fromStdString(item.id);
        tile.name = ui::texts::local(item.name);
        tile.price = ui::texts::money(item.price);
        tile.image = QString::fromStdString(item.image);
        tile.ice = canBe(m_parts.menu.menu(), item, "ice");
        tile.hot = canBe(m_parts.menu.menu(), item, "hot");
        tile.popular = item.popular;
        tile.soldOut = m_parts.menu.isSoldOut(item.id);
        tiles.push_back(std::move(tile));
    }
    m_grid->setTiles(tiles);
}

} // namespace coffee::kiosk
