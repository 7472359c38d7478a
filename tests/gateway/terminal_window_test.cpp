// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/terminal_sim/terminal_screen.h"
#include "payment_daemon/terminal_sim/terminal_window.h"
#include "shared/widgets/banner.h"
#include "shared/widgets/theme.h"

#include <QAbstractButton>
#include <QLabel>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace coffee;
using namespace coffee::terminal;
using namespace std::chrono_literals;

/// The terminal's window with real widgets and real books: what a person at it can do.
class TerminalWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void itSaysThatNoMoneyMoves();
    void withoutAChargeNothingCanBePressed();
    void aChargeShowsWhoPaysHowMuch();
    void tappingApproves();
    void enterTaps();
    void theDeclineButtonDeclines();
    void escapeWalksAway();
    void othersAreListedAndCanBeChosen();
    void theNextIsServedAfterAnEnd();
    void aWithheldResultIsShownAsSuch();
    void theDrillIsNamed();
    void unattendedItTapsByItself();
    void everyButtonHasANameAndAPlaceInTheTabOrder();

private:
    void open(std::chrono::milliseconds autoApprove = 0ms);
    void start(const std::string& key, const std::string& terminal, int won)
    {
        const auto started = m_terminal->startCharge(key, terminal, Money::fromWon(won), 60s);
        QVERIFY(std::holds_alternative<CardTerminal::UnderWay>(started));
    }
    [[nodiscard]] QAbstractButton* button(const char* name)
    {
        auto* found = m_window->findChild<QAbstractButton*>(QLatin1String{name});
        return found;
    }
    [[nodiscard]] QString text(const char* name)
    {
        const auto* label = m_window->findChild<QLabel*>(QLatin1String{name});
        return label ? label->text() : QString{};
    }
    [[nodiscard]] QString page()
    {
        return m_window->findChild<QStackedWidget*>()->currentWidget()->objectName();
    }
    [[nodiscard]] ChargeState stateOf(const std::string& key)
    {
        return m_ledger->find(key).value().state;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<BankLedger> m_ledger;
    std::unique_ptr<CardTerminal> m_terminal;
    std::unique_ptr<TerminalScreen> m_screen;
    std::unique_ptr<TerminalWindow> m_window;
};

void TerminalWindowTest::initTestCase()
{
    ui::Metrics::Settings settings;
    settings.audience = ui::Audience::Staff;
    ui::installLook(*qApp, ui::Theme{ui::PaletteKind::Dark, ui::Metrics{settings}});
}

void TerminalWindowTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_ledger =
        std::make_unique<BankLedger>(m_folder->filePath(QStringLiteral("bank.db")).toStdString());
    TerminalScript script;
    script.latencyMeanMs = 0;
    script.latencySigmaMs = 0;
    m_terminal = std::make_unique<CardTerminal>(*m_ledger, script, 1, CardHolder::Person);
    open();
}

void TerminalWindowTest::cleanup()
{
    m_window.reset();
    m_screen.reset();
    m_terminal.reset();
    m_ledger.reset();
}

void TerminalWindowTest::open(std::chrono::milliseconds autoApprove)
{
    m_window.reset();
    m_terminal->setFallback(autoApprove);
    m_screen = std::make_unique<TerminalScreen>(*m_terminal, autoApprove);
    m_window = std::make_unique<TerminalWindow>(*m_screen);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->activateWindow();
}

void TerminalWindowTest::itSaysThatNoMoneyMoves()
{
    const auto* ribbon = m_window->findChild<ui::DemoRibbon*>();
    QVERIFY(ribbon);
    QVERIFY(ribbon->isVisible());
}

void TerminalWindowTest::withoutAChargeNothingCanBePressed()
{
    QCOMPARE(page(), QStringLiteral("idlePage"));
    for (const char* name : {"tapButton", "declineButton", "walkAwayButton"})
        QVERIFY(!button(name)->isEnabled());
    QVERIFY(!text("keysHint").isEmpty());
}

