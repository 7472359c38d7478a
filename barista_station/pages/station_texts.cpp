// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/pages/station_texts.h"

#include "shared/domain/words.h"
#include "shared/widgets/texts.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace coffee::station::texts {
namespace {

using std::chrono::duration_cast;
using std::chrono::minutes;
using std::chrono::seconds;

struct StationTexts {
    Q_DECLARE_TR_FUNCTIONS(StationTexts)
};

/// What the name tells beside the role: "2" of a kiosk "kiosk-2", all of "door".
std::string withoutRole(Role who, const std::string& name)
{
    // A station is called "bar" in the sample settings.
    std::string said{who == Role::Station ? "bar" : word(who)};
    said += '-';
    return name.size() > said.size() && name.starts_with(said) ? name.substr(said.size()) : name;
}

} // namespace

QString duration(seconds time)
{
    const auto whole = duration_cast<minutes>(time).count();
    if (whole < 1)
        return StationTexts::tr("%1초").arg(time.count());
    constexpr int kMinutesPerHour = 60;
    if (whole < kMinutesPerHour)
        return StationTexts::tr("%1분").arg(whole);
    return StationTexts::tr("%1시간 %2분")
        .arg(whole / kMinutesPerHour)
        .arg(whole % kMinutesPerHour);
}

QString age(seconds age, Lateness lateness)
{
    switch (lateness) {
    case Lateness::OnTime:
        return duration(age);
    case Lateness::Soon:
        return StationTexts::tr("곧 늦음 %1").arg(duration(age));
    case Lateness::Late:
        return StationTexts::tr("늦음 %1").arg(duration(age));
    }
    return duration(age);
}

QString timeAndDay(ShopTime time, ShopTime now)
{
    const QString clock = ui::texts::timeOfDay(time);
    const QDate day = QDateTime::fromMSecsSinceEpoch(toMs(time)).date();
    const QDate today = QDateTime::fromMSecsSinceEpoch(toMs(now)).date();
    if (day == today)
        return clock;
    if (day == today.addDays(1))
        return StationTexts::tr("내일 %1").arg(clock);
    return StationTexts::tr("%1월 %2일 %3").arg(day.month()).arg(day.day()).arg(clock);
}

QString machine(Role who, const std::string& name)
{
    if (name.empty() || who == Role::Daemon)
        return ui::texts::role(who);
    return QStringLiteral("%1 %2").arg(ui::texts::role(who),
                                       QString::fromStdString(withoutRole(who, name)));
}

QString day(BusinessDay day)
{
    const QLocale locale{ui::texts::language() == ui::Language::Korean ? QLocale::Korean
                                                                       : QLocale::English};
    return locale.toString(QDate{1970, 1, 1}.addDays(day),
                           StationTexts::tr("M월 d일 (ddd)", "date format"));
}

QString sum(MoneySum sum)
{
    const QLocale grouped{QLocale::English, QLocale::UnitedStates};
    return StationTexts::tr("%1원").arg(grouped.toString(static_cast<qlonglong>(sum.won())));
}

QString refusedAtBar(const Refusal& refusal)
{
    const RefusalCode code = refusal.code;
    if (const auto unit = fromWord<UnitState>(refusal.state);
        unit && code == RefusalCode::WrongState)
        switch (*unit) {
        case UnitState::Open:
            return StationTexts::tr("다른 자리에서 아직 안 만든 것으로 되돌렸어요.");
        case UnitState::Done:
            return StationTexts::tr("다른 자리에서 이미 만들었어요.");
        case UnitState::Refused:
            return StationTexts::tr("다른 자리에서 만들 수 없다고 했어요.");
        }
    if (code == RefusalCode::WrongState || code == RefusalCode::NotPossible)
        switch (fromWord<OrderState>(refusal.state).value_or(OrderState::Making)) {
        case OrderState::Queued:
            return StationTexts::tr("다른 스테이션에서 대기로 되돌렸어요.");
        case OrderState::Making:
            break;
        case OrderState::Ready:
            return StationTexts::tr("다른 스테이션에서 이미 완료했어요.");
        case OrderState::Collected:
            return StationTexts::tr("이미 손님에게 전달했어요.");
        case OrderState::Cancelled:
            return StationTexts::tr("그 전에 취소된 주문이에요. 만들지 마세요.");
        }
    if (code == RefusalCode::WrongState || code == RefusalCode::NotPossible)
        return StationTexts::tr("다른 곳에서 먼저 바뀌었어요. 지금 상태를 보여 드려요.");
    if (code == RefusalCode::NumberReused)
        return StationTexts::tr("이 번호는 새 주문이 쓰고 있어 되돌릴 수 없어요.");
    if (code == RefusalCode::UnknownOrder || code == RefusalCode::UnknownUnit)
        return StationTexts::tr("결제 서버가 모르는 주문이에요. 매니저를 불러 주세요.");
    return StationTexts::tr("처리되지 않았어요. 다시 눌러 주세요.");
}

