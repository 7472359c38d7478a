// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/audit/page_audit.h"

#include "shared/widgets/toast.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QScrollBar>

#include <algorithm>
#include <array>

/// What is seen of a page without touching it.
namespace coffee::kiosk {
namespace {

/// So much may the boxes of two texts share.
constexpr int kOverlapPx = 4;
/// What is wrong with the last number comes before the digits of the next one.
constexpr const char* kTrouble = "lookUpTrouble";
/// What a page is for is seen without scrolling, whatever the text size.
constexpr std::array kAtFirstSight{
    kTrouble,       "hereButton",   "takeAwayButton", "paymentPhaseLabel", "troubleTitle",
    "orderNumber",  "parkCode",     "lookedUpNumber", "digit0Button",      "digit1Button",
    "digit2Button", "digit3Button", "digit4Button",   "digit5Button",      "digit6Button",
    "digit7Button", "digit8Button", "digit9Button"};

/// It moves with what is around it.
bool isScrolled(const QWidget& widget)
{
    for (const QWidget* up = widget.parentWidget(); up; up = up->parentWidget())
        if (qobject_cast<const QAbstractScrollArea*>(up) && up != widget.parentWidget())
            return true;
    return false;
}

/// It lies over the page for a moment.
bool isPassing(const QWidget& widget)
{
    for (const QWidget* up = &widget; up; up = up->parentWidget())
        if (qobject_cast<const ui::Toast*>(up))
            return true;
    return false;
}

} // namespace

const std::vector<PageAudit::SeenText>& PageAudit::seenTexts()
{
    if (!m_seenTexts.empty())
        return m_seenTexts;
    for (QWidget* widget : visibleWidgets()) {
        const QRect seen = seenPart(*widget) & m_window.rect();
        for (const DrawnText& drawn : drawing(*widget).texts) {
            const QRect box = inWindow(*widget, drawn.box);
            m_seenTexts.push_back({widget, drawn.text, box, box & seen});
        }
    }
    return m_seenTexts;
}

void PageAudit::checkWhole()
{
    // What is pinned is seen whole. What scrolls down may go on below; nothing is cut at its side.
    for (const SeenText& text : seenTexts()) {
        const bool pinned = !isScrolled(*text.widget);
        const int slack = std::max(2, static_cast<int>(text.box.height() * kOverhang));
        const QRect core = text.box.adjusted(slack, slack, -slack, -slack);
        if (pinned && !text.seen.contains(core))
            complain(*text.widget, QStringLiteral("\"%1\" is cut off").arg(text.text));
        else if (!text.seen.isEmpty() &&
                 (text.seen.left() > core.left() || text.seen.right() < core.right()))
            complain(*text.widget, QStringLiteral("\"%1\" is half covered").arg(text.text));
    }
    for (auto* button : m_root->findChildren<QAbstractButton*>()) {
        if (!button->isVisible() || isScrolled(*button))
            continue;
        const QRect all{button->mapTo(&m_window, QPoint{0, 0}), button->size()};
        if ((seenPart(*button) & m_window.rect()) != all)
            complain(*button, QStringLiteral("is cut off"));
    }
}

void PageAudit::checkOverlaps()
{
    const std::vector<SeenText>& texts = seenTexts();
    for (std::size_t i = 0; i < texts.size(); ++i)
        for (std::size_t j = i + 1; j < texts.size(); ++j) {
            if (texts[i].widget == texts[j].widget || isPassing(*texts[i].widget) ||
                isPassing(*texts[j].widget))
                continue;
            const QRect both = texts[i].seen & texts[j].seen;
            if (both.width() > kOverlapPx && both.height() > kOverlapPx)
                complain(
                    *texts[i].widget,
                    QStringLiteral("\"%1\" lies over \"%2\"").arg(texts[i].text, texts[j].text));
        }
}

void PageAudit::checkFirstSight()
{
    const auto* trouble = m_root->findChild<QWidget*>(QLatin1StringView{kTrouble});
    const bool isTroubled = trouble && trouble->isVisible();
    for (const char* name : kAtFirstSight)
        for (const QWidget* widget : m_root->findChildren<QWidget*>(QLatin1StringView{name}))
            if (widget->isVisible() && !widget->size().isEmpty() &&
                (name == kTrouble || !isTroubled) &&
                widget->visibleRegion().boundingRect() != widget->rect())
                complain(*widget, QStringLiteral("has to be scrolled for"));
}

void PageAudit::checkScrolling()
{
    const double pixels = m_theme.metrics().settings().pixelsPerMm;
    const int slack = m_theme.px(ui::Space::Medium); // a rounded line; the page says nothing of it
    for (const auto* area : m_root->findChildren<QAbstractScrollArea*>()) {
        const double high = area->viewport()->height() / pixels;
        if (area->isVisible() && area->verticalScrollBar()->maximum() > slack &&
            high + kRoundingPx / pixels < m_thresholds.scrollMm)
            complain(*area, QStringLiteral("scrolls in %1 mm, less than %2")
                                .arg(high, 0, 'f', 1)
                                .arg(m_thresholds.scrollMm, 0, 'f', 1));
    }
}

} // namespace coffee::kiosk
