// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/drill/power_shop.h"

#include "payment_daemon/ledger/ledger_file.h"
#include "payment_daemon/ledger/verify.h"
#include "tests/ledger/ledger_rows.h"
#include "tests/ledger/told_shop.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <variant>

namespace coffee::drill {
namespace {

using namespace daemon;

/// After how many commits the ledger is closed and opened again: often, seldom, never (then its
/// log grows until SQLite empties it).
constexpr std::array<std::size_t, 3> kReopenEvery{7, 25, 1'000'000};
constexpr std::size_t kEventsMax = 260;
constexpr std::size_t kLongEvents = 700; ///< of one history in eight
constexpr std::size_t kBatchMax = 5;
constexpr std::uint64_t kFnvStart = 14'695'981'039'346'656'037U;
constexpr std::uint64_t kFnvFactor = 1'099'511'628'211U;

LedgerIdentity identity()
{
    return {test::kTestEpoch, test::kTestShop};
}

/// What no event tells: answers of operations, given-up keys, settings.
void addSides(Changes& changes, std::size_t step)
{
    const ShopTime at = test::at(static_cast<std::int64_t>(step));
    const auto number = static_cast<std::int64_t>(1'000'000 + step);
    if (step % 3 == 0)
        changes.push_back(
            OperationStored{{OperationKey{test::attemptKey(number).value}, "bar-1", "fingerprint",
                             protocol::ReplyStatus::Ok, R"({"accepted":true})", at}});
    if (step % 11 == 5)
        changes.push_back(TombstoneInserted{
            {test::attemptKey(number), "kiosk-1", R"({"outcome":"given_up"})", at}});
    if (step % 17 == 3)
        changes.push_back(SettingStored{"drill", std::to_string(step)});
}

class Hash {
public:
    void add(std::string_view bytes)
    {
        for (const char byte : bytes)
            m_value = (m_value ^ static_cast<unsigned char>(byte)) * kFnvFactor;
        m_value = (m_value ^ 0x1fU) * kFnvFactor;
    }
    void addCell(const Cell& cell)
    {
        if (const auto* number = std::get_if<std::int64_t>(&cell))
            add(std::to_string(*number));
        else if (const auto* text = std::get_if<std::string>(&cell))
            add(*text);
        else
            add(std::string_view{"null"});
    }
    [[nodiscard]] Digest value() const { return m_value; }

private:
    std::uint64_t m_value{kFnvStart};
};

} // namespace

PowerShop::PowerShop(std::uint32_t seed) : m_seed{seed}
{
    std::minstd_rand random{seed};
    m_disk.use();
    work(random);
}

void PowerShop::mark()
{
    m_marks.push_back({m_disk.acts().size(), m_disk.contents(), std::nullopt});
}

void PowerShop::work(std::minstd_rand& random)
{
    const std::size_t events = m_seed % 8 == 0 ? kLongEvents : 20 + random() % kEventsMax;
    const std::size_t reopenEvery = kReopenEvery[random() % kReopenEvery.size()];
    std::vector<Changes> steps = test::changesOf(test::wholeHistory(m_seed, events));
    auto ledger = std::make_unique<SqliteLedger>(kPowerFile, identity());
    mark();
    for (std::size_t step = 0; step < steps.size();) {
        const std::size_t batchEnd =
            std::min<std::size_t>(steps.size(), step + 1 + random() % kBatchMax);
        ledger->begin();
        for (; step < batchEnd; ++step) {
            addSides(steps[step], step);
            ledger->savepoint();
            ledger->record(steps[step]);
            ledger->releaseSavepoint();
        }
        ledger->commit();
        mark();
        if (m_marks.size() % reopenEvery == 0) {
            ledger.reset();
            ledger = std::make_unique<SqliteLedger>(kPowerFile, identity());
        }
    }
}

std::size_t PowerShop::committedBefore(std::size_t act) const
{
    return static_cast<std::size_t>(std::count_if(
        m_marks.begin(), m_marks.end(), [act](const Mark& mark) { return mark.acts <= act; }));
}

std::optional<Digest> PowerShop::digestAfter(std::size_t commits)
{
    if (commits == 0 || commits > m_marks.size())
        return std::nullopt;
    Mark& mark = m_marks[commits - 1];
    if (!mark.digest) {
        PowerDisk disk{mark.contents};
        disk.use();
        mark.digest = digestOf(disk);
    }
    return mark.digest;
}

void recover(PowerDisk& disk)
{
    disk.use();
    SqliteLedger ledger{kPowerFile, identity()};
    static_cast<void>(ledger.load());
}

Digest digestOf(PowerDisk& disk)
{
    disk.use();
    const auto connection = openLedgerToRead(kPowerFile);
    Statement check = connection->prepare("PRAGMA integrity_check(1)");
    Rows checked = check.query();
    if (!checked.next() || checked.text(0) != "ok")
        throw std::runtime_error{"integrity check: " + checked.text(0)};
    Hash hash;
    Statement tables =
        connection->prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
    Rows names = tables.query();
    while (names.next()) {
        hash.add(names.view(0));
        Statement all = connection->prepare("SELECT * FROM \"" + names.text(0) + '"');
        Rows rows = all.query();
        while (rows.next())
            for (int column = 0; column < rows.columnCount(); ++column)
                hash.addCell(rows.cell(column));
    }
    return hash.value();
}

std::vector<std::string> verify(PowerDisk& disk)
{
    disk.use();
    const auto verdict = verifyLedger(kPowerFile);
    if (!verdict)
        return {verdict.error()};
    std::vector<std::string> sentences;
    for (const LedgerDifference& difference : verdict->differences)
        sentences.push_back(toText(difference));
    return sentences;
}

} // namespace coffee::drill
