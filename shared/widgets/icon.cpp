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

QPixmap rendered(const QByteArray& svg, int side, double pixelRatio)
{
    const int pixels = std::max(1, static_cast<int>(std::lround(side * pixelRatio)));
    QPixmap pixmap{pixels, pixels};
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer{svg};
    QPainter painter{&pixmap};
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, QRectF{0, 0, double(pixels), double(pixels)});
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

} // namespace coffee::ui
