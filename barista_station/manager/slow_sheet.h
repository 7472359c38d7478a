// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/manager/act_sheet.h"

#include <cstdint>

namespace coffee::ui {
class ChoiceGroup;
} // namespace coffee::ui

namespace coffee::station {

/// How much making may be promised in a quarter of an hour. Found as `slowSheet`, with
/// `slowMinutes` (choices `0`, `10`, `20`, `30`, `45`), `slowClose` and `slowConfirm`.
class SlowSheet final : public ActSheet {
    Q_OBJECT

public:
    explicit SlowSheet(QWidget* host);

    /// `makingMinutes` is what holds now.
    void ask(std::int32_t makingMinutes);

Q_SIGNALS:
    void paceClicked(int makingMinutes);

private:
    void setWords() override;
    void showConfirm();
    [[nodiscard]] int minutes() const;

    std::int32_t m_now{0};
    ui::Label* m_state;
    ui::ChoiceGroup* m_minutes;
    ui::Label* m_explain;
};

} // namespace coffee::station
