// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/manager/report_tables.h"

#include <QFont>
#include <QRectF>

class QIODevice;
class QPagedPaintDevice;

namespace coffee::station {

/// A report on sheets of A4, for the file and for the accountant: text in black on white.
struct ReportPaper {
    QString shop;
    QString title;     ///< "Z 12 · 11월 28일 (토)"
    QStringList facts; ///< the stretch of the log, when it was written and by whom
    QString warning;   ///< where the books do not agree
    std::vector<ReportTable> tables;
};

/// One text on a sheet.
struct PrintedText {
    QRectF room; ///< in the device's pixels, from the sheet's corner
    QString words;
    QFont font;
    Qt::Alignment alignment{Qt::AlignLeft};
};
struct PrintedSheet {
    std::vector<PrintedText> texts;
    std::vector<QLineF> lines;
};

/// The sheets as they are drawn on this device; each says which it is of how many. A row is never
/// parted, a table's title never stands alone at the end of a sheet, and its head comes again on
/// the next one.
[[nodiscard]] std::vector<PrintedSheet>
sheetsOf(const ReportPaper& paper, const QPagedPaintDevice& device, const QFont& letters);

/// Writes it as PDF in the letters of this font; false where the file cannot be written.
[[nodiscard]] bool writePdf(QIODevice& file, const ReportPaper& paper, const QFont& letters);

} // namespace coffee::station
