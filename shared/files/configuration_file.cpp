// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/files/option_reading.h"
#include "shared/files/text_file.h"

#include <toml++/toml.h>

#include <algorithm>
#include <sstream>

namespace coffee {
namespace {

class FileReading {
public:
    FileReading(const std::vector<ProgramOption>& options, const std::filesystem::path& file)
        : m_options{options}, m_file{file}
    {
    }

    Result<OptionValues, std::string> run(const std::string& text)
    {
        try {
            const toml::table table = toml::parse(text);
            if (const auto taken = takeTable(table, {}); !taken)
                return Failure{taken.error()};
        } catch (const toml::parse_error& error) {
            return Failure{place(error.source()) +
                           "this is not TOML: " + std::string{error.description()}};
        }
        return std::move(m_values);
    }

private:
    [[nodiscard]] std::string place(const toml::source_region& region) const
    {
        std::ostringstream out;
        out << m_file.string() << ':' << region.begin.line << ':' << region.begin.column << ": ";
        return out.str();
    }

    /// `[cancel] customer_until` is the switch `--cancel-customer-until`.
    Result<Done, std::string> takeTable(const toml::table& table, const std::string& section)
    {
        for (const auto& [key, node] : table) {
            std::string part{key.str()};
            std::replace(part.begin(), part.end(), '_', '-');
            const std::string name = section.empty() ? part : section + '-' + part;
            const auto taken = node.is_table() && !findOption(m_options, name)
                                   ? takeSection(key, *node.as_table(), name)
                                   : takeValue(key, node, name);
            if (!taken)
                return taken;
        }
        return Done{};
    }

    Result<Done, std::string> takeSection(const toml::key& key, const toml::table& table,
                                          const std::string& name)
    {
        const bool known = std::any_of(m_options.begin(), m_options.end(),
                                       [prefix = name + '-'](const ProgramOption& option) {
                                           return option.name.starts_with(prefix);
                                       });
        if (!known)
            return Failure{place(key.source()) + "there is no section [" + std::string{key.str()} +
                           "]; --help lists the settings"};
        return takeTable(table, name);
    }

    Result<Done, std::string> takeValue(const toml::key& key, const toml::node& node,
                                        const std::string& name)
    {
        const std::string shown{key.str()};
        const ProgramOption* option = findOption(m_options, name);
        if (!option) {
            std::string closest = closestName(m_options, name, "");
            std::replace(closest.begin(), closest.end(), '-', '_');
            return Failure{place(key.source()) + "there is no setting " + shown +
                           (closest.empty() ? "; --help lists the settings" : closest)};
        }
        const auto text = written(*option, node);
        if (!text)
            return Failure{place(node.source()) + shown + ": this is " + kindName(node) +
                           "; expected " + expectedForm(*option) + text.error()};
        auto value = parseOption(*option, *text);
        if (!value)
            return Failure{place(node.source()) + shown + ": " + value.error()};
        if (option->kind == OptionKind::Path)
            value->text = (m_file.parent_path() / value->text).lexically_normal().string();
        value->origin = place(key.source()) + shown;
        if (!m_values.try_emplace(name, std::move(*value)).second)
            return Failure{place(key.source()) + shown + ": given twice; expected it once"};
        return Done{};
    }

    /// The value as it would stand on the command line. Numbers and flags stand without quotes in
    /// the file, everything else with.
    static Result<std::string, std::string> written(const ProgramOption& option,
                                                    const toml::node& node)
    {
        if (option.kind == OptionKind::Integer) {
            if (const auto* number = node.as_integer())
                return std::to_string(number->get());
            return Failure{std::string{node.is_string() ? ", without quotes" : ""}};
        }
        if (option.kind == OptionKind::Flag) {
            if (const auto* flag = node.as_boolean())
                return std::string{flag->get() ? "true" : "false"};
            return Failure{std::string{node.is_string() ? ", without quotes" : ""}};
        }
        if (const auto* text = node.as_string())
            return text->get();
        return Failure{std::string{", in quotes"}};
    }

    static std::string kindName(const toml::node& node)
    {
        if (node.is_string())
            return "a text";
        if (node.is_integer())
            return "a whole number";
        if (node.is_floating_point())
            return "a number with a point";
        if (node.is_boolean())
            return "true or false";
        if (node.is_array())
            return "a list";
        if (node.is_table())
            return "a section";
        return "a date or time";
    }

    const std::vector<ProgramOption>& m_options;
    const std::filesystem::path& m_file;
    OptionValues m_values;
};

} // namespace

Result<OptionValues, std::string> readConfigurationFile(const std::vector<ProgramOption>& options,
                                                        const std::filesystem::path& file)
{
    const auto text = readTextFile(file);
    if (!text)
        return Failure{file.string() + ": " + text.error()};
    return readConfigurationText(options, *text, file);
}

Result<OptionValues, std::string> readConfigurationText(const std::vector<ProgramOption>& options,
                                                        const std::string& text,
                                                        const std::filesystem::path& file)
{
    return FileReading{options, file}.run(text);
}

} // namespace coffee
