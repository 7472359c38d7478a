// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/texts.h"

#include <QCoreApplication>

namespace coffee::ui::texts {

namespace {

// lupdate finds the texts of this file under this name.
class Words {
    Q_DECLARE_TR_FUNCTIONS(coffee::ui::texts::Words)
};

QString grouped(std::int64_t won)
{
    return QLocale{QLocale::English, QLocale::UnitedStates}.toString(static_cast<qlonglong>(won));
}

QString utf8(const std::string& text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

Language language()
{
    //: The code of the language these texts are in; translate as "en".
    return languageFromCode(Words::tr("ko")).value_or(Language::Korean);
}

QString local(const LocalText& text)
{
    return utf8(language() == Language::Korean ? text.ko : text.en);
}

QString money(Money amount)
{
    //: An amount of money in won; %1 is the number with its separators.
    return Words::tr("%1원").arg(grouped(amount.won()));
}

QString priceDifference(Money difference)
{
    if (difference == Money{})
        return {};
    const std::int64_t won = difference.won();
    return won > 0 ? Words::tr("+%1원").arg(grouped(won)) : Words::tr("-%1원").arg(grouped(-won));
}

QString orderNumber(std::int32_t number)
{
    return Words::tr("%1번").arg(number);
}

QString orderNumberSpoken(std::int32_t number)
{
    return Words::tr("주문 번호 %1").arg(number);
}

QString state(OrderState state)
{
    switch (state) {
    case OrderState::Queued:
        return Words::tr("접수");
    case OrderState::Making:
        return Words::tr("제조 중");
    case OrderState::Ready:
        return Words::tr("준비 완료");
    case OrderState::Collected:
        return Words::tr("픽업 완료");
    case OrderState::Cancelled:
        return Words::tr("취소됨");
    }
    return {};
}

QStringList orderSteps()
{
    return {state(OrderState::Queued), state(OrderState::Making), state(OrderState::Ready),
            Words::tr("픽업")};
}

int orderStep(OrderState state)
{
    switch (state) {
    case OrderState::Queued:
    case OrderState::Cancelled:
        return 0;
    case OrderState::Making:
        return 1;
    case OrderState::Ready:
        return 2;
    case OrderState::Collected:
        return 4;
    }
    return 0;
}

QString state(UnitState state)
{
    switch (state) {
    case UnitState::Open:
        return Words::tr("만들기 전");
    case UnitState::Done:
        return Words::tr("완료");
    case UnitState::Refused:
        return Words::tr("만들 수 없음");
    }
    return {};
}

QString state(AttemptState state)
{
    switch (state) {
    case AttemptState::Charging:
        return Words::tr("결제 중");
    case AttemptState::Paid:
        return Words::tr("결제 완료");
    case AttemptState::Declined:
        return Words::tr("결제 안 됨");
    case AttemptState::Unknown:
        return Words::tr("결과 확인 중");
    case AttemptState::Reversing:
        return Words::tr("결제 되돌리는 중");
    case AttemptState::Voided:
        return Words::tr("결제 되돌림");
    case AttemptState::NeedsReview:
        return Words::tr("직원 확인 필요");
    case AttemptState::Kept:
        return Words::tr("주문 없이 받은 결제");
    }
    return {};
}

QString state(RefundState state)
{
    switch (state) {
    case RefundState::Due:
        return Words::tr("환불 진행 중");
    case RefundState::Done:
        return Words::tr("환불 완료");
    case RefundState::NeedsReview:
        return Words::tr("환불 확인 필요");
    }
    return {};
}

QString state(OrderingState state)
{
    switch (state) {
    case OrderingState::Open:
        return Words::tr("주문 받는 중");
    case OrderingState::Busy:
        return Words::tr("주문이 많음");
    case OrderingState::Paused:
        return Words::tr("주문 쉬는 중");
    }
    return {};
}

QString state(BreakerState state)
{
    switch (state) {
    case BreakerState::Closed:
        return Words::tr("결제 정상");
    case BreakerState::Open:
        return Words::tr("결제 멈춤");
    case BreakerState::HalfOpen:
        return Words::tr("결제 다시 시험하는 중");
    }
    return {};
}

QString state(PresenceState state)
{
    switch (state) {
    case PresenceState::Up:
        return Words::tr("정상");
    case PresenceState::Behind:
        return Words::tr("뒤처짐");
    case PresenceState::Away:
        return Words::tr("응답 없음");
    case PresenceState::Removed:
        return Words::tr("목록에서 뺌");
    }
    return {};
}

QString by(CancelledBy who)
{
    switch (who) {
    case CancelledBy::Customer:
        return Words::tr("손님이 취소");
    case CancelledBy::Staff:
        return Words::tr("직원이 취소");
    case CancelledBy::Shop:
        return Words::tr("만들 수 없어 취소");
    }
    return {};
}

QString alarm(AlarmKind kind)
{
    switch (kind) {
    case AlarmKind::DiskLow:
        return Words::tr("디스크 공간이 부족합니다");
    case AlarmKind::ClockStepped:
        return Words::tr("컴퓨터 시계가 갑자기 바뀌었습니다");
    case AlarmKind::BackupOld:
        return Words::tr("백업이 오래되었습니다");
    case AlarmKind::BooksUncompared:
        return Words::tr("카드사가 복원 뒤의 결제를 알려 주지 않습니다");
    }
    return {};
}

QString role(Role role)
{
    switch (role) {
    case Role::Kiosk:
        return Words::tr("주문기");
    case Role::Board:
        return Words::tr("픽업 화면");
    case Role::Station:
        return Words::tr("바리스타 화면");
    case Role::Manager:
        return Words::tr("매니저 화면");
    case Role::Ctl:
        return Words::tr("명령줄 도구");
    case Role::Daemon:
        return Words::tr("결제 서버");
    }
    return {};
}

QString station(StationKind kind)
{
    switch (kind) {
    case StationKind::Espresso:
        return Words::tr("에스프레소");
    case StationKind::Blender:
        return Words::tr("블렌더");
    case StationKind::Food:
        return Words::tr("푸드");
    }
    return {};
}

QString service(ServiceMode mode)
{
    switch (mode) {
    case ServiceMode::Here:
        return Words::tr("매장");
    case ServiceMode::TakeAway:
        return Words::tr("포장");
    }
    return {};
}

QString cup(CupKind kind)
{
    switch (kind) {
    case CupKind::None:
        return {};
    case CupKind::Store:
        return Words::tr("매장 컵");
    case CupKind::Disposable:
        return Words::tr("일회용 컵");
    case CupKind::Own:
        return Words::tr("개인 컵");
    }
    return {};
}

QString phase(PaymentPhase phase)
{
    switch (phase) {
    case PaymentPhase::Sending:
        return Words::tr("결제를 준비하고 있어요.");
    case PaymentPhase::WaitingCard:
        return Words::tr("카드를 단말기에 꽂거나 대 주세요.");
    case PaymentPhase::Reading:
        return Words::tr("카드를 읽고 있어요. 카드를 빼지 마세요.");
    case PaymentPhase::Authorising:
        return Words::tr("카드사의 승인을 기다리고 있어요.");
    case PaymentPhase::RemoveCard:
        return Words::tr("카드를 빼 주세요.");
    case PaymentPhase::Checking:
        return Words::tr("결제가 되었는지 확인하고 있어요.");
    }
    return {};
}

QString declined(DeclineKind kind)
{
    switch (kind) {
    case DeclineKind::Declined:
        return Words::tr("카드사가 결제를 승인하지 않았어요. 결제되지 않았으니 다른 카드로 다시 "
                         "해 보세요.");
    case DeclineKind::NotCharged:
        return Words::tr("카드를 받지 못했어요. 결제되지 않았어요.");
    case DeclineKind::NotSent:
        return Words::tr("지금은 카드 단말기를 쓸 수 없어요. 결제되지 않았어요.");
    }
    return {};
}

} // namespace coffee::ui::texts
