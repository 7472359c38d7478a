// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/files/menu_file.h"
#include "tests/kiosk/window_shop.h"

#include "shared/widgets/item_tile.h"

using namespace coffee;
using namespace coffee::kiosk;
using namespace std::chrono_literals;
using test::Look;
using test::WindowShop;

namespace {

Menu demoMenu()
{
    const auto menu =
        loadMenu(std::filesystem::path{COFFEE_SOURCE_DIR} / "resources" / "menu.toml");
    return menu ? *menu : Menu{};
}

/// Someone who has never been here, before the demo menu: a tap is a press on what can be seen
/// without scrolling; what must be scrolled to costs one more.
class FirstTimer {
public:
    explicit FirstTimer(const Look& look, const Menu& menu) : m_gui{look, menu} {}

    void tap(const char* name)
    {
        auto* target = m_gui.find<QAbstractButton>(name);
        if (!target || !target->isEnabled()) {
            m_missing.append(QLatin1StringView{name});
            return;
        }
        if (target->visibleRegion().boundingRect().height() < target->height() / 2)
            ++m_taps; // the finger pushes the page up first
        ++m_taps;
        QTest::lastMouseTimestamp += 1000; // a person needs that long from one button to the next
        QTest::mouseClick(target, Qt::LeftButton);
        WindowShop::settle();
    }

    /// The shop and the card do their part.
    [[nodiscard]] bool isPaid()
    {
        if (m_gui.shop.phase() != Phase::Opening)
            return false;
        m_gui.shop.answerCheckout(m_gui.shop.quote());
        protocol::PaidAnswer paid = test::KioskShop{}.paid();
        paid.basket = m_gui.shop.quote().basket;
        m_gui.shop.answerPlace(paid);
        WindowShop::settle();
        return m_gui.find("orderNumber") != nullptr;
    }

    [[nodiscard]] int taps() const { return m_taps; }
    [[nodiscard]] QString missing() const { return m_missing.join(QLatin1Char(' ')); }
    [[nodiscard]] WindowShop& gui() { return m_gui; }

private:
    WindowShop m_gui;
    QStringList m_missing;
    int m_taps{0};
};

constexpr int kOneDrinkMost = 6;
constexpr int kTwoDrinksMost = 14;

} // namespace

class TestTaps final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Q_INIT_RESOURCE(kiosk_translations);
        m_menu = demoMenu();
        QVERIFY(!m_menu.items.empty());
    }

    void anIcedAmericanoTakesSixTaps_data() { looks(); }
    void anIcedAmericanoTakesSixTaps()
    {
        QFETCH(QSize, size);
        QFETCH(int, language);
        FirstTimer customer{{size, static_cast<ui::Language>(language)}, m_menu};
        customer.tap("hereButton");
        customer.tap("tile_americano");
        QVERIFY(!customer.gui().find<QAbstractButton>("addButton")->isEnabled()); // ICE or HOT?
        customer.tap("choice_temperature_ice");
        customer.tap("addButton");
        customer.tap("reviewButton");
        customer.tap("payButton");
        QVERIFY2(customer.missing().isEmpty(), qPrintable(customer.missing()));
        QVERIFY(customer.isPaid());
        QVERIFY2(customer.taps() <= kOneDrinkMost, qPrintable(QString::number(customer.taps())));
    }

    void twoDrinksToOnesTasteTakeFourteenTaps_data() { looks(); }
    void twoDrinksToOnesTasteTakeFourteenTaps()
    {
        QFETCH(QSize, size);
        QFETCH(int, language);
        FirstTimer customer{{size, static_cast<ui::Language>(language)}, m_menu};
        customer.tap("takeAwayButton");
        customer.tap("tile_americano");
        customer.tap("choice_temperature_ice");
        customer.tap("choice_size_large");
        customer.tap("addButton");
        customer.tap("tile_cafe-latte");
        customer.tap("choice_temperature_hot");
        customer.tap("choice_milk_oat");
        customer.tap("addButton");
        customer.tap("reviewButton");
        customer.tap("payButton");
        QVERIFY2(customer.missing().isEmpty(), qPrintable(customer.missing()));
        QCOMPARE(customer.gui().shop.kiosk.basket().entries().size(), std::size_t{2});
        QVERIFY(customer.isPaid());
        QVERIFY2(customer.taps() <= kTwoDrinksMost, qPrintable(QString::number(customer.taps())));
    }

private:
    static void looks()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("language");
        for (const QSize size : {QSize{1080, 1920}, QSize{1920, 1080}})
            for (const ui::Language language : {ui::Language::Korean, ui::Language::English})
                QTest::addRow("%s %s", size.width() > size.height() ? "landscape" : "portrait",
                              qPrintable(ui::languageCode(language)))
                    << size << static_cast<int>(language);
    }

    Menu m_menu;
};

QTEST_MAIN(TestTaps)
#include "test_taps.moc"
