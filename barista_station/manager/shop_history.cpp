// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/shop_history.h"

#include "shared/protocol/limits.h"

#include <optional>

namespace coffee::station {

ShopHistory::ShopHistory(client::ShopFeed& feed, client::OrderClient& client, const QString& folder,
                         QObject* parent)
    : QObject{parent},
      m_feed{feed},
      m_client{client},
      m_desk{new QObject},
      m_archive{std::make_shared<std::unique_ptr<client::OrderArchive>>()}
{
    m_again.setSingleShot(true);
    m_again.setInterval(kAskAgainAfter);
    connect(&m_again, &QTimer::timeout, this, &ShopHistory::fetch);
    connect(&m_feed, &client::ShopFeed::viewChanged, this, &ShopHistory::follow);
    connect(&m_feed, &client::ShopFeed::viewReset, this, &ShopHistory::follow);
    connect(&m_feed, &client::ShopFeed::freshnessChanged, this, &ShopHistory::follow);

    m_desk->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_desk, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("history"));
    m_thread.start(QThread::LowPriority);
    QMetaObject::invokeMethod(m_desk, [archive = m_archive, folder] {
        *archive = std::make_unique<client::OrderArchive>(folder);
    });
    ask(
        this,
        [](const client::OrderArchive& archive) {
            return std::pair{QString::fromStdString(archive.epoch()),
                             Progress{archive.isUsable(), true, archive.seq(), 0}};
        },
        [this](const std::pair<QString, Progress>& opened) {
            m_epoch = opened.first;
            report(opened.second);
            follow();
        });
}

ShopHistory::~ShopHistory()
{
    // A file of SQLite is closed on the thread that opened it.
    QMetaObject::invokeMethod(
        m_desk, [archive = m_archive] { archive->reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void ShopHistory::carry(Act act)
{
    QMetaObject::invokeMethod(m_desk,
                              [archive = m_archive, act = std::move(act)] { act(**archive); });
}

void ShopHistory::bring(std::function<void()> act)
{
    QMetaObject::invokeMethod(this, std::move(act));
}

void ShopHistory::report(Progress progress)
{
    progress.head = std::max(m_feed.view().seq, progress.seq);
    if (progress == m_progress)
        return;
    m_progress = progress;
    Q_EMIT progressed();
}

void ShopHistory::follow()
{
    const client::Freshness freshness = m_feed.freshness();
    if (!m_progress.opened || !m_progress.usable || freshness.epoch.empty())
        return;
    const QString epoch = QString::fromStdString(freshness.epoch);
    if (epoch != m_epoch) {
        // Another log: what was kept is of a shop that is no more.
        m_epoch = epoch;
        ++m_log;
        carry([epoch = freshness.epoch](client::OrderArchive& archive) {
            static_cast<void>(archive.begin(epoch));
        });
        report({true, true, 0, 0});
    } else {
        report(m_progress);
    }
    fetch();
}

void ShopHistory::fetch()
{
    const bool isLive = m_feed.freshness().state == client::FeedState::Live;
    if (m_fetching || m_again.isActive() || !isLive || !m_progress.opened || !m_progress.usable ||
        m_progress.seq >= m_feed.view().seq)
        return;
    m_fetching = true;
    m_client.ask(protocol::EventsGet{protocol::Stream::Events, m_progress.seq,
                                     static_cast<std::int32_t>(protocol::kPageMax)},
                 this, [this](const client::Answer<protocol::EventsPage>& answer) {
                     const protocol::EventsPage* page = answer.body();
                     if (page && !page->events.empty() &&
                         QString::fromStdString(page->epoch) == m_epoch) {
                         take(*page);
                         return;
                     }
                     m_fetching = false;
                     m_again.start();
                 });
}

void ShopHistory::take(const protocol::EventsPage& page)
{
    ask(
        this,
        [events = page.events](client::OrderArchive& archive) {
            const bool taken = archive.take(events);
            return std::pair{taken, archive.seq()};
        },
        [this, log = m_log](const std::pair<bool, Sequence>& answer) {
            m_fetching = false;
            if (log != m_log) { // How far the other log had come says nothing of this one.
                fetch();
                return;
            }
            if (!answer.first)
                m_again.start(); // The disk refused; it may take them later.
            report({true, true, answer.second, 0});
            fetch();
        });
}

} // namespace coffee::station
