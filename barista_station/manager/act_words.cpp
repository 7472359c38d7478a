// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/act_words.h"

#include "shared/widgets/texts.h"

#include <QCoreApplication>

namespace coffee::station {
namespace {

struct ActWords {
    Q_DECLARE_TR_FUNCTIONS(ActWords)
};

QString lookWords(RefusalCode code)
{
    if (code == RefusalCode::Busy)
        return ActWords::tr("카드사에 이미 묻고 있어요. 조금 뒤에 다시 봐 주세요.");
    if (code == RefusalCode::NotPossible)
        return ActWords::tr("이미 손님에게 돌아간 돈이라 다시 물을 것이 없어요.");
    return {};
}

QString machineWords(ManagerAct act, RefusalCode code)
{
    if (act == ManagerAct::RefreshScreen)
        return code == RefusalCode::NotFound
                   ? ActWords::tr("이 화면이 지금 대답하지 않아요. 화면이 켜져 있는지 봐 주세요.")
                   : QString{};
    if (code == RefusalCode::NotFound)
        return ActWords::tr("이미 목록에 없어요.");
    if (code == RefusalCode::WrongState)
        return ActWords::tr("이 기계가 다시 대답하고 있어요. 뺄 필요가 없어요.");
    return {};
}

QString backupWords(const Refusal& refusal)
{
    if (refusal.code == RefusalCode::NotPossible)
        return ActWords::tr("백업하지 못했어요. 백업 폴더와 남은 공간을 확인해 주세요.");
    if (refusal.code == RefusalCode::Busy)
        return ActWords::tr("다른 백업을 만드는 중이에요. 조금 뒤에 다시 해 주세요.");
    return {};
}

QString ownWords(ManagerAct act, const Refusal& refusal)
{
    switch (act) {
    case ManagerAct::SetBreaker:
        return refusal.code == RefusalCode::WrongState
                   ? ActWords::tr("지금은 카드 결제가 멈춰 있지 않아요.")
                   : QString{};
    case ManagerAct::LookAgain:
        return lookWords(refusal.code);
    case ManagerAct::CloseReview:
        return refusal.code == RefusalCode::Busy ? lookWords(refusal.code) : QString{};
    case ManagerAct::RefreshScreen:
    case ManagerAct::RemoveMachine:
        return machineWords(act, refusal.code);
    case ManagerAct::SettleAlarm:
        return refusal.code == RefusalCode::NotFound ? ActWords::tr("이미 해결된 일이에요.")
                                                     : QString{};
    case ManagerAct::TakeBackup:
        return backupWords(refusal);
    case ManagerAct::Pause:
    case ManagerAct::Resume:
    case ManagerAct::Pace:
    case ManagerAct::SetHours:
    case ManagerAct::Cancel:
    case ManagerAct::Refund:
    case ManagerAct::CloseDay:
        return {};
    }
    return {};
}

} // namespace

QString refusalWords(ManagerAct act, const Refusal& refusal)
{
    const QString words = ownWords(act, refusal);
    return words.isEmpty() ? ui::texts::refusal(refusal) : words;
}

} // namespace coffee::station
