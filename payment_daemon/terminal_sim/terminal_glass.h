// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/terminal_sim/card_terminal.h"
#include "payment_daemon/terminal_sim/terminal_options.h"

#include <memory>

class QCoreApplication;

namespace coffee::terminal {

/// The application object and, if a person holds the card, the window with all it needs. Without a
/// window it needs no display. Built with or without windows: `isBuilt` says which.
class TerminalGlass final {
public:
    [[nodiscard]] static bool isBuilt();

    /// `argc` must stay valid for the life of this object.
    TerminalGlass(int& argc, char** argv, const TerminalOptions& options);
    ~TerminalGlass();

    [[nodiscard]] QCoreApplication& application();
    /// Opens the window if there is to be one. The terminal must outlive this object's `close`.
    void open(CardTerminal& terminal);
    void close();

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace coffee::terminal
