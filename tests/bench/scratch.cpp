// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/scratch.h"

#include <cstdlib>
#include <stdexcept>
#include <string>
#include <system_error>

namespace coffee::bench {

std::filesystem::path ownFolder()
{
    return std::filesystem::read_symlink("/proc/self/exe").parent_path();
}

Scratch::Scratch(const std::filesystem::path& parent)
{
    std::string name =
        ((parent.empty() ? std::filesystem::temp_directory_path() : parent) / "bench-XXXXXX")
            .string();
    if (!::mkdtemp(name.data()))
        throw std::runtime_error{"no folder can be made at " + name};
    m_folder = name;
}

Scratch::~Scratch()
{
    std::error_code left;
    std::filesystem::remove_all(m_folder, left);
}

} // namespace coffee::bench
