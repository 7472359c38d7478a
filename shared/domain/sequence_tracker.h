// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/ids.h"

namespace coffee {

/// Decides, without a socket, what to do with the event that has just come in.
class SequenceTracker {
public:
    enum class Verdict { AlreadySeen, Apply, Gap };

    explicit SequenceTracker(Sequence lastApplied = 0) : m_lastApplied{lastApplied} {}

    [[nodiscard]] Verdict judge(Sequence seq) const
    {
        if (seq <= m_lastApplied)
            return Verdict::AlreadySeen;
        return seq == m_lastApplied + 1 ? Verdict::Apply : Verdict::Gap;
    }

    void applied(Sequence seq) { m_lastApplied = seq; }
    [[nodiscard]] Sequence lastApplied() const { return m_lastApplied; }
    /// How many events are missing when the other side says that `head` is the last.
    [[nodiscard]] Sequence behind(Sequence head) const
    {
        return head > m_lastApplied ? head - m_lastApplied : 0;
    }

private:
    Sequence m_lastApplied;
};

} // namespace coffee
