// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/board/number_wall.h"

#include "shared/widgets/paint.h"
#include "shared/widgets/texts.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <set>

namespace coffee::board {

using namespace coffee::ui;

namespace {

/// Each step is a little smaller than the one before; the last is still read from four metres.
constexpr double kStep = 0.9;
constexpr double kSmallestMm = 12.0;

} // namespace

WallNumber::WallNumber(QWidget* parent) : Label{TextRole::Number, parent}
{
    setAlignment(Qt::AlignCenter);
}

void WallNumber::setNumber(const BoardNumber& number, const QString& spoken)
{
    m_isNew = number.isNew;
    setText(QString::number(number.number));
    setAccessibleName(number.isNew ? tr("%1, 방금 나왔어요").arg(spoken) : spoken);
    update();
}

void WallNumber::setSize(double digitMm)
{
    m_digitMm = digitMm;
    setDigitHeight(digitMm);
}

void WallNumber::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(*this);
    const Colours& c = theme.colours();
    QPainter painter{this};
    if (m_isNew)
        paintPlate(painter, QRectF{rect()}, theme.px(mm::kRadiusCard), c.accent);
    // Digits hang from no line: they are centred by their own height, not by the font's.
    const QFont font = theme.metrics().digitFont(m_digitMm);
    const QFontMetricsF metrics{font};
    const QRectF digits = metrics.tightBoundingRect(QStringLiteral("0"));
    painter.setFont(font);
    painter.setPen(m_isNew ? c.onAccent : c.ink);
    painter.drawText(QPointF{(width() - metrics.horizontalAdvance(text())) / 2.0,
                             (height() - digits.height()) / 2.0 - digits.top()},
                     text());
}

NumberWall::NumberWall(const QString& prefix, double largestMm, QWidget* parent)
    : QWidget{parent},
      m_prefix{prefix},
      m_largestMm{largestMm},
      m_more{new Label{TextRole::Heading, this}},
      m_nothing{new Label{TextRole::Heading, this}}
{
    m_nothing->setInk(Ink::Second);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_more->setAlignment(Qt::AlignCenter);
    m_more->setInk(Ink::Second);
    m_more->hide();
}

void NumberWall::setNumbers(const std::vector<BoardNumber>& numbers)
{
    if (numbers == m_numbers)
        return;
    m_numbers = numbers;
    std::set<OrderId> present;
    for (const BoardNumber& number : numbers) {
        present.insert(number.order);
        auto [entry, isNew] = m_labels.try_emplace(number.order, nullptr);
        if (isNew) {
            entry->second = new WallNumber{this};
            entry->second->setObjectName(QStringLiteral("%1_%2").arg(m_prefix).arg(number.number));
        }
        entry->second->setNumber(number, ui::texts::orderNumberSpoken(number.number));
    }
    std::erase_if(m_labels, [&present](const auto& entry) {
        if (present.contains(entry.first))
            return false;
        entry.second->hide();
        entry.second->deleteLater();
        return true;
    });
    arrange();
}

void NumberWall::setNothing(const QString& words)
{
    m_nothing->setText(words);
    arrange();
}

void NumberWall::arrange()
{
    m_nothing->setVisible(m_numbers.empty());
    m_nothing->setGeometry(rect());
    const Theme& theme = themeOf(*this);
    const int gap = theme.px(Space::Small);
    qsizetype digits = 3; // Numbers start at 101; four digits are a busy day.
    for (const BoardNumber& number : m_numbers)
        digits = std::max(digits, QString::number(number.number).size());

    const auto wanted = static_cast<int>(m_numbers.size());
    double size = m_largestMm;
    int columns = 1;
    int rows = 1;
    QSize cell;
    for (;; size *= kStep) {
        const QFontMetricsF metrics{theme.metrics().digitFont(size)};
        const double text = metrics.horizontalAdvance(QString(digits, u'0'));
        cell = {static_cast<int>(std::ceil(text)) + 2 * theme.px(Space::Medium),
                theme.px(size * 1.5)};
        columns = std::max(1, (width() + gap) / (cell.width() + gap));
        rows = std::max(1, (height() + gap) / (cell.height() + gap));
        if (columns * rows >= wanted || size * kStep < kSmallestMm)
            break;
    }
    const bool overflow = columns * rows < wanted;
    const int shown = overflow ? columns * rows - 1 : wanted;
    // The columns share the whole width, so that a half is never left with a bare side.
    const int wide = (width() + gap) / columns - gap;
    const auto roomOf = [&](int place) {
        return QRect{
            QPoint{(place % columns) * (wide + gap), (place / columns) * (cell.height() + gap)},
            QSize{wide, cell.height()}};
    };
    for (int place = 0; place < wanted; ++place) {
        WallNumber* label = m_labels.at(m_numbers[static_cast<std::size_t>(place)].order);
        label->setSize(size);
        if (place < shown)
            label->setGeometry(roomOf(place));
        label->setVisible(place < shown);
    }
    m_more->setVisible(overflow);
    if (overflow) {
        m_more->setText(QStringLiteral("+%1").arg(wanted - shown));
        m_more->setAccessibleName(tr("그 밖에 %n건", nullptr, wanted - shown));
        m_more->setGeometry(roomOf(shown));
    }
}

void NumberWall::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void NumberWall::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        for (const BoardNumber& number : m_numbers)
            m_labels.at(number.order)
                ->setNumber(number, ui::texts::orderNumberSpoken(number.number));
    else if (event->type() == QEvent::StyleChange)
        arrange();
    QWidget::changeEvent(event);
}

} // namespace coffee::board
