// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/words.h"
#include "shared/protocol/json_writer.h"
#include "shared/protocol/limits.h"

#include <simdjson.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

/// The strict reader and its mirror, the field writer. Only codec*.cpp files include this: one
/// `describe(f, value)` per type says its keys, kinds and ranges for both directions.
namespace coffee::protocol {

struct TextRange {
    std::size_t min{0};
    std::size_t max{200};
};

inline constexpr TextRange kWordText{1, 64};
inline constexpr TextRange kWordOrNone{0, 64};
inline constexpr TextRange kShortText{0, 240};
inline constexpr TextRange kLongText{0, 1000};

/// The first mistake in a document, with the path to it.
class Complaint {
public:
    void say(const std::string& path, std::string_view what)
    {
        if (m_text.empty())
            m_text = (path.empty() ? std::string{"message"} : path) + ": " + std::string{what};
    }
    [[nodiscard]] bool any() const { return !m_text.empty(); }
    [[nodiscard]] const std::string& text() const { return m_text; }

private:
    std::string m_text;
};

class FieldWriter {
public:
    template <class T>
    using Ref = const T&;
    static constexpr bool kReading = false;

    explicit FieldWriter(JsonWriter& out) : m_out{out} {}

    void text(std::string_view key, const std::string& value, TextRange)
    {
        m_out.key(key);
        m_out.text(value);
    }
    /// A key that is there only with words in it.
    void textIfAny(std::string_view key, const std::string& value, TextRange range)
    {
        if (!value.empty())
            text(key, value, range);
    }
    template <class Int>
    void integer(std::string_view key, const Int& value, std::int64_t, std::int64_t)
    {
        m_out.key(key);
        m_out.integer(value);
    }
    /// A key that is there only when it is above 0.
    template <class Int>
    void integerIfAny(std::string_view key, const Int& value, std::int64_t max)
    {
        if (value > 0)
            integer(key, value, 1, max);
    }
    void flag(std::string_view key, const bool& value)
    {
        m_out.key(key);
        m_out.flag(value);
    }
    void money(std::string_view key, const Money& value)
    {
        m_out.key(key);
        m_out.integer(value.won());
    }
    void time(std::string_view key, const ShopTime& value)
    {
        m_out.key(key);
        m_out.integer(toMs(value));
    }
    template <class Tag>
    void name(std::string_view key, const Name<Tag>& value)
    {
        text(key, value.value, kWordText);
    }
    template <class E>
    void oneOf(std::string_view key, const E& value)
    {
        m_out.key(key);
        m_out.text(word(value));
    }
    template <class T>
    void object(std::string_view key, const T& value)
    {
        m_out.key(key);
        whole(value);
    }
    /// A key that is there only with something in it.
    template <class T>
    void objectIfAny(std::string_view key, const T& value)
    {
        if (value != T{})
            object(key, value);
    }
    /// A key that is there only when it is true.
    void flagIfAny(std::string_view key, const bool& value)
    {
        if (value)
            flag(key, value);
    }
    template <class T>
    void list(std::string_view key, const std::vector<T>& values, std::size_t)
    {
        m_out.key(key);
        m_out.beginArray();
        for (const T& value : values)
            element(value);
        m_out.endArray();
    }
    template <class T>
    void whole(const T& value)
    {
        m_out.beginObject();
        describe(*this, value);
        m_out.endObject();
    }

private:
    void element(const std::string& value) { m_out.text(value); }
    template <class T>
    void element(const T& value)
    {
        if constexpr (std::is_enum_v<T>)
            m_out.text(word(value));
        else if constexpr (std::is_integral_v<T>)
            m_out.integer(value);
        else
            whole(value);
    }

    JsonWriter& m_out;
};

/// Where in a document something stands. Text is made of it only when there is a mistake: thousands
/// of values are read of which none has one. What it stands in must outlive it.
class Place {
public:
    /// The document itself.
    Place() = default;
    Place(const char* key) : m_key{key} {}
    Place(const Place& in, std::string_view key) : m_in{&in}, m_key{key} {}
    Place(const Place& in, std::size_t index) : m_in{&in}, m_index{index} {}

