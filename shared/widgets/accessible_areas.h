// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace coffee::ui {

// Gives every QScrollArea a face for screen readers that answers a question about a child that is
// not there with nothing. Qt 6.4's own reads past the end of its list instead: a scroll bar that
// went away between a reader's two questions ended the whole program. Idempotent; GUI thread, after
// QApplication.
void makeScrollAreasSafeForReaders();

} // namespace coffee::ui
