// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/files/configuration.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// The steps of `ProgramOptions::read`; not for programs.
namespace coffee {

using OptionValues = std::map<std::string, OptionValue, std::less<>>;

/// What the command line says, before it is put together with the file.
struct CommandLine {
    bool help{false};
    bool version{false};
    std::optional<std::filesystem::path> file;
    OptionValues values;
    std::vector<std::string> words; ///< everything that is no switch
};

[[nodiscard]] const ProgramOption* findOption(const std::vector<ProgramOption>& options,
                                              std::string_view name);
/// `; did you mean …?` with the declared name that is closest, or nothing when none is close.
[[nodiscard]] std::string closestName(const std::vector<ProgramOption>& options,
                                      std::string_view name, std::string_view prefix);

/// Reads a value; the sentence of a failure does not say where.
[[nodiscard]] Result<OptionValue, std::string> parseOption(const ProgramOption& option,
                                                           std::string text);
/// What a value of this kind looks like, for "expected …".
[[nodiscard]] std::string expectedForm(const ProgramOption& option);

/// In the largest unit that needs no fraction.
[[nodiscard]] std::string writtenDuration(std::int64_t ms);

[[nodiscard]] Result<CommandLine, std::string>
readCommandLine(const std::vector<ProgramOption>& options, const std::vector<std::string>& words);
/// Stops at the first mistake, with `FILE:LINE:COLUMN:` in front of the sentence.
[[nodiscard]] Result<OptionValues, std::string>
readConfigurationFile(const std::vector<ProgramOption>& options, const std::filesystem::path& file);
/// The same for text that was read already; `file` is its name in the sentences.
[[nodiscard]] Result<OptionValues, std::string>
readConfigurationText(const std::vector<ProgramOption>& options, const std::string& text,
                      const std::filesystem::path& file);

[[nodiscard]] std::string formatHelp(const std::string& program, const std::string& summary,
                                     const std::vector<ProgramOption>& options,
                                     const std::vector<ProgramCommand>& commands,
                                     const std::vector<std::string>& arguments);

} // namespace coffee
