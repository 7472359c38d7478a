// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/ordering_words.h"

#include "shared/domain/bar_pace.h"

#include <QCoreApplication>
#include <QStringList>

namespace coffee::station {
namespace {

struct OrderingWords {
    Q_DECLARE_TR_FUNCTIONS(OrderingWords)
};

constexpr int kMinutesPerHour = 60;

QString daysWords(const SaleHours& hours)
{
    if (hours.days == SaleHours::kEveryDay)
        return OrderingWords::tr("매일");
    QStringList days;
    int closed = 0;
    int first = -1;
    int last = -1;
    for (int weekday = 0; weekday < SaleHours::kDaysOfWeek; ++weekday) {
        if (!hours.isOn(weekday)) {
            closed = weekday;
            continue;
        }
        days << weekdayWord(weekday);
        first = first < 0 ? weekday : first;
        last = weekday;
    }
    const bool isRun = days.size() == last - first + 1;
    if (isRun && days.size() > 2)
        return QStringLiteral("%1~%2").arg(weekdayWord(first), weekdayWord(last));
    if (days.size() == SaleHours::kDaysOfWeek - 1)
        return OrderingWords::tr("%1요일 빼고 매일").arg(weekdayWord(closed));
    return days.join(QStringLiteral("·"));
}

} // namespace

int coffeesIn(std::int32_t makingMinutes)
{
    KindCounts one{};
    one.at(static_cast<std::size_t>(StationKind::Espresso)) = 1;
    return static_cast<int>(std::chrono::minutes{makingMinutes} / BarPace::makingTime(one));
}

QString clockWords(std::int32_t minute)
{
    return QStringLiteral("%1:%2")
        .arg(minute / kMinutesPerHour, 2, 10, QLatin1Char{'0'})
        .arg(minute % kMinutesPerHour, 2, 10, QLatin1Char{'0'});
}

QString weekdayWord(int weekday)
{
    switch (weekday) {
    case 0:
        return OrderingWords::tr("월");
    case 1:
        return OrderingWords::tr("화");
    case 2:
        return OrderingWords::tr("수");
    case 3:
        return OrderingWords::tr("목");
    case 4:
        return OrderingWords::tr("금");
    case 5:
        return OrderingWords::tr("토");
    case 6:
        return OrderingWords::tr("일");
    default: // A week has seven days.
        return {};
    }
}

QString hoursWords(const SaleHours& hours)
{
    const QString days = daysWords(hours);
    if (hours.isWholeDay())
        return OrderingWords::tr("%1 하루 종일").arg(days);
    const QString to = hours.to < hours.from
                           ? OrderingWords::tr("다음 날 %1").arg(clockWords(hours.to))
                           : clockWords(hours.to);
    return OrderingWords::tr("%1 %2~%3").arg(days, clockWords(hours.from), to);
}

QString paceWords(std::int32_t makingMinutes)
{
    if (makingMinutes == 0)
        return {};
    return OrderingWords::tr("주문을 천천히 받고 있어요: 15분에 커피 약 %1잔까지. 끌 때까지 "
                             "이어져요.")
        .arg(coffeesIn(makingMinutes));
}

} // namespace coffee::station
