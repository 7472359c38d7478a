// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLayout;

namespace coffee::ui {

// Takes everything out: widgets are hidden at once and deleted by the event loop, since what
// empties a list is often a press on one of its buttons. GUI thread.
void clearLayout(QLayout& layout);

} // namespace coffee::ui
