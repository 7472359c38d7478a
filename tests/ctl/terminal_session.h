// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace coffee::test {

/// A program at a terminal of its own, typed into as a person would.
class TerminalSession {
public:
    explicit TerminalSession(const std::vector<std::string>& words);
    ~TerminalSession();
    TerminalSession(const TerminalSession&) = delete;
    TerminalSession& operator=(const TerminalSession&) = delete;

    /// True when the text appears on the screen within the limit.
    [[nodiscard]] bool waitFor(const std::string& text);
    /// True once what is typed is not shown: the program reads a secret.
    [[nodiscard]] bool waitForSilence();
    /// Whether typing is shown now.
    [[nodiscard]] bool echoes() const;
    void type(const std::string& text);
    /// The exit code; -1 when the program did not end, or not by itself.
    [[nodiscard]] int waitForEnd();
    /// Everything that was on the screen so far.
    [[nodiscard]] const std::string& screen() const { return m_screen; }

private:
    bool readSome(std::chrono::milliseconds limit);

    int m_master{-1};
    int m_slave{-1};
    int m_pid{-1};
    std::string m_screen;
};

} // namespace coffee::test
