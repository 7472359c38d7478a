// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

// Every frame of the board goes to every kiosk. One that says nothing to them (`hidden`: a charge
// that began, a note of the payment) would be as dear as one that does: of an order with 500
// kiosks, 500 frames before its own answer. Such a frame waits for the next one that is worth a
// wake, which is a heartbeat at the latest, and leaves right before it. So every sequence number
// still comes, in order, and no subscriber sees a gap that the others do not.

namespace coffee::daemon {

/// Pure; for one thread.
class BoardHold {
public:
    /// The frame comes next; `quiet` when it tells the public nothing. What leaves now, oldest
    /// first: nothing for a quiet one.
    [[nodiscard]] std::vector<std::string> pass(std::string frame, bool quiet);
    /// What is held, oldest first; nothing is held afterwards. For the end.
    [[nodiscard]] std::vector<std::string> takeHeld();

private:
    std::vector<std::string> m_held; ///< at most what the shop does in a second
};

} // namespace coffee::daemon
