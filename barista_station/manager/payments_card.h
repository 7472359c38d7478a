// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/manager/breaker_log.h"
#include "barista_station/manager/payment_hour.h"

#include "shared/domain/shop_view.h"
#include "shared/widgets/card.h"

#include <optional>
#include <vector>

class QBoxLayout;

namespace coffee::ui {
class Button;
} // namespace coffee::ui

namespace coffee::station {

class PaymentChart;

/// What the manager's window knows about the card payments at a moment.
struct PaymentFacts {
    BreakerState breaker{BreakerState::Closed};
    ShopTime since{};
    ShopTime until{};                    ///< of `Open`: when it is tried again by itself
    std::optional<std::int32_t> running; ///< empty before the daemon was asked once
    std::int32_t waiting{0};
    std::int32_t unknown{0};
    std::optional<PaymentHour> hour;
    std::vector<BreakerTurn> turns; ///< of the last hour, the newest first
    friend bool operator==(const PaymentFacts&, const PaymentFacts&) = default;
};

/// The card payments: whether they go, since when, what is under way, the last hour as a plot and
/// every time they stopped in it. Found as `paymentsCard`, with `paymentsState`, `paymentsCounts`,
/// `paymentChart`, `paymentsHour`, `paymentTurn_<place>`, and the acts `stopCards`, `tryCards`,
/// `acceptCards`.
class PaymentsCard final : public ui::Card {
    Q_OBJECT

public:
    static constexpr std::size_t kTurnsShown = 5;

    explicit PaymentsCard(QWidget* parent = nullptr);

    void setFacts(const PaymentFacts& facts);

Q_SIGNALS:
    void stopClicked();
    void tryClicked();
    void acceptClicked();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void setWords();
    void showState();
    void showTurns();

    PaymentFacts m_facts;
    QBoxLayout* m_head{nullptr};
    ui::Label* m_title;
    ui::IconMark* m_mark;
    ui::Label* m_state;
    ui::Label* m_counts;
    ui::Button* m_stop;
    ui::Button* m_try;
    ui::Button* m_accept;
    ui::Label* m_hour;
    PaymentChart* m_chart;
    ui::Label* m_turnsTitle;
    QBoxLayout* m_turns;
};

} // namespace coffee::station
