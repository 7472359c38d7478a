// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/files/menu_file.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <fstream>

using namespace coffee;

namespace {

/// A menu without a mistake; each line is one, so that a test can name the line it breaks.
const QByteArray kGood = R"([shop]
id = "ondo"
name = { ko = "온도", en = "Ondo" }
[cups]
own = -300
[[category]]
id = "coffee"
name = { ko = "커피", en = "Coffee" }
[[group]]
id = "size"
name = { ko = "크기", en = "Size" }
min = 1
max = 2
default = "regular"
choices = [ { id = "regular", name = { ko = "보통", en = "Regular" } },
            { id = "large", name = { ko = "크게", en = "Large" }, price = 700, max = 2 } ]
[[allergen]]
id = "milk"
name = { ko = "우유", en = "Milk" }
[[item]]
id = "latte"
category = "coffee"
name = { ko = "라떼", en = "Latte" }
description = { ko = "부드러운 우유", en = "Smooth milk" }
price = 5000
options = ["size"]
allergens = ["milk"]
station = "espresso"
)";

std::vector<MenuMistake> mistakesIn(const QByteArray& text)
{
    const auto menu = readMenu(text.toStdString());
    return menu ? std::vector<MenuMistake>{} : menu.error();
}

QByteArray listed(const std::vector<MenuMistake>& mistakes)
{
    QByteArray list;
    for (const MenuMistake& mistake : mistakes)
        list += QByteArray::fromStdString(toText(mistake, "menu.toml")) + '\n';
    return list;
}

} // namespace

class TestMenuFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aGoodMenuIsReadWhole()
    {
        const Menu menu = readMenu(kGood.toStdString()).value();
        QCOMPARE(menu.shopId, std::string{"ondo"});
        QCOMPARE(menu.shopName.ko, std::string{"온도"});
        QCOMPARE(menu.cups.own.won(), -300);
        QCOMPARE(menu.cups.store.won(), 0);
        const OptionGroup* size = menu.group("size");
        QCOMPARE(size->max, 2);
        QCOMPARE(size->defaultChoice, std::string{"regular"});
        QCOMPARE(size->choices[1].priceDifference.won(), 700);
        QCOMPARE(size->choices[1].countMax, 2);
        const MenuItem* latte = menu.item("latte");
        QCOMPARE(latte->price.won(), 5000);
        QCOMPARE(latte->image, std::string{"latte"});
        QCOMPARE(latte->optionGroups, std::vector<std::string>{"size"});
        QVERIFY(latte->needsCup && !latte->popular);
        QCOMPARE(latte->tax, TaxClass::Taxable);
        QCOMPARE(latte->station, StationKind::Espresso);
        QCOMPARE(latte->quantityMax, 20);
    }

    void everyOptionalKeyOfAnItemIsRead()
    {
        const QByteArray more = kGood + "image = \"other\"\ntax = \"exempt\"\ncup = false\n"
                                        "popular = true\ncaffeine_mg = 75\nquantity_max = 3\n";
        const Menu menu = readMenu(more.toStdString()).value();
        const MenuItem& item = menu.items.front();
        QCOMPARE(item.image, std::string{"other"});
        QCOMPARE(item.tax, TaxClass::Exempt);
        QVERIFY(!item.needsCup && item.popular);
        QCOMPARE(item.caffeineMg, 75);
        QCOMPARE(item.quantityMax, 3);
    }

    void whatAReceiptNeedsIsReadAndMayBeLeftOut()
    {
        QCOMPARE(readMenu(kGood.toStdString()).value().seller, Seller{});
        QByteArray text = kGood;
        text.replace("[cups]", "business_number = \"124-81-00998\"\n"
                               "address = { ko = \"서울\", en = \"Seoul\" }\n"
                               "phone = \"02-000-0000\"\n[cups]");
        const Seller seller = readMenu(text.toStdString()).value().seller;
        QCOMPARE(seller, (Seller{"124-81-00998", {"서울", "Seoul"}, "02-000-0000"}));
    }

    void whatTheFirstPageSaysIsReadAndMayBeLeftOut()
    {
        const Menu plain = readMenu(kGood.toStdString()).value();
        QVERIFY(plain.openingHours.isAlways());
        QCOMPARE(plain.greeting, LocalText{});
        QByteArray text = kGood;
        text.replace("[cups]", "hours = \"07:00-22:00\"\n"
                               "greeting = { ko = \"안녕하세요\", en = \"Hello\" }\n[cups]");
        const Menu menu = readMenu(text.toStdString()).value();
        QCOMPARE(menu.openingHours, (SaleHours{420, 1320}));
        QCOMPARE(menu.greeting, (LocalText{"안녕하세요", "Hello"}));
        QVERIFY(menu.version != plain.version);
    }

    void hoursAreReadOfItemsAndCategories()
    {
        QByteArray text = kGood + "hours = \"22:00-02:30\"\n";
        text.replace("[[group]]", "hours = \"07:00-11:00\"\n[[group]]");
        const Menu menu = readMenu(text.toStdString()).value();
        QCOMPARE(menu.categories.front().hours, (SaleHours{420, 660}));
        QCOMPARE(menu.items.front().hours, (SaleHours{1320, 150}));
        QVERIFY(readMenu(kGood.toStdString()).value().items.front().hours.isAlways());
        text = kGood + "hours = \"00:00-24:00\"\n";
        QVERIFY(readMenu(text.toStdString()).value().items.front().hours.isAlways());
    }

    void hoursMayNameDaysOfTheWeek_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<int>("days");
        QTest::newRow("a day") << QByteArray{"tue"} << 0b0000010;
        QTest::newRow("from one to another") << QByteArray{"mon-fri"} << 0b0011111;
        QTest::newRow("over the week's end") << QByteArray{"sat-mon"} << 0b1100001;
        QTest::newRow("some") << QByteArray{"mon,wed,sun"} << 0b1000101;
        QTest::newRow("both") << QByteArray{"mon-tue,fri-sun"} << 0b1110011;
        QTest::newRow("every day") << QByteArray{"mon-sun"} << 0b1111111;
        QTest::newRow("in Korean") << QByteArray{"월-금"} << 0b0011111;
        QTest::newRow("some in Korean") << QByteArray{"월,수"} << 0b0000101;
    }
    void hoursMayNameDaysOfTheWeek()
    {
        QFETCH(QByteArray, written);
        QFETCH(int, days);
        const QByteArray text = kGood + "hours = \"" + written + " 07:00-11:00\"\n";
        QCOMPARE(readMenu(text.toStdString()).value().items.front().hours,
                 (SaleHours{420, 660, days}));
    }

    void aMistakeIsToldWithItsLineColumnAndWhatWasExpected_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArray>("told");
        const auto row = [](const char* name, const char* before, const char* after,
                            const char* told) {
            QTest::newRow(name) << QByteArray{before} << QByteArray{after} << QByteArray{told};
        };
        row("unknown key", "price = 5000", "price = 5000\nprize = 1",
            "26:1: item \"latte\" has the unknown key \"prize\"; expected one of id, category, "
            "name");
        row("unknown key at the top", "[shop]", "shops = 1\n[shop]",
            "1:1: the menu has the unknown key \"shops\"; expected one of shop, cups, category");
        row("unknown key of a choice", "price = 700, max", "prise = 700, max",
            "16:65: choice \"large\" of group \"size\" has the unknown key \"prise\"");
        row("unknown key of a text", "en = \"Latte\"", "en = \"Latte\", jp = \"x\"",
            "\"name\" of item \"latte\" has the unknown key \"jp\"; expected one of ko, en");
        row("missing key", "price = 5000\n", "",
            "20:1: item \"latte\" has no \"price\"; expected a whole number from 0 to 1000000");
        row("business number of another form", "id = \"ondo\"\n",
            "id = \"ondo\"\nbusiness_number = \"1248100998\"\n",
            "3:19: \"business_number\" of the shop is \"1248100998\"; expected ten digits such as");
        row("business number mistyped", "id = \"ondo\"\n",
            "id = \"ondo\"\nbusiness_number = \"124-81-00989\"\n",
            "3:19: \"business_number\" of the shop is \"124-81-00989\", whose last digit does not "
            "go with the others; expected the number as it stands on the business registration");
        row("address in one language", "id = \"ondo\"\n",
            "id = \"ondo\"\naddress = { ko = \"서울\" }\n",
            "3:11: \"address\" of the shop has no \"en\"; expected a text of 1 to 80");
        row("phone of a number", "id = \"ondo\"\n", "id = \"ondo\"\nphone = 2000\n",
            "3:9: \"phone\" of the shop is a whole number; expected a text of 1 to 30");
        row("hours of another form", "price = 5000", "price = 5000\nhours = \"7-11\"",
            "26:9: \"hours\" of item \"latte\" is \"7-11\"; expected hours such as "
            "\"07:00-11:00\" or \"mon-fri 07:00-11:00\"");
        for (const char* wrong :
             {"mon-fry 07:00-11:00", "mon- 07:00-11:00", "-fri 07:00-11:00", "mon,,fri 07:00-11:00",
              "mon, 07:00-11:00", "mon,mon 07:00-11:00", "mon-fri,wed 07:00-11:00",
              "mon-mon 07:00-11:00", "mon-wed-fri 07:00-11:00", "mon  07:00-11:00", "mon-fri",
              " 07:00-11:00", "07:00-11:00 mon", "Mon 07:00-11:00", "mon 07:00-07:00"})
            row(wrong, "price = 5000",
                (QByteArray{"price = 5000\nhours = \""} + wrong + "\"").constData(),
                ("26:9: \"hours\" of item \"latte\" is \"" + QByteArray{wrong} +
                 "\"; expected hours such as \"07:00-11:00\" or \"mon-fri 07:00-11:00\"")
                    .constData());
        row("hours that there are not", "price = 5000", "price = 5000\nhours = \"07:00-25:00\"",
            "26:9: \"hours\" of item \"latte\" is \"07:00-25:00\"");
        row("hours with a minute too many", "price = 5000", "price = 5000\nhours = \"07:60-11:00\"",
            "is \"07:60-11:00\"");
        row("hours that end as they begin", "price = 5000", "price = 5000\nhours = \"07:00-07:00\"",
            "is \"07:00-07:00\"");
        row("hours are no text", "id = \"coffee\"", "id = \"coffee\"\nhours = 7",
            "\"hours\" of category \"coffee\" is a whole number; expected hours such as");
        row("missing station", "station = \"espresso\"\n", "",
            "20:1: item \"latte\" has no \"station\"; expected one of espresso, blender, food in "
            "quotes");
        row("missing id", "id = \"latte\"\n", "", "20:1: this item has no \"id\"; expected id = ");
        row("missing shop", "[shop]\nid = \"ondo\"\nname = { ko = \"온도\", en = \"Ondo\" }\n", "",
            "1:1: the menu has no \"shop\"; expected [shop]");
        row("shop is no table", "[shop]\nid = \"ondo\"\nname = { ko = \"온도\", en = \"Ondo\" }\n",
            "shop = 1\n", "1:8: \"shop\" of the menu is a whole number; expected [shop]");
        row("id with capitals", "id = \"ondo\"", "id = \"Ondo\"",
            "2:6: \"id\" of the shop is \"Ondo\", which is no id; expected 1 to 40 characters a-z");
        row("id of a number", "id = \"latte\"", "id = 7",
            "21:6: \"id\" of this item is a whole number; expected 1 to 40 characters");
        row("image with a path", "price = 5000", "price = 5000\nimage = \"../x\"",
            "26:9: \"image\" of item \"latte\" is \"../x\", which is no id");
        row("empty Korean name", "ko = \"라떼\"", "ko = \"\"",
            "23:15: \"ko\" of \"name\" of item \"latte\" is empty; expected a text of 1 to 60 "
            "characters");
        row("blank English name", "en = \"Latte\"", "en = \"  \"",
            "\"en\" of \"name\" of item \"latte\" is empty");
        row("missing English text", ", en = \"Smooth milk\"", "",
            "24:15: \"description\" of item \"latte\" has no \"en\"; expected a text of 1 to 200");
        row("text with a space at its end", "en = \"Latte\"", "en = \"Latte \"",
            "begins or ends with a space; expected the text without it");
        row("text of two lines", "en = \"Latte\"", "en = \"Lat\\nte\"",
            "has a line break or control character; expected one line of text");
        row("name is one text", "name = { ko = \"라떼\", en = \"Latte\" }", "name = \"라떼\"",
            "23:8: \"name\" of item \"latte\" is a text; expected { ko = \"…\", en = \"…\" }");
        row("price with a point", "price = 5000", "price = 5000.0",
            "25:9: \"price\" of item \"latte\" is a number with a point; expected a whole number "
            "from 0 to 1000000");
        row("price in quotes", "price = 5000", "price = \"5000\"",
            "is a text; expected a whole number from 0 to 1000000, without quotes");
        row("negative price", "price = 5000", "price = -1",
            "25:9: \"price\" of item \"latte\" is -1");
        row("price too high", "price = 5000", "price = 1000001",
            "25:9: \"price\" of item \"latte\" is 1000001; expected a whole number from 0");
        row("difference out of range", "price = 700", "price = -100001",
            "\"price\" of choice \"large\" of group \"size\" is -100001");
        row("cup out of range", "own = -300", "own = 100001", "5:7: \"own\" of the cups is 100001");
        row("flag in quotes", "price = 5000", "price = 5000\ncup = \"no\"",
            "26:7: \"cup\" of item \"latte\" is a text; expected true or false, without quotes");
        row("unknown station", "station = \"espresso\"", "station = \"bar\"",
            "28:11: \"station\" of item \"latte\" is \"bar\"; expected one of espresso");
        row("unknown tax class", "price = 5000", "price = 5000\ntax = \"none\"",
            "26:7: \"tax\" of item \"latte\" is \"none\"; expected one of taxable, exempt in "
            "quotes");
        row("quantity of none", "price = 5000", "price = 5000\nquantity_max = 0",
            "26:16: \"quantity_max\" of item \"latte\" is 0; expected a whole number from 1 to 50");
        row("unknown category", "category = \"coffee\"", "category = \"cofee\"",
            "22:12: item \"latte\" names the category \"cofee\", which the menu does not have; "
            "expected the id of a [[category]]");
        row("unknown group", "options = [\"size\"]", "options = [\"size\", \"sise\"]",
            "26:20: item \"latte\" names the group \"sise\", which the menu does not have");
        row("unknown allergen", "allergens = [\"milk\"]", "allergens = [\"nuts\"]",
            "27:14: item \"latte\" names the allergen \"nuts\", which the menu does not have");
        row("group named twice", "options = [\"size\"]", "options = [\"size\", \"size\"]",
            "26:20: \"options\" of item \"latte\" has \"size\" twice; expected each id once");
        row("options are no list", "options = [\"size\"]", "options = \"size\"",
            "26:11: \"options\" of item \"latte\" is a text; expected a list of ids in brackets");
        row("option is no text", "options = [\"size\"]", "options = [\"size\", 3]",
            "26:20: \"options\" of item \"latte\" is a whole number");
        row("least above most", "min = 1", "min = 3",
            "12:7: \"min\" of group \"size\" is 3; expected at most its \"max\", which is 2");
        row("least cannot be reached", "min = 1\nmax = 2", "min = 5\nmax = 6",
            "12:7: \"min\" of group \"size\" is 5, and its choices give only 3; expected at most "
            "3");
        row("most of none", "max = 2\n", "max = 0\n", "13:7: \"max\" of group \"size\" is 0");
        row("default is no choice", "default = \"regular\"", "default = \"huge\"",
            "14:11: \"default\" of group \"size\" is \"huge\", which is none of its choices");
        row("choice above its group", "price = 700, max = 2", "price = 700, max = 3",
            "\"max\" of choice \"large\" of group \"size\" is 3; expected at most the \"max\" of "
            "its "
            "group, which is 2");
        row("choice twice", "id = \"large\"", "id = \"regular\"",
            "choice \"regular\" is already there in line 15; expected an id that nothing else");
        row("choices left out", "choices = [", "chosen = [",
            "9:1: group \"size\" has no \"choices\"; expected at least one choice");
        row("category without an item", "[[group]]",
            "[[category]]\nid = \"tea\"\nname = { ko = \"티\", en = \"Tea\" }\n[[group]]",
            "9:1: no item is in category \"tea\"; expected an item with category = \"tea\"");
        row("group without an item", "options = [\"size\"]\n", "",
            "9:1: no item offers group \"size\"; expected an item with \"size\" in its options");
        row("item twice", "[[item]]", "[[item]]\nid = \"latte\"\n[[item]]",
            "item \"latte\" is already there in line 20");
        row("item is one table", "[[item]]", "[item]",
            "20:1: \"item\" of the menu is a table; expected [[item]]");
        row("not TOML", "price = 5000", "price = 5,000", "25:10: this is not TOML: ");
        row("key twice", "price = 5000", "price = 5000\nprice = 6000", "this is not TOML: ");
    }
    void aMistakeIsToldWithItsLineColumnAndWhatWasExpected()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, after);
        QFETCH(const QByteArray, told);
        QVERIFY2(kGood.contains(before), before);
        const qsizetype at = kGood.indexOf(before);
        QByteArray text = kGood;
        text.replace(at, before.size(), after);
        const QByteArray list = listed(mistakesIn(text));
        QVERIFY2(list.contains(told), "told instead:\n" + list);
    }

    void everyMistakeIsToldAtOnceInTheOrderOfTheText()
    {
        QByteArray text = kGood;
        text.replace("id = \"ondo\"", "id = \"\"");
        text.replace("own = -300", "own = true");
        text.replace("default = \"regular\"", "default = \"huge\"");
        text.replace("price = 5000", "price = 1.5");
        text.replace("station = \"espresso\"", "station = 4");
        const auto mistakes = mistakesIn(text);
        QCOMPARE(mistakes.size(), std::size_t{5});
        QVERIFY(std::is_sorted(
            mistakes.begin(), mistakes.end(),
            [](const MenuMistake& a, const MenuMistake& b) { return a.line < b.line; }));
        QCOMPARE(mistakes.front().line, std::int64_t{2});
        QCOMPARE(mistakes.back().line, std::int64_t{28});
    }

    void tooManyThingsAreRefused()
    {
        const auto item = [](int number) {
            return "[[item]]\nid = \"i-" + QByteArray::number(number) +
                   "\"\ncategory = \"coffee\"\nname = { ko = \"가\", en = \"a\" }\ndescription = { "
                   "ko = \"가\", en = \"a\" }\nprice = 1\nstation = \"food\"\n";
        };
        QByteArray text = kGood;
        for (int i = 0; i < static_cast<int>(kItemsMax) - 1; ++i)
            text += item(i);
        QVERIFY2(mistakesIn(text).empty(), listed(mistakesIn(text)));
        text += item(9999);
        QVERIFY(listed(mistakesIn(text))
                    .contains("the menu has 301 of \"item\"; expected at most 300"));
    }

    void aTextFullOfMistakesHasABoundedList()
    {
        QByteArray text;
        for (int i = 0; i < 3000; ++i)
            text += "[[item]]\nwrong = 1\n";
        QCOMPARE(mistakesIn(text).size(), kMistakesMax);
    }

    void noBytesMakeTheReaderThrow()
    {
        for (const QByteArray& bytes :
             {QByteArray{}, QByteArray{"\0", 1}, QByteArray{"\xff\xfe"},
              QByteArray{"id = \"\xed\xa0\x80\""}, QByteArray(5000, '['),
              QByteArray("a=") + QByteArray(5000, '['), QByteArray(100, '\n')})
            QVERIFY(!mistakesIn(bytes).empty());
        for (qsizetype cut = 0; cut < kGood.size(); ++cut)
            static_cast<void>(mistakesIn(kGood.left(cut)));
    }

    void aMistakeNeverQuotesControlCharactersOrAWholeBook()
    {
        QByteArray text = kGood;
        text.replace("id = \"ondo\"", "id = \"\\u001b[2J" + QByteArray(5000, 'x') + "\"");
        const auto mistakes = mistakesIn(text);
        QVERIFY(mistakes.front().what.find('\x1b') == std::string::npos);
        QVERIFY(mistakes.front().what.size() < 400);
    }

    void theVersionFollowsTheContentAndNotTheLayout()
    {
        const std::string version = readMenu(kGood.toStdString())->version;
        QCOMPARE(version.size(), std::size_t{16});
        QCOMPARE(version.find_first_not_of("0123456789abcdef"), std::string::npos);

        QByteArray other = kGood;
        other.replace("price = 5000", "   price=5_000 # a remark");
        other.prepend("# a new first line\n\n");
        QCOMPARE(readMenu(other.toStdString())->version, version);

        for (const auto& [before, after] : std::vector<std::pair<const char*, const char*>>{
                 {"price = 5000", "price = 5001"},
                 {"own = -300", "own = -301"},
                 {"ko = \"라떼\"", "ko = \"라테\""},
                 {"options = [\"size\"]", "options = [\"size\"]\npopular = true"},
                 {"price = 5000", "price = 5000\nhours = \"07:00-11:00\""},
                 {"price = 5000", "price = 5000\nhours = \"mon-fri 00:00-24:00\""},
                 {"id = \"coffee\"", "id = \"coffee\"\nhours = \"07:00-11:00\""},
                 {"[cups]", "phone = \"02-000-0000\"\n[cups]"},
                 {"default = \"regular\"", "default = \"large\""}}) {
            QByteArray changed = kGood;
            changed.replace(before, after);
            QVERIFY2(readMenu(changed.toStdString())->version != version, after);
        }
    }

    void theVersionIsTheSameOnEveryMachine()
    {
        Menu menu = readMenu(kGood.toStdString()).value();
        QCOMPARE(QString::fromStdString(menu.version), QStringLiteral("ae3a5c1c8b06f8fe"));
        menu.version = "whatever";
        QCOMPARE(QString::fromStdString(contentVersion(menu)), QStringLiteral("ae3a5c1c8b06f8fe"));
    }

    void aFileThatCannotBeReadIsOneMistake()
    {
        const auto mistakes = checkMenuFile("/nowhere/menu.toml");
        QCOMPARE(mistakes.size(), std::size_t{1});
        QCOMPARE(toText(mistakes.front(), "/nowhere/menu.toml"),
                 std::string{"/nowhere/menu.toml:1:1: there is no such file; expected a file that "
                             "can be read"});
    }

    void aFileOfMoreThanAMebibyteIsNotRead()
    {
        QTemporaryDir folder;
        const std::string file = folder.filePath(QStringLiteral("menu.toml")).toStdString();
        std::ofstream{file} << std::string(1024 * 1024 + 1, '#');
        QCOMPARE(checkMenuFile(file).front().what, std::string{"the file is too large"});
    }
};

QTEST_GUILESS_MAIN(TestMenuFile)
#include "test_menu_file.moc"
