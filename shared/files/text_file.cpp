// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/files/text_file.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>

namespace coffee {
namespace {

/// How many bytes a character has that starts with `lead`; 0 when none starts so.
std::size_t lengthFrom(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xc2 && lead < 0xe0)
        return 2;
    if (lead >= 0xe0 && lead < 0xf0)
        return 3;
    if (lead >= 0xf0 && lead < 0xf5)
        return 4;
    return 0;
}

} // namespace

Result<std::string, std::string> readTextFile(const std::filesystem::path& path)
{
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (!std::filesystem::exists(status))
        return Failure{std::string{"there is no such file; expected a file that can be read"}};
    if (!std::filesystem::is_regular_file(status))
        return Failure{std::string{"this is not a regular file; expected a text file"}};

    errno = 0;
    std::ifstream file{path, std::ios::binary};
    if (!file)
        return Failure{"the file cannot be opened (" + std::string{std::strerror(errno)} +
                       "); expected a file that can be read"};
    std::string text(kTextFileBytesMax + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (file.bad())
        return Failure{std::string{"reading the file failed; expected a file that can be read"}};
    text.resize(static_cast<std::size_t>(file.gcount()));
    if (text.size() > kTextFileBytesMax)
        return Failure{std::string{"the file is too large; expected at most 1 MiB"}};
    return text;
}

bool isUtf8(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
        const std::size_t length = lengthFrom(byte(0));
        if (length == 0 || length > text.size() - at)
            return false;
        for (std::size_t i = 1; i < length; ++i)
            if ((byte(i) & 0xc0) != 0x80)
                return false;
        const bool overlong =
            (byte(0) == 0xe0 && byte(1) < 0xa0) || (byte(0) == 0xf0 && byte(1) < 0x90);
        const bool surrogate = byte(0) == 0xed && byte(1) > 0x9f;
        const bool beyond = byte(0) == 0xf4 && byte(1) > 0x8f;
        if (overlong || surrogate || beyond)
            return false;
        at += length;
    }
    return true;
}

} // namespace coffee
