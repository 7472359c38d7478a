// SPDX-License-Identifier: GPL-3.0-or-later
// Sheets cover the page, keep the focus, and give it back.
#include "shared/widgets/digit_pad.h"
#include "shared/widgets/label.h"
#include "shared/widgets/pin_sheet.h"
#include "shared/widgets/sheet.h"
#include "shared/widgets/theme.h"
#include "shared/widgets/toast.h"

#include <QApplication>
#include <QBoxLayout>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace coffee::ui;

namespace {

// A window with one button behind.
struct Page {
    QWidget window;
    Button* behind;

    Page() : behind{new Button{QStringLiteral("뒤"), ButtonKind::Outline, &window}}
    {
        auto* column = new QVBoxLayout{&window};
        column->addWidget(behind);
        window.resize(1080, 1400);
        window.show();
        QApplication::setActiveWindow(&window);
        behind->setFocus();
    }
};

QWidget* focused()
{
    return QApplication::focusWidget();
}

} // namespace

class SheetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { installLook(*qApp, Theme{}.withReduceMotion(true)); }
    void tabNeverLeavesTheSheet();
    void focusSetBehindComesBack();
    void escapeDismissesAndReturnsTheFocus();
    void aTapBesideDismisses();
    void aTapOnTheSheetDoesNot();
    void whatMustBeAnsweredCannotBeDismissed();
    void itIsNoSecondWindow();
    void anOpenSheetRests();
    void aSheetGrowsWithItsSentences();
    void theSheetFollowsItsWindow();
    void confirmSaysWhichAnswer();
    void busyConfirmTakesNoAnswer();
    void thePinIsTypedByKeyboard();
    void aWrongPinClearsTheDigits();
    void theToastCanBeUndone();
    void theToastRunsOut();
    void aNewerToastEndsTheOlder();
    void theToastLeavesRoomForWhatIsPressedNext();
};

namespace {

// Counts what asks a layout to be made anew.
class LayoutCounter final : public QObject {
public:
    int requests = 0;

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        requests += event->type() == QEvent::LayoutRequest ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }
};

void passEvents(int rounds)
{
    for (int round = 0; round < rounds; ++round) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
}

} // namespace

// It may be open for an hour: it must not keep the machine busy.
void SheetTest::anOpenSheetRests()
{
    Page page;
    Sheet sheet{&page.window};
    auto* words = new Label{QStringLiteral("글"), TextRole::Body, &sheet};
    auto* nested = new QVBoxLayout;
    nested->addWidget(words);
    sheet.content()->addLayout(nested);
    sheet.addButton(new Button{QStringLiteral("닫기"), ButtonKind::Outline, &sheet});
    sheet.openSheet();
    passEvents(20);
    LayoutCounter counter;
    qApp->installEventFilter(&counter);
    passEvents(20);
    QCOMPARE(counter.requests, 0);
    words->setText(QStringLiteral("글이 길어졌어요. ").repeated(30));
    passEvents(20);
    QVERIFY(counter.requests > 0);
    counter.requests = 0;
    passEvents(20);
    QCOMPARE(counter.requests, 0);
}

void SheetTest::aSheetGrowsWithItsSentences()
{
    Page page;
    Sheet sheet{&page.window};
    auto* words = new Label{QStringLiteral("글"), TextRole::Body, &sheet};
    auto* nested = new QVBoxLayout;
    nested->addWidget(words);
    sheet.content()->addLayout(nested);
    auto* close = new Button{QStringLiteral("닫기"), ButtonKind::Outline, &sheet};
    sheet.addButton(close);
    sheet.openSheet();
    passEvents(20);
    const int before = close->parentWidget()->height();
    words->setText(QStringLiteral("글이 길어졌어요. ").repeated(30));
    passEvents(20);
    const int after = close->parentWidget()->height();
    QVERIFY(after > before);
    QVERIFY(words->height() >= words->heightForWidth(words->width()));
    words->setText(QStringLiteral("글"));
    passEvents(20);
    QCOMPARE(close->parentWidget()->height(), before);
}

void SheetTest::tabNeverLeavesTheSheet()
{
    Page page;
    ConfirmSheet sheet{&page.window};
    sheet.setQuestion(QStringLiteral("취소할까요?"), QStringLiteral("글"),
                      QStringLiteral("취소하기"), QStringLiteral("두기"));
    sheet.openSheet();
    QSet<QWidget*> visited;
    for (int i = 0; i < 10; ++i) {
        QVERIFY(focused());
        QVERIFY(sheet.isAncestorOf(focused()));
        visited.insert(focused());
        QTest::keyClick(focused(), Qt::Key_Tab);
    }
    QCOMPARE(visited.size(), 2);
    for (int i = 0; i < 5; ++i) {
        QTest::keyClick(focused(), Qt::Key_Backtab);
        QVERIFY(sheet.isAncestorOf(focused()));
    }
}

