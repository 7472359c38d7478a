// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/sequence_tracker.h"

#include <QTest>

using namespace coffee;
using Verdict = SequenceTracker::Verdict;

class TestSequenceTracker : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theNextEventIsAppliedAndNoOther()
    {
        SequenceTracker tracker{41};
        QCOMPARE(tracker.judge(42), Verdict::Apply);
        QCOMPARE(tracker.judge(41), Verdict::AlreadySeen);
        QCOMPARE(tracker.judge(1), Verdict::AlreadySeen);
        QCOMPARE(tracker.judge(43), Verdict::Gap);
    }

    void judgingAloneChangesNothing()
    {
        SequenceTracker tracker;
        QCOMPARE(tracker.judge(1), Verdict::Apply);
        QCOMPARE(tracker.judge(1), Verdict::Apply);
        tracker.applied(1);
        QCOMPARE(tracker.judge(1), Verdict::AlreadySeen);
    }

    void aHeadBehindOursMeansNothingIsMissing()
    {
        SequenceTracker tracker{10};
        QCOMPARE(tracker.behind(15), Sequence{5});
        QCOMPARE(tracker.behind(10), Sequence{0});
        QCOMPARE(tracker.behind(3), Sequence{0});
    }
};

QTEST_GUILESS_MAIN(TestSequenceTracker)
#include "test_sequence_tracker.moc"
