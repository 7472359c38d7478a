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
} // namespace coffee::ui

namespace coffee::kiosk {

/// The shop keeps the basket: its code as large as the glass allows, until when, where it is taken
/// up again, and what would end it.
class ParkedPage final : public Page {
    Q_OBJECT

public:
    explicit ParkedPage(PageParts parts, QWidget* parent = nullptr);

    void refresh() override;

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void refreshTime();

    PageParts m_parts;
    QTimer* m_clock;
    ui::Label* m_title;
    ui::Label* m_codeWords;
    ui::BigNumber* m_code;
    ui::Label* m_until;
    ui::Label* m_how;
    ui::Card* m_basketCard;
    ui::Label* m_lines;
    ui::Banner* m_honest;
    ui::Button* m_back;
    ui::Button* m_done;
};

} // namespace coffee::kiosk
