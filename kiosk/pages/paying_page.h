// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/pages/page.h"
#include "kiosk/pages/page_parts.h"

namespace coffee::ui {
class BusyBar;
class Button;
class Card;
class Label;
} // namespace coffee::ui

namespace coffee::kiosk {

class TerminalPicture;

/// While money may be moving: what to do at the terminal, what is being waited for, and the amount.
/// Serves the phases Paying, Checking, GivingUp and Settling.
class PayingPage final : public Page {
    Q_OBJECT

public:
    explicit PayingPage(PageParts parts, QWidget* parent = nullptr);

    void refresh() override;
    void setWide(bool wide) override;

protected:
    void fit() override;

private:
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString explanation() const;

    PageParts m_parts;
    QBoxLayout* m_halves;
    QVBoxLayout* m_words;
    QWidget* m_paid; ///< the amount, and what it is
    ui::Label* m_amountWords;
    ui::Label* m_amount;
    TerminalPicture* m_picture;
    ui::Label* m_title;
    ui::Label* m_explanation;
    ui::BusyBar* m_busy;
    ui::Label* m_reference;
    ui::Label* m_kept;
    ui::Button* m_cancel;
};

} // namespace coffee::kiosk
