// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace coffee::test {

/// A disk that can be made to fail, under every SQLite database of this process that is opened
/// afterwards.
namespace failing_disk {

void install();
/// From now on nothing can be written: the disk is full.
void fill(bool full);
/// From now on the disk does not confirm what was written.
void breakSync(bool broken);

} // namespace failing_disk

} // namespace coffee::test
