// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace coffee::ui {

// Lays widgets out in as many equal columns as fit; each row is as high as its highest widget. The
// number of columns follows the width, so the same page serves every screen and text size.
class ColumnLayout final : public QLayout {
    Q_OBJECT

public:
    explicit ColumnLayout(QWidget* parent);
    ~ColumnLayout() override;

    // The least width of a column in pixels; 0 takes the widest size hint of the widgets.
    void setColumnLeast(int pixels);
    void setColumnsMost(int columns);
    [[nodiscard]] int columnsFor(int width) const;

    void addItem(QLayoutItem* item) override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect& room) override;

private:
    int arrange(const QRect& room, bool place) const;
    [[nodiscard]] int gap() const;
    [[nodiscard]] std::vector<QLayoutItem*> shown() const;

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
    int m_columnLeast = 0;
    int m_columnsMost = 0;
};

} // namespace coffee::ui
