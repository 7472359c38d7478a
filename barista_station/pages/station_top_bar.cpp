// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/pages/station_top_bar.h"

#include "barista_station/pages/connection_line.h"

#include "shared/widgets/button.h"
#include "shared/widgets/label.h"

#include <QBoxLayout>
#include <QEvent>

namespace coffee::station {

using namespace coffee::ui;

namespace {

/// From this width on the line and the buttons stand side by side, in millimetres.
constexpr double kOneRowMm = 450.0;
/// From this width on what the line means takes one row at most, where it has the width to itself.
constexpr double kOneMeaningRowMm = 330.0;

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
      m_layout{new QBoxLayout{QBoxLayout::LeftToRight, this}}
{
    m_back->setArrangement(Button::Arrangement::IconOnly);
    m_forward->setArrangement(Button::Arrangement::IconOnly);
    m_pages->setAlignment(Qt::AlignCenter);
    m_pages->setObjectName(QStringLiteral("pageLabel"));
    const int gap = themeOf(*this).px(Space::Small);
    auto* row = new QHBoxLayout;
    row->setSpacing(gap);
    row->addStretch(1);
    for (QWidget* widget : {static_cast<QWidget*>(m_help), static_cast<QWidget*>(m_stops),
                            static_cast<QWidget*>(m_back), static_cast<QWidget*>(m_pages),
                            static_cast<QWidget*>(m_forward), static_cast<QWidget*>(m_settings),
                            static_cast<QWidget*>(m_recall), static_cast<QWidget*>(m_soldOut)})
        row->addWidget(widget);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(gap);
    m_layout->addWidget(m_line, 1);
    m_layout->addLayout(row);

    connect(m_help, &QPushButton::clicked, this, &StationTopBar::helpClicked);
    connect(m_stops, &QPushButton::clicked, this, &StationTopBar::stopsClicked);
    connect(m_back, &QPushButton::clicked, this, [this] { Q_EMIT pageWanted(m_page - 1); });
    connect(m_forward, &QPushButton::clicked, this, [this] { Q_EMIT pageWanted(m_page + 1); });
    connect(m_settings, &QPushButton::clicked, this, &StationTopBar::settingsClicked);
    connect(m_recall, &QPushButton::clicked, this, &StationTopBar::recallClicked);
    connect(m_soldOut, &QPushButton::clicked, this, &StationTopBar::soldOutClicked);
    setHelp({});
    setPages(0, 1);
    setWords();
}

void StationTopBar::setWords()
{
    m_recall->setText(tr("되찾기"));
    m_soldOut->setText(tr("품절"));
    m_back->setAccessibleName(tr("앞 쪽"));
    m_forward->setAccessibleName(tr("다음 쪽"));
    setStops(m_stopCount);
}

void StationTopBar::setHelp(const QString& words)
{
    m_help->setText(words);
    m_help->setVisible(!words.isEmpty());
}

void StationTopBar::setStations(const QString& words, bool all)
{
    m_showsAll = all;
    m_settings->setText(words);
    m_settings->setArrangement(all ? Button::Arrangement::IconOnly : Button::Arrangement::Beside);
    showRows();
    m_settings->setAccessibleName(tr("설정, 이 화면에서 만드는 것: %1").arg(words));
}

void StationTopBar::setStops(int stops)
{
    m_stopCount = stops;
    m_stops->setVisible(stops > 0);
    m_stops->setText(tr("취소된 주문 %n건", nullptr, stops));
}

void StationTopBar::setPages(int page, int pages)
{
    m_page = page;
    const bool several = pages > 1;
    m_back->setVisible(several);
    m_forward->setVisible(several);
    m_pages->setVisible(several);
    m_back->setEnabled(page > 0);
    m_forward->setEnabled(page + 1 < pages);
    m_pages->setText(QStringLiteral("%1\u00a0/\u00a0%2").arg(page + 1).arg(pages));
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
}

void StationTopBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        setWords();
    QWidget::changeEvent(event);
}

} // namespace coffee::station
