// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <type_traits>

namespace coffee::sim {

/// The history of one seed: a hash over every line, and the lines themselves where somebody wants
/// to read them. The same seed gives the same hash on every machine: nothing but values of the
/// simulation may be handed in.
class Trace {
public:
    enum class Keep { HashOnly, LastLines, Print };
    static constexpr std::size_t kLastLines = 40;

    explicit Trace(Keep keep) : m_keep{keep} {}

    template <class... Parts>
    void line(std::chrono::milliseconds at, const Parts&... parts)
    {
        mix(static_cast<std::uint64_t>(at.count()));
        (hash(parts), ...);
        ++m_lines;
        if (m_keep == Keep::HashOnly)
            return;
        std::string text = stamp(at);
        ((text += ' ', append(text, parts)), ...);
        put(std::move(text));
    }

    [[nodiscard]] std::uint64_t hash() const { return m_hash; }
    [[nodiscard]] std::uint64_t lines() const { return m_lines; }
    [[nodiscard]] const std::deque<std::string>& last() const { return m_last; }

private:
    void mix(std::uint64_t value)
    {
        m_hash ^= value;
        m_hash *= 0x9e3779b97f4a7c15ULL;
        m_hash ^= m_hash >> 29;
    }
    template <class T>
    void hash(const T& part)
    {
        if constexpr (std::is_enum_v<T>) {
            mix(static_cast<std::uint64_t>(part));
        } else if constexpr (std::is_integral_v<T>) {
            mix(static_cast<std::uint64_t>(part));
        } else {
            std::uint64_t sum = 14695981039346656037ULL;
            for (const char c : std::string_view{part})
                sum = (sum ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
            mix(sum);
        }
    }
    template <class T>
    static void append(std::string& text, const T& part)
    {
        if constexpr (std::is_enum_v<T>)
            text += std::to_string(static_cast<int>(part));
        else if constexpr (std::is_integral_v<T>)
            text += std::to_string(part);
        else
            text += std::string_view{part};
    }
    static std::string stamp(std::chrono::milliseconds at);
    void put(std::string text);

    Keep m_keep;
    std::uint64_t m_hash{0x5eed};
    std::uint64_t m_lines{0};
    std::deque<std::string> m_last;
};

} // namespace coffee::sim
