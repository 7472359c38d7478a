// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/model/recall_list.h"

#include <QDateTime>

#include <algorithm>

namespace coffee::station {
namespace {

ShopTime leftAt(const OrderView& order)
{
    if (order.finishedAt != ShopTime{})
        return order.finishedAt;
    return order.readyAt != ShopTime{} ? order.readyAt : order.startedAt;
}

/// Others still make theirs; nothing is open here, and something was made.
bool isDoneHere(const OrderView& order, const StationKinds& kinds)
{
    bool openElsewhere = false;
    bool doneHere = false;
    for (const UnitView& unit : order.units) {
        const auto line = static_cast<std::size_t>(unit.line) - 1;
        const bool isHere = line < order.lines.size() && kinds.contains(order.lines[line].station);
        if (isHere && unit.state == UnitState::Open)
            return false;
        doneHere = doneHere || (isHere && unit.state == UnitState::Done);
        openElsewhere = openElsewhere || (!isHere && unit.state == UnitState::Open);
    }
    return doneHere && openElsewhere;
}

QString clockOf(ShopTime time)
{
    return QDateTime::fromMSecsSinceEpoch(toMs(time)).toString(QStringLiteral("HH:mm"));
}

bool fits(const OrderView& order, const QString& summary, const QString& search)
{
    if (search.contains(u':')) {
        const QString clock = clockOf(leftAt(order));
        return clock.startsWith(search) ||
               (clock.startsWith(u'0') && clock.mid(1).startsWith(search));
    }
    return search.isEmpty() || QString::number(order.number).startsWith(search) ||
           summary.contains(search, Qt::CaseInsensitive);
}

/// A number that was given to a newer order cannot be called again (the daemon refuses it).
bool numberIsTaken(const OrderBoard& board, const OrderView& order)
{
    const OrderView* newest = board.findByNumber(order.number);
    return newest && newest->id != order.id;
}

} // namespace

QString summaryOf(const std::vector<PricedLine>& lines, Language language, const Menu* menu)
{
    QStringList parts;
    for (const PricedLine& line : lines) {
        QString name = inLanguage(line.name, language);
        if (const QString options = menu ? optionsOf(line, language, menu) : QString{};
            !options.isEmpty())
            name = QStringLiteral("%1 (%2)").arg(name, options);
        parts.push_back(QStringLiteral("%1 %2").arg(name).arg(static_cast<int>(line.units.size())));
    }
    return parts.join(QStringLiteral(", "));
}

std::vector<RecallRow> recallRows(const OrderBoard& board,
                                  const std::vector<const OrderView*>& older, const QString& search,
                                  Language language, std::size_t most, const StationKinds& kinds)
{
    const QString wanted = search.trimmed();
    std::vector<RecallRow> rows;
    const auto add = [&](const OrderView& order) {
        const bool isToMake =
            order.state == OrderState::Queued || order.state == OrderState::Making;
        if (isToMake && !isDoneHere(order, kinds))
            return;
        const QString summary = summaryOf(order.lines, language);
        if (!fits(order, summary, wanted))
            return;
        const bool tooOld = order.state == OrderState::Collected && !board.isRecent(order.id);
        const bool canRecall =
            order.state != OrderState::Cancelled && !tooOld && !numberIsTaken(board, order);
        rows.push_back({order.id, order.number, order.state, order.service, summary, leftAt(order),
                        clockOf(leftAt(order)), canRecall, tooOld});
    };
    for (const auto& [id, order] : board.all())
        add(order);
    for (const OrderView* order : older)
        add(*order);
    std::stable_sort(rows.begin(), rows.end(), [](const RecallRow& left, const RecallRow& right) {
        return left.at > right.at;
    });
    if (rows.size() > most)
        rows.resize(most);
    return rows;
}

} // namespace coffee::station
