// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/model/operation.h"

#include "shared/client/order_client.h"
#include "shared/client/station_store.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <deque>
#include <functional>

namespace coffee::station {

/// Tells the daemon what was done at the bar, in the order in which it was done.
///
/// Each report gets a random key and is written to the station's own disk before it is sent; it is
/// repeated under that key until the daemon has answered, so a lost answer, a dead daemon or a
/// restart of this screen neither loses nor doubles it. While the daemon is away the bar goes on
/// working: reports wait, with the time at which they were made.
///
/// An accepted report stays among the `operations` until the shop's view shows it (`caughtUp`);
/// a refused one is dropped and told with `refused`: the view then shows what is true.
///
/// GUI thread. The client and the journal must outlive it.
class StatusReporter final : public QObject {
    Q_OBJECT

public:
    using WallNow = std::function<std::chrono::system_clock::time_point()>;
    using NewKey = std::function<OperationKey()>;

    /// More waiting reports than a bar makes in a day without the daemon; further ones are not
    /// taken, and `refused` says so.
    static constexpr std::size_t kOperationsMax = 5000;
    /// Between two tries while the daemon is away.
    static constexpr std::chrono::milliseconds kRetryAfter{1000};

    /// Takes up what an earlier run of this screen left in the journal. Without a journal (tests,
    /// demonstrations) reports live in memory only.
    StatusReporter(client::OrderClient& client, client::Journal* journal, WallNow wallNow,
                   NewKey newKey, QObject* parent = nullptr);
    ~StatusReporter() override;

    enum class Taken {
        Yes,
        NotDurable, ///< it is being sent, but this screen's disk failed: a restart would lose it
        Full        ///< too much waits already; nothing was recorded
    };
    /// Records and begins to send.
    Taken report(OperationBody body);

    /// What is under way, oldest first; accepted ones until the view shows them.
    [[nodiscard]] const std::deque<Operation>& operations() const { return m_operations; }
    /// How many the daemon has not answered yet.
    [[nodiscard]] int waiting() const;
    /// How long ago the oldest of those was made; zero when there is none.
    [[nodiscard]] std::chrono::milliseconds oldestWaiting() const;
    /// False after the journal could not be written; true again after it could.
    [[nodiscard]] bool isDurable() const { return m_durable; }

    /// The view has every event up to `seq`; answers up to there are over, also later ones.
    void caughtUp(Sequence seq);
    /// The daemon was heard again: do not wait for the next try.
    void tryNow();

Q_SIGNALS:
    /// The list of operations or their state changed.
    void changed();
    /// A report about this order (0: about an item or a help call) was not accepted by the daemon,
    /// or, with `Busy`, not even taken because too much waits.
    void refused(coffee::OrderId order, const coffee::Refusal& refusal);

private:
    void load();
    void sendNext();
    template <class Command>
    void send(const Command& command);
    void accept(Sequence seq);
    void refuse(const Refusal& refusal);
    void drop(const OperationKey& key);
    bool dropShown();
    [[nodiscard]] Operation* inFlight();
    [[nodiscard]] std::chrono::milliseconds ageOf(const Operation& operation) const;
    [[nodiscard]] bool write(const Operation& operation);

    client::OrderClient& m_client;
    client::Journal* m_journal;
    WallNow m_wallNow;
    NewKey m_newKey;
    std::deque<Operation> m_operations;
    Sequence m_shown{0};     ///< the view has every event up to here
    OperationKey m_inFlight; ///< empty while nothing is being asked
    QTimer m_retry;
    bool m_durable{true};
};

} // namespace coffee::station
