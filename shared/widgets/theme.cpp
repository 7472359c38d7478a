// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/theme.h"

#include "shared/widgets/accent.h"
#include "shared/widgets/accessible_areas.h"
#include "shared/widgets/coffee_style.h"

#include <QApplication>
#include <QPixmapCache>
#include <QWidget>

// Resources of a static library are only linked in when something names them, outside a namespace.
static void initialiseResources()
{
    Q_INIT_RESOURCE(coffee_icons);
    Q_INIT_RESOURCE(coffee_pictures);
    Q_INIT_RESOURCE(coffee_widgets_translations);
}

namespace coffee::ui {

const Colours& Theme::colours() const
{
    switch (m_palette) {
    case PaletteKind::Light:
        return m_own ? *m_own : kLightColours;
    case PaletteKind::Dark:
        return kDarkColours;
    case PaletteKind::HighContrast:
        return kHighContrastColours;
    }
    return kLightColours;
}

std::chrono::milliseconds Theme::fade() const
{
    return m_reduceMotion ? std::chrono::milliseconds{0} : duration::kFade;
}

std::chrono::milliseconds Theme::slide() const
{
    const bool still = m_reduceMotion || m_metrics.audience() == Audience::Staff;
    return still ? std::chrono::milliseconds{0} : duration::kSlide;
}

Theme Theme::withPalette(PaletteKind palette) const
{
    Theme other = *this;
    other.m_palette = palette;
    return other;
}

Theme Theme::withTextScale(TextScale scale) const
{
    Metrics::Settings settings = m_metrics.settings();
    settings.textScale = scale;
    Theme other = *this;
    other.m_metrics = Metrics{settings};
    return other;
}

Theme Theme::withReduceMotion(bool reduceMotion) const
{
    Theme other = *this;
    other.m_reduceMotion = reduceMotion;
    return other;
}

Theme Theme::withAccent(const QColor& accent) const
{
    Theme other = *this;
    other.m_own = ui::withAccent(kLightColours, accent);
    return other;
}

bool operator==(const Theme& left, const Theme& right)
{
    return left.m_palette == right.m_palette && left.m_metrics == right.m_metrics &&
           left.m_reduceMotion == right.m_reduceMotion &&
           left.colours().accent == right.colours().accent;
}

const Theme& themeOf(const QWidget& widget)
{
    if (const auto* style = qobject_cast<const CoffeeStyle*>(widget.style()))
        return style->theme();
    static const Theme plain;
    return plain;
}

void registerResources()
{
    initialiseResources();
}

void installLook(QApplication& application, const Theme& theme)
{
    registerResources();
    makeScrollAreasSafeForReaders();
    // A menu page of pictures must stay in the cache at every size, or scrolling draws them anew.
    constexpr int kPictureCacheKiB = 64 * 1024;
    QPixmapCache::setCacheLimit(kPictureCacheKiB);
    application.setFont(theme.font(TextRole::Body));
    application.setStyle(new CoffeeStyle{theme}); // the application owns its style
    application.setPalette(application.style()->standardPalette());
    // Item views and tool tips have fonts of their own in some platform themes; ours is one.
    for (const char* name : {"QAbstractItemView", "QHeaderView", "QMenu"})
        QApplication::setFont(theme.font(TextRole::Body), name);
}

} // namespace coffee::ui
