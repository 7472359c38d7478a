// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/pages/page.h"
#include "kiosk/pages/page_parts.h"

#include <vector>

namespace coffee::ui {
class Banner;
class Button;
class Card;
class ChoiceGroup;
class Label;
} // namespace coffee::ui

namespace coffee::kiosk {

class BasketRows;

/// The whole order in words before paying: every line with its options, here or to take away,
/// one row of suggestions at most (none on an easy screen), allergies, the total with the VAT in
/// it, and the one button that asks for money.
class ReviewPage final : public Page {
    Q_OBJECT

public:
    explicit ReviewPage(PageParts parts, QWidget* parent = nullptr);

    void refresh() override;
    void arrive() override;
    void setWide(bool wide) override;

Q_SIGNALS:
    void allergyClicked();

private:
    void buildSum(QVBoxLayout* column);
    void buildSuggestions(QVBoxLayout* column);
    void refreshSuggestions();
    void refreshFooter();

    PageParts m_parts;
    QBoxLayout* m_halves;
    ui::Label* m_title;
    BasketRows* m_rows;
    ui::Card* m_suggested;
    ui::Label* m_suggestedTitle;
    std::vector<ui::Button*> m_suggestions;
    ui::ChoiceGroup* m_service;
    ui::Label* m_allergyNote;
    ui::Button* m_allergy;
    ui::Card* m_sum;
    ui::Banner* m_later;
    ui::Label* m_totalWords;
    ui::Label* m_total;
    ui::Label* m_vat;
    ui::Label* m_cash;
    ui::Button* m_back;
    ui::Button* m_pay;
};

} // namespace coffee::kiosk
