// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/name_search.h"

#include <QTest>

using namespace coffee;

class TestNameSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNameIsFound_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<bool>("found");
        const auto row = [](const char* search, bool found) {
            QTest::newRow(search) << QString::fromUtf8(search) << found;
        };
        row("", true);
        row("ㄸㄱㅅㅁㄷ", true); // initials over the space
        row("ㅅㅁㄷ", true);     // from the middle
        row("딸기", true);
        row("딸기스", true);
        row("딸ㄱ", true); // a syllable and an initial
        row("ㄷㄱ", true); // a keypad has no ㄸ
        row("ㅁㄷㄷ", false);
        row("ㄸㄲ", false); // but who types it means it
        row("STRAW", true);
        row("berrysm", true);
        row("smooth ie", true);
        row("latte", false);
        row("ㅏ", false);
        row("딸기스무디딸", false);
    }
    void aNameIsFound()
    {
        QFETCH(QString, search);
        QFETCH(bool, found);
        const LocalText smoothie{"딸기 스무디", "Strawberry smoothie"};
        QCOMPARE(isFoundBy(smoothie, search.toStdString()), found);
    }

    void accentsNeedNotBeTyped()
    {
        QVERIFY(isFoundBy({"카페라떼", "Caffè latte"}, "caffel"));
        QVERIFY(isFoundBy({"아인슈페너", "Einspänner"}, "EINSPANN"));
        QVERIFY(isFoundBy({"아인슈페너", "Einspänner"}, "einspä"));
    }

    void anyBytesAreSafe()
    {
        const LocalText broken{std::string{"\xea\xb0"}, std::string{"\xf0\x9f"}};
        QVERIFY(!isFoundBy(broken, "\xe3\x84\xb1"));
        QVERIFY(isFoundBy(broken, "\xea"));
        QVERIFY(!isFoundBy({"가", "a"}, "\xff"));
    }
};

QTEST_APPLESS_MAIN(TestNameSearch)
#include "test_name_search.moc"
