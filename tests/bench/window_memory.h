// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fstream>
#include <string>
#include <unistd.h>

namespace coffee::bench {

/// What the process holds in memory now; 0 when there is no such process.
[[nodiscard]] inline double residentMib(pid_t process)
{
    long size = 0;
    long resident = 0;
    std::ifstream{"/proc/" + std::to_string(process) + "/statm"} >> size >> resident;
    constexpr double kMib = 1024.0 * 1024.0;
    return static_cast<double>(resident) * static_cast<double>(::sysconf(_SC_PAGESIZE)) / kMib;
}

} // namespace coffee::bench
