// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/widgets/sheet.h"

namespace coffee::ui {

class DigitField;
class DigitPad;

// Asks for the six digits of the shop PIN. The digits are dots on the glass, live only here, and
// are wiped when the sheet closes. The answer to a PIN comes from the daemon: show it with
// showError().
class PinSheet final : public Sheet {
    Q_OBJECT

public:
    static constexpr int kPinDigits = 6;

    explicit PinSheet(QWidget* host);

    // `purpose` says what the PIN is for: "주문 117번을 취소하고 12,500원을 돌려줍니다."
    void ask(const QString& title, const QString& purpose);
    // Being checked: words and a bar, no typing.
    void setBusy(const QString& words);
    // Wrong or locked, in words; the digits are cleared for another try.
    void showError(const QString& words);

Q_SIGNALS:
    // All digits were typed. The sheet stays open and busy-able until closeSheet().
    void pinEntered(const QString& pin);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    Label* m_purpose;
    Label* m_message;
    DigitField* m_field;
    DigitPad* m_pad;
    Button* m_cancel;
};

} // namespace coffee::ui
