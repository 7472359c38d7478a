// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/shots/page_shots.h"

#include "kiosk/shots/poses.h"

#include <QDir>

#include <algorithm>

namespace coffee::kiosk {
namespace {

/// The pictures that are asked for, in one folder.
class Album {
public:
    Album(const QDir& folder, const QStringList& wanted) : m_folder{folder}, m_wanted{wanted} {}

    [[nodiscard]] bool wants(const Setting& setting, const char* page) const
    {
        const QString name = nameOf(setting, page);
        return m_wanted.isEmpty()
                   ? setting.isOnSheet
                   : std::any_of(m_wanted.begin(), m_wanted.end(),
                                 [&name](const QString& part) { return name.contains(part); });
    }
    void save(QWidget& window, const Setting& setting, const char* page)
    {
        const QString path = m_folder.filePath(nameOf(setting, page) + QStringLiteral(".png"));
        if (!window.grab().save(path))
            throw ShotError{path.toStdString() + ": cannot be written"};
        m_paths.append(path);
    }
    [[nodiscard]] const QStringList& paths() const { return m_paths; }

private:
    [[nodiscard]] static QString nameOf(const Setting& setting, const char* page)
    {
        return QStringLiteral("%1-%2-%3-%4")
            .arg(QLatin1StringView{setting.shape}, ui::languageCode(setting.language))
            .arg(setting.percent)
            .arg(QLatin1StringView{page});
    }

    QDir m_folder;
    QStringList m_wanted;
    QStringList m_paths;
};

} // namespace

QStringList saveShots(const QString& directory, const QStringList& only)
{
    if (!QDir{}.mkpath(directory))
        throw ShotError{directory.toStdString() + ": the folder cannot be made"};
    Album album{QDir{directory}, only};
    for (const Setting& setting : settings()) {
        for (const Pose& pose : poses()) {
            if (!album.wants(setting, pose.name))
                continue;
            Stage stage{setting, pose.isShopKnown};
            pose.take(stage);
            stage.settle();
            album.save(stage.window(), setting, pose.name);
        }
        if (album.wants(setting, kMeasurePose)) {
            const MeasureStage measure{setting};
            album.save(measure.page(), setting, kMeasurePose);
        }
    }
    return album.paths();
}

} // namespace coffee::kiosk
