// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/picture.h"

#include "shared/widgets/theme.h"

#include <QFile>
#include <QImageReader>
#include <QPainter>
#include <QPainterPath>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <algorithm>
#include <cmath>

namespace coffee::ui {

namespace {

// A photo from a camera is larger than any tile; nothing above this side is read from disk.
constexpr int kPhotoSideMost = 2000;

QString drawingPath(const QString& id)
{
    return QStringLiteral(":/pictures/%1.svg").arg(id);
}

bool looksLikePath(const QString& image)
{
    return image.contains(QLatin1Char('/')) || image.contains(QLatin1Char('.'));
}

void paintDrawing(QPainter& painter, const QString& id, const QRectF& room)
{
    QSvgRenderer renderer{drawingPath(hasPicture(id) ? id : QStringLiteral("placeholder"))};
    renderer.render(&painter, room);
}

bool paintPhoto(QPainter& painter, const QString& path, const QRectF& room)
{
    QImageReader reader{path};
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isValid())
        return false;
    const QSize most{kPhotoSideMost, kPhotoSideMost};
    reader.setScaledSize(size.scaled(size.boundedTo(most), Qt::KeepAspectRatio));
    const QImage photo = reader.read();
    if (photo.isNull())
        return false;
    const int side = std::min(photo.width(), photo.height());
    const QRectF middle{(photo.width() - side) / 2.0, (photo.height() - side) / 2.0, double(side),
                        double(side)};
    QPainterPath round;
    round.addEllipse(room);
    painter.setClipPath(round);
    painter.drawImage(room, photo, middle);
    return true;
}

} // namespace

bool hasPicture(const QString& id)
{
    return !id.isEmpty() && !looksLikePath(id) && QFile::exists(drawingPath(id));
}

QPixmap picturePixmap(const QString& image, int diameter, double pixelRatio, const Theme& theme)
{
    const QColor ground = theme.colours().sunken;
    const QString key = QStringLiteral("coffee-picture/%1/%2/%3/%4")
                            .arg(image, ground.name())
                            .arg(diameter)
                            .arg(pixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    const int pixels = std::max(1, static_cast<int>(std::lround(diameter * pixelRatio)));
    pixmap = QPixmap{pixels, pixels};
    pixmap.fill(Qt::transparent);
    const QRectF room{0, 0, double(pixels), double(pixels)};
    QPainter painter{&pixmap};
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawEllipse(room);
    if (!looksLikePath(image) || !paintPhoto(painter, image, room))
        paintDrawing(painter, image, room);
    painter.end();
    pixmap.setDevicePixelRatio(pixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace coffee::ui
