// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/model/customer_basket.h"
#include "shared/widgets/sheet.h"

namespace coffee::ui {
class ChoiceGroup;
}

namespace coffee::kiosk {

/// What the bar must know about allergies: the menu's allergens as chips. The note is in Korean,
/// whatever the customer's language: it is the bar that reads it.
class AllergySheet final : public ui::Sheet {
    Q_OBJECT

public:
    AllergySheet(CustomerBasket& basket, QWidget* host);
    void refresh();

protected:
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] std::string noteOf(const QStringList& ids) const;

    CustomerBasket& m_basket;
    ui::Label* m_advice;
    ui::ChoiceGroup* m_group;
    ui::Button* m_done;
    QStringList m_chosen;
};

} // namespace coffee::kiosk
