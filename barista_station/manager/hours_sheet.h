// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/manager/act_sheet.h"

#include "shared/domain/shop_view.h"

namespace coffee::ui {
class ChoiceGroup;
} // namespace coffee::ui

namespace coffee::station {

class QuarterPicker;

/// When the shop takes orders: its own hours or the menu's. Found as `hoursSheet`, with
/// `hoursFrom` and `hoursTo` (QuarterPicker), `hoursDays` (choices `0` Monday … `6`), `hoursMenu`,
/// `hoursClose` and `hoursConfirm`.
class HoursSheet final : public ActSheet {
    Q_OBJECT

public:
    explicit HoursSheet(QWidget* host);

    /// `menu` is the menu's hours; `known` is false before the menu was read.
    void ask(const HoursChanged& now, const SaleHours& menu, bool known);

Q_SIGNALS:
    void hoursClicked(const coffee::SaleHours& hours);
    void menuClicked();

private:
    void setWords() override;
    void showDays(std::int32_t days);
    void showConfirm();
    [[nodiscard]] SaleHours hours() const;

    HoursChanged m_now;
    SaleHours m_menuHours{};
    bool m_menuKnown{false};
    ui::Label* m_state;
    QuarterPicker* m_from;
    QuarterPicker* m_to;
    ui::ChoiceGroup* m_days;
    ui::Label* m_wanted;
    ui::Label* m_explain;
    ui::Button* m_menu;
};

} // namespace coffee::station