    /// "orders[3].lines[0].item"
    [[nodiscard]] std::string text() const
    {
        std::string around = m_in ? m_in->text() : std::string{};
        if (m_index)
            return around + "[" + std::to_string(*m_index) + "]";
        return around.empty() ? std::string{m_key} : around + "." + std::string{m_key};
    }

private:
    const Place* m_in{nullptr};
    std::string_view m_key;
    std::optional<std::size_t> m_index;
};

class FieldReader {
public:
    template <class T>
    using Ref = T&;
    static constexpr bool kReading = true;

    FieldReader(simdjson::dom::object object, const Place& place, Complaint& complaint)
        : m_object{object}, m_place{place}, m_complaint{complaint}
    {
        m_asked.reserve(kKeysUsually);
    }

    /// What is not there is empty; what is there has words in it.
    void textIfAny(std::string_view key, std::string& value, TextRange range)
    {
        value.clear();
        if (simdjson::dom::element element; !m_object.at_key(key).get(element))
            text(key, value, {1, range.max});
    }
    void text(std::string_view key, std::string& value, TextRange range)
    {
        simdjson::dom::element element;
        if (find(key, element))
            readText(element, pathOf(key), value, range);
    }
    template <class Int>
    void integer(std::string_view key, Int& value, std::int64_t min, std::int64_t max)
    {
        simdjson::dom::element element;
        if (find(key, element))
            readInteger(element, pathOf(key), value, min, max);
    }
    template <class Int>
    void integerIfAny(std::string_view key, Int& value, std::int64_t max)
    {
        value = 0;
        if (simdjson::dom::element element; !m_object.at_key(key).get(element))
            integer(key, value, 1, max);
    }
    void flag(std::string_view key, bool& value)
    {
        simdjson::dom::element element;
        if (find(key, element) && element.get(value))
            m_complaint.say(pathOf(key).text(), "expected true or false");
    }
    void money(std::string_view key, Money& value)
    {
        std::int64_t won = 0;
        integer(key, won, -Money::kWonMax, Money::kWonMax);
        value = Money::fromWon(won);
    }
    void time(std::string_view key, ShopTime& value)
    {
        std::int64_t ms = 0;
        integer(key, ms, 0, kTimeMax);
        value = fromMs(ms);
    }
    template <class Tag>
    void name(std::string_view key, Name<Tag>& value)
    {
        text(key, value.value, kWordText);
    }
    template <class E>
    void oneOf(std::string_view key, E& value)
    {
        simdjson::dom::element element;
        if (find(key, element))
            readWord(element, pathOf(key), value);
    }
    template <class T>
    void object(std::string_view key, T& value)
    {
        simdjson::dom::element element;
        if (find(key, element))
            readObject(element, pathOf(key), value);
    }
    template <class T>
    void objectIfAny(std::string_view key, T& value)
    {
        value = {};
        if (simdjson::dom::element element; !m_object.at_key(key).get(element))
            object(key, value);
    }
    void flagIfAny(std::string_view key, bool& value)
    {
        value = false;
        if (simdjson::dom::element element; !m_object.at_key(key).get(element))
            flag(key, value);
    }
    template <class T>
    void list(std::string_view key, std::vector<T>& values, std::size_t max)
    {
        simdjson::dom::element element;
        if (!find(key, element))
            return;
        simdjson::dom::array array;
        if (element.get(array)) {
            m_complaint.say(pathOf(key).text(), "expected a list");
            return;
        }
        values.clear();
        const Place place = pathOf(key);
        for (const simdjson::dom::element one : array) {
            if (values.size() == max) {
                m_complaint.say(pathOf(key).text(), "at most " + std::to_string(max) + " entries");
                return;
            }
            const std::size_t index = values.size();
            readElement(one, Place{place, index}, values.emplace_back());
            if (m_complaint.any())
                return;
        }
    }
    /// For a key whose kind depends on another one.
    [[nodiscard]] std::optional<simdjson::dom::element> any(std::string_view key)
    {
        simdjson::dom::element element;
        if (find(key, element))
            return element;
        return std::nullopt;
    }
    template <class T>
    void readObject(simdjson::dom::element element, const Place& path, T& value)
    {
        simdjson::dom::object inner;
        if (element.get(inner)) {
            m_complaint.say(path.text(), "expected an object");
            return;
        }
        FieldReader reader{inner, path, m_complaint};
        describe(reader, value);
        reader.finish();
    }
    void say(std::string_view key, std::string_view what)
    {
        m_complaint.say(pathOf(key).text(), what);
    }
    [[nodiscard]] Place pathOf(std::string_view key) const { return {m_place, key}; }
    [[nodiscard]] bool failed() const { return m_complaint.any(); }

