// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/drill/rush_bar.h"
#include "tests/support/random.h"

#include <QPixmap>
#include <QString>

#include <map>
#include <vector>

namespace coffee::drill {

/// What the hand at the bar has done.
struct HandTally {
    int taps{0};
    int stopsAcknowledged{0};
    int unitsRefused{0};
    int unitsRemade{0};
    int soldOutSwitches{0};
    int helpTaken{0};
};

/// Somebody at the bar's real window, who finds everything by its object name and clicks it: the
/// oldest ticket first, stop cards before everything, now and then a unit that cannot be made, one
/// that was spilled, an item that has run out. GUI thread; `bar` must outlive it.
class RushHand {
public:
    RushHand(RushBar& bar, std::uint64_t seed) : m_bar{&bar}, m_random{seed} {}

    /// The same hand at a screen that was started again.
    void sitAt(RushBar& bar) { m_bar = &bar; }
    /// One thing, as a person does it between two looks.
    void act();
    /// Nothing runs out and nothing is spilled any more: the rush is coming to its end.
    void calmDown() { m_calm = true; }
    /// Everything that was switched to sold out goes on sale again.
    void switchEverythingBack();
    [[nodiscard]] const HandTally& tally() const { return m_tally; }

private:
    [[nodiscard]] bool press(const QString& name);
    [[nodiscard]] bool press(const char* name, std::int32_t number);
    bool serveStops();
    bool takeHelp();
    bool somethingSpecial();
    bool refuseUnit(const station::Ticket& ticket);
    bool remakeUnit(const station::Ticket& ticket);
    bool switchSoldOut();
    void work();
    /// A live ticket of the page that is shown, for which this holds; the oldest one.
    template <class Holds>
    [[nodiscard]] const station::Ticket* shownTicket(Holds holds) const;

    RushBar* m_bar;
    test::Random m_random;
    HandTally m_tally;
    bool m_calm{false};
};

} // namespace coffee::drill
