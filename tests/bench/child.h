// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <string>
#include <sys/types.h>

namespace coffee::bench {

/// Numbers by name, as they come out of a process.
using Figures = std::map<std::string, double>;

/// Runs `work` in a process of its own and gives its figures back; throws std::runtime_error with
/// its sentence when it failed. This process must have no threads.
[[nodiscard]] Figures inChild(const std::function<Figures()>& work);

/// A process of ours that serves until this object ends. `ready` is called in it with a function
/// that says that it serves; the constructor waits for that.
class ServingChild {
public:
    using Serve = std::function<void(const std::function<void()>& ready)>;
    explicit ServingChild(const Serve& serve);
    ~ServingChild();
    ServingChild(const ServingChild&) = delete;
    ServingChild& operator=(const ServingChild&) = delete;

private:
    pid_t m_pid{-1};
};

} // namespace coffee::bench
