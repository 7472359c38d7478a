// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

/// Files that are there whole or not at all, also after a power cut. Each throws
/// std::filesystem::filesystem_error.
namespace coffee::daemon {

/// What was written to it is on its disk when this returns.
void syncFile(const std::filesystem::path& file);
/// The names in this folder are on its disk when this returns.
void syncFolder(const std::filesystem::path& folder);
/// Moves a file into another folder, also onto another disk; there it is synced, under the name
/// `to`, which nobody may read yet.
void moveSynced(const std::filesystem::path& from, const std::filesystem::path& to);
/// Gives a synced file its final name at once, in its own folder.
void publish(const std::filesystem::path& part, const std::filesystem::path& name);

} // namespace coffee::daemon
