// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/coffee_style.h"

#include "shared/widgets/paint.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTableView>
#include <QVariant>

#include <algorithm>

namespace coffee::ui {

namespace {

constexpr const char* kKindProperty = "coffeeButtonKind";

} // namespace

void setButtonKind(QAbstractButton& button, ButtonKind kind)
{
    button.setProperty(kKindProperty, static_cast<int>(kind));
    button.update();
}

ButtonKind buttonKind(const QAbstractButton& button)
{
    const QVariant kind = button.property(kKindProperty);
    return kind.isValid() ? static_cast<ButtonKind>(kind.toInt()) : ButtonKind::Outline;
}

CoffeeStyle::CoffeeStyle(const Theme& theme)
    : QProxyStyle{QStyleFactory::create(QStringLiteral("Fusion"))}, m_theme{theme}
{
}

QPalette CoffeeStyle::standardPalette() const
{
    const Colours& c = m_theme.colours();
    QPalette palette;
    palette.setColor(QPalette::Window, c.canvas);
    palette.setColor(QPalette::WindowText, c.ink);
    palette.setColor(QPalette::Base, c.surface);
    palette.setColor(QPalette::AlternateBase, c.canvas);
    palette.setColor(QPalette::Text, c.ink);
    palette.setColor(QPalette::PlaceholderText, c.inkSecond);
    palette.setColor(QPalette::Button, c.surface);
    palette.setColor(QPalette::ButtonText, c.ink);
    palette.setColor(QPalette::BrightText, c.onAccent);
    palette.setColor(QPalette::Highlight, c.accentTint);
    palette.setColor(QPalette::HighlightedText, c.ink);
    palette.setColor(QPalette::ToolTipBase, c.surface);
    palette.setColor(QPalette::ToolTipText, c.ink);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::LinkVisited, c.accent);
    palette.setColor(QPalette::Light, c.surface);
    palette.setColor(QPalette::Midlight, c.sunken);
    palette.setColor(QPalette::Mid, c.hairline);
    palette.setColor(QPalette::Dark, c.border);
    palette.setColor(QPalette::Shadow, c.border);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, c.inkSecond);
    palette.setColor(QPalette::Disabled, QPalette::Base, c.sunken);
    palette.setColor(QPalette::Disabled, QPalette::Button, c.sunken);
    return palette;
}

void CoffeeStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    // A finger does not hover, and a hovering mouse must not look like a press.
    widget->setAttribute(Qt::WA_Hover, false);
    if (auto* view = qobject_cast<QAbstractItemView*>(widget)) {
        view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
        view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    }
    if (auto* table = qobject_cast<QTableView*>(widget)) {
        table->setShowGrid(false);
        table->setWordWrap(true);
    }
}

QColor CoffeeStyle::buttonInk(ButtonKind kind, State state) const
{
    const Colours& c = m_theme.colours();
    if (!(state & State_Enabled))
        return c.inkSecond;
    switch (kind) {
    case ButtonKind::Filled:
        return c.onAccent;
    case ButtonKind::Danger:
        return c.onDanger;
    case ButtonKind::Quiet:
        return c.accent;
    case ButtonKind::Outline:
        return c.ink;
    }
    return c.ink;
}

void CoffeeStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const
{
    switch (static_cast<int>(element)) {
    case CE_PushButtonBevel: {
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        drawButton(*option, *painter, button ? buttonKind(*button) : ButtonKind::Outline);
        return;
    }
    case CE_PushButtonLabel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            const auto* source = qobject_cast<const QAbstractButton*>(widget);
            QStyleOptionButton inked = *button;
            inked.palette.setColor(
                QPalette::ButtonText,
                buttonInk(source ? buttonKind(*source) : ButtonKind::Outline, option->state));
            QProxyStyle::drawControl(element, &inked, painter, widget);
            return;
        }
        break;
    case CE_TabBarTabShape:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) {
            drawTab(*tab, *painter);
            return;
        }
        break;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        drawHeader(*option, *painter);
        return;
    case CE_ProgressBarGroove:
        return; // the contents draw their own ground
    case CE_ProgressBarContents:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option)) {
            const double range = std::max(1, bar->maximum - bar->minimum);
            const double share = (bar->progress - bar->minimum) / range;
            const double height = m_theme.metrics().exactPx(mm::kProgressBar);
            QRectF room{option->rect};
            room.setTop(room.center().y() - height / 2.0);
            room.setHeight(height);
            const Colours& c = m_theme.colours();
            paintShareBar(*painter, room, share, c.sunken, c.accent);
            return;
        }
        break;
    case CE_FocusFrame:
        return;
    default: // the rest of Qt's open-ended enum is Fusion's
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void CoffeeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
                                QPainter* painter, const QWidget* widget) const
{
    switch (static_cast<int>(element)) {
    case PE_PanelButtonCommand:
    case PE_PanelButtonTool:
        drawButton(*option, *painter, ButtonKind::Outline);
        return;
    case PE_IndicatorCheckBox:
        drawCheckMark(*option, *painter, false);
        return;
    case PE_IndicatorRadioButton:
        drawCheckMark(*option, *painter, true);
        return;
    case PE_PanelLineEdit:
    case PE_FrameLineEdit:
    case PE_Frame:
    case PE_FrameGroupBox:
        drawFrame(*option, *painter);
        return;
    case PE_FrameFocusRect:
        paintFocus(*painter, QRectF{option->rect}, m_theme.px(mm::kRadiusControl), m_theme);
        return;
    case PE_FrameTabBarBase:
    case PE_FrameTabWidget:
    case PE_PanelScrollAreaCorner:
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void CoffeeStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                     QPainter* painter, const QWidget* widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
            drawScrollBar(*bar, *painter, widget);
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

int CoffeeStyle::pixelMetric(PixelMetric metric, const QStyleOption* option,
                             const QWidget* widget) const
{
    switch (static_cast<int>(metric)) {
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return 0;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return m_theme.px(mm::kTargetGap);
    case PM_ScrollBarExtent:
        return m_theme.px(mm::kScrollBar) + m_theme.px(mm::kBorder) * 2;
    case PM_ScrollBarSliderMin:
        return m_theme.px(mm::kScrollBarLeast);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_TabBarIconSize:
    case PM_ListViewIconSize:
        return m_theme.metrics().iconPx(TextRole::Body);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return m_theme.px(mm::kSpaceSmall);
    case PM_ButtonMargin:
    case PM_TabBarTabHSpace:
        return m_theme.px(mm::kSpaceLarge);
    case PM_DefaultFrameWidth:
        return m_theme.px(mm::kBorder);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarBaseOverlap:
    case PM_ButtonDefaultIndicator:
        return 0;
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return m_theme.px(mm::kSpaceTight);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QSize CoffeeStyle::sizeFromContents(ContentsType type, const QStyleOption* option,
                                    const QSize& size, const QWidget* widget) const
{
    const int target = m_theme.metrics().targetPx();
    QSize wanted = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (static_cast<int>(type)) {
    case CT_PushButton:
    case CT_ToolButton:
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
    case CT_CheckBox:
    case CT_RadioButton:
    case CT_TabBarTab:
        wanted.setHeight(std::max(wanted.height(), target));
        break;
    case CT_HeaderSection:
    case CT_ItemViewItem:
        wanted.setHeight(std::max(wanted.height(), target * 4 / 5));
        wanted.rwidth() += m_theme.px(mm::kSpaceSmall);
        break;
    default:
        break;
    }
    return wanted;
}

QRect CoffeeStyle::subElementRect(SubElement element, const QStyleOption* option,
                                  const QWidget* widget) const
{
    QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_LineEditContents) {
        const int side = m_theme.px(mm::kSpaceSmall);
        rect = option->rect.adjusted(side, 0, -side, 0);
    } else if (element == SE_ItemViewItemText) {
        const int side = m_theme.px(mm::kSpaceTight);
        rect.adjust(side, 0, -side, 0);
    } else if (element == SE_CheckBoxFocusRect || element == SE_RadioButtonFocusRect) {
        rect = option->rect;
    } else if (element == SE_ProgressBarContents || element == SE_ProgressBarGroove) {
        rect = option->rect;
    }
    return rect;
}

int CoffeeStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                           QStyleHintReturn* answer) const
{
    switch (static_cast<int>(hint)) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_UnderlineShortcut:
    case SH_Widget_Animate:
    case SH_ToolTip_WakeUpDelay:
    case SH_ScrollBar_ContextMenu:
        return hint == SH_ToolTip_WakeUpDelay ? std::numeric_limits<int>::max() : 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_ScrollBar_Transient:
        return 0;
    case SH_Table_GridLineColor:
        return static_cast<int>(m_theme.colours().hairline.rgb());
    case SH_RequestSoftwareInputPanel:
        return RSIP_OnMouseClick;
    default:
        return QProxyStyle::styleHint(hint, option, widget, answer);
    }
}

} // namespace coffee::ui
