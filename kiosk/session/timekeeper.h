// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>

namespace coffee::kiosk {

/// One wait that can be set again and again. Setting it anew forgets the earlier time; destroying
/// it forgets it altogether, so a presenter that dies is never called back.
class Alarm {
public:
    virtual ~Alarm() = default;
    virtual void set(std::chrono::milliseconds wait) = 0;
    virtual void cancel() = 0;
    [[nodiscard]] virtual bool isSet() const = 0;
};

/// The presenters' only source of time: a steady clock and waits on it. Wall clocks say nothing
/// here; facts carry the daemon's time.
class Timekeeper {
public:
    using Instant = std::chrono::steady_clock::time_point;

    virtual ~Timekeeper() = default;
    [[nodiscard]] virtual Instant now() const = 0;
    /// `ring` is called on the GUI thread, never from within `set`.
    [[nodiscard]] virtual std::unique_ptr<Alarm> alarm(std::function<void()> ring) = 0;
};

/// The real one: the steady clock and Qt's timers. GUI thread.
class QtTimekeeper final : public Timekeeper {
public:
    [[nodiscard]] Instant now() const override;
    [[nodiscard]] std::unique_ptr<Alarm> alarm(std::function<void()> ring) override;
};

} // namespace coffee::kiosk
