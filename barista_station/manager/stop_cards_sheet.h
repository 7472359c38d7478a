// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/manager/act_sheet.h"

namespace coffee::ui {
class ChoiceGroup;
} // namespace coffee::ui

namespace coffee::station {

/// For how long no card is taken. Found as `stopCardsSheet`, with `stopCardsMinutes` (choices `5`,
/// `15`, `60`), `stopCardsClose` and `stopCardsConfirm`.
class StopCardsSheet final : public ActSheet {
    Q_OBJECT

public:
    explicit StopCardsSheet(QWidget* host);

Q_SIGNALS:
    void stopClicked(int minutes);

private:
    void setWords() override;
    void showConfirm();
    [[nodiscard]] int minutes() const;

    ui::ChoiceGroup* m_minutes;
    ui::Label* m_explain;
};

} // namespace coffee::station
