// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/manager/needs_now.h"
#include "barista_station/model/ticket.h"

#include "shared/protocol/messages.h"
#include "shared/widgets/sheet.h"

#include <variant>
#include <vector>

namespace coffee::ui {
class ChoiceGroup;
} // namespace coffee::ui

namespace coffee::station {

/// A manager's act about money, complete but for the PIN.
struct CancelWish {
    OrderId order{0};
    OrderState seen{OrderState::Queued};
    std::int32_t number{0};
    Money amount; ///< what goes back
    QString reason;
};
struct RefundWish {
    OrderId order{0};
    std::int32_t number{0};
    std::vector<UnitNumber> units;
    Money amount;
    QString reason;
};
struct ReviewWish {
    protocol::ReviewKind kind{protocol::ReviewKind::Attempt};
    std::int64_t id{0};
    protocol::ReviewOutcome outcome{protocol::ReviewOutcome::Declined};
    Money amount;
    QString reason;
};
/// The day is closed before it changes by itself; `last` is the newest Z that this window knows.
struct CloseDayWish {
    std::int64_t last{0};
    BusinessDay day{0};
    MoneySum net;         ///< so far
    std::int64_t open{0}; ///< orders that go over to the next day
};
/// The shop's whole log is copied to where its backups go.
struct BackupWish {};
using MoneyWish = std::variant<CancelWish, RefundWish, ReviewWish, CloseDayWish, BackupWish>;

/// What a person reads before the PIN: what will happen, with the amount.
[[nodiscard]] QString purposeOf(const MoneyWish& wish);
[[nodiscard]] QString titleOf(const MoneyWish& wish);

/// Asks for the parts of such an act: which units, what outcome, and why. Found as `moneySheet`,
/// with `moneyParts`, `moneyReason`, `moneyClose` and `moneyNext`.
class MoneySheet final : public ui::Sheet {
    Q_OBJECT

public:
    /// `menu` knows what is usual and need not be named; it may be null, and must outlive this.
    MoneySheet(Language language, const Menu* menu, QWidget* host);

    void askCancel(const OrderView& order);
    void askRefund(const OrderView& order);
    /// For a need of a payment or a refund that a person must settle.
    void askReview(const Need& need);

Q_SIGNALS:
    /// Everything but the PIN is there; the sheet has closed.
    void wished(const coffee::station::MoneyWish& wish);

private:
    void open(const QString& title, const QString& explain, bool withParts);
    void setReasons(const QStringList& reasons);
    void showNext();
    void finish();
    [[nodiscard]] Money chosenAmount() const;
    [[nodiscard]] std::vector<UnitNumber> chosenUnits() const;

    Language m_language;
    const Menu* m_menu;
    MoneyWish m_wish;
    std::vector<UnitView> m_units; ///< of the order that is refunded
    QStringList m_reasons;
    ui::Label* m_explain;
    ui::ChoiceGroup* m_parts;
    ui::ChoiceGroup* m_outcome;
    ui::ChoiceGroup* m_reason;
    ui::Button* m_close;
    ui::Button* m_next;
};

} // namespace coffee::station
