// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/demo/demo_shop.h"
#include "barista_station/manager/history_page.h"
#include "barista_station/manager/manager_window.h"
#include "barista_station/manager/pause_sheet.h"
#include "barista_station/manager/reports_page.h"
#include "barista_station/manager/shop_history.h"
#include "barista_station/manager/tasks_page.h"
#include "barista_station/pages/sold_out_sheet.h"

#include "tests/station/window_shop.h"

#include "shared/widgets/choice.h"
#include "shared/widgets/pin_sheet.h"

#include <QAccessible>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QWindow>

#include <set>

static void initTranslations()
{
    Q_INIT_RESOURCE(barista_station_translations);
}

using namespace coffee;
using namespace coffee::station;
using namespace coffee::test;

namespace {

constexpr std::chrono::minutes kKorea{540};
/// As much as there is at 150 %.
constexpr QSize kNarrow{1280, 720};
constexpr int kTabsMost = 600;
constexpr int kChipsMost = 20;

/// The manager's window over four closed days, a morning and money of every kind, worked by keys.
struct Office : WindowShop {
    QTemporaryDir folder;
    ShopHistory past{feed, client, folder.path()};
    ManagerWindow window{{feed, reporter, session, facts, Language::Korean, &past, kKorea,
                          folder.filePath(QStringLiteral("tables"))}};

