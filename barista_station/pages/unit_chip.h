// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/model/ticket.h"

#include <QPushButton>

namespace coffee::station {

/// One unit to make: a box to tick with one tap, and the cup it goes into where the units of a line
/// have different ones. Found as `unit_<number>_<n>`. On a stop card it marks what had been made.
class UnitChip final : public QPushButton {
    Q_OBJECT

public:
    explicit UnitChip(QWidget* parent = nullptr);

    /// `subject` is what a screen reader says before the state: "아메리카노 1".
    void setUnit(const TicketUnit& unit, const QString& subject, bool pressable);
    /// The cup is said beside the chip already: the box alone is drawn.
    void setCompact(bool compact);
    /// On a stop card: whether this unit counts as made.
    void setMade(bool made, const QString& subject, bool pressable);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void setWords(const QString& words, const QString& spoken);

    UnitState m_state{UnitState::Open};
    bool m_sending{false};
    bool m_onStopCard{false};
    bool m_compact{false};
    bool m_prominent{false}; ///< the customer's own cup must not be missed
    bool m_again{false};     ///< it is made anew
};

} // namespace coffee::station
