// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/trouble.h"

namespace coffee::sim {

Trouble::Trouble(Parts parts) : m_parts{std::move(parts)}, m_core{m_parts.core} {}

void Trouble::begin()
{
    m_on = true;
    m_rate = m_core.random.small(1, 4);
    m_parts.daemon.restartAfter = [this] {
        return m_on ? m_core.between(200, m_core.chance(15) ? 30'000 : 4'000) : milliseconds{200};
    };
    baseMood();
    next();
}

/// What is always a little wrong in this seed.
void Trouble::baseMood()
{
    Bank::Mood& mood = m_parts.bank.mood;
    const auto often = [this](int most) {
        return m_core.chance(60) ? m_core.random.small(0, most) : 0;
    };
    mood.lost = often(15);
    mood.neverCame = often(8);
    mood.late = often(10);
    mood.wrongAmount = often(6);
    mood.notSent = often(8);
    mood.refusesReversal = often(20);
    mood.refusesRefund = often(20);
    mood.tellsTwice = often(10);
    for (const Screen& screen : m_parts.screens) {
        screen.wire->mood.lossPercent = often(6);
        screen.wire->mood.copyPercent = often(8);
        screen.wire->mood.delayMost = milliseconds{m_core.chance(25) ? 400 : 20};
    }
}

void Trouble::next()
{
    m_core.schedule.after(m_core.between(3'000, 40'000 / m_rate), [this] {
        if (!m_on)
            return;
        strike();
        next();
    });
}

void Trouble::note(const char* name)
{
    ++m_core.faults;
    m_core.note("FAULT", name);
    m_core.coverage.reach(std::string{"fault "} + name);
}

void Trouble::forAWhile(const char* name, std::int64_t leastMs, std::int64_t mostMs,
                        std::function<void()> begin, std::function<void()> end)
{
    note(name);
    begin();
    m_core.schedule.after(m_core.between(leastMs, mostMs), [this, name, end = std::move(end)] {
        if (!m_on)
            return; // healed already
        m_core.note("over:", name);
        end();
    });
}

void Trouble::strike()
{
    const int dice = m_core.random.small(1, 100);
    if (dice <= 30)
        daemonTrouble();
    else if (dice <= 40)
        diskTrouble();
    else if (dice <= 55)
        bankTrouble();
    else if (dice <= 76)
        wireTrouble();
    else if (dice <= 96)
        screenTrouble();
    else
        clockTrouble();
}

void Trouble::daemonTrouble()
{
    DaemonProcess& daemon = m_parts.daemon;
    const int dice = m_core.random.small(1, 100);
    if (dice <= 25) {
        note("daemon killed");
        daemon.kill("at rest");
    } else if (dice <= 90) {
        note("daemon killed at a failpoint");
        const std::string& place = m_core.random.oneOf(killingPlaces());
        m_core.note("armed", place);
        daemon.killAt(place, m_core.random.small(1, 3));
    } else {
        note("daemon stopped");
        daemon.stop();
    }
}

void Trouble::diskTrouble()
{
    DaemonProcess& daemon = m_parts.daemon;
    const int dice = m_core.random.small(1, 100);
    if (dice <= 50) {
        forAWhile(
            "disk full", 500, m_core.chance(20) ? 20'000 : 5'000,
            [&] {
                daemon.disk.full = true;
                daemon.disk.fullAfter = m_core.random.small(0, 3);
            },
            [&daemon] {
                daemon.disk.full = false;
                daemon.disk.reserve = 0;
            });
    } else if (dice <= 75) {
        note("disk broken");
        daemon.disk.broken = true;
    } else {
        forAWhile(
            "disk slow", 2'000, 20'000, [&] { daemon.stepTakes = m_core.between(200, 2'500); },
            [&daemon] { daemon.stepTakes = milliseconds{2}; });
    }
}

void Trouble::bankTrouble()
{
    Bank::Mood& mood = m_parts.bank.mood;
    DaemonProcess& daemon = m_parts.daemon;
    const int dice = m_core.random.small(1, 100);
    if (dice <= 25)
        forAWhile(
            "bank down", 3'000, 40'000, [&mood] { mood.down = true; },
            [&mood] { mood.down = false; });
    else if (dice <= 45)
        forAWhile(
            "bank slow", 5'000, 40'000, [&mood] { mood.slow = true; },
            [&mood] { mood.slow = false; });
    else if (dice <= 65)
        forAWhile(
            "bank hangs", 5'000, 25'000, [&mood] { mood.hanging = true; },
            [&mood] { mood.hanging = false; });
    else if (dice <= 85)
        forAWhile(
            "bank loses answers", 5'000, 40'000, [&mood] { mood.lost += 50; },
            [&mood] { mood.lost -= 50; });
    else
        forAWhile(
            "settle queue full", 1'000, 10'000, [&daemon] { daemon.settlesFull = true; },
            [&daemon] { daemon.settlesFull = false; });
}

void Trouble::wireTrouble()
{
    Wire::Mood& mood = m_core.random.oneOf(m_parts.screens).wire->mood;
    const int dice = m_core.random.small(1, 100);
    const std::int64_t most = m_core.chance(20) ? 120'000 : 20'000;
    if (dice <= 25)
        forAWhile(
            "wire cut", 500, most, [&mood] { mood.cutToDaemon = mood.cutToScreen = true; },
            [&mood] { mood.cutToDaemon = mood.cutToScreen = false; });
    else if (dice <= 40)
        forAWhile(
            "wire cut towards the daemon", 500, most, [&mood] { mood.cutToDaemon = true; },
            [&mood] { mood.cutToDaemon = false; });
    else if (dice <= 60)
        forAWhile(
            "wire cut towards the screen", 500, most, [&mood] { mood.cutToScreen = true; },
            [&mood] { mood.cutToScreen = false; });
    else if (dice <= 80)
        forAWhile(
            "wire loses", 2'000, 40'000, [&mood] { mood.lossPercent += 40; },
            [&mood] { mood.lossPercent -= 40; });
    else if (dice <= 90)
        forAWhile(
            "wire holds back", 2'000, 40'000, [&mood] { mood.heldPercent = 25; },
            [&mood] { mood.heldPercent = 0; });
    else
        forAWhile(
            "wire slow", 2'000, 40'000, [&mood] { mood.delayMost = milliseconds{3'000}; },
            [&mood] { mood.delayMost = milliseconds{20}; });
}

void Trouble::screenTrouble()
{
    if (m_core.chance(15)) {
        SimJournal* journal = m_core.random.oneOf(m_parts.journals);
        forAWhile(
            "screen's disk fails", 1'000, 15'000, [journal] { journal->fails = true; },
            [journal] { journal->fails = false; });
        return;
    }
    const Screen& screen = m_core.random.oneOf(m_parts.screens);
    forAWhile("screen crashes", 300, m_core.chance(15) ? 60'000 : 8'000, screen.crash,
              screen.start);
}

void Trouble::clockTrouble()
{
    note("wall clock jumps");
    m_parts.daemon.wallJump +=
        milliseconds{m_core.random.between(-2, 2) * 1'800'000 + m_core.random.between(-9, 9)};
}

void Trouble::heal()
{
    m_core.note("everything is healed");
    m_on = false;
    m_parts.daemon.disarm();
    m_parts.daemon.disk = {};
    m_parts.daemon.stepTakes = milliseconds{2};
    m_parts.daemon.settlesFull = false;
    m_parts.bank.mood = {};
    m_parts.bank.mood.declines = 0;
    m_parts.bank.mood.walksAway = 0;
    for (SimJournal* journal : m_parts.journals)
        journal->fails = false;
    for (const Screen& screen : m_parts.screens) {
        screen.wire->mood = {};
        screen.start();
    }
    m_parts.daemon.start();
}

} // namespace coffee::sim
