// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ledger/ledger_conformance.h"
#include "tests/ledger/ledger_rows.h"
#include "tests/support/memory_ledger.h"

#include <QTest>

#include <map>

using namespace coffee::test;

namespace {

/// One set of books for each file's name.
std::unique_ptr<coffee::daemon::Ledger> openMemory(const std::filesystem::path& file)
{
    static std::map<std::string, MemoryBooks> books;
    const auto [found, isNew] = books.try_emplace(file.string());
    if (isNew) {
        found->second.epoch = kTestEpoch;
        found->second.shopId = kTestShop;
    }
    return std::make_unique<MemoryLedger>(found->second);
}

} // namespace

int main(int argc, char* argv[])
{
    LedgerConformance conformance{openMemory};
    return QTest::qExec(&conformance, argc, argv);
}
