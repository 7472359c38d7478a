// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/layouts.h"

#include <QLayout>
#include <QWidget>

namespace coffee::ui {

void clearLayout(QLayout& layout)
{
    while (QLayoutItem* item = layout.takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

} // namespace coffee::ui
