// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/pages/kiosk_words.h"

#include "shared/widgets/texts.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <map>

namespace coffee::kiosk::words {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(coffee::kiosk::Words)
};

/// "07:00", of minutes after midnight.
QString clock(std::int32_t minute)
{
    return QStringLiteral("%1:%2")
        .arg(minute / 60, 2, 10, QLatin1Char('0'))
        .arg(minute % 60, 2, 10, QLatin1Char('0'));
}

/// "월–금", "월·수·금", "Mon–Fri", "Mon, Wed, Fri".
QString days(const SaleHours& hours)
{
    const QLocale locale = ui::localeOf(ui::texts::language());
    constexpr std::int32_t kAll = SaleHours::kDaysOfWeek;
    const auto name = [&locale](std::int32_t weekday) {
        return locale.dayName(weekday % kAll + 1, QLocale::ShortFormat);
    };
    const auto begins = [&hours](std::int32_t weekday) {
        return hours.isOn(weekday) && !hours.isOn((weekday + kAll - 1) % kAll);
    };
    std::map<std::int32_t, QString> runs; // by their first day
    for (std::int32_t first = 0; first < kAll; ++first) {
        if (!begins(first))
            continue;
        std::int32_t last = first;
        while (last < first + kAll - 1 && hours.isOn((last + 1) % kAll))
            ++last;
        if (last - first < 2)
            for (std::int32_t day = first; day <= last; ++day)
                runs[day % kAll] = name(day);
        else
            runs[first] = name(first) + QStringLiteral("–") + name(last);
    }
    const bool korean = ui::texts::language() == ui::Language::Korean;
    QStringList parts;
    for (const auto& [first, words] : runs)
        parts.append(words);
    return parts.join(korean ? QStringLiteral("·") : QStringLiteral(", "));
}

QString names(const std::vector<LocalText>& texts)
{
    QStringList list;
    for (const LocalText& text : texts)
        list.append(ui::texts::local(text));
    return list.join(QStringLiteral(", "));
}

/// "얼음 적게" needs no "얼음 양" before it.
bool namesItsQuestion(const QString& choice, const QString& question)
{
    return choice.contains(question.section(QLatin1Char(' '), 0, 0), Qt::CaseInsensitive);
}

QString loss(const BasketLoss& loss, bool inShort)
{
    QStringList sentences;
    if (!loss.soldOut.empty())
        sentences.append((inShort ? Words::tr("방금 품절되어 뺐어요: %1.")
                                  : Words::tr("방금 품절되어 장바구니에서 뺐어요: %1."))
                             .arg(names(loss.soldOut)));
    if (!loss.notNow.empty())
        sentences.append((inShort
                              ? Words::tr("지금은 팔지 않아서 뺐어요: %1.")
                              : Words::tr("지금은 파는 시간이 아니어서 장바구니에서 뺐어요: %1."))
                             .arg(names(loss.notNow)));
    if (!loss.gone.empty())
        sentences.append((inShort ? Words::tr("메뉴가 바뀌어 뺐어요: %1.")
                                  : Words::tr("메뉴가 바뀌어 장바구니에서 뺐어요: %1."))
                             .arg(names(loss.gone)));
    if (loss.soldOut.empty() && loss.notNow.empty() && loss.gone.empty() &&
        loss.before != loss.after)
        sentences.append((inShort ? Words::tr("합계가 %1에서 %2으로 바뀌었어요.")
                                  : Words::tr("가격이 바뀌었어요. 합계가 %1에서 지금은 %2이에요."))
                             .arg(ui::texts::money(loss.before), ui::texts::money(loss.after)));
    return sentences.join(QLatin1Char(' '));
}

QString itemLost(const BasketLoss& loss, bool inShort)
{
    if (loss.soldOut.empty())
        return (inShort ? Words::tr("지금은 팔지 않아요: %1.")
                        : Words::tr("고르시던 메뉴는 이제 파는 시간이 아니에요: %1. 다른 메뉴를 "
                                    "골라 주세요."))
            .arg(names(loss.notNow));
    return (inShort ? Words::tr("방금 품절되었어요: %1.")
                    : Words::tr("고르시던 메뉴가 방금 품절되었어요: %1. 다른 메뉴를 골라 주세요."))
        .arg(names(loss.soldOut));
}

} // namespace

