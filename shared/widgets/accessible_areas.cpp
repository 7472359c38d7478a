// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/accessible_areas.h"

#include <QAccessibleWidget>
#include <QScrollArea>

namespace coffee::ui {
namespace {

QAccessibleInterface* faceOf(const QString& className, QObject* object)
{
    if (className != QLatin1StringView{"QScrollArea"})
        return nullptr;
    auto* area = qobject_cast<QScrollArea*>(object);
    return area ? new QAccessibleWidget{area, QAccessible::Client} : nullptr; // Qt keeps it
}

} // namespace

void makeScrollAreasSafeForReaders()
{
    QAccessible::removeFactory(faceOf);
    QAccessible::installFactory(faceOf);
}

} // namespace coffee::ui
