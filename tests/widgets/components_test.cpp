// SPDX-License-Identifier: GPL-3.0-or-later
// What the components do under fingers and keys.
#include "shared/widgets/basket_row.h"
#include "shared/widgets/button.h"
#include "shared/widgets/category_bar.h"
#include "shared/widgets/choice.h"
#include "shared/widgets/digit_pad.h"
#include "shared/widgets/item_tile.h"
#include "shared/widgets/label.h"
#include "shared/widgets/progress.h"
#include "shared/widgets/stepper.h"
#include "shared/widgets/text_block.h"
#include "shared/widgets/theme.h"
#include "shared/widgets/touch_scroll_area.h"

#include <QAccessible>
#include <QApplication>
#include <QBoxLayout>
#include <QElapsedTimer>
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QScrollBar>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace coffee::ui;

namespace {

TileContent tile(const char* id, bool soldOut = false)
{
    TileContent content;
    content.id = QString::fromLatin1(id);
    content.name = content.id;
    content.price = QStringLiteral("4,500");
    content.image = QStringLiteral("americano");
    content.soldOut = soldOut;
    return content;
}

Theme customer(double pixelsPerMm, TextScale scale = TextScale::Percent100)
{
    Metrics::Settings settings;
    settings.pixelsPerMm = pixelsPerMm;
    settings.textScale = scale;
    return Theme{PaletteKind::Light, Metrics{settings}, true};
}

} // namespace

class ComponentsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { installLook(*qApp, customer(glass::kPortrait21)); }
    void wordsStayWholeAndNothingIsLost();
    void lettersKeepToTheirLine();
    void aButtonSaysWhyItIsOff();
    void aBusyButtonTakesNoPress();
    void aNumberKeepsItsUnit();
    void noLineEndsOrBeginsWithASeparator();
    void centredLinesAreEven();
    void enterPresses();
    void theStepperStopsAtItsBounds();
    void aRequiredChoiceStartsEmptyAndStaysChosen();
    void aScreenReaderChoosesAsAFingerDoes();
    void aReaderMayAskAScrollAreaForWhatIsNotThere();
    void severalChoicesStopAtTheMost();
    void soldOutChoicesCannotBeTaken();
    void choicesSurviveAnUpdate();
    void theDigitPadTypesByKeyboard();
    void aLowDigitPadIsLower();
    void chipsStandInOneRowWhereTheyFit();
    void stepsHaveRoomForTheirTimes();
    void aStopInManyWordsIsShownWhole();
    void columnsFollowScreenAndTextSize();
    void arrowsWalkTheGrid();
    void aTileInAScrollAreaCanBePressed();
    void aPressShowsWithinFiftyMilliseconds();
    void aDragScrollsAndDoesNotPress();
    void aLongPageSaysSo();
    void theWordsForMoreNeverCoverThePage();
    void aPageThatFitsGetsNoBar();
    void categoriesChooseOne();
    void atRestCategoriesAreWhole();
    void basketRowsSayWhichLine();
};

void ComponentsTest::wordsStayWholeAndNothingIsLost()
{
    const QFont font = Theme{}.font(TextRole::Body);
    const QString text = QStringLiteral("주문하신 음료는 준비되는 대로 알려 드립니다");
    for (int width = 100; width < 900; width += 37) {
        const TextBlock block{text, font, double(width)};
        QCOMPARE(block.lines().join(QLatin1Char(' ')).remove(QLatin1Char(' ')),
                 QString{text}.remove(QLatin1Char(' ')));
        for (const QString& line : block.lines())
            QVERIFY(QFontMetricsF{font}.horizontalAdvance(line) <= width + 1.0);
        if (width > TextBlock::widthOfLongestWord(text, font))
            for (const QString& line : block.lines())
                for (const QString& word : line.split(QLatin1Char(' ')))
                    QVERIFY(text.split(QLatin1Char(' ')).contains(word));
    }
}

void ComponentsTest::aNumberKeepsItsUnit()
{
    const QFont font = Theme{}.font(TextRole::Body);
    const QString text = QStringLiteral("크기: 보통 (355 ml) · 카페인 150 mg, 20 seconds");
    for (int width = 150; width < 900; width += 11) {
        const QString lines = TextBlock{text, font, double(width)}.lines().join(u'\n');
        QVERIFY2(lines.contains(QStringLiteral("(355 ml)")), qPrintable(lines));
        QVERIFY2(lines.contains(QStringLiteral("150 mg,")), qPrintable(lines));
    }
}