QString notice(const Notice& notice, bool inShort)
{
    const auto plainly = [inShort](const QString& sentence, const QString& few) {
        return inShort ? few : sentence;
    };
    switch (notice.kind) {
    case Notice::Kind::None:
        return {};
    case Notice::Kind::BasketChanged:
        return loss(notice.loss, inShort);
    case Notice::Kind::PriceChanged:
        return plainly(Words::tr("가격이 바뀌었어요. 합계가 %1에서 지금은 %2이에요. 결제하기를 "
                                 "누르면 새 가격으로 결제해요."),
                       Words::tr("합계가 %1에서 %2으로 바뀌었어요. 결제하기를 누르면 새 "
                                 "가격으로 결제해요."))
            .arg(ui::texts::money(notice.loss.before), ui::texts::money(notice.loss.after));
    case Notice::Kind::MenuChanged:
        return plainly(Words::tr("방금 메뉴가 바뀌었어요. 담은 메뉴를 다시 확인해 주세요."),
                       Words::tr("메뉴가 바뀌었어요. 다시 확인해 주세요."));
    case Notice::Kind::ItemSoldOut:
        return itemLost(notice.loss, inShort);
    case Notice::Kind::BasketFull:
        return plainly(Words::tr("한 번에 주문할 수 있는 만큼 모두 담았어요. 더 필요하시면 직원을 "
                                 "불러 주세요."),
                       Words::tr("더 담을 수 없어요. 더 필요하시면 직원을 불러 주세요."));
    case Notice::Kind::TakenUp:
        return plainly(Words::tr("맡긴 장바구니를 찾았어요. 내용을 확인하고 결제해 주세요."),
                       Words::tr("맡긴 장바구니를 찾았어요."));
    case Notice::Kind::NotParked:
        return plainly(Words::tr("지금은 장바구니를 맡아 드리지 못해요. 담은 메뉴는 여기에 그대로 "
                                 "있어요."),
                       Words::tr("맡아 드리지 못해요. 담은 메뉴는 그대로 있어요."));
    case Notice::Kind::PaymentAbandoned:
        return plainly(Words::tr("결제를 그만두었어요. 주문은 되지 않았고, 담은 메뉴는 그대로 "
                                 "있어요."),
                       Words::tr("결제를 그만두었어요. 주문은 되지 않았어요."));
    case Notice::Kind::NotWaiting:
        return plainly(Words::tr("이제 기다리지 않아요. 결제하려면 결제하기를 다시 눌러 주세요."),
                       Words::tr("결제하려면 결제하기를 다시 눌러 주세요."));
    case Notice::Kind::OpenAgain:
        return plainly(Words::tr("다시 주문할 수 있어요. 담은 메뉴는 그대로 있어요."),
                       Words::tr("다시 주문할 수 있어요."));
    }
    return {};
}

QString nameToMake(const PricedLine& line)
{
    const QString name = ui::texts::local(line.name);
    for (const PricedOption& option : line.options) {
        if (option.choice == "ice")
            return Words::tr("%1 ICE", "item name").arg(name);
        if (option.choice == "hot")
            return Words::tr("%1 HOT", "item name").arg(name);
    }
    return name;
}

QString options(const PricedLine& line, const Menu& menu)
{
    QStringList parts;
    for (const PricedOption& option : line.options) {
        const OptionGroup* group = menu.group(option.group);
        QString name = ui::texts::local(option.name);
        if (option.count > 1)
            name = Words::tr("%1 %n번", nullptr, option.count).arg(name);
        else if (group && !group->defaultChoice.empty() &&
                 !namesItsQuestion(name, ui::texts::local(group->name)))
            name =
                Words::tr("%1: %2", "question and choice").arg(ui::texts::local(group->name), name);
        parts.append(name);
    }
    if (!line.units.empty() && line.units.front().cup != CupKind::None)
        parts.append(ui::texts::cup(line.units.front().cup)
                         .replace(QLatin1Char(' '), QChar::Nbsp)); // one word of it alone is ugly
    return parts.join(QStringLiteral("\u00a0· "));
}

QString lineInShort(const PricedLine& line)
{
    return Words::tr("%1 %2개", "item name and how many")
        .arg(ui::texts::local(line.name))
        .arg(line.units.size());
}

