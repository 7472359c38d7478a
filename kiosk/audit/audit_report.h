// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QTextStream;

namespace coffee::kiosk {

/// Walks every pose in every setting (`poses()`, `settings()`) and the pickup board's, and writes
/// one line a setting with the least figures that were measured, then every complaint once. True
/// when there is none.
/// Designed against the Korean rules for kiosks; a measurement is no certificate. GUI thread.
/// With `only`, the settings whose name contains one of these: "low ko", "board".
[[nodiscard]] bool auditPages(QTextStream& out, const QStringList& only = {});

} // namespace coffee::kiosk
