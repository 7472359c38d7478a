// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/drill/power_disk.h"

#include <cstddef>
#include <random>

namespace coffee::drill {

/// Plays what was asked of a disk up to a point, and says what may lie on it when the power goes
/// just then. What was synced is there. Of what was not, each sector of each write is there or
/// not or in rare cases full of rubbish, a file may have grown without its bytes, and of the names
/// that came and went since the folder was synced a first part is true.
class PowerCut {
public:
    /// The acts outlive this. With `ignoreSyncs` the disk lies: a sync does nothing.
    PowerCut(const DiskImage& start, const std::vector<DiskAct>& acts, bool ignoreSyncs);

    /// Plays on until so many acts have happened.
    void playTo(std::size_t acts);
    /// A disk after a power cut here; each call throws the dice again.
    [[nodiscard]] DiskImage disk(std::minstd_rand& random) const;

private:
    struct File {
        std::string synced;
        std::vector<const DiskAct*> waiting;
    };
    using Names = std::map<std::string, int>;

    void play(const DiskAct& act);
    static void apply(Names& names, const DiskAct& act);
    static void apply(std::string& bytes, const DiskAct& act);

    const std::vector<DiskAct>& m_acts;
    std::size_t m_played{0};
    bool m_ignoreSyncs;
    std::map<int, File> m_files;
    Names m_syncedNames;
    std::vector<const DiskAct*> m_namesWaiting;
};

} // namespace coffee::drill
