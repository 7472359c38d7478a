// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/need_steps.h"

#include "barista_station/manager/need_words.h"
#include "barista_station/pages/station_texts.h"

#include "shared/widgets/texts.h"

#include <QCoreApplication>

#include <algorithm>

namespace coffee::station {
namespace {

struct StepTexts {
    Q_DECLARE_TR_FUNCTIONS(StepTexts)
};

QString sinceWords(ShopTime since, ShopTime now)
{
    if (since == ShopTime{})
        return StepTexts::tr("언제부터인지 몰라요.");
    const auto age = std::chrono::duration_cast<std::chrono::seconds>(std::max(now, since) - since);
    return StepTexts::tr("%1부터 (%2)").arg(ui::texts::timeOfDay(since), ui::texts::ago(age));
}

QStringList machineFacts(const Need& need, const std::optional<ProgramTile>& program, ShopTime now)
{
    QStringList facts{StepTexts::tr("대답이 없어요: %1").arg(sinceWords(need.since, now))};
    if (!need.subject.empty())
        facts << StepTexts::tr("기계 이름: %1").arg(QString::fromStdString(need.subject));
    if (!program)
        return facts;
    if (!program->version.empty())
        facts << StepTexts::tr("프로그램 버전: %1").arg(QString::fromStdString(program->version));
    if (program->seq > 0)
        facts << StepTexts::tr("마지막으로 받은 소식: 순번 %1 (그 뒤 소식 %2개를 못 받음)")
                     .arg(program->seq)
                     .arg(program->lag);
    return facts;
}

QStringList kioskSteps()
{
    return {
        StepTexts::tr("주문기 화면이 꺼져 있으면 전원을 켜 주세요."),
        StepTexts::tr("화면이 멈춰 있으면 주문기를 껐다 켜 주세요. 주문과 결제 기록은 사라지지 "
                      "않아요."),
        StepTexts::tr("화면은 켜졌는데 연결되지 않았다고 하면 네트워크 선과 공유기를 봐 주세요."),
        StepTexts::tr("그동안 손님을 다른 주문기로 안내해 주세요.")};
}

QStringList stationSteps()
{
    return {
        StepTexts::tr("바리스타 화면이 꺼져 있으면 전원을 켜 주세요."),
        StepTexts::tr("화면이 멈춰 있으면 껐다 켜 주세요. 기다리는 주문은 그대로 다시 나타나요."),
        StepTexts::tr("화면은 켜졌는데 연결되지 않았다고 하면 네트워크 선과 공유기를 봐 주세요."),
        StepTexts::tr("그동안 이 창 오른쪽의 주문 목록을 보고 바리스타에게 알려 주세요.")};
}

QStringList boardSteps()
{
    return {
        StepTexts::tr("픽업 화면이 꺼져 있으면 전원을 켜 주세요."),
        StepTexts::tr("화면이 멈춰 있으면 껐다 켜 주세요."),
        StepTexts::tr("화면은 켜졌는데 연결되지 않았다고 하면 네트워크 선과 공유기를 봐 주세요."),
        StepTexts::tr("그동안 준비된 번호를 불러 주세요.")};
}

/// Of "812 MiB are free" the number; otherwise the detail as it is.
QString freeRoom(const std::string& detail)
{
    const QString words = QString::fromStdString(detail);
    const QString rest = QStringLiteral(" MiB are free");
    return words.endsWith(rest) ? QStringLiteral("%1 MB").arg(words.chopped(rest.size())) : words;
}

/// Of "the wall clock moved by -3600 s; shop time goes on" how far and which way.
QString clockMove(const std::string& detail)
{
    const QString words = QString::fromStdString(detail);
    const QString begin = QStringLiteral("the wall clock moved by ");
    const qsizetype end = words.indexOf(QStringLiteral(" s;"));
    bool isNumber = false;
    const qlonglong seconds =
        end < begin.size() ? 0 : words.mid(begin.size(), end - begin.size()).toLongLong(&isNumber);
    if (!words.startsWith(begin) || !isNumber)
        return words;
    const QString length = ui::texts::length(std::chrono::seconds{std::abs(seconds)});
    return seconds < 0 ? StepTexts::tr("시계가 %1 뒤로 갔어요.").arg(length)
                       : StepTexts::tr("시계가 %1 앞으로 갔어요.").arg(length);
}

NeedSteps diskSteps(const Need& need, ShopTime now)
{
    return {{},
            {StepTexts::tr("남은 공간: %1").arg(freeRoom(need.subject)),
             StepTexts::tr("부족해진 때: %1").arg(sinceWords(need.since, now))},
            {StepTexts::tr("결제 서버가 있는 컴퓨터에서 휴지통을 비우고 필요 없는 파일을 지워 "
                           "주세요."),
             StepTexts::tr("오래된 백업은 다른 디스크로 옮겨 주세요. 가장 새 백업은 남겨 두세요."),
             StepTexts::tr(
                 "결제 서버의 데이터 폴더는 건드리지 마세요. 주문과 결제 기록이 들어 있어요."),
             StepTexts::tr("다 했으면 공간을 다시 재 주세요.")},
            StepTexts::tr("다시 재기")};
}

NeedSteps clockSteps(const Need& need, ShopTime now)
{
    return {
        {},
        {clockMove(need.subject), StepTexts::tr("바뀐 때: %1").arg(sinceWords(need.since, now)),
         StepTexts::tr("주문과 결제의 시간은 끊기지 않고 이어져요.")},
        {StepTexts::tr("결제 서버가 있는 컴퓨터의 날짜, 시간, 시간대가 맞는지 봐 주세요."),
         StepTexts::tr("틀리면 시간 자동 설정을 켜 주세요."),
         StepTexts::tr("시계를 고쳤으면 문 닫은 뒤에 결제 서버를 한 번 다시 켜 주세요. 그때부터 "
                       "새 시계를 따라요."),
         StepTexts::tr("봤으면 확인했다고 알려 주세요.")},
        StepTexts::tr("확인했어요")};
}

} // namespace

NeedSteps needSteps(const Need& need, const std::optional<ProgramTile>& program, ShopTime now)
{
    NeedSteps steps;
    if (need.kind == NeedKind::DiskLow) {
        steps = diskSteps(need, now);
    } else if (need.kind == NeedKind::ClockStepped) {
        steps = clockSteps(need, now);
    } else {
        steps.facts = machineFacts(need, program, now);
        steps.steps = need.role == Role::Kiosk   ? kioskSteps()
                      : need.role == Role::Board ? boardSteps()
                                                 : stationSteps();
        if (!need.subject.empty()) {
            steps.steps << StepTexts::tr(
                "이제 쓰지 않는 기계라면 아래의 ‘목록에서 빼기’를 눌러 주세요.");
            steps.act = StepTexts::tr("목록에서 빼기");
        }
    }
    steps.title = needWords(need).title;
    return steps;
}

} // namespace coffee::station
