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
    known = {shape, std::max(reckoned, themeOf(m_host).metrics().targetPx())};
    return known.height;
}

void TicketHeights::clear()
{
    m_known.clear();
    m_around.clear();
    m_letters.clear();
}

int TicketHeights::wordsHeight(const Ticket& ticket, int width)
{
    const Theme& theme = themeOf(m_host);
    const int inner = width - 2 * theme.px(Space::Small);
    int height = 0;
    for (const TicketLine& line : ticket.lines)
        height += lineHeight(line, inner) + theme.px(mm::kTargetGap);
    if (!ticket.allergyNote.isEmpty() && ticket.stage != TicketStage::Stopped) {
        const int icon = theme.metrics().iconPx(TextRole::Button);
        const int room = inner - icon - 3 * theme.px(Space::Tight);
        height +=
            textHeight(ticket.allergyNote, TextRole::Button, room) + 3 * theme.px(Space::Tight);
    }
    return height;
}

int TicketHeights::lineHeight(const TicketLine& line, int width)
{
    const Theme& theme = themeOf(m_host);
    const int target = theme.metrics().targetPx();
    const bool beside = line.units.size() == 1;
    const int room = beside ? width - target - theme.px(Space::Small) : width;
    const int options =
        line.options.isEmpty()
            ? 0
            : textHeight(line.options.join(QStringLiteral("\u00a0· ")), TextRole::Button, room);
    const int words = textHeight(line.name, TextRole::Heading, room) + options;
    if (beside)
        return std::max(words, target);
    const int inRow =
        std::max(1, (width + theme.px(Space::Tight)) / (target + theme.px(Space::Tight)));
    const int rows = (static_cast<int>(line.units.size()) + inRow - 1) / inRow;
    return words + rows * (target + theme.px(Space::Tight));
}

int TicketHeights::textHeight(const QString& text, TextRole role, int width)
{
    // Reckoned by the letter, since shaping the words of a thousand tickets takes too long: Korean
    // letters are all of one width, the others on the average of theirs.
    Letters& letters = m_letters[role];
    if (letters.korean <= 0.0) {
        const QFontMetricsF metrics{themeOf(m_host).font(role)};
        const QString sample = QStringLiteral("Iced caffe latte, regular");
        letters.korean = metrics.horizontalAdvance(QStringLiteral("가"));
        letters.other = metrics.horizontalAdvance(sample) / static_cast<double>(sample.size());
        letters.lineHeight = themeOf(m_host).metrics().lineHeightPx(themeOf(m_host).font(role));
    }
    double advance = 0.0;
    for (const QChar letter : text)
        advance += letter.unicode() >= kHangulFirst ? letters.korean : letters.other;
    // What a line cannot hold of its last word goes to the next one.
    const double room = std::max(1.0, width - 2.0 * letters.korean * (advance > width ? 1 : 0));
    return letters.lineHeight * std::max(1, static_cast<int>(std::ceil(advance / room)));
}

} // namespace coffee::station
