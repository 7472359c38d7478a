// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/files/configuration.h"

#include <cassert>

namespace coffee {

const Configuration::Entry& Configuration::entry(std::string_view name) const
{
    const auto found = m_entries.find(name);
    assert(found != m_entries.end());
    return found->second;
}

const OptionValue& Configuration::value(std::string_view name, OptionKind kind) const
{
    const Entry& one = entry(name);
    assert(one.kind == kind);
    static_cast<void>(kind);
    return one.value;
}

const std::string& Configuration::text(std::string_view name) const
{
    const Entry& one = entry(name);
    assert(one.kind == OptionKind::Text || one.kind == OptionKind::Choice ||
           one.kind == OptionKind::Endpoint);
    return one.value.text;
}

std::int64_t Configuration::integer(std::string_view name) const
{
    return value(name, OptionKind::Integer).first;
}

std::chrono::milliseconds Configuration::duration(std::string_view name) const
{
    return std::chrono::milliseconds{value(name, OptionKind::Duration).first};
}

std::pair<std::int64_t, std::int64_t> Configuration::pair(std::string_view name) const
{
    const OptionValue& both = value(name, OptionKind::Pair);
    return {both.first, both.second};
}

std::filesystem::path Configuration::path(std::string_view name) const
{
    return value(name, OptionKind::Path).text;
}

bool Configuration::flag(std::string_view name) const
{
    return value(name, OptionKind::Flag).first != 0;
}

bool Configuration::isSet(std::string_view name) const
{
    return !entry(name).value.text.empty();
}

bool Configuration::isGiven(std::string_view name) const
{
    return entry(name).value.given;
}

std::string Configuration::origin(std::string_view name) const
{
    return entry(name).value.origin;
}

} // namespace coffee
