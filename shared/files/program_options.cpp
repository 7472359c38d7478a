// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/files/configuration.h"
#include "shared/files/endpoint.h"
#include "shared/files/option_reading.h"

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <iostream>
#include <sstream>

namespace coffee {
namespace {

struct Call {
    const ProgramCommand* command{nullptr};
    std::vector<std::string> arguments;
};

std::vector<std::string> splitWords(const std::string& text)
{
    std::istringstream in{text};
    std::vector<std::string> words;
    for (std::string word; in >> word;)
        words.push_back(std::move(word));
    return words;
}

bool isOptional(const std::string& argument)
{
    return argument.starts_with('[');
}

/// The command with the most words that begins `words`.
const ProgramCommand* findCommand(const std::vector<ProgramCommand>& commands,
                                  const std::vector<std::string>& words)
{
    const ProgramCommand* best = nullptr;
    std::size_t bestLength = 0;
    for (const ProgramCommand& command : commands) {
        const std::vector<std::string> own = splitWords(command.words);
        if (own.size() > bestLength && own.size() <= words.size() &&
            std::equal(own.begin(), own.end(), words.begin())) {
            best = &command;
            bestLength = own.size();
        }
    }
    return best;
}

/// The sentence says what is missing or too much.
Result<Done, std::string> checkArguments(const std::string& shown,
                                         const std::vector<std::string>& declared,
                                         const std::vector<std::string>& given)
{
    const auto required = static_cast<std::size_t>(
        std::count_if(declared.begin(), declared.end(),
                      [](const std::string& argument) { return !isOptional(argument); }));
    if (given.size() < required)
        return Failure{shown + (shown.empty() ? "" : ": ") + declared[given.size()] +
                       " is missing; --help shows how to call it"};
    if (given.size() > declared.size())
        return Failure{shown + (shown.empty() ? "" : ": ") + '"' + given[declared.size()] +
                       "\" is one word too many; --help shows how to call it"};
    return Done{};
}

Result<Call, std::string> understand(const std::vector<ProgramCommand>& commands,
                                     const std::vector<std::string>& arguments,
                                     const std::vector<std::string>& words)
{
    if (commands.empty()) {
        if (const auto checked = checkArguments({}, arguments, words); !checked)
            return Failure{checked.error()};
        return Call{nullptr, words};
    }
    const ProgramCommand* command = findCommand(commands, words);
    if (!command) {
        std::string known;
        for (const ProgramCommand& one : commands)
            known += (known.empty() ? "" : ", ") + one.words;
        return Failure{(words.empty() ? std::string{"the command is missing"}
                                      : '"' + words.front() + "\" begins no command") +
                       "; expected one of: " + known};
    }
    const auto length = static_cast<std::ptrdiff_t>(splitWords(command->words).size());
    Call call{command, {words.begin() + length, words.end()}};
    if (const auto checked = checkArguments(command->words, command->arguments, call.arguments);
        !checked)
        return Failure{checked.error()};
    return call;
}

std::string dataFolder()
{
    // Not the working directory: a shop's log must not depend on where somebody typed the command.
    if (const char* state = std::getenv("XDG_STATE_HOME"); state && *state == '/')
        return std::string{state} + "/coffee-order";
    if (const char* home = std::getenv("HOME"); home && *home == '/')
        return std::string{home} + "/.local/state/coffee-order";
    return "/var/lib/coffee-order";
}

} // namespace

int report(const EarlyExit& exit)
{
    (exit.exitCode == 0 ? std::cout : std::cerr) << exit.text << std::flush;
    return exit.exitCode;
}

EarlyExit wrongUse(std::string_view program, const std::string& sentence)
{
    return {2, std::string{program} + ": " + sentence + '\n'};
}

ProgramOptions::ProgramOptions(std::string program, std::string summary)
    : m_program{std::move(program)}, m_summary{std::move(summary)}
{
}

ProgramOptions& ProgramOptions::add(ProgramOption option)
{
    assert(!findOption(m_options, option.name));
    assert(option.defaultValue.empty() || parseOption(option, option.defaultValue));
    m_options.push_back(std::move(option));
    return *this;
}

ProgramOptions& ProgramOptions::text(std::string name, std::string valueName,
                                     std::string defaultValue, std::string help, OptionCheck check)
{
    return add({std::move(name),
                OptionKind::Text,
                std::move(valueName),
                std::move(defaultValue),
                std::move(help),
                0,
                0,
                {},
                std::move(check),
                {}});
}

ProgramOptions& ProgramOptions::integer(std::string name, std::string valueName,
                                        std::int64_t defaultValue, std::int64_t min,
                                        std::int64_t max, std::string help)
{
    return add({std::move(name),
                OptionKind::Integer,
                std::move(valueName),
                std::to_string(defaultValue),
                std::move(help),
                min,
                max,
                {},
                {},
                {}});
}

ProgramOptions& ProgramOptions::choice(std::string name, std::vector<std::string> choices,
                                       std::string defaultValue, std::string help)
{
    std::string valueName;
    for (const std::string& one : choices)
        valueName += (valueName.empty() ? "" : "|") + one;
    return add({std::move(name),
                OptionKind::Choice,
                std::move(valueName),
                std::move(defaultValue),
                std::move(help),
                0,
                0,
                std::move(choices),
                {},
                {}});
}

ProgramOptions& ProgramOptions::endpoint(std::string name, std::string defaultValue,
                                         std::string help)
{
    return add({std::move(name),
                OptionKind::Endpoint,
                "ENDPOINT",
                std::move(defaultValue),
                std::move(help),
                0,
                0,
                {},
                {},
                {}});
}

ProgramOptions& ProgramOptions::path(std::string name, std::string valueName,
                                     std::string defaultValue, std::string help)
{
    return add({std::move(name),
                OptionKind::Path,
                std::move(valueName),
                std::move(defaultValue),
                std::move(help),
                0,
                0,
                {},
                {},
                {}});
}

ProgramOptions& ProgramOptions::flag(std::string name, std::string help)
{
    return add({std::move(name), OptionKind::Flag, {}, "false", std::move(help), 0, 0, {}, {}, {}});
}

ProgramOptions& ProgramOptions::duration(std::string name, std::chrono::milliseconds defaultValue,
                                         std::chrono::milliseconds min,
                                         std::chrono::milliseconds max, std::string help)
{
    return add({std::move(name),
                OptionKind::Duration,
                "TIME",
                writtenDuration(defaultValue.count()),
                std::move(help),
                min.count(),
                max.count(),
                {},
                {},
                {}});
}

ProgramOptions& ProgramOptions::pair(std::string name, std::string valueName,
                                     std::string defaultValue, std::int64_t min, std::int64_t max,
                                     std::string help)
{
    return add({std::move(name),
                OptionKind::Pair,
                std::move(valueName),
                std::move(defaultValue),
                std::move(help),
                min,
                max,
                {},
                {},
                {}});
}

ProgramOptions& ProgramOptions::onlyFor(std::vector<std::string> commands)
{
    assert(!m_options.empty());
    m_options.back().commands = std::move(commands);
    return *this;
}

ProgramOptions& ProgramOptions::command(std::string words, std::vector<std::string> arguments,
                                        std::string help)
{
    m_commands.push_back({std::move(words), std::move(arguments), std::move(help)});
    return *this;
}

ProgramOptions& ProgramOptions::arguments(std::vector<std::string> names)
{
    m_arguments = std::move(names);
    return *this;
}

EarlyExit ProgramOptions::wrong(const std::string& sentence) const
{
    return wrongUse(m_program, sentence);
}

std::string ProgramOptions::helpText() const
{
    return formatHelp(m_program, m_summary, m_options, m_commands, m_arguments);
}

Result<Configuration, EarlyExit> ProgramOptions::read(int argc, const char* const* argv) const
{
    std::vector<std::string> words;
    for (int i = 1; i < argc; ++i)
        words.emplace_back(argv[i]);
    return read(words);
}

Result<Configuration, EarlyExit> ProgramOptions::read(const std::vector<std::string>& words) const
{
    const auto line = readCommandLine(m_options, words);
    if (!line)
        return Failure{wrong(line.error())};
    if (line->help)
        return Failure{EarlyExit{0, helpText()}};
    if (line->version)
        return Failure{EarlyExit{0, m_program + " " COFFEE_VERSION "\n"}};

    auto call = understand(m_commands, m_arguments, line->words);
    if (!call)
        return Failure{wrong(call.error())};
    OptionValues fromFile;
    if (line->file) {
        auto values = readConfigurationFile(m_options, *line->file);
        if (!values)
            return Failure{wrong(values.error())};
        fromFile = std::move(*values);
    }

    Configuration configuration;
    configuration.m_command = call->command ? call->command->words : std::string{};
    configuration.m_arguments = std::move(call->arguments);
    for (const ProgramOption& option : m_options) {
        const auto given = line->values.find(option.name);
        const auto& only = option.commands;
        if (given != line->values.end() && !only.empty() &&
            std::find(only.begin(), only.end(), configuration.m_command) == only.end())
            return Failure{wrong("--" + option.name + ": this switch goes with " + only.front() +
                                 " and not with " + configuration.m_command)};
        OptionValue value;
        if (given != line->values.end())
            value = given->second;
        else if (const auto written = fromFile.find(option.name); written != fromFile.end())
            value = written->second;
        else if (!option.defaultValue.empty())
            value = parseOption(option, option.defaultValue).value();
        if (value.origin.empty()) {
            value.given = false;
            value.origin = "--" + option.name;
        }
        configuration.m_entries.try_emplace(option.name,
                                            Configuration::Entry{option.kind, std::move(value)});
    }
    return configuration;
}

void addShopOptions(ProgramOptions& options, const std::string& machineName)
{
    options
        .endpoint("commands", std::string{kCommandsEndpoint},
                  "Where the payment daemon takes commands.")
        .endpoint("events", std::string{kEventsEndpoint},
                  "Where the payment daemon publishes events for stations and managers.")
        .endpoint("board", std::string{kBoardEndpoint},
                  "Where the payment daemon publishes what kiosks and boards may see.")
        .path("data", "DIR", dataFolder(), "The folder for what must survive a restart.")
        .choice("lang", {"ko", "en"}, "ko", "The language of the screen.");
    if (!machineName.empty())
        options.text("name", "NAME", machineName, "The name of this machine in the shop.",
                     checkMachineName);
}

} // namespace coffee
