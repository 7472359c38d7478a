// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace coffee::protocol {

/// Appends JSON text. Callers keep to the grammar; commas are put where they belong. Several
/// hundred texts are written for an order, so each is written once, into room that is there
/// already.
class JsonWriter {
public:
    void beginObject() { open('{'); }
    void endObject() { close('}'); }
    void beginArray() { open('['); }
    void endArray() { close(']'); }

    void key(std::string_view name)
    {
        quoted(name);
        put(':');
        m_first = true;
    }
    void text(std::string_view value) { quoted(value); }
    void integer(std::int64_t value)
    {
        constexpr std::size_t kDigitsMost = 24;
        reserve(kDigitsMost + kPunctuationMost);
        comma();
        char* const at = m_text.data() + m_size;
        m_size += static_cast<std::size_t>(std::to_chars(at, at + kDigitsMost, value).ptr - at);
    }
    void flag(bool value) { raw(value ? "true" : "false"); }
    /// JSON that was written before.
    void raw(std::string_view json)
    {
        reserve(json.size() + kPunctuationMost);
        comma();
        append(json);
    }

    /// All of it; the writer is empty then.
    [[nodiscard]] std::string take()
    {
        m_first = true;
        m_text.resize(std::exchange(m_size, 0));
        return std::exchange(m_text, {});
    }

private:
    /// Beside a text: a comma, its quotes, a colon.
    static constexpr std::size_t kPunctuationMost = 4;
    static constexpr std::size_t kFirstRoom = 512;
    /// Of a character that has to be escaped: \u001f.
    static constexpr std::size_t kEscapeMost = 6;

    void reserve(std::size_t more)
    {
        if (m_text.size() - m_size < more)
            m_text.resize(std::max({kFirstRoom, 2 * m_text.size(), m_size + more}));
    }
    // These write into room that was reserved.
    void put(char c) { m_text[m_size++] = c; }
    void append(std::string_view bytes)
    {
        bytes.copy(m_text.data() + m_size, bytes.size());
        m_size += bytes.size();
    }
    void comma()
    {
        if (!m_first)
            put(',');
        m_first = false;
    }

    void open(char bracket)
    {
        reserve(kPunctuationMost);
        comma();
        put(bracket);
        m_first = true;
    }
    void close(char bracket)
    {
        reserve(kPunctuationMost);
        put(bracket);
        m_first = false;
    }
    void quoted(std::string_view value)
    {
        const bool plain = isPlain(value);
        reserve(value.size() * (plain ? 1 : kEscapeMost) + kPunctuationMost);
        comma();
        put('"');
        if (plain)
            append(value);
        else
            std::for_each(value.begin(), value.end(), [this](char c) { escaped(c); });
        put('"');
    }
    void escaped(char c)
    {
        if (c == '"' || c == '\\') {
            put('\\');
            put(c);
        } else if (static_cast<unsigned char>(c) < 0x20) {
            static constexpr char kHex[] = "0123456789abcdef";
            append("\\u00");
            put(kHex[(c >> 4) & 1]);
            put(kHex[c & 15]);
        } else {
            put(c);
        }
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

    std::string m_text;    ///< its size is the room, not the text
    std::size_t m_size{0}; ///< of the text
    bool m_first{true};
};

} // namespace coffee::protocol
