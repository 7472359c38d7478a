// SPDX-License-Identifier: GPL-3.0-or-later
// Every icon and every menu picture is there, drawn, and different from the others.
#include "shared/widgets/icon.h"
#include "shared/widgets/picture.h"
#include "shared/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QPixmapCache>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace coffee::ui;

namespace {

const QStringList kPictures =
    QStringLiteral(
        "americano americano-ice espresso cafe-latte cafe-latte-ice cappuccino vanilla-latte "
        "vanilla-latte-ice caramel-macchiato cafe-mocha dolce-latte cold-brew cold-brew-latte "
        "einspanner flat-white decaf-americano green-tea-latte sweet-potato-latte chocolate-latte "
        "strawberry-latte grain-latte milk-tea earl-grey chamomile peppermint yuja-tea jujube-tea "
        "lemon-ade grapefruit-ade green-grape-ade plum-ade peach-iced-tea plain-yogurt-smoothie "
        "strawberry-smoothie mango-smoothie java-chip-frappe cookie-frappe croissant salt-bread "
        "bagel-cream-cheese cheesecake chocolate-cake tiramisu cookie financier sandwich-ham "
        "sandwich-egg placeholder cappuccino-ice flat-white-ice caramel-macchiato-ice "
        "cafe-mocha-ice dolce-latte-ice decaf-americano-ice green-tea-latte-ice "
        "sweet-potato-latte-ice chocolate-latte-ice milk-tea-ice earl-grey-ice chamomile-ice "
        "peppermint-ice yuja-tea-ice jujube-tea-ice einspanner-hot grain-latte-hot")
        .split(QLatin1Char(' '));

int inkedPixels(const QImage& image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (qAlpha(image.pixel(x, y)) > 128)
                ++count;
    return count;
}

QByteArray bytesOf(const QImage& image)
{
    return {reinterpret_cast<const char*>(image.constBits()), image.sizeInBytes()};
}

} // namespace

class PicturesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installLook(*qApp, Theme{}); }
    void everyIconIsDrawnInTheColourAsked();
    void noTwoIconsAreAlike();
    void everyPictureOfTheMenuIsThere();
    void noTwoPicturesAreAlike();
    void aPreparedPictureIsTheSame();
    void picturesUseOnlyWhatQtDraws();
    void anUnknownImageGivesThePlaceholder();
    void aPhotoIsCroppedToTheRound();
    void aDrinkIsDrawnAsItWasChosen();
    void theSignIsDrawn();
};

void PicturesTest::everyIconIsDrawnInTheColourAsked()
{
    const QColor colour = kLightColours.accent;
    for (int i = 0; i < kIconCount; ++i) {
        const QImage image = iconPixmap(static_cast<Icon>(i), colour, 48).toImage();
        const QByteArray name = iconName(static_cast<Icon>(i)).toUtf8();
        QVERIFY2(inkedPixels(image) > 30, name.constData());
        bool seen = false;
        for (int y = 0; y < image.height() && !seen; ++y)
            for (int x = 0; x < image.width() && !seen; ++x)
                seen = image.pixelColor(x, y) == colour;
        QVERIFY2(seen, name.constData());
    }
}

void PicturesTest::noTwoIconsAreAlike()
{
    QSet<QByteArray> seen;
    for (int i = 0; i < kIconCount; ++i)
        seen.insert(bytesOf(iconPixmap(static_cast<Icon>(i), kLightColours.ink, 48).toImage()));
    QCOMPARE(seen.size(), kIconCount);
}

void PicturesTest::aDrinkIsDrawnAsItWasChosen()
{
    const auto variant = [](const char* image, const char* chosen) {
        return pictureVariant(QLatin1StringView{image}, QLatin1StringView{chosen});
    };
    QCOMPARE(variant("cafe-latte", "ice"), QStringLiteral("cafe-latte-ice"));
    QCOMPARE(variant("einspanner", "hot"), QStringLiteral("einspanner-hot"));
    // Its own picture shows it so already, or it is an owner's photo.
    QCOMPARE(variant("cafe-latte", "hot"), QStringLiteral("cafe-latte"));
    QCOMPARE(variant("photos/latte.jpg", "ice"), QStringLiteral("photos/latte.jpg"));
}

