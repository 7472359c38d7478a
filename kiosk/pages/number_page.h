// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/pages/page.h"
#include "kiosk/pages/page_parts.h"

class QTimer;

namespace coffee::ui {
class Banner;
class BigNumber;
class Button;
class Card;
class Label;
class StatusSteps;
} // namespace coffee::ui

namespace coffee::kiosk {

/// Paid: the order's number as large as the glass allows, the claim code, how long it takes, and
/// how far it is while the customer still looks.
class NumberPage final : public Page {
    Q_OBJECT

public:
    explicit NumberPage(PageParts parts, QWidget* parent = nullptr);

    void refresh() override;
    void setWide(bool wide) override;

Q_SIGNALS:
    void receiptClicked();

protected:
    void fit() override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    /// With 화면 더 오래 보기 the page stays so long.
    static constexpr std::chrono::seconds kMoreTime{120};

    void stayLonger();
    /// Number and code beside each other, and what is only read once below what is waited for.
    void setClose(bool close);
    [[nodiscard]] bool canBeClose() const;
    [[nodiscard]] bool isNumberSeen() const;
    [[nodiscard]] bool isSeenUpToWait() const;
    void refreshItems();
    void refreshState();
    void refreshCodeUse();
    void refreshHint();
    void refreshCountdown();
    [[nodiscard]] OrderView order() const;
    [[nodiscard]] bool hasOwnCup() const;

    PageParts m_parts;
    QTimer* m_clock;
    QBoxLayout* m_halves;
    QVBoxLayout* m_left;
    QBoxLayout* m_pair; ///< the two numbers
    QVBoxLayout* m_right;
    ui::Label* m_thanks;
    ui::Label* m_numberWords;
    ui::BigNumber* m_number;
    ui::Card* m_codeCard;
    ui::Label* m_codeWords;
    ui::Label* m_code;
    ui::Label* m_codeUse;
    ui::Label* m_items;
    ui::StatusSteps* m_steps;
    ui::Label* m_wait;
    ui::Label* m_ahead;
    ui::Banner* m_refused;
    ui::Banner* m_hint;
    ui::Label* m_paid;
    QWidget* m_acts;
    ui::Button* m_receipt;
    ui::Button* m_cancel;
    ui::Button* m_more;
    ui::Button* m_done;
    bool m_close{false};
};

} // namespace coffee::kiosk
