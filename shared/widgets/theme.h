// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/widgets/metrics.h"
#include "shared/widgets/tokens.h"

#include <chrono>
#include <optional>

class QApplication;
class QWidget;

namespace coffee::ui {

enum class PaletteKind { Light, Dark, HighContrast };

// How a window looks: colours, sizes, motion. A value that main() builds once and hands to
// installLook(); widgets find it through their style with themeOf(). GUI thread only.
class Theme {
public:
    Theme() = default;
    Theme(PaletteKind palette, const Metrics& metrics, bool reduceMotion = false)
        : m_metrics{metrics}, m_palette{palette}, m_reduceMotion{reduceMotion}
    {
    }

    [[nodiscard]] PaletteKind palette() const { return m_palette; }
    [[nodiscard]] const Colours& colours() const;
    [[nodiscard]] const Metrics& metrics() const { return m_metrics; }
    [[nodiscard]] bool reduceMotion() const { return m_reduceMotion; }

    [[nodiscard]] int px(double millimetres) const { return m_metrics.px(millimetres); }
    [[nodiscard]] int px(Space space) const { return m_metrics.px(space); }
    [[nodiscard]] QFont font(TextRole role) const { return m_metrics.font(role); }

    // How long a fade or slide lasts here; nothing under reduce motion.
    [[nodiscard]] std::chrono::milliseconds fade() const;
    // Staff screens only fade, so a slide there is as long as it is invisible: nothing.
    [[nodiscard]] std::chrono::milliseconds slide() const;

    // The same look with one thing changed, for the customer's own settings.
    [[nodiscard]] Theme withPalette(PaletteKind palette) const;
    [[nodiscard]] Theme withTextScale(TextScale scale) const;
    [[nodiscard]] Theme withReduceMotion(bool reduceMotion) const;
    // In a shop's own accent, wherever the light palette is shown (accent.h says which can be
    // read).
    [[nodiscard]] Theme withAccent(const QColor& accent) const;

    friend bool operator==(const Theme& left, const Theme& right);

private:
    Metrics m_metrics;
    PaletteKind m_palette = PaletteKind::Light;
    bool m_reduceMotion = false;
    std::optional<Colours> m_own; // the light palette with the shop's accent
};

// The theme of the style this widget is drawn with; the default light theme under a foreign style.
[[nodiscard]] const Theme& themeOf(const QWidget& widget);

// Makes the whole program look like this: style, palette, font, icons and pictures. May be called
// again at any time (text size, contrast); open widgets follow through StyleChange. Needed once
// before any picture, icon or translation of this library is used.
void installLook(QApplication& application, const Theme& theme);

// Registers this library's embedded icons, pictures and translations; installLook() and the
// LanguageSwitch do it themselves. Idempotent.
void registerResources();

} // namespace coffee::ui
