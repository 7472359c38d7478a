// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/model/station_kinds.h"

#include "shared/client/station_store.h"

#include <QObject>

namespace coffee::station {

/// What the people at this screen have set: which units it shows and how loud it is. Kept in the
/// station's journal, so that a restart changes nothing. GUI thread.
class StationSettings final : public QObject {
    Q_OBJECT

public:
    static constexpr int kVolumeMost = 10;
    static constexpr int kVolumeUsual = 7;

    /// Without a journal (tests, demonstrations) nothing is kept. It must outlive the settings.
    explicit StationSettings(client::Journal* journal, QObject* parent = nullptr);
    ~StationSettings() override;

    [[nodiscard]] const StationKinds& kinds() const { return m_kinds; }
    /// An empty choice is not taken: a screen that shows nothing would lose orders.
    void setKinds(const StationKinds& kinds);

    /// From 0 (silent) to `kVolumeMost`.
    [[nodiscard]] int volume() const { return m_volume; }
    void setVolume(int volume);

Q_SIGNALS:
    void kindsChanged();
    void volumeChanged();

private:
    void keep(const std::string& key, const std::string& value);

    client::Journal* m_journal;
    StationKinds m_kinds{allKinds()};
    int m_volume{kVolumeUsual};
};

} // namespace coffee::station
