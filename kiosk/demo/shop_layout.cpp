// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/demo/shop_layout.h"

namespace coffee::demo {
namespace {

constexpr double kPortrait = 1080.0 / 1920.0;
constexpr double kLandscape = 1920.0 / 1080.0;
constexpr double kTerminal = 3.0 / 5.0;
/// The width of the third column, measured in kiosk heights.
constexpr double kPanelShare = 0.36;
constexpr int kHeightLeast = 240;

QRect within(double x, double y, double width, double height)
{
    return {static_cast<int>(x), static_cast<int>(y), static_cast<int>(width),
            static_cast<int>(height)};
}

} // namespace

ShopLayout layOut(QRect screen, int titleHeight, int gap)
{
    // Three columns: the kiosk; station over manager; board, terminal and start window. All
    // widths follow from one height; a screen that is not wide enough lowers it.
    const auto half = [&](double height) { return (height - titleHeight - gap) / 2; };
    const auto widthFor = [&](double height) {
        return height * (kPortrait + kPanelShare) + half(height) * kLandscape + 4 * gap;
    };
    double height = screen.height() - titleHeight - 2 * gap;
    while (height > kHeightLeast && widthFor(height) > screen.width())
        height -= 1;

    ShopLayout layout;
    const double top = screen.y();
    double x = screen.x() + gap;
    layout.kiosk = within(x, top, height * kPortrait, height);

    x += height * kPortrait + gap;
    const double desk = half(height) * kLandscape;
    const double second = top + half(height) + gap + titleHeight;
    layout.station = within(x, top, desk, half(height));
    layout.manager = within(x, second, desk, half(height));

    x += desk + gap;
    const double panel = height * kPanelShare;
    const double boardHeight = panel / kLandscape;
    layout.board = within(x, top, panel, boardHeight);
    const double below = boardHeight + gap + titleHeight;
    const double rest = height - below - gap - titleHeight;
    const double terminalHeight = rest * 0.5;
    layout.terminal = within(x, top + below, terminalHeight * kTerminal, terminalHeight);
    layout.start =
        within(x, top + below + terminalHeight + gap + titleHeight, panel, rest - terminalHeight);
    return layout;
}

} // namespace coffee::demo
