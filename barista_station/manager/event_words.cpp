// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/event_words.h"

#include "barista_station/manager/task_words.h"
#include "barista_station/pages/station_texts.h"

#include "shared/widgets/texts.h"

#include <QCoreApplication>

namespace coffee::station {
namespace {

using namespace coffee::ui;

struct EventWords {
    Q_DECLARE_TR_FUNCTIONS(EventWords)

public:
    const OrderView& order;
    Language language;

    [[nodiscard]] QString unit(UnitNumber number) const
    {
        const auto place = static_cast<std::size_t>(number) - 1;
        if (place >= order.units.size())
            return tr("%1번째 것").arg(number);
        const auto line = static_cast<std::size_t>(order.units[place].line) - 1;
        return line < order.lines.size() ? inLanguage(order.lines[line].name, language)
                                         : tr("%1번째 것").arg(number);
    }
    [[nodiscard]] QString units(const std::vector<UnitNumber>& numbers) const
    {
        QStringList names;
        for (const UnitNumber number : numbers)
            names << unit(number);
        return names.join(QStringLiteral(", "));
    }
    [[nodiscard]] static QString because(const QString& words, const std::string& reason)
    {
        return reason.empty() ? words : QStringLiteral("%1 · %2").arg(words, causeWords(reason));
    }

    QString operator()(const OrderPaid& paid) const
    {
        QStringList parts{tr("결제 %1").arg(ui::texts::money(paid.basket.total))};
        if (!paid.payment.maskedCard.empty())
            parts << QString::fromStdString(paid.payment.maskedCard);
        if (!paid.payment.approval.empty())
            parts << tr("승인 %1").arg(QString::fromStdString(paid.payment.approval));
        return parts.join(QStringLiteral(" · "));
    }
    QString operator()(const OrderMoved& moved) const
    {
        switch (moved.step) {
        case OrderStep::Start:
            return tr("만들기 시작");
        case OrderStep::PutBack:
            return because(tr("대기로 되돌림"), moved.reason);
        case OrderStep::Finish:
            return tr("준비 완료");
        case OrderStep::Collect:
            return tr("픽업 완료");
        case OrderStep::Recall:
            return because(moved.to == OrderState::Making ? tr("만드는 중으로 되돌림")
                                                          : tr("픽업 대기로 되돌림"),
                           moved.reason);
        case OrderStep::Cancel:
        case OrderStep::CancelByStaff:
            return tr("취소");
        }
        return {};
    }
    QString operator()(const OrderCancelled& cancelled) const
    {
        return because(ui::texts::by(cancelled.by), cancelled.reason);
    }
    QString operator()(const UnitMoved& moved) const
    {
        const QString name = unit(moved.unit);
        switch (moved.to) {
        case UnitState::Done:
            return tr("%1 완성").arg(name);
        case UnitState::Refused:
            return because(tr("%1 못 만듦").arg(name), moved.reason);
        case UnitState::Open:
            return moved.reason.empty() ? tr("%1 완성 표시를 지움").arg(name)
                                        : because(tr("%1 다시 만들기").arg(name), moved.reason);
        }
        return {};
    }
    QString operator()(const OrderCalled&) const { return tr("다시 부름"); }
    QString operator()(const StopAcknowledged& stop) const
    {
        return stop.made.empty() ? tr("취소를 확인함 · 만든 것 없음")
                                 : tr("취소를 확인함 · 이미 만든 것: %1").arg(units(stop.made));
    }
    QString operator()(const RefundOpened& refund) const
    {
        const QString what = tr("환불 %1 시작").arg(ui::texts::money(refund.amount));
        return because(
            refund.units.empty() ? what : QStringLiteral("%1 · %2").arg(what, units(refund.units)),
            refund.reason);
    }
    QString operator()(const RefundMoved& refund) const
    {
        return because(
            tr("환불 %1: %2").arg(ui::texts::money(refund.amount), ui::texts::state(refund.to)),
            refund.reason);
    }
    QString operator()(const AttemptOpened& attempt) const
    {
        return tr("결제 요청 %1").arg(ui::texts::money(attempt.amount));
    }
    QString operator()(const AttemptMoved& attempt) const
    {
        return because(tr("결제: %1").arg(ui::texts::state(attempt.to)), attempt.cause);
    }
    template <class Other>
    QString operator()(const Other&) const
    {
        return {};
    }
};

} // namespace

QString eventWords(const Event& event, const OrderView& order, Language language)
{
    return std::visit(EventWords{order, language}, event.body);
}

QString actorWords(const Actor& actor)
{
    return texts::machine(actor.role, actor.name);
}

} // namespace coffee::station
