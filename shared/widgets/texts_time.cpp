// SPDX-License-Identifier: GPL-3.0-or-later
// The words for counts and times; the rest of texts.h is in texts.cpp.
#include "shared/widgets/texts.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace coffee::ui::texts {

namespace {

class TimeWords {
    Q_DECLARE_TR_FUNCTIONS(coffee::ui::texts::TimeWords)
};

constexpr int kSecondsPerMinute = 60;
constexpr int kMinutesPerHour = 60;
constexpr int kWidestRange = 15; // minutes

int minutesUp(std::int32_t seconds)
{
    return std::max(1, (seconds + kSecondsPerMinute - 1) / kSecondsPerMinute);
}

} // namespace

QString wait(const WaitRange& range)
{
    const int from = minutesUp(range.minSeconds);
    const int to = std::max(from, minutesUp(range.maxSeconds));
    if (from == to)
        return TimeWords::tr("약 %n분", nullptr, from);
    // So wide a range says nothing that a customer could plan with; its end does.
    if (to - from >= kWidestRange && to > 2 * from)
        return TimeWords::tr("최대 %n분", nullptr, to);
    return TimeWords::tr("약 %1~%2분").arg(from).arg(to);
}

QString length(std::chrono::seconds length)
{
    const auto total = static_cast<int>(std::max<std::int64_t>(0, length.count()));
    const int seconds = total % kSecondsPerMinute;
    const int minutes = total / kSecondsPerMinute;
    if (minutes == 0)
        return TimeWords::tr("%n초", nullptr, seconds);
    if (minutes < kMinutesPerHour)
        return seconds == 0 ? TimeWords::tr("%n분", nullptr, minutes)
                            : TimeWords::tr("%1분 %2초").arg(minutes).arg(seconds);
    const int hours = minutes / kMinutesPerHour;
    const int rest = minutes % kMinutesPerHour;
    return rest == 0 ? TimeWords::tr("%n시간", nullptr, hours)
                     : TimeWords::tr("%1시간 %2분").arg(hours).arg(rest);
}

QString ago(std::chrono::seconds age)
{
    constexpr std::chrono::seconds kJustNow{10};
    if (age < kJustNow)
        return TimeWords::tr("방금");
    const bool minutes = age >= std::chrono::seconds{kSecondsPerMinute};
    const std::chrono::seconds whole =
        minutes ? std::chrono::floor<std::chrono::minutes>(age) : age;
    return TimeWords::tr("%1 전").arg(length(whole));
}

QString timeOfDay(ShopTime time)
{
    return QDateTime::fromMSecsSinceEpoch(toMs(time)).toString(QStringLiteral("HH:mm"));
}

QString asOf(ShopTime time)
{
    return TimeWords::tr("%1 기준").arg(timeOfDay(time));
}

QString dateAndTime(ShopTime time)
{
    return localeOf(language())
        .toString(QDateTime::fromMSecsSinceEpoch(toMs(time)),
                  TimeWords::tr("yyyy년 M월 d일 HH:mm", "date format"));
}

QString itemCount(int count)
{
    return TimeWords::tr("%n개", nullptr, count);
}

} // namespace coffee::ui::texts
