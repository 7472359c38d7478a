// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/pages/look_up_words.h"

#include "kiosk/pages/kiosk_words.h"
#include "shared/widgets/texts.h"

#include <QCoreApplication>

namespace coffee::kiosk::words {
namespace {

struct LookUpWords {
    Q_DECLARE_TR_FUNCTIONS(coffee::kiosk::LookUpWords)
};

} // namespace

QString lookUpTitle(const MyOrder& order)
{
    switch (order.stage()) {
    case LookUpStage::Code:
        return LookUpWords::tr("취소·조회 번호를 눌러 주세요.");
    case LookUpStage::State:
    case LookUpStage::Asking:
    case LookUpStage::Details:
    case LookUpStage::Confirming:
    case LookUpStage::Cancelling:
    case LookUpStage::Cancelled:
        if (order.state() == OrderState::Cancelled)
            return cancelled(order.number());
        [[fallthrough]];
    case LookUpStage::Number:
    case LookUpStage::Taking:
        return LookUpWords::tr("내 주문 보기");
    }
    return {};
}

QString lookUpAdvice(const MyOrder& order, bool inShort)
{
    switch (order.stage()) {
    case LookUpStage::Number:
        return inShort ? LookUpWords::tr("주문 번호를 눌러 주세요.")
                       : LookUpWords::tr("주문 번호를 눌러 주세요. 장바구니를 맡기셨으면 그때 받은 "
                                         "숫자 여섯 자리를 눌러 주세요.");
    case LookUpStage::Code:
        return (inShort ? LookUpWords::tr("주문 번호 %1번과 함께 나온 숫자 네 자리예요.")
                        : LookUpWords::tr("주문이 끝났을 때 주문 번호 %1번과 함께 나온 숫자 네 "
                                          "자리예요."))
            .arg(order.number());
    case LookUpStage::State:
    case LookUpStage::Asking:
    case LookUpStage::Details:
    case LookUpStage::Confirming:
    case LookUpStage::Cancelling:
    case LookUpStage::Cancelled:
    case LookUpStage::Taking:
        return {};
    }
    return {};
}

QString lookUpTrouble(const MyOrder& order, bool inShort)
{
    using namespace std::chrono;
    switch (order.trouble()) {
    case LookUpTrouble::None:
        return {};
    case LookUpTrouble::UnknownNumber:
        return inShort
                   ? LookUpWords::tr("그 번호의 주문이 없어요.")
                   : LookUpWords::tr("그 번호의 주문을 찾을 수 없어요. 번호를 다시 확인해 주세요.");
    case LookUpTrouble::WrongCode:
        if (inShort && order.triesLeft() > 0)
            return LookUpWords::tr("번호가 달라요. %n번 남았어요.", nullptr, order.triesLeft());
        return order.triesLeft() > 0
                   ? LookUpWords::tr("취소·조회 번호가 달라요. %n번 더 해 볼 수 있어요.", nullptr,
                                     order.triesLeft())
                   : LookUpWords::tr("취소·조회 번호가 달라요.");
    case LookUpTrouble::Locked:
        return LookUpWords::tr(
                   "번호를 여러 번 틀려서 %1 동안 잠겼어요. 급하시면 직원을 불러 주세요.")
            .arg(ui::texts::length(duration_cast<seconds>(order.lockedFor())));
    case LookUpTrouble::Unreachable:
        return LookUpWords::tr("지금은 가게와 연결되지 않아 주문 내용과 취소를 확인할 수 없어요. "
                               "잠시 뒤 다시 해 주세요.");
    case LookUpTrouble::NoBasket:
        return inShort
                   ? LookUpWords::tr("장바구니가 없어요. 다시 담아 주세요.")
                   : LookUpWords::tr("그 번호로 맡긴 장바구니가 없어요. 맡긴 지 10분이 지났거나 "
                                     "이미 찾으셨을 수 있어요. 없어졌다면 메뉴를 다시 담아 "
                                     "주세요.");
    case LookUpTrouble::BasketInTheWay:
        return inShort ? LookUpWords::tr("담은 메뉴가 있어요. 먼저 마치거나 비워 주세요.")
                       : LookUpWords::tr("이 주문기에 담은 메뉴가 이미 있어요. 그 주문을 마치거나 "
                                         "비운 뒤에 찾아 주세요.");
    case LookUpTrouble::TooLate:
        return LookUpWords::tr("이미 만들어져서 여기서는 취소할 수 없어요. 직원을 불러 주세요.");
    case LookUpTrouble::StateMoved:
        return LookUpWords::tr(
            "그사이 주문이 더 진행되었어요. 지금 상태를 확인하고 다시 눌러 주세요.");
    }
    return {};
}

} // namespace coffee::kiosk::words
