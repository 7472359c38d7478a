// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/ledger/ledger.h"

#include <QObject>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace coffee::test {

/// What every ledger promises, whatever it keeps its books in.
class LedgerConformance final : public QObject {
    Q_OBJECT

public:
    /// Opens the same books again when called with the same file.
    using Open = std::function<std::unique_ptr<daemon::Ledger>(const std::filesystem::path& file)>;
    explicit LedgerConformance(Open open) : m_open{std::move(open)} {}

private Q_SLOTS:
    void init();
    void cleanup();

    void aNewLedgerIsEmpty();
    void attemptsAreReadBackEqual();
    void tombstonesAreReadBackEqual();
    void ordersAreReadBackEqual();
    void orderChangesAreReadBackEqual();
    void refundsAreReadBackEqual();
    void operationsAreReadBackEqual();
    void settingsAndViewAreReadBackEqual();
    void everyKindOfEventIsReadBackEqual();
    void eventsOfAnOrderIncludeThoseOfItsAttempt();
    void ordersAreListedNewestFirst();
    void numbersFindTheNewestOrder();

    void rolledBackSavepointLeavesTheRestOfTheBatch();
    void rolledBackTransactionLeavesNothing();
    void readsSeeTheOpenTransaction();

    void orderWithoutPaidAttemptIsRefused();
    void orderAfterThePayingTransactionIsRefused();
    void paidAttemptWithoutOrderIsRefused();
    void orderOfAnotherAmountIsRefused();
    void secondOrderOfAnAttemptIsRefused();
    void secondUseOfAKeyIsRefused();
    void tombstonedKeyNeverBecomesAnAttempt();
    void doubleNumberOfADayIsRefused();
    void numberOfAnOpenOrderIsRefusedOnTheNextDay();
    void finalAnswerIsNeverChanged();
    void unlistedAttemptEdgesAreRefused();
    void unlistedOrderEdgesAreRefused();
    void unlistedUnitEdgesAreRefused();
    void unlistedRefundEdgesAreRefused();
    void unitIsRefundedOnce();
    void refundsNeverExceedTheOrder();
    void cancelWithoutFullRefundIsRefused();
    void cancelAndRefundGoInAnyOrderOfOneStep();
    void sequenceHasNoGapsAndNoRepeats();
    void timeNeverGoesBack();
    void changesOfMissingRowsAreRefused();
    void operationKeyIsUsedOnce();
    void whatCannotBeReadAgainIsRefused();
    void zsAreReadBackEqualAndHaveNoGaps();

    void loadGivesWhatIsOpenOnly();

private:
    void reopen();

    Open m_open;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<daemon::Ledger> m_ledger;
};

} // namespace coffee::test
