// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/widgets/icon.h"

#include <QPushButton>
#include <QString>
#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace coffee::ui {

class ColumnLayout;
class ItemTile;

// What a menu tile shows, in the screen's language.
struct TileContent {
    QString id; // the item's id; the tile's object name is `tile_<id>`
    QString name;
    QString price; // "4,500원", as texts gives it
    QString image; // see picture.h
    bool ice = false;
    bool hot = false;
    bool popular = false;
    bool soldOut = false;
    QString notNow{}; // when it is sold, where that is not now: "07:00~11:00에 팔아요"
};

// A menu item to press: round picture, name, price, badges ICE / HOT / 인기. What cannot be bought
// has a pale picture and says why: 품절 over it, or below the price when it is sold. Upright in a
// grid, lying when it has a row to itself.
class ItemTile final : public QPushButton {
    Q_OBJECT

public:
    explicit ItemTile(const TileContent& content, QWidget* parent = nullptr);

    void setContent(const TileContent& content);
    [[nodiscard]] const TileContent& content() const { return m_content; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Plan;
    struct BadgeWord;
    [[nodiscard]] bool isOffered() const;
    [[nodiscard]] Plan planFor(int width) const;
    [[nodiscard]] std::vector<BadgeWord> badges() const;
    void paintPicture(QPainter& painter, const QRectF& room) const;
    void paintBadges(QPainter& painter, const QPointF& from, bool inRow) const;
    void nameIt();

    TileContent m_content;
};

// The menu's grid: 1, 2 or 3 columns by width and text size. Arrow keys walk it; it keeps tiles
// whose ids stay, so an update of availability does not disturb a finger that is down.
class TileGrid final : public QWidget {
    Q_OBJECT

public:
    explicit TileGrid(QWidget* parent = nullptr);

    void setTiles(const std::vector<TileContent>& tiles);
    [[nodiscard]] ItemTile* tile(const QString& id) const;
    [[nodiscard]] int columns() const;
    // Fewer columns, so wide that every tile lies: its name stands beside its picture, and is seen
    // where the room is low.
    void setLying(bool lying);
    // Of a tile with one line of name, in this width of the grid and as many columns as it has by
    // itself; 0 where tiles lie anyway.
    [[nodiscard]] int uprightHeightFor(int width) const;

Q_SIGNALS:
    void tileClicked(const QString& id);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] int columnLeast() const;

    ColumnLayout* m_columns;
    bool m_lying = false;
    std::vector<ItemTile*> m_tiles;
};

} // namespace coffee::ui
