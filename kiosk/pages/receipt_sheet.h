// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/receipt.h"
#include "shared/widgets/label.h"
#include "shared/widgets/sheet.h"

namespace coffee::kiosk {

/// The receipt of one order over the page, as a strip of paper would have it. Scrolls when it is
/// long.
class ReceiptSheet final : public ui::Sheet {
    Q_OBJECT

public:
    explicit ReceiptSheet(QWidget* host);

    /// Shows these rows; may be called again while it is open (a refund went on).
    void setRows(std::vector<ReceiptRow> rows);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void addRow(const ReceiptRow& row);
    void addCentred(const QString& words, ui::TextRole role);
    void addPair(const QString& words, const QString& value, ui::TextRole role, ui::Ink ink);
    void addRule();

    std::vector<ReceiptRow> m_rows;
    QWidget* m_paper{nullptr};
    QBoxLayout* m_column{nullptr};
    ui::Button* m_done;
};

} // namespace coffee::kiosk
