// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/menu_model.h"

#include "shared/domain/name_search.h"

#include <algorithm>

namespace coffee::kiosk {

MenuModel::MenuModel(QObject* parent) : QAbstractListModel{parent} {}

void MenuModel::setMenu(const Menu& menu)
{
    beginResetModel();
    m_menu = menu;
    collect();
    endResetModel();
}

void MenuModel::setSoldOut(const SoldOut& soldOut)
{
    if (soldOut == m_soldOut)
        return;
    m_soldOut = soldOut;
    if (!m_shown.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {SoldOutRole});
}

void MenuModel::setOutsideHours(const SoldOut& items)
{
    if (items == m_outsideHours)
        return;
    m_outsideHours = items;
    if (!m_shown.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {OutsideHoursRole});
}

void MenuModel::search(const std::string& text)
{
    beginResetModel();
    m_search = text;
    collect();
    endResetModel();
}

void MenuModel::endSearch()
{
    if (!m_search)
        return;
    beginResetModel();
    m_search.reset();
    collect();
    endResetModel();
}

void MenuModel::showCategory(const std::string& category)
{
    beginResetModel();
    m_category = category;
    collect();
    endResetModel();
}

std::vector<std::string> MenuModel::categories() const
{
    std::vector<std::string> ids;
    if (std::any_of(m_menu.items.begin(), m_menu.items.end(),
                    [](const MenuItem& item) { return item.popular; }))
        ids.emplace_back(kPopularCategory);
    for (const MenuCategory& category : m_menu.categories)
        ids.push_back(category.id);
    return ids;
}

void MenuModel::collect()
{
    m_shown.clear();
    const std::vector<std::string> known = categories();
    if (std::find(known.begin(), known.end(), m_category) == known.end())
        m_category = known.empty() ? std::string{kPopularCategory} : known.front();
    const auto belongs = [this](const MenuItem& item) {
        if (m_search)
            return isFoundBy(item.name, *m_search);
        return m_category == kPopularCategory ? item.popular : item.category == m_category;
    };
    for (const MenuItem& item : m_menu.items)
        if (belongs(item))
            m_shown.push_back(&item);
}

const MenuItem* MenuModel::itemAt(int row) const
{
    if (row < 0 || row >= static_cast<int>(m_shown.size()))
        return nullptr;
    return m_shown[static_cast<std::size_t>(row)];
}

bool MenuModel::isSoldOut(const std::string& item) const
{
    return m_soldOut.contains(item);
}

bool MenuModel::isOutsideHours(const std::string& item) const
{
    return m_outsideHours.contains(item);
}

int MenuModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant MenuModel::data(const QModelIndex& index, int role) const
{
    const MenuItem* item = index.isValid() ? itemAt(index.row()) : nullptr;
    if (!item)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return QString::fromStdString(item->name.ko);
    case Qt::ToolTipRole:
        return QString::fromStdString(item->name.en);
    case IdRole:
        return QString::fromStdString(item->id);
    case PriceRole:
        return QVariant::fromValue<qlonglong>(item->price.won());
    case ImageRole:
        return QString::fromStdString(item->image);
    case PopularRole:
        return item->popular;
    case SoldOutRole:
        return m_soldOut.contains(item->id);
    case OutsideHoursRole:
        return m_outsideHours.contains(item->id);
    default:
        return {};
    }
}

} // namespace coffee::kiosk
