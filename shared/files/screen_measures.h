// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// How large a machine's screens are, as somebody measured them with a card: one small TOML file
/// beside the folders of the machine's programs, so that every window of that machine uses it.
namespace coffee {

/// One screen in one resolution.
struct ScreenMeasure {
    std::string screen; ///< as the window system calls it: HDMI-1
    std::int64_t width{0};
    std::int64_t height{0};
    double pixelsPerMm{0.0};
    friend bool operator==(const ScreenMeasure&, const ScreenMeasure&) = default;
};

/// What a screen can be: from a 55-inch board to a telephone.
inline constexpr double kPixelsPerMmLeast = 1.5;
inline constexpr double kPixelsPerMmMost = 16.0;
/// More screens than this no machine has; the oldest entries go.
inline constexpr std::size_t kScreenMeasuresMax = 16;

/// The machine's file in the folder that `--data` names.
[[nodiscard]] std::filesystem::path screenMeasuresFile(const std::filesystem::path& data);

/// The measures in such a text, or one sentence that says what is wrong where.
[[nodiscard]] Result<std::vector<ScreenMeasure>, std::string>
parseScreenMeasures(std::string_view text);
[[nodiscard]] std::string screenMeasuresText(const std::vector<ScreenMeasure>& measures);

/// The machine's measures; none when there is no file. A sentence with the file's name when it
/// cannot be read.
[[nodiscard]] Result<std::vector<ScreenMeasure>, std::string>
readScreenMeasures(const std::filesystem::path& data);

/// Puts the measure in the place of an older one of the same screen and resolution. The file is
/// replaced as a whole or not at all; a file that cannot be read is begun anew. Fails with a
/// sentence.
[[nodiscard]] Result<Done, std::string> storeScreenMeasure(const std::filesystem::path& data,
                                                           const ScreenMeasure& measure);

} // namespace coffee
