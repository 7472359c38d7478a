// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/text_block.h"

#include "shared/widgets/tokens.h"

#include <QCache>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <cmath>
#include <utility>

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

// "355" and "ml)" belong together; "20" and "seconds" do not.
bool isUnitOf(const QString& number, const QString& word)
{
    static const QStringList kUnits{QStringLiteral("ml"), QStringLiteral("mg"), QStringLiteral("g"),
                                    QStringLiteral("kg"), QStringLiteral("min")};
    QString letters = word;
    while (!letters.isEmpty() && letters.back().isPunct())
        letters.chop(1);
    return !number.isEmpty() && number.back().isDigit() && kUnits.contains(letters);
}

// What no line may break.
QStringList wordsOf(const QString& paragraph)
{
    QStringList words;
    for (const QString& word : paragraph.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (!words.isEmpty() && isUnitOf(words.constLast(), word))
            words.last() += QLatin1Char(' ') + word;
        else
            words << word;
    }
    return words;
}

constexpr QChar kSeparator{u'\u00b7'};

// "·" parts what stands beside each other; where the line ends, the end does.
QString withoutSeparator(QString line)
{
    if (!line.endsWith(kSeparator))
        return line;
    line.chop(1);
    while (!line.isEmpty() && line.back().isSpace())
        line.chop(1);
    return line;
}

// What was to stay together and has no room on a line of its own breaks between its words first;
// a "·" still never begins a line.
QStringList wordsFitting(const QString& paragraph, const QFontMetricsF& metrics, double width)
{
    QStringList words;
    for (const QString& word : wordsOf(paragraph)) {
        if (!word.contains(QChar::Nbsp) || metrics.horizontalAdvance(word) <= width) {
            words << word;
            continue;
        }
        for (const QString& part : word.split(QChar::Nbsp, Qt::SkipEmptyParts)) {
            if (part.front() == kSeparator && !words.isEmpty())
                words.last() += QChar::Nbsp + part;
            else
                words << part;
        }
    }
    return words;
}

QStringList wrapParagraph(const QString& paragraph, const QFontMetricsF& metrics, double width)
{
    QStringList lines;
    QString line;
    for (const QString& word : wordsFitting(paragraph, metrics, width)) {
        const QString longer = line.isEmpty() ? word : line + QLatin1Char(' ') + word;
        if (metrics.horizontalAdvance(longer) <= width) {
            line = longer;
            continue;
        }
        if (const QString ended = withoutSeparator(line); !ended.isEmpty())
            lines << ended;
        QStringList pieces = piecesOf(word, metrics, width);
        line = pieces.takeLast();
        lines += pieces;
    }
    lines << line;
    return lines;
}

// The narrowest wrapping that needs no more lines, to a pixel.
QStringList wrapEvenly(const QString& paragraph, const QFontMetricsF& metrics, double width)
{
    const QStringList full = wrapParagraph(paragraph, metrics, width);
    double tooNarrow = 0.0;
    for (const QString& word : wordsOf(paragraph))
        tooNarrow = std::max(tooNarrow, metrics.horizontalAdvance(word));
    if (full.size() < 2 || tooNarrow > width)
        return full;
    double enough = width;
    while (enough - tooNarrow > 1.0) {
        const double middle = (enough + tooNarrow) / 2.0;
        if (wrapParagraph(paragraph, metrics, middle).size() > full.size())
            tooNarrow = middle;
        else
            enough = middle;
    }
    return wrapParagraph(paragraph, metrics, enough);
}

// What a block depends on.
struct BlockKey {
    QFont font;
    QString text;
    double room{0.0};
    bool even{false};
    friend bool operator==(const BlockKey&, const BlockKey&) = default;
};

size_t qHash(const BlockKey& key, size_t seed = 0)
{
    return qHashMulti(seed, key.font, key.text, key.room, key.even);
}

struct Wrapped {
    QStringList lines;
    double widest{0.0};
};

struct Widths {
    double unwrapped{0.0};
    double longestWord{0.0};
};

// Several times what one screen shows; a few hundred bytes each.
constexpr int kBlocksRemembered = 4000;

Wrapped wrap(const BlockKey& key)
{
    const QFontMetricsF metrics{key.font};
    Wrapped wrapped;
    for (const QString& paragraph : key.text.split(QLatin1Char('\n'))) {
        wrapped.lines += key.even ? wrapEvenly(paragraph, metrics, key.room)
                                  : wrapParagraph(paragraph, metrics, key.room);
    }
    for (const QString& line : std::as_const(wrapped.lines))
        wrapped.widest = std::max(wrapped.widest, metrics.horizontalAdvance(line));
    return wrapped;
}

Widths widthsOf(const QString& text, const QFont& font)
{
    if (text.isEmpty())
        return {};
    static QCache<BlockKey, Widths> measuredBefore{kBlocksRemembered};
    const BlockKey key{font, text, 0.0, false};
    if (const Widths* known = measuredBefore.object(key))
        return *known;
    const QFontMetricsF metrics{font};
    Widths widths;
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        widths.unwrapped = std::max(widths.unwrapped, metrics.horizontalAdvance(line.simplified()));
        for (const QString& word : wordsOf(line))
            widths.longestWord = std::max(widths.longestWord, metrics.horizontalAdvance(word));
    }
    measuredBefore.insert(key, new Widths{widths}); // the cache owns it
    return widths;
}

} // namespace

TextBlock::Lines TextBlock::linesFor(Qt::Alignment alignment)
{
    return alignment & Qt::AlignHCenter ? Lines::Even : Lines::Full;
}

TextBlock::TextBlock(const QString& text, const QFont& font, double width, Lines lines)
    : m_font{font}, m_lineHeight{std::ceil(font.pixelSize() * ratio::kLineHeight)}
{
    if (text.isEmpty())
        return;
    // Rounding of a size hint must not cost a line.
    const double room = std::max(1.0, width) + 0.5;
    static QCache<BlockKey, Wrapped> wrappedBefore{kBlocksRemembered};
    const BlockKey key{font, text, room, lines == Lines::Even};
    const Wrapped* wrapped = wrappedBefore.object(key);
    if (!wrapped) {
        auto* made = new Wrapped{wrap(key)}; // the cache owns it
        if (!wrappedBefore.insert(key, made))
            return;
        wrapped = made;
    }
    m_lines = wrapped->lines;
    m_size = QSizeF{wrapped->widest, m_lineHeight * static_cast<double>(m_lines.size())};
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
    return widthsOf(text, font).unwrapped;
}

double TextBlock::widthOfLongestWord(const QString& text, const QFont& font)
{
    return widthsOf(text, font).longestWord;
}

} // namespace coffee::ui
