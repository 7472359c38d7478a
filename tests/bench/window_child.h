// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <sys/types.h>
#include <vector>

namespace coffee::bench {

/// A display of our own: an Xvfb that ends with this object.
class OwnDisplay final {
public:
    /// Throws std::runtime_error when there is no Xvfb.
    OwnDisplay();
    ~OwnDisplay();
    OwnDisplay(const OwnDisplay&) = delete;
    OwnDisplay& operator=(const OwnDisplay&) = delete;

    /// Such as ":3".
    [[nodiscard]] const std::string& name() const { return m_name; }

private:
    pid_t m_server{-1};
    std::string m_name;
};

/// The numbers that a measurement printed.
using WindowNumbers = std::map<std::string, double>;

/// Runs `program` with these arguments on the display and reads the line of numbers it prints.
/// Throws std::runtime_error when it fails or prints something else.
[[nodiscard]] WindowNumbers runOnDisplay(const OwnDisplay& display,
                                         const std::filesystem::path& program,
                                         const std::vector<std::string>& arguments);

/// `{"name":1.5,…}` and nothing else; anything that is not of that shape is left out.
[[nodiscard]] WindowNumbers readNumbers(const std::string& json);

} // namespace coffee::bench
