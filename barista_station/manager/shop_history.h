// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/client/order_archive.h"
#include "shared/client/order_client.h"
#include "shared/client/shop_feed.h"

#include <QObject>
#include <QPointer>
#include <QThread>
#include <QTimer>

#include <functional>
#include <memory>
#include <utility>

namespace coffee::station {

/// The whole history of the shop beside the manager's window: an `OrderArchive` on a thread of its
/// own, filled page by page from the daemon's log, and questions to it.
///
/// The archive answers what it has while it is still being filled or the daemon is away;
/// `progress` says how far it has come. Nothing here waits: a question is carried to the thread,
/// and its answer comes back to the GUI thread as long as `context` lives. Questions are answered
/// in the order in which they were asked.
///
/// GUI thread. Feed and client must outlive it.
class ShopHistory final : public QObject {
    Q_OBJECT

public:
    struct Progress {
        bool usable{true};  ///< false when there is no disk to keep it on
        bool opened{false}; ///< what was kept has been read
        Sequence seq{0};    ///< the last event that it holds
        Sequence head{0};   ///< the last that the window knows of
        friend bool operator==(const Progress&, const Progress&) = default;

        [[nodiscard]] bool isComplete() const { return usable && opened && seq >= head; }
    };

    /// The pause after a question that nobody answered.
    static constexpr std::chrono::milliseconds kAskAgainAfter{2000};

    /// Keeps its file in `folder`.
    ShopHistory(client::ShopFeed& feed, client::OrderClient& client, const QString& folder,
                QObject* parent = nullptr);
    ~ShopHistory() override;

    [[nodiscard]] const Progress& progress() const { return m_progress; }

    /// `question(archive)` runs on the archive's thread, `done(answer)` here.
    template <class Question, class Done>
    void ask(QObject* context, Question question, Done done)
    {
        carry([this, question = std::move(question), done = std::move(done),
               context = QPointer<QObject>{context}](client::OrderArchive& archive) {
            auto answer = question(archive);
            bring([answer = std::move(answer), done, context] {
                if (context)
                    done(answer);
            });
        });
    }

Q_SIGNALS:
    /// `progress` is another one: more can be found.
    void progressed();

private:
    using Act = std::function<void(client::OrderArchive&)>;

    /// Runs it on the archive's thread.
    void carry(Act act);
    /// Runs it here, from the archive's thread.
    void bring(std::function<void()> act);
    void follow();
    void fetch();
    void take(const protocol::EventsPage& page);
    void report(Progress progress);

    client::ShopFeed& m_feed;
    client::OrderClient& m_client;
    Progress m_progress;
    QString m_epoch; ///< of the log that the archive holds
    int m_log{0};    ///< counts the logs that were followed
    bool m_fetching{false};
    QTimer m_again;
    QThread m_thread;
    QObject* m_desk;                                                  ///< lives on the thread
    std::shared_ptr<std::unique_ptr<client::OrderArchive>> m_archive; ///< touched there alone
};

} // namespace coffee::station