    /// Every key of the object was asked for once; anything else in it is a mistake.
    void finish()
    {
        if (m_complaint.any())
            return;
        std::size_t present = 0;
        for ([[maybe_unused]] const auto field : m_object)
            ++present;
        if (present == m_asked.size())
            return;
        std::map<std::string_view, int> seen;
        for (const auto field : m_object) {
            if (std::find(m_asked.begin(), m_asked.end(), field.key) == m_asked.end())
                m_complaint.say(pathOf(field.key).text(), "unknown key");
            if (++seen[field.key] > 1)
                m_complaint.say(pathOf(field.key).text(), "the key is there twice");
        }
    }

private:
    static constexpr std::size_t kKeysUsually = 16;
    static constexpr std::int64_t kTimeMax = 253'402'300'799'999; // the end of the year 9999

    bool find(std::string_view key, simdjson::dom::element& element)
    {
        if (m_complaint.any())
            return false;
        m_asked.push_back(key);
        if (m_object.at_key(key).get(element)) {
            m_complaint.say(pathOf(key).text(), "missing");
            return false;
        }
        return true;
    }
    void readText(simdjson::dom::element element, const Place& path, std::string& value,
                  TextRange range)
    {
        std::string_view view;
        if (element.get(view)) {
            m_complaint.say(path.text(), "expected a text");
            return;
        }
        if (view.size() < range.min || view.size() > range.max) {
            m_complaint.say(path.text(), "expected " + std::to_string(range.min) + " to " +
                                             std::to_string(range.max) + " bytes of text");
            return;
        }
        for (const char c : view)
            if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
                m_complaint.say(path.text(), "control characters are not allowed");
                return;
            }
        value.assign(view);
    }
    template <class Int>
    void readInteger(simdjson::dom::element element, const Place& path, Int& value,
                     std::int64_t min, std::int64_t max)
    {
        std::int64_t number = 0;
        if (element.type() != simdjson::dom::element_type::INT64 || element.get(number)) {
            m_complaint.say(path.text(), "expected a whole number");
            return;
        }
        if (number < min || number > max || !std::in_range<Int>(number)) {
            m_complaint.say(path.text(), "expected a number from " + std::to_string(min) + " to " +
                                             std::to_string(max));
            return;
        }
        value = static_cast<Int>(number);
    }
    template <class E>
    void readWord(simdjson::dom::element element, const Place& path, E& value)
    {
        std::string_view view;
        if (!element.get(view))
            if (const auto known = fromWord<E>(view)) {
                value = *known;
                return;
            }
        std::string expected = "expected one of";
        for (const auto& row : Words<E>::table)
            expected += " " + std::string{row.second};
        m_complaint.say(path.text(), expected);
    }
    void readElement(simdjson::dom::element element, const Place& path, std::string& value)
    {
        readText(element, path, value, kWordText);
    }
    template <class T>
    void readElement(simdjson::dom::element element, const Place& path, T& value)
    {
        if constexpr (std::is_enum_v<T>)
            readWord(element, path, value);
        else if constexpr (std::is_integral_v<T>)
            readInteger(element, path, value, 0, std::int64_t{1} << 52);
        else
            readObject(element, path, value);
    }

    simdjson::dom::object m_object;
    Place m_place;
    Complaint& m_complaint;
    std::vector<std::string_view> m_asked;
};

/// Parses bytes into one JSON object that belongs to this thread's parser: it is valid until the
/// next call on the same thread. Says what is wrong in `complaint`.
[[nodiscard]] std::optional<simdjson::dom::object>
openDocument(std::string_view bytes, std::size_t bytesMax, Complaint& complaint);

/// Reads one described value out of bytes.
template <class T>
[[nodiscard]] bool readWhole(std::string_view bytes, std::size_t bytesMax, T& value,
                             Complaint& complaint)
{
    const auto object = openDocument(bytes, bytesMax, complaint);
    if (!object)
        return false;
    FieldReader reader{*object, {}, complaint};
    describe(reader, value);
    reader.finish();
    return !complaint.any();
}

template <class T>
[[nodiscard]] std::string writeWhole(const T& value)
{
    JsonWriter out;
    FieldWriter writer{out};
    writer.whole(value);
    return out.take();
}

} // namespace coffee::protocol
