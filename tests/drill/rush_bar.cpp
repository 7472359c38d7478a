// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/drill/rush_bar.h"

#include "shared/widgets/theme.h"

#include <QApplication>

#include <algorithm>

namespace coffee::drill {
namespace {

constexpr QSize kGlass{1920, 1080};
constexpr double kGlassInches = 24.0;

bool isIdle(const std::vector<station::Ticket>& tickets)
{
    return std::all_of(tickets.begin(), tickets.end(),
                       [](const station::Ticket& ticket) { return ticket.dimmed; });
}

} // namespace

void dressBar()
{
    ui::Metrics::Settings glass;
    glass.pixelsPerMm = ui::pixelsPerMm(kGlass, kGlassInches);
    glass.audience = ui::Audience::Staff;
    ui::installLook(*qApp, ui::Theme{ui::PaletteKind::Dark, ui::Metrics{glass}, true});
}

RushBar::RushBar(const test::ShopPlace& shop, const std::string& name, int speed)
    : BarStation{shop, name, [speed, begun = std::chrono::steady_clock::now()] {
                     return begun + speed * (std::chrono::steady_clock::now() - begun);
                 }}
{
    window.resize(kGlass);
    window.show();
}

bool RushBar::isIdle() const
{
    return drill::isIdle(queue.grid()) && drill::isIdle(queue.ready()) && reporter.waiting() == 0;
}

RushScreen::RushScreen(const test::ShopPlace& shop, Actor who)
    : m_source{{shop.commands().toStdString(), shop.board().toStdString(), protocol::Stream::Board,
                std::move(who), "drill"}},
      m_feed{m_source}
{
    m_feed.start();
}

} // namespace coffee::drill
