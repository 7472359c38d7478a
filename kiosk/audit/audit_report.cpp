// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/audit/audit_report.h"

#include "kiosk/audit/page_audit.h"
#include "kiosk/shots/poses.h"

#include <QTextStream>

namespace coffee::kiosk {
namespace {

QString nameOf(const Setting& setting)
{
    return QStringLiteral("%1 %2 %3 %")
        .arg(QLatin1StringView{setting.shape}, ui::languageCode(setting.language))
        .arg(setting.percent);
}

void writeMeasures(QTextStream& out, const Setting& setting, const Measures& least)
{
    const auto figure = [](double value) { return QString::number(value, 'f', 1); };
    out << QStringLiteral("%1: %2 texts, least %3 mm, contrast %4:1; %5 targets, least %6 mm high "
                          "and %7 mm wide, gap %8 mm; %9 focus stops\n")
               .arg(nameOf(setting))
               .arg(least.texts)
               .arg(figure(least.textMm), figure(least.contrast))
               .arg(least.targets)
               .arg(figure(least.targetHighMm), figure(least.targetWideMm), figure(least.gapMm))
               .arg(least.focusStops);
    out.flush();
}

/// Measures one window and notes what it says.
void auditWindow(QWidget& window, const Setting& setting, const char* name, Measures& least,
                 QStringList& complaints)
{
    PageAudit audit{window};
    audit.run();
    least.take(audit.measures());
    for (const QString& complaint : audit.complaints())
        complaints.append(
            QStringLiteral("%1 %2: %3").arg(nameOf(setting), QLatin1StringView{name}, complaint));
    for (const QString& complaint : auditColours(ui::themeOf(window)))
        complaints.append(nameOf(setting) + QStringLiteral(": ") + complaint);
}

} // namespace

bool auditPages(QTextStream& out)
{
    QStringList complaints;
    for (const Setting& setting : settings()) {
        Measures least;
        for (const Pose& pose : poses()) {
            Stage stage{setting, pose.isShopKnown};
            pose.take(stage);
            stage.settle();
            auditWindow(stage.window(), setting, pose.name, least, complaints);
        }
        const MeasureStage measure{setting};
        auditWindow(measure.page(), setting, kMeasurePose, least, complaints);
        writeMeasures(out, setting, least);
    }
    complaints.removeDuplicates();
    for (const QString& complaint : complaints)
        out << complaint << '\n';
    out << complaints.size() << " complaints\n";
    return complaints.isEmpty();
}

} // namespace coffee::kiosk