void SheetTest::focusSetBehindComesBack()
{
    Page page;
    ConfirmSheet sheet{&page.window};
    sheet.setQuestion({}, {}, QStringLiteral("예"), QStringLiteral("아니요"));
    sheet.openSheet();
    page.behind->setFocus();
    QVERIFY(sheet.isAncestorOf(focused()));
}

void SheetTest::escapeDismissesAndReturnsTheFocus()
{
    Page page;
    ConfirmSheet sheet{&page.window};
    sheet.setQuestion({}, {}, QStringLiteral("예"), QStringLiteral("아니요"));
    QSignalSpy cancelled{&sheet, &ConfirmSheet::cancelled};
    sheet.openSheet();
    QTest::keyClick(focused(), Qt::Key_Escape);
    QCOMPARE(cancelled.count(), 1);
    QVERIFY(!sheet.isOpen());
    QCOMPARE(focused(), page.behind);
}

void SheetTest::aTapBesideDismisses()
{
    Page page;
    Sheet sheet{&page.window};
    sheet.content()->addWidget(new Button{QStringLiteral("안"), ButtonKind::Outline});
    QSignalSpy dismissed{&sheet, &Sheet::dismissed};
    sheet.openSheet();
    QTest::mouseClick(&sheet, Qt::LeftButton, {}, QPoint{5, 5});
    QCOMPARE(dismissed.count(), 1);
    QVERIFY(!sheet.isVisible());
}

void SheetTest::aTapOnTheSheetDoesNot()
{
    Page page;
    ConfirmSheet sheet{&page.window};
    sheet.setQuestion(QStringLiteral("제목"), {}, QStringLiteral("예"), QStringLiteral("아니요"));
    QSignalSpy dismissed{&sheet, &Sheet::dismissed};
    sheet.openSheet();
    QWidget* target = page.window.childAt(page.window.rect().center());
    QVERIFY(target);
    QTest::mouseClick(target, Qt::LeftButton, {}, QPoint{1, 1});
    QCOMPARE(dismissed.count(), 0);
    QVERIFY(sheet.isOpen());
}

void SheetTest::whatMustBeAnsweredCannotBeDismissed()
{
    Page page;
    Sheet sheet{&page.window};
    sheet.setDismissible(false);
    sheet.content()->addWidget(new Button{QStringLiteral("안"), ButtonKind::Outline});
    sheet.openSheet();
    QTest::keyClick(focused(), Qt::Key_Escape);
    QTest::mouseClick(&sheet, Qt::LeftButton, {}, QPoint{5, 5});
    QVERIFY(sheet.isOpen());
}

void SheetTest::itIsNoSecondWindow()
{
    Page page;
    ConfirmSheet sheet{&page.window};
    sheet.setQuestion({}, {}, QStringLiteral("예"), QStringLiteral("아니요"));
    sheet.openSheet();
    for (QWidget* top : QApplication::topLevelWidgets())
        QVERIFY(!top->isVisible() || top == &page.window);
}

void SheetTest::theSheetFollowsItsWindow()
{
    Page page;
    Sheet sheet{&page.window};
    sheet.openSheet();
    page.window.resize(900, 1000);
    QTRY_COMPARE(sheet.size(), page.window.size());
}

void SheetTest::confirmSaysWhichAnswer()
{
    Page page;
    ConfirmSheet sheet{&page.window};
    sheet.setQuestion({}, {}, QStringLiteral("예"), QStringLiteral("아니요"));
    QSignalSpy confirmed{&sheet, &ConfirmSheet::confirmed};
    QSignalSpy cancelled{&sheet, &ConfirmSheet::cancelled};
    sheet.openSheet();
    // Enter right after opening must be harmless.
    QCOMPARE(focused()->objectName(), QStringLiteral("cancelButton"));
    QTest::mouseClick(sheet.findChild<Button*>(QStringLiteral("confirmButton")), Qt::LeftButton);
    QCOMPARE(confirmed.count(), 1);
    QVERIFY(sheet.isOpen()); // until the owner has done it
    QTest::keyClick(sheet.findChild<Button*>(QStringLiteral("cancelButton")), Qt::Key_Return);
    QCOMPARE(cancelled.count(), 1);
    QVERIFY(!sheet.isOpen());
}

