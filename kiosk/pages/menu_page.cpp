// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/pages/menu_page.h"

#include "kiosk/pages/basket_panel.h"
#include "kiosk/pages/kiosk_words.h"
#include "kiosk/pages/letter_pad.h"
#include "shared/widgets/button.h"
#include "shared/widgets/card.h"
#include "shared/widgets/category_bar.h"
#include "shared/widgets/item_tile.h"
#include "shared/widgets/texts.h"
#include "shared/widgets/theme.h"
#include "shared/widgets/touch_scroll_area.h"

#include <QKeyEvent>

#include <algorithm>

namespace coffee::kiosk {
namespace {

/// The width of the basket beside the menu on a landscape screen.
constexpr double kBesideMm = 170.0;
/// At a time on an easy screen.
constexpr std::size_t kEasyTiles = 6;
/// With larger text the rows of a basket need more width than there is beside the menu.
constexpr double kBesideTextMost = 1.3;
/// With larger text the basket's bar says less on a page that is lower.
constexpr double kLowPageMm = 250.0;

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
      m_browse{new QWidget{this}},
      m_search{new ui::Button{QString{}, ui::ButtonKind::Outline}},
      m_categories{new ui::CategoryBar{this}},
      m_searchBar{new ui::Card{this}},
      m_typed{new ui::Label{ui::TextRole::Heading}},
      m_endSearch{new ui::Button{QString{}, ui::ButtonKind::Outline}},
      m_grid{new ui::TileGrid},
      m_more{new ui::Button{QString{}, ui::ButtonKind::Outline}},
      m_nothing{new ui::EmptyState{ui::Icon::Search, QString{}, QString{}}},
      m_letters{new LetterPad},
      m_letterRow{new QWidget{this}},
      m_basket{new BasketPanel{parts.basket, this}}
{
    m_grid->setObjectName(QStringLiteral("itemGrid"));
    buildHead();
    body()->addWidget(m_grid);
    m_more->setObjectName(QStringLiteral("moreItemsButton"));
    m_more->setMark(ui::Icon::ChevronDown);
    body()->addWidget(m_more);
    body()->addWidget(m_nothing);
    body()->addStretch(1);
    footer()->hide();
    buildHalves();

    connect(m_categories, &ui::CategoryBar::categoryChosen, this, [this](const QString& id) {
        m_parts.menu.showCategory(id.toStdString());
        m_showsAll = false;
        refreshTiles();
        scroll()->scrollToTop();
    });
    connect(m_search, &QPushButton::clicked, this, &MenuPage::startSearch);
    connect(m_endSearch, &QPushButton::clicked, this, &MenuPage::endSearch);
    connect(m_letters, &LetterPad::lettersChanged, this, [this](const QString& letters) {
        m_parts.menu.search(letters.toStdString());
        refresh();
        scroll()->scrollToTop();
    });
    connect(m_grid, &ui::TileGrid::tileClicked, this,
            [this](const QString& id) { m_parts.session.chooseItem(id.toStdString()); });
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_showsAll = true;
        refreshTiles();
        // Whoever walks with keys goes on where the tiles go on.
        const MenuItem* next = m_parts.menu.itemAt(static_cast<int>(kEasyTiles));
        if (ui::ItemTile* tile = next ? m_grid->tile(QString::fromStdString(next->id)) : nullptr)
            tile->setFocus();
    });
    connect(m_basket, &BasketPanel::reviewClicked, this, [this] { m_parts.session.toReview(); });
    connect(m_basket, &BasketPanel::editClicked, this,
            [this](LineId line) { m_parts.session.editLine(line); });
}

void MenuPage::buildHead()
{
    const ui::Theme& theme = ui::themeOf(*this);
    m_search->setObjectName(QStringLiteral("searchButton"));
    m_search->setMark(ui::Icon::Search);
    m_search->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_categories->setObjectName(QStringLiteral("categoryBar"));
    auto* browse = new QHBoxLayout{m_browse};
    browse->setContentsMargins(0, 0, 0, 0);
    browse->setSpacing(theme.px(ui::Space::Small));
    browse->addWidget(m_search, 0, Qt::AlignVCenter);
    browse->addWidget(m_categories, 1);
    head()->addWidget(m_browse);

    m_searchBar->setObjectName(QStringLiteral("searchBar"));
    m_searchBar->setPadding(ui::Space::Tight);
    m_typed->setObjectName(QStringLiteral("searchLabel"));
    m_endSearch->setObjectName(QStringLiteral("endSearchButton"));
    m_endSearch->setMark(ui::Icon::Close);
    m_endSearch->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    auto* typed = new QHBoxLayout;
    typed->setSpacing(theme.px(ui::Space::Small));
    typed->addSpacing(theme.px(ui::Space::Tight));
    typed->addWidget(new ui::IconMark{ui::Icon::Search, ui::TextRole::Heading});
    typed->addWidget(m_typed, 1);
    typed->addWidget(m_endSearch);
    m_searchBar->body()->addLayout(typed);
    head()->addWidget(m_searchBar);
}

