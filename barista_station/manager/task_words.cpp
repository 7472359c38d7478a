// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/task_words.h"

#include "barista_station/pages/station_texts.h"

#include "shared/domain/causes.h"
#include "shared/widgets/texts.h"

#include <QCoreApplication>

#include <string_view>

namespace coffee::station {

using ui::Icon;

namespace {

struct CauseTexts {
    Q_DECLARE_TR_FUNCTIONS(CauseTexts)
};

struct Cause {
    std::string_view word;
    const char* sentence;
};

// What payment_daemon/shop writes into attempts and refunds.
constexpr Cause kCauses[] = {
    {"wrong_amount", QT_TRANSLATE_NOOP("CauseTexts", "카드사가 승인한 금액이 주문 금액과 달라요.")},
    {"reversal_refused",
     QT_TRANSLATE_NOOP("CauseTexts", "결제를 되돌리려 했지만 카드사가 받아들이지 않았어요.")},
    {kAttemptNotRecorded,
     QT_TRANSLATE_NOOP("CauseTexts", "카드사의 답을 장부에 적지 못해 결과를 몰라요.")},
    {kRefundNotRecorded,
     QT_TRANSLATE_NOOP("CauseTexts", "카드사의 답을 장부에 적지 못해 결과를 몰라요.")},
    {kNotInBackup,
     QT_TRANSLATE_NOOP("CauseTexts", "백업 뒤에 오간 돈이라 이 장부에는 없던 일이에요.")},
    {kRefundRefused, QT_TRANSLATE_NOOP("CauseTexts", "카드사가 환불을 받아들이지 않았어요.")},
    {"timed_out", QT_TRANSLATE_NOOP("CauseTexts", "카드사의 답이 제시간에 오지 않았어요.")},
    {"connection_cut",
     QT_TRANSLATE_NOOP("CauseTexts", "단말기와 연결이 끊겨 결과를 듣지 못했어요.")},
    {"garbled", QT_TRANSLATE_NOOP("CauseTexts", "단말기의 답을 읽을 수 없었어요.")},
    {"stopped", QT_TRANSLATE_NOOP("CauseTexts", "결제하는 동안 단말기 연결이 멈췄어요.")},
    {"daemon_restarted",
     QT_TRANSLATE_NOOP("CauseTexts", "결제하는 동안 결제 서버가 다시 켜졌어요.")},
    {"approved_too_late",
     QT_TRANSLATE_NOOP("CauseTexts", "손님이 그만둔 뒤에 승인됐어요. 받은 돈을 되돌려요.")},
    {"abandoned",
     QT_TRANSLATE_NOOP("CauseTexts", "손님이 결제를 그만뒀어요. 받은 돈이 있으면 되돌려요.")},
    {"lease_ended",
     QT_TRANSLATE_NOOP("CauseTexts", "주문기가 답을 기다리지 않아요. 받은 돈이 있으면 되돌려요.")},
    {"not_found",
     QT_TRANSLATE_NOOP("CauseTexts", "카드사는 이 결제를 몰라요. 늦게 들어와도 받지 않게 막아요.")},
    {"reversed", QT_TRANSLATE_NOOP("CauseTexts", "카드사에 말해 결제를 되돌렸어요.")},
    {"fenced", QT_TRANSLATE_NOOP("CauseTexts", "결제되지 않았고, 이제 결제될 수 없어요.")},
    {"reversed_at_bank", QT_TRANSLATE_NOOP("CauseTexts", "카드사에서 이미 되돌린 결제예요.")},
    {"declined_at_bank", QT_TRANSLATE_NOOP("CauseTexts", "카드사가 거절한 결제예요.")},
    {"not_charged", QT_TRANSLATE_NOOP("CauseTexts", "카드에서 돈이 빠지지 않았어요.")},
    {"no_card", QT_TRANSLATE_NOOP("CauseTexts", "카드를 대지 않았어요.")},
    {"refused", QT_TRANSLATE_NOOP("CauseTexts", "카드사가 거절했어요.")},
    {"insufficient_funds", QT_TRANSLATE_NOOP("CauseTexts", "카드에 잔액이 부족했어요.")},
    {"limit_exceeded", QT_TRANSLATE_NOOP("CauseTexts", "카드 한도를 넘었어요.")},
    {"card_expired", QT_TRANSLATE_NOOP("CauseTexts", "카드의 유효 기간이 지났어요.")},
    {"card_unreadable", QT_TRANSLATE_NOOP("CauseTexts", "카드를 읽지 못했어요.")},
    {"terminal_busy", QT_TRANSLATE_NOOP("CauseTexts", "단말기가 다른 결제를 하고 있었어요.")},
    {"terminal_unreachable", QT_TRANSLATE_NOOP("CauseTexts", "단말기에 닿지 못했어요.")},
    {"terminal_misconfigured",
     QT_TRANSLATE_NOOP("CauseTexts", "단말기 설정이 맞지 않아요. 설치한 곳에 알려 주세요.")},
    {"order cancelled", QT_TRANSLATE_NOOP("CauseTexts", "취소한 주문의 환불이에요.")},
    {"unit refused", QT_TRANSLATE_NOOP("CauseTexts", "만들 수 없던 것의 환불이에요.")},
};

QString approved(const MoneyTask& task)
{
    return ui::texts::money(task.amount);
}

QString paymentFacts(const std::string& kiosk, std::int64_t id)
{
    return CauseTexts::tr("%1 · 결제 기록 %2번").arg(texts::machine(Role::Kiosk, kiosk)).arg(id);
}

QString refundFacts(std::int32_t number, const std::string& kiosk)
{
    const QString order = CauseTexts::tr("주문 %1번").arg(number);
    return kiosk.empty() ? order
                         : QStringLiteral("%1 · %2").arg(order, texts::machine(Role::Kiosk, kiosk));
}

/// What is known, and what a person has to do or need not do.
QString known(const std::string& cause, const QString& then)
{
    QString words = causeWords(cause);
    if (words.isEmpty())
        return then;
    if (!words.endsWith(u'.'))
        words += u'.';
    return QStringLiteral("%1 %2").arg(words, then);
}

QString endWords(const SettledTask& task)
{
    if (task.isRefund)
        return task.by.role == Role::Daemon ? CauseTexts::tr("돌려줌")
                                            : CauseTexts::tr("사람이 돌려준 것으로 끝냄");
    switch (task.end) {
    case AttemptState::Paid:
        return CauseTexts::tr("결제됨, 주문 %1번").arg(task.number);
    case AttemptState::Declined:
        return CauseTexts::tr("돈이 빠지지 않음");
    case AttemptState::Voided:
        return CauseTexts::tr("되돌림");
    case AttemptState::Kept:
        return CauseTexts::tr("손님이 받아 감, 돈은 그대로");
    case AttemptState::Charging:
    case AttemptState::Unknown:
    case AttemptState::Reversing:
    case AttemptState::NeedsReview:
        break;
    }
    return ui::texts::state(task.end);
}

} // namespace

QString causeWords(const std::string& cause)
{
    for (const Cause& one : kCauses)
        if (cause == one.word)
            return CauseTexts::tr(one.sentence);
    return QString::fromStdString(cause);
}

TaskWords taskWords(const MoneyTask& task)
{
    const bool isOfBackup = task.cause == kNotInBackup;
    switch (task.kind) {
    case TaskKind::AttemptReview:
        return {CauseTexts::tr("결제 확인 필요 · %1").arg(approved(task)),
                paymentFacts(task.kiosk, task.id),
                known(task.cause,
                      isOfBackup
                          ? CauseTexts::tr("손님이 받아 갔으면 돈은 그대로 두고 끝내면 돼요.")
                          : CauseTexts::tr("카드사에 물어본 뒤 끝내 주세요.")),
                Icon::Money, true};
    case TaskKind::RefundReview:
        return {CauseTexts::tr("환불 확인 필요 · %1").arg(approved(task)),
                refundFacts(task.number, task.kiosk),
                known(task.cause,
                      isOfBackup ? CauseTexts::tr("이미 손님에게 돌아갔으니 다시 돌려주지 마세요.")
                                 : CauseTexts::tr("직접 돌려 드린 뒤 끝내 주세요.")),
                Icon::Refund, true};
    case TaskKind::PaymentUnknown:
        return {
            CauseTexts::tr("결제 결과를 모름 · %1").arg(approved(task)),
            paymentFacts(task.kiosk, task.id),
            known(task.cause, CauseTexts::tr("카드사에 계속 묻고 있어요. 다시 청구하지 않아요.")),
            Icon::Card, false};
    case TaskKind::PaymentReturning:
        return {CauseTexts::tr("결제 되돌리는 중 · %1").arg(approved(task)),
                paymentFacts(task.kiosk, task.id),
                known(task.cause, CauseTexts::tr("될 때까지 카드사에 계속 요청해요.")), Icon::Card,
                false};
    case TaskKind::RefundDue:
        return {
            CauseTexts::tr("환불이 아직 안 감 · %1").arg(approved(task)),
            refundFacts(task.number, task.kiosk),
            known(task.cause, CauseTexts::tr("될 때까지 같은 환불을 다시 보내요. 두 번 돌려주지 "
                                             "않아요.")),
            Icon::Refund, false};
    }
    return {};
}

SettledWords settledWords(const SettledTask& task)
{
    const QString what = task.isRefund ? CauseTexts::tr("환불 %1") : CauseTexts::tr("결제 %1");
    SettledWords words;
    words.title =
        QStringLiteral("%1 · %2").arg(what.arg(ui::texts::money(task.amount)), endWords(task));
    words.facts =
        QStringLiteral("%1 · %2 · %3")
            .arg(ui::texts::timeOfDay(task.endedAt), texts::machine(task.by.role, task.by.name),
                 task.isRefund ? refundFacts(task.number, task.kiosk)
                               : paymentFacts(task.kiosk, task.id));
    const QString cause = causeWords(task.cause);
    const QString reason = task.reason == task.cause ? QString{} : causeWords(task.reason);
    words.reason = reason.isEmpty()  ? cause
                   : cause.isEmpty() ? reason
                                     : CauseTexts::tr("%1 끝낸 이유: %2").arg(cause, reason);
    return words;
}

} // namespace coffee::station
