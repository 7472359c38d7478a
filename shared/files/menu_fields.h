// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/files/menu_file.h"

#include <toml++/toml.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The small part of `menu_reader.cpp` that knows TOML's kinds; not for programs.
namespace coffee::menufile {

struct Place {
    std::int64_t line{1};
    std::int64_t column{1};
};

[[nodiscard]] Place placeOf(const toml::source_region& region);

/// Every mistake so far; after `kMistakesMax` it only counts.
class Mistakes {
public:
    void add(Place place, std::string what, std::string expected);
    [[nodiscard]] bool empty() const { return m_mistakes.empty(); }
    /// In the order of the text.
    [[nodiscard]] std::vector<MenuMistake> sorted() &&;

private:
    std::vector<MenuMistake> m_mistakes;
};

/// An id with the place where it stands, for checks that come later.
struct PlacedId {
    std::string id;
    Place place;
};

/// Reads the keys of one table and says what is missing, wrong or unknown. Every answer is usable
/// after a mistake, so that reading goes on.
class Fields {
public:
    /// `what` names the table in sentences: `item "latte"`.
    Fields(const toml::table& table, std::string what, Mistakes& mistakes);

    /// For sentences, once the id is known.
    void rename(std::string what) { m_what = std::move(what); }
    [[nodiscard]] const std::string& what() const { return m_what; }
    [[nodiscard]] Place place() const;
    /// The place of a key's value, or of the table when there is no such key.
    [[nodiscard]] Place placeOfValue(std::string_view key) const;

    std::string id(std::string_view key);
    std::optional<std::string> optionalId(std::string_view key);
    LocalText localText(std::string_view key, std::size_t charactersMax);
    /// Empty when there is no such key.
    std::string optionalText(std::string_view key, std::size_t charactersMax);
    LocalText optionalLocalText(std::string_view key, std::size_t charactersMax);
    /// A 사업자등록번호 with its check digit, or empty when there is no such key.
    std::string businessNumber(std::string_view key);
    /// `"07:00-11:00"`, `"mon-fri 07:00-11:00"` or `"월,수 07:00-11:00"`; always when there is no
    /// such key.
    SaleHours hours(std::string_view key);
    std::int64_t integer(std::string_view key, std::int64_t min, std::int64_t max,
                         std::optional<std::int64_t> absent);
    Money money(std::string_view key, std::int64_t min, std::int64_t max,
                std::optional<std::int64_t> absent);
    bool flag(std::string_view key, bool absent);
    /// One of `words`; the index of it.
    std::size_t word(std::string_view key, const std::vector<std::string_view>& words,
                     std::optional<std::size_t> absent);
    /// A list of ids that may be absent, without doubles.
    std::vector<PlacedId> ids(std::string_view key, std::size_t countMax);
    /// The tables of a list that must be there and not be empty.
    std::vector<const toml::table*> tables(std::string_view key, std::string_view written,
                                           std::size_t countMax, bool required);
    const toml::table* table(std::string_view key, bool required);

    /// Says which keys nobody asked for.
    void refuseOtherKeys();

private:
    const toml::node* take(std::string_view key, bool required, std::string_view expected);
    void wrongKind(std::string_view key, const toml::node& node, std::string expected);
    std::string text(std::string_view key, std::size_t charactersMax);
    bool isGoodId(std::string_view key, const std::string& value, Place place);

    const toml::table& m_table;
    std::string m_what;
    Mistakes& m_mistakes;
    std::vector<std::string_view> m_known;
};

} // namespace coffee::menufile