QString lineWithAnswers(const PricedLine& line, const Menu& menu)
{
    QStringList parts{lineInShort(line)};
    for (const PricedOption& option : line.options)
        if (const OptionGroup* group = menu.group(option.group);
            group && group->min > 0 && group->defaultChoice.empty())
            parts.append(ui::texts::local(option.name));
    return parts.join(QStringLiteral("\u00a0· "));
}

QString cancelled(std::int32_t number)
{
    return Words::tr("%1번 주문이 취소되었어요.").arg(number);
}

bool isByCard(const PaymentInfo& payment)
{
    return payment.method == "card";
}

QString refunds(const MyOrder& order)
{
    QStringList sentences;
    const bool toCard = order.details() && isByCard(order.details()->order.payment);
    const auto add = [&sentences, toCard](Money money, RefundState state) {
        const QString amount = ui::texts::money(money);
        switch (state) {
        case RefundState::Due:
            sentences.append((toCard ? Words::tr("%1을 결제하신 카드로 돌려 드리는 중이에요.")
                                     : Words::tr("%1을 결제하신 방법 그대로 돌려 드리는 중이에요."))
                                 .arg(amount));
            return;
        case RefundState::Done:
            sentences.append((toCard ? Words::tr("%1을 결제하신 카드로 돌려 드렸어요.")
                                     : Words::tr("%1을 결제하신 방법 그대로 돌려 드렸어요."))
                                 .arg(amount));
            return;
        case RefundState::NeedsReview:
            sentences.append(
                Words::tr("%1의 환불을 직원이 확인하고 있어요. 카운터에 말씀해 주세요.")
                    .arg(amount));
            return;
        }
    };
    if (order.details())
        for (const RefundState state : kAllRefundStates) {
            Money sum;
            for (const RefundView& refund : order.details()->order.refunds)
                if (refund.state == state)
                    sum = sum.plus(refund.amount).value_or(sum);
            if (sum != Money{})
                add(sum, state);
        }
    // The details that tell how far it is come a moment after the cancelling's own answer.
    if (sentences.isEmpty() && order.cancelled() && order.cancelled()->refund != 0)
        add(order.cancelled()->amount, RefundState::Due);
    return sentences.join(QLatin1Char('\n'));
}

QString soldAt(const SaleHours& hours)
{
    if (hours.days == SaleHours::kEveryDay)
        return Words::tr("%1~%2에 팔아요").arg(clock(hours.from), clock(hours.to));
    if (hours.isWholeDay())
        return Words::tr("%1 하루 종일 팔아요", "days of the week").arg(days(hours));
    return Words::tr("%1 %2~%3에 팔아요", "days of the week, times")
        .arg(days(hours), clock(hours.from), clock(hours.to));
}

QString openAt(const SaleHours& hours)
{
    if (hours.days == SaleHours::kEveryDay)
        return Words::tr("매일 %1~%2에 주문을 받아요.").arg(clock(hours.from), clock(hours.to));
    if (hours.isWholeDay())
        return Words::tr("%1 하루 종일 주문을 받아요.", "days of the week").arg(days(hours));
    return Words::tr("%1 %2~%3에 주문을 받아요.", "days of the week, times")
        .arg(days(hours), clock(hours.from), clock(hours.to));
}

QString ahead(std::int32_t orders)
{
    if (orders <= 0)
        return Words::tr("바로 다음 차례예요.");
    return Words::tr("앞에 주문이 %n건 있어요.", nullptr, orders);
}

QString readyIn(const WaitLeft& wait)
{
    const QString range = wait.range ? ui::texts::wait(*wait.range) : QString{};
    if (wait.isLastKnown)
        return range.isEmpty() ? QString{} : Words::tr("마지막으로 들은 예상: %1").arg(range);
    if (wait.isLate)
        return range.isEmpty() ? Words::tr("생각보다 오래 걸리고 있어요. 조금만 더 기다려 주세요.")
                               : Words::tr("생각보다 오래 걸리고 있어요. 지금부터 %1").arg(range);
    return range.isEmpty() ? QString{} : Words::tr("준비까지 %1").arg(range);
}

} // namespace coffee::kiosk::words
