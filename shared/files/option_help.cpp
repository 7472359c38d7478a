// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/files/option_reading.h"

#include <sstream>

namespace coffee {
namespace {

constexpr std::size_t kWidth = 79;
constexpr std::size_t kIndent = 30;

/// Appends words to `out` from column `column` on, wrapped and indented.
void wrap(std::string& out, std::size_t column, const std::string& text)
{
    std::istringstream words{text};
    std::string word;
    bool first = true;
    while (words >> word) {
        if (!first && column + 1 + word.size() > kWidth) {
            out += '\n' + std::string(kIndent, ' ');
            column = kIndent;
            first = true;
        }
        if (!first) {
            out += ' ';
            ++column;
        }
        out += word;
        column += word.size();
        first = false;
    }
    out += '\n';
}

void addEntry(std::string& out, const std::string& left, const std::string& help)
{
    std::string line = "  " + left;
    if (line.size() + 1 >= kIndent) {
        out += line + '\n' + std::string(kIndent, ' ');
    } else {
        line.resize(kIndent, ' ');
        out += line;
    }
    wrap(out, kIndent, help);
}

std::string withArguments(std::string words, const std::vector<std::string>& arguments)
{
    for (const std::string& argument : arguments)
        words += (words.empty() ? "" : " ") + argument;
    return words;
}

std::string usageOf(const ProgramOption& option)
{
    std::string usage = "--" + option.name;
    if (option.kind != OptionKind::Flag)
        usage += ' ' + option.valueName;
    return usage;
}

std::string helpOf(const ProgramOption& option)
{
    std::string help = option.help;
    if (!option.commands.empty()) {
        help += " Only with";
        for (std::size_t i = 0; i < option.commands.size(); ++i)
            help += (i == 0 ? " " : ", ") + option.commands[i];
        help += '.';
    }
    if (option.kind == OptionKind::Integer || option.kind == OptionKind::Duration ||
        option.kind == OptionKind::Pair) {
        std::string expected = expectedForm(option);
        help += " Expects " + expected + '.';
    }
    if (!option.defaultValue.empty() && option.kind != OptionKind::Flag)
        help += " [" + option.defaultValue + ']';
    return help;
}

} // namespace

std::string formatHelp(const std::string& program, const std::string& summary,
                       const std::vector<ProgramOption>& options,
                       const std::vector<ProgramCommand>& commands,
                       const std::vector<std::string>& arguments)
{
    std::string out = "Usage: " + program + " [switches]";
    if (!commands.empty())
        out += " COMMAND …";
    out += withArguments("", arguments).empty() ? "" : ' ' + withArguments("", arguments);
    out += "\n\n" + summary + "\n\n";
    if (!commands.empty()) {
        out += "Commands:\n";
        for (const ProgramCommand& command : commands)
            addEntry(out, withArguments(command.words, command.arguments), command.help);
        out += '\n';
    }
    out += "Switches:\n";
    for (const ProgramOption& option : options)
        addEntry(out, usageOf(option), helpOf(option));
    addEntry(out, "--config FILE",
             "Read settings from a TOML file: the same names without the dashes, and _ for -. What "
             "shares a first word may stand in a section of that name. The command line wins.");
    addEntry(out, "--help", "Show this text.");
    addEntry(out, "--version", "Show the version.");
    return out;
}

} // namespace coffee
