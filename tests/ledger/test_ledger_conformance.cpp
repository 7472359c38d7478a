// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ledger/ledger_conformance.h"
#include "tests/ledger/ledger_rows.h"

#include <QTest>

int main(int argc, char* argv[])
{
    coffee::test::LedgerConformance conformance{coffee::test::openLedger};
    return QTest::qExec(&conformance, argc, argv);
}
