// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/pages/page.h"

#include "shared/widgets/paint.h"
#include "shared/widgets/theme.h"
#include "shared/widgets/touch_scroll_area.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace coffee::kiosk {
namespace {

/// Of the footer's width: the filled button keeps at least this before it moves to its own row.
constexpr double kMainShare = 0.4;
constexpr double kMainShareLargeText = 0.6;
constexpr double kLargeText = 1.3;
/// A line of text that is pleasant to read.
constexpr double kReadingMm = 230.0;
constexpr double kBesideEachOtherMm = 360.0;

int heightOf(QLayoutItem& item, int width, const ColumnParts& parts)
{
    if (const QWidget* widget = item.widget()) {
        const int wanted = widget->hasHeightForWidth() ? widget->heightForWidth(width)
                                                       : widget->sizeHint().height();
        return std::max(wanted, item.minimumSize().height());
    }
    const auto* box = dynamic_cast<const QBoxLayout*>(&item);
    if (box && box->direction() == QBoxLayout::TopToBottom)
        return heightOf(*box, width, nullptr, parts);
    // It keeps what it knew until the next pass of the event loop.
    item.invalidate();
    return item.hasHeightForWidth() ? item.heightForWidth(width) : item.sizeHint().height();
}

} // namespace

int heightOf(const QBoxLayout& column, int width, const QWidget* last, const ColumnParts& parts)
{
    const auto holds = [](const std::vector<QWidget*>& list, const QWidget* widget) {
        return std::find(list.begin(), list.end(), widget) != list.end();
    };
    int high = 0;
    bool first = true;
    for (int index = 0; index < column.count(); ++index) {
        QLayoutItem* item = column.itemAt(index);
        const QWidget* widget = item->widget();
        if (item->spacerItem())
            high += item->sizeHint().height();
        if (holds(parts.without, widget) ||
            (widget ? widget->isHidden() && !holds(parts.owned, widget) : item->isEmpty()))
            continue;
        high += (first ? 0 : column.spacing()) + heightOf(*item, width, parts);
        first = false;
        if (last && widget == last)
            break;
    }
    return high;
}

FooterBar::FooterBar(QWidget* parent)
    : QWidget{parent},
      m_row{new QBoxLayout{QBoxLayout::LeftToRight, this}},
      m_others{new QBoxLayout{QBoxLayout::LeftToRight}}
{
    const ui::Theme& theme = ui::themeOf(*this);
    const int side = theme.px(ui::Space::Medium);
    const int edge = theme.px(ui::Space::Small);
    m_row->setContentsMargins(side, edge, side, edge);
    m_row->setSpacing(theme.px(ui::Space::Small));
    m_others->setSpacing(theme.px(ui::Space::Small));
    m_row->addLayout(m_others);
}

void FooterBar::add(QWidget* act)
{
    m_others->addWidget(act);
}

void FooterBar::addMain(QWidget* act)
{
    m_main = act;
    m_row->addWidget(act, 1);
}

QSize FooterBar::minimumSizeHint() const
{
    // As narrow as its widest act: it stands upright before the window has to grow.
    int widest = m_main && !m_main->isHidden() ? m_main->minimumSizeHint().width() : 0;
    for (int index = 0; index < m_others->count(); ++index)
        if (const QWidget* act = m_others->itemAt(index)->widget(); act && !act->isHidden())
            widest = std::max(widest, act->minimumSizeHint().width());
    const QMargins around = m_row->contentsMargins();
    return {widest + around.left() + around.right(), m_row->minimumSize().height()};
}

void FooterBar::arrange()
{
    int others = -m_others->spacing();
    int acts = 0;
    for (int index = 0; index < m_others->count(); ++index)
        if (const QWidget* act = m_others->itemAt(index)->widget(); act && !act->isHidden()) {
            others += act->sizeHint().width() + m_others->spacing();
            ++acts;
        }
    const QMargins around = m_row->contentsMargins();
    const int room = width() - around.left() - around.right();
    // A reason or busy words may wrap; the button itself should not become a sliver.
    const bool hasMain = m_main && !m_main->isHidden();
    const bool large = ui::themeOf(*this).metrics().textFactor() > kLargeText;
    const int share = static_cast<int>(room * (large ? kMainShareLargeText : kMainShare));
    const int main = hasMain ? std::min(m_main->sizeHint().width(), share) : 0;
    const bool fits = !hasMain || acts == 0 || others + m_row->spacing() + main <= room;
    const bool beside = fits && (acts == 0 || !hasMain || !isLowerUpright(room, others));
    const auto direction = beside ? QBoxLayout::LeftToRight : QBoxLayout::BottomToTop;
    if (direction != m_row->direction())
        m_row->setDirection(direction);
    const auto inner = others <= room ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    if (inner != m_others->direction())
        m_others->setDirection(inner);
}