QString units(const std::vector<TicketLine>& lines, UnitState state, std::size_t most)
{
    QStringList names;
    int rest = 0;
    for (const TicketLine& line : lines) {
        const auto count = static_cast<int>(
            std::count_if(line.units.begin(), line.units.end(),
                          [state](const TicketUnit& unit) { return unit.state == state; }));
        if (count == 0)
            continue;
        if (static_cast<std::size_t>(names.size()) >= most)
            rest += count;
        else
            names << (count > 1 ? QStringLiteral("%1\u00a0%2").arg(line.name).arg(count)
                                : line.name);
    }
    const QString listed = names.join(QStringLiteral(", "));
    return rest > 0 ? StationTexts::tr("%1 외 %n개", nullptr, rest).arg(listed) : listed;
}

QString station(StationKind kind)
{
    switch (kind) {
    case StationKind::Espresso:
        return StationTexts::tr("에스프레소 바");
    case StationKind::Blender:
        return StationTexts::tr("블렌더");
    case StationKind::Food:
        return StationTexts::tr("음식");
    }
    return {};
}

QString stations(const StationKinds& kinds)
{
    if (kinds.size() == kAllStationKinds.size())
        return StationTexts::tr("모든 스테이션");
    QStringList names;
    for (const StationKind kind : kinds)
        names.push_back(station(kind));
    return names.join(QStringLiteral(", "));
}

QString caption(BarSound sound)
{
    switch (sound) {
    case BarSound::NewOrder:
        return StationTexts::tr("새 주문이 왔어요.");
    case BarSound::Stop:
        return StationTexts::tr("취소된 주문이 있어요.");
    case BarSound::Help:
        return StationTexts::tr("손님이 직원을 불러요.");
    case BarSound::Late:
        return StationTexts::tr("늦은 주문이 있어요.");
    case BarSound::CaughtUp:
        return StationTexts::tr("그동안 온 주문이 있어요.");
    }
    return {};
}

QString freshness(const client::Freshness& freshness)
{
    const QString seq = QString::number(freshness.seq);
    const QString ago =
        freshness.age ? duration(duration_cast<seconds>(*freshness.age)) : QString{};
    switch (freshness.state) {
    case client::FeedState::Live:
        return ago.isEmpty() ? StationTexts::tr("연결됨 · 순번 %1까지").arg(seq)
                             : StationTexts::tr("연결됨 · 순번 %1까지 · %2 전").arg(seq, ago);
    case client::FeedState::CatchingUp:
        return StationTexts::tr("따라잡는 중 · 순번 %1 / %2").arg(seq).arg(freshness.head);
    case client::FeedState::Connecting:
        return freshness.asOf ? StationTexts::tr("연결하는 중 · %1 기준")
                                    .arg(ui::texts::timeOfDay(*freshness.asOf))
                              : StationTexts::tr("연결하는 중");
    case client::FeedState::Stale:
        return ago.isEmpty() ? StationTexts::tr("연결 끊김 · 순번 %1까지").arg(seq)
                             : StationTexts::tr("연결 끊김 · 순번 %1까지 · %2 전").arg(seq, ago);
    }
    return {};
}

QString staleness(const client::Freshness& freshness)
{
    switch (freshness.state) {
    case client::FeedState::Live:
        return {};
    case client::FeedState::CatchingUp:
        return StationTexts::tr("놓친 소식을 받고 있어요. 새 주문이 곧 나타나요.");
    case client::FeedState::Connecting:
    case client::FeedState::Stale:
        return StationTexts::tr(
            "새 주문이 안 보일 수 있어요. 하던 일은 계속하세요. 연결되면 보내요.");
    }
    return {};
}

} // namespace coffee::station::texts
