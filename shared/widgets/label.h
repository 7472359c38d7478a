// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/widgets/icon.h"
#include "shared/widgets/theme.h"

#include <QLabel>

namespace coffee::ui {

// What a text is drawn with; the colour follows the palette.
enum class Ink { First, Second, Accent, Warning, Error, OnAccent, OnDanger };

[[nodiscard]] QColor inkColour(const Theme& theme, Ink ink);

// A text of one role that wraps between words and is never clipped or elided: it asks its layout
// for the height it needs. Follows theme and language changes by itself; the text is plain.
class Label : public QLabel {
    Q_OBJECT

public:
    explicit Label(TextRole role, QWidget* parent = nullptr);
    Label(const QString& text, TextRole role, QWidget* parent = nullptr);

    void setRole(TextRole role);
    void setInk(Ink ink);
    // A line through the words: what was cancelled. The words must say so too.
    void setStruckOut(bool struckOut);
    // Digits of this height instead of the role's; for numbers that fill their own place.
    void setDigitHeight(double millimetres);
    // The widest it asks for, in millimetres; longer text wraps. 0 means as wide as the text.
    void setReadingWidth(double millimetres);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QFont roleFont() const;

    TextRole m_role;
    Ink m_ink = Ink::First;
    double m_digitMm = 0.0;
    double m_readingMm = 0.0;
    bool m_struckOut = false;
};

// An icon that stands beside words of that role. Says nothing to a screen reader: the words do.
class IconMark final : public QWidget {
    Q_OBJECT

public:
    IconMark(Icon icon, TextRole beside, QWidget* parent = nullptr);

    void setMark(Icon icon, Ink ink);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Icon m_icon;
    TextRole m_beside;
    Ink m_ink = Ink::First;
};

} // namespace coffee::ui
