// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/picture.h"

#include "shared/widgets/theme.h"

#include <QFile>
#include <QImageReader>
#include <QPainter>
#include <QPainterPath>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <QThreadPool>

#include <algorithm>
#include <cmath>
#include <deque>
#include <future>
#include <memory>
#include <optional>
#include <utility>

namespace coffee::ui {

namespace {

// A photo from a camera is larger than any tile; nothing above this side is read from disk.
constexpr int kPhotoSideMost = 2000;
// Prepared and not asked for, as after a change of size: the oldest is dropped.
constexpr std::size_t kPreparedMost = 8;

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

// What a picture depends on; on any thread.
struct Drawing {
    QString image;
    QColor ground;
    double pixelRatio{1.0};
    int pixels{1};

    Drawing(QString name, int diameter, double ratio, const Theme& theme)
        : image{std::move(name)},
          ground{theme.colours().sunken},
          pixelRatio{ratio},
          pixels{std::max(1, static_cast<int>(std::lround(diameter * ratio)))}
    {
    }
    [[nodiscard]] QString key() const
    {
        return QStringLiteral("coffee-picture/%1/%2/%3/%4")
            .arg(image, ground.name())
            .arg(pixels)
            .arg(pixelRatio);
    }
};

QImage drawn(const Drawing& wanted)
{
    QImage picture{wanted.pixels, wanted.pixels, QImage::Format_ARGB32_Premultiplied};
    picture.fill(Qt::transparent);
    const QRectF room{0, 0, double(wanted.pixels), double(wanted.pixels)};
    QPainter painter{&picture};
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.setPen(Qt::NoPen);
    painter.setBrush(wanted.ground);
    painter.drawEllipse(room);
    if (!looksLikePath(wanted.image) || !paintPhoto(painter, wanted.image, room))
        paintDrawing(painter, wanted.image, room);
    return picture;
}

struct Prepared {
    QString key;
    std::future<QImage> picture;
};

std::deque<Prepared>& preparedOnes()
{
    static std::deque<Prepared> ones;
    return ones;
}

std::optional<QImage> takePrepared(const QString& key)
{
    auto& ones = preparedOnes();
    const auto found = std::find_if(ones.begin(), ones.end(),
                                    [&key](const Prepared& one) { return one.key == key; });
    if (found == ones.end())
        return std::nullopt;
    QImage picture = found->picture.get();
    ones.erase(found);
    return picture;
}

} // namespace

bool hasPicture(const QString& id)
{
    return !id.isEmpty() && !looksLikePath(id) && QFile::exists(drawingPath(id));
}

QString pictureVariant(const QString& image, const QString& variant)
{
    const QString id = image + QLatin1Char('-') + variant;
    return hasPicture(id) ? id : image;
}

void preparePicture(const QString& image, int diameter, double pixelRatio, const Theme& theme)
{
    const Drawing wanted{image, diameter, pixelRatio, theme};
    const QString key = wanted.key();
    auto& ones = preparedOnes();
    QPixmap known;
    if (QPixmapCache::find(key, &known) ||
        std::any_of(ones.begin(), ones.end(),
                    [&key](const Prepared& one) { return one.key == key; }))
        return;
    auto task = std::make_shared<std::packaged_task<QImage()>>([wanted] { return drawn(wanted); });
    ones.push_back({key, task->get_future()});
    if (ones.size() > kPreparedMost)
        ones.pop_front();
    QThreadPool::globalInstance()->start([task] { (*task)(); });
}

QPixmap picturePixmap(const QString& image, int diameter, double pixelRatio, const Theme& theme)
{
    const Drawing wanted{image, diameter, pixelRatio, theme};
    const QString key = wanted.key();
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    auto prepared = takePrepared(key);
    pixmap = QPixmap::fromImage(prepared ? *std::move(prepared) : drawn(wanted));
    pixmap.setDevicePixelRatio(pixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace coffee::ui
