// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/protocol/examples.h"

namespace coffee::test {
namespace {

constexpr std::size_t kColumnsMax = 96;

/// Where the value that begins at `begin` ends, in compact JSON.
std::size_t endOfValue(std::string_view json, std::size_t begin)
{
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = begin; i < json.size(); ++i) {
        const char c = json[i];
        if (quoted) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                quoted = false;
            continue;
        }
        if (c == '"')
            quoted = true;
        else if (c == '{' || c == '[')
            ++depth;
        else if (c == '}' || c == ']') {
            if (depth == 0)
                return i;
            --depth;
        } else if (c == ',' && depth == 0)
            return i;
    }
    return json.size();
}

/// One line, with a space after each comma and colon.
std::string spaced(std::string_view json)
{
    std::string text;
    bool quoted = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        text += json[i];
        if (quoted && json[i] == '\\')
            text += json[++i];
        else if (json[i] == '"')
            quoted = !quoted;
        else if (!quoted && (json[i] == ',' || json[i] == ':'))
            text += ' ';
    }
    return text;
}

/// Characters, not bytes: Hangul takes three.
std::size_t columns(std::string_view text)
{
    std::size_t count = 0;
    for (const char c : text)
        count += (static_cast<unsigned char>(c) & 0xc0) != 0x80 ? 1 : 0;
    return count;
}

/// Appends a value that begins at column `before`: on one line where it fits, else its members
/// fill lines that are indented by two more.
void write(std::string& out, std::string_view json, std::size_t indent, std::size_t before)
{
    const std::string line = spaced(json);
    if (before + columns(line) < kColumnsMax || (json.front() != '{' && json.front() != '[')) {
        out += line;
        return;
    }
    out += json.front();
    const std::size_t inner = indent + 2;
    std::size_t used = kColumnsMax; // of the line that is being filled; the first is full
    for (std::size_t at = 1; at + 1 < json.size();) {
        const std::size_t value = json.front() == '{' ? json.find("\":", at) + 2 : at;
        const std::size_t end = endOfValue(json, value);
        const std::string member = spaced(json.substr(at, end - at));
        const bool whole = inner + columns(member) < kColumnsMax;
        if (whole && used + 1 + columns(member) < kColumnsMax) {
            out += ' ';
            used += 1;
        } else {
            out += '\n';
            out.append(inner, ' ');
            used = inner;
        }
        if (whole) {
            out += member;
            used += columns(member) + 1;
        } else {
            const std::string key = spaced(json.substr(at, value - at));
            out += key;
            write(out, json.substr(value, end - value), inner, inner + columns(key));
            used = kColumnsMax;
        }
        if (json[end] == ',')
            out += ',';
        at = end + 1;
    }
    out += '\n';
    out.append(indent, ' ');
    out += json.back();
}

} // namespace

std::string pretty(std::string_view json)
{
    std::string out;
    write(out, json, 0, 0);
    return out;
}

std::string compact(std::string_view json)
{
    std::string text;
    bool quoted = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        if (!quoted && (json[i] == ' ' || json[i] == '\n'))
            continue;
        text += json[i];
        if (quoted && json[i] == '\\')
            text += json[++i];
        else if (json[i] == '"')
            quoted = !quoted;
    }
    return text;
}

std::vector<Example> allExamples()
{
    std::vector<Example> all = requestExamples();
    for (auto* some : {&replyExamples, &refusalExamples, &frameExamples})
        for (Example& example : some())
            all.push_back(std::move(example));
    return all;
}

} // namespace coffee::test
