// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/bar_station.h"

#include "shared/client/keys.h"

#include <QDir>

namespace coffee::test {

QString screenFolder(const ShopPlace& shop, const std::string& name)
{
    const QString folder = shop.data() + QLatin1Char('/') + QString::fromStdString(name);
    QDir{}.mkpath(folder);
    return folder;
}

BarStation::BarStation(const ShopPlace& shop, const std::string& name, Clock clock)
    : m_folder{screenFolder(shop, name)},
      m_disk{m_folder},
      m_store{m_folder},
      m_client{shop.commands().toStdString(), {Role::Station, name}},
      m_source{{shop.commands().toStdString(),
                shop.events().toStdString(),
                protocol::Stream::Events,
                {Role::Station, name},
                "test"}},
      feed{m_source},
      m_keeper{feed, m_store, protocol::Stream::Events},
      reporter{m_client, &m_disk, [] { return std::chrono::system_clock::now(); },
               client::newOperationKey},
      m_facts{feed, m_client, &m_disk},
      queue{reporter, station::Language::Korean, std::move(clock)},
      window{{feed, reporter, queue, m_facts, station::Language::Korean}}
{
    feed.start();
}

} // namespace coffee::test