void ComponentsTest::noLineEndsOrBeginsWithASeparator()
{
    const QFont font = Theme{}.font(TextRole::Body);
    const QString text = QStringLiteral("ICE\u00a0· 에스프레소\u00a0샷\u00a0추가\u00a0×2\u00a0· "
                                        "오트\u00a0음료\u00a0· 일회용\u00a0컵");
    const double option = TextBlock::widthUnwrapped(
        QStringLiteral("에스프레소\u00a0샷\u00a0추가\u00a0×2\u00a0·"), font);
    for (int width = 120; width < 900; width += 7) {
        const TextBlock block{text, font, double(width)};
        for (const QString& line : block.lines()) {
            QVERIFY2(!line.endsWith(u'·') && !line.startsWith(u'·'), qPrintable(line));
            QVERIFY(QFontMetricsF{font}.horizontalAdvance(line) <= width + 1.0);
        }
        const QString all = block.lines().join(u'\n');
        // Where there is no room for the whole choice it breaks between words, never inside one.
        QVERIFY2(all.contains(QStringLiteral("에스프레소")) || width < 200, qPrintable(all));
        if (width > option)
            QVERIFY2(all.contains(QStringLiteral("에스프레소\u00a0샷\u00a0추가\u00a0×2")),
                     qPrintable(all));
    }
}

void ComponentsTest::centredLinesAreEven()
{
    const QFont font = Theme{}.font(TextRole::Title);
    const QString text = QStringLiteral("Reading your card. Please leave it in.");
    const QFontMetricsF metrics{font};
    // All but the last word have room on the first line.
    const double width = metrics.horizontalAdvance(text.chopped(4)) + 2.0;
    const TextBlock full{text, font, width};
    QCOMPARE(full.lines().constLast(), QStringLiteral("in."));
    const TextBlock even{text, font, width, TextBlock::linesFor(Qt::AlignCenter)};
    QCOMPARE(even.lines(), (QStringList{QStringLiteral("Reading your card."),
                                        QStringLiteral("Please leave it in.")}));
    QCOMPARE(even.height(), full.height());
    for (int narrow = 60; narrow < 900; narrow += 7)
        QCOMPARE(TextBlock(text, font, narrow, TextBlock::Lines::Even).height(),
                 TextBlock(text, font, narrow).height());
    QCOMPARE(TextBlock::linesFor(Qt::AlignLeft | Qt::AlignVCenter), TextBlock::Lines::Full);
}

void ComponentsTest::lettersKeepToTheirLine()
{
    constexpr int kAround = 40;
    for (const TextRole role : {TextRole::Body, TextRole::BodyBold, TextRole::Title})
        for (const QString& text : {QStringLiteral("Making gjpqy"), QStringLiteral("ÈÄ 뷁픙")}) {
            const QFont font = customer(glass::kPortrait21).font(role);
            const TextBlock block{text, font, 2000.0};
            QImage image{block.width() + 2 * kAround, block.height() + 2 * kAround,
                         QImage::Format_Grayscale8};
            image.fill(Qt::white);
            QPainter painter{&image};
            painter.setPen(Qt::black);
            block.draw(painter,
                       QRectF{kAround, kAround, double(block.width()), double(block.height())},
                       Qt::AlignLeft | Qt::AlignTop);
            painter.end();
            for (int y = 0; y < image.height(); ++y) {
                const uchar* line = image.constScanLine(y);
                const bool ink =
                    std::any_of(line, line + image.width(), [](uchar grey) { return grey < 128; });
                QVERIFY2(!ink || (y >= kAround && y < kAround + block.height()),
                         qPrintable(QStringLiteral("%1: ink at %2 of %3")
                                        .arg(text)
                                        .arg(y - kAround)
                                        .arg(block.height())));
            }
        }
}

void ComponentsTest::aButtonSaysWhyItIsOff()
{
    Button button{QStringLiteral("결제하기"), ButtonKind::Filled};
    button.setUnavailable(QStringLiteral("컵을 골라 주세요"));
    QVERIFY(!button.isEnabled());
    QCOMPARE(button.accessibleDescription(), QStringLiteral("컵을 골라 주세요"));
    button.setUnavailable({});
    QVERIFY(button.isEnabled());
}

