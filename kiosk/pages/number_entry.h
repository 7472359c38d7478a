// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/widgets/digit_pad.h"

#include <QWidget>

class QBoxLayout;
class QVBoxLayout;

namespace coffee::kiosk {

/// Where a number is typed: an order's, the claim code that belongs to it, or the code of a parked
/// basket. One pad serves them all; an order's number and a basket's code are told apart by how
/// many digits there are. What is asked stands above the digits, on a landscape screen beside the
/// pad.
class NumberEntry final : public QWidget {
    Q_OBJECT

public:
    enum class Asks { Nothing, OrderOrBasket, ClaimCode };

    explicit NumberEntry(QWidget* parent = nullptr);

    /// For what is asked, and what there is to be said of it.
    [[nodiscard]] QVBoxLayout* words() const { return m_words; }
    /// Begins anew, also when the same was asked before.
    void ask(Asks asks);
    void setWide(bool wide);
    /// The pad as high as this allows; the low one where not even that does.
    void setRoom(int height, int width);
    /// The least that it needs, with its words as they are now.
    [[nodiscard]] int heightLeast(int width) const;
    /// With the pad as high as is pleasing.
    [[nodiscard]] int heightWanted(int width) const;
    void refresh();
    void takeFocus();

    [[nodiscard]] QString digits() const { return m_pad->digits(); }
    [[nodiscard]] bool isBasketCode() const;
    /// Enough to look something up.
    [[nodiscard]] bool isComplete() const;
    /// What has to be typed yet before that; empty when it is.
    [[nodiscard]] QString missingWords() const;
    /// The same before the first digit: the most there is to say.
    [[nodiscard]] QString nothingTypedWords() const;
    [[nodiscard]] bool takeKey(int key);

Q_SIGNALS:
    void digitsChanged();
    /// The last digit of a claim code.
    void completed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] int digitsLeast() const;
    [[nodiscard]] int heightWith(ui::DigitPad::Shape shape, int width) const;
    [[nodiscard]] bool isBeside() const;
    [[nodiscard]] int padWidth(ui::DigitPad::Shape shape, int width) const;
    void showDigits();

    QBoxLayout* m_halves;
    QVBoxLayout* m_words;
    ui::DigitField* m_numberField;
    ui::DigitField* m_codeField;
    ui::DigitPad* m_pad;
    Asks m_asks{Asks::Nothing};
};

} // namespace coffee::kiosk
