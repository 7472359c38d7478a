// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/pages/ticket_heights.h"

#include "shared/widgets/theme.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace coffee::station {

using namespace coffee::ui;

namespace {

/// From here on letters are as wide as they are high.
constexpr char16_t kHangulFirst = 0x1100;

} // namespace

TicketHeights::Shape TicketHeights::shapeOf(const Ticket& ticket, int width)
{
    return {ticket.stage, ticket.dimmed, width};
}

void TicketHeights::measured(const Ticket& ticket, int width, int height)
{
    const Shape shape = shapeOf(ticket, width);
    Known& known = m_known[ticket.order];
    if (known.shape == shape && known.height == height && m_around.contains(shape))
        return;
    known = {shape, height};
    m_around[shape] = height - wordsHeight(ticket, width);
}

int TicketHeights::heightFor(const Ticket& ticket, int width)
{
    const Shape shape = shapeOf(ticket, width);
    Known& known = m_known[ticket.order];
    if (known.height > 0 && known.shape == shape)
        return known.height;
    // Without a card of this stage so far, one of any stage is the best that is known.
    const auto around = m_around.find(shape);
    const int other = m_around.empty() ? 0 : m_around.begin()->second;
    const int reckoned =
        wordsHeight(ticket, width) + (around == m_around.end() ? other : around->second);
    known = {shape, std::max(reckoned, measures().target)};
    return known.height;
}

void TicketHeights::clear()
{
    m_known.clear();
    m_around.clear();
    m_measures.reset();
}

const TicketHeights::Measures& TicketHeights::measures()
{
    if (m_measures)
        return *m_measures;
    const Theme& theme = themeOf(m_host);
    m_measures = Measures{theme.px(Space::Tight),
                          theme.px(Space::Small),
                          theme.px(mm::kTargetGap),
                          theme.metrics().targetPx(),
                          theme.metrics().iconPx(TextRole::Button),
                          lettersOf(TextRole::Heading),
                          lettersOf(TextRole::Button)};
    return *m_measures;
}

TicketHeights::Letters TicketHeights::lettersOf(TextRole role) const
{
    const QFont font = themeOf(m_host).font(role);
    const QFontMetricsF metrics{font};
    const QString sample = QStringLiteral("Iced caffe latte, regular");
    return {metrics.horizontalAdvance(QStringLiteral("가")),
            metrics.horizontalAdvance(sample) / static_cast<double>(sample.size()),
            themeOf(m_host).metrics().lineHeightPx(font)};
}

int TicketHeights::wordsHeight(const Ticket& ticket, int width)
{
    const Measures& m = measures();
    const int inner = width - 2 * m.small;
    int height = 0;
    for (const TicketLine& line : ticket.lines)
        height += lineHeight(line, inner) + m.gap;
    if (ticket.elsewhere.units > 0 && ticket.stage != TicketStage::Stopped)
        height += 2 * m.options.lineHeight + m.tight;
    if (!ticket.allergyNote.isEmpty() && ticket.stage != TicketStage::Stopped) {
        const int room = inner - m.icon - 3 * m.tight;
        height += textHeight(advanceOf(ticket.allergyNote, m.options), m.options, room);
        height += 3 * m.tight;
    }
    return height;
}

int TicketHeights::lineHeight(const TicketLine& line, int width)
{
    const Measures& m = measures();
    const bool beside = line.units.size() == 1;
    const int room = beside ? width - m.target - m.small : width;
    double options = 0.0;
    for (const QString& option : line.options)
        options += advanceOf(option, m.options) + 3 * m.options.other; // with the point between
    const int words = textHeight(advanceOf(line.name, m.name), m.name, room) +
                      (line.options.isEmpty() ? 0 : textHeight(options, m.options, room));
    if (beside)
        return std::max(words, m.target);
    const int inRow = std::max(1, (width + m.tight) / (m.target + m.tight));
    const int rows = (static_cast<int>(line.units.size()) + inRow - 1) / inRow;
    return words + rows * (m.target + m.tight);
}

double TicketHeights::advanceOf(const QString& text, const Letters& letters)
{
    // By the letter, since shaping the words of a thousand tickets takes too long: Korean letters
    // are all of one width, the others on the average of theirs.
    double advance = 0.0;
    for (const QChar letter : text)
        advance += letter.unicode() >= kHangulFirst ? letters.korean : letters.other;
    return advance;
}

int TicketHeights::textHeight(double advance, const Letters& letters, int width)
{
    if (advance <= width)
        return letters.lineHeight;
    // What a line cannot hold of its last word goes to the next one.
    const double room = std::max(1.0, width - 2.0 * letters.korean);
    return letters.lineHeight * static_cast<int>(std::ceil(advance / room));
}

} // namespace coffee::station