void ComponentsTest::aBusyButtonTakesNoPress()
{
    Button button{QStringLiteral("결제하기"), ButtonKind::Filled};
    QSignalSpy clicked{&button, &QPushButton::clicked};
    button.resize(button.sizeHint());
    button.setBusy(QStringLiteral("보내는 중"));
    QTest::mouseClick(&button, Qt::LeftButton);
    QTest::keyClick(&button, Qt::Key_Space);
    QTest::keyClick(&button, Qt::Key_Enter);
    QCOMPARE(clicked.count(), 0);
    button.setBusy({});
    QTest::mouseClick(&button, Qt::LeftButton);
    QCOMPARE(clicked.count(), 1);
}

void ComponentsTest::enterPresses()
{
    Button button{QStringLiteral("다음")};
    QSignalSpy clicked{&button, &QPushButton::clicked};
    QTest::keyClick(&button, Qt::Key_Return);
    QTest::keyClick(&button, Qt::Key_Enter);
    QTest::keyClick(&button, Qt::Key_Space);
    QCOMPARE(clicked.count(), 3);
}

void ComponentsTest::theStepperStopsAtItsBounds()
{
    Stepper stepper{QStringLiteral("라떼")};
    stepper.setRange(1, 3);
    stepper.setCount(2);
    QSignalSpy changed{&stepper, &Stepper::countChanged};
    auto* plus = stepper.findChild<Button*>(QStringLiteral("plusButton"));
    auto* minus = stepper.findChild<Button*>(QStringLiteral("minusButton"));
    QTest::mouseClick(plus, Qt::LeftButton);
    QVERIFY(!plus->isEnabled());
    QTest::mouseClick(plus, Qt::LeftButton);
    QCOMPARE(stepper.count(), 3);
    QTest::mouseClick(minus, Qt::LeftButton);
    QTest::keyClick(minus, Qt::Key_Minus);
    QCOMPARE(stepper.count(), 1);
    QVERIFY(!minus->isEnabled());
    QCOMPARE(changed.count(), 3);
    QVERIFY(plus->accessibleName().contains(QStringLiteral("라떼")));
}

void ComponentsTest::aRequiredChoiceStartsEmptyAndStaysChosen()
{
    ChoiceGroup group{ChoiceGroup::Mode::One};
    group.setChoices({{QStringLiteral("hot"), QStringLiteral("HOT"), {}, false, false},
                      {QStringLiteral("ice"), QStringLiteral("ICE"), {}, false, false}});
    QVERIFY(group.chosen().isEmpty());
    QSignalSpy changed{&group, &ChoiceGroup::chosenChanged};
    auto* hot = group.findChild<ChoiceChip*>(QStringLiteral("choice_hot"));
    auto* ice = group.findChild<ChoiceChip*>(QStringLiteral("choice_ice"));
    hot->click();
    hot->click();
    QCOMPARE(group.chosen(), QStringList{QStringLiteral("hot")});
    ice->click();
    QCOMPARE(group.chosen(), QStringList{QStringLiteral("ice")});
    QCOMPARE(changed.count(), 2);
}

void ComponentsTest::aScreenReaderChoosesAsAFingerDoes()
{
    const auto use = [](QWidget* widget) {
        QAccessibleActionInterface* acts =
            QAccessible::queryAccessibleInterface(widget)->actionInterface();
        acts->doAction(acts->actionNames().front());
    };
    ChoiceGroup group{ChoiceGroup::Mode::One};
    group.setChoices({{QStringLiteral("hot"), QStringLiteral("HOT"), {}, false, false},
                      {QStringLiteral("ice"), QStringLiteral("ICE"), {}, false, false}});
    QSignalSpy changed{&group, &ChoiceGroup::chosenChanged};
    use(group.findChild<ChoiceChip*>(QStringLiteral("choice_hot")));
    use(group.findChild<ChoiceChip*>(QStringLiteral("choice_ice")));
    QCOMPARE(changed.count(), 2);
    QCOMPARE(group.chosen(), QStringList{QStringLiteral("ice")});
    CategoryBar bar;
    bar.setEntries({{QStringLiteral("coffee"), QStringLiteral("커피")},
                    {QStringLiteral("tea"), QStringLiteral("차")}});
    QSignalSpy chosen{&bar, &CategoryBar::categoryChosen};
    use(bar.findChild<Button*>(QStringLiteral("category_tea")));
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(bar.current(), QStringLiteral("tea"));
}

