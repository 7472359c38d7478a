// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/manager/program_tiles.h"
#include "barista_station/manager/shop_numbers.h"

#include <QWidget>

#include <map>
#include <optional>
#include <vector>

namespace coffee::ui {
class ColumnLayout;
class HealthTile;
class Label;
class StatTile;
} // namespace coffee::ui

namespace coffee::station {

/// The shop at a glance: the queue by state with the oldest age, today's money, the state of
/// payments, and a tile for each program. Tiles are found as `queuedTile`, `makingTile`,
/// `readyTile`, `waitTile`, `salesTile`, `refundsTile`, `cancelsTile`, `paymentsTile` and
/// `program_<role>_<name>`.
class ShopPanel final : public QWidget {
    Q_OBJECT

public:
    explicit ShopPanel(QWidget* parent = nullptr);

    /// `wait` is what customers are told now; empty while nobody knows.
    void setNumbers(const ShopNumbers& numbers, BreakerState breaker,
                    const std::optional<WaitRange>& wait);
    void setPrograms(const std::vector<ProgramTile>& tiles, ShopTime now);

protected:
    void changeEvent(QEvent* event) override;

private:
    void setWords();
    void showNumbers();
    void showPrograms();
    /// How a program is, and since when, which one it is and how far it has come.
    [[nodiscard]] static QString stateWords(const ProgramTile& program);
    [[nodiscard]] static QString detailWords(const ProgramTile& program);

    ShopNumbers m_numbers;
    BreakerState m_breaker{BreakerState::Closed};
    std::optional<WaitRange> m_wait;
    std::vector<ProgramTile> m_programs;
    ShopTime m_now{};
    ui::Label* m_numbersTitle;
    ui::Label* m_programsTitle;
    ui::StatTile* m_queued;
    ui::StatTile* m_making;
    ui::StatTile* m_ready;
    ui::StatTile* m_waitTile;
    ui::StatTile* m_sales;
    ui::StatTile* m_refunds;
    ui::StatTile* m_cancels;
    ui::StatTile* m_payments;
    QWidget* m_programHost;
    std::map<QString, ui::HealthTile*> m_tiles;
};

} // namespace coffee::station
