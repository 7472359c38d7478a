// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/result.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What a program can be told, in one declaration: its switches, its configuration file, its
/// `--help`. The command line wins over the file, the file over the default.
///
///     ProgramOptions options{"kiosk", "Takes orders from customers."};
///     addShopOptions(options, {"kiosk-1"});
///     options.choice("window", {"order", "board"}, "order", "Which window to open.");
///     const auto read = options.read(argc, argv);
///     if (!read)
///         return report(read.error());
///     const Configuration& configuration = *read;
///     if (configuration.text("window") == "board") …
///
/// Programs with a window read their switches before they make the application object, and give
/// that no arguments.
namespace coffee {

enum class OptionKind { Text, Integer, Choice, Endpoint, Path, Flag, Duration, Pair };

/// A further check of a text: fails with a sentence "… ; expected …".
using OptionCheck = std::function<Result<Done, std::string>(std::string_view)>;

/// One switch as it was declared.
struct ProgramOption {
    std::string name; ///< without the dashes
    OptionKind kind{OptionKind::Text};
    std::string valueName;    ///< shown in the help
    std::string defaultValue; ///< as it would be written; empty = not set
    std::string help;         ///< one sentence
    std::int64_t min{0};      ///< of Integer, of both halves of Pair, of Duration in ms
    std::int64_t max{0};
    std::vector<std::string> choices;
    OptionCheck check;
    std::vector<std::string> commands; ///< the commands it belongs to; empty = all
};

/// One way to call a program that has several, such as `menu check FILE`.
struct ProgramCommand {
    std::string words;                  ///< "menu check"; empty for a program without commands
    std::vector<std::string> arguments; ///< "FILE"; a last one in brackets may be left out
    std::string help;
};

struct OptionValue {
    std::string text;       ///< as it was written; paths made absolute to their file
    std::int64_t first{0};  ///< number, milliseconds, flag as 0 or 1, first half of a pair
    std::int64_t second{0}; ///< second half of a pair
    bool given{false};      ///< false when this is the default
    std::string origin;     ///< `--name`, or `FILE:LINE:COLUMN: name`
};

/// What a program was told. Asking for a name that was not declared, or by another kind, is a
/// programmer's error.
class Configuration {
public:
    /// Of Text, Choice and Endpoint.
    [[nodiscard]] const std::string& text(std::string_view name) const;
    [[nodiscard]] std::int64_t integer(std::string_view name) const;
    [[nodiscard]] std::chrono::milliseconds duration(std::string_view name) const;
    [[nodiscard]] std::pair<std::int64_t, std::int64_t> pair(std::string_view name) const;
    /// Empty when not set. A relative path in a file starts at that file's folder.
    [[nodiscard]] std::filesystem::path path(std::string_view name) const;
    [[nodiscard]] bool flag(std::string_view name) const;

    /// Whether the command line or the file says it, or there is a default.
    [[nodiscard]] bool isSet(std::string_view name) const;
    /// Whether the command line or the file says it.
    [[nodiscard]] bool isGiven(std::string_view name) const;
    /// For messages about a value that turns out wrong later: `--data`, or `FILE:LINE:COLUMN:
    /// data`.
    [[nodiscard]] std::string origin(std::string_view name) const;

    /// The words of the command, empty for a program without commands.
    [[nodiscard]] const std::string& command() const { return m_command; }
    /// The arguments that follow the command, as many as it declares.
    [[nodiscard]] const std::vector<std::string>& arguments() const { return m_arguments; }

private:
    friend class ProgramOptions;
    struct Entry {
        OptionKind kind{OptionKind::Text};
        OptionValue value;
    };
    [[nodiscard]] const OptionValue& value(std::string_view name, OptionKind kind) const;
    [[nodiscard]] const Entry& entry(std::string_view name) const;

    std::map<std::string, Entry, std::less<>> m_entries;
    std::string m_command;
    std::vector<std::string> m_arguments;
};

/// The program has nothing to do: it was asked for its help or version (`exitCode` 0), or was
/// called wrongly (2, with one sentence).
struct EarlyExit {
    int exitCode{2};
    std::string text;
};

/// Writes `text` to standard output or standard error and gives back the exit code.
int report(const EarlyExit& exit);

/// The exit for a value that passed the reader and turned out wrong later.
[[nodiscard]] EarlyExit wrongUse(std::string_view program, const std::string& sentence);

class ProgramOptions {
public:
    ProgramOptions(std::string program, std::string summary);

    ProgramOptions& text(std::string name, std::string valueName, std::string defaultValue,
                         std::string help, OptionCheck check = {});
    ProgramOptions& integer(std::string name, std::string valueName, std::int64_t defaultValue,
                            std::int64_t min, std::int64_t max, std::string help);
    ProgramOptions& choice(std::string name, std::vector<std::string> choices,
                           std::string defaultValue, std::string help);
    ProgramOptions& endpoint(std::string name, std::string defaultValue, std::string help);
    ProgramOptions& path(std::string name, std::string valueName, std::string defaultValue,
                         std::string help);
    /// Off by default; `--NAME` turns it on, `--no-NAME` off, and the file says true or false.
    ProgramOptions& flag(std::string name, std::string help);
    /// Written with its unit: 800ms, 15s, 10min, 2h.
    ProgramOptions& duration(std::string name, std::chrono::milliseconds defaultValue,
                             std::chrono::milliseconds min, std::chrono::milliseconds max,
                             std::string help);
    /// Two whole numbers `A:B`.
    ProgramOptions& pair(std::string name, std::string valueName, std::string defaultValue,
                         std::int64_t min, std::int64_t max, std::string help);
    /// The switch declared last belongs to these commands only.
    ProgramOptions& onlyFor(std::vector<std::string> commands);

    /// One of several commands. Without any, the program takes the arguments of `arguments`.
    ProgramOptions& command(std::string words, std::vector<std::string> arguments,
                            std::string help);
    /// The arguments of a program without commands; the last one in brackets may be left out.
    ProgramOptions& arguments(std::vector<std::string> names);

    [[nodiscard]] Result<Configuration, EarlyExit> read(int argc, const char* const* argv) const;
    /// `words` without the program's name.
    [[nodiscard]] Result<Configuration, EarlyExit>
    read(const std::vector<std::string>& words) const;

    [[nodiscard]] std::string helpText() const;

private:
    ProgramOptions& add(ProgramOption option);
    [[nodiscard]] EarlyExit wrong(const std::string& sentence) const;

    std::string m_program;
    std::string m_summary;
    std::vector<ProgramOption> m_options;
    std::vector<ProgramCommand> m_commands;
    std::vector<std::string> m_arguments;
};

/// Where the programs of a shop meet unless they are told otherwise.
inline constexpr std::string_view kCommandsEndpoint = "tcp://127.0.0.1:7701";
inline constexpr std::string_view kEventsEndpoint = "tcp://127.0.0.1:7702";
inline constexpr std::string_view kBoardEndpoint = "tcp://127.0.0.1:7703";

/// `--commands --events --board --data --name --lang`, the same in every program. Pass an empty
/// name for a program that has none.
void addShopOptions(ProgramOptions& options, const std::string& machineName);

} // namespace coffee
