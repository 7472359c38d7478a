// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ledger/ledger_rows.h"

#include <cstdlib>
#include <iostream>

#include <unistd.h>

/// Commits orders one by one, leaves a last one uncommitted, and waits to be killed.
int main(int argc, char* argv[])
{
    using namespace coffee;
    if (argc != 3)
        return 2;
    const auto ledger = test::openLedger(argv[1]);
    const int orders = std::atoi(argv[2]);
    for (OrderId id = 1; id <= orders; ++id)
        test::commitPaidOrder(*ledger, id);
    ledger->begin();
    ledger->savepoint();
    ledger->record({daemon::AttemptInserted{test::chargingAttempt(orders + 1)}});
    ledger->releaseSavepoint();
    std::cout << "waiting" << std::endl;
    for (;;)
        pause();
}
