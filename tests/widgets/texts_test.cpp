// SPDX-License-Identifier: GPL-3.0-or-later
// The words for amounts, states and refusals, in both languages.
#include "shared/widgets/banner.h"
#include "shared/widgets/texts.h"
#include "shared/widgets/theme.h"

#include <QApplication>
#include <QFile>
#include <QSet>
#include <QTest>

using namespace coffee;
using namespace coffee::ui;

class TextsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installLook(*qApp, Theme{}); }
    void amountsAreGrouped();
    void everyStateHasAWordOfItsOwn();
    void everyRefusalIsASentence();
    void refusalsCarryTheirFigures();
    void countsAndTimes();
    void englishIsComplete();
    void openWidgetsFollowTheLanguage();
};

void TextsTest::amountsAreGrouped()
{
    QCOMPARE(texts::money(Money::fromWon(0)), QStringLiteral("0원"));
    QCOMPARE(texts::money(Money::fromWon(1234500)), QStringLiteral("1,234,500원"));
    QCOMPARE(texts::priceDifference(Money::fromWon(500)), QStringLiteral("+500원"));
    QCOMPARE(texts::priceDifference(Money::fromWon(-300)), QStringLiteral("-300원"));
    QVERIFY(texts::priceDifference(Money{}).isEmpty());
    LanguageSwitch english{Language::English};
    QCOMPARE(texts::language(), Language::English);
    QCOMPARE(texts::money(Money::fromWon(12500)), QStringLiteral("₩12,500"));
    QCOMPARE(texts::local({"우유", "Milk"}), QStringLiteral("Milk"));
}

void TextsTest::everyStateHasAWordOfItsOwn()
{
    for (const Language language : {Language::Korean, Language::English}) {
        LanguageSwitch switched{language};
        QSet<QString> orders;
        for (const OrderState state : kAllOrderStates)
            orders << texts::state(state);
        QCOMPARE(orders.size(), qsizetype(kAllOrderStates.size()));
        QSet<QString> attempts;
        for (const AttemptState state : kAllAttemptStates)
            attempts << texts::state(state);
        QCOMPARE(attempts.size(), qsizetype(kAllAttemptStates.size()));
        QSet<QString> refunds;
        for (const RefundState state : kAllRefundStates)
            refunds << texts::state(state);
        QCOMPARE(refunds.size(), qsizetype(kAllRefundStates.size()));
        QVERIFY(!orders.contains(QString{}));
        QCOMPARE(texts::orderSteps().size(), 4);
    }
    QCOMPARE(texts::orderStep(OrderState::Queued), 0);
    QCOMPARE(texts::orderStep(OrderState::Collected), 4);
}

void TextsTest::everyRefusalIsASentence()
{
    for (const Language language : {Language::Korean, Language::English}) {
        LanguageSwitch switched{language};
        for (const RefusalCode code : kAllRefusalCodes) {
            Refusal refusal;
            refusal.code = code;
            const QString words = texts::refusal(refusal);
            QVERIFY2(words.endsWith(QLatin1Char('.')), qPrintable(words));
            QVERIFY2(!words.contains(QLatin1Char('%')), qPrintable(words));
        }
    }
}

void TextsTest::refusalsCarryTheirFigures()
{
    Refusal busy;
    busy.code = RefusalCode::Busy;
    busy.retryAfter = std::chrono::milliseconds{8200};
    QVERIFY(texts::refusal(busy).contains(QStringLiteral("9초")));

    Refusal price;
    price.code = RefusalCode::PriceChanged;
    price.total = Money::fromWon(5000);
    QVERIFY(texts::refusal(price).contains(QStringLiteral("5,000원")));

    Menu menu;
    MenuItem item;
    item.id = "latte";
    item.name = {"카페라떼", "Caffè latte"};
    menu.items.push_back(item);
    Refusal soldOut;
    soldOut.code = RefusalCode::SoldOut;
    soldOut.items = {"latte"};
    QVERIFY(texts::refusal(soldOut, &menu).contains(QStringLiteral("카페라떼")));

    Refusal code;
    code.code = RefusalCode::WrongCode;
    code.left = 1;
    LanguageSwitch english{Language::English};
    QVERIFY(texts::refusal(code).contains(QStringLiteral("1 more try.")));
    code.left = 3;
    QVERIFY(texts::refusal(code).contains(QStringLiteral("3 more tries.")));

    Refusal paused;
    paused.code = RefusalCode::Paused;
    paused.textKo = "곧 다시 열어요.";
    paused.textEn = "Back soon.";
    QCOMPARE(texts::refusal(paused), QStringLiteral("Back soon."));
}

void TextsTest::countsAndTimes()
{
    using namespace std::chrono_literals;
    QCOMPARE(texts::length(8s), QStringLiteral("8초"));
    QCOMPARE(texts::length(200s), QStringLiteral("3분 20초"));
    QCOMPARE(texts::length(2h + 5min), QStringLiteral("2시간 5분"));
    QCOMPARE(texts::ago(3s), QStringLiteral("방금"));
    QCOMPARE(texts::ago(185s), QStringLiteral("3분 전"));
    QCOMPARE(texts::wait({290, 430}), QStringLiteral("약 5~8분"));
    QCOMPARE(texts::wait({0, 30}), QStringLiteral("약 1분"));
    QCOMPARE(texts::wait({7 * 60, 33 * 60}), QStringLiteral("최대 33분"));
    LanguageSwitch english{Language::English};
    QCOMPARE(texts::length(1s), QStringLiteral("1 second"));
    QCOMPARE(texts::length(8s), QStringLiteral("8 seconds"));
    QCOMPARE(texts::itemCount(1), QStringLiteral("1 item"));
    QCOMPARE(texts::wait({290, 430}), QStringLiteral("5–8 min"));
}

void TextsTest::englishIsComplete()
{
    QFile file{QStringLiteral(COFFEE_SOURCE_DIR "/resources/translations/coffee_widgets_en.ts")};
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray catalogue = file.readAll();
    QVERIFY(catalogue.contains("<translation"));
    QVERIFY(!catalogue.contains("type=\"unfinished\""));
}

void TextsTest::openWidgetsFollowTheLanguage()
{
    DemoRibbon ribbon;
    LanguageSwitch language{Language::Korean};
    QCOMPARE(ribbon.accessibleName(), QStringLiteral("체험용 결제 · 실제 결제 아님"));
    language.setLanguage(Language::English);
    QApplication::sendPostedEvents();
    QCOMPARE(ribbon.accessibleName(), QStringLiteral("Demo payment · no real charge"));
    language.setLanguage(Language::Korean);
    QApplication::sendPostedEvents();
    QCOMPARE(ribbon.accessibleName(), QStringLiteral("체험용 결제 · 실제 결제 아님"));
}

QTEST_MAIN(TextsTest)
#include "texts_test.moc"
