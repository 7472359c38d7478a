// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/pages/measure_page.h"
#include "shared/widgets/glass_size.h"
#include "shared/widgets/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QScreen>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace coffee;
using namespace coffee::kiosk;

namespace {

struct Owner {
    explicit Owner(double believed) : page{believed}
    {
        page.resize(1080, 1920);
        page.show();
        page.activateWindow();
        QCoreApplication::processEvents();
    }
    void press(const char* name)
    {
        QTest::mouseClick(page.findChild<QAbstractButton*>(QLatin1StringView{name}),
                          Qt::LeftButton);
    }
    void key(Qt::Key key, int times = 1)
    {
        for (int i = 0; i < times; ++i)
            QTest::keyClick(page.focusWidget(), key);
    }
    MeasurePage page;
};

} // namespace

class TestMeasure final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        ui::installLook(*qApp, ui::Theme{ui::PaletteKind::Light, ui::Metrics{}, true});
    }

    void theOutlineHasACardsProportions()
    {
        CardMatch match{4.0};
        QCOMPARE(match.widthPx(), 342);
        QVERIFY(std::abs(match.heightPx() / match.widthPx() - 53.98 / 85.60) < 1e-9);
        match.widen(1);
        QVERIFY(std::abs(match.pixelsPerMm() - 343 / 85.60) < 1e-9);
    }

    void itStaysWithinWhatAScreenCanBe()
    {
        CardMatch match{4.0};
        match.widen(-100000);
        QVERIFY(match.pixelsPerMm() >= kPixelsPerMmLeast);
        match.widen(1000000);
        QVERIFY(match.pixelsPerMm() <= kPixelsPerMmMost);
        QVERIFY(CardMatch{0.0}.pixelsPerMm() >= kPixelsPerMmLeast);
    }

    void theOutlineIsMatchedByFinger()
    {
        Owner owner{4.0};
        const auto* outline = owner.page.findChild<CardOutline*>();
        for (const char* name : {"largerButton", "muchLargerButton", "muchLargerButton",
                                 "smallerButton", "muchSmallerButton", "largerButton"})
            owner.press(name);
        QCOMPARE(owner.page.match().widthPx(), 342 + 11);
        QCoreApplication::processEvents();
        QCOMPARE(outline->width(), 353);
    }

    void theOutlineIsMatchedByKeys()
    {
        Owner owner{4.0};
        QSignalSpy stored{&owner.page, &MeasurePage::stored};
        owner.key(Qt::Key_Up, 3);
        owner.key(Qt::Key_Right, 4);
        owner.key(Qt::Key_Left);
        owner.key(Qt::Key_Down);
        QCOMPARE(owner.page.match().widthPx(), 342 + 23);
        owner.key(Qt::Key_Return);
        QCOMPARE(stored.count(), 1);
        QVERIFY(std::abs(stored.front().front().toDouble() - 365 / 85.60) < 1e-9);
    }

    void escapeStoresNothing()
    {
        Owner owner{4.0};
        QSignalSpy stored{&owner.page, &MeasurePage::stored};
        QSignalSpy left{&owner.page, &MeasurePage::left};
        owner.key(Qt::Key_Escape);
        QCOMPARE(left.count(), 1);
        QCOMPARE(stored.count(), 0);
    }

    void everyWindowOfTheMachineUsesWhatWasMeasured()
    {
        const QTemporaryDir folder;
        const std::filesystem::path data{folder.path().toStdString()};
        const QScreen& screen = *QGuiApplication::primaryScreen();
        const auto before = ui::glassPixelsPerMm(screen, data);
        QCOMPARE(before, ui::measuredPixelsPerMm(screen));
        QVERIFY(storeScreenMeasure(data, ui::measureOf(screen, 3.21)));
        QCOMPARE(ui::glassPixelsPerMm(screen, data), std::optional{3.21});
        ScreenMeasure other = ui::measureOf(screen, 9.0);
        other.width += 1; // another resolution is another screen
        QVERIFY(storeScreenMeasure(data, other));
        QCOMPARE(ui::glassPixelsPerMm(screen, data), std::optional{3.21});
    }
};

QTEST_MAIN(TestMeasure)
#include "test_measure.moc"