void ComponentsTest::aReaderMayAskAScrollAreaForWhatIsNotThere()
{
    TouchScrollArea area;
    area.setWidget(new Label{QStringLiteral("라떼"), TextRole::Body});
    area.show();
    QAccessibleInterface* face = QAccessible::queryAccessibleInterface(&area);
    QVERIFY(face->childCount() > 0);
    QVERIFY(face->child(0));
    QVERIFY(!face->child(face->childCount()));
    QVERIFY(!face->child(40)); // a bar that was there when the reader counted
    QVERIFY(!face->child(-1));
}

void ComponentsTest::severalChoicesStopAtTheMost()
{
    ChoiceGroup group{ChoiceGroup::Mode::Several};
    group.setMost(2);
    group.setChoices({{QStringLiteral("a"), QStringLiteral("A"), {}, false, false},
                      {QStringLiteral("b"), QStringLiteral("B"), {}, false, false},
                      {QStringLiteral("c"), QStringLiteral("C"), {}, false, false}});
    const auto chip = [&](const char* name) {
        return group.findChild<ChoiceChip*>(QString::fromLatin1(name));
    };
    chip("choice_a")->click();
    chip("choice_b")->click();
    QVERIFY(!chip("choice_c")->isEnabled());
    chip("choice_a")->click();
    QVERIFY(chip("choice_c")->isEnabled());
}

void ComponentsTest::soldOutChoicesCannotBeTaken()
{
    ChoiceGroup group{ChoiceGroup::Mode::AtMostOne};
    group.setChoices({{QStringLiteral("a"), QStringLiteral("A"), {}, false, true}});
    auto* chip = group.findChild<ChoiceChip*>(QStringLiteral("choice_a"));
    QVERIFY(!chip->isEnabled());
    QVERIFY(chip->accessibleName().contains(QStringLiteral("품절")));
}

void ComponentsTest::choicesSurviveAnUpdate()
{
    ChoiceGroup group{ChoiceGroup::Mode::One};
    const std::vector<Choice> choices{{QStringLiteral("a"), QStringLiteral("A"), {}, true, false}};
    group.setChoices(choices);
    auto* chip = group.findChild<ChoiceChip*>(QStringLiteral("choice_a"));
    group.setChoices(choices);
    QCOMPARE(group.findChild<ChoiceChip*>(QStringLiteral("choice_a")), chip);
}

void ComponentsTest::theDigitPadTypesByKeyboard()
{
    DigitPad pad{4};
    QSignalSpy completed{&pad, &DigitPad::completed};
    QTest::keyClicks(&pad, QStringLiteral("12a3"));
    QCOMPARE(pad.digits(), QStringLiteral("123"));
    QTest::keyClick(&pad, Qt::Key_Backspace);
    QTest::keyClicks(&pad, QStringLiteral("456"));
    QCOMPARE(pad.digits(), QStringLiteral("1245"));
    QCOMPARE(completed.count(), 1);
    QTest::mouseClick(pad.findChild<Button*>(QStringLiteral("eraseButton")), Qt::LeftButton);
    QCOMPARE(pad.digits(), QStringLiteral("124"));
    QTest::mouseClick(pad.findChild<Button*>(QStringLiteral("clearButton")), Qt::LeftButton);
    QVERIFY(pad.digits().isEmpty());
    QTest::mouseClick(pad.findChild<Button*>(QStringLiteral("digit0Button")), Qt::LeftButton);
    QCOMPARE(pad.digits(), QStringLiteral("0"));
}

void ComponentsTest::columnsFollowScreenAndTextSize()
{
    const auto columns = [](double pixelsPerMm, TextScale scale) {
        const Theme theme = customer(pixelsPerMm, scale);
        installLook(*qApp, theme);
        TileGrid grid;
        grid.setTiles({tile("a"), tile("b"), tile("c"), tile("d")});
        grid.resize(1080 - 2 * theme.px(Space::Large), 1000);
        return grid.columns();
    };
    QCOMPARE(columns(glass::kPortrait21, TextScale::Percent100), 2);
    QCOMPARE(columns(glass::kPortrait21, TextScale::Percent150), 2);
    QCOMPARE(columns(glass::kPortrait21, TextScale::Percent200), 1);
    QCOMPARE(columns(glass::kPortrait27, TextScale::Percent100), 3);
}

