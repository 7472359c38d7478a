// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/report_paper.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QIODevice>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>

namespace coffee::station {
namespace {

struct PaperTexts {
    Q_DECLARE_TR_FUNCTIONS(PaperTexts)
};

constexpr int kDotsPerInch = 600;
constexpr double kMmPerInch = 25.4;
/// Millimetres: letters as high as in a book, margins that a punch leaves free.
constexpr double kMarginMm = 18.0;
constexpr double kTextMm = 3.6;
constexpr double kHeadingMm = 4.4;
constexpr double kTitleMm = 6.0;
constexpr double kCellGapMm = 5.0;
constexpr double kRowGapMm = 0.8;
constexpr double kTableGapMm = 6.0;
constexpr double kLineMm = 0.2;

/// Writes from top to bottom and begins a new sheet where the next piece has no room.
class Writing {
public:
    Writing(const QPagedPaintDevice& device, const QFont& letters)
        : m_device{device},
          m_letters{letters},
          m_page{dots(kMarginMm), dots(kMarginMm), device.width() - 2 * dots(kMarginMm),
                 device.height() - 2 * dots(kMarginMm)},
          m_sheets(1),
          m_y{m_page.top()}
    {
    }

    [[nodiscard]] double dots(double mm) const { return mm / kMmPerInch * m_device.logicalDpiX(); }
    [[nodiscard]] QFont font(double mm, bool bold) const
    {
        QFont made = m_letters;
        made.setPixelSize(static_cast<int>(dots(mm)));
        made.setBold(bold);
        // Shaped digits of Latin runs are glyphs without a letter: nobody could copy or find them.
        made.setStyleStrategy(QFont::PreferNoShaping);
        return made;
    }
    void skip(double mm) { m_y += dots(mm); }

    void paragraph(const QString& words, const QFont& font)
    {
        if (words.isEmpty())
            return;
        const double height = heightOf(words, font, m_page.width());
        makeRoom(height);
        put({m_page.left(), m_y, m_page.width(), height}, words, font, Qt::AlignLeft);
        m_y += height;
    }
    void table(const ReportTable& table)
    {
        const QFont heading = font(kHeadingMm, true);
        const QFont plain = font(kTextMm, false);
        const QFont bold = font(kTextMm, true);
        std::vector<QStringList> all = table.rows;
        if (!table.head.isEmpty())
            all.insert(all.begin(), table.head);
        measure(all, bold);
        const double title = heightOf(table.title, heading, m_page.width());
        double begin = title + dots(2 * kRowGapMm);
        for (std::size_t row = 0; row < std::min<std::size_t>(2, all.size()); ++row)
            begin += rowHeight(all[row], bold);
        makeRoom(begin);
        put({m_page.left(), m_y, m_page.width(), title}, table.title, heading, Qt::AlignLeft);
        m_y += title;
        line();
        for (const QStringList& row : all) {
            const bool isHead = !table.head.isEmpty() && &row == &all.front();
            if (makeRoom(rowHeight(row, bold)) && !table.head.isEmpty())
                addRow(table.head, bold);
            addRow(row, isHead ? bold : plain);
        }
        skip(kTableGapMm);
    }
    [[nodiscard]] std::vector<PrintedSheet> take()
    {
        const QFont small = font(kTextMm, false);
        const double height = heightOf(QStringLiteral("1"), small, m_page.width());
        int number = 0;
        for (PrintedSheet& sheet : m_sheets)
            sheet.texts.push_back(
                {{m_page.left(), m_page.bottom() + dots(kCellGapMm), m_page.width(), height},
                 PaperTexts::tr("%1 / %2쪽").arg(++number).arg(m_sheets.size()),
                 small,
                 Qt::AlignHCenter});
        return std::move(m_sheets);
    }

private:
    [[nodiscard]] QFontMetricsF metrics(const QFont& font) const
    {
        return QFontMetricsF{font, const_cast<QPagedPaintDevice*>(&m_device)};
    }
    [[nodiscard]] double heightOf(const QString& words, const QFont& font, double width) const
    {
        return metrics(font)
            .boundingRect(QRectF{0, 0, width, m_page.height()}, Qt::TextWordWrap, words)
            .height();
    }
    /// True when that began a new sheet.
    bool makeRoom(double height)
    {
        if (m_y + height <= m_page.bottom() || m_y == m_page.top())
            return false;
        m_sheets.emplace_back();
        m_y = m_page.top();
        return true;
    }
    void put(const QRectF& room, const QString& words, const QFont& font, Qt::Alignment alignment)
    {
        m_sheets.back().texts.push_back({room, words, font, alignment});
    }
    void line()
    {
        m_y += dots(kRowGapMm);
        m_sheets.back().lines.emplace_back(m_page.left(), m_y, m_page.right(), m_y);
        m_y += dots(kRowGapMm);
    }
    /// The columns of figures are as wide as their widest; the first one has the rest.
    void measure(const std::vector<QStringList>& rows, const QFont& font)
    {
        m_widths.clear();
        for (const QStringList& row : rows)
            for (qsizetype cell = 1; cell < row.size(); ++cell) {
                if (static_cast<qsizetype>(m_widths.size()) < cell)
                    m_widths.push_back(0);
                double& width = m_widths[static_cast<std::size_t>(cell) - 1];
                width =
                    std::max(width, metrics(font).horizontalAdvance(row[cell]) + dots(kCellGapMm));
            }
    }
    [[nodiscard]] double firstWidth() const
    {
        double rest = m_page.width();
        for (const double width : m_widths)
            rest -= width;
        return rest;
    }
    [[nodiscard]] double rowHeight(const QStringList& row, const QFont& font) const
    {
        const double first = heightOf(row.value(0), font, firstWidth());
        return std::max(first, heightOf(QStringLiteral("1"), font, firstWidth())) + dots(kRowGapMm);
    }
    void addRow(const QStringList& row, const QFont& font)
    {
        const double height = rowHeight(row, font);
        put({m_page.left(), m_y, firstWidth(), height}, row.value(0), font, Qt::AlignLeft);
        double right = m_page.left() + firstWidth();
        for (qsizetype cell = 1; cell < row.size(); ++cell) {
            const double width = m_widths[static_cast<std::size_t>(cell) - 1];
            put({right, m_y, width, height}, row[cell], font, Qt::AlignRight);
            right += width;
        }
        m_y += height;
    }

