// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/text_block.h"

#include "shared/widgets/tokens.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <cmath>

namespace coffee::ui {

namespace {

// Cuts a word that has no room on a line of its own into pieces that have.
QStringList piecesOf(const QString& word, const QFontMetricsF& metrics, double width)
{
    QStringList pieces;
    QTextBoundaryFinder finder{QTextBoundaryFinder::Grapheme, word};
    QString piece;
    qsizetype from = 0;
    while (from < word.size()) {
        qsizetype to = finder.toNextBoundary();
        if (to < 0)
            to = word.size();
        const QString letter = word.mid(from, to - from);
        if (!piece.isEmpty() && metrics.horizontalAdvance(piece + letter) > width) {
            pieces << piece;
            piece.clear();
        }
        piece += letter;
        from = to;
    }
    pieces << piece;
    return pieces;
}

QStringList wrapParagraph(const QString& paragraph, const QFontMetricsF& metrics, double width)
{
    QStringList lines;
    QString line;
    const QStringList words = paragraph.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString& word : words) {
        const QString longer = line.isEmpty() ? word : line + QLatin1Char(' ') + word;
        if (metrics.horizontalAdvance(longer) <= width) {
            line = longer;
            continue;
        }
        if (!line.isEmpty())
            lines << line;
        QStringList pieces = piecesOf(word, metrics, width);
        line = pieces.takeLast();
        lines += pieces;
    }
    lines << line;
    return lines;
}

} // namespace

TextBlock::TextBlock(const QString& text, const QFont& font, double width)
    : m_font{font}, m_lineHeight{std::ceil(font.pixelSize() * ratio::kLineHeight)}
{
    const QFontMetricsF metrics{font};
    if (text.isEmpty())
        return;
    // Rounding of a size hint must not cost a line.
    const double room = std::max(1.0, width) + 0.5;
    double widest = 0.0;
    for (const QString& paragraph : text.split(QLatin1Char('\n'))) {
        for (const QString& line : wrapParagraph(paragraph, metrics, room)) {
            widest = std::max(widest, metrics.horizontalAdvance(line));
            m_lines << line;
        }
    }
    m_size = QSizeF{widest, m_lineHeight * static_cast<double>(m_lines.size())};
}

int TextBlock::width() const
{
    return static_cast<int>(std::ceil(m_size.width()));
}

int TextBlock::height() const
{
    return static_cast<int>(std::ceil(m_size.height()));
}

void TextBlock::draw(QPainter& painter, const QRectF& room, Qt::Alignment alignment) const
{
    double top = room.top();
    if (alignment & Qt::AlignVCenter)
        top += (room.height() - m_size.height()) / 2.0;
    else if (alignment & Qt::AlignBottom)
        top += room.height() - m_size.height();
    const int flags = static_cast<int>(alignment & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter |
                      Qt::TextSingleLine | Qt::TextDontClip;
    painter.setFont(m_font);
    // The font reaches higher above its letters than below: without the lift a g is cut.
    top -= m_font.pixelSize() * ratio::kTextLift;
    for (const QString& line : m_lines) {
        painter.drawText(QRectF{room.left(), top, room.width(), m_lineHeight}, flags, line);
        top += m_lineHeight;
    }
}

double TextBlock::widthUnwrapped(const QString& text, const QFont& font)
{
    const QFontMetricsF metrics{font};
    double widest = 0.0;
    for (const QString& line : text.split(QLatin1Char('\n')))
        widest = std::max(widest, metrics.horizontalAdvance(line.simplified()));
    return widest;
}

double TextBlock::widthOfLongestWord(const QString& text, const QFont& font)
{
    const QFontMetricsF metrics{font};
    double widest = 0.0;
    for (const QString& line : text.split(QLatin1Char('\n')))
        for (const QString& word : line.split(QLatin1Char(' '), Qt::SkipEmptyParts))
            widest = std::max(widest, metrics.horizontalAdvance(word));
    return widest;
}

} // namespace coffee::ui