void ComponentsTest::arrowsWalkTheGrid()
{
    TileGrid grid;
    grid.setTiles({tile("a"), tile("b", true), tile("c"), tile("d")});
    grid.resize(1000, 1000);
    grid.show();
    QApplication::setActiveWindow(&grid);
    grid.tile(QStringLiteral("a"))->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right); // over the sold-out one
    QCOMPARE(QApplication::focusWidget(), grid.tile(QStringLiteral("c")));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up);
    QCOMPARE(QApplication::focusWidget(), grid.tile(QStringLiteral("a")));
    QSignalSpy clicked{&grid, &TileGrid::tileClicked};
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(clicked.count(), 1);
}

namespace {

// A page of tiles in a scroll area, as the menu page has it.
struct ScrolledMenu {
    TileGrid* grid = new TileGrid;
    TouchScrollArea area{grid, nullptr};

    ScrolledMenu()
    {
        std::vector<TileContent> tiles;
        for (int i = 0; i < 20; ++i)
            tiles.push_back(tile(QByteArray::number(i).constData()));
        grid->setTiles(tiles);
        area.resize(1000, 1000);
        area.show();
        QApplication::processEvents();
    }
};

} // namespace

void ComponentsTest::aTileInAScrollAreaCanBePressed()
{
    ScrolledMenu menu;
    QSignalSpy clicked{menu.grid, &TileGrid::tileClicked};
    QTest::mouseClick(menu.grid->tile(QStringLiteral("1")), Qt::LeftButton);
    QTRY_COMPARE(clicked.count(), 1);
    QCOMPARE(clicked.at(0).at(0).toString(), QStringLiteral("1"));
}

