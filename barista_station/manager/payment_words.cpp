// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/payment_words.h"

#include "shared/widgets/texts.h"

#include <QCoreApplication>
#include <QStringList>

#include <optional>

namespace coffee::station {
namespace {

struct PaymentWords {
    Q_DECLARE_TR_FUNCTIONS(PaymentWords)
};

/// The number at a cause's beginning, where the rest is `rest`.
std::optional<int> countBefore(const QString& cause, const QString& rest)
{
    if (!cause.endsWith(rest))
        return std::nullopt;
    bool isNumber = false;
    const int count = cause.chopped(rest.size()).toInt(&isNumber);
    return isNumber ? std::optional{count} : std::nullopt;
}

/// Of "3 of 8 calls failed" the two numbers.
std::optional<std::pair<int, int>> share(const QString& cause, const QString& rest)
{
    if (!cause.endsWith(rest))
        return std::nullopt;
    const QStringList parts = cause.chopped(rest.size()).split(QStringLiteral(" of "));
    if (parts.size() != 2)
        return std::nullopt;
    return std::pair{parts[0].toInt(), parts[1].toInt()};
}

/// As `CircuitBreaker` words it.
QString causeWords(const BreakerTurn& turn)
{
    const QString cause = QString::fromStdString(turn.cause);
    if (const auto count = countBefore(cause, QStringLiteral(" faults in a row")))
        return PaymentWords::tr("연달아 %n번 실패해서", nullptr, *count);
    if (const auto count = countBefore(cause, QStringLiteral(" trials went through")))
        return PaymentWords::tr("시험 결제 %n건이 잘 되어서", nullptr, *count);
    if (const auto failed = share(cause, QStringLiteral(" calls failed")))
        return PaymentWords::tr("%1건 중 %2건이 실패해서").arg(failed->second).arg(failed->first);
    if (const auto slow = share(cause, QStringLiteral(" calls were slow")))
        return PaymentWords::tr("%1건 중 %2건이 느려서").arg(slow->second).arg(slow->first);
    if (turn.byPerson)
        return PaymentWords::tr("사람이 눌러서");
    if (cause == QLatin1String{"a trial failed"} || cause == QLatin1String{"the look failed"} ||
        cause == QLatin1String{"the look was not answered"})
        return PaymentWords::tr("다시 해 봤지만 실패해서");
    if (cause == QLatin1String{"a trial was slow"})
        return PaymentWords::tr("다시 해 봤지만 느려서");
    if (cause == QLatin1String{"it has rested"})
        return PaymentWords::tr("쉬는 시간이 끝나서");
    return cause;
}

QString stateWords(BreakerState state)
{
    switch (state) {
    case BreakerState::Open:
        return PaymentWords::tr("멈춤");
    case BreakerState::HalfOpen:
        return PaymentWords::tr("하나씩 시험");
    case BreakerState::Closed:
        return PaymentWords::tr("다시 받음");
    }
    return {};
}

} // namespace

QString turnWords(const BreakerTurn& turn)
{
    const QString why = causeWords(turn);
    const QString what = stateWords(turn.to);
    return why.isEmpty() ? what : QStringLiteral("%1 · %2").arg(what, why);
}

QString secondsWords(std::int64_t milliseconds)
{
    return PaymentWords::tr("%1초").arg(static_cast<double>(milliseconds) / 1000.0, 0, 'f', 1);
}

QString hourWords(const PaymentHour& hour)
{
    if (hour.isEmpty())
        return PaymentWords::tr("지난 1시간 동안 카드 결제가 없었어요.");
    const QString counts = PaymentWords::tr("승인 %1건 · 거절 %2건 · 실패 %3건.")
                               .arg(hour.approved)
                               .arg(hour.declined)
                               .arg(hour.failed);
    if (hour.usualMs == 0)
        return counts;
    return QStringLiteral("%1 %2").arg(
        counts, PaymentWords::tr("응답은 보통 %1, 가장 오래 %2.")
                    .arg(secondsWords(hour.usualMs), secondsWords(hour.mostMs)));
}

QString hourSpoken(const PaymentHour& hour)
{
    QStringList sentences{hourWords(hour)};
    for (std::size_t place = 0; place < hour.minutes.size(); ++place) {
        const PaymentHour::Minute& minute = hour.minutes[place];
        if (minute.declined + minute.failed == 0)
            continue;
        const ShopTime at = hour.from + std::chrono::minutes{static_cast<int>(place)};
        sentences << PaymentWords::tr("%1 거절 %2건, 실패 %3건.")
                         .arg(ui::texts::timeOfDay(at))
                         .arg(minute.declined)
                         .arg(minute.failed);
    }
    return sentences.join(QLatin1Char{' '});
}

} // namespace coffee::station
