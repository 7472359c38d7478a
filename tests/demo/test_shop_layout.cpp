// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/demo/shop_layout.h"

#include <QTest>

#include <array>

using coffee::demo::layOut;
using coffee::demo::ShopLayout;

namespace {

constexpr int kTitle = 30;
constexpr int kGap = 6;

std::array<QRect, 6> placesOf(const ShopLayout& layout)
{
    return {layout.kiosk, layout.station,  layout.manager,
            layout.board, layout.terminal, layout.start};
}

} // namespace

class ShopLayoutTest final : public QObject {
    Q_OBJECT

private:
    static void screens()
    {
        QTest::addColumn<QRect>("screen");
        QTest::newRow("full HD") << QRect{0, 0, 1920, 1080};
        QTest::newRow("full HD with a panel") << QRect{0, 32, 1920, 1048};
        QTest::newRow("4K") << QRect{0, 0, 3840, 2160};
        QTest::newRow("laptop") << QRect{0, 0, 1366, 768};
        QTest::newRow("16:10") << QRect{0, 0, 1920, 1200};
        QTest::newRow("4:3") << QRect{0, 0, 1600, 1200};
        QTest::newRow("second screen") << QRect{1920, 100, 2560, 1440};
    }

private Q_SLOTS:
    void windowsFitTheScreenAndDoNotOverlap_data() { screens(); }
    void windowsFitTheScreenAndDoNotOverlap()
    {
        QFETCH(const QRect, screen);
        const auto places = placesOf(layOut(screen, kTitle, kGap));
        for (std::size_t one = 0; one < places.size(); ++one) {
            const QRect framed = places[one].adjusted(0, 0, 0, kTitle);
            QVERIFY2(screen.contains(framed), qPrintable(QString::number(one)));
            for (std::size_t other = one + 1; other < places.size(); ++other)
                QVERIFY2(!framed.intersects(places[other].adjusted(0, 0, 0, kTitle)),
                         qPrintable(QStringLiteral("%1 and %2").arg(one).arg(other)));
        }
    }

    void windowsHaveTheShapeOfTheirScreens()
    {
        const ShopLayout layout = layOut({0, 0, 1920, 1080}, kTitle, kGap);
        const auto near = [](const QRect& place, double width, double height) {
            return std::abs(place.width() / double(place.height()) - width / height) < 0.02;
        };
        QVERIFY(near(layout.kiosk, 9, 16));
        QVERIFY(near(layout.station, 16, 9));
        QVERIFY(near(layout.manager, 16, 9));
        QVERIFY(near(layout.board, 16, 9));
        QVERIFY(near(layout.terminal, 3, 5));
    }
};

QTEST_GUILESS_MAIN(ShopLayoutTest)

#include "test_shop_layout.moc"