void MenuPage::buildHalves()
{
    // Head and tiles on one side with the letters below them, the basket below or beside all.
    const ui::Theme& theme = ui::themeOf(*this);
    const int side = theme.px(ui::Space::Medium);
    const int edge = theme.px(ui::Space::Small);
    auto* letters = new QVBoxLayout{m_letterRow};
    letters->setContentsMargins(side, edge, side, edge);
    letters->addWidget(m_letters);
    auto* menu = new QVBoxLayout;
    menu->setSpacing(0);
    m_halves = new QBoxLayout{QBoxLayout::TopToBottom};
    m_halves->setSpacing(0);
    while (QLayoutItem* item = column()->takeAt(0))
        menu->addItem(item);
    menu->setStretch(menu->indexOf(scroll()), 1);
    menu->addWidget(m_letterRow);
    m_halves->addLayout(menu, 1);
    m_halves->addWidget(m_basket);
    column()->addLayout(m_halves, 1);
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

void MenuPage::fit()
{
    // A low page keeps its room for the items.
    const ui::Theme& theme = ui::themeOf(*this);
    m_basket->setShort(theme.metrics().textFactor() > kBesideTextMost &&
                       height() < theme.px(kLowPageMm));
    // Of the first row at least the names are seen.
    const int width = bodyWidth();
    m_grid->setLying(m_grid->uprightHeightFor(width) > roomFor(QWIDGETSIZE_MAX / 2));
}

void MenuPage::reset()
{
    m_parts.menu.endSearch();
    m_parts.menu.showCategory(std::string{kPopularCategory});
    m_showsAll = false;
    scroll()->scrollToTop(); // the next customer begins at the beginning
}

void MenuPage::arrive()
{
    // Back from the options: the tiles stand where they stood, until something was found and taken.
    if (m_parts.menu.isSearching() && m_parts.basket.units() != m_unitsBefore)
        m_parts.menu.endSearch();
    refresh();
}

void MenuPage::startSearch()
{
    m_unitsBefore = m_parts.basket.units();
    m_letters->reset();
    m_parts.menu.search({});
    refresh();
    scroll()->scrollToTop();
    m_endSearch->setFocus();
}

void MenuPage::endSearch()
{
    m_parts.menu.endSearch();
    refresh();
    scroll()->scrollToTop();
    m_search->setFocus();
}

void MenuPage::keyPressEvent(QKeyEvent* event)
{
    if (m_parts.menu.isSearching()) {
        if (event->key() == Qt::Key_Escape)
            return endSearch();
        if (m_letters->takeKey(event->key(), event->text()))
            return;
    }
    Page::keyPressEvent(event);
}

void MenuPage::refresh()
{
    arrange();
    refreshSearch();
    refreshCategories();
    refreshTiles();
    m_basket->refresh();
    fit();
}

void MenuPage::refreshSearch()
{
    const bool searching = m_parts.menu.isSearching();
    const bool large = ui::themeOf(*this).metrics().textFactor() > kBesideTextMost;
    m_browse->setVisible(!searching);
    m_searchBar->setVisible(searching);
    m_letterRow->setVisible(searching);
    // Large text leaves the room to what is found, and to the categories.
    m_basket->setVisible(!searching || !large);
    m_search->setText(large ? QString{} : tr("찾기"));
    m_search->setAccessibleName(tr("메뉴 이름으로 찾기"));
    m_search->setArrangement(large ? ui::Button::Arrangement::IconOnly
                                   : ui::Button::Arrangement::Beside);
    const QString typed = m_letters->letters();
    m_typed->setText(!typed.isEmpty() ? typed
                                      : plainly(tr("첫소리를 눌러 주세요."), tr("첫소리 누르기")));
    m_typed->setRole(typed.isEmpty() ? ui::TextRole::Body : ui::TextRole::Heading);
    m_typed->setInk(typed.isEmpty() ? ui::Ink::Second : ui::Ink::First);
    m_endSearch->setText(tr("닫기"));
    m_endSearch->setAccessibleName(tr("찾기 끝내기"));
    m_nothing->setWords(tr("찾는 메뉴가 없어요."), tr("글자를 지우고 다시 눌러 보세요."));
    m_nothing->setVisible(searching && m_parts.menu.rowCount() == 0);
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
        // Where every card has it, it says nothing.
        tile.popular = item.popular &&
                       (m_parts.menu.isSearching() || m_parts.menu.category() != kPopularCategory);
        tile.soldOut = m_parts.menu.isSoldOut(item.id);
        if (m_parts.menu.isOutsideHours(item.id))
            tile.notNow = words::soldAt(m_parts.menu.menu().hoursOf(item));
        tiles.push_back(std::move(tile));
    }
    const std::size_t all = tiles.size();
    if (isEasy() && !m_showsAll && !m_parts.menu.isSearching() && all > kEasyTiles)
        tiles.resize(kEasyTiles);
    m_grid->setTiles(tiles);
    m_more->setText(
        tr("메뉴 %n개 더 보기", nullptr, static_cast<int>(all - std::min(all, tiles.size()))));
    m_more->setVisible(tiles.size() < all);
}

} // namespace coffee::kiosk
