// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/drill/number_reading.h"

#include <QDir>
#include <QPainter>
#include <QProcess>
#include <QStandardPaths>

namespace coffee::drill {
namespace {

constexpr int kShare = 4;
constexpr int kReadLimitMs = 60'000;
/// The reader is made for printed pages: dark on light, letters of some fifty pixels, a margin.
constexpr int kMagnified = 4;
constexpr int kMargin = 20;

} // namespace

QImage seenFromAfar(const QImage& picture)
{
    return picture.scaled(picture.size() / kShare, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

bool hasReader()
{
    return !QStandardPaths::findExecutable(QStringLiteral("tesseract")).isEmpty();
}

QString readDigits(const QImage& fromAfar, const QRect& place, const QString& folder)
{
    const QRect small{place.topLeft() / kShare, place.size() / kShare};
    QImage digits = fromAfar.copy(small).convertToFormat(QImage::Format_Grayscale8);
    digits.invertPixels();
    digits =
        digits.scaled(digits.size() * kMagnified, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    QImage page{digits.size() + QSize{2 * kMargin, 2 * kMargin}, QImage::Format_Grayscale8};
    page.fill(Qt::white);
    QPainter{&page}.drawImage(kMargin, kMargin, digits);
    const QString file = QDir{folder}.filePath(QStringLiteral("read.png"));
    page.save(file);
    QProcess reader;
    reader.start(QStringLiteral("tesseract"),
                 {file, QStringLiteral("stdout"), QStringLiteral("--psm"), QStringLiteral("7"),
                  QStringLiteral("-c"), QStringLiteral("tessedit_char_whitelist=0123456789")});
    if (!reader.waitForFinished(kReadLimitMs))
        reader.kill();
    return QString::fromUtf8(reader.readAllStandardOutput()).trimmed();
}

} // namespace coffee::drill
