// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/day_report.h"
#include "shared/domain/order_index.h"
#include "shared/domain/report_fold.h"

#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace coffee::client {

class LocalDatabase;

/// A Z as the log tells of it.
struct ClosedDay {
    DayClosed closed;
    ShopTime at{};
    Actor by;
    friend bool operator==(const ClosedDay&, const ClosedDay&) = default;
};

/// The manager's own read model of the whole history: every event of the shop in a SQLite file of
/// this program, and the index that searches look through in memory. It answers without the
/// daemon, and the daemon's file is never read for it.
///
/// It is a copy: a file that is broken, or of another log, is thrown away and filled again by
/// `events.get`, also when that shows later (`seq` is 0 again then). One thread uses it. What the
/// disk refuses is given again later, since `seq` stays.
class OrderArchive final {
public:
    /// Opens or makes `folder`/history.sqlite.
    explicit OrderArchive(const QString& folder);
    ~OrderArchive();
    OrderArchive(const OrderArchive&) = delete;
    OrderArchive& operator=(const OrderArchive&) = delete;

    /// False when there is no file to write to.
    [[nodiscard]] bool isUsable() const { return m_database != nullptr; }
    /// The log that it holds; empty before the first.
    [[nodiscard]] const std::string& epoch() const { return m_epoch; }
    /// The last event that it holds; the next one that it takes has the number after it.
    [[nodiscard]] Sequence seq() const { return m_seq; }

    /// Forgets everything when this is another log.
    [[nodiscard]] bool begin(const std::string& epoch);
    /// The next events, in one transaction: all of them, or none when a number is missing or the
    /// disk failed. What it holds already is passed over.
    [[nodiscard]] bool take(const std::vector<Event>& events);
    /// Writes down what a restart would have to fold again; also done now and then by `take`.
    void saveIndex();

    /// See OrderIndex.
    [[nodiscard]] OrdersFound find(const OrderFilter& filter, OrderId before,
                                   std::size_t limit) const;
    [[nodiscard]] const OrderIndex& orders() const { return m_index; }
    /// Every event that names the order, and those of its attempt, in order.
    [[nodiscard]] std::vector<Event> eventsOfOrder(OrderId order, std::int32_t limit) const;
    /// Every event of the payments and the refunds that moved on this day or later, with their
    /// beginnings on earlier days, in order; and those of the refunds of these orders.
    [[nodiscard]] std::vector<Event> moneyEvents(BusinessDay day,
                                                 const std::vector<OrderId>& orders) const;
    [[nodiscard]] std::vector<Event> eventsAfter(Sequence after, std::int32_t limit) const;

    /// The newest first.
    [[nodiscard]] std::vector<ClosedDay> closedDays(std::int64_t before, std::int32_t limit) const;
    /// The Z of this number, folded from the events that it covers; kept once it was.
    [[nodiscard]] std::optional<DayReport> report(std::int64_t number);
    /// The report of everything since the newest Z. What was folded for it once is kept: asked
    /// again it reads only what came since.
    [[nodiscard]] DayReport reportSoFar(std::chrono::minutes utcOffset);

private:
    void open();
    void load();
    void startOver();
    [[nodiscard]] bool write(const Event& event);
    [[nodiscard]] std::optional<ClosedDay> closedDay(std::int64_t number) const;
    [[nodiscard]] DayReport fold(Sequence after, Sequence to, std::chrono::minutes utcOffset,
                                 std::vector<OpenOrder> open) const;
    /// The X as far as it was read.
    struct SoFar {
        Sequence after{0};
        std::chrono::minutes utcOffset{0};
        ReportFold fold;
        Sequence seq{0};
    };

    [[nodiscard]] SoFar begunAfter(Sequence after, std::chrono::minutes utcOffset,
                                   std::vector<OpenOrder> open) const;
    [[nodiscard]] std::optional<DayReport> keptReport(std::int64_t number) const;

    QString m_file;
    std::unique_ptr<LocalDatabase> m_database;
    std::string m_epoch;
    Sequence m_seq{0};
    Sequence m_indexSavedAt{0};
    OrderIndex m_index;
    std::optional<SoFar> m_soFar;
};

} // namespace coffee::client
