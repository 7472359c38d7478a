// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/demo/demo_shop.h"
#include "barista_station/manager/history_page.h"
#include "barista_station/manager/manager_window.h"
#include "barista_station/manager/shop_history.h"
#include "barista_station/manager/tasks_page.h"

#include "tests/station/window_shop.h"

#include "shared/widgets/pin_sheet.h"
#include "shared/widgets/toast.h"

#include <QLineEdit>
#include <QTemporaryDir>

static void initTranslations()
{
    Q_INIT_RESOURCE(barista_station_translations);
}

using namespace coffee;
using namespace coffee::station;
using namespace coffee::test;

namespace {

constexpr std::chrono::minutes kKorea{540};

/// The manager's window at the page of tasks, with or without a history behind it.
struct Office : WindowShop {
    explicit Office(bool withHistory)
    {
        if (withHistory)
            past.emplace(feed, client, folder.path());
        window.emplace(ManagerWindow::Parts{feed, reporter, session, facts, Language::Korean,
                                            past ? &*past : nullptr, kKorea, folder.path()});
    }

    QTemporaryDir folder;
    std::optional<ShopHistory> past;
    std::optional<ManagerWindow> window;

    void open()
    {
        events = demo::openMoney();
        window->resize(1920, 1080);
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(&*window));
        publish();
        fill();
        QVERIFY(press(*window, QStringLiteral("category_tasks")));
    }
    void fill()
    {
        if (past)
            QVERIFY(QTest::qWaitFor(
                [this] {
                    carryOut();
                    return past->progress().isComplete();
                },
                30'000));
    }
    [[nodiscard]] QStringList rows(const QString& begin) const
    {
        QStringList found;
        for (const auto* row : window->findChildren<QWidget*>())
            if (row->isVisible() && row->objectName().startsWith(begin))
                found << row->objectName();
        return found;
    }
    [[nodiscard]] QString words(const QString& name) const
    {
        const auto* widget = shown(*window, name);
        return widget ? widget->accessibleName() : QString{};
    }
    [[nodiscard]] QString tab() const
    {
        return shown<QAbstractButton>(*window, QStringLiteral("category_tasks"))->text();
    }
    [[nodiscard]] bool choose(const QString& group, const QString& id) const
    {
        auto* host = shown(*window, group);
        return host && press(*host, QStringLiteral("choice_%1").arg(id));
    }
    void typePin()
    {
        for (const char digit : {'1', '2', '3', '4', '5', '6'})
            QTest::keyClick(window->findChild<ui::PinSheet*>(), digit);
    }
};

} // namespace

class TasksPageTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        initTranslations();
        dress(ui::PaletteKind::Light);
    }

    void everythingThatIsOpenIsThereAndCounted_data()
    {
        QTest::addColumn<bool>("withHistory");
        QTest::newRow("with a history") << true;
        QTest::newRow("without") << false;
    }
    void everythingThatIsOpenIsThereAndCounted()
    {
        QFETCH(bool, withHistory);
        Office office{withHistory};
        office.open();
        QTRY_COMPARE(office.rows(QStringLiteral("task_")).size(), 6);
        QVERIFY(office.tab().endsWith(QStringLiteral("6")));
        QVERIFY(office.words(QStringLiteral("task_payment9004"))
                    .contains(QStringLiteral("승인한 금액이 주문 금액과 달라요")));
        QVERIFY(!shown(*office.window, QStringLiteral("tasksNone")));
        if (withHistory) {
            QTRY_COMPARE(office.rows(QStringLiteral("settled_")).size(), 3);
            QVERIFY(office.words(QStringLiteral("settled_payment9001"))
                        .contains(QStringLiteral("카드사에 전화로 확인")));
            QTRY_VERIFY(office.words(QStringLiteral("task_refund9001"))
                            .contains(QStringLiteral("카드사가 환불을 받아들이지")));
        } else {
            QVERIFY(office.rows(QStringLiteral("settled_")).isEmpty());
        }
        QTRY_COMPARE(clippedTexts(*office.window).join(u'|'), QString{});
    }

    void theBankIsAskedAgainAndTheAnswerSaid()
    {
        Office office{true};
        office.open();
        QVERIFY(press(*office.window, QStringLiteral("taskLook_payment9006")));
        const auto* look = office.client.last<protocol::ReviewLook>();
        QVERIFY(look);
        QCOMPARE(look->kind, protocol::ReviewKind::Attempt);
        QCOMPARE(look->id, std::int64_t{9006});
        office.client.answer(office.client.openCall<protocol::ReviewLook>(), protocol::Accepted{});
        QVERIFY(office.window->findChild<ui::Toast*>()->isVisible());
        QVERIFY(press(*office.window, QStringLiteral("taskLook_refund9002")));
        QCOMPARE(office.client.last<protocol::ReviewLook>()->kind, protocol::ReviewKind::Refund);
    }

    void aPaymentThatTheBackupDidNotKnowIsKept()
    {
        Office office{true};
        office.open();
        QVERIFY(press(*office.window, QStringLiteral("taskClose_payment9005")));
        const auto* outcomes = shown(*office.window, QStringLiteral("moneyOutcome"));
        QVERIFY(outcomes);
        const auto chips = outcomes->findChildren<QAbstractButton*>();
        QCOMPARE(chips.front()->objectName(), QStringLiteral("choice_kept"));
        QVERIFY(office.choose(QStringLiteral("moneyOutcome"), QStringLiteral("kept")));
        QVERIFY(office.choose(QStringLiteral("moneyReason"), QStringLiteral("1")));
        QVERIFY(press(*office.window, QStringLiteral("moneyNext")));
        office.typePin();
        const auto* close = office.client.last<protocol::ReviewClose>();
        QVERIFY(close);
        QCOMPARE(close->id, std::int64_t{9005});
        QCOMPARE(close->outcome, protocol::ReviewOutcome::Kept);

        // It moves below, with the reason.
        office.client.answer(office.client.openCall<protocol::ReviewClose>(), protocol::Accepted{});
        office.events.push_back(office.events.back());
        Event& event = office.events.back();
        ++event.seq;
        event.actor = {Role::Manager, "manager-1"};
        event.body = AttemptMoved{9005,
                                  "kiosk-1",
                                  Money::fromWon(13'000),
                                  AttemptState::NeedsReview,
                                  AttemptState::Kept,
                                  "단말기 영수증으로 확인"};
        office.publish();
        office.fill();
        QTRY_VERIFY(shown(*office.window, QStringLiteral("settled_payment9005")));
        QVERIFY(!shown(*office.window, QStringLiteral("task_payment9005")));
        QVERIFY(office.tab().endsWith(QStringLiteral("5")));
    }

    void aRefundIsClosedAsGivenBack()
    {
        Office office{false};
        office.open();
        QVERIFY(press(*office.window, QStringLiteral("taskClose_refund9001")));
        QVERIFY(office.choose(QStringLiteral("moneyReason"), QStringLiteral("2")));
        QVERIFY(press(*office.window, QStringLiteral("moneyNext")));
        office.typePin();
        const auto* close = office.client.last<protocol::ReviewClose>();
        QVERIFY(close);
        QCOMPARE(close->kind, protocol::ReviewKind::Refund);
        QCOMPARE(close->outcome, protocol::ReviewOutcome::Done);
    }

    void itsOrderIsShown()
    {
        Office office{true};
        office.open();
        QVERIFY(press(*office.window, QStringLiteral("taskOrder_refund9002")));
        QVERIFY(shown(*office.window, QStringLiteral("historyPage")));
        QTRY_VERIFY(office.window->historyPage()->shown() != nullptr);
        const auto& refunds = office.window->historyPage()->shown()->refunds;
        QCOMPARE(refunds.back().id, RefundId{9002});
    }

    void withoutAHistoryItsOrderIsFoundOnTheFirstPage()
    {
        Office office{false};
        office.open();
        QVERIFY(press(*office.window, QStringLiteral("taskOrder_refund9002")));
        auto* search = shown<QLineEdit>(*office.window, QStringLiteral("orderSearch"));
        QVERIFY(search && !search->text().isEmpty());
    }

    void nothingToDoIsSaidInWords()
    {
        Office office{true};
        office.events = demo::season();
        office.window->resize(1920, 1080);
        office.window->show();
        office.publish();
        office.fill();
        office.window->openPage(ManagerWindow::Page::Tasks);
        QVERIFY(shown(*office.window, QStringLiteral("tasksNone")));
        QVERIFY(!office.tab().contains(u'0'));
    }

    void theKeyboardStaysWhereItWasWhenTheListChanges()
    {
        Office office{true};
        office.open();
        auto* look = shown(*office.window, QStringLiteral("taskLook_payment9006"));
        QVERIFY(look);
        look->setFocus();
        office.events.push_back(office.events.back());
        Event& event = office.events.back();
        ++event.seq;
        event.body = AttemptMoved{9007,
                                  "kiosk-2",
                                  Money::fromWon(4'500),
                                  AttemptState::Reversing,
                                  AttemptState::Voided,
                                  "reversed"};
        office.publish();
        QTRY_VERIFY(!shown(*office.window, QStringLiteral("task_payment9007")));
        QTRY_COMPARE(QApplication::focusWidget()->objectName(),
                     QStringLiteral("taskLook_payment9006"));
    }

    void noTextIsClipped_data()
    {
        QTest::addColumn<bool>("english");
        QTest::addColumn<double>("scale");
        for (const double scale : {1.0, 1.5}) {
            QTest::addRow("ko %g", scale) << false << scale;
            QTest::addRow("en %g", scale) << true << scale;
        }
    }
    void noTextIsClipped()
    {
        QFETCH(bool, english);
        QFETCH(double, scale);
        dress(ui::PaletteKind::Light, scale);
        ui::LanguageSwitch words{english ? ui::Language::English : ui::Language::Korean};
        Office office{true};
        office.open();
        QTRY_VERIFY(!office.rows(QStringLiteral("settled_")).isEmpty());
        QCOMPARE(office.window->size(), (QSize{1920, 1080}));
        QTRY_COMPARE(clippedTexts(*office.window).join(u'|'), QString{});
        dress(ui::PaletteKind::Light);
    }
};

QTEST_MAIN(TasksPageTest)
#include "test_tasks_page.moc"