bool FooterBar::isLowerUpright(int room, int others) const
{
    // Its words would wrap so often that two rows are less.
    const int act = m_others->sizeHint().height();
    const int beside = m_main->heightForWidth(room - others - m_row->spacing());
    return m_main->heightForWidth(room) + m_row->spacing() + act < std::max(act, beside);
}

void FooterBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool FooterBar::event(QEvent* event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest)
        arrange();
    return done;
}

void FooterBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        arrange();
}

void FooterBar::paintEvent(QPaintEvent*)
{
    const ui::Theme& theme = ui::themeOf(*this);
    QPainter painter{this};
    painter.fillRect(rect(), theme.colours().surface);
    painter.fillRect(QRectF{0.0, 0.0, double(width()), theme.metrics().exactPx(ui::mm::kBorder)},
                     theme.colours().hairline);
}

Page::Page(QWidget* parent)
    : QWidget{parent},
      m_column{new QVBoxLayout{this}},
      m_head{new QVBoxLayout},
      m_scroll{new ui::TouchScrollArea{this}}
{
    const ui::Theme& theme = ui::themeOf(*this);
    const int side = theme.px(ui::Space::Medium);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_head->setContentsMargins(side, 0, side, 0);
    m_head->setSpacing(theme.px(ui::Space::Small));
    m_column->addLayout(m_head);
    auto* content = new QWidget;
    content->setAutoFillBackground(false);
    m_body = new QVBoxLayout{content};
    m_body->setContentsMargins(side, theme.px(ui::Space::Small), side, theme.px(ui::Space::Medium));
    m_body->setSpacing(theme.px(ui::Space::Medium));
    m_scroll->setWidget(content);
    content->setAutoFillBackground(false);
    m_column->addWidget(m_scroll, 1);
    m_footer = new FooterBar{this};
    m_column->addWidget(m_footer);
    connect(m_scroll, &ui::TouchScrollArea::resized, this, [this] { fit(); });
}

void Page::arrive()
{
    refresh();
    m_scroll->scrollToTop();
}

void Page::setWide(bool wide)
{
    m_wide = wide;
}

int Page::footing() const
{
    return m_scroll->isVisible() ? height() - m_scroll->geometry().bottom() - 1 : 0;
}

bool Page::isEasy() const
{
    return ui::themeOf(*this).metrics().settings().textScale != ui::TextScale::Percent100;
}

void Page::keepInSight(QBoxLayout* column, QWidget* sight, std::vector<QWidget*> expendable)
{
    m_sightColumn = column;
    m_sight = sight;
    m_expendable = std::move(expendable);
}

int Page::bodyWidth() const
{
    const QMargins around = m_body->contentsMargins();
    return m_scroll->width() - around.left() - around.right();
}

int Page::roomFor(int bodyHeight) const
{
    const QMargins around = m_body->contentsMargins();
    const int whole = m_scroll->height() - around.top() - around.bottom();
    const int seen = m_scroll->roomFor(bodyHeight + around.top() + around.bottom());
    return seen < m_scroll->height() ? seen - around.top() : whole;
}

void Page::fit()
{
    if (!m_sight || m_sight->isHidden())
        return;
    const int width = m_sightColumn == m_body ? bodyWidth() : m_sightColumn->geometry().width();
    std::vector<QWidget*> without;
    for (;;) {
        const ColumnParts parts{m_expendable, without};
        const int all = heightOf(*m_sightColumn, width, nullptr, parts);
        const int needed = heightOf(*m_sightColumn, width, m_sight, parts);
        if (needed <= roomFor(all) || without.size() == m_expendable.size())
            break;
        without.push_back(m_expendable[without.size()]);
    }
    for (std::size_t i = 0; i < m_expendable.size(); ++i)
        m_expendable[i]->setVisible(i >= without.size());
}

void Page::keepNarrow(Width width)
{
    m_width = width;
    placeSides();
}

void Page::placeSides()
{
    if (m_width == Width::Full)
        return;
    const ui::Theme& theme = ui::themeOf(*this);
    const int least = theme.px(ui::Space::Medium);
    const double widest = m_width == Width::Reading ? kReadingMm : kBesideEachOtherMm;
    const int line = theme.px(widest * theme.metrics().textFactor());
    const int side = m_wide ? std::max(least, (width() - line) / 2) : least;
    QMargins around = m_body->contentsMargins();
    around.setLeft(side);
    around.setRight(side);
    m_body->setContentsMargins(around);
}

void Page::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeSides();
}

void Page::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        placeSides();
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace coffee::kiosk
