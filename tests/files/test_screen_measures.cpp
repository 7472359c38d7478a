// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/files/screen_measures.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace coffee;

namespace {

ScreenMeasure screen(const char* name, double pixels, std::int64_t width = 1080)
{
    return {name, width, 1920, pixels};
}

} // namespace

class TestScreenMeasures final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsStoredIsReadAgain()
    {
        const QTemporaryDir folder;
        const std::filesystem::path data{folder.filePath(QStringLiteral("new/data")).toStdString()};
        QVERIFY(readScreenMeasures(data)->empty());
        QVERIFY(storeScreenMeasure(data, screen("HDMI-1", 4.03)));
        QVERIFY(storeScreenMeasure(data, screen("a \"quoted\\\" name", 3.21)));
        const auto read = readScreenMeasures(data);
        QVERIFY(read);
        QCOMPARE(read->size(), std::size_t{2});
        QCOMPARE(read->front(), screen("HDMI-1", 4.03));
        QCOMPARE(read->back().screen, std::string{"a \"quoted\\\" name"});
    }

    void aScreenHasOneMeasureForEachResolution()
    {
        const QTemporaryDir folder;
        const std::filesystem::path data{folder.path().toStdString()};
        QVERIFY(storeScreenMeasure(data, screen("HDMI-1", 4.0)));
        QVERIFY(storeScreenMeasure(data, screen("HDMI-1", 5.0)));
        QVERIFY(storeScreenMeasure(data, screen("HDMI-1", 2.5, 720)));
        const auto read = readScreenMeasures(data);
        QCOMPARE(read->size(), std::size_t{2});
        QCOMPARE(read->front().pixelsPerMm, 5.0);
        for (int one = 0; one < 40; ++one)
            QVERIFY(storeScreenMeasure(data, screen(std::to_string(one).c_str(), 3.0)));
        QCOMPARE(readScreenMeasures(data)->size(), kScreenMeasuresMax);
    }

    void aBadFileIsNamedWithItsLineAndBegunAnew_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no toml") << QByteArray{"[[screen]\n"};
        QTest::newRow("no tables") << QByteArray{"screen = 4\n"};
        QTest::newRow("a key is missing") << QByteArray{"[[screen]]\nname = \"x\"\n"};
        QTest::newRow("too large")
            << QByteArray{"[[screen]]\nname=\"x\"\nwidth=1\nheight=1\npixels_per_mm=400.0\n"};
        QTest::newRow("no number")
            << QByteArray{"[[screen]]\nname=\"x\"\nwidth=1\nheight=1\npixels_per_mm=nan\n"};
    }
    void aBadFileIsNamedWithItsLineAndBegunAnew()
    {
        QFETCH(QByteArray, text);
        const QTemporaryDir folder;
        const std::filesystem::path data{folder.path().toStdString()};
        QFile file{QString::fromStdString(screenMeasuresFile(data).string())};
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        const auto read = readScreenMeasures(data);
        QVERIFY(!read);
        QVERIFY(read.error().find("screens.toml, line ") != std::string::npos);
        QVERIFY(storeScreenMeasure(data, screen("HDMI-1", 4.0)));
        QCOMPARE(readScreenMeasures(data)->size(), std::size_t{1});
    }

    void aFolderThatCannotBeWrittenIsSaid()
    {
        const auto stored = storeScreenMeasure("/proc/no/such/folder", screen("HDMI-1", 4.0));
        QVERIFY(!stored);
        QVERIFY(stored.error().find("/proc/no/such/folder") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestScreenMeasures)
#include "test_screen_measures.moc"
