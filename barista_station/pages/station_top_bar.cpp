// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/pages/station_top_bar.h"

#include "barista_station/pages/connection_line.h"

#include "shared/widgets/button.h"
#include "shared/widgets/label.h"

#include <QBoxLayout>
#include <QEvent>

#include <utility>

namespace coffee::station {

using namespace coffee::ui;

namespace {

/// From this width on the line and the buttons stand side by side, in millimetres.
constexpr double kOneRowMm = 450.0;
/// From this width on what the line means takes one row at most, where it has the width to itself.
constexpr double kOneMeaningRowMm = 330.0;
/// What the line needs at least where the buttons stand beside it, in millimetres.
constexpr double kLineLeastMm = 140.0;

Button* makeButton(const char* name, Icon icon, ButtonKind kind, QWidget* parent)
{
    auto* button = new Button{QString{}, kind, parent};
    button->setObjectName(QLatin1String{name});
    button->setMark(icon);
    button->setTextRole(TextRole::BodyBold);
    return button;
}

} // namespace

StationTopBar::StationTopBar(QWidget* parent)
    : QWidget{parent},
      m_line{new ConnectionLine{ConnectionLine::Room::Reserved, this}},
      m_help{makeButton("helpButton", Icon::Help, ButtonKind::Filled, this)},
      m_stops{makeButton("stopsButton", Icon::Alert, ButtonKind::Danger, this)},
      m_back{makeButton("previousPage", Icon::Back, ButtonKind::Outline, this)},
      m_pages{new Label{TextRole::BodyBold, this}},
      m_forward{makeButton("nextPage", Icon::Forward, ButtonKind::Outline, this)},
      m_settings{makeButton("settingsButton", Icon::Settings, ButtonKind::Outline, this)},
      m_recall{makeButton("recallButton", Icon::Recall, ButtonKind::Outline, this)},
      m_soldOut{makeButton("soldOutButton", Icon::SoldOut, ButtonKind::Outline, this)},
      m_buttons{new QHBoxLayout},
      m_layout{new QBoxLayout{QBoxLayout::LeftToRight, this}}
{
    m_pages->setAlignment(Qt::AlignCenter);
    m_pages->setObjectName(QStringLiteral("pageLabel"));
    const int gap = themeOf(*this).px(Space::Small);
    m_buttons->setSpacing(gap);
    m_buttons->addStretch(1);
    for (QWidget* widget : {static_cast<QWidget*>(m_help), static_cast<QWidget*>(m_stops),
                            static_cast<QWidget*>(m_back), static_cast<QWidget*>(m_pages),
                            static_cast<QWidget*>(m_forward), static_cast<QWidget*>(m_settings),
                            static_cast<QWidget*>(m_recall), static_cast<QWidget*>(m_soldOut)})
        m_buttons->addWidget(widget);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(gap);
    m_layout->addWidget(m_line, 1);
    m_layout->addLayout(m_buttons);

    connect(m_help, &QPushButton::clicked, this, &StationTopBar::helpClicked);
    connect(m_stops, &QPushButton::clicked, this, &StationTopBar::stopsClicked);
    connect(m_back, &QPushButton::clicked, this,
            [this] { Q_EMIT pageWanted(m_shownPages.page - 1); });
    connect(m_forward, &QPushButton::clicked, this,
            [this] { Q_EMIT pageWanted(m_shownPages.page + 1); });
    connect(m_settings, &QPushButton::clicked, this, &StationTopBar::settingsClicked);
    connect(m_recall, &QPushButton::clicked, this, &StationTopBar::recallClicked);
    connect(m_soldOut, &QPushButton::clicked, this, &StationTopBar::soldOutClicked);
    m_help->hide();
    setWords();
}

void StationTopBar::setWords()
{
    m_recall->setText(tr("되찾기"));
    m_soldOut->setText(tr("품절"));
    showPages();
    showStops();
}

void StationTopBar::setHelp(const QString& words)
{
    if (words == m_help->text())
        return;
    m_help->setText(words);
    m_help->setVisible(!words.isEmpty());
    showArrows();
}

void StationTopBar::setStations(const QString& words, bool all)
{
    m_showsAll = all;
    m_settings->setText(all ? tr("설정") : words);
    showRows();
    m_settings->setAccessibleName(tr("설정, 이 화면에서 만드는 것: %1").arg(words));
}

void StationTopBar::setStops(int stops)
{
    // With every change of any ticket: what stays is not painted again.
    if (std::exchange(m_stopCount, stops) != stops)
        showStops();
}

void StationTopBar::showStops()
{
    const int stops = m_stopCount;
    m_stops->setVisible(stops > 0);
    m_stops->setText(tr("취소된 주문 %n건", nullptr, stops));
    showArrows();
}

void StationTopBar::setPages(const Pages& pages)
{
    if (pages == m_shownPages)
        return;
    m_shownPages = pages;
    showPages();
}

void StationTopBar::showPages()
{
    const auto& [page, pages, before, after] = m_shownPages;
    const bool several = pages > 1;
    m_back->setVisible(several);
    m_forward->setVisible(several);
    m_pages->setVisible(several);
    m_back->setEnabled(page > 0);
    m_forward->setEnabled(page + 1 < pages);
    m_pages->setText(QStringLiteral("%1\u00a0/\u00a0%2").arg(page + 1).arg(pages));
    showArrows();
}

void StationTopBar::showArrows()
{
    const auto& [page, pages, before, after] = m_shownPages;
    const auto show = [](Button* button, const QString& tickets, bool inWords,
                         const QString& spoken) {
        button->setText(inWords ? tickets : QString{});
        button->setArrangement(button->text().isEmpty() ? Button::Arrangement::IconOnly
                                                        : Button::Arrangement::Beside);
        button->setAccessibleName(
            tickets.isEmpty() ? spoken : QStringLiteral("%1, %2").arg(spoken, tickets));
    };
    const auto showBoth = [&](bool inWords) {
        show(m_back, before > 0 ? tr("%n건", nullptr, before) : QString{}, inWords, tr("앞 쪽"));
        show(m_forward, after > 0 ? tr("%n건 더", nullptr, after) : QString{}, inWords,
             tr("다음 쪽"));
        // What it leads to is said on it, too, where there is room.
        m_settings->setArrangement(inWords || !m_showsAll ? Button::Arrangement::Beside
                                                          : Button::Arrangement::IconOnly);
        m_buttons->invalidate();
    };
    showBoth(true);
    const bool beside = m_layout->direction() == QBoxLayout::LeftToRight;
    const int room = width() - (beside ? themeOf(*this).px(kLineLeastMm) : 0);
    if (m_buttons->sizeHint().width() > room)
        showBoth(false);
}

void StationTopBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    showRows();
}

void StationTopBar::showRows()
{
    // On a small screen, or with large text, the buttons get a row of their own.
    const Theme& theme = themeOf(*this);
    const int choice = m_showsAll ? 0 : m_settings->sizeHint().width() - theme.metrics().targetPx();
    const bool narrow = width() < theme.px(kOneRowMm) + choice;
    m_layout->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_line->reserve(narrow && width() >= theme.px(kOneMeaningRowMm) ? 1 : 2);
    showArrows();
}

void StationTopBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        setWords();
    QWidget::changeEvent(event);
}

} // namespace coffee::station
