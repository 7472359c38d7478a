// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTextStream;

namespace coffee::kiosk {

/// Walks every pose in every setting (`poses()`, `settings()`) and writes one line a setting with
/// the smallest figures that were measured, then every complaint once. True when there is none.
/// Designed against the Korean rules for kiosks; a measurement is no certificate. GUI thread.
[[nodiscard]] bool auditPages(QTextStream& out);

} // namespace coffee::kiosk
