// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/demo/demo_shop.h"
#include "barista_station/manager/history_page.h"
#include "barista_station/manager/manager_window.h"
#include "barista_station/manager/reports_page.h"
#include "barista_station/manager/shop_history.h"

#include "tests/station/window_shop.h"

#include "barista_station/manager/report_paper.h"
#include "barista_station/pages/station_texts.h"

#include <QBuffer>
#include <QDir>
#include <QFontMetricsF>
#include <QLineEdit>
#include <QPdfWriter>
#include <QTemporaryDir>
#include <QTest>

static void initTranslations()
{
    Q_INIT_RESOURCE(barista_station_translations);
}

using namespace coffee;
using namespace coffee::station;
using namespace coffee::test;

namespace {

constexpr std::chrono::minutes kKorea{540};
constexpr QSize kWide{1920, 1080};
/// As much as there is at 150 %.
constexpr QSize kNarrow{1280, 720};

/// The manager's window with four closed days and a morning behind it.
struct Office : WindowShop {
    QTemporaryDir folder;
    ShopHistory past{feed, client, folder.path()};
    ManagerWindow window{{feed, reporter, session, facts, Language::Korean, &past, kKorea,
                          folder.filePath(QStringLiteral("tables"))}};

    void open(std::vector<Event> log = demo::season())
    {
        events = std::move(log);
        window.resize(1920, 1080);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        publish();
        fill();
    }
    /// Until the window's own copy has everything.
    void fill()
    {
        QVERIFY(QTest::qWaitFor(
            [this] {
                carryOut();
                return past.progress().isComplete();
            },
            30'000));
    }
    [[nodiscard]] int rows() const
    {
        int found = 0;
        for (const auto* row : window.findChildren<QAbstractButton*>())
            found += row->isVisible() && row->objectName().startsWith(QStringLiteral("found_"));
        return found;
    }
    [[nodiscard]] QString text(const char* label) const
    {
        const auto* shownLabel = shown<ui::Label>(window, QLatin1String{label});
        return shownLabel ? shownLabel->text() : QString{};
    }
    void type(const QString& words)
    {
        auto* field = shown<QLineEdit>(window, QStringLiteral("historySearch"));
        QVERIFY(field);
        field->clear();
        for (const QChar letter : words)
            field->insert(letter); // QTest has no keys for Korean ones
    }
};

} // namespace

class ManagerPagesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        initTranslations();
        dress(ui::PaletteKind::Light);
    }

    void everyOrderOfEveryDayIsFoundWhileOneTypes()
    {
        Office office;
        office.open();
        QVERIFY(press(office.window, QStringLiteral("category_orders")));
        QTRY_COMPARE(office.rows(), int{HistoryPage::kRowsAtOnce});
        QVERIFY(office.text("historyFacts").startsWith(QStringLiteral("주문 34건")));
        QVERIFY(press(office.window, QStringLiteral("choice_ever")));
        QTRY_VERIFY(office.text("historyFacts").startsWith(QStringLiteral("주문 374건")));
        office.type(QStringLiteral("ㅋㅍㄹㄸ"));
        QTRY_VERIFY(!office.text("historyFacts").startsWith(QStringLiteral("주문 374건")));
        office.type(QStringLiteral("489"));
        QTRY_COMPARE(office.rows(), 1);
        office.type(QStringLiteral("없는메뉴"));
        QTRY_COMPARE(office.rows(), 0);
        QTRY_COMPARE(clippedTexts(office.window).join(u'|'), QString{});
    }

    /// Nobody sat at this window when they stopped: its own copy of the log tells.
    void whatCardPaymentsDidBeforeTheWindowOpenedIsTold()
    {
        Office office;
        office.open(demo::cardTrouble(true));
        QTRY_VERIFY(shown(office.window, QStringLiteral("paymentTurn_4")));
        QVERIFY(office.text("paymentTurn_0").endsWith(QStringLiteral("멈춤 · 사람이 눌러서")));
        QVERIFY(office.text("paymentTurn_2").endsWith(QStringLiteral("10건 중 6건이 느려서")));
        // A person stopped them, so a person takes them again.
        QVERIFY(press(office.window, QStringLiteral("needAction_0")));
        QCOMPARE(office.client.last<protocol::BreakerSet>()->state, BreakerState::Closed);
    }

