// SPDX-License-Identifier: GPL-3.0-or-later
// Why a command was not carried out, as sentences; the rest of texts.h is in texts.cpp.
#include "shared/widgets/texts.h"

#include <QCoreApplication>

#include <algorithm>

namespace coffee::ui::texts {

namespace {

class RefusalWords {
    Q_DECLARE_TR_FUNCTIONS(coffee::ui::texts::RefusalWords)
};

QString namesOf(const std::vector<std::string>& ids, const Menu* menu)
{
    QStringList names;
    for (const std::string& id : ids)
        if (const MenuItem* item = menu ? menu->item(id) : nullptr)
            names << local(item->name);
    return names.join(QStringLiteral(", "));
}

std::chrono::seconds secondsUp(std::chrono::milliseconds time)
{
    return std::max(std::chrono::seconds{1}, std::chrono::ceil<std::chrono::seconds>(time));
}

QString paused(const Refusal& refusal)
{
    const QString message = local({refusal.textKo, refusal.textEn});
    if (!message.isEmpty())
        return message;
    if (refusal.untilMs > 0)
        return RefusalWords::tr("지금은 주문을 잠시 쉬고 있어요. %1부터 다시 주문할 수 있어요.")
            .arg(timeOfDay(fromMs(refusal.untilMs)));
    return RefusalWords::tr("지금은 주문을 잠시 쉬고 있어요.");
}

} // namespace

QString refusal(const Refusal& refusal, const Menu* menu)
{
    switch (refusal.code) {
    case RefusalCode::Malformed:
    case RefusalCode::UnknownType:
    case RefusalCode::WrongVersion:
    case RefusalCode::NotAllowed:
    case RefusalCode::WrongMachine:
    case RefusalCode::KeyReused:
        return RefusalWords::tr("프로그램끼리 말이 맞지 않아요. 직원을 불러 주세요.");
    case RefusalCode::MenuChanged:
        return RefusalWords::tr("메뉴가 방금 바뀌었어요. 담은 것을 다시 확인해 주세요.");
    case RefusalCode::UnknownItem:
        return RefusalWords::tr("담은 것 가운데 이제 팔지 않는 메뉴가 있어요.");
    case RefusalCode::InvalidOptions:
        return RefusalWords::tr("고르지 않은 옵션이 있어요.");
    case RefusalCode::InvalidCup:
        return RefusalWords::tr("이 컵은 고를 수 없어요. 컵을 다시 골라 주세요.");
    case RefusalCode::InvalidQuantity:
        return RefusalWords::tr("한 번에 주문할 수 있는 수량을 넘었어요.");
    case RefusalCode::SoldOut: {
        const QString names = namesOf(refusal.items, menu);
        return names.isEmpty() ? RefusalWords::tr("담은 것 가운데 방금 품절된 메뉴가 있어요.")
                               : RefusalWords::tr("방금 품절되었어요: %1").arg(names);
    }
    case RefusalCode::PriceChanged:
        return refusal.total ? RefusalWords::tr("가격이 바뀌었어요. 지금 합계는 %1이에요.")
                                   .arg(money(*refusal.total))
                             : RefusalWords::tr("가격이 바뀌었어요. 합계를 다시 확인해 주세요.");
    case RefusalCode::Busy:
        return RefusalWords::tr("지금 주문이 많아요. %1 뒤에 다시 해 볼게요.")
            .arg(length(secondsUp(refusal.retryAfter)));
    case RefusalCode::Paused:
        return paused(refusal);
    case RefusalCode::QuoteExpired:
        return RefusalWords::tr("시간이 지나 주문을 다시 확인해야 해요. 결제되지 않았어요.");
    case RefusalCode::UnknownOrder:
        return RefusalWords::tr("그 번호의 주문을 찾을 수 없어요.");
    case RefusalCode::WrongCode:
        return refusal.left > 0 ? RefusalWords::tr("확인 번호가 달라요. %n번 더 해 볼 수 있어요.",
                                                   nullptr, refusal.left)
                                : RefusalWords::tr("확인 번호가 달라요.");
    case RefusalCode::Locked:
        return RefusalWords::tr("여러 번 틀려서 잠겼어요. %1 뒤에 다시 해 주세요.")
            .arg(length(secondsUp(refusal.retryAfter)));
    case RefusalCode::WrongPin:
        return refusal.left > 0 ? RefusalWords::tr("비밀번호가 달라요. %n번 더 해 볼 수 있어요.",
                                                   nullptr, refusal.left)
                                : RefusalWords::tr("비밀번호가 달라요.");
    case RefusalCode::PinNotSet:
        return RefusalWords::tr(
            "매장 비밀번호가 아직 없어요. coffeectl pin 으로 먼저 정해 주세요.");
    case RefusalCode::WrongState:
    case RefusalCode::NotPossible:
        return RefusalWords::tr("주문이 그사이 바뀌었어요. 지금 상태를 확인해 주세요.");
    case RefusalCode::TooLate:
        return RefusalWords::tr(
            "이미 만들기 시작해서 여기서는 취소할 수 없어요. 직원을 불러 주세요.");
    case RefusalCode::NumberReused:
        return RefusalWords::tr("이 번호는 이미 다음 주문에 쓰이고 있어요.");
    case RefusalCode::UnknownUnit:
    case RefusalCode::NotFound:
    case RefusalCode::UnknownEpoch:
        return RefusalWords::tr("찾을 수 없어요. 화면을 다시 확인해 주세요.");
    case RefusalCode::RefundTooLarge:
        return RefusalWords::tr("남은 결제 금액보다 많이 환불할 수 없어요.");
    case RefusalCode::ReviewNotOpen:
        return RefusalWords::tr("이미 처리된 일이에요.");
    }
    return {};
}

} // namespace coffee::ui::texts
