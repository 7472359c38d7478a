// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/model/same_tap.h"
#include "barista_station/model/ticket.h"

#include "shared/widgets/card.h"

#include <set>
#include <vector>

namespace coffee::ui {
class Button;
class ColumnLayout;
} // namespace coffee::ui

namespace coffee::station {

class TicketLineView;

/// One ticket of the grid: number, here or take away, age, allergy note, lines with a chip for each
/// unit, and one button for the next step. A cancelled ticket is a stop card; one that has left
/// stays dimmed with its undo.
///
/// Found as `ticket_<number>` with `start_`, `finish_`, `undo_`, `more_`, `stopAck_` and
/// `stopMade_<number>`. The card itself takes the focus: Enter does the next step.
class TicketCard final : public ui::Card {
    Q_OBJECT

public:
    explicit TicketCard(const Ticket& ticket, QWidget* parent = nullptr);

    void setTicket(const Ticket& ticket);
    [[nodiscard]] const Ticket& ticket() const { return m_ticket; }
    /// Marks the ticket as one of those that hold what was pressed in the all-day strip.
    void setHighlighted(bool highlighted);
    /// It came while nobody could see it, and nobody has touched it since.
    void setNew(bool isNew);
    /// The next step of this ticket, as if its button had been pressed.
    void nextStep();

Q_SIGNALS:
    void startClicked(coffee::OrderId order);
    void finishClicked(coffee::OrderId order);
    void undoClicked(coffee::OrderId order);
    void moreClicked(coffee::OrderId order);
    void unitClicked(coffee::OrderId order, coffee::UnitNumber unit);
    void stopAcknowledged(coffee::OrderId order, const std::vector<coffee::UnitNumber>& made);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void buildHead();
    void buildBody();
    void buildButtons();
    void showTicket();
    void showHead();
    void showLines();
    void showButtons();
    void showAge();
    void showFoot();
    void showElsewhere();
    void toggleMade(UnitNumber unit);
    void toggleAllMade();
    [[nodiscard]] bool isStop() const;
    [[nodiscard]] QString spokenSummary() const;
    [[nodiscard]] std::vector<UnitNumber> allUnits() const;

    Ticket m_ticket;
    std::set<UnitNumber> m_made; ///< what the stop card says was made
    bool m_madeTouched{false};
    SameTap<UnitNumber> m_madeTaps;
    bool m_highlighted{false};
    bool m_new{false};
    ui::BigNumber* m_number{nullptr};
    ui::IconMark* m_serviceMark{nullptr};
    ui::Label* m_service{nullptr};
    ui::IconMark* m_ageMark{nullptr};
    ui::Label* m_age{nullptr};
    ui::Label* m_notice{nullptr}; ///< of a stop card
    ui::Label* m_ask{nullptr};    ///< what a stop card wants to know
    ui::Card* m_allergy{nullptr};
    ui::Label* m_allergyWords{nullptr};
    QWidget* m_lineHost{nullptr};
    std::vector<TicketLineView*> m_lines;
    ui::Label* m_elsewhere{nullptr}; ///< what other stations make of it
    ui::Label* m_foot{nullptr};      ///< where it came from, or that it is being sent
    ui::Button* m_more{nullptr};
    ui::Button* m_start{nullptr};
    ui::Button* m_finish{nullptr};
    ui::Button* m_undo{nullptr};
    ui::Label* m_over{nullptr}; ///< where the undo stood, once nothing can be pressed any more
    ui::Button* m_stopMade{nullptr};
    ui::Button* m_stopAck{nullptr};
};

} // namespace coffee::station
