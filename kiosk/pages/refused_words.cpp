// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/pages/refused_words.h"

#include "kiosk/pages/kiosk_words.h"
#include "shared/domain/refuse_reason.h"
#include "shared/widgets/texts.h"

#include <QCoreApplication>
#include <QStringList>

namespace coffee::kiosk::words {
namespace {

struct RefusedWords {
    Q_DECLARE_TR_FUNCTIONS(coffee::kiosk::RefusedWords)
};

QString refusedSentence(const RefusedUnits& refused, const OrderView& order)
{
    const QString items = refusedItems(refused, order);
    const QString amount = ui::texts::money(refused.amount);
    switch (refused.refund) {
    case RefundState::Due:
        return RefusedWords::tr("%1 · 만들 수 없어서 %2을 돌려 드려요.").arg(items, amount);
    case RefundState::Done:
        return RefusedWords::tr("%1 · 만들 수 없어서 %2을 돌려 드렸어요.").arg(items, amount);
    case RefundState::NeedsReview:
        return RefusedWords::tr("%1 · 만들 수 없어요. %2의 환불을 직원이 확인하고 있어요.")
            .arg(items, amount);
    }
    return {};
}

} // namespace

QString reason(const std::string& written)
{
    const auto known = refuseReasonOf(written);
    if (!known)
        return QString::fromStdString(written).trimmed();
    switch (*known) {
    case RefuseReason::NoIngredient:
        return RefusedWords::tr("재료가 떨어졌어요.");
    case RefuseReason::Machine:
        return RefusedWords::tr("기계가 고장 났어요.");
    case RefuseReason::Other:
        return {};
    }
    return {};
}

QString refusedItems(const RefusedUnits& refused, const OrderView& order)
{
    PricedLine line = order.lines[refused.line];
    line.units.resize(static_cast<std::size_t>(refused.units));
    return lineInShort(line);
}

QString refusedMoney(const RefusedUnits& refused)
{
    const QString amount = ui::texts::money(refused.amount);
    QStringList parts;
    switch (refused.refund) {
    case RefundState::Due:
        parts.append(RefusedWords::tr("만들 수 없어서 돌려 드려요"));
        break;
    case RefundState::Done:
        parts.append(RefusedWords::tr("만들 수 없어서 돌려 드렸어요"));
        break;
    case RefundState::NeedsReview:
        parts.append(RefusedWords::tr("만들 수 없어서 직원이 환불을 확인하고 있어요"));
        break;
    }
    parts.append(amount);
    if (const QString why = reason(refused.reason); !why.isEmpty())
        parts.append(why);
    return parts.join(QStringLiteral("\u00a0· "));
}

QString refusal(const OrderView& order)
{
    QStringList sentences;
    if (order.state == OrderState::Cancelled) {
        if (!isCancelledByShop(order))
            return {};
        sentences.append(RefusedWords::tr("가게에서 주문을 취소했어요. 결제하신 금액은 모두 돌려 "
                                          "드려요. 불편을 드려 죄송해요."));
        if (const QString why = reason(order.cancelReason); !why.isEmpty())
            sentences.append(RefusedWords::tr("이유: %1").arg(why));
        return sentences.join(QLatin1Char('\n'));
    }
    const std::vector<RefusedUnits> known = refusedUnits(order);
    for (const RefusedUnits& refused : known) {
        sentences.append(refusedSentence(refused, order));
        if (const QString why = reason(refused.reason); !why.isEmpty())
            sentences.last() += QLatin1Char(' ') + why;
    }
    if (const std::int32_t units = order.unitsIn(UnitState::Refused); known.empty() && units > 0)
        sentences.append(
            RefusedWords::tr("%n개를 만들 수 없어요. 그 금액은 돌려 드려요.", nullptr, units));
    return sentences.join(QLatin1Char('\n'));
}

QString stopped(const OrderView& order)
{
    return isCancelledByShop(order) ? RefusedWords::tr("가게에서 취소한 주문이에요.")
                                    : RefusedWords::tr("취소된 주문이에요.");
}

} // namespace coffee::kiosk::words
