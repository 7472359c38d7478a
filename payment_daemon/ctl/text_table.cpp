// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ctl/text_table.h"

#include <algorithm>
#include <cassert>

namespace coffee::ctl {
namespace {

constexpr std::string_view kGap = "  ";

struct Range {
    char32_t first;
    char32_t last;
};

// East Asian Width W and F of the characters that a shop's texts can hold.
constexpr Range kWide[]{
    {0x1100, 0x115f},   {0x2e80, 0x303e},   {0x3041, 0x33ff},   {0x3400, 0x4dbf},
    {0x4e00, 0x9fff},   {0xa000, 0xa4cf},   {0xa960, 0xa97f},   {0xac00, 0xd7a3},
    {0xf900, 0xfaff},   {0xfe30, 0xfe6f},   {0xff00, 0xff60},   {0xffe0, 0xffe6},
    {0x1f300, 0x1f64f}, {0x1f680, 0x1f6ff}, {0x1f900, 0x1f9ff}, {0x20000, 0x3fffd}};
constexpr Range kNoWidth[]{
    {0x0300, 0x036f}, {0x1160, 0x11ff}, {0x200b, 0x200f}, {0x20d0, 0x20ff}, {0xfe00, 0xfe0f}};

template <std::size_t N>
bool within(const Range (&ranges)[N], char32_t character)
{
    return std::any_of(std::begin(ranges), std::end(ranges), [character](const Range& range) {
        return character >= range.first && character <= range.last;
    });
}

/// Takes one character off the front of `text`, which is valid UTF-8 by the codec's word.
char32_t take(std::string_view& text)
{
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    char32_t character = length == 1 ? lead : lead & (0x7fu >> length);
    for (std::size_t i = 1; i < length && i < text.size(); ++i)
        character = (character << 6) | (static_cast<unsigned char>(text[i]) & 0x3fu);
    text.remove_prefix(std::min(length, text.size()));
    return character;
}

std::string padded(const std::string& text, std::size_t width, Align align)
{
    const std::string blanks(width - std::min(width, displayWidth(text)), ' ');
    return align == Align::Left ? text + blanks : blanks + text;
}

void endLine(std::string& text)
{
    text.erase(text.find_last_not_of(' ') + 1);
    text += '\n';
}

} // namespace

std::size_t displayWidth(std::string_view text)
{
    std::size_t width = 0;
    while (!text.empty()) {
        const char32_t character = take(text);
        if (!within(kNoWidth, character))
            width += within(kWide, character) ? 2 : 1;
    }
    return width;
}

std::string printable(std::string_view text)
{
    std::string shown;
    while (!text.empty()) {
        const std::string_view rest = text;
        const char32_t character = take(text);
        if (character < 0x20 || (character >= 0x7f && character < 0xa0))
            shown += '?';
        else
            shown.append(rest.substr(0, rest.size() - text.size()));
    }
    return shown;
}

TextTable::TextTable(std::vector<Column> columns) : m_columns{std::move(columns)} {}

void TextTable::add(std::vector<std::string> cells)
{
    assert(cells.size() == m_columns.size());
    for (std::string& cell : cells)
        cell = printable(cell);
    m_rows.push_back(std::move(cells));
}

std::string TextTable::text() const
{
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        std::size_t width = displayWidth(m_columns[i].heading);
        for (const auto& row : m_rows)
            width = std::max(width, displayWidth(row[i]));
        widths.push_back(width);
    }
    std::string text;
    const auto addLine = [&](const auto& cellOf) {
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            if (i > 0)
                text += kGap;
            text += padded(cellOf(i), widths[i], m_columns[i].align);
        }
        endLine(text);
    };
    addLine([this](std::size_t i) { return m_columns[i].heading; });
    for (const auto& row : m_rows)
        addLine([&row](std::size_t i) { return row[i]; });
    return text;
}

void FactList::add(std::string name, std::string value)
{
    m_facts.emplace_back(std::move(name), printable(value));
}

std::string FactList::text() const
{
    std::size_t width = 0;
    for (const auto& [name, value] : m_facts)
        width = std::max(width, displayWidth(name));
    std::string text;
    for (const auto& [name, value] : m_facts) {
        text += padded(name, width, Align::Left);
        text += kGap;
        text += value;
        endLine(text);
    }
    return text;
}

} // namespace coffee::ctl
