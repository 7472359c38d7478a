// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>

namespace coffee::protocol {

/// Appends JSON text. Callers keep to the grammar; commas are put where they belong.
class JsonWriter {
public:
    void beginObject() { open('{'); }
    void endObject() { close('}'); }
    void beginArray() { open('['); }
    void endArray() { close(']'); }

    void key(std::string_view name)
    {
        comma();
        quoted(name);
        m_text += ':';
        m_first = true;
    }
    void text(std::string_view value)
    {
        comma();
        quoted(value);
    }
    void integer(std::int64_t value)
    {
        comma();
        char digits[24];
        const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
        m_text.append(digits, end);
    }
    void flag(bool value)
    {
        comma();
        m_text += value ? "true" : "false";
    }
    /// JSON that was written before.
    void raw(std::string_view json)
    {
        comma();
        m_text += json;
    }

    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    void comma()
    {
        if (!m_first)
            m_text += ',';
        m_first = false;
    }
    void open(char bracket)
    {
        comma();
        m_text += bracket;
        m_first = true;
    }
    void close(char bracket)
    {
        m_text += bracket;
        m_first = false;
    }
    void quoted(std::string_view value)
    {
        m_text += '"';
        const auto isPlain = [](char c) {
            return c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20;
        };
        if (std::all_of(value.begin(), value.end(), isPlain)) {
            m_text += value;
            m_text += '"';
            return;
        }
        for (const char c : value) {
            if (c == '"' || c == '\\') {
                m_text += '\\';
                m_text += c;
            } else if (static_cast<unsigned char>(c) < 0x20) {
                static constexpr char kHex[] = "0123456789abcdef";
                m_text += "\\u00";
                m_text += kHex[(c >> 4) & 1];
                m_text += kHex[c & 15];
            } else {
                m_text += c;
            }
        }
        m_text += '"';
    }

    std::string m_text;
    bool m_first{true};
};

} // namespace coffee::protocol
