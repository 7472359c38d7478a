// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace coffee::terminal {

/// Writes one flat JSON object, field by field, in the order of the calls.
class JsonWriter final {
public:
    JsonWriter& text(std::string_view name, std::string_view value);
    JsonWriter& number(std::string_view name, std::int64_t value);
    JsonWriter& yesOrNo(std::string_view name, bool value);
    /// `json` is a whole JSON value.
    JsonWriter& raw(std::string_view name, std::string_view json);
    [[nodiscard]] std::string object() const { return "{" + m_fields + "}"; }

private:
    void begin(std::string_view name);

    std::string m_fields;
};

} // namespace coffee::terminal
