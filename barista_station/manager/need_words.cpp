// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/need_words.h"

#include "barista_station/pages/station_texts.h"

#include "shared/domain/causes.h"
#include "shared/widgets/texts.h"

#include <QCoreApplication>

namespace coffee::station {

using ui::Icon;

namespace {

struct NeedTexts {
    Q_DECLARE_TR_FUNCTIONS(NeedTexts)
};

QString actionWords(const Need& need)
{
    switch (need.action) {
    case NeedAction::None:
        return {};
    case NeedAction::TryDaemon:
    case NeedAction::TryCards:
        return NeedTexts::tr("지금 다시 시도");
    case NeedAction::PauseOrdering:
        return NeedTexts::tr("주문 잠시 멈추기");
    case NeedAction::AcceptCards:
        return NeedTexts::tr("카드 다시 받기");
    case NeedAction::AskBooks:
        return NeedTexts::tr("지금 다시 묻기");
    case NeedAction::TakeHelp:
        return NeedTexts::tr("제가 갈게요");
    case NeedAction::LookAgain:
        return need.kind == NeedKind::RefundStuck ? NeedTexts::tr("지금 다시 환불하기")
                                                  : NeedTexts::tr("카드사에 다시 묻기");
    case NeedAction::CloseReview:
        return NeedTexts::tr("확인하고 끝내기");
    case NeedAction::ShowSteps:
        return NeedTexts::tr("어떻게 하나요?");
    case NeedAction::RefreshScreen:
        return NeedTexts::tr("새로 고치게 하기");
    case NeedAction::TakeBackup:
        return NeedTexts::tr("지금 백업");
    }
    return {};
}

NeedWords machineWords(const Need& need)
{
    const QString name = texts::machine(need.role, need.subject);
    if (need.kind == NeedKind::KioskSilent)
        return {NeedTexts::tr("%1 응답 없음").arg(name),
                NeedTexts::tr("이 주문기에서 주문할 수 없어요. 전원과 네트워크를 확인해 주세요."),
                {},
                Icon::Kiosk,
                true};
    if (need.kind == NeedKind::StationSilent)
        return {
            NeedTexts::tr("%1 응답 없음").arg(name),
            NeedTexts::tr("이 화면에 새 주문이 나타나지 않아요. 전원과 네트워크를 확인해 주세요."),
            {},
            Icon::Station,
            false};
    if (need.kind == NeedKind::BoardSilent)
        return {NeedTexts::tr("%1 응답 없음").arg(name),
                NeedTexts::tr("손님이 번호를 볼 수 없어요. 번호를 불러 주세요."),
                {},
                Icon::Board,
                false};
    return {
        NeedTexts::tr("%1 뒤처짐").arg(name),
        NeedTexts::tr("이 화면은 지난 상태를 보여 주고 있어요. 계속되면 화면을 껐다 켜 주세요."),
        {},
        Icon::History,
        false};
}

/// Both moved money after the backup that the shop was restored from: nothing is to be taken or
/// given once more.
NeedWords notInBackupWords(const Need& need)
{
    const QString amount = ui::texts::money(need.amount);
    if (need.kind == NeedKind::RefundReview)
        return {
            NeedTexts::tr("백업에 없던 환불 · %1번 · %2").arg(need.number).arg(amount),
            NeedTexts::tr("이미 손님에게 돌아간 돈이에요. 다시 돌려주지 말고 카드사 목록과 맞춰 "
                          "보세요."),
            {},
            Icon::Refund,
            true};
    return {
        NeedTexts::tr("백업에 없던 결제 · %1").arg(amount),
        NeedTexts::tr("%1에서 백업 뒤에 결제됐고 주문 기록이 없어요. 카드사 목록과 맞춰 보세요.")
            .arg(texts::machine(need.role, need.subject)),
        {},
        Icon::Money,
        true};
}

NeedWords moneyWords(const Need& need)
{
    if (need.cause == kNotInBackup)
        return notInBackupWords(need);
    const QString amount = ui::texts::money(need.amount);
    const QString where = texts::machine(need.role, need.subject);
    if (need.kind == NeedKind::PaymentUnknown)
        return {NeedTexts::tr("결제 결과를 모름 · %1").arg(amount),
                NeedTexts::tr("%1의 결제 결과를 카드사에 계속 묻고 있어요. 다시 청구하지 않아요.")
                    .arg(where),
                {},
                Icon::Card,
                true};
    if (need.kind == NeedKind::AttemptReview)
        return {NeedTexts::tr("결제 확인 필요 · %1").arg(amount),
                NeedTexts::tr("%1의 결제를 프로그램이 판단할 수 없어요. 카드사에 확인해 주세요.")
                    .arg(where),
                {},
                Icon::Money,
                true};
    if (need.kind == NeedKind::RefundReview)
        return {NeedTexts::tr("%1번 환불 확인 필요 · %2").arg(need.number).arg(amount),
                NeedTexts::tr("카드사가 환불을 받아들이지 않았어요. 직접 돌려 드리고 끝내 주세요."),
                {},
                Icon::Refund,
                true};
    return {NeedTexts::tr("%1번 환불이 늦어짐 · %2").arg(need.number).arg(amount),
            NeedTexts::tr("손님에게 돌려줄 돈이 아직 가지 않았어요. 같은 환불을 계속 시도해요."),
            {},
            Icon::Refund,
            true};
}

NeedWords stoppedWords(const Need& need)
{
    const QString next =
        need.until == ShopTime{}
            ? NeedTexts::tr("저절로 다시 시도해요.")
            : NeedTexts::tr("%1에 저절로 다시 시도해요.").arg(ui::texts::timeOfDay(need.until));
    return {NeedTexts::tr("카드 결제 멈춤"),
            (need.byHand ? NeedTexts::tr("매니저가 카드 결제를 멈췄어요. %1")
                         : NeedTexts::tr("카드 결제가 계속 실패해서 쉬고 있어요. %1"))
                .arg(next),
            {},
            Icon::Terminal,
            true};
}

NeedWords shopWords(const Need& need)
{
    if (need.kind == NeedKind::DaemonAway)
        return {NeedTexts::tr("결제 서버 응답 없음"),
                NeedTexts::tr("지금은 아무도 결제할 수 없고 이 화면도 지난 상태예요. 결제 서버를 "
                              "확인해 주세요."),
                {},
                Icon::Daemon,
                true};
    if (need.kind == NeedKind::BarAway)
        return {NeedTexts::tr("바리스타 화면 응답 없음 · 만들 주문 %n건", nullptr, need.waiting),
                need.paused
                    ? NeedTexts::tr("새 주문은 멈췄어요. 기다리는 주문을 만들 수 있게 화면을 켜 "
                                    "주세요.")
                    : NeedTexts::tr("주문은 들어오는데 만드는 사람이 볼 수 없어요. 화면을 켜거나 "
                                    "주문을 멈춰 주세요."),
                {},
                Icon::Station,
                true};
    if (need.kind == NeedKind::PaymentsStopped)
        return stoppedWords(need);
    if (need.kind == NeedKind::BooksUncompared)
        return {NeedTexts::tr("카드사가 복원 뒤의 결제를 알려 주지 않음"),
                NeedTexts::tr("백업 뒤에 결제된 것을 알아야 결제를 다시 받을 수 있어요. 카드사에 "
                              "계속 묻고 있어요."),
                {},
                Icon::Card,
                true};
    if (need.kind == NeedKind::HelpUntaken)
        return {NeedTexts::tr("%1 도움 요청").arg(texts::machine(need.role, need.subject)),
                NeedTexts::tr("손님이 도움을 기다리고 있어요."),
                {},
                Icon::Help,
                true};
    if (need.kind == NeedKind::DiskLow)
        return {
            NeedTexts::tr("저장 공간 부족"),
            NeedTexts::tr("공간이 다 차면 주문을 받을 수 없어요. 필요 없는 파일을 지워 주세요."),
            {},
            Icon::Daemon,
            false};
    if (need.kind == NeedKind::ClockStepped)
        return {NeedTexts::tr("컴퓨터 시계가 바뀜"),
                NeedTexts::tr("결제 서버의 시계가 크게 움직였어요. 시간 설정을 확인해 주세요."),
                {},
                Icon::Clock,
                false};
    return {
        NeedTexts::tr("백업이 오래됨"),
        NeedTexts::tr("정해 둔 시간 안에 백업이 만들어지지 않았어요. 백업 장치를 확인해 주세요."),
        {},
        Icon::History,
        false};
}

} // namespace

NeedWords needWords(const Need& need)
{
    NeedWords words;
    switch (need.kind) {
    case NeedKind::KioskSilent:
    case NeedKind::StationSilent:
    case NeedKind::BoardSilent:
    case NeedKind::ScreenBehind:
        words = machineWords(need);
        break;
    case NeedKind::PaymentUnknown:
    case NeedKind::AttemptReview:
    case NeedKind::RefundReview:
    case NeedKind::RefundStuck:
        words = moneyWords(need);
        break;
    case NeedKind::DaemonAway:
    case NeedKind::BarAway:
    case NeedKind::PaymentsStopped:
    case NeedKind::BooksUncompared:
    case NeedKind::HelpUntaken:
    case NeedKind::DiskLow:
    case NeedKind::ClockStepped:
    case NeedKind::BackupOld:
        words = shopWords(need);
        break;
    }
    words.action = actionWords(need);
    return words;
}

} // namespace coffee::station
