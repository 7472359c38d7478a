// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/money.h"

#include <cstddef>
#include <cstdint>
#include <simdjson.h>
#include <string>
#include <string_view>

namespace coffee::daemon {

/// A parsed JSON text and the memory its elements live in.
class JsonDocument final {
public:
    explicit JsonDocument(std::string_view bytes)
    {
        m_isGood = m_parser.parse(bytes.data(), bytes.size()).get(m_root) == simdjson::SUCCESS;
    }
    /// The bytes are one JSON value in UTF-8.
    [[nodiscard]] bool isGood() const { return m_isGood; }
    /// Only of a good document, and only while it lives.
    [[nodiscard]] simdjson::dom::element root() const { return m_root; }

private:
    simdjson::dom::parser m_parser;
    simdjson::dom::element m_root;
    bool m_isGood{false};
};

/// Takes the fields of one object by name, each at most once, and remembers what was asked for in
/// vain. An object is exactly what was expected when every field was found in its kind and range
/// and the object has no more fields than were asked for; a repeated name makes one too many.
///
/// A field that is not there or not right reads as an empty value; look at `areExact` before using
/// any of them. Use it only while its JsonDocument lives.
class JsonFields final {
public:
    explicit JsonFields(simdjson::dom::element element)
    {
        m_isGood = element.get(m_object) == simdjson::SUCCESS;
    }

    [[nodiscard]] std::string text(std::string_view name)
    {
        return std::string{take<std::string_view>(name)};
    }
    [[nodiscard]] std::int64_t number(std::string_view name, std::int64_t least, std::int64_t most)
    {
        const auto found = take<std::int64_t>(name);
        m_isGood = m_isGood && found >= least && found <= most;
        return found;
    }
    [[nodiscard]] Money money(std::string_view name, std::int64_t leastWon)
    {
        return Money::checked(number(name, leastWon, Money::kWonMax)).value_or(Money{});
    }
    [[nodiscard]] bool yesOrNo(std::string_view name) { return take<bool>(name); }
    [[nodiscard]] simdjson::dom::array list(std::string_view name)
    {
        return take<simdjson::dom::array>(name);
    }

    [[nodiscard]] bool has(std::string_view name) const
    {
        return m_isGood && m_object[name].error() == simdjson::SUCCESS;
    }
    [[nodiscard]] bool areExact() const { return m_isGood && m_object.size() == m_asked; }

private:
    template <class Value>
    Value take(std::string_view name)
    {
        Value found{};
        ++m_asked;
        m_isGood = m_isGood && m_object[name].get(found) == simdjson::SUCCESS;
        return found;
    }

    simdjson::dom::object m_object;
    std::size_t m_asked{0};
    bool m_isGood{false};
};

} // namespace coffee::daemon
