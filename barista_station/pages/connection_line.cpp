// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/pages/connection_line.h"

#include "barista_station/pages/station_texts.h"

#include "shared/widgets/label.h"

#include <QBoxLayout>
#include <QEvent>

namespace coffee::station {

using namespace coffee::ui;

ConnectionLine::ConnectionLine(Room room, QWidget* parent)
    : QWidget{parent},
      m_mark{new IconMark{Icon::Link, TextRole::Button, this}},
      m_words{new Label{TextRole::BodyBold, this}},
      m_meaning{new Label{TextRole::Body, this}}
{
    setObjectName(QStringLiteral("connectionLine"));
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_words);
    words->addWidget(m_meaning);
    words->addStretch(1);
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(themeOf(*this).px(Space::Small));
    row->addWidget(m_mark, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    if (room == Room::Reserved)
        reserve(2);
    m_meaning->hide();
    showState();
}

void ConnectionLine::reserve(int meaningRows)
{
    const Metrics& metrics = themeOf(*this).metrics();
    setMinimumHeight(metrics.lineHeightPx(metrics.font(TextRole::BodyBold)) +
                     meaningRows * metrics.lineHeightPx(metrics.font(TextRole::Body)));
}

void ConnectionLine::setState(const client::Freshness& freshness, int waiting, bool durable)
{
    m_freshness = freshness;
    m_waiting = waiting;
    m_durable = durable;
    showState();
}

void ConnectionLine::setMeaning(const QString& words)
{
    if (m_meaning->text() == words)
        return;
    m_meaning->setText(words);
    m_meaning->setVisible(!words.isEmpty());
    showState();
}

QString ConnectionLine::meaning() const
{
    return m_meaning->text();
}

void ConnectionLine::showState()
{
    const bool live = m_freshness.state == client::FeedState::Live;
    const bool catching = m_freshness.state == client::FeedState::CatchingUp;
    Ink ink = live ? Ink::Second : catching ? Ink::Warning : Ink::Error;
    QString words = texts::freshness(m_freshness);
    if (m_waiting > 0)
        words = tr("%1 · 보내는 중 %n건", nullptr, m_waiting).arg(words);
    if (!m_durable) {
        words = tr("%1 · 이 화면의 저장 장치 오류").arg(words);
        ink = Ink::Error;
    }
    m_mark->setMark(live       ? Icon::Link
                    : catching ? Icon::Refresh
                               : Icon::Unlink,
                    live ? Ink::Accent : ink);
    m_words->setInk(live ? Ink::First : ink);
    m_words->setText(words);
    m_meaning->setInk(ink);
    setAccessibleName(m_meaning->text().isEmpty()
                          ? words
                          : QStringLiteral("%1. %2").arg(words, m_meaning->text()));
}

void ConnectionLine::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        showState();
    QWidget::changeEvent(event);
}

} // namespace coffee::station