    void moreRowsComeWhenTheyAreWanted()
    {
        Office office;
        office.open();
        QVERIFY(press(office.window, QStringLiteral("category_orders")));
        QTRY_COMPARE(office.rows(), int{HistoryPage::kRowsAtOnce});
        QVERIFY(press(office.window, QStringLiteral("historyMore")));
        QTRY_COMPARE(office.rows(), 34);
        QVERIFY(!shown(office.window, QStringLiteral("historyMore")));
    }

    void theStoryOfAnOrderIsToldAndItsRefundAskedFor()
    {
        Office office;
        office.open();
        const OrderView old = folded(office.events).orders.all().rbegin()->second;
        QVERIFY(press(office.window, QStringLiteral("category_orders")));
        QTRY_VERIFY(office.rows() > 0);
        QVERIFY(press(office.window, QStringLiteral("found_%1").arg(old.id)));
        QTRY_VERIFY(office.window.historyPage()->shown() != nullptr);
        QCOMPARE(office.window.historyPage()->shown()->number, old.number);
        QVERIFY(shown(office.window, QStringLiteral("storyRefund")));
        QVERIFY(!shown(office.window, QStringLiteral("storyCancel")));
        QVERIFY(press(office.window, QStringLiteral("storyRefund")));
        QVERIFY(shown(office.window, QStringLiteral("moneySheet")));
        QTRY_COMPARE(clippedTexts(office.window).join(u'|'), QString{});
    }

    /// Where both have no room, as with large text.
    void theStoryAndTheListTakeTurnsOnANarrowPage()
    {
        Office office;
        office.open();
        office.window.resize(kNarrow);
        QVERIFY(press(office.window, QStringLiteral("category_orders")));
        QTRY_COMPARE(office.rows(), int{HistoryPage::kRowsAtOnce});
        QVERIFY(!shown(office.window, QStringLiteral("orderStory")));
        QTRY_COMPARE(clippedTexts(office.window).join(u'|'), QString{});
        const OrderId order = folded(office.events).orders.all().rbegin()->first;
        const QString row = QStringLiteral("found_%1").arg(order);
        QVERIFY(press(office.window, row));
        QTRY_VERIFY(office.window.historyPage()->shown() != nullptr);
        QVERIFY(shown(office.window, QStringLiteral("storyRefund")));
        QCOMPARE(office.rows(), 0);
        QTRY_COMPARE(clippedTexts(office.window).join(u'|'), QString{});
        // The way back leads to the same row.
        QCOMPARE(office.window.focusWidget(), shown(office.window, QStringLiteral("storyBack")));
        QVERIFY(press(office.window, QStringLiteral("storyBack")));
        QCOMPARE(office.rows(), int{HistoryPage::kRowsAtOnce});
        QCOMPARE(office.window.focusWidget(), shown(office.window, row));
        // Who looks for something else wants to see what is found.
        QVERIFY(press(office.window, row));
        QVERIFY(press(office.window, QStringLiteral("choice_ever")));
        QVERIFY(!shown(office.window, QStringLiteral("orderStory")));
        office.window.resize(kWide);
        QTRY_VERIFY(shown(office.window, QStringLiteral("orderStory")));
        QVERIFY(office.rows() > 0);
        QVERIFY(!shown(office.window, QStringLiteral("storyBack")));
    }

