// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/files/option_reading.h"

namespace coffee {
namespace {

constexpr std::string_view kNo = "no-";

/// `--name=value` taken apart.
struct Switch {
    std::string name;
    std::optional<std::string> value;
};

Switch takenApart(const std::string& word)
{
    const std::size_t equals = word.find('=');
    if (equals == std::string::npos)
        return {word.substr(2), std::nullopt};
    return {word.substr(2, equals - 2), word.substr(equals + 1)};
}

class Reading {
public:
    Reading(const std::vector<ProgramOption>& options, const std::vector<std::string>& words)
        : m_options{options}, m_words{words}
    {
    }

    Result<CommandLine, std::string> run()
    {
        for (; m_at < m_words.size(); ++m_at) {
            const std::string& word = m_words[m_at];
            if (word == "--") {
                m_line.words.insert(m_line.words.end(),
                                    m_words.begin() + static_cast<std::ptrdiff_t>(m_at) + 1,
                                    m_words.end());
                break;
            }
            if (word.size() < 2 || word[0] != '-') {
                m_line.words.push_back(word);
                continue;
            }
            if (const auto taken = take(word); !taken)
                return Failure{taken.error()};
        }
        return std::move(m_line);
    }

private:
    Result<Done, std::string> take(const std::string& word)
    {
        if (word == "--help" || word == "-h")
            m_line.help = true;
        else if (word == "--version")
            m_line.version = true;
        else if (word.starts_with("--"))
            return takeSwitch(takenApart(word));
        else
            return Failure{word + ": there is no such switch; --help lists them"};
        return Done{};
    }

    Result<Done, std::string> takeSwitch(const Switch& given)
    {
        const std::string shown = "--" + given.name;
        if (given.name == "config")
            return takeFile(given);
        const ProgramOption* option = findOption(m_options, given.name);
        if (!option && given.name.starts_with(kNo)) {
            const ProgramOption* flag = findOption(m_options, given.name.substr(kNo.size()));
            if (flag && flag->kind == OptionKind::Flag && !given.value)
                return keep(*flag, "false", shown);
        }
        if (!option) {
            const std::string closest = closestName(m_options, given.name, "--");
            return Failure{shown + ": there is no such switch" +
                           (closest.empty() ? "; --help lists them" : closest)};
        }
        if (option->kind == OptionKind::Flag) {
            if (given.value)
                return Failure{shown + ": this switch takes no value; expected " + shown +
                               " or --no-" + given.name};
            return keep(*option, "true", shown);
        }
        const auto value = valueOf(given, expectedForm(*option));
        if (!value)
            return Failure{value.error()};
        return keep(*option, *value, shown);
    }

    Result<Done, std::string> takeFile(const Switch& given)
    {
        const auto value = valueOf(given, "the name of a file");
        if (!value)
            return Failure{value.error()};
        if (m_line.file)
            return Failure{std::string{"--config: given twice; expected it once"}};
        m_line.file = *value;
        return Done{};
    }

    /// The value behind `=`, or the next word unless that is a switch itself.
    Result<std::string, std::string> valueOf(const Switch& given, const std::string& expected)
    {
        if (given.value)
            return *given.value;
        if (m_at + 1 >= m_words.size() || m_words[m_at + 1].starts_with("--"))
            return Failure{"--" + given.name + ": the value is missing; expected " + expected};
        return m_words[++m_at];
    }

    Result<Done, std::string> keep(const ProgramOption& option, const std::string& text,
                                   const std::string& shown)
    {
        auto value = parseOption(option, text);
        if (!value)
            return Failure{shown + ": " + value.error()};
        value->origin = "--" + option.name;
        if (!m_line.values.try_emplace(option.name, std::move(*value)).second)
            return Failure{shown + ": given twice; expected it once"};
        return Done{};
    }

    const std::vector<ProgramOption>& m_options;
    const std::vector<std::string>& m_words;
    std::size_t m_at{0};
    CommandLine m_line;
};

} // namespace

Result<CommandLine, std::string> readCommandLine(const std::vector<ProgramOption>& options,
                                                 const std::vector<std::string>& words)
{
    return Reading{options, words}.run();
}

} // namespace coffee
