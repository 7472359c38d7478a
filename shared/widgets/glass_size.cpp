// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/glass_size.h"

#include "shared/widgets/metrics.h"

#include <QScreen>

namespace coffee::ui {

ScreenMeasure measureOf(const QScreen& screen, double pixelsPerMm)
{
    const QSize size = screen.geometry().size();
    return {screen.name().toStdString(), size.width(), size.height(), pixelsPerMm};
}

std::optional<double> glassPixelsPerMm(const QScreen& screen, const std::filesystem::path& data)
{
    const auto measures = readScreenMeasures(data);
    if (!measures) {
        qWarning("%s", measures.error().c_str());
        return measuredPixelsPerMm(screen);
    }
    const ScreenMeasure here = measureOf(screen, 0.0);
    for (const ScreenMeasure& one : *measures)
        if (one.screen == here.screen && one.width == here.width && one.height == here.height)
            return one.pixelsPerMm;
    return measuredPixelsPerMm(screen);
}

} // namespace coffee::ui
