// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/terminal_sim/json_writer.h"

namespace coffee::terminal {

namespace {

void appendQuoted(std::string& to, std::string_view text)
{
    constexpr std::string_view kHex = "0123456789abcdef";
    to += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            to += '\\';
            to += c;
        } else if (byte < 0x20) {
            to += "\\u00";
            to += kHex[byte >> 4];
            to += kHex[byte & 0x0F];
        } else {
            to += c;
        }
    }
    to += '"';
}

} // namespace

JsonWriter& JsonWriter::text(std::string_view name, std::string_view value)
{
    begin(name);
    appendQuoted(m_fields, value);
    return *this;
}

JsonWriter& JsonWriter::number(std::string_view name, std::int64_t value)
{
    begin(name);
    m_fields += std::to_string(value);
    return *this;
}

JsonWriter& JsonWriter::yesOrNo(std::string_view name, bool value)
{
    begin(name);
    m_fields += value ? "true" : "false";
    return *this;
}

JsonWriter& JsonWriter::raw(std::string_view name, std::string_view json)
{
    begin(name);
    m_fields += json;
    return *this;
}

void JsonWriter::begin(std::string_view name)
{
    if (!m_fields.empty())
        m_fields += ',';
    appendQuoted(m_fields, name);
    m_fields += ':';
}

} // namespace coffee::terminal
