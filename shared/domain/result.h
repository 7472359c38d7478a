// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cassert>
#include <utility>
#include <variant>

namespace coffee {

/// Wraps the "no" of a `Result`, so that a value and a refusal of the same type never mix.
template <class E>
struct Failure {
    E error;
};

template <class E>
Failure(E) -> Failure<E>;

/// A value, or a legitimate "no" with its reason. C++20 has no `std::expected`; this is the small
/// part of it that the suite uses. Reading the side that is not there is a programmer's error.
template <class T, class E>
class [[nodiscard]] Result {
public:
    Result(T value) : m_content{std::in_place_index<0>, std::move(value)} {}
    Result(Failure<E> failure) : m_content{std::in_place_index<1>, std::move(failure.error)} {}

    [[nodiscard]] bool ok() const { return m_content.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] const T& value() const&
    {
        assert(ok());
        return *std::get_if<0>(&m_content);
    }
    [[nodiscard]] T& value() &
    {
        assert(ok());
        return *std::get_if<0>(&m_content);
    }
    [[nodiscard]] T&& value() &&
    {
        assert(ok());
        return std::move(*std::get_if<0>(&m_content));
    }
    [[nodiscard]] const E& error() const
    {
        assert(!ok());
        return *std::get_if<1>(&m_content);
    }

    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

private:
    std::variant<T, E> m_content;
};

/// For answers that carry nothing but "it went through".
struct Done {
    friend bool operator==(Done, Done) = default;
};

} // namespace coffee
