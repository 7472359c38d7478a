// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstring>
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
        if (isPlain(value)) {
            const std::size_t at = m_text.size();
            m_text.resize(at + value.size() + 2);
            m_text[at] = '"';
            value.copy(m_text.data() + at + 1, value.size());
            m_text.back() = '"';
            return;
        }
        m_text += '"';
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

    /// Nothing in it has to be escaped. Eight bytes at a time: nearly all text is plain, and the
    /// daemon writes a lot of it.
    [[nodiscard]] static bool isPlain(std::string_view value)
    {
        constexpr std::uint64_t kOnes = ~std::uint64_t{0} / 255;
        constexpr std::uint64_t kHighs = kOnes * 0x80;
        const auto below = [](std::uint64_t bytes, std::uint64_t bound) {
            return (bytes - kOnes * bound) & ~bytes & kHighs;
        };
        std::size_t at = 0;
        for (; at + sizeof(std::uint64_t) <= value.size(); at += sizeof(std::uint64_t)) {
            std::uint64_t bytes = 0;
            std::memcpy(&bytes, value.data() + at, sizeof bytes);
            if ((below(bytes, 0x20) | below(bytes ^ (kOnes * '"'), 1) |
                 below(bytes ^ (kOnes * '\\'), 1)) != 0)
                return false;
        }
        return std::all_of(
            value.begin() + static_cast<std::ptrdiff_t>(at), value.end(),
            [](char c) { return c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20; });
    }

    std::string m_text;
    bool m_first{true};
};

} // namespace coffee::protocol