    void open()
    {
        events = demo::openMoney();
        menu = demo::menu();
        window.resize(1920, 1080);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        publish();
        QVERIFY(QTest::qWaitFor(
            [this] {
                carryOut();
                return past.progress().isComplete();
            },
            30'000));
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(window.windowHandle(), key, modifiers);
        QCoreApplication::processEvents();
    }
    void type(const char* letters)
    {
        for (const char* letter = letters; *letter != 0; ++letter)
            QTest::keyClick(window.windowHandle(), *letter);
        QCoreApplication::processEvents();
    }
    [[nodiscard]] static QString focused()
    {
        const QWidget* widget = QApplication::focusWidget();
        return widget ? widget->objectName() : QString{};
    }
    /// By the Tab key alone; arrow keys inside a group of choices.
    [[nodiscard]] bool tabTo(const QString& name)
    {
        for (int tab = 0; tab < kTabsMost; ++tab) {
            if (focused() == name)
                return true;
            if (name.startsWith(QStringLiteral("choice_")) && isChip()) {
                for (int chip = 0; chip < kChipsMost && isChip(); ++chip) {
                    if (focused() == name)
                        return true;
                    key(Qt::Key_Right);
                }
            }
            key(Qt::Key_Tab);
        }
        qWarning() << "the Tab key does not come to" << name;
        return false;
    }
    [[nodiscard]] bool enter(const QString& name)
    {
        if (!tabTo(name))
            return false;
        key(Qt::Key_Return);
        return true;
    }
    [[nodiscard]] static bool isChip()
    {
        return qobject_cast<ui::ChoiceChip*>(QApplication::focusWidget()) != nullptr;
    }
    /// Everything that the Tab key and, in a group, the arrow keys come to.
    [[nodiscard]] std::set<const QWidget*> reached()
    {
        std::set<const QWidget*> found;
        key(Qt::Key_Tab);
        const QWidget* first = QApplication::focusWidget();
        for (int tab = 0; tab < kTabsMost; ++tab) {
            const QWidget* widget = QApplication::focusWidget();
            if (tab > 0 && widget == first)
                break; // once round
            const bool isNew = widget && found.insert(widget).second;
            if (isNew && isChip())
                for (int chip = 0; chip < kChipsMost; ++chip) {
                    key(Qt::Key_Right);
                    found.insert(QApplication::focusWidget());
                }
            key(Qt::Key_Tab);
        }
        return found;
    }
};

bool isInteractive(const QWidget& widget)
{
    return qobject_cast<const QAbstractButton*>(&widget) || qobject_cast<const QLineEdit*>(&widget);
}

/// What a hand could press or type into now.
std::vector<const QWidget*> interactive(const QWidget& window)
{
    std::vector<const QWidget*> found;
    for (const QWidget* widget : window.findChildren<QWidget*>())
        if (widget->isVisible() && widget->isEnabled() && isInteractive(*widget) &&
            // The keyboard scrolls by moving the focus.
            widget->objectName() != QStringLiteral("moreBelowButton"))
            found.push_back(widget);
    return found;
}

/// What stands over the page hides it from the keyboard and from a screen reader's user.
const QWidget& reachable(const QWidget& window)
{
    for (const auto* sheet : window.findChildren<ui::Sheet*>())
        if (sheet->isOpen())
            return *sheet;
    return window;
}

struct Pose {
    const char* name;
    void (*take)(Office&);
};

const Pose kPoses[] = {
    {"now", [](Office& office) { office.window.openPage(ManagerWindow::Page::Now); }},
    {"tasks", [](Office& office) { office.window.openPage(ManagerWindow::Page::Tasks); }},
    {"orders", [](Office& office) { office.window.openPage(ManagerWindow::Page::Orders); }},
    {"an order's story",
     [](Office& office) {
         office.window.openPage(ManagerWindow::Page::Orders);
         office.window.historyPage()->openStory(office.feed.view().orders.all().rbegin()->first);
     }},
    {"orders, narrow",
     [](Office& office) {
         office.window.resize(kNarrow);
         office.window.openPage(ManagerWindow::Page::Orders);
     }},
    {"an order's story, narrow",
     [](Office& office) {
         office.window.resize(kNarrow);
         office.window.openPage(ManagerWindow::Page::Orders);
         office.window.historyPage()->openStory(office.feed.view().orders.all().rbegin()->first);
     }},
    {"X", [](Office& office) { office.window.openPage(ManagerWindow::Page::Reports); }},
    {"Z",
     [](Office& office) {
         office.window.openPage(ManagerWindow::Page::Reports);
         office.window.reportsPage()->openReport(2);
     }},
    {"pause", [](Office& office) { (void)office.window.openPause(); }},
    {"limiting ordering", [](Office& office) { (void)office.window.openOrdering(); }},
    {"slowing down",
     [](Office& office) {
         (void)office.window.openOrdering();
         QVERIFY(press(office.window, QStringLiteral("slowButton")));
     }},
    {"opening hours",
     [](Office& office) {
         (void)office.window.openOrdering();
         QVERIFY(press(office.window, QStringLiteral("hoursButton")));
     }},
    {"stopping cards",
     [](Office& office) { QVERIFY(press(office.window, QStringLiteral("stopCards"))); }},
    {"sold out", [](Office& office) { (void)office.window.openSoldOut(); }},
    {"refund",
     [](Office& office) {
         office.window.openRefund(office.feed.view().orders.all().rbegin()->first);
     }},
    {"settling a payment",
     [](Office& office) {
         office.window.openPage(ManagerWindow::Page::Tasks);
         QVERIFY(press(office.window, QStringLiteral("taskClose_payment9005")));
     }},
    {"the PIN", [](Office& office) { (void)office.window.openPin(CloseDayWish{4, 0, {}, 0}); }},
};

void posesInBothLanguages()
{
    QTest::addColumn<int>("pose");
    QTest::addColumn<bool>("english");
    int place = 0;
    for (const Pose& pose : kPoses) {
        QTest::addRow("%s, ko", pose.name) << place << false;
        QTest::addRow("%s, en", pose.name) << place << true;
        ++place;
    }
}

/// Every interface below this one.
void walk(QAccessibleInterface& from, const std::function<void(QAccessibleInterface&)>& visit)
{
    visit(from);
    for (int child = 0; child < from.childCount(); ++child)
        if (QAccessibleInterface* one = from.child(child))
            walk(*one, visit);
}

} // namespace

/// Everything in the manager's window is worked by keys alone, and a screen reader is told what it
/// is.
class ManagerReachTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        initTranslations();
        dress(ui::PaletteKind::Light);
        QAccessible::setActive(true);
    }

