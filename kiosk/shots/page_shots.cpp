// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/shots/page_shots.h"

#include "kiosk/shots/poses.h"

#include <QDir>

namespace coffee::kiosk {
namespace {

QString savePicture(QWidget& window, const Setting& setting, const char* name, const QDir& folder)
{
    const QString path = folder.filePath(
        QStringLiteral("%1-%2-%3-%4.png")
            .arg(QLatin1StringView{setting.shape}, ui::languageCode(setting.language))
            .arg(setting.percent)
            .arg(QLatin1StringView{name}));
    if (!window.grab().save(path))
        throw ShotError{path.toStdString() + ": cannot be written"};
    return path;
}

QString saveShot(const Setting& setting, const Pose& pose, const QDir& folder)
{
    Stage stage{setting};
    pose.take(stage);
    stage.settle();
    return savePicture(stage.window(), setting, pose.name, folder);
}

} // namespace

QStringList saveShots(const QString& directory)
{
    if (!QDir{}.mkpath(directory))
        throw ShotError{directory.toStdString() + ": the folder cannot be made"};
    const QDir folder{directory};
    QStringList paths;
    for (const Setting& setting : settings()) {
        for (const Pose& pose : poses())
            paths.append(saveShot(setting, pose, folder));
        const MeasureStage measure{setting};
        paths.append(savePicture(measure.page(), setting, kMeasurePose, folder));
    }
    return paths;
}

} // namespace coffee::kiosk
