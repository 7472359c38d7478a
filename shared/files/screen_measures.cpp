// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/files/screen_measures.h"

#include "shared/files/text_file.h"

#include <toml++/toml.h>

#include <algorithm>
#include <fstream>
#include <locale>
#include <optional>
#include <sstream>
#include <system_error>

namespace coffee {
namespace {

std::string lineOf(const toml::node& node)
{
    return "line " + std::to_string(node.source().begin.line) + ": ";
}

Result<ScreenMeasure, std::string> measureOf(const toml::node& node)
{
    const toml::table* table = node.as_table();
    if (!table)
        return Failure{lineOf(node) + "expected a table [[screen]]"};
    const auto name = (*table)["name"].value<std::string>();
    const auto width = (*table)["width"].value<std::int64_t>();
    const auto height = (*table)["height"].value<std::int64_t>();
    const auto pixels = (*table)["pixels_per_mm"].value<double>();
    if (!name || !width || !height || !pixels || table->size() != 4)
        return Failure{lineOf(node) + "expected name, width, height and pixels_per_mm"};
    if (!(*pixels >= kPixelsPerMmLeast && *pixels <= kPixelsPerMmMost))
        return Failure{lineOf(node) + "pixels_per_mm is out of range; expected 1.5 to 16"};
    return ScreenMeasure{*name, *width, *height, *pixels};
}

/// A TOML basic string: what window systems call screens needs no more than this.
std::string quoted(const std::string& text)
{
    std::string out{"\""};
    for (const char letter : text) {
        if (letter == '"' || letter == '\\')
            out += '\\';
        if (static_cast<unsigned char>(letter) >= 0x20)
            out += letter;
    }
    return out + '"';
}

} // namespace

std::filesystem::path screenMeasuresFile(const std::filesystem::path& data)
{
    return data / "screens.toml";
}

Result<std::vector<ScreenMeasure>, std::string> parseScreenMeasures(std::string_view text)
{
    std::vector<ScreenMeasure> measures;
    try {
        const toml::table table = toml::parse(text);
        const toml::node* screens = table.get("screen");
        if (!screens)
            return measures;
        const toml::array* list = screens->as_array();
        if (!list)
            return Failure{lineOf(*screens) + "expected tables [[screen]]"};
        for (const toml::node& node : *list) {
            const auto measure = measureOf(node);
            if (!measure)
                return Failure{measure.error()};
            measures.push_back(*measure);
        }
    } catch (const toml::parse_error& error) {
        return Failure{"line " + std::to_string(error.source().begin.line) +
                       ": this is not TOML: " + std::string{error.description()}};
    }
    return measures;
}

std::string screenMeasuresText(const std::vector<ScreenMeasure>& measures)
{
    std::ostringstream out;
    out.imbue(std::locale::classic());
    out << "# Written by kiosk --measure: how many pixels a millimetre of each screen has.\n";
    out.precision(4);
    out << std::fixed;
    for (const ScreenMeasure& one : measures)
        out << "\n[[screen]]\nname = " << quoted(one.screen) << "\nwidth = " << one.width
            << "\nheight = " << one.height << "\npixels_per_mm = " << one.pixelsPerMm << '\n';
    return out.str();
}

Result<std::vector<ScreenMeasure>, std::string>
readScreenMeasures(const std::filesystem::path& data)
{
    const std::filesystem::path file = screenMeasuresFile(data);
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        return std::vector<ScreenMeasure>{};
    const auto text = readTextFile(file);
    if (!text)
        return Failure{file.string() + ": " + text.error()};
    auto measures = parseScreenMeasures(*text);
    if (!measures)
        return Failure{file.string() + ", " + measures.error()};
    return measures;
}

Result<Done, std::string> storeScreenMeasure(const std::filesystem::path& data,
                                             const ScreenMeasure& measure)
{
    std::vector<ScreenMeasure> measures;
    if (const auto before = readScreenMeasures(data))
        measures = *before;
    std::erase_if(measures, [&measure](const ScreenMeasure& one) {
        return one.screen == measure.screen && one.width == measure.width &&
               one.height == measure.height;
    });
    measures.push_back(measure);
    if (measures.size() > kScreenMeasuresMax)
        measures.erase(measures.begin());

    const std::filesystem::path file = screenMeasuresFile(data);
    const std::filesystem::path fresh{file.string() + ".new"};
    std::error_code problem;
    std::filesystem::create_directories(data, problem);
    {
        std::ofstream out{fresh, std::ios::binary | std::ios::trunc};
        out << screenMeasuresText(measures);
        out.flush();
        if (!out)
            return Failure{fresh.string() + ": cannot be written"};
    }
    std::filesystem::rename(fresh, file, problem);
    if (problem)
        return Failure{file.string() + ": " + problem.message()};
    return Done{};
}

} // namespace coffee
