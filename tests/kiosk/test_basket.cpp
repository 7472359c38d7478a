// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/customer_basket.h"
#include "kiosk/model/line_draft.h"
#include "kiosk/model/menu_model.h"
#include "tests/kiosk/kiosk_shop.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace coffee;
using namespace coffee::kiosk;

class TestBasket final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void iceOrHotIsNeverPreselected()
    {
        const LineDraft draft{m_menu, *m_menu.item("americano"), ServiceMode::Here};
        QCOMPARE(draft.missing(m_menu).size(), std::size_t{1});
        QCOMPARE(draft.missing(m_menu).front()->id, std::string{"temperature"});
        QCOMPARE(draft.countOf("size", "regular"), 1);
    }

    void aRunningPriceIsThereBeforeEverythingIsChosen()
    {
        LineDraft draft{m_menu, *m_menu.item("americano"), ServiceMode::Here};
        QCOMPARE(draft.runningPrice(m_menu)->won(), 4500);
        draft.choose(*m_menu.group("size"), {"large"});
        draft.setCount(*m_menu.group("shot"), m_menu.group("shot")->choices.front(), 2);
        draft.setCup(CupKind::Own);
        draft.setQuantity(2);
        QCOMPARE(draft.runningPrice(m_menu)->won(), 2 * (4500 + 700 + 1000 - 300));
    }

    void countsStayWithinTheGroup()
    {
        LineDraft draft{m_menu, *m_menu.item("americano"), ServiceMode::Here};
        const OptionGroup& shot = *m_menu.group("shot");
        draft.setCount(shot, shot.choices.front(), 9);
        QCOMPARE(draft.countOf("shot", "extra"), 3);
        draft.setCount(shot, shot.choices.front(), 0);
        QCOMPARE(draft.countOf("shot", "extra"), 0);
    }

    void aCupFollowsTheService()
    {
        QCOMPARE(cupsFor(*m_menu.item("brew"), ServiceMode::Here),
                 (std::vector{CupKind::Store, CupKind::Own}));
        QCOMPARE(cupsFor(*m_menu.item("brew"), ServiceMode::TakeAway),
                 (std::vector{CupKind::Disposable, CupKind::Own}));
        QVERIFY(cupsFor(*m_menu.item("cake"), ServiceMode::Here).empty());
    }

    void equalLinesBecomeOne()
    {
        CustomerBasket basket;
        basket.setMenu(m_menu);
        QCOMPARE(basket.add(brew()), CustomerBasket::Added::Taken);
        QCOMPARE(basket.add(brew()), CustomerBasket::Added::Taken);
        QCOMPARE(basket.entries().size(), std::size_t{1});
        QCOMPARE(basket.entries().front().quantity(), 2);
        BasketLine own = brew();
        own.cups = {CupKind::Own};
        QCOMPARE(basket.add(own), CustomerBasket::Added::Taken);
        QCOMPARE(basket.entries().size(), std::size_t{2});
        QCOMPARE(basket.total().won(), 2 * 5000 + 4700);
    }

    void aLineNeverGrowsBeyondWhatItsItemAllows()
    {
        CustomerBasket basket;
        basket.setMenu(m_menu);
        QCOMPARE(basket.add({"cake", {}, {CupKind::None}}), CustomerBasket::Added::Taken);
        const LineId cake = basket.entries().front().id;
        QCOMPARE(basket.quantityMost(cake), 3);
        basket.setQuantity(cake, 99);
        QCOMPARE(basket.find(cake)->quantity(), 3);
        QCOMPARE(basket.add({"cake", {}, {CupKind::None}}), CustomerBasket::Added::UnitsFull);
        QCOMPARE(basket.find(cake)->quantity(), 3);
    }

    void anIncompleteLineIsNotTakenIn()
    {
        CustomerBasket basket;
        basket.setMenu(m_menu);
        QCOMPARE(basket.add({"americano", {}, {CupKind::Store}}),
                 CustomerBasket::Added::NotOrderable);
        QVERIFY(basket.isEmpty());
    }

    void toTakeAwayChangesTheUsualCupsAndKeepsOwnOnes()
    {
        CustomerBasket basket;
        basket.setMenu(m_menu);
        basket.add(brew());
        BasketLine own = brew();
        own.cups = {CupKind::Own};
        basket.add(own);
        basket.setService(ServiceMode::TakeAway);
        QCOMPARE(basket.entries()[0].line.cups.front(), CupKind::Disposable);
        QCOMPARE(basket.entries()[1].line.cups.front(), CupKind::Own);
        basket.setService(ServiceMode::Here);
        QCOMPARE(basket.entries()[0].line.cups.front(), CupKind::Store);
    }

    void soldOutLinesLeaveAndAreNamed()
    {
        CustomerBasket basket;
        basket.setMenu(m_menu);
        basket.add(brew());
        basket.add({"cake", {}, {CupKind::None}});
        const BasketLoss loss = basket.takeOut({"cake", "americano"});
        QCOMPARE(loss.soldOut.size(), std::size_t{1});
        QCOMPARE(loss.soldOut.front().en, std::string{"Cheesecake"});
        QCOMPARE(basket.entries().size(), std::size_t{1});
        QVERIFY(!basket.takeOut({"cake"}).any());
    }

    void linesOutsideTheirHoursLeaveAndAreNamedApart()
    {
        CustomerBasket basket;
        basket.setMenu(m_menu);
        basket.add(brew());
        basket.add({"cake", {}, {CupKind::None}});
        const BasketLoss loss = basket.takeOut({"cake"}, {"brew", "cake"});
        QCOMPARE(loss.soldOut.size(), std::size_t{1});
        QCOMPARE(loss.notNow.size(), std::size_t{1});
        QCOMPARE(loss.notNow.front().en, std::string{"Cold brew"});
        QVERIFY(basket.isEmpty());
    }

    void anotherMenuPricesAgainAndDropsWhatIsGone()
    {
        CustomerBasket basket;
        basket.setMenu(m_menu);
        basket.add(brew());
        basket.add({"cake", {}, {CupKind::None}});
        Menu other = m_menu;
        other.items[1].price = Money::fromWon(5500);
        other.items.pop_back();
        const BasketLoss loss = basket.setMenu(other);
        QCOMPARE(loss.gone.size(), std::size_t{1});
        QCOMPARE(loss.before.won(), 11500);
        QCOMPARE(loss.after.won(), 5500);
    }

    void anEditedLineKeepsItsPlace()
    {
        CustomerBasket basket;
        basket.setMenu(m_menu);
        basket.add(brew());
        basket.add({"cake", {}, {CupKind::None}});
        const LineId first = basket.entries().front().id;
        BasketLine edited = brew();
        edited.cups = {CupKind::Own, CupKind::Own};
        QCOMPARE(basket.replace(first, edited), CustomerBasket::Added::Taken);
        QCOMPARE(basket.entries().front().id, first);
        QCOMPARE(basket.find(first)->priced.total.won(), 2 * 4700);
    }

    void theMenuModelIsAProperModel()
    {
        MenuModel model;
        const QAbstractItemModelTester tester{
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal};
        model.setMenu(m_menu);
        QCOMPARE(model.category(), std::string{kPopularCategory});
        QCOMPARE(model.rowCount(), 1);
        model.showCategory("bakery");
        QCOMPARE(model.index(0).data(MenuModel::IdRole).toString(), QStringLiteral("cake"));
        QSignalSpy changes{&model, &QAbstractItemModel::dataChanged};
        model.setSoldOut({"cake"});
        QCOMPARE(changes.count(), 1);
        QVERIFY(model.index(0).data(MenuModel::SoldOutRole).toBool());
        model.showCategory("no-such-category");
        QCOMPARE(model.category(), std::string{kPopularCategory});
        model.setMenu({});
        QCOMPARE(model.rowCount(), 0);
    }

private:
    [[nodiscard]] static BasketLine brew() { return {"brew", {}, {CupKind::Store}}; }
    Menu m_menu{test::smallMenu()};
};

QTEST_GUILESS_MAIN(TestBasket)
#include "test_basket.moc"
