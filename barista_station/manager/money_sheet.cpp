// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/money_sheet.h"

#include "barista_station/pages/station_texts.h"

#include "shared/domain/causes.h"
#include "shared/widgets/choice.h"
#include "shared/widgets/label.h"
#include "shared/widgets/texts.h"

#include <QBoxLayout>

#include <algorithm>

namespace coffee::station {

using namespace coffee::ui;
using protocol::ReviewKind;
using protocol::ReviewOutcome;

namespace {

bool isPaidBack(const OrderView& order, UnitNumber unit)
{
    return std::any_of(
        order.refunds.begin(), order.refunds.end(), [unit](const RefundView& refund) {
            return std::find(refund.units.begin(), refund.units.end(), unit) != refund.units.end();
        });
}

Money remainderOf(const OrderView& order)
{
    return order.total.minus(order.refunded()).value_or(Money{});
}

/// Of a payment that the backup did not know the customer has mostly been served.
std::vector<Choice> paymentOutcomes(bool servedLikely)
{
    std::vector<Choice> outcomes{
        {QStringLiteral("declined"), MoneySheet::tr("돈이 빠지지 않았어요"), {}, false, false},
        {QStringLiteral("voided"), MoneySheet::tr("빠진 돈을 되돌렸어요"), {}, false, false}};
    outcomes.insert(servedLikely ? outcomes.begin() : outcomes.end(),
                    {QStringLiteral("kept"),
                     MoneySheet::tr("손님이 받아 갔어요 — 돈은 그대로"),
                     {},
                     false,
                     false});
    return outcomes;
}

} // namespace

QString titleOf(const MoneyWish& wish)
{
    if (const auto* cancel = std::get_if<CancelWish>(&wish))
        return MoneySheet::tr("주문 %1 취소").arg(cancel->number);
    if (const auto* refund = std::get_if<RefundWish>(&wish))
        return MoneySheet::tr("주문 %1 환불").arg(refund->number);
    if (std::holds_alternative<CloseDayWish>(wish))
        return MoneySheet::tr("하루 마감");
    if (std::holds_alternative<BackupWish>(wish))
        return MoneySheet::tr("지금 백업");
    return MoneySheet::tr("확인하고 끝내기");
}

QString purposeOf(const MoneyWish& wish)
{
    if (const auto* cancel = std::get_if<CancelWish>(&wish))
        return MoneySheet::tr("주문 %1번을 취소하고 %2을 돌려줘요.")
            .arg(cancel->number)
            .arg(ui::texts::money(cancel->amount));
    if (const auto* refund = std::get_if<RefundWish>(&wish))
        return MoneySheet::tr("주문 %1번에서 %2을 결제한 카드로 돌려줘요.")
            .arg(refund->number)
            .arg(ui::texts::money(refund->amount));
    if (const auto* close = std::get_if<CloseDayWish>(&wish))
        return MoneySheet::tr(
                   "%1 · Z %2 · 순매출 %3 · 끝나지 않은 주문 %4건. 마감하면 바꿀 수 없어요. "
                   "끝나지 않은 주문은 다음 날로 넘어가요.")
            .arg(texts::day(close->day))
            .arg(close->last + 1)
            .arg(texts::sum(close->net))
            .arg(close->open);
    if (std::holds_alternative<BackupWish>(wish))
        return MoneySheet::tr("주문과 결제 기록 전체를 백업 폴더에 복사해요. 주문은 계속 받아요. "
                              "몇 분 걸릴 수 있어요.");
    return MoneySheet::tr("%1 건을 사람이 확인한 것으로 끝내요.")
        .arg(ui::texts::money(std::get<ReviewWish>(wish).amount));
}

MoneySheet::MoneySheet(Language language, const Menu* menu, QWidget* host)
    : Sheet{host},
      m_language{language},
      m_menu{menu},
      m_explain{new Label{TextRole::Body, this}},
      m_parts{new ChoiceGroup{ChoiceGroup::Mode::Several, this}},
      m_outcome{new ChoiceGroup{ChoiceGroup::Mode::One, this}},
      m_reason{new ChoiceGroup{ChoiceGroup::Mode::One, this}},
      m_close{new Button{QString{}, ButtonKind::Outline, this}},
      m_next{new Button{QString{}, ButtonKind::Filled, this}}
{
    setObjectName(QStringLiteral("moneySheet"));
    m_parts->setObjectName(QStringLiteral("moneyParts"));
    m_outcome->setObjectName(QStringLiteral("moneyOutcome"));
    m_reason->setObjectName(QStringLiteral("moneyReason"));
    m_close->setObjectName(QStringLiteral("moneyClose"));
    m_next->setObjectName(QStringLiteral("moneyNext"));
    m_next->setMark(Icon::Lock);
    content()->addWidget(m_explain);
    content()->addWidget(m_parts);
    content()->addWidget(m_outcome);
    content()->addWidget(m_reason);
    content()->addStretch(1);
    addButton(m_close);
    addButton(m_next);
    connect(m_parts, &ChoiceGroup::chosenChanged, this, &MoneySheet::showNext);
    connect(m_outcome, &ChoiceGroup::chosenChanged, this, &MoneySheet::showNext);
    connect(m_reason, &ChoiceGroup::chosenChanged, this, &MoneySheet::showNext);
    connect(m_close, &QPushButton::clicked, this, [this] { closeSheet(); });
    connect(m_next, &QPushButton::clicked, this, &MoneySheet::finish);
    setFirstFocus(m_close);
}

void MoneySheet::setReasons(const QStringList& reasons)
{
    m_reasons = reasons;
    m_reason->setTitle(tr("이유"), tr("하나를 골라 주세요."));
    std::vector<Choice> choices;
    for (qsizetype place = 0; place < reasons.size(); ++place)
        choices.push_back({QString::number(place), reasons[place], {}, false, false});
    m_reason->setChoices(choices);
}

void MoneySheet::open(const QString& title, const QString& explain, bool withParts)
{
    setTitle(title);
    m_explain->setText(explain);
    m_explain->setInk(Ink::Second);
    m_parts->setVisible(withParts);
    m_outcome->setVisible(std::holds_alternative<ReviewWish>(m_wish));
    m_close->setText(tr("닫기"));
    showNext();
    openSheet();
}

void MoneySheet::askCancel(const OrderView& order)
{
    m_wish = CancelWish{order.id, order.state, order.number, remainderOf(order), {}};
    setReasons({tr("손님이 원해서"), tr("만들 수 없어서"), tr("잘못된 주문이어서")});
    open(titleOf(m_wish),
         tr("만드는 것을 멈추고 남은 결제 금액을 모두 돌려줘요. 바리스타 화면에 멈춤 표시가 떠요."),
         false);
}

void MoneySheet::askRefund(const OrderView& order)
{
    m_wish = RefundWish{order.id, order.number, {}, {}, {}};
    m_units = order.units;
    std::vector<Choice> choices;
    for (std::size_t place = 0; place < order.units.size(); ++place) {
        const UnitView& unit = order.units[place];
        const auto number = static_cast<UnitNumber>(place + 1);
        if (isPaidBack(order, number) || unit.line < 1 ||
            static_cast<std::size_t>(unit.line) > order.lines.size())
            continue;
        const PricedLine& line = order.lines[static_cast<std::size_t>(unit.line) - 1];
        const QString options = optionsOf(line, m_language, m_menu);
        const QString price = ui::texts::money(unit.price);
        choices.push_back(
            {QString::number(number), inLanguage(line.name, m_language),
             options.isEmpty() ? price : QStringLiteral("%1\u00a0· %2").arg(options, price), false,
             false});
    }
    m_parts->setTitle(tr("돌려줄 것"), tr("돌려줄 것을 모두 골라 주세요."));
    m_parts->setChoices(choices);
    setReasons(
        {tr("맛이나 품질 때문에"), tr("잘못 만들어서"), tr("오래 기다려서"), tr("다른 이유로")});
    open(titleOf(m_wish), tr("고른 것의 값만 결제한 카드로 돌려줘요. 나머지는 그대로예요."), true);
}

void MoneySheet::askReview(const Need& need)
{
    const bool isRefund = need.kind == NeedKind::RefundReview;
    m_wish = ReviewWish{isRefund ? ReviewKind::Refund : ReviewKind::Attempt,
                        need.id,
                        isRefund ? ReviewOutcome::Done : ReviewOutcome::Declined,
                        need.amount,
                        {}};
    m_outcome->setTitle(tr("카드사에 확인한 결과"), QString{});
    if (isRefund)
        m_outcome->setChoices(
            {{QStringLiteral("done"), tr("손님에게 돌려줬어요"), {}, true, false}});
    else
        m_outcome->setChoices(paymentOutcomes(need.cause == kNotInBackup));
    setReasons({tr("카드사에 전화로 확인"), tr("단말기 영수증으로 확인"), tr("현금으로 돌려줌")});
    open(titleOf(m_wish),
         tr("%1. 끝내면 할 일에서 빠지고, 누가 왜 끝냈는지 기록에 남아요.")
             .arg(ui::texts::money(need.amount)),
         false);
}

std::vector<UnitNumber> MoneySheet::chosenUnits() const
{
    std::vector<UnitNumber> units;
    for (const QString& id : m_parts->chosen())
        units.push_back(id.toInt());
    std::sort(units.begin(), units.end());
    return units;
}

Money MoneySheet::chosenAmount() const
{
    Money sum;
    for (const UnitNumber unit : chosenUnits())
        sum = sum.plus(m_units[static_cast<std::size_t>(unit) - 1].price).value_or(sum);
    return sum;
}

void MoneySheet::showNext()
{
    bool complete = !m_reason->chosen().isEmpty();
    QString words = tr("PIN 입력하기");
    if (const auto* cancel = std::get_if<CancelWish>(&m_wish)) {
        words = tr("%1 돌려주기").arg(ui::texts::money(cancel->amount));
    } else if (std::holds_alternative<RefundWish>(m_wish)) {
        complete = complete && !m_parts->chosen().isEmpty();
        words = tr("%1 돌려주기").arg(ui::texts::money(chosenAmount()));
    } else {
        complete = complete && !m_outcome->chosen().isEmpty();
    }
    m_next->setText(words);
    m_next->setEnabled(complete);
}

void MoneySheet::finish()
{
    const QString reason = m_reasons.value(m_reason->chosen().value(0).toInt());
    std::visit(
        [&reason](auto& wish) {
            if constexpr (requires { wish.reason; })
                wish.reason = reason;
        },
        m_wish);
    if (auto* refund = std::get_if<RefundWish>(&m_wish)) {
        refund->units = chosenUnits();
        refund->amount = chosenAmount();
    } else if (auto* review = std::get_if<ReviewWish>(&m_wish)) {
        const QString outcome = m_outcome->chosen().value(0);
        review->outcome = outcome == QLatin1String{"done"}     ? ReviewOutcome::Done
                          : outcome == QLatin1String{"kept"}   ? ReviewOutcome::Kept
                          : outcome == QLatin1String{"voided"} ? ReviewOutcome::Voided
                                                               : ReviewOutcome::Declined;
    }
    closeSheet();
    Q_EMIT wished(m_wish);
}

} // namespace coffee::station
