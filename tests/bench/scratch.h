// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace coffee::bench {

/// The folder that this program was started from: the others of the suite are beside it.
[[nodiscard]] std::filesystem::path ownFolder();

/// A fresh folder that ends with this object.
class Scratch {
public:
    /// In `parent`, or where temporary files go when that is empty.
    explicit Scratch(const std::filesystem::path& parent = {});
    ~Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }

private:
    std::filesystem::path m_folder;
};

} // namespace coffee::bench
