// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <QStringList>

class QPainter;

namespace coffee::ui {

// A text broken into lines. Lines break at spaces only, so Korean words stay whole (the Unicode
// rules would cut between any two syllables); a word wider than the room is cut rather than
// clipped; a number keeps its unit ("355 ml"); no line ends with a "·". Height 1.3 em, never elided.
//
// Layouts ask for the same words at the same width again and again, and shaping them costs more
// than everything else: what was measured last is remembered. GUI thread.
class TextBlock {
public:
    // How the words of a paragraph share its lines. Both need the same number of lines.
    enum class Lines {
        Full, ///< each line takes what it can hold
        Even  ///< lines of nearly the same width: no single word is left for the last one
    };

    TextBlock(const QString& text, const QFont& font, double width, Lines lines = Lines::Full);
    // Centred text stands in even lines, other text in full ones.
    [[nodiscard]] static Lines linesFor(Qt::Alignment alignment);

    [[nodiscard]] const QStringList& lines() const { return m_lines; }
    [[nodiscard]] QSizeF size() const { return m_size; }
    [[nodiscard]] int width() const;
    [[nodiscard]] int height() const;

    // Draws with the painter's pen. The block is aligned as a whole vertically, each line
    // horizontally.
    void draw(QPainter& painter, const QRectF& room, Qt::Alignment alignment) const;

    // The width of the longest line if nothing had to wrap, and of the longest single word (a
    // number with its unit counts as one).
    [[nodiscard]] static double widthUnwrapped(const QString& text, const QFont& font);
    [[nodiscard]] static double widthOfLongestWord(const QString& text, const QFont& font);

private:
    QFont m_font;
    QStringList m_lines;
    QSizeF m_size;
    double m_lineHeight;
};

} // namespace coffee::ui
