// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/drill/rush_bar.h"

#include "shared/client/keys.h"
#include "shared/widgets/theme.h"

#include <QApplication>
#include <QDir>

#include <algorithm>

namespace coffee::drill {
namespace {

constexpr QSize kGlass{1920, 1080};
constexpr double kGlassInches = 24.0;

QString folderOf(const test::ShopPlace& shop, const std::string& name)
{
    const QString folder = shop.data() + QLatin1Char('/') + QString::fromStdString(name);
    QDir{}.mkpath(folder);
    return folder;
}

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
    : m_folder{folderOf(shop, name)},
      m_disk{m_folder},
      m_store{m_folder},
      m_client{shop.commands().toStdString(), {Role::Station, name}},
      m_source{{shop.commands().toStdString(),
                shop.events().toStdString(),
                protocol::Stream::Events,
                {Role::Station, name},
                "drill"}},
      m_feed{m_source},
      m_keeper{m_feed, m_store, protocol::Stream::Events},
      m_reporter{m_client, &m_disk, [] { return std::chrono::system_clock::now(); },
                 client::newOperationKey},
      m_facts{m_feed, m_client, &m_disk},
      m_queue{m_reporter, station::Language::Korean,
              [speed, begun = std::chrono::steady_clock::now()] {
                  return begun + speed * (std::chrono::steady_clock::now() - begun);
              }},
      m_window{{m_feed, m_reporter, m_queue, m_facts, station::Language::Korean}}
{
    m_feed.start();
    m_window.resize(kGlass);
    m_window.show();
}

bool RushBar::isIdle() const
{
    return drill::isIdle(m_queue.grid()) && drill::isIdle(m_queue.ready()) &&
           m_reporter.waiting() == 0;
}

RushScreen::RushScreen(const test::ShopPlace& shop, Actor who)
    : m_source{{shop.commands().toStdString(), shop.board().toStdString(), protocol::Stream::Board,
                std::move(who), "drill"}},
      m_feed{m_source}
{
    m_feed.start();
}

} // namespace coffee::drill
