// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ctl/text_table.h"

#include <QTest>

using namespace coffee::ctl;

class TestTextTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hangulIsTwoColumnsWide()
    {
        QCOMPARE(displayWidth(""), std::size_t{0});
        QCOMPARE(displayWidth("latte"), std::size_t{5});
        QCOMPARE(displayWidth("라떼"), std::size_t{4});
        QCOMPARE(displayWidth("₩5,000"), std::size_t{6});
        QCOMPARE(displayWidth("e\u0301"), std::size_t{1});
    }

    void columnsLineUpAndCarryNoBlanksAtTheEnd()
    {
        TextTable table{{{"NAME"}, {"WON", Align::Right}, {"NOTE"}}};
        table.add({"라떼", "5,000", "-"});
        table.add({"americano", "500", ""});
        QCOMPARE(table.text(), std::string{"NAME         WON  NOTE\n"
                                           "라떼       5,000  -\n"
                                           "americano    500\n"});
    }

    void controlCharactersDoNotReachTheTerminal()
    {
        QCOMPARE(printable("a\x1b[31mb\r\n\x7f 가"), std::string{"a?[31mb??? 가"});
        QCOMPARE(printable("\xc2\x9b"), std::string{"?"}); // the one-byte form of ESC [
        TextTable table{{{"A"}}};
        table.add({"\x1b[2J"});
        QVERIFY(table.text().find('\x1b') == std::string::npos);
    }

    void brokenTextEndsTheLineAndNothingElse()
    {
        QVERIFY(displayWidth("a\xed") >= 1);
        QVERIFY(!printable("\xf0\x9f").empty());
    }

    void factsLineUp()
    {
        FactList facts;
        facts.add("state", "ready");
        facts.add("paid at", "14:03");
        QCOMPARE(facts.text(), std::string{"state    ready\npaid at  14:03\n"});
    }
};

QTEST_GUILESS_MAIN(TestTextTable)
#include "test_text_table.moc"