    const QPagedPaintDevice& m_device;
    QFont m_letters;
    QRectF m_page;
    std::vector<PrintedSheet> m_sheets;
    std::vector<double> m_widths; ///< of a table's columns behind the first
    double m_y;
};

} // namespace

std::vector<PrintedSheet> sheetsOf(const ReportPaper& paper, const QPagedPaintDevice& device,
                                   const QFont& letters)
{
    Writing writing{device, letters};
    writing.paragraph(paper.shop, writing.font(kHeadingMm, false));
    writing.paragraph(paper.title, writing.font(kTitleMm, true));
    for (const QString& fact : paper.facts)
        writing.paragraph(fact, writing.font(kTextMm, false));
    writing.paragraph(paper.warning, writing.font(kTextMm, true));
    writing.skip(kTableGapMm);
    for (const ReportTable& table : paper.tables)
        writing.table(table);
    return writing.take();
}

bool writePdf(QIODevice& file, const ReportPaper& paper, const QFont& letters)
{
    QPdfWriter writer{&file};
    writer.setPageSize(QPageSize{QPageSize::A4});
    writer.setPageMargins({});
    writer.setResolution(kDotsPerInch);
    writer.setTitle(QStringLiteral("%1 %2").arg(paper.shop, paper.title));
    writer.setCreator(QStringLiteral("Coffee Order " COFFEE_VERSION));
    const std::vector<PrintedSheet> sheets = sheetsOf(paper, writer, letters);
    QPainter painter;
    if (!painter.begin(&writer))
        return false;
    QPen ink; // black, as a pen is: this is paper
    ink.setWidthF(kLineMm / kMmPerInch * kDotsPerInch);
    painter.setPen(ink);
    bool good = true;
    for (const PrintedSheet& sheet : sheets) {
        if (&sheet != &sheets.front())
            good = writer.newPage() && good;
        painter.drawLines(QList<QLineF>{sheet.lines.begin(), sheet.lines.end()});
        for (const PrintedText& text : sheet.texts) {
            painter.setFont(text.font);
            painter.drawText(text.room, static_cast<int>(text.alignment) | Qt::TextWordWrap,
                             text.words);
        }
    }
    return painter.end() && good;
}

} // namespace coffee::station
