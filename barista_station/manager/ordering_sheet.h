// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/shop_view.h"
#include "shared/widgets/sheet.h"

class QBoxLayout;

namespace coffee::ui {
class Label;
} // namespace coffee::ui

namespace coffee::station {

/// The three ways to limit ordering, each with how it stands now. Found as `orderingSheet`, with
/// `pauseButton` (or, while paused, `orderingResume`), `slowButton`, `hoursButton` and
/// `orderingClose`.
class OrderingSheet final : public ui::Sheet {
    Q_OBJECT

public:
    explicit OrderingSheet(QWidget* host);

    /// `menu` is the menu's hours; `known` is false before the menu was read.
    void setOffer(const OfferView& offer, const SaleHours& menu, bool known);

Q_SIGNALS:
    void pauseClicked();
    void resumeClicked();
    void slowClicked();
    void hoursClicked();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Row {
        ui::Label* title;
        ui::Label* state;
        ui::Button* act;
        QBoxLayout* line;
    };
    Row addRow(const char* name, ui::Icon icon);
    void setWords();

    OfferView m_offer;
    SaleHours m_menu{};
    bool m_menuKnown{false};
    Row m_pause;
    ui::Button* m_resume;
    Row m_slow;
    Row m_hours;
    ui::Button* m_close;
};

} // namespace coffee::station