    void everyPageIsOpenedByKeys()
    {
        Office office;
        office.open();
        const std::pair<const char*, const char*> pages[] = {{"category_tasks", "tasksPage"},
                                                             {"category_orders", "historyPage"},
                                                             {"category_reports", "reportsPage"},
                                                             {"category_now", "needsPanel"}};
        for (const auto& [tab, page] : pages) {
            QVERIFY(office.enter(QLatin1String{tab}));
            QVERIFY(shown(office.window, QLatin1String{page}));
        }
        // And back, the other way round.
        for (int tab = 0; tab < kTabsMost && Office::focused() != QStringLiteral("category_tasks");
             ++tab)
            office.key(Qt::Key_Backtab);
        QCOMPARE(Office::focused(), QStringLiteral("category_tasks"));
    }

    void oneDrinkIsPaidBackByKeys()
    {
        Office office;
        office.open();
        // The newest order of two that nothing was paid back of.
        const OrderView* order = nullptr;
        for (const auto& [id, view] : office.feed.view().orders.all())
            if (view.units.size() == 2 && view.refunds.empty())
                order = &view;
        QVERIFY(order);
        QVERIFY(office.enter(QStringLiteral("category_orders")));
        QVERIFY(office.tabTo(QStringLiteral("historySearch")));
        office.type(qPrintable(QString::number(order->number)));
        const QString row = QStringLiteral("found_%1").arg(order->id);
        QTRY_VERIFY(shown(office.window, row));
        QVERIFY(office.enter(row));
        QTRY_VERIFY(office.window.historyPage()->shown() &&
                    office.window.historyPage()->shown()->id == order->id);
        QVERIFY(office.enter(QStringLiteral("storyRefund")));
        QVERIFY(shown(office.window, QStringLiteral("moneySheet")));
        QVERIFY(office.tabTo(QStringLiteral("choice_2")));
        QVERIFY(shown(office.window, QStringLiteral("moneyParts"))
                    ->isAncestorOf(QApplication::focusWidget()));
        office.key(Qt::Key_Space);
        QVERIFY(office.tabTo(QStringLiteral("choice_0")));
        QVERIFY(shown(office.window, QStringLiteral("moneyReason"))
                    ->isAncestorOf(QApplication::focusWidget()));
        office.key(Qt::Key_Space);
        QVERIFY(office.enter(QStringLiteral("moneyNext")));
        QVERIFY(shown(office.window, QStringLiteral("pinSheet")));
        office.type("271828");
        const auto* refund = office.client.last<protocol::OrderRefund>();
        QVERIFY(refund);
        QCOMPARE(refund->order, order->id);
        QCOMPARE(refund->units, (std::vector<UnitNumber>{2}));
    }

    void aZIsOpenedAndTheDayClosedByKeys()
    {
        Office office;
        office.open();
        QVERIFY(office.enter(QStringLiteral("category_reports")));
        QTRY_VERIFY(shown(office.window, QStringLiteral("report_3")));
        QVERIFY(office.enter(QStringLiteral("report_3")));
        QTRY_VERIFY(shown<ui::Label>(office.window, QStringLiteral("reportTitle"))
                        ->text()
                        .startsWith(QStringLiteral("Z 3")));
        QVERIFY(office.enter(QStringLiteral("report_x")));
        QTRY_VERIFY(shown(office.window, QStringLiteral("closeDay")));
        QVERIFY(office.enter(QStringLiteral("closeDay")));
        QVERIFY(shown(office.window, QStringLiteral("pinSheet")));
        office.type("271828");
        const auto* close = office.client.last<protocol::DayClose>();
        QVERIFY(close);
        QCOMPARE(close->last, std::int64_t{4});
    }

    void aTaskIsSettledByKeys()
    {
        Office office;
        office.open();
        QVERIFY(office.enter(QStringLiteral("category_tasks")));
        QVERIFY(office.enter(QStringLiteral("taskLook_payment9006")));
        QVERIFY(office.client.last<protocol::ReviewLook>());
        office.client.answer(office.client.openCall<protocol::ReviewLook>(), protocol::Accepted{});
        QVERIFY(office.enter(QStringLiteral("taskClose_payment9004")));
        QVERIFY(office.tabTo(QStringLiteral("choice_voided")));
        office.key(Qt::Key_Space);
        QVERIFY(office.tabTo(QStringLiteral("choice_1")));
        office.key(Qt::Key_Space);
        QVERIFY(office.enter(QStringLiteral("moneyNext")));
        office.type("271828");
        const auto* close = office.client.last<protocol::ReviewClose>();
        QVERIFY(close);
        QCOMPARE(close->outcome, protocol::ReviewOutcome::Voided);
    }

