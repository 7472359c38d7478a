// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/trace.h"

#include <cstdio>

namespace coffee::sim {

std::string Trace::stamp(std::chrono::milliseconds at)
{
    char text[32];
    std::snprintf(text, sizeof text, "%9.3f", static_cast<double>(at.count()) / 1000.0);
    return text;
}

void Trace::put(std::string text)
{
    if (m_keep == Keep::Print) {
        std::fprintf(stderr, "%s\n", text.c_str());
        return;
    }
    m_last.push_back(std::move(text));
    if (m_last.size() > kLastLines)
        m_last.pop_front();
}

} // namespace coffee::sim