void ComponentsTest::aPressShowsWithinFiftyMilliseconds()
{
    ScrolledMenu menu;
    ItemTile* target = menu.grid->tile(QStringLiteral("1"));
    QElapsedTimer since;
    since.start();
    QTest::mousePress(target, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(target->isDown(), 2000);
    QVERIFY(since.elapsed() <= 50);
    QTest::mouseRelease(target, Qt::LeftButton);
}

void ComponentsTest::aDragScrollsAndDoesNotPress()
{
    ScrolledMenu menu;
    QSignalSpy clicked{menu.grid, &TileGrid::tileClicked};
    QWidget* target = menu.grid->tile(QStringLiteral("2"));
    const QPoint from = target->rect().center();
    // A drag takes time; the gesture is recognised by its speed.
    QTest::mousePress(target, Qt::LeftButton, {}, from);
    for (int step = 1; step <= 10; ++step) {
        QTest::qWait(10);
        QTest::mouseMove(target, from - QPoint{0, step * 30});
    }
    QTest::mouseRelease(target, Qt::LeftButton, {}, from - QPoint{0, 300});
    QTRY_VERIFY(menu.area.verticalScrollBar()->value() > 0);
    QCOMPARE(clicked.count(), 0);
}

void ComponentsTest::aLongPageSaysSo()
{
    ScrolledMenu menu;
    auto* hint = menu.area.findChild<Button*>(QStringLiteral("moreBelowButton"));
    QTRY_VERIFY(hint->isVisible());
    QTest::mouseClick(hint, Qt::LeftButton);
    QTRY_VERIFY(menu.area.verticalScrollBar()->value() > 0);
    menu.area.verticalScrollBar()->setValue(menu.area.verticalScrollBar()->maximum());
    QVERIFY(!hint->isVisible());
}

void ComponentsTest::theWordsForMoreNeverCoverThePage()
{
    ScrolledMenu menu;
    auto* hint = menu.area.findChild<Button*>(QStringLiteral("moreBelowButton"));
    QTRY_VERIFY(hint->isVisible());
    QVERIFY(!menu.area.viewport()->geometry().intersects(hint->geometry()));
    menu.area.verticalScrollBar()->setValue(menu.area.verticalScrollBar()->maximum());
    QCOMPARE(menu.area.viewport()->height(), menu.area.height()); // The page gets the room back.
    const QRect last{menu.grid->mapTo(&menu.area, menu.grid->rect().bottomLeft()), QSize{1, 1}};
    QVERIFY(menu.area.viewport()->geometry().intersects(last));
}

void ComponentsTest::categoriesChooseOne()
{
    CategoryBar bar;
    bar.setEntries({{QStringLiteral("coffee"), QStringLiteral("커피")},
                    {QStringLiteral("tea"), QStringLiteral("차")}});
    QCOMPARE(bar.current(), QStringLiteral("coffee"));
    QSignalSpy chosen{&bar, &CategoryBar::categoryChosen};
    auto* tea = bar.findChild<Button*>(QStringLiteral("category_tea"));
    tea->click();
    tea->click();
    QCOMPARE(chosen.count(), 1);
    QVERIFY(tea->isChecked());
    QVERIFY(!bar.findChild<Button*>(QStringLiteral("category_coffee"))->isChecked());
}

void ComponentsTest::atRestCategoriesAreWhole()
{
    CategoryBar bar;
    bar.setEntries({{QStringLiteral("a"), QStringLiteral("인기 메뉴")},
                    {QStringLiteral("b"), QStringLiteral("커피")},
                    {QStringLiteral("c"), QStringLiteral("콜드브루·디카페인")},
                    {QStringLiteral("d"), QStringLiteral("라떼·논커피")},
                    {QStringLiteral("e"), QStringLiteral("티·에이드")},
                    {QStringLiteral("f"), QStringLiteral("베이커리")}});
    bar.resize(700, bar.sizeHint().height());
    bar.show();
    QVERIFY(QTest::qWaitForWindowExposed(&bar));
    const auto tab = [&bar](const char* id) {
        return bar.findChild<Button*>(QStringLiteral("category_") + QLatin1StringView{id});
    };
    const auto isWhole = [](const Button* one) {
        return one->visibleRegion().boundingRect() == one->rect();
    };
    const auto areWhole = [&] {
        for (const char* id : {"a", "b", "c", "d", "e", "f"})
            if (!tab(id)->visibleRegion().isEmpty() && !isWhole(tab(id)))
                return false;
        return true;
    };
    QVERIFY(isWhole(tab("a")));
    QVERIFY(areWhole());
    // Page by page to the end and back; nothing is left out on the way.
    auto* on = bar.findChild<Button*>(QStringLiteral("categoriesOnButton"));
    QSet<QString> seen;
    for (int page = 0; page < 6; ++page) {
        for (const char* id : {"a", "b", "c", "d", "e", "f"})
            if (isWhole(tab(id)))
                seen.insert(QLatin1StringView{id});
        if (on->isEnabled())
            QTest::mouseClick(on, Qt::LeftButton);
        QVERIFY(areWhole());
    }
    QCOMPARE(seen.size(), 6);
    QVERIFY(isWhole(tab("f")));
    bar.setCurrent(QStringLiteral("a"));
    QVERIFY(isWhole(tab("a")));
    tab("f")->setFocus(Qt::TabFocusReason);
    QVERIFY(isWhole(tab("f")));
    QVERIFY(areWhole());
    // A finger that lets go anywhere.
    bar.setCurrent(QStringLiteral("a"));
    const QPoint from = tab("a")->rect().center();
    QTest::mousePress(tab("a"), Qt::LeftButton, {}, from);
    for (int step = 1; step <= 10; ++step) {
        QTest::qWait(10);
        QTest::mouseMove(tab("a"), from - QPoint{step * 13, 0});
    }
    QTest::mouseRelease(tab("a"), Qt::LeftButton, {}, from - QPoint{130, 0});
    QTRY_VERIFY(!isWhole(tab("a")) && areWhole());
}

void ComponentsTest::aPageThatFitsGetsNoBar()
{
    // One line in this width; with a bar beside it, it would be two and need the bar.
    auto* words = new Label{QStringLiteral("한 줄에 꼭 맞아요"), TextRole::Body};
    TouchScrollArea area{words, nullptr};
    const QSize whole = words->sizeHint();
    area.resize(whole.width(), whole.height() / 2);
    area.show();
    QVERIFY(QTest::qWaitForWindowExposed(&area));
    QVERIFY(area.verticalScrollBar()->maximum() > 0);
    area.resize(whole);
    QTRY_COMPARE(area.verticalScrollBar()->maximum(), 0);
    QCOMPARE(words->height(), whole.height());
}

void ComponentsTest::aLowDigitPadIsLower()
{
    DigitPad pad{6};
    const int width = pad.widthLeast(DigitPad::Shape::Low);
    pad.setShape(DigitPad::Shape::Low);
    pad.setFixedWidth(width);
    pad.resize(pad.sizeHint());
    pad.show();
    QVERIFY(QTest::qWaitForWindowExposed(&pad));
    QCOMPARE(pad.height(), pad.heightIn(DigitPad::Shape::Low, width));
    QVERIFY(pad.height() < pad.heightIn(DigitPad::Shape::Tall, width));
    const auto top = [&pad](int digit) {
        return pad.findChild<Button*>(QStringLiteral("digit%1Button").arg(digit))->y();
    };
    for (const int digit : {2, 3, 4, 5})
        QCOMPARE(top(digit), top(1));
    for (const int digit : {7, 8, 9, 0})
        QCOMPARE(top(digit), top(6));
    QVERIFY(top(6) > top(1));
    QTest::mouseClick(pad.findChild<Button*>(QStringLiteral("digit0Button")), Qt::LeftButton);
    QCOMPARE(pad.digits(), QStringLiteral("0"));
    pad.setShape(DigitPad::Shape::Tall);
    QTRY_VERIFY(top(4) > top(3));
}

void ComponentsTest::chipsStandInOneRowWhereTheyFit()
{
    ChoiceGroup group{ChoiceGroup::Mode::Several};
    std::vector<Choice> choices;
    for (const char* id : {"a", "b", "c", "d", "e"})
        choices.push_back({QLatin1StringView{id}, QStringLiteral("낮은 화면"), {}, false, false});
    group.setChoices(choices);
    const auto rows = [&group](int width) {
        group.setOneRow(width);
        group.resize(width, group.heightForWidth(width));
        QApplication::sendPostedEvents();
        QSet<int> tops;
        for (const auto* chip : group.findChildren<ChoiceChip*>())
            tops.insert(chip->y());
        return tops.size();
    };
    group.show();
    QCOMPARE(rows(1000), 1);
    QVERIFY(rows(400) > 1);
}

void ComponentsTest::stepsHaveRoomForTheirTimes()
{
    StatusSteps steps;
    steps.setSteps({QStringLiteral("접수"), QStringLiteral("제조 중"), QStringLiteral("준비 완료")},
                   1);
    const int wide = steps.sizeHint().width();
    const int without = steps.heightForWidth(wide);
    steps.setTimes({QStringLiteral("14:03"), QStringLiteral("14:05")});
    QCOMPARE(steps.accessibleDescription(), QStringLiteral("접수 14:03, 제조 중 14:05"));
    QCOMPARE(steps.heightForWidth(wide),
             without + themeOf(steps).metrics().lineHeightPx(themeOf(steps).font(TextRole::Body)));
    steps.setStopped(QStringLiteral("취소됨"));
    QCOMPARE(steps.accessibleDescription(), QStringLiteral("접수 14:03, 취소됨 14:05"));
}

void ComponentsTest::aStopInManyWordsIsShownWhole()
{
    StatusSteps steps;
    steps.setSteps({QStringLiteral("접수"), QStringLiteral("제조 중"), QStringLiteral("준비 완료")},
                   0);
    steps.setStopped(QStringLiteral("This order was cancelled."));
    const int narrow = steps.heightForWidth(steps.minimumSizeHint().width());
    QVERIFY(narrow >
            2 * themeOf(steps).metrics().lineHeightPx(themeOf(steps).font(TextRole::BodyBold)));
}

void ComponentsTest::basketRowsSayWhichLine()
{
    BasketRowContent content;
    content.id = QStringLiteral("7");
    content.name = QStringLiteral("라떼");
    BasketRow row{content};
    QSignalSpy quantity{&row, &BasketRow::quantityChanged};
    QSignalSpy removed{&row, &BasketRow::removeClicked};
    row.findChild<Button*>(QStringLiteral("plusButton"))->click();
    row.findChild<Button*>(QStringLiteral("removeButton"))->click();
    QCOMPARE(quantity.at(0).at(0).toString(), QStringLiteral("7"));
    QCOMPARE(quantity.at(0).at(1).toInt(), 2);
    QCOMPARE(removed.at(0).at(0).toString(), QStringLiteral("7"));
}

QTEST_MAIN(ComponentsTest)
#include "components_test.moc"