    void thePagesTabsHaveARowOfTheirOwnWhereTheyDoNotFit_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("beside");
        QTest::newRow("wide") << kWide << true;
        QTest::newRow("narrow") << kNarrow << false;
    }
    void thePagesTabsHaveARowOfTheirOwnWhereTheyDoNotFit()
    {
        QFETCH(QSize, size);
        QFETCH(bool, beside);
        Office office;
        office.open();
        office.window.resize(size);
        QCoreApplication::processEvents();
        const auto place = [&office](const char* name) {
            const auto* widget = shown(office.window, QLatin1String{name});
            return widget ? QRect{widget->mapTo(&office.window, QPoint{}), widget->size()}
                          : QRect{};
        };
        const QRect now = place("category_now");
        const QRect reports = place("category_reports");
        QVERIFY(now.isValid() && reports.isValid());
        QVERIFY(!shown(office.window, QStringLiteral("categoriesOnButton")));
        QCOMPARE(now.bottom() < place("soldOutButton").bottom(), beside);
        // What comes and goes moves none of them.
        QVERIFY(!shown(office.window, QStringLiteral("resumeButton")));
        office.events.push_back(office.events.back());
        Event& event = office.events.back();
        ++event.seq;
        event.body = OrderingChanged{OrderingState::Paused, 0, {}, {}};
        office.publish();
        QTRY_VERIFY(shown(office.window, QStringLiteral("resumeButton")));
        QCoreApplication::processEvents();
        QCOMPARE(place("category_now"), now);
        QCOMPARE(place("category_reports"), reports);
        QTRY_COMPARE(clippedTexts(office.window).join(u'|'), QString{});
    }

    void aStoryGoesOnWhileItIsRead()
    {
        Office office;
        office.open();
        const OrderId order = folded(office.events).orders.all().rbegin()->first;
        QVERIFY(press(office.window, QStringLiteral("category_orders")));
        office.window.historyPage()->openStory(order);
        QTRY_VERIFY(office.window.historyPage()->shown() != nullptr);
        QVERIFY(office.window.historyPage()->shown()->refunds.empty());
        office.events.push_back(office.events.back());
        Event& event = office.events.back();
        ++event.seq;
        event.body = RefundOpened{77, order, Money::fromWon(1'000), {1}, "맛"};
        office.publish();
        office.fill();
        QTRY_COMPARE(office.window.historyPage()->shown()->refunds.size(), std::size_t{1});
    }

    void everyZIsReadAndAgreesWithWhatTheDaemonWrote()
    {
        Office office;
        office.open();
        QVERIFY(press(office.window, QStringLiteral("category_reports")));
        QTRY_VERIFY(shown(office.window, QStringLiteral("report_4")));
        QTRY_VERIFY(office.text("reportTitle").contains(QStringLiteral("(X)")));
        QVERIFY(shown(office.window, QStringLiteral("closeDay")));
        for (int number = 1; number <= 4; ++number) {
            QVERIFY(press(office.window, QStringLiteral("report_%1").arg(number)));
            QTRY_VERIFY(office.text("reportTitle").startsWith(QStringLiteral("Z %1").arg(number)));
            QVERIFY(!shown(office.window, QStringLiteral("reportDisagrees")));
            QVERIFY(!shown(office.window, QStringLiteral("closeDay")));
        }
        QTRY_VERIFY(shown(office.window, QStringLiteral("hoursChart")));
        QTRY_COMPARE(clippedTexts(office.window).join(u'|'), QString{});
    }

    void aZThatIsNotWhatTheDaemonWroteIsSaidInRed()
    {
        Office office;
        office.events = demo::season();
        for (Event& event : office.events)
            if (auto* paid = std::get_if<OrderPaid>(&event.body); paid && paid->order == 5) {
                paid->basket.total = paid->basket.total.plus(Money::fromWon(500)).value();
                break;
            }
        office.window.resize(1920, 1080);
        office.window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&office.window));
        office.publish();
        office.fill();
        QVERIFY(press(office.window, QStringLiteral("category_reports")));
        QTRY_VERIFY(shown(office.window, QStringLiteral("report_1")));
        QVERIFY(press(office.window, QStringLiteral("report_1")));
        QTRY_VERIFY(shown(office.window, QStringLiteral("reportDisagrees")));
        QVERIFY(press(office.window, QStringLiteral("report_2")));
        QTRY_VERIFY(!shown(office.window, QStringLiteral("reportDisagrees")));
    }

    void aReportIsSavedAsATable()
    {
        Office office;
        office.open();
        QVERIFY(press(office.window, QStringLiteral("category_reports")));
        QTRY_VERIFY(shown(office.window, QStringLiteral("report_3")));
        QVERIFY(press(office.window, QStringLiteral("report_3")));
        QTRY_VERIFY(office.text("reportTitle").startsWith(QStringLiteral("Z 3")));
        QVERIFY(press(office.window, QStringLiteral("reportSave")));
        QFile table{office.folder.filePath(QStringLiteral("tables/z-3.csv"))};
        QVERIFY(table.open(QIODevice::ReadOnly));
        QVERIFY(table.readAll().startsWith("\xef\xbb\xbf"));
    }

    void aReportIsSavedOnPaper_data()
    {
        QTest::addColumn<bool>("english");
        QTest::newRow("ko") << false;
        QTest::newRow("en") << true;
    }
    void aReportIsSavedOnPaper()
    {
        QFETCH(bool, english);
        const ui::LanguageSwitch words{english ? ui::Language::English : ui::Language::Korean};
        Office office;
        office.menu = demo::menu();
        office.open();
        QVERIFY(press(office.window, QStringLiteral("category_reports")));
        QTRY_VERIFY(shown(office.window, QStringLiteral("report_3")));
        QVERIFY(press(office.window, QStringLiteral("report_3")));
        QTRY_VERIFY(office.text("reportTitle").startsWith(QStringLiteral("Z 3")));
        QVERIFY(press(office.window, QStringLiteral("reportPaper")));
        QFile file{office.folder.filePath(QStringLiteral("tables/z-3.pdf"))};
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.startsWith("%PDF"));

        const auto paper = office.window.reportsPage()->paper(QStringLiteral("Coffee Order"));
        QVERIFY(paper);
        QBuffer scratch;
        QVERIFY(scratch.open(QIODevice::WriteOnly));
        QPdfWriter writer{&scratch};
        writer.setPageSize(QPageSize{QPageSize::A4});
        writer.setPageMargins({});
        const auto sheets = sheetsOf(*paper, writer, QApplication::font());
        QCOMPARE(bytes.count("/Type /Page\n"), static_cast<qsizetype>(sheets.size()));
        QStringList texts;
        for (const PrintedSheet& sheet : sheets) {
            for (const PrintedText& text : sheet.texts) {
                texts << text.words;
                QVERIFY2(QRectF(0, 0, writer.width(), writer.height()).contains(text.room),
                         qPrintable(text.words));
                const QFontMetricsF metrics{text.font, &writer};
                QVERIFY2(metrics.boundingRect(text.room, Qt::TextWordWrap, text.words).height() <=
                             text.room.height() + 1,
                         qPrintable(text.words));
            }
            QVERIFY(sheet.texts.back().words.contains(
                QStringLiteral("%1 / %2").arg(&sheet - &sheets.front() + 1).arg(sheets.size())));
        }
        const auto closed =
            std::find_if(office.events.begin(), office.events.end(), [](const Event& event) {
                const auto* day = std::get_if<DayClosed>(&event.body);
                return day && day->number == 3;
            });
        const auto& day = std::get<DayClosed>(closed->body);
        const QString all = texts.join(u'\n');
        QVERIFY(all.contains(QStringLiteral("Coffee Order")));
        QVERIFY(all.contains(QStringLiteral("Z 3")));
        QVERIFY(paper->facts.front().contains(QString::number(day.from)));
        QVERIFY(paper->facts.front().contains(QString::number(day.to)));
        QVERIFY(all.contains(station::texts::sum(day.sales)));
        QVERIFY(all.contains(station::texts::sum(day.sales.minus(day.refunded))));
        QVERIFY(all.contains(english ? QStringLiteral("Net sales") : QStringLiteral("순매출")));
    }

    void aLongReportGoesOnOnAnotherSheetWithoutALoneTitle()
    {
        ReportPaper paper;
        paper.title = QStringLiteral("Z 1");
        for (int table = 0; table < 12; ++table) {
            ReportTable made{QStringLiteral("table %1").arg(table), {}, {}};
            for (int row = 0; row < 9 + table; ++row)
                made.rows.push_back(
                    {QStringLiteral("a row with words %1").arg(row), QStringLiteral("12,300")});
            paper.tables.push_back(made);
        }
        QBuffer scratch;
        QVERIFY(scratch.open(QIODevice::WriteOnly));
        QPdfWriter writer{&scratch};
        writer.setPageSize(QPageSize{QPageSize::A4});
        writer.setPageMargins({});
        const auto sheets = sheetsOf(paper, writer, QApplication::font());
        QVERIFY(sheets.size() > 2);
        std::size_t rows = 0;
        for (const PrintedSheet& sheet : sheets) {
            for (const PrintedText& text : sheet.texts)
                rows += text.words.startsWith(QStringLiteral("a row")) ? 1 : 0;
            // The last one is the page's number.
            QVERIFY(!sheet.texts[sheet.texts.size() - 2].words.startsWith(QStringLiteral("table")));
        }
        QCOMPARE(rows, std::size_t{12 * 9 + 66});
    }

    void keptMoneyIsToldWhereThereIsSome()
    {
        DayReport report;
        report.sales.add(Money::fromWon(5'000));
        const auto told = [&report] {
            QStringList names;
            for (const ReportTable& table : reportTables(report, Language::Korean))
                for (const QStringList& row : table.rows)
                    names << row.join(u' ');
            return names.join(u'|');
        };
        QVERIFY(!told().contains(QStringLiteral("주문 없이 받은")));
        report.kept.add(Money::fromWon(6'300));
        QVERIFY(told().contains(QStringLiteral("주문 없이 받은")));
        QVERIFY(told().contains(QStringLiteral("6,300")));
    }

    void theDayIsClosedWithThePin()
    {
        Office office;
        office.open();
        QVERIFY(press(office.window, QStringLiteral("category_reports")));
        QTRY_VERIFY(shown(office.window, QStringLiteral("report_4")));
        QVERIFY(press(office.window, QStringLiteral("closeDay")));
        QVERIFY(shown(office.window, QStringLiteral("pinSheet")));
        office.session.closeDay(office.window.reportsPage()->newest(), QStringLiteral("271828"));
        const auto* asked = office.client.last<protocol::DayClose>();
        QVERIFY(asked);
        QCOMPARE(asked->last, std::int64_t{4});

        // What was written is shown, as soon as this program's own copy has it.
        std::optional<DayReport> report;
        office.past.ask(
            &office.window,
            [](client::OrderArchive& archive) { return archive.reportSoFar(kKorea); },
            [&report](const DayReport& answer) { report = answer; });
        QTRY_VERIFY(report);
        office.client.answer(office.client.openCall<protocol::DayClose>(),
                             protocol::ClosedAnswer{5, report->from, report->to});
        office.events.push_back(office.events.back());
        Event& event = office.events.back();
        ++event.seq;
        event.body = closedBy(5, *report);
        office.publish();
        office.fill();
        QTRY_VERIFY(office.text("reportTitle").startsWith(QStringLiteral("Z 5")));
        QVERIFY(!shown(office.window, QStringLiteral("reportDisagrees")));
    }

    void anotherLogIsReadFromItsBeginning()
    {
        Office office;
        office.open();
        QVERIFY(office.past.progress().seq > 1000);
        // The shop was set up anew while a page of the old log was being written: what was kept is
        // of no use any more, nor how far it had come.
        office.history.paid(9'000);
        office.publish();
        office.carryOut();
        office.events.clear();
        office.history.paid(1).collected(1);
        const ShopView view = folded(office.events);
        office.source.goLive(view, view.at, "epoch-2");
        office.published = office.events.size();
        office.fill();
        QCOMPARE(office.past.progress().seq, static_cast<Sequence>(office.events.size()));
        QVERIFY(press(office.window, QStringLiteral("category_orders")));
        QVERIFY(press(office.window, QStringLiteral("choice_ever")));
        QTRY_COMPARE(office.rows(), 1);
    }
};

QTEST_MAIN(ManagerPagesTest)
#include "test_manager_pages.moc"
