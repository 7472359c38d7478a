// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/pages/all_day_strip.h"

#include "shared/widgets/button.h"
#include "shared/widgets/label.h"
#include "shared/widgets/touch_scroll_area.h"

#include <QBoxLayout>
#include <QEvent>
#include <QScrollBar>
#include <QSignalBlocker>

#include <algorithm>
#include <numeric>

namespace coffee::station {

using namespace coffee::ui;

namespace {

/// So many rows are made at once: more than the strip shows, fewer than a busy shop has to count.
constexpr std::size_t kRowsAtOnce = 24;

} // namespace

AllDayStrip::AllDayStrip(QWidget* parent)
    : QWidget{parent}, m_title{new Label{TextRole::Button, this}}
{
    setObjectName(QStringLiteral("allDayStrip"));
    auto* content = new QWidget;
    m_rows = new QVBoxLayout{content};
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(themeOf(*this).px(Space::Tight));
    m_rows->addStretch(1);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(themeOf(*this).px(Space::Tight));
    column->addWidget(m_title);
    auto* scroll = new TouchScrollArea{content, this};
    column->addWidget(scroll, 1);
    connect(scroll->verticalScrollBar(), &QScrollBar::valueChanged, this,
            [this, bar = scroll->verticalScrollBar()](int value) {
                if (value + bar->pageStep() >= bar->maximum())
                    showMoreRows();
            });
    showRows();
}

void AllDayStrip::setCounts(const std::vector<AllDayCount>& counts)
{
    if (counts == m_counts)
        return;
    m_counts = counts;
    const auto still = std::find_if(counts.begin(), counts.end(), [this](const AllDayCount& one) {
        return one.key == m_pressed;
    });
    const bool wasPressed = !m_pressed.isEmpty();
    if (still == counts.end())
        m_pressed.clear();
    showRows();
    if (wasPressed)
        Q_EMIT highlightChanged(still == counts.end() ? std::vector<OrderId>{} : still->orders);
}

void AllDayStrip::showMoreRows()
{
    if (m_rowsMost >= m_counts.size())
        return;
    m_rowsMost += kRowsAtOnce;
    showRows();
}

void AllDayStrip::showRows()
{
    m_rowsMost = std::max(m_rowsMost, kRowsAtOnce);
    while (m_buttons.size() < std::min(m_counts.size(), m_rowsMost)) {
        const std::size_t place = m_buttons.size();
        auto* button = new Button{QString{}, ButtonKind::Outline, this};
        button->setObjectName(QStringLiteral("allDay_%1").arg(place));
        button->setTextRole(TextRole::BodyBold);
        button->setCheckable(true);
        button->keepDetailBeside(true);
        QSizePolicy policy{QSizePolicy::Ignored, QSizePolicy::Minimum};
        policy.setHeightForWidth(true); // Long names wrap; the strip keeps its width.
        button->setSizePolicy(policy);
        // Not clicked(): a screen reader's "toggle" is no click.
        connect(button, &QPushButton::toggled, this, [this, place] { press(place); });
        m_rows->insertWidget(static_cast<int>(place), button);
        m_buttons.push_back(button);
    }
    const int units =
        std::accumulate(m_counts.begin(), m_counts.end(), 0,
                        [](int sum, const AllDayCount& count) { return sum + count.open; });
    for (std::size_t place = 0; place < m_buttons.size(); ++place) {
        Button* button = m_buttons[place];
        button->setVisible(place < m_counts.size());
        if (place >= m_counts.size())
            continue;
        const AllDayCount& count = m_counts[place];
        QStringList words{count.name};
        words += count.options;
        button->setText(words.join(QStringLiteral("\u00a0· ")));
        button->setDetail(QStringLiteral("×%1").arg(count.open));
        button->setAccessibleName(tr("%1, 만들 것 %n개", nullptr, count.open).arg(button->text()));
        const QSignalBlocker quiet{button};
        button->setChecked(count.key == m_pressed);
    }
    m_title->setVisible(units > 0);
    m_title->setText(units > 0 ? tr("모아 보기 · 만들 것 %n개", nullptr, units) : tr("모아 보기"));
}

void AllDayStrip::press(std::size_t place)
{
    if (place >= m_counts.size())
        return;
    const bool release = m_pressed == m_counts[place].key;
    m_pressed = release ? QString{} : m_counts[place].key;
    const std::vector<OrderId> orders = release ? std::vector<OrderId>{} : m_counts[place].orders;
    showRows();
    Q_EMIT highlightChanged(orders);
}

void AllDayStrip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        showRows();
    QWidget::changeEvent(event);
}

} // namespace coffee::station
