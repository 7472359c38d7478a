// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/drill/power_cut.h"

#include <algorithm>
#include <array>

namespace coffee::drill {
namespace {

/// How much of what was not synced is there, in percent: one for each power cut.
constexpr std::array kKeptPercents{0U, 8U, 50U, 92U, 100U};
constexpr std::array<std::size_t, 2> kSectors{512, 4096};
constexpr unsigned kRubbishPercent = 2;
constexpr unsigned kGrownPercent = 50;

/// The dice of one power cut.
class Dice {
public:
    explicit Dice(std::minstd_rand& random)
        : m_random{random},
          m_kept{kKeptPercents[random() % kKeptPercents.size()]},
          m_sector{kSectors[random() % kSectors.size()]}
    {
    }

    bool kept() { return percent(m_kept); }
    bool percent(unsigned chance) { return m_random() % 100 < chance; }
    [[nodiscard]] std::size_t sector() const { return m_sector; }
    [[nodiscard]] bool keepsAll() const { return m_kept == 100; }
    char byte() { return static_cast<char>(m_random() % 256); }
    std::size_t below(std::size_t end) { return m_random() % end; }

private:
    std::minstd_rand& m_random;
    unsigned m_kept;
    std::size_t m_sector;
};

/// A write of which each sector has its own fate.
void tear(std::string& bytes, const DiskAct& write, Dice& dice)
{
    const auto begin = static_cast<std::size_t>(write.at);
    const std::size_t end = begin + write.bytes.size();
    if (bytes.size() < end && (dice.keepsAll() || dice.percent(kGrownPercent)))
        bytes.resize(end);
    for (std::size_t from = begin; from < end;) {
        const std::size_t to = std::min(end, (from / dice.sector() + 1) * dice.sector());
        const bool rubbish = !dice.keepsAll() && dice.percent(kRubbishPercent);
        if (rubbish || dice.kept()) {
            if (bytes.size() < to)
                bytes.resize(to);
            bytes.replace(from, to - from, write.bytes, from - begin, to - from);
            if (rubbish)
                std::generate(bytes.begin() + static_cast<std::ptrdiff_t>(from),
                              bytes.begin() + static_cast<std::ptrdiff_t>(to),
                              [&dice] { return dice.byte(); });
        }
        from = to;
    }
}

} // namespace

PowerCut::PowerCut(const DiskImage& start, const std::vector<DiskAct>& acts, bool ignoreSyncs)
    : m_acts{acts}, m_ignoreSyncs{ignoreSyncs}
{
    int number = 0; // as PowerDisk counts them
    for (const auto& [name, bytes] : start) {
        m_syncedNames[name] = ++number;
        m_files[number].synced = bytes;
    }
}

void PowerCut::playTo(std::size_t acts)
{
    while (m_played < acts)
        play(m_acts[m_played++]);
}

void PowerCut::play(const DiskAct& act)
{
    switch (act.kind) {
    case DiskAct::Create:
    case DiskAct::Delete:
        m_namesWaiting.push_back(&act);
        return;
    case DiskAct::Write:
    case DiskAct::Truncate:
        m_files[act.file].waiting.push_back(&act);
        return;
    case DiskAct::Sync:
        if (m_ignoreSyncs)
            return;
        for (const DiskAct* waiting : m_files[act.file].waiting)
            apply(m_files[act.file].synced, *waiting);
        m_files[act.file].waiting.clear();
        return;
    case DiskAct::SyncFolder:
        if (m_ignoreSyncs)
            return;
        for (const DiskAct* waiting : m_namesWaiting)
            apply(m_syncedNames, *waiting);
        m_namesWaiting.clear();
        return;
    }
}

void PowerCut::apply(Names& names, const DiskAct& act)
{
    if (act.kind == DiskAct::Create)
        names[act.name] = act.file;
    else
        names.erase(act.name);
}

void PowerCut::apply(std::string& bytes, const DiskAct& act)
{
    const auto at = static_cast<std::size_t>(act.at);
    if (act.kind == DiskAct::Truncate) {
        bytes.resize(at);
        return;
    }
    if (bytes.size() < at + act.bytes.size())
        bytes.resize(at + act.bytes.size());
    bytes.replace(at, act.bytes.size(), act.bytes);
}

DiskImage PowerCut::disk(std::minstd_rand& random) const
{
    Dice dice{random};
    Names names = m_syncedNames;
    const std::size_t part =
        dice.keepsAll() ? m_namesWaiting.size() : dice.below(m_namesWaiting.size() + 1);
    for (std::size_t n = 0; n < part; ++n)
        apply(names, *m_namesWaiting[n]);
    DiskImage image;
    for (const auto& [name, number] : names) {
        std::string& bytes = image[name];
        const auto file = m_files.find(number);
        if (file == m_files.end())
            continue;
        bytes = file->second.synced;
        for (const DiskAct* act : file->second.waiting) {
            if (act->kind == DiskAct::Write)
                tear(bytes, *act, dice);
            else if (dice.kept())
                apply(bytes, *act);
        }
    }
    return image;
}

} // namespace coffee::drill
