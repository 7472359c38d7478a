// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Plain text for a terminal, in columns that line up.
namespace coffee::ctl {

/// How many columns a terminal gives to `text` (UTF-8): two to a Hangul syllable or another wide
/// character, none to a combining one.
[[nodiscard]] std::size_t displayWidth(std::string_view text);

/// `text` without what could move a terminal's cursor: control characters become a `?`.
[[nodiscard]] std::string printable(std::string_view text);

enum class Align { Left, Right };

/// Rows of cells under a line of headings. Cells are made printable.
class TextTable {
public:
    struct Column {
        std::string heading;
        Align align{Align::Left};
    };

    explicit TextTable(std::vector<Column> columns);

    /// As many cells as there are columns.
    void add(std::vector<std::string> cells);
    [[nodiscard]] bool empty() const { return m_rows.empty(); }
    /// Each line ends with a line feed and carries no blanks at its end.
    [[nodiscard]] std::string text() const;

private:
    std::vector<Column> m_columns;
    std::vector<std::vector<std::string>> m_rows;
};

/// Names on the left, values on the right, for a single thing.
class FactList {
public:
    void add(std::string name, std::string value);
    [[nodiscard]] std::string text() const;

private:
    std::vector<std::pair<std::string, std::string>> m_facts;
};

} // namespace coffee::ctl
