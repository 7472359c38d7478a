// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/widgets/theme.h"

#include <QProxyStyle>

class QAbstractButton;
class QStyleOptionButton;
class QStyleOptionHeader;
class QStyleOptionSlider;
class QStyleOptionTab;
class QStyleOptionViewItem;

namespace coffee::ui {

// What a button is for. One Filled button a page, bottom right: the next step. Outline is every
// other act, Quiet what is rarely needed, Danger what cannot be taken back.
enum class ButtonKind { Filled, Outline, Quiet, Danger };

// Gives any push button a kind; plain ones are Outline.
void setButtonKind(QAbstractButton& button, ButtonKind kind);
[[nodiscard]] ButtonKind buttonKind(const QAbstractButton& button);

// Draws every standard widget from the tokens over Fusion. Layouts without margins or spacing of
// their own get 0 and 4 mm. GUI thread; owned by the application once installed.
class CoffeeStyle final : public QProxyStyle {
    Q_OBJECT

public:
    explicit CoffeeStyle(const Theme& theme);

    [[nodiscard]] const Theme& theme() const { return m_theme; }

    [[nodiscard]] QPalette standardPalette() const override;
    void polish(QWidget* widget) override;
    using QProxyStyle::polish;

    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                            QPainter* painter, const QWidget* widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption* option,
                                  const QWidget* widget) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption* option,
                                         const QSize& size, const QWidget* widget) const override;
    [[nodiscard]] QRect subElementRect(SubElement element, const QStyleOption* option,
                                       const QWidget* widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                                       SubControl part, const QWidget* widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                                QStyleHintReturn* answer) const override;

    // The colour that text and icon of a button in this state are drawn with.
    [[nodiscard]] QColor buttonInk(ButtonKind kind, State state) const;

private:
    void drawButton(const QStyleOption& option, QPainter& painter, ButtonKind kind) const;
    void drawCheckMark(const QStyleOption& option, QPainter& painter, bool round) const;
    void drawTab(const QStyleOptionTab& option, QPainter& painter) const;
    void drawHeader(const QStyleOption& option, QPainter& painter) const;
    void drawScrollBar(const QStyleOptionSlider& option, QPainter& painter,
                       const QWidget* widget) const;
    void drawFrame(const QStyleOption& option, QPainter& painter) const;

    Theme m_theme;
};

} // namespace coffee::ui
