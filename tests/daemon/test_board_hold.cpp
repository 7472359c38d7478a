// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/net/board_hold.h"

#include <QTest>

namespace coffee::test {

using daemon::BoardHold;
using Frames = std::vector<std::string>;

/// When a frame of the board leaves.
class BoardHoldTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatTellsSomethingLeavesAtOnce();
    void whatTellsNothingLeavesRightBeforeTheNextThatDoes();
    void theEndKeepsNothingBack();
};

void BoardHoldTest::whatTellsSomethingLeavesAtOnce()
{
    BoardHold hold;
    QCOMPARE(hold.pass("1", false), Frames{"1"});
    QCOMPARE(hold.pass("2", false), Frames{"2"});
}

void BoardHoldTest::whatTellsNothingLeavesRightBeforeTheNextThatDoes()
{
    BoardHold hold;
    QCOMPARE(hold.pass("1", true), Frames{});
    QCOMPARE(hold.pass("2", true), Frames{});
    QCOMPARE(hold.pass("3", false), (Frames{"1", "2", "3"}));
    QCOMPARE(hold.pass("4", false), Frames{"4"});
}

void BoardHoldTest::theEndKeepsNothingBack()
{
    BoardHold hold;
    QCOMPARE(hold.pass("1", true), Frames{});
    QCOMPARE(hold.takeHeld(), Frames{"1"});
    QCOMPARE(hold.takeHeld(), Frames{});
}

} // namespace coffee::test

QTEST_APPLESS_MAIN(coffee::test::BoardHoldTest)
#include "test_board_hold.moc"
