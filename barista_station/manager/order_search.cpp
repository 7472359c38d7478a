// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/order_search.h"

#include <QDateTime>
#include <QRegularExpression>

#include <chrono>

namespace coffee::station {
namespace {

using std::chrono::minutes;

/// A business day ends here, by the clock on the wall.
const QTime kDayStart{4, 0};
constexpr int kNumberDigitsMost = 6;

std::optional<Money> moneyIn(QString digits)
{
    bool ok = false;
    const qlonglong won = digits.remove(u',').toLongLong(&ok);
    if (!ok || won < 0 || won > Money::kWonMax)
        return std::nullopt;
    return Money::fromWon(won);
}

/// "14", "14:", "14:0" and "14:05" each name a stretch of the day.
struct Stretch {
    QTime from;
    int minutes{0};
};

std::optional<Stretch> stretchIn(const QString& word)
{
    static const QRegularExpression clock{QStringLiteral("^(\\d{1,2}):(\\d{0,2})$")};
    const auto match = clock.match(word);
    if (!match.hasMatch())
        return std::nullopt;
    const QString rest = match.captured(2);
    const int hour = match.captured(1).toInt();
    const int minute = rest.isEmpty() ? 0 : rest.size() == 1 ? rest.toInt() * 10 : rest.toInt();
    const QTime from{hour, minute};
    if (!from.isValid())
        return std::nullopt;
    return Stretch{from, rest.isEmpty() ? 60 : rest.size() == 1 ? 10 : 1};
}

std::optional<BusinessDay> oneDay(const OrderFilter& filter)
{
    return filter.firstDay && filter.firstDay == filter.lastDay ? filter.firstDay : std::nullopt;
}

bool takeAmounts(const QString& word, OrderFilter& filter)
{
    static const QRegularExpression amounts{
        QStringLiteral("^([\\d,]+)원?[~-]([\\d,]+)원?$|^([\\d,]+)원$")};
    const auto match = amounts.match(word);
    if (!match.hasMatch())
        return false;
    const bool isRange = !match.captured(1).isEmpty();
    filter.least = moneyIn(match.captured(isRange ? 1 : 3));
    filter.most = moneyIn(match.captured(isRange ? 2 : 3));
    return true;
}

} // namespace

QDate dateOf(BusinessDay day)
{
    return QDate{1970, 1, 1}.addDays(day);
}

BusinessDay businessDayOf(QDate date)
{
    return static_cast<BusinessDay>(QDate{1970, 1, 1}.daysTo(date));
}

OrderFilter orderSearch(const QString& typed, const OrderFilter& chosen)
{
    OrderFilter filter = chosen;
    QStringList item;
    for (const QString& word : typed.split(u' ', Qt::SkipEmptyParts)) {
        bool isNumber = false;
        static_cast<void>(word.toInt(&isNumber));
        if (isNumber && word.size() <= kNumberDigitsMost) {
            filter.number = word.toStdString();
        } else if (const auto stretch = stretchIn(word)) {
            const auto day = oneDay(chosen);
            if (!day)
                continue;
            const QDate date = dateOf(*day).addDays(stretch->from < kDayStart ? 1 : 0);
            filter.from = fromMs(QDateTime{date, stretch->from}.toMSecsSinceEpoch());
            filter.until = *filter.from + minutes{stretch->minutes};
        } else if (!takeAmounts(word, filter)) {
            item << word;
        }
    }
    filter.item = item.join(u' ').toStdString();
    return filter;
}

bool timeNeedsDay(const QString& typed, const OrderFilter& chosen)
{
    const QStringList words = typed.split(u' ', Qt::SkipEmptyParts);
    const bool hasTime = std::any_of(words.begin(), words.end(), [](const QString& word) {
        return stretchIn(word).has_value();
    });
    return hasTime && !oneDay(chosen);
}

} // namespace coffee::station
