// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/model/ticket.h"

#include "shared/widgets/sheet.h"

#include <vector>

namespace coffee::ui {
class ChoiceGroup;
} // namespace coffee::ui

namespace coffee::station {

/// What was made is thrown away and made once more, at no charge: which units, and why. Found as
/// `remakeSheet`, with `remakeUnits`, `remakeReason`, `remakeButton` and `remakeClose`.
class RemakeSheet final : public ui::Sheet {
    Q_OBJECT

public:
    explicit RemakeSheet(QWidget* host);

    /// Of these, the units that are done can be chosen; with one of them it is chosen already.
    void showTicket(const Ticket& ticket);

Q_SIGNALS:
    void remade(coffee::OrderId order, const std::vector<coffee::UnitNumber>& units,
                const QString& reason);

private:
    void showRemakeButton();
    [[nodiscard]] QString reasonWords(const QString& id) const;

    Ticket m_ticket;
    ui::Label* m_explain;
    ui::ChoiceGroup* m_units;
    ui::ChoiceGroup* m_reason;
    ui::Button* m_remake;
    ui::Button* m_close;
};

} // namespace coffee::station
