// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/audit/drawing.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainterPath>
#include <QWidget>

#include <cstdlib>

namespace coffee::kiosk {
namespace {

/// Larger pictures are photographs and drawings, not marks.
constexpr int kIconPixelsMost = 200 * 200;
/// So far apart may the colours of one ink be, for rounding.
constexpr int kSameInk = 8;
constexpr int kInkAlphaLeast = 230;

/// The one colour of an icon; invalid for a picture of several.
QColor inkOf(const QPixmap& pixmap)
{
    if (pixmap.width() * pixmap.height() > kIconPixelsMost)
        return {};
    const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
    QColor ink;
    for (int y = 0; y < image.height(); ++y) {
        const auto* row = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const QRgb dot = row[x];
            if (qAlpha(dot) < kInkAlphaLeast)
                continue;
            if (!ink.isValid())
                ink = QColor{dot};
            else if (std::abs(qRed(dot) - ink.red()) > kSameInk ||
                     std::abs(qGreen(dot) - ink.green()) > kSameInk ||
                     std::abs(qBlue(dot) - ink.blue()) > kSameInk)
                return {};
        }
    }
    return ink;
}

class NotingEngine final : public QPaintEngine {
public:
    NotingEngine() : QPaintEngine{AllFeatures} {}

    Drawing notes;

    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    [[nodiscard]] Type type() const override { return User; }
    void updateState(const QPaintEngineState& now) override
    {
        const DirtyFlags changed = now.state();
        if (changed & DirtyPen)
            m_pen = now.pen();
        if (changed & DirtyBrush)
            m_brush = now.brush();
        if (changed & DirtyOpacity)
            m_opacity = now.opacity();
        if (changed & DirtyTransform)
            m_transform = now.transform();
    }
    void drawTextItem(const QPointF& at, const QTextItem& item) override
    {
        const QString text = item.text();
        if (text.trimmed().isEmpty())
            return;
        const QRectF glyphs = QFontMetricsF{item.font()}.tightBoundingRect(text).translated(at);
        notes.texts.push_back({text, item.font(), m_pen.color(), m_transform.mapRect(glyphs)});
    }

    void drawPixmap(const QRectF& room, const QPixmap& pixmap, const QRectF&) override
    {
        if (const QColor ink = inkOf(pixmap); ink.isValid() && isOpaque(ink))
            notes.parts.push_back({m_transform.mapRect(room), {}, ink, true});
    }
    void drawImage(const QRectF& room, const QImage& image, const QRectF& from,
                   Qt::ImageConversionFlags) override
    {
        drawPixmap(room, QPixmap::fromImage(image), from);
    }
    void drawTiledPixmap(const QRectF&, const QPixmap&, const QPointF&) override {}
    void drawPath(const QPainterPath& path) override { note(path.controlPointRect()); }
    void drawPolygon(const QPointF* points, int count, PolygonDrawMode) override
    {
        QPolygonF polygon;
        for (int at = 0; at < count; ++at)
            polygon.append(points[at]);
        note(polygon.boundingRect());
    }
    void drawPolygon(const QPoint* points, int count, PolygonDrawMode) override
    {
        QPolygon polygon;
        for (int at = 0; at < count; ++at)
            polygon.append(points[at]);
        note(polygon.boundingRect());
    }
    void drawRects(const QRectF* rects, int count) override
    {
        for (int at = 0; at < count; ++at)
            note(rects[at]);
    }
    void drawRects(const QRect* rects, int count) override
    {
        for (int at = 0; at < count; ++at)
            note(rects[at]);
    }
    void drawEllipse(const QRectF& room) override { note(room); }
    void drawEllipse(const QRect& room) override { note(room); }
    // Lines only divide.
    void drawLines(const QLineF*, int) override {}
    void drawLines(const QLine*, int) override {}
    void drawPoints(const QPointF*, int) override {}
    void drawPoints(const QPoint*, int) override {}

private:
    void note(const QRectF& room)
    {
        DrawnPart part{m_transform.mapRect(room), {}, {}};
        if (m_pen.style() != Qt::NoPen && isOpaque(m_pen.color()))
            part.line = m_pen.color();
        if (m_brush.style() == Qt::SolidPattern && isOpaque(m_brush.color()))
            part.fill = m_brush.color();
        if (part.line.isValid() || part.fill.isValid())
            notes.parts.push_back(part);
    }
    [[nodiscard]] bool isOpaque(const QColor& colour) const
    {
        return m_opacity >= 1.0 && colour.alpha() == 255;
    }

    QPen m_pen;
    QBrush m_brush;
    double m_opacity{1.0};
    QTransform m_transform;
};

class NotingDevice final : public QPaintDevice {
public:
    explicit NotingDevice(QSize size) : m_size{size} {}
    [[nodiscard]] QPaintEngine* paintEngine() const override { return &m_engine; }
    [[nodiscard]] Drawing takeNotes() { return std::move(m_engine.notes); }

protected:
    [[nodiscard]] int metric(PaintDeviceMetric which) const override
    {
        constexpr int kDotsPerInch = 96;
        constexpr double kMmPerInch = 25.4;
        const auto mm = [](int pixels) {
            return static_cast<int>(pixels * kMmPerInch / kDotsPerInch);
        };
        switch (which) {
        case PdmWidth:
            return m_size.width();
        case PdmHeight:
            return m_size.height();
        case PdmWidthMM:
            return mm(m_size.width());
        case PdmHeightMM:
            return mm(m_size.height());
        case PdmNumColors:
            return 1 << 24;
        case PdmDepth:
            return 32;
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return kDotsPerInch;
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return static_cast<int>(devicePixelRatioFScale());
        }
        return 0;
    }

private:
    QSize m_size;
    mutable NotingEngine m_engine;
};

} // namespace

Drawing drawingOf(QWidget& widget)
{
    NotingDevice device{widget.size()};
    widget.render(&device, QPoint{}, QRegion{}, QWidget::RenderFlags{});
    return device.takeNotes();
}

} // namespace coffee::kiosk
