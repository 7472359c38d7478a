// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/column_layout.h"

#include "shared/widgets/theme.h"

#include <QWidget>

#include <algorithm>

namespace coffee::ui {

ColumnLayout::ColumnLayout(QWidget* parent) : QLayout{parent} {}

ColumnLayout::~ColumnLayout() = default;

void ColumnLayout::setColumnLeast(int pixels)
{
    m_columnLeast = pixels;
    invalidate();
}

void ColumnLayout::setColumnsMost(int columns)
{
    m_columnsMost = columns;
    invalidate();
}

int ColumnLayout::gap() const
{
    return parentWidget() ? themeOf(*parentWidget()).px(mm::kTargetGap) : 0;
}

std::vector<QLayoutItem*> ColumnLayout::shown() const
{
    std::vector<QLayoutItem*> items;
    for (const std::unique_ptr<QLayoutItem>& item : m_items)
        if (!item->isEmpty())
            items.push_back(item.get());
    return items;
}

int ColumnLayout::columnsFor(int width) const
{
    int least = m_columnLeast;
    const std::vector<QLayoutItem*> items = shown();
    if (least <= 0)
        for (const QLayoutItem* item : items)
            least = std::max(least, item->sizeHint().width());
    least = std::max(least, 1);
    int columns = std::max(1, (width + gap()) / (least + gap()));
    if (m_columnsMost > 0)
        columns = std::min(columns, m_columnsMost);
    // Never more columns than widgets, and no nearly empty last row where rows can be even.
    const int total = std::max(1, static_cast<int>(items.size()));
    columns = std::min(columns, total);
    if (m_columnLeast <= 0) {
        const int rows = (total + columns - 1) / columns;
        columns = (total + rows - 1) / rows;
    }
    return columns;
}

void ColumnLayout::addItem(QLayoutItem* item)
{
    m_items.emplace_back(item);
    invalidate();
}

int ColumnLayout::count() const
{
    return static_cast<int>(m_items.size());
}

QLayoutItem* ColumnLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem* ColumnLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem* item = m_items[static_cast<std::size_t>(index)].release();
    m_items.erase(m_items.begin() + index);
    invalidate();
    return item;
}

Qt::Orientations ColumnLayout::expandingDirections() const
{
    return Qt::Horizontal;
}

int ColumnLayout::heightForWidth(int width) const
{
    return arrange(QRect{0, 0, width, 0}, false);
}

QSize ColumnLayout::sizeHint() const
{
    int width = m_columnLeast;
    for (const QLayoutItem* item : shown())
        width = std::max(width, item->sizeHint().width());
    const QMargins around = contentsMargins();
    width += around.left() + around.right();
    return {width, heightForWidth(width)};
}

QSize ColumnLayout::minimumSize() const
{
    int width = 0;
    int height = 0;
    for (const QLayoutItem* item : shown()) {
        width = std::max(width, item->minimumSize().width());
        height = std::max(height, item->minimumSize().height());
    }
    const QMargins around = contentsMargins();
    return {width + around.left() + around.right(), height + around.top() + around.bottom()};
}

void ColumnLayout::setGeometry(const QRect& room)
{
    QLayout::setGeometry(room);
    arrange(room, true);
}

int ColumnLayout::arrange(const QRect& room, bool place) const
{
    const QRect inner = room.marginsRemoved(contentsMargins());
    const std::vector<QLayoutItem*> items = shown();
    const int columns = columnsFor(inner.width());
    const int between = gap();
    const int width = (inner.width() - between * (columns - 1)) / columns;
    int top = inner.top();
    for (std::size_t first = 0; first < items.size(); first += std::size_t(columns)) {
        const std::size_t end = std::min(items.size(), first + std::size_t(columns));
        int height = 0;
        for (std::size_t i = first; i < end; ++i)
            height =
                std::max(height, items[i]->hasHeightForWidth() ? items[i]->heightForWidth(width)
                                                               : items[i]->sizeHint().height());
        int left = inner.left();
        for (std::size_t i = first; i < end; ++i) {
            if (place)
                items[i]->setGeometry(QRect{left, top, width, height});
            left += width + between;
        }
        top += height + between;
    }
    if (!items.empty())
        top -= between;
    return top - inner.top() + contentsMargins().top() + contentsMargins().bottom();
}

} // namespace coffee::ui