void SheetTest::busyConfirmTakesNoAnswer()
{
    Page page;
    ConfirmSheet sheet{&page.window};
    sheet.setQuestion({}, {}, QStringLiteral("예"), QStringLiteral("아니요"));
    QSignalSpy confirmed{&sheet, &ConfirmSheet::confirmed};
    sheet.openSheet();
    sheet.setBusy(QStringLiteral("보내는 중"));
    auto* confirm = sheet.findChild<Button*>(QStringLiteral("confirmButton"));
    QTest::mouseClick(confirm, Qt::LeftButton);
    QTest::keyClick(confirm, Qt::Key_Return);
    QTest::keyClick(confirm, Qt::Key_Space);
    QTest::keyClick(confirm, Qt::Key_Escape);
    QCOMPARE(confirmed.count(), 0);
    QVERIFY(sheet.isOpen());
}

void SheetTest::thePinIsTypedByKeyboard()
{
    Page page;
    PinSheet sheet{&page.window};
    QSignalSpy entered{&sheet, &PinSheet::pinEntered};
    sheet.ask(QStringLiteral("비밀번호"), QStringLiteral("환불"));
    QTest::keyClicks(focused(), QStringLiteral("12345"));
    QTest::keyClick(focused(), Qt::Key_Backspace);
    // Also with the focus on a button of the sheet.
    sheet.findChild<Button*>(QStringLiteral("cancelButton"))->setFocus();
    QTest::keyClicks(focused(), QStringLiteral("78"));
    QCOMPARE(entered.count(), 1);
    QCOMPARE(entered.at(0).at(0).toString(), QStringLiteral("123478"));
}

void SheetTest::aWrongPinClearsTheDigits()
{
    Page page;
    PinSheet sheet{&page.window};
    QSignalSpy entered{&sheet, &PinSheet::pinEntered};
    sheet.ask(QStringLiteral("비밀번호"), {});
    for (int i = 0; i < 6; ++i)
        QTest::mouseClick(sheet.findChild<Button*>(QStringLiteral("digit1Button")), Qt::LeftButton);
    QCOMPARE(entered.count(), 1);
    sheet.showError(QStringLiteral("달라요"));
    QVERIFY(sheet.findChild<DigitField*>(QStringLiteral("pinField"))->digits().isEmpty());
    QTest::keyClicks(focused(), QStringLiteral("222222"));
    QCOMPARE(entered.count(), 2);
    sheet.closeSheet();
    QVERIFY(sheet.findChild<DigitPad*>(QStringLiteral("pinPad"))->digits().isEmpty());
}

void SheetTest::theToastCanBeUndone()
{
    Page page;
    Toast toast{&page.window};
    QSignalSpy undo{&toast, &Toast::undoClicked};
    QSignalSpy expired{&toast, &Toast::expired};
    toast.showMessage(QStringLiteral("옮겼어요."), QStringLiteral("되돌리기"));
    QCOMPARE(focused(), page.behind); // it never takes the focus
    QTest::mouseClick(toast.findChild<Button*>(QStringLiteral("undoButton")), Qt::LeftButton);
    QCOMPARE(undo.count(), 1);
    QCOMPARE(expired.count(), 0);
    QVERIFY(!toast.isVisible());
}

void SheetTest::theToastRunsOut()
{
    Page page;
    Toast toast{&page.window};
    QSignalSpy expired{&toast, &Toast::expired};
    toast.showMessage(QStringLiteral("옮겼어요."), QStringLiteral("되돌리기"),
                      std::chrono::milliseconds{50});
    QTRY_COMPARE_WITH_TIMEOUT(expired.count(), 1, 5000);
    QVERIFY(!toast.isVisible());
}

void SheetTest::aNewerToastEndsTheOlder()
{
    Page page;
    Toast toast{&page.window};
    QSignalSpy expired{&toast, &Toast::expired};
    toast.showMessage(QStringLiteral("하나"), QStringLiteral("되돌리기"));
    toast.showMessage(QStringLiteral("둘"), QStringLiteral("되돌리기"));
    QCOMPARE(expired.count(), 1);
    QVERIFY(toast.isVisible());
}

void SheetTest::theToastLeavesRoomForWhatIsPressedNext()
{
    Page page;
    Toast toast{&page.window};
    toast.showMessage(QStringLiteral("불렀어요."));
    QVERIFY(toast.testAttribute(Qt::WA_TransparentForMouseEvents)); // nothing to press on it
    const int low = toast.geometry().bottom();
    toast.setKeptFree(60);
    QCOMPARE(toast.geometry().bottom(), low - 60);
    toast.showMessage(QStringLiteral("옮겼어요."), QStringLiteral("되돌리기"));
    QCOMPARE(toast.geometry().bottom(), low - 60);
    QVERIFY(!toast.testAttribute(Qt::WA_TransparentForMouseEvents));
}

QTEST_MAIN(SheetTest)
#include "sheet_test.moc"
