// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/refuse_reason.h"

#include <QTest>

using namespace coffee;

class RefuseReasonTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatAStationWritesIsFoundAgainInBothLanguages()
    {
        for (const RefuseReason reason : kAllRefuseReasons) {
            const LocalText written = writtenReason(reason);
            QVERIFY(refuseReasonOf(written.ko) == reason);
            QVERIFY(refuseReasonOf(written.en) == reason);
        }
    }

    void somebodysOwnWordsAreNone()
    {
        QVERIFY(!refuseReasonOf("우유 떨어짐"));
        QVERIFY(!refuseReasonOf(""));
    }
};

QTEST_APPLESS_MAIN(RefuseReasonTest)
#include "test_refuse_reason.moc"
