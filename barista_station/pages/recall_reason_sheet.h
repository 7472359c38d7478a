// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/model/recall_list.h"

#include "shared/widgets/sheet.h"

namespace coffee::ui {
class ChoiceGroup;
} // namespace coffee::ui

namespace coffee::station {

/// Why an order is taken back: one of four reasons, the likeliest chosen already, so that a mis-tap
/// is one further tap. Found as `recallReasonSheet`, with `recallReason`, `recallConfirm` and
/// `recallReasonClose`.
class RecallReasonSheet final : public ui::Sheet {
    Q_OBJECT

public:
    explicit RecallReasonSheet(QWidget* host);

    void showRow(const RecallRow& row);

Q_SIGNALS:
    /// `reason` is in the shop's language: it goes into the order's history.
    void confirmed(coffee::OrderId order, coffee::OrderState seen, const QString& reason);

private:
    [[nodiscard]] QString reasonWords(const QString& id) const;

    RecallRow m_row;
    ui::Label* m_explain;
    ui::ChoiceGroup* m_reason;
    ui::Button* m_confirm;
    ui::Button* m_close;
};

} // namespace coffee::station
