// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/terminal_sim/terminal_glass.h"

#include "payment_daemon/terminal_sim/terminal_screen.h"
#include "payment_daemon/terminal_sim/terminal_window.h"
#include "shared/widgets/language.h"
#include "shared/widgets/theme.h"

#include <QApplication>

namespace coffee::terminal {

namespace {

/// The terminal is held in a hand and looked at from near: its millimetres are smaller than those
/// of a screen across the counter.
constexpr double kPixelsPerMm = 2.7;
/// A card reader's proportions, in millimetres.
constexpr double kWidthMm = 168;
constexpr double kHeightMm = 280;

ui::Theme lookOfTheTerminal(int heightPixels)
{
    ui::Metrics::Settings settings;
    settings.pixelsPerMm = heightPixels > 0 ? heightPixels / kHeightMm : kPixelsPerMm;
    settings.audience = ui::Audience::Staff;
    return ui::Theme{ui::PaletteKind::Dark, ui::Metrics{settings}};
}

} // namespace

struct TerminalGlass::Parts {
    TerminalOptions options;
    std::unique_ptr<QCoreApplication> application;
    std::unique_ptr<ui::LanguageSwitch> language;
    std::unique_ptr<TerminalScreen> screen;
    std::unique_ptr<TerminalWindow> window;
};

bool TerminalGlass::isBuilt()
{
    return true;
}

TerminalGlass::TerminalGlass(int& argc, char** argv, const TerminalOptions& options)
    : m_parts{std::make_unique<Parts>()}
{
    m_parts->options = options;
    if (!options.hasWindow) {
        m_parts->application = std::make_unique<QCoreApplication>(argc, argv);
        return;
    }
    auto application = std::make_unique<QApplication>(argc, argv);
    ui::installLook(*application, lookOfTheTerminal(options.heightPixels));
    m_parts->application = std::move(application);
    m_parts->language = std::make_unique<ui::LanguageSwitch>(
        ui::languageFromCode(QString::fromStdString(options.language))
            .value_or(ui::Language::Korean));
}

TerminalGlass::~TerminalGlass() = default;

QCoreApplication& TerminalGlass::application()
{
    return *m_parts->application;
}

void TerminalGlass::open(CardTerminal& terminal)
{
    if (!m_parts->options.hasWindow)
        return;
    m_parts->screen = std::make_unique<TerminalScreen>(terminal, m_parts->options.autoApprove);
    m_parts->window = std::make_unique<TerminalWindow>(*m_parts->screen);
    const ui::Theme& theme = ui::themeOf(*m_parts->window);
    m_parts->window->resize(theme.px(kWidthMm), theme.px(kHeightMm));
    if (const auto& place = m_parts->options.place)
        m_parts->window->move(static_cast<int>(place->first), static_cast<int>(place->second));
    m_parts->window->show();
}

void TerminalGlass::close()
{
    m_parts->window.reset();
    m_parts->screen.reset();
}

} // namespace coffee::terminal
