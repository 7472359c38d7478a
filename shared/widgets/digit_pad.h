// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/widgets/button.h"

#include <QString>
#include <QWidget>

#include <array>

namespace coffee::ui {

// Shows typed digits, as themselves or as dots. Either a fixed number of boxes (a PIN, a claim
// code) or one field that grows (an order number).
class DigitField final : public QWidget {
    Q_OBJECT

public:
    enum class Show { Digits, Dots };

    // `boxes` 0 means one open field.
    DigitField(int boxes, Show show, QWidget* parent = nullptr);

    void setDigits(const QString& digits);
    [[nodiscard]] const QString& digits() const { return m_digits; }
    // A secret is never said: a screen reader hears how many digits stand there. Dots are one from
    // the beginning.
    void setSecret(bool secret);
    [[nodiscard]] bool isSecret() const { return m_secret; }
    // Six digits in an open field are read three at a time: "899 250".
    void setInThrees(bool inThrees);
    // What stands in an open field while nothing is typed.
    void setPrompt(const QString& prompt);
    // The field that typing goes to, where there are several: a thicker edge and a caret.
    void setActive(bool active);
    // The keys of a keypad go here: the ring of the focus, which itself is on the pad below.
    void setTakesKeys(bool takesKeys);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void pressed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QSizeF boxSize() const;
    [[nodiscard]] QString shownIn(int box) const;

    QString m_digits;
    QString m_prompt;
    int m_boxes;
    Show m_show;
    bool m_secret;
    bool m_takesKeys = false;
    bool m_active = true;
    bool m_inThrees = false;
};

// 4 × 3 keys: 1 … 9, clear, 0, one back; or, where there is not the height for that, two rows of
// five digits with the other two keys below them. It types into its own text of at most
// `digitsMost` digits; the keyboard works while the pad or one of its keys has the focus, and
// through takeKey().
class DigitPad final : public QWidget {
    Q_OBJECT

public:
    explicit DigitPad(int digitsMost, QWidget* parent = nullptr);

    [[nodiscard]] const QString& digits() const { return m_digits; }
    // Replaces what is typed (another field was chosen, or it was wrong); emits nothing.
    void setDigits(const QString& digits, int digitsMost);
    void clear();
    enum class Shape { Tall, Low };
    void setShape(Shape shape);
    // What it would ask for in that shape. It takes the least width unless it is told another.
    [[nodiscard]] int widthLeast(Shape shape) const;
    [[nodiscard]] int heightIn(Shape shape, int width) const;
    // Handles a digit, Backspace or Delete that reached the page; false if it was none of these.
    bool takeKey(int key);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }

Q_SIGNALS:
    void digitsChanged(const QString& digits);
    // The last possible digit was typed.
    void completed(const QString& digits);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void type(QChar digit);
    void eraseOne();
    void nameKeys();
    void arrange();
    [[nodiscard]] static Button::Arrangement wordsIn(Shape shape);

    QString m_digits;
    int m_digitsMost;
    Shape m_shape = Shape::Tall;
    std::array<Button*, 10> m_keys{};
    Button* m_clear;
    Button* m_back;
};

} // namespace coffee::ui
