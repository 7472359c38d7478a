// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/model/station_settings.h"

#include "shared/client/app_runtime.h"

#include <QString>

#include <algorithm>

namespace coffee::station {
namespace {

const std::string kKindsKey = "settings/kinds";
const std::string kVolumeKey = "settings/volume";

} // namespace

StationSettings::StationSettings(client::Journal* journal, QObject* parent)
    : QObject{parent}, m_journal{journal}
{
    if (!m_journal)
        return;
    if (const auto kept = m_journal->get(kKindsKey))
        if (const auto kinds = kindsFrom(*kept))
            m_kinds = *kinds;
    if (const auto kept = m_journal->get(kVolumeKey)) {
        bool isNumber = false;
        const int volume = QString::fromStdString(*kept).toInt(&isNumber);
        if (isNumber)
            m_volume = std::clamp(volume, 0, kVolumeMost);
    }
}

StationSettings::~StationSettings() = default;

void StationSettings::setKinds(const StationKinds& kinds)
{
    if (kinds.empty() || kinds == m_kinds)
        return;
    m_kinds = kinds;
    keep(kKindsKey, wordsOf(kinds));
    Q_EMIT kindsChanged();
}

void StationSettings::setVolume(int volume)
{
    const int bounded = std::clamp(volume, 0, kVolumeMost);
    if (bounded == m_volume)
        return;
    m_volume = bounded;
    keep(kVolumeKey, std::to_string(bounded));
    Q_EMIT volumeChanged();
}

void StationSettings::keep(const std::string& key, const std::string& value)
{
    // A disk that fails costs only the memory of a restart; the reports' journal says so aloud.
    if (m_journal && m_journal->put(key, value) == client::Journal::Outcome::DiskFailed)
        qCWarning(client::logStore, "cannot keep %s", key.c_str());
}

} // namespace coffee::station
