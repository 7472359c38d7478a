// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/category_bar.h"

#include "shared/widgets/button.h"

#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QScroller>
#include <QScrollerProperties>
#include <QSignalBlocker>

#include <algorithm>
#include <cstdlib>

namespace coffee::ui {
namespace {

constexpr double kLargeText = 1.3;
/// Of a row's length: what fills so much of it may be drawn out to fill it all.
constexpr double kFullEnough = 0.5;

} // namespace

CategoryBar::CategoryBar(QWidget* parent)
    : QWidget{parent},
      m_area{new QScrollArea{this}},
      m_strip{new QWidget},
      m_row{new QHBoxLayout{m_strip}},
      m_left{new Button{this}},
      m_right{new Button{this}}
{
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setWidgetResizable(true);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setWidget(m_strip);
    m_area->viewport()->setAutoFillBackground(false);
    m_strip->setAutoFillBackground(false);
    QScroller::grabGesture(m_area->viewport(), QScroller::LeftMouseButtonGesture);
    QScroller* scroller = QScroller::scroller(m_area->viewport());
    QScrollerProperties motion = scroller->scrollerProperties();
    motion.setScrollMetric(QScrollerProperties::MousePressEventDelay, 0.0);
    motion.setScrollMetric(QScrollerProperties::HorizontalOvershootPolicy,
                           QScrollerProperties::OvershootAlwaysOff);
    scroller->setScrollerProperties(motion);

    const auto makeArrow = [this](Button* arrow, Icon icon, const char* name) {
        arrow->setObjectName(QString::fromLatin1(name));
        arrow->setMark(icon);
        arrow->setKind(ButtonKind::Quiet);
        arrow->setArrangement(Button::Arrangement::IconOnly);
        arrow->setFocusPolicy(Qt::NoFocus); // the keyboard walks the tabs themselves
        arrow->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        arrow->hide();
    };
    makeArrow(m_left, Icon::Back, "categoriesBackButton");
    makeArrow(m_right, Icon::Forward, "categoriesOnButton");
    m_left->setAccessibleName(tr("앞 분류 보기"));
    m_right->setAccessibleName(tr("다음 분류 보기"));
    connect(m_left, &QPushButton::clicked, this, [this] { turn(-1); });
    connect(m_right, &QPushButton::clicked, this, [this] { turn(+1); });
    connect(scroller, &QScroller::stateChanged, this, [this](QScroller::State state) {
        if (state == QScroller::Inactive)
            settle();
    });
    // The keyboard's way of scrolling knows no tabs, and a new range comes after its new row.
    connect(m_area->horizontalScrollBar(), &QScrollBar::valueChanged, this, &CategoryBar::rest);
    connect(m_area->horizontalScrollBar(), &QScrollBar::rangeChanged, this, &CategoryBar::rest);

    m_row->addStretch(1);
    auto* row = new QHBoxLayout{this};
    row->setSpacing(themeOf(*this).px(mm::kTargetGap));
    row->addWidget(m_left);
    row->addWidget(m_area);
    row->addStretch(1);
    row->addWidget(m_right);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    fit();
}

void CategoryBar::setEntries(const std::vector<CategoryEntry>& entries)
{
    const bool same =
        std::equal(entries.begin(), entries.end(), m_tabs.begin(), m_tabs.end(),
                   [](const CategoryEntry& entry, const Tab& tab) { return entry.id == tab.id; });
    if (!same) {
        for (const Tab& tab : m_tabs) {
            m_row->removeWidget(tab.button);
            tab.button->hide();
            tab.button->deleteLater();
        }
        m_tabs.clear();
        for (const CategoryEntry& entry : entries) {
            auto* button = new Button{entry.name, ButtonKind::Outline, m_strip};
            button->setObjectName(QStringLiteral("category_") + entry.id);
            button->setCheckable(true);
            button->installEventFilter(this);
            m_row->insertWidget(m_row->count() - 1, button);
            m_tabs.push_back({entry.id, button, 0});
            // Not clicked(): a screen reader's "toggle" is no click.
            connect(button, &QPushButton::toggled, this, [this, id = entry.id] { choose(id); });
        }
    }
    for (std::size_t i = 0; i < entries.size(); ++i)
        m_tabs[i].button->setText(entries[i].name);
    fit();
    const bool known = std::any_of(m_tabs.begin(), m_tabs.end(),
                                   [this](const Tab& tab) { return tab.id == m_current; });
    setCurrent(known || m_tabs.empty() ? m_current : m_tabs.front().id);
}

void CategoryBar::setCurrent(const QString& id)
{
    m_current = id;
    for (std::size_t i = 0; i < m_tabs.size(); ++i) {
        const QSignalBlocker quiet{m_tabs[i].button};
        m_tabs[i].button->setChecked(m_tabs[i].id == id);
        if (m_tabs[i].id == id)
            bringIntoView(i);
    }
}

void CategoryBar::choose(const QString& id)
{
    const bool changed = id != m_current;
    setCurrent(id);
    if (changed)
        Q_EMIT categoryChosen(id);
}

int CategoryBar::widthOfAll() const
{
    int all = -m_row->spacing();
    for (const Tab& tab : m_tabs)
        all += tab.button->sizeHint().width() + m_row->spacing();
    return std::max(0, all);
}

int CategoryBar::room() const
{
    const int arrows =
        m_left->isHidden()
            ? 0
            : m_left->sizeHint().width() + m_right->sizeHint().width() + 2 * layout()->spacing();
    return std::max(1, width() - arrows);
}

int CategoryBar::leftOf(std::size_t tab) const
{
    int left = 0;
    for (std::size_t i = 0; i < tab; ++i)
        left += m_tabs[i].width + m_row->spacing();
    return left;
}

std::size_t CategoryBar::lastFrom(std::size_t first) const
{
    std::size_t last = first;
    while (last + 1 < m_tabs.size() &&
           leftOf(last + 1) + m_tabs[last + 1].width - leftOf(first) <= room())
        ++last;
    return last;
}

std::size_t CategoryBar::firstUpTo(std::size_t last) const
{
    std::size_t first = last;
    while (first > 0 && leftOf(last) + m_tabs[last].width - leftOf(first - 1) <= room())
        --first;
    return first;
}

void CategoryBar::fit()
{
    // Large text has room for one name or two: they are as small as the body's.
    const bool large = themeOf(*this).metrics().textFactor() > kLargeText;
    for (const Tab& tab : m_tabs)
        tab.button->setTextRole(large ? TextRole::BodyBold : TextRole::Button);
    const int all = widthOfAll();
    m_left->setVisible(all > width());
    m_right->setVisible(all > width());
    for (Tab& tab : m_tabs) {
        // A name longer than the whole row wraps.
        tab.width = std::min(tab.button->sizeHint().width(), room());
    }
    if (m_tabs.empty())
        return;
    if (all > width())
        fillPages();
    for (const Tab& tab : m_tabs) {
        tab.button->setFixedWidth(tab.width);
        // Also while it is pushed into view it is not squeezed.
        tab.button->setMinimumHeight(tab.button->heightForWidth(tab.width));
    }
    // Long enough that the last page, too, begins with a whole tab.
    const int last = leftOf(firstUpTo(m_tabs.size() - 1));
    m_strip->setMinimumWidth(std::max(all, last + room()));
    QList<qreal> places;
    for (std::size_t i = 0; i < m_tabs.size(); ++i)
        places.append(std::min(last, leftOf(i)));
    QScroller::scroller(m_area->viewport())->setSnapPositionsX(places);
    showFrom(m_first);
}

void CategoryBar::fillPages()
{
    std::size_t last = 0;
    for (std::size_t first = 0; first < m_tabs.size(); first = last + 1) {
        last = lastFrom(first);
        const auto count = static_cast<int>(last - first) + 1;
        const int taken = leftOf(last) + m_tabs[last].width - leftOf(first);
        // A few small ones that are left over stay small.
        const bool isRest = last + 1 == m_tabs.size() && taken < room() * kFullEnough;
        for (std::size_t i = first; i <= last && !isRest; ++i)
            m_tabs[i].width += (room() - taken) / count;
    }
}

void CategoryBar::showFrom(std::size_t first)
{
    if (m_tabs.empty())
        return;
    m_first = std::min(first, firstUpTo(m_tabs.size() - 1));
    const std::size_t last = lastFrom(m_first);
    // As high as what is shown, so that one long name costs nothing while others are chosen.
    int height = themeOf(*this).metrics().targetPx();
    for (std::size_t i = m_first; i <= last; ++i)
        height = std::max(height, m_tabs[i].button->minimumHeight());
    m_strip->setFixedHeight(height);
    m_area->setFixedSize(leftOf(last) + m_tabs[last].width - leftOf(m_first), height);
    layout()->activate();
    m_area->horizontalScrollBar()->setValue(leftOf(m_first));
    m_left->setEnabled(m_first > 0);
    m_right->setEnabled(last + 1 < m_tabs.size());
}

void CategoryBar::rest()
{
    if (QScroller::scroller(m_area->viewport())->state() == QScroller::Inactive &&
        m_first < m_tabs.size())
        m_area->horizontalScrollBar()->setValue(leftOf(m_first));
}

void CategoryBar::settle()
{
    const int value = m_area->horizontalScrollBar()->value();
    std::size_t nearest = 0;
    for (std::size_t i = 0; i < m_tabs.size(); ++i)
        if (std::abs(leftOf(i) - value) < std::abs(leftOf(nearest) - value))
            nearest = i;
    showFrom(nearest);
}

void CategoryBar::bringIntoView(std::size_t tab)
{
    if (tab < m_first)
        showFrom(tab);
    else if (tab > lastFrom(m_first))
        showFrom(firstUpTo(tab));
}

void CategoryBar::turn(int direction)
{
    if (m_tabs.empty())
        return;
    const std::size_t last = lastFrom(m_first);
    const std::size_t to = direction > 0 ? std::min(last + 1, firstUpTo(m_tabs.size() - 1))
                           : m_first > 0 ? firstUpTo(m_first - 1)
                                         : 0;
    const auto time = static_cast<int>(themeOf(*this).slide().count());
    if (time == 0)
        showFrom(to);
    else
        QScroller::scroller(m_area->viewport())->scrollTo(QPointF{double(leftOf(to)), 0.0}, time);
}

bool CategoryBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn)
        for (std::size_t i = 0; i < m_tabs.size(); ++i)
            if (m_tabs[i].button == watched)
                bringIntoView(i);
    return QWidget::eventFilter(watched, event);
}

void CategoryBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
    setCurrent(m_current);
}

void CategoryBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_left->setAccessibleName(tr("앞 분류 보기"));
        m_right->setAccessibleName(tr("다음 분류 보기"));
    }
    if (event->type() == QEvent::StyleChange)
        fit();
}

} // namespace coffee::ui