void TerminalWindowTest::aChargeShowsWhoPaysHowMuch()
{
    start("a", "kiosk-1", 12'500);
    QCOMPARE(page(), QStringLiteral("payingPage"));
    QVERIFY(text("payingTerminal").contains(QStringLiteral("kiosk-1")));
    QVERIFY(text("payingAmount").contains(QStringLiteral("12,500")));
    QVERIFY(button("tapButton")->isEnabled());
}

void TerminalWindowTest::tappingApproves()
{
    start("a", "kiosk-1", 4500);
    QTest::mouseClick(button("tapButton"), Qt::LeftButton);
    QVERIFY(!button("tapButton")->isEnabled());
    QTRY_COMPARE(page(), QStringLiteral("endedPage"));
    QCOMPARE(stateOf("a"), ChargeState::Approved);
    const QString approval = QString::fromStdString(m_ledger->find("a")->approval);
    QVERIFY(text("endDetail").contains(approval));
}

void TerminalWindowTest::enterTaps()
{
    start("a", "kiosk-1", 4500);
    QTRY_VERIFY(button("tapButton")->hasFocus());
    QTest::keyClick(button("tapButton"), Qt::Key_Return);
    QTRY_COMPARE(stateOf("a"), ChargeState::Approved);
}

void TerminalWindowTest::theDeclineButtonDeclines()
{
    start("a", "kiosk-1", 4500);
    QTest::mouseClick(button("declineButton"), Qt::LeftButton);
    QTRY_COMPARE(stateOf("a"), ChargeState::Declined);
    QTRY_COMPARE(page(), QStringLiteral("endedPage"));
    QCOMPARE(m_ledger->find("a")->taken.won(), 0);
}

void TerminalWindowTest::escapeWalksAway()
{
    start("a", "kiosk-1", 4500);
    QTRY_VERIFY(button("tapButton")->hasFocus());
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QTRY_COMPARE(stateOf("a"), ChargeState::Cancelled);
    QTRY_COMPARE(page(), QStringLiteral("endedPage"));
}

void TerminalWindowTest::othersAreListedAndCanBeChosen()
{
    start("a", "kiosk-1", 4500);
    start("b", "kiosk-2", 7000);
    QVERIFY(text("payingTerminal").contains(QStringLiteral("kiosk-1")));
    auto* other = button("otherCharge-kiosk-2");
    QVERIFY(other);
    QTRY_VERIFY(other->isVisible());
    QTest::mouseClick(other, Qt::LeftButton);
    QVERIFY(text("payingTerminal").contains(QStringLiteral("kiosk-2")));
    QTest::mouseClick(button("walkAwayButton"), Qt::LeftButton);
    QCOMPARE(stateOf("b"), ChargeState::Cancelled);
    QCOMPARE(stateOf("a"), ChargeState::Waiting);
}

void TerminalWindowTest::theNextIsServedAfterAnEnd()
{
    start("a", "kiosk-1", 4500);
    start("b", "kiosk-2", 7000);
    QTest::mouseClick(button("walkAwayButton"), Qt::LeftButton);
    QCOMPARE(page(), QStringLiteral("endedPage"));
    QTRY_VERIFY_WITH_TIMEOUT(page() == QStringLiteral("payingPage"), 6000);
    QVERIFY(text("payingTerminal").contains(QStringLiteral("kiosk-2")));
}

void TerminalWindowTest::aWithheldResultIsShownAsSuch()
{
    TerminalScript script = m_terminal->script();
    script.mode = TerminalMode::Silent;
    m_terminal->setScript(script);
    start("a", "kiosk-1", 4500);
    QTest::mouseClick(button("tapButton"), Qt::LeftButton);
    QTRY_COMPARE(page(), QStringLiteral("endedPage"));
    QVERIFY(m_screen->ended()->isSilent);
    QVERIFY(stateOf("a") != ChargeState::Waiting);
}

void TerminalWindowTest::theDrillIsNamed()
{
    const auto* banner = m_window->findChild<ui::Banner*>(QStringLiteral("modeBanner"));
    QVERIFY(!banner->isVisible());
    for (const TerminalMode mode : {TerminalMode::Slow, TerminalMode::Silent, TerminalMode::Dead}) {
        TerminalScript script = m_terminal->script();
        script.mode = mode;
        m_terminal->setScript(script);
        QVERIFY(banner->isVisible());
    }
    m_terminal->setScript(TerminalScript{});
    QVERIFY(!banner->isVisible());
}

void TerminalWindowTest::unattendedItTapsByItself()
{
    open(300ms);
    start("a", "kiosk-1", 4500);
    QVERIFY(m_screen->untilAutoApprove());
    QTRY_COMPARE(stateOf("a"), ChargeState::Approved);
}

void TerminalWindowTest::everyButtonHasANameAndAPlaceInTheTabOrder()
{
    start("a", "kiosk-1", 4500);
    start("b", "kiosk-2", 7000);
    for (const char* name :
         {"tapButton", "declineButton", "walkAwayButton", "otherCharge-kiosk-2"}) {
        QVERIFY2(!button(name)->text().isEmpty(), name);
        QVERIFY2(button(name)->focusPolicy() & Qt::TabFocus, name);
    }
}

QTEST_MAIN(TerminalWindowTest)
#include "terminal_window_test.moc"
