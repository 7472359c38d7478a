// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/audit/audit_report.h"

#include "kiosk/audit/page_audit.h"
#include "kiosk/board/board_window.h"
#include "kiosk/shots/poses.h"

#include <QTextStream>

#include <algorithm>

namespace coffee::kiosk {
namespace {

QString nameOf(const Setting& setting)
{
    return QStringLiteral("%1 %2 %3 %")
        .arg(QLatin1StringView{setting.shape}, ui::languageCode(setting.language))
        .arg(setting.percent);
}

bool isWanted(const QString& name, const QStringList& only)
{
    return only.isEmpty() || std::any_of(only.begin(), only.end(), [&name](const QString& part) {
               return name.contains(part);
           });
}

void writeMeasures(QTextStream& out, const QString& name, const Measures& least)
{
    const auto figure = [](double value) { return QString::number(value, 'f', 1); };
    out << QStringLiteral("%1: %2 texts, least %3 mm, contrast %4:1")
               .arg(name)
               .arg(least.texts)
               .arg(figure(least.textMm), figure(least.contrast));
    if (least.targets > 0)
        out << QStringLiteral("; %1 targets, least %2 mm high and %3 mm wide, gap %4 mm")
                   .arg(least.targets)
                   .arg(figure(least.targetHighMm), figure(least.targetWideMm),
                        figure(least.gapMm));
    if (least.parts > 0)
        out << QStringLiteral("; %1 icons, marks and frames, contrast %2:1")
                   .arg(least.parts)
                   .arg(figure(least.partContrast));
    if (least.rings > 0)
        out << QStringLiteral("; %1 focus stops, rings %2:1")
                   .arg(least.focusStops)
                   .arg(figure(least.ringContrast));
    if (least.reachMm > 0.0)
        out << QStringLiteral("; all within %1 mm").arg(figure(least.reachMm));
    out << '\n';
    out.flush();
}

/// Measures one window and notes what it says.
void auditWindow(QWidget& window, const QString& setting, const QString& name, Measures& least,
                 QStringList& complaints, const Thresholds& thresholds = {})
{
    PageAudit audit{window, thresholds};
    audit.run();
    least.take(audit.measures());
    for (const QString& complaint : audit.complaints())
        complaints.append(QStringLiteral("%1 %2: %3").arg(setting, name, complaint));
    for (const QString& complaint : auditColours(ui::themeOf(window)))
        complaints.append(setting + QStringLiteral(": ") + complaint);
}

void auditBoard(QTextStream& out, QStringList& complaints)
{
    QString before;
    Measures least;
    const auto write = [&] {
        if (!before.isEmpty())
            writeMeasures(out, before, least);
        least = {};
    };
    board::walkBoard([&](QWidget& window, const char* pose, ui::Language language) {
        const QString name = QStringLiteral("board %1 %2")
                                 .arg(window.width() > window.height() ? QStringLiteral("landscape")
                                                                       : QStringLiteral("portrait"),
                                      ui::languageCode(language));
        if (name != before)
            write();
        before = name;
        auditWindow(window, name, QLatin1StringView{pose}, least, complaints);
    });
    write();
}

} // namespace

bool auditPages(QTextStream& out, const QStringList& only)
{
    QStringList complaints;
    for (const Setting& setting : settings()) {
        const QString name = nameOf(setting);
        if (!isWanted(name, only))
            continue;
        Measures least;
        Thresholds thresholds;
        if (setting.isLow)
            thresholds.reachMm = ui::mm::kLowBand;
        for (const Pose& pose : poses()) {
            Stage stage{setting, pose.isShopKnown};
            pose.take(stage);
            stage.settle();
            auditWindow(stage.window(), name, QLatin1StringView{pose.name}, least, complaints,
                        thresholds);
        }
        const MeasureStage measure{setting};
        auditWindow(measure.page(), name, QLatin1StringView{kMeasurePose}, least, complaints);
        writeMeasures(out, name, least);
    }
    if (isWanted(QStringLiteral("board"), only))
        auditBoard(out, complaints);
    complaints.removeDuplicates();
    for (const QString& complaint : complaints)
        out << complaint << '\n';
    out << complaints.size() << " complaints\n";
    return complaints.isEmpty();
}

} // namespace coffee::kiosk
