// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/audit/drawn_text.h"

#include <QFontMetricsF>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QWidget>

namespace coffee::kiosk {
namespace {

class NotingEngine final : public QPaintEngine {
public:
    NotingEngine() : QPaintEngine{AllFeatures} {}

    std::vector<DrawnText> notes;

    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    [[nodiscard]] Type type() const override { return User; }
    void updateState(const QPaintEngineState& now) override
    {
        const DirtyFlags changed = now.state();
        if (changed & DirtyPen)
            m_ink = now.pen().color();
        if (changed & DirtyTransform)
            m_transform = now.transform();
    }
    void drawTextItem(const QPointF& at, const QTextItem& item) override
    {
        const QString text = item.text();
        if (text.trimmed().isEmpty())
            return;
        const QRectF glyphs = QFontMetricsF{item.font()}.tightBoundingRect(text).translated(at);
        notes.push_back({text, item.font(), m_ink, m_transform.mapRect(glyphs)});
    }

    // Nothing but text is of interest.
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}
    void drawImage(const QRectF&, const QImage&, const QRectF&, Qt::ImageConversionFlags) override
    {
    }
    void drawTiledPixmap(const QRectF&, const QPixmap&, const QPointF&) override {}
    void drawPath(const QPainterPath&) override {}
    void drawPolygon(const QPointF*, int, PolygonDrawMode) override {}
    void drawPolygon(const QPoint*, int, PolygonDrawMode) override {}
    void drawRects(const QRectF*, int) override {}
    void drawRects(const QRect*, int) override {}
    void drawLines(const QLineF*, int) override {}
    void drawLines(const QLine*, int) override {}
    void drawPoints(const QPointF*, int) override {}
    void drawPoints(const QPoint*, int) override {}
    void drawEllipse(const QRectF&) override {}
    void drawEllipse(const QRect&) override {}

private:
    QColor m_ink;
    QTransform m_transform;
};

class NotingDevice final : public QPaintDevice {
public:
    explicit NotingDevice(QSize size) : m_size{size} {}
    [[nodiscard]] QPaintEngine* paintEngine() const override { return &m_engine; }
    [[nodiscard]] std::vector<DrawnText> takeNotes() { return std::move(m_engine.notes); }

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

std::vector<DrawnText> drawnTexts(QWidget& widget)
{
    NotingDevice device{widget.size()};
    widget.render(&device, QPoint{}, QRegion{}, QWidget::RenderFlags{});
    return device.takeNotes();
}

} // namespace coffee::kiosk