    void escapeLeavesASheetAndTheKeyboardIsWhereItWas()
    {
        Office office;
        office.open();
        QVERIFY(office.enter(QStringLiteral("category_reports")));
        QVERIFY(office.enter(QStringLiteral("closeDay")));
        QVERIFY(shown(office.window, QStringLiteral("pinSheet")));
        office.key(Qt::Key_Escape);
        QTRY_VERIFY(!shown(office.window, QStringLiteral("pinSheet")));
        QCOMPARE(Office::focused(), QStringLiteral("closeDay"));
    }

    void theKeyboardComesToEverything_data() { posesInBothLanguages(); }
    void theKeyboardComesToEverything()
    {
        QFETCH(int, pose);
        QFETCH(bool, english);
        const ui::LanguageSwitch words{english ? ui::Language::English : ui::Language::Korean};
        Office office;
        office.open();
        kPoses[pose].take(office);
        QTest::qWait(100);
        const QWidget& page = reachable(office.window);
        const auto wanted = interactive(page);
        QVERIFY(!wanted.empty());
        const auto found = office.reached();
        QStringList missing;
        for (const QWidget* widget : wanted)
            if (!found.contains(widget))
                missing << widget->objectName();
        QCOMPARE(missing.join(u'|'), QString{});
    }

    void aScreenReaderIsToldEverything_data() { posesInBothLanguages(); }
    void aScreenReaderIsToldEverything()
    {
        QFETCH(int, pose);
        QFETCH(bool, english);
        const ui::LanguageSwitch words{english ? ui::Language::English : ui::Language::Korean};
        Office office;
        office.open();
        kPoses[pose].take(office);
        QTest::qWait(100);
        std::map<const QObject*, QAccessible::Role> told;
        QStringList wrong;
        QAccessibleInterface* root = QAccessible::queryAccessibleInterface(&office.window);
        QVERIFY(root);
        walk(*root, [&](QAccessibleInterface& one) {
            if (one.object())
                told[one.object()] = one.role();
        });
        for (const QWidget* widget : interactive(reachable(office.window))) {
            const auto one = told.find(widget);
            if (one == told.end()) {
                wrong << QStringLiteral("%1 is not in the tree").arg(widget->objectName());
                continue;
            }
            if (widget->objectName().isEmpty())
                wrong << QStringLiteral("an object without a name of its class %1")
                             .arg(QLatin1String{widget->metaObject()->className()});
            QAccessibleInterface* told1 =
                QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
            const QString name = told1->text(QAccessible::Name);
            if (name.trimmed().isEmpty())
                wrong << QStringLiteral("%1 has no words").arg(widget->objectName());
            if (english &&
                std::any_of(name.begin(), name.end(),
                            [](QChar letter) { return letter.script() == QChar::Script_Hangul; }) &&
                !saysWhatSomebodyWrote(widget->objectName()))
                wrong << QStringLiteral("%1 is not in English: %2").arg(widget->objectName(), name);
            const bool isEdit = qobject_cast<const QLineEdit*>(widget) != nullptr;
            const std::set roles = isEdit
                                       ? std::set{QAccessible::EditableText}
                                       : std::set{QAccessible::Button, QAccessible::CheckBox,
                                                  QAccessible::RadioButton, QAccessible::PageTab};
            if (!roles.contains(one->second))
                wrong << QStringLiteral("%1 has the role %2")
                             .arg(widget->objectName())
                             .arg(static_cast<int>(one->second));
        }
        QCOMPARE(wrong.join(u'|'), QString{});
    }

private:
    /// Names of the menu in the language of the window's maker.
    static bool saysWhatSomebodyWrote(const QString& name)
    {
        return name.startsWith(QStringLiteral("choice_")) ||
               name.startsWith(QStringLiteral("item_"));
    }
};

QTEST_MAIN(ManagerReachTest)
#include "test_manager_reach.moc"