void PicturesTest::everyPictureOfTheMenuIsThere()
{
    const Theme theme;
    const int ground = inkedPixels(picturePixmap(QString{}, 1, 1.0, theme).toImage());
    QVERIFY(ground <= 1);
    for (const QString& id : kPictures) {
        QVERIFY2(hasPicture(id), qPrintable(id));
        const QImage image = picturePixmap(id, 200, 1.0, theme).toImage();
        int drawn = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (qAlpha(image.pixel(x, y)) > 128 &&
                    image.pixelColor(x, y) != theme.colours().sunken)
                    ++drawn;
        QVERIFY2(drawn > 3000, qPrintable(id));
    }
}

void PicturesTest::noTwoPicturesAreAlike()
{
    QSet<QByteArray> seen;
    for (const QString& id : kPictures)
        seen.insert(bytesOf(picturePixmap(id, 120, 1.0, Theme{}).toImage()));
    QCOMPARE(seen.size(), kPictures.size());
}

void PicturesTest::aPreparedPictureIsTheSame()
{
    const QStringList ids{QStringLiteral("cafe-latte"), QStringLiteral("croissant"),
                          QStringLiteral("no-such-drawing")};
    for (const double pixelRatio : {1.0, 2.0}) {
        QPixmapCache::clear();
        QList<QImage> drawn;
        for (const QString& id : ids)
            drawn << picturePixmap(id, 150, pixelRatio, Theme{}).toImage();
        QPixmapCache::clear();
        for (const QString& id : ids)
            preparePicture(id, 150, pixelRatio, Theme{});
        // Forgotten ones, more than are kept, stand in nobody's way.
        for (int diameter = 20; diameter < 40; ++diameter)
            preparePicture(ids.front(), diameter, pixelRatio, Theme{});
        for (int n = 0; n < ids.size(); ++n) {
            preparePicture(ids[n], 150, pixelRatio, Theme{});
            const QPixmap picture = picturePixmap(ids[n], 150, pixelRatio, Theme{});
            QCOMPARE(picture.devicePixelRatio(), pixelRatio);
            QCOMPARE(picture.toImage(), drawn[n]);
        }
    }
}

void PicturesTest::picturesUseOnlyWhatQtDraws()
{
    for (const QString& id : kPictures) {
        QFile file{QStringLiteral(":/pictures/%1.svg").arg(id)};
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray svg = file.readAll();
        for (const char* element : {"<mask", "<clipPath", "<filter", "<text", "<image", "<style"})
            QVERIFY2(!svg.contains(element), qPrintable(id));
    }
}

void PicturesTest::anUnknownImageGivesThePlaceholder()
{
    const QImage placeholder =
        picturePixmap(QStringLiteral("placeholder"), 120, 1.0, Theme{}).toImage();
    for (const char* image : {"no-such-drink", "/no/such/photo.jpg", ""})
        QCOMPARE(picturePixmap(QString::fromLatin1(image), 120, 1.0, Theme{}).toImage(),
                 placeholder);
}

void PicturesTest::aPhotoIsCroppedToTheRound()
{
    QTemporaryDir folder;
    QImage photo{300, 200, QImage::Format_RGB32};
    photo.fill(kLightColours.ice);
    const QString path = folder.filePath(QStringLiteral("photo.png"));
    QVERIFY(photo.save(path));
    const QImage image = picturePixmap(path, 100, 1.0, Theme{}).toImage();
    QCOMPARE(image.pixelColor(50, 50), kLightColours.ice);
    QCOMPARE(qAlpha(image.pixel(1, 1)), 0);
}

void PicturesTest::theSignIsDrawn()
{
    QVERIFY(inkedPixels(logoPixmap(96).toImage()) > 1000);
    const QImage words = wordmarkPixmap(kLightColours.accent, 64).toImage();
    QVERIFY(inkedPixels(words) > 1000);
    QCOMPARE(words.height(), 64);
    QVERIFY(words.width() > 2 * words.height());
}

QTEST_MAIN(PicturesTest)
#include "pictures_test.moc"
