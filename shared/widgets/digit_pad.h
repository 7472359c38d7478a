// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <array>

namespace coffee::ui {

class Button;

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

private:
    [[nodiscard]] QSizeF boxSize() const;

    QString m_digits;
    int m_boxes;
    Show m_show;
    bool m_secret;
    bool m_takesKeys = false;
    bool m_active = true;
};

// 4 × 3 keys: 1 … 9, clear, 0, one back. It types into its own text of at most `digitsMost` digits;
// the keyboard works while the pad or one of its keys has the focus, and through takeKey().
class DigitPad final : public QWidget {
    Q_OBJECT

public:
    explicit DigitPad(int digitsMost, QWidget* parent = nullptr);

    [[nodiscard]] const QString& digits() const { return m_digits; }
    // Replaces what is typed (another field was chosen, or it was wrong); emits nothing.
    void setDigits(const QString& digits, int digitsMost);
    void clear();
    // Handles a digit, Backspace or Delete that reached the page; false if it was none of these.
    bool takeKey(int key);

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

    QString m_digits;
    int m_digitsMost;
    std::array<Button*, 10> m_keys{};
    Button* m_clear;
    Button* m_back;
};

} // namespace coffee::ui
