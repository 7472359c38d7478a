// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/icon.h"

#include "shared/widgets/tokens.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <algorithm>
#include <cmath>

namespace coffee::ui {

namespace {

constexpr std::array<const char*, kIconCount> kNames{
    "accessibility", "alert",          "allergy", "back",         "basket", "bell",    "board",
    "card",          "chart",          "check",   "chevron-down", "clock",  "close",   "collect",
    "contrast",      "cup-disposable", "cup-own", "cup-store",    "daemon", "done",    "down",
    "drag-more",     "edit",           "erase",   "error",        "eye",    "filter",  "fire",
    "forward",       "help",           "history", "home",         "hot",    "ice",     "info",
    "kiosk",         "language",       "link",    "list",         "lock",   "manager", "minus",
    "money",         "pause",          "person",  "phone",        "play",   "plus",    "power",
    "recall",        "receipt",        "refresh", "refund",       "search", "send",    "settings",
    "sold-out",      "sparkle",        "star",    "station",      "stop",   "store",   "takeaway",
    "terminal",      "text-size",      "trash",   "undo",         "unlink", "up",      "volume",
    "volume-off",    "wifi",
};

// Draws the file so that it is that high; its own proportions give the width.
QPixmap rendered(const QByteArray& svg, int high, double pixelRatio)
{
    QSvgRenderer renderer{svg};
    const QSizeF shape = renderer.viewBoxF().size();
    const double share = shape.isEmpty() ? 1.0 : shape.width() / shape.height();
    const int height = std::max(1, static_cast<int>(std::lround(high * pixelRatio)));
    const int width = std::max(1, static_cast<int>(std::lround(high * share * pixelRatio)));
    QPixmap pixmap{width, height};
    pixmap.fill(Qt::transparent);
    QPainter painter{&pixmap};
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, QRectF{QPointF{}, QSizeF{pixmap.size()}});
    painter.end();
    pixmap.setDevicePixelRatio(pixelRatio);
    return pixmap;
}

QByteArray resource(const QString& path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

} // namespace

QString iconName(Icon icon)
{
    return QString::fromLatin1(kNames.at(static_cast<std::size_t>(icon)));
}

QPixmap iconPixmap(Icon icon, const QColor& colour, int side, double pixelRatio)
{
    const QString name = iconName(icon);
    const QString key = QStringLiteral("coffee-icon/%1/%2/%3/%4")
                            .arg(name, colour.name())
                            .arg(side)
                            .arg(pixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QByteArray svg = resource(QStringLiteral(":/icons/%1.svg").arg(name));
    svg.replace(kIconFileColour, colour.name().toLatin1());
    pixmap = rendered(svg, side, pixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

void paintIcon(QPainter& painter, Icon icon, const QRectF& room, const QColor& colour)
{
    const double pixelRatio = painter.device()->devicePixelRatioF();
    const int side = static_cast<int>(std::lround(std::min(room.width(), room.height())));
    painter.drawPixmap(room.topLeft(), iconPixmap(icon, colour, side, pixelRatio));
}

QPixmap logoPixmap(int side, double pixelRatio)
{
    return rendered(resource(QStringLiteral(":/icons/logo.svg")), side, pixelRatio);
}

QPixmap wordmarkPixmap(const QColor& colour, int height, double pixelRatio)
{
    QByteArray svg = resource(QStringLiteral(":/icons/wordmark.svg"));
    svg.replace(kIconFileColour, colour.name().toLatin1());
    return rendered(svg, height, pixelRatio);
}

} // namespace coffee::ui
