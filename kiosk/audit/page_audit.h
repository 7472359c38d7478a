// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/audit/drawing.h"
#include "shared/widgets/theme.h"

#include <QImage>
#include <QList>
#include <QStringList>

#include <limits>
#include <map>
#include <vector>

class QAbstractButton;

namespace coffee::kiosk {

/// The least of everything that was measured, in millimetres and as contrast ratios; of `reachMm`
/// the most.
struct Measures {
    double textMm{std::numeric_limits<double>::max()};
    double targetHighMm{std::numeric_limits<double>::max()};
    double targetWideMm{std::numeric_limits<double>::max()};
    double gapMm{std::numeric_limits<double>::max()};
    double contrast{std::numeric_limits<double>::max()};
    double partContrast{std::numeric_limits<double>::max()}; ///< icons, marks, frames, edges
    double ringContrast{std::numeric_limits<double>::max()}; ///< of what shows the focus
    double reachMm{0.0}; ///< from the lower edge of the glass to the top of what is pressed
    int texts{0};
    int targets{0};
    int parts{0};
    int rings{0};
    int focusStops{0};

    void take(const Measures& other);
};

/// What the pages must keep. The figures are the design system's; accessibility law asks for less.
struct Thresholds {
    double textMm{ui::mm::kKioskBody}; ///< at 100 %; larger text in proportion
    double targetHighMm{ui::mm::kKioskTarget};
    double targetWideMm{12.0};
    double gapMm{ui::mm::kTargetGap};
    double scrollMm{2 * ui::mm::kKioskTarget}; ///< of a page that scrolls, seen at a time
    double textContrast{4.5};
    double textContrastHigh{7.0}; ///< in the high-contrast look
    double partContrast{3.0};
    double reachMm{0.0}; ///< all that is pressed is below it; 0 where the screen is not low
};

/// Sizes are whole pixels; this much may be lost by rounding.
inline constexpr double kRoundingPx = 0.75;
/// Some letters lean out of their own width (₩, f, j) by so much of their height.
inline constexpr double kOverhang = 0.07;

/// Measures what a window shows now: the open sheet if there is one, else all of it. Each complaint
/// is a line that names the widget, the figure and the threshold. Moves the focus about. GUI
/// thread.
class PageAudit {
public:
    explicit PageAudit(QWidget& window, const Thresholds& thresholds = {});

    void run();
    [[nodiscard]] const Measures& measures() const { return m_measures; }
    [[nodiscard]] const QStringList& complaints() const { return m_complaints; }

private:
    /// A text in the window's coordinates: where it is, and how much of that its widget shows.
    struct SeenText {
        QWidget* widget;
        QString text;
        QRect box;
        QRect seen;
    };

    void measureTexts();
    void measureContrast(QWidget& widget, const QRectF& box, const QColor& ink,
                         const QString& text);
    void measureTargets();
    void measureReach();
    /// The icons, marks, frames and edges that a control is known by.
    void measureParts();
    void measureControl(QWidget& control);
    void measureMark(QWidget& control, const DrawnPart& mark, const char* what);
    /// `plain` is what the widget draws at that place without the focus.
    void measureRing(QWidget& stop, const QRect& place, const Drawing& plain,
                     const Drawing& focused);
    void measureGaps();
    void checkWhole();
    void checkOverlaps();
    void checkFirstSight();
    void checkScrolling();
    void checkNames();
    void checkSpoken();
    void walkFocus();
    void walkArrows();
    [[nodiscard]] QList<QWidget*> visibleWidgets() const;
    [[nodiscard]] QRect seenPart(const QWidget& widget) const;
    [[nodiscard]] bool isSeen(QWidget& widget, const QRect& part) const;
    [[nodiscard]] QRect inWindow(const QWidget& widget, const QRectF& box) const;
    /// The colour that stands around this part of the window; invalid at the window's edges.
    [[nodiscard]] QColor groundAround(const QRect& part) const;
    [[nodiscard]] const Drawing& drawing(QWidget& widget);
    /// What shows the focus of this stop, and whatever else is drawn with it.
    [[nodiscard]] Drawing drawingOfStop(QWidget& stop) const;
    [[nodiscard]] bool isUnderAToast(const QRect& part) const;
    void notePart(QWidget& widget, double contrast, const char* what);
    [[nodiscard]] const std::vector<SeenText>& seenTexts();
    void complain(const QWidget& widget, const QString& what);

    QWidget& m_window;
    QWidget* m_root;
    Thresholds m_thresholds;
    const ui::Theme& m_theme;
    QImage m_picture;
    std::map<QWidget*, Drawing> m_drawings;
    std::vector<SeenText> m_seenTexts;
    Measures m_measures;
    QStringList m_complaints;
};

/// The lines and edges that carry a control's shape against the grounds they stand on.
[[nodiscard]] QStringList auditColours(const ui::Theme& theme, const Thresholds& thresholds = {});

} // namespace coffee::kiosk
