// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/pages/away_notice.h"

#include "shared/widgets/button.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QEvent>
#include <QMouseEvent>

namespace coffee::station {

using namespace coffee::ui;

namespace {

/// More numbers than these are not read, but looked for on the screen.
constexpr std::size_t kNumbersMost = 8;

} // namespace

AwayNotice::AwayNotice(QWidget* parent)
    : Card{parent},
      m_when{new Label{TextRole::BodyBold, this}},
      m_count{new Label{TextRole::Title, this}},
      m_numbers{new Label{TextRole::Heading, this}},
      m_kept{new Label{TextRole::BodyBold, this}},
      m_ok{new Button{QString{}, ButtonKind::Outline, this}}
{
    setObjectName(QStringLiteral("awayNotice"));
    m_ok->setObjectName(QStringLiteral("awayOk"));
    m_ok->setMark(Icon::Check);
    setLook(Look::Warning);
    setPadding(Space::Small);
    body()->setSpacing(themeOf(*this).px(Space::Tight));
    for (Label* label : {m_when, m_count, m_numbers, m_kept}) {
        label->setInk(Ink::Warning);
        body()->addWidget(label);
    }
    body()->addStretch(1);
    body()->addWidget(m_ok);
    connect(m_ok, &QPushButton::clicked, this, &AwayNotice::acknowledged);
    hide();
}

void AwayNotice::setNews(const std::optional<Arrivals::News>& news)
{
    if (news == m_news)
        return;
    m_news = news;
    setWords();
    setVisible(m_news.has_value());
    if (!m_news)
        return;
    QAccessibleEvent spoken{this, QAccessible::Alert};
    QAccessible::updateAccessibility(&spoken);
}

void AwayNotice::setWords()
{
    m_ok->setText(tr("확인"));
    m_kept->setText(tr("표시한 것은 그대로예요."));
    if (!m_news)
        return;
    const auto count = static_cast<int>(m_news->numbers.size());
    m_when->setText(m_news->absence == Arrivals::Absence::Dark ? tr("화면이 꺼져 있는 동안")
                                                               : tr("연결이 끊긴 동안"));
    m_count->setText(count > 0 ? tr("새 주문 %n건", nullptr, count) : tr("새 주문 없음"));
    QStringList numbers;
    for (std::size_t place = 0; place < m_news->numbers.size() && place < kNumbersMost; ++place)
        numbers << QString::number(m_news->numbers[place]);
    const int rest = count - static_cast<int>(numbers.size());
    const QString listed = numbers.join(QStringLiteral(", "));
    m_numbers->setText(rest > 0 ? tr("%1 외 %n건", nullptr, rest).arg(listed) : listed);
    m_numbers->setVisible(count > 0);
    setAccessibleName(QStringLiteral("%1 %2. %3. %4")
                          .arg(m_when->text(), m_count->text(), listed, m_kept->text()));
}

void AwayNotice::mousePressEvent(QMouseEvent* event)
{
    event->accept();
}

void AwayNotice::mouseReleaseEvent(QMouseEvent* event)
{
    event->accept();
    if (rect().contains(event->pos()))
        Q_EMIT acknowledged();
}

void AwayNotice::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        setWords();
    Card::changeEvent(event);
}

} // namespace coffee::station
