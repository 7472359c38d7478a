// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/suggestions.h"
#include "shared/widgets/item_tile.h"
#include "tests/kiosk/window_shop.h"

#include <QImage>
#include <QLabel>

using namespace coffee;
using namespace coffee::kiosk;
using namespace std::chrono_literals;
using test::Look;
using test::smallMenu;
using test::WindowShop;

namespace {

/// Nine coffees, so that a category is longer than an easy screen shows at a time.
Menu longMenu()
{
    Menu menu = smallMenu();
    for (int n = 1; n <= 7; ++n) {
        MenuItem more = menu.items[1];
        more.id = "brew-" + std::to_string(n);
        more.name.ko += std::to_string(n);
        more.name.en += std::to_string(n);
        menu.items.push_back(more);
    }
    return menu;
}

int tilesOn(const WindowShop& gui)
{
    int shown = 0;
    for (const auto* tile : gui.window->findChildren<ui::ItemTile*>())
        shown += tile->isVisible() ? 1 : 0;
    return shown;
}

QString textOf(const WindowShop& gui, const char* name)
{
    const QLabel* label = gui.find<QLabel>(name);
    return label ? label->text() : QString{};
}

} // namespace

/// 쉬운 화면, and what a shop adds of its own: less at a time in larger letters, and nothing that
/// the shop has not said.
class TestEasyScreen final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Q_INIT_RESOURCE(kiosk_translations); }

    void anEasyScreenAsksForTheCupBeforeWhatNeedNotBeAnswered()
    {
        WindowShop gui;
        const auto y = [&gui](const char* name) {
            const QWidget* group = gui.find(name);
            return group ? group->mapTo(gui.window.get(), QPoint{}).y() : -1;
        };
        QVERIFY(gui.press("takeAwayButton"));
        QVERIFY(gui.press("tile_americano"));
        QVERIFY(y("group_temperature") < y("group_size"));
        QVERIFY(y("group_size") < y("group_cup"));
        QVERIFY(gui.press("backButton"));
        QVERIFY(gui.press("homeButton"));
        QVERIFY(gui.press("choice_mode_easy"));
        QVERIFY(gui.press("takeAwayButton"));
        QVERIFY(gui.press("tile_americano"));
        QVERIFY(y("group_temperature") < y("group_cup"));
        QVERIFY(y("group_cup") < y("group_size"));
        QVERIFY(gui.press("choice_cup_own"));
        QVERIFY(gui.press("choice_temperature_hot"));
        QVERIFY(gui.press("addButton"));
        QCOMPARE(gui.shop.kiosk.basket().toBasket().lines.front().cups.front(), CupKind::Own);
    }

    void anEasyScreenShowsSixTilesAndTheRestOnRequest()
    {
        WindowShop gui{Look{}, longMenu()};
        QVERIFY(gui.press("choice_mode_easy"));
        QVERIFY(gui.press("hereButton"));
        QVERIFY(gui.press("category_coffee"));
        QCOMPARE(tilesOn(gui), 6);
        QVERIFY(!gui.find("tile_brew-5"));
        QVERIFY(gui.press("moreItemsButton"));
        QCOMPARE(tilesOn(gui), 9);
        QVERIFY(!gui.find("moreItemsButton"));
        // The next category begins with few again, and so does the next customer.
        QVERIFY(gui.press("category_bakery"));
        QVERIFY(gui.press("category_coffee"));
        QCOMPARE(tilesOn(gui), 6);
    }

    void thePlainScreenShowsAllOfThem()
    {
        WindowShop gui{Look{}, longMenu()};
        QVERIFY(gui.press("hereButton"));
        QVERIFY(gui.press("category_coffee"));
        QCOMPARE(tilesOn(gui), 9);
        QVERIFY(!gui.find("moreItemsButton"));
    }

    void itSaysLess()
    {
        WindowShop gui;
        const auto busy = [&gui] {
            gui.shop.fillAndReview();
            gui.shop.session().pay();
            gui.shop.refuseCheckout(test::refusalOf(RefusalCode::Busy, 20s));
            WindowShop::settle();
            const QString words = textOf(gui, "troubleText");
            gui.shop.session().leave();
            gui.shop.time.advance(1s);
            WindowShop::settle();
            return words;
        };
        const QString plain = busy();
        QVERIFY(gui.press("choice_mode_easy"));
        const QString easy = busy();
        QVERIFY(!easy.isEmpty());
        QVERIFY2(easy.size() * 2 < plain.size(), qPrintable(easy));
    }

    void oneRowIsSuggestedAndLeadsBackToTheReview()
    {
        WindowShop gui;
        gui.shop.fillAndReview();
        WindowShop::settle();
        QVERIFY(gui.find("suggestionRow"));
        QVERIFY(gui.press("suggestion1Button"));
        QCOMPARE(gui.shop.phase(), Phase::Options);
        QVERIFY(gui.press("backButton"));
        QCOMPARE(gui.shop.phase(), Phase::Review);
        QCOMPARE(gui.shop.kiosk.basket().units(), 1);
        QVERIFY(gui.press("suggestion1Button"));
        QVERIFY(gui.press("addButton"));
        QCOMPARE(gui.shop.phase(), Phase::Review);
        QCOMPARE(gui.shop.kiosk.basket().entries().back().line.item, std::string{"cake"});
        QVERIFY(!gui.find("suggestionRow")); // there is both now
    }

    void anEasyScreenSuggestsNothing()
    {
        WindowShop gui;
        QVERIFY(gui.press("choice_mode_easy"));
        gui.shop.fillAndReview();
        WindowShop::settle();
        QVERIFY(gui.find("payButton"));
        QVERIFY(!gui.find("suggestionRow"));
    }

    void onlyWhatCanBeHadIsSuggested()
    {
        CustomerBasket basket;
        basket.setMenu(smallMenu());
        QVERIFY(suggestionsFor(basket, {}, 2).empty());
        basket.add({"cake", {}, {CupKind::None}});
        const auto drinks = suggestionsFor(basket, {}, 2);
        QCOMPARE(drinks.size(), std::size_t{2});
        QCOMPARE(drinks.front()->id, std::string{"americano"}); // the popular one
        QCOMPARE(suggestionsFor(basket, {"americano"}, 2).size(), std::size_t{1});
        QCOMPARE(suggestionsFor(basket, {}, 1).size(), std::size_t{1});
        basket.add({"brew", {}, {CupKind::Store}});
        QVERIFY(suggestionsFor(basket, {}, 2).empty());
    }

    void theShopsOwnThingsAreShownOnlyWhereItHasThem()
    {
        const QString logo = m_folder.filePath(QStringLiteral("logo.png"));
        QImage picture{400, 100, QImage::Format_ARGB32};
        picture.fill(Qt::transparent);
        QVERIFY(picture.save(logo));
        Menu menu = smallMenu();
        menu.greeting = {"어서 오세요.", "Welcome."};
        WindowShop own{Look{}, menu, {}, {logo, true}};
        QVERIFY(own.find("shopLogo"));
        QCOMPARE(own.find("shopLogo")->accessibleName(), QStringLiteral("시험 커피"));
        QCOMPARE(textOf(own, "greetingLabel"), QStringLiteral("어서 오세요."));
        own.shop.fillAndReview();
        WindowShop::settle();
        QVERIFY(own.find("cashLabel"));

        WindowShop plain;
        QVERIFY(!plain.find("shopLogo") && !plain.find("greetingLabel"));
        plain.shop.fillAndReview();
        WindowShop::settle();
        QVERIFY(!plain.find("cashLabel"));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestEasyScreen)
#include "test_easy_screen.moc"
