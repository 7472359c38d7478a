// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/pages/number_entry.h"
#include "kiosk/pages/page.h"
#include "kiosk/pages/page_parts.h"

namespace coffee::ui {
class Banner;
class BusyBar;
class Button;
class Card;
class ConfirmSheet;
class Label;
class StatusSteps;
} // namespace coffee::ui

namespace coffee::kiosk {

/// Looking up an order: the number, its state and age, then with the claim code its lines, its
/// refund and the way to cancel it.
class MyOrderPage final : public Page {
    Q_OBJECT

public:
    /// `host` is what the question whether to cancel covers: the window.
    MyOrderPage(PageParts parts, QWidget* host, QWidget* parent = nullptr);

    void refresh() override;
    void arrive() override;
    void setWide(bool wide) override;

Q_SIGNALS:
    /// The order in the details; they are there.
    void receiptClicked();
    /// Whoever lost the claim code: the staff can look the order up and cancel it.
    void helpClicked();

protected:
    void fit() override;
    void keyPressEvent(QKeyEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildEntry();
    void buildLost();
    void buildState();
    void buildDetails();
    void buildFooter();
    void stageChanged();
    /// On what is done next, for whoever comes with keys.
    void focusNext();
    /// How much of the body's height it takes.
    [[nodiscard]] int placeLost(int width);
    void refreshWords();
    /// The title says that it is cancelled, with its number.
    [[nodiscard]] bool isTold() const;
    [[nodiscard]] bool mayStillCancel() const;
    void refreshState();
    void refreshAge();
    void refreshDetails();
    void refreshLines(const OrderView& order);
    void refreshFooter();
    void refreshSheet();
    void goBack();
    void submit();
    [[nodiscard]] NumberEntry::Asks asks() const;

    PageParts m_parts;
    LookUpStage m_shown{LookUpStage::Number};
    ui::Label* m_title;
    ui::Label* m_advice;
    ui::Banner* m_trouble;
    ui::BusyBar* m_busy;
    NumberEntry* m_entry;
    QWidget* m_lostPart;
    ui::Button* m_lost;
    ui::Button* m_lostBeside; ///< the same where there is no room below the digits
    ui::Label* m_lostWords;
    ui::Card* m_statePart;
    ui::Label* m_number;
    ui::StatusSteps* m_steps;
    ui::Label* m_wait;
    ui::Label* m_ahead;
    ui::Banner* m_refused;
    ui::Banner* m_age;
    ui::Button* m_toCode;
    ui::Card* m_detailPart;
    QVBoxLayout* m_lines;
    ui::Label* m_total;
    ui::Label* m_refund;
    QWidget* m_acts;
    ui::Button* m_receipt;
    ui::Button* m_cancel;
    ui::ConfirmSheet* m_sheet;
    ui::Button* m_back;
    ui::Button* m_lookUp;
};

} // namespace coffee::kiosk
