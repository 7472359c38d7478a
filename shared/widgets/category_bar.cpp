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

namespace coffee::ui {

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
    connect(m_area->horizontalScrollBar(), &QScrollBar::rangeChanged, this,
            &CategoryBar::showArrows);
    connect(m_area->horizontalScrollBar(), &QScrollBar::valueChanged, this,
            &CategoryBar::showArrows);

    m_row->addStretch(1);
    auto* row = new QHBoxLayout{this};
    row->setSpacing(themeOf(*this).px(mm::kTargetGap));
    row->addWidget(m_left);
    row->addWidget(m_area, 1);
    row->addWidget(m_right);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    fitHeight();
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
            m_tabs.push_back({entry.id, button});
            // Not clicked(): a screen reader's "toggle" is no click.
            connect(button, &QPushButton::toggled, this, [this, id = entry.id] { choose(id); });
        }
    }
    for (std::size_t i = 0; i < entries.size(); ++i) {
        m_tabs[i].button->setText(entries[i].name);
        m_tabs[i].button->setMinimumWidth(m_tabs[i].button->sizeHint().width());
    }
    const bool known = std::any_of(m_tabs.begin(), m_tabs.end(),
                                   [this](const Tab& tab) { return tab.id == m_current; });
    setCurrent(known || m_tabs.empty() ? m_current : m_tabs.front().id);
    fitHeight();
}

void CategoryBar::setCurrent(const QString& id)
{
    m_current = id;
    for (const Tab& tab : m_tabs) {
        const QSignalBlocker quiet{tab.button};
        tab.button->setChecked(tab.id == id);
        if (tab.id == id)
            bringIntoView(tab.button);
    }
}

void CategoryBar::choose(const QString& id)
{
    const bool changed = id != m_current;
    setCurrent(id);
    if (changed)
        Q_EMIT categoryChosen(id);
}

void CategoryBar::bringIntoView(Button* tab)
{
    m_area->ensureWidgetVisible(tab, themeOf(*this).metrics().targetPx(), 0);
}

void CategoryBar::turn(int direction)
{
    QScrollBar* bar = m_area->horizontalScrollBar();
    const int by = std::max(1, bar->pageStep() * 2 / 3);
    const int to = std::clamp(bar->value() + direction * by, bar->minimum(), bar->maximum());
    const auto time = static_cast<int>(themeOf(*this).slide().count());
    if (time == 0)
        bar->setValue(to);
    else
        QScroller::scroller(m_area->viewport())->scrollTo(QPointF{double(to), 0.0}, time);
}

void CategoryBar::showArrows()
{
    const QScrollBar* bar = m_area->horizontalScrollBar();
    const bool longer = bar->maximum() > 0;
    m_left->setVisible(longer);
    m_right->setVisible(longer);
    m_left->setEnabled(bar->value() > bar->minimum());
    m_right->setEnabled(bar->value() < bar->maximum());
}

void CategoryBar::fitHeight()
{
    int height = themeOf(*this).metrics().targetPx();
    for (const Tab& tab : m_tabs)
        height = std::max(height, tab.button->heightForWidth(tab.button->sizeHint().width()));
    m_area->setFixedHeight(height);
}

bool CategoryBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn)
        if (auto* tab = qobject_cast<Button*>(watched))
            bringIntoView(tab);
    return QWidget::eventFilter(watched, event);
}

void CategoryBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    setCurrent(m_current);
}

void CategoryBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_left->setAccessibleName(tr("앞 분류 보기"));
        m_right->setAccessibleName(tr("다음 분류 보기"));
    }
    if (event->type() == QEvent::StyleChange) {
        for (const Tab& tab : m_tabs)
            tab.button->setMinimumWidth(tab.button->sizeHint().width());
        fitHeight();
    }
}

} // namespace coffee::ui
