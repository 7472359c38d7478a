// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/basket.h"

#include <QAbstractListModel>

#include <optional>
#include <string>
#include <vector>

namespace coffee::kiosk {

/// The category that shows what other customers like; it is no category of the menu.
inline constexpr std::string_view kPopularCategory = "popular";

/// The items of one category, or those that a search finds, in the menu's order, with what cannot
/// be had now. Texts are in both languages; the page chooses.
class MenuModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum ItemRole {
        IdRole = Qt::UserRole + 1, ///< QString
        PriceRole,                 ///< qlonglong, won
        ImageRole,                 ///< QString, the menu's picture name
        PopularRole,               ///< bool
        SoldOutRole,               ///< bool
        OutsideHoursRole,          ///< bool: sold at other times of the day
    };

    explicit MenuModel(QObject* parent = nullptr);

    void setMenu(const Menu& menu);
    void setSoldOut(const SoldOut& soldOut);
    void setOutsideHours(const SoldOut& items);
    /// Shows what this text finds in the whole menu (`isFoundBy`), until `endSearch`.
    void search(const std::string& text);
    /// Back to the category.
    void endSearch();
    /// A category's id or `kPopularCategory`. An unknown one shows the first.
    void showCategory(const std::string& category);

    [[nodiscard]] const Menu& menu() const { return m_menu; }
    [[nodiscard]] const SoldOut& soldOut() const { return m_soldOut; }
    [[nodiscard]] const std::string& category() const { return m_category; }
    /// The ids of the categories to choose from: the popular one first, when anything is popular.
    [[nodiscard]] std::vector<std::string> categories() const;
    [[nodiscard]] const MenuItem* itemAt(int row) const;
    [[nodiscard]] bool isSoldOut(const std::string& item) const;
    [[nodiscard]] bool isOutsideHours(const std::string& item) const;
    [[nodiscard]] bool isSearching() const { return m_search.has_value(); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    /// Qt::DisplayRole is the Korean name, Qt::ToolTipRole the English one.
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    void collect();

    Menu m_menu;
    SoldOut m_soldOut;
    SoldOut m_outsideHours;
    std::string m_category{kPopularCategory};
    std::optional<std::string> m_search;
    std::vector<const MenuItem*> m_shown;
};

} // namespace coffee::kiosk
