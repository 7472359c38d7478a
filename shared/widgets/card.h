// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/widgets/label.h"

#include <QFrame>

class QBoxLayout;

namespace coffee::ui {

// A surface with round corners that holds what belongs together; margins of 6 mm, 4 mm between.
class Card : public QFrame {
    Q_OBJECT

public:
    // Plain: surface and a line. Sunken: a well without a line. Tinted: what is chosen or yours.
    // Stop: a cancelled ticket; everything on it must say so in words.
    enum class Look { Plain, Sunken, Tinted, Warning, Error, Stop };

    explicit Card(QWidget* parent = nullptr);

    void setLook(Look look);
    [[nodiscard]] Look look() const { return m_look; }
    // A vertical layout made on first use.
    [[nodiscard]] QBoxLayout* body();
    // Margin around the body; Space::Medium unless told.
    void setPadding(Space space);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void applyPadding();

    Look m_look = Look::Plain;
    Space m_padding = Space::Medium;
};

// A word in a small plate: ICE, HOT, 인기, 포장. Never pressed.
class Badge final : public Label {
    Q_OBJECT

public:
    enum class Tone { Neutral, Accent, Hot, Ice, Warning, Error };

    explicit Badge(const QString& text, Tone tone = Tone::Neutral, QWidget* parent = nullptr);
    void setTone(Tone tone);
    // A badge is one line.
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

    // The colours of a tone, for what paints its own badges.
    [[nodiscard]] static QColor groundOf(const Theme& theme, Tone tone);
    [[nodiscard]] static QColor inkOf(const Theme& theme, Tone tone);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void applyMargins();

    Tone m_tone;
};

// The order number: digits 45 mm high for customers, 18 mm for staff, or as told.
class BigNumber final : public Label {
    Q_OBJECT

public:
    explicit BigNumber(QWidget* parent = nullptr);
    // `spoken` is what a screen reader says, for example "주문 번호 117".
    void setNumber(const QString& digits, const QString& spoken);
};

// "There is nothing here yet", with an icon and what to do about it.
class EmptyState final : public QWidget {
    Q_OBJECT

public:
    EmptyState(Icon icon, const QString& title, const QString& advice, QWidget* parent = nullptr);
    void setWords(const QString& title, const QString& advice);

private:
    Label* m_title;
    Label* m_advice;
};

} // namespace coffee::ui
