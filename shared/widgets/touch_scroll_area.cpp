// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/touch_scroll_area.h"

#include "shared/widgets/button.h"
#include "shared/widgets/tokens.h"

#include <QApplication>
#include <QEvent>
#include <QLayout>
#include <QPainter>
#include <QScrollBar>
#include <QScroller>
#include <QScrollerProperties>

#include <algorithm>

namespace coffee::ui {
namespace {

constexpr QSize kUntilLaidOut{4096, 4096}; // no screen of a shop is larger
/// Where there is less, the page's cut edge and its scroll bar must say it without words.
constexpr int kRoomToStrip = 4;

} // namespace

TouchScrollArea::TouchScrollArea(QWidget* parent)
    : QScrollArea{parent}, m_hint{new Button{tr("아래로 더 있어요"), ButtonKind::Outline, this}}
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    // Until a layout gives it its size, nothing needs a scroll bar: with one, the content would be
    // laid out a second time as soon as it goes.
    resize(kUntilLaidOut);
    // The page behind shows through: a scroll area has no ground of its own.
    viewport()->setAutoFillBackground(false);

    m_hint->setObjectName(QStringLiteral("moreBelowButton"));
    m_hint->setMark(Icon::ChevronDown);
    m_hint->setTextRole(TextRole::BodyBold);
    m_hint->setFocusPolicy(Qt::NoFocus); // the keyboard scrolls by moving the focus
    m_hint->hide();
    connect(m_hint, &QPushButton::clicked, this, &TouchScrollArea::turnPage);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &TouchScrollArea::placeHint);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &TouchScrollArea::placeHint);

    QScroller::grabGesture(viewport(), QScroller::LeftMouseButtonGesture);
    QScroller* scroller = QScroller::scroller(viewport());
    QScrollerProperties motion = scroller->scrollerProperties();
    // A press shows at once; the scroller takes it back if the finger turns out to drag.
    motion.setScrollMetric(QScrollerProperties::MousePressEventDelay, 0.0);
    motion.setScrollMetric(QScrollerProperties::HorizontalOvershootPolicy,
                           QScrollerProperties::OvershootAlwaysOff);
    motion.setScrollMetric(QScrollerProperties::VerticalOvershootPolicy,
                           QScrollerProperties::OvershootAlwaysOff);
    scroller->setScrollerProperties(motion);
}

TouchScrollArea::TouchScrollArea(QWidget* content, QWidget* parent) : TouchScrollArea{parent}
{
    setWidget(content);
    content->setAutoFillBackground(false);
}

void TouchScrollArea::setMoreBelowHint(bool on)
{
    m_hintOn = on;
    placeHint();
}

void TouchScrollArea::scrollToTop()
{
    QScroller::scroller(viewport())->stop();
    verticalScrollBar()->setValue(0);
}

void TouchScrollArea::turnPage()
{
    const QScrollBar* bar = verticalScrollBar();
    const int overlap = themeOf(*this).metrics().targetPx();
    const int to = std::min(bar->maximum(), bar->value() + std::max(1, bar->pageStep() - overlap));
    const auto time = static_cast<int>(themeOf(*this).slide().count());
    if (time == 0)
        verticalScrollBar()->setValue(to);
    else
        QScroller::scroller(viewport())->scrollTo(QPointF{0.0, double(to)}, time);
}

void TouchScrollArea::placeHint()
{
    // Judged by the room without the strip, or the strip would make itself necessary.
    const int page = widget() ? widget()->height() : 0;
    const bool more = roomFor(page - verticalScrollBar()->value()) < height();
    if (more) {
        const QSize size = m_hint->sizeHint().boundedTo(this->size());
        const int gap = themeOf(*this).px(mm::kTargetGap);
        m_hint->setGeometry(
            QRect{QPoint{(width() - size.width()) / 2, height() - stripHeight() + gap}, size});
        m_hint->raise();
    }
    m_hint->setVisible(more);
    const QMargins around{0, 0, 0, more ? stripHeight() : 0};
    if (around != viewportMargins()) {
        setViewportMargins(around);
        update();
    }
}

int TouchScrollArea::roomFor(int pageHeight) const
{
    const int slack = themeOf(*this).px(Space::Medium);
    const bool strip =
        m_hintOn && height() > kRoomToStrip * stripHeight() && pageHeight - height() > slack;
    return height() - (strip ? stripHeight() : 0);
}

int TouchScrollArea::stripHeight() const
{
    return m_hint->sizeHint().height() + 2 * themeOf(*this).px(mm::kTargetGap);
}

void TouchScrollArea::settleBar()
{
    // The bar's own width can wrap a line and so make the bar necessary: it comes only to a page
    // that is too high without it.
    const QWidget* page = widget();
    if (!page)
        return;
    const int wanted = std::max(page->heightForWidth(width()), page->minimumSizeHint().height());
    setVerticalScrollBarPolicy(wanted > height() ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
}

bool TouchScrollArea::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest)
        settleBar();
    const bool done = QScrollArea::event(event);
    if (event->type() == QEvent::Paint && !m_hint->isHidden()) {
        // The page's cut edge, so that half a line of text is seen to go on.
        const Theme& theme = themeOf(*this);
        QPainter painter{this};
        painter.fillRect(QRectF{0.0, double(height() - stripHeight()), double(width()),
                                theme.metrics().exactPx(mm::kBorder)},
                         theme.colours().hairline);
    }
    return done;
}

void TouchScrollArea::resizeEvent(QResizeEvent* event)
{
    // What changed before the content is seen has not reached its inner layouts: measured as it is,
    // it would get a scroll bar for a moment and be laid out three times.
    if (QWidget* content = widget(); content && content->layout() && !content->isVisible()) {
        content->resize(viewport()->size());
        content->layout()->activate();
    }
    settleBar();
    QScrollArea::resizeEvent(event);
    placeHint();
    Q_EMIT resized();
}

void TouchScrollArea::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        m_hint->setText(tr("아래로 더 있어요"));
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::LanguageChange)
        placeHint();
}

bool TouchScrollArea::focusNextPrevChild(bool next)
{
    const bool moved = QScrollArea::focusNextPrevChild(next);
    QWidget* focused = QApplication::focusWidget();
    if (moved && focused && isAncestorOf(focused) && focused != m_hint) {
        const int margin = themeOf(*this).px(Space::Large);
        ensureWidgetVisible(focused, margin, margin);
    }
    return moved;
}

} // namespace coffee::ui
