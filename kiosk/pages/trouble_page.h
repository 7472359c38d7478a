// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/pages/page.h"
#include "kiosk/pages/page_parts.h"
#include "shared/widgets/icon.h"

class QTimer;

namespace coffee::ui {
class BusyBar;
class Button;
class Card;
class CountdownBar;
class IconMark;
class Label;
} // namespace coffee::ui

namespace coffee::kiosk {

class BasketRows;

/// It does not work now: why in plain words, what happens next, that the basket is still there,
/// and what can be done meanwhile. Serves the phases Closed, Busy, Paused, Unreachable, NotPaid.
class TroublePage final : public Page {
    Q_OBJECT

public:
    explicit TroublePage(PageParts parts, QWidget* parent = nullptr);

    void refresh() override;

Q_SIGNALS:
    void helpClicked();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    /// All that distinguishes one trouble from another.
    struct Content {
        ui::Icon icon;
        QString title;
        QString text;
        QString retry; ///< words of the filled button; empty when there is none
        bool counts{false};
    };
    [[nodiscard]] Content content() const;
    [[nodiscard]] Content notPaid() const;
    [[nodiscard]] Content notPaidBefore() const;
    /// Somebody of the staff can do more about it than one more try.
    [[nodiscard]] bool needsStaff() const;
    void refreshCountdown();

    PageParts m_parts;
    QTimer* m_clock;
    ui::IconMark* m_icon;
    ui::Label* m_title;
    ui::Label* m_text;
    ui::CountdownBar* m_countdown;
    ui::BusyBar* m_trying;
    ui::Card* m_basketCard;
    ui::Label* m_basketTitle;
    ui::Label* m_basketLines;
    ui::Button* m_help;
    ui::Button* m_park;
    ui::Button* m_myOrder;
    ui::Button* m_back;
    ui::Button* m_retry;
};

} // namespace coffee::kiosk
