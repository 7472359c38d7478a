// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/files/menu_file.h"
#include "tests/kiosk/window_shop.h"

#include "shared/widgets/button.h"
#include "shared/widgets/choice.h"
#include "shared/widgets/item_tile.h"
#include "shared/widgets/label.h"

using namespace coffee;
using namespace coffee::kiosk;
using namespace std::chrono_literals;
using protocol::OrderPlace;
using test::Look;
using test::refusalOf;
using test::WindowShop;

namespace {

Menu demoMenu()
{
    const auto menu =
        loadMenu(std::filesystem::path{COFFEE_SOURCE_DIR} / "resources" / "menu.toml");
    return menu ? *menu : Menu{};
}

/// Every page, posed with the demo menu.
struct Pose {
    const char* name;
    std::function<void(WindowShop&)> take;
};

BasketLine lineOf(const WindowShop& gui, const char* item, const char* temperature, int count)
{
    const Menu& menu = gui.shop.menu;
    LineDraft draft{menu, *menu.item(item), ServiceMode::Here};
    draft.choose(*menu.group("temperature"), {temperature});
    draft.setQuantity(count);
    return draft.line();
}

void fill(WindowShop& gui)
{
    gui.shop.session().start(ServiceMode::Here);
    gui.shop.kiosk.basket().add(lineOf(gui, "americano", "ice", 2));
    gui.shop.kiosk.basket().add(lineOf(gui, "cafe-latte", "hot", 1));
}

void pay(WindowShop& gui)
{
    fill(gui);
    gui.shop.session().toReview();
    gui.shop.session().pay();
}

void payingAt(WindowShop& gui, PaymentPhase phase)
{
    pay(gui);
    gui.shop.answerCheckout(gui.shop.quote());
    gui.shop.pendingPlace(phase);
}

protocol::PaidAnswer paidOf(WindowShop& gui)
{
    protocol::PaidAnswer paid = test::KioskShop{}.paid();
    paid.basket = gui.shop.quote().basket;
    return paid;
}

std::vector<Pose> poses()
{
    return {
        {"attract", [](WindowShop&) {}},
        {"menu", [](WindowShop& gui) { fill(gui); }},
        {"options",
         [](WindowShop& gui) {
             gui.shop.session().start(ServiceMode::Here);
             gui.shop.session().chooseItem("cafe-latte");
         }},
        {"review",
         [](WindowShop& gui) {
             fill(gui);
             gui.shop.kiosk.basket().setAllergyNote("우유, 견과류");
             gui.shop.session().toReview();
         }},
        {"opening", [](WindowShop& gui) { pay(gui); }},
        {"paying", [](WindowShop& gui) { payingAt(gui, PaymentPhase::WaitingCard); }},
        {"reading", [](WindowShop& gui) { payingAt(gui, PaymentPhase::Reading); }},
        {"checking",
         [](WindowShop& gui) {
             payingAt(gui, PaymentPhase::Checking);
             gui.shop.time.advance(OrderSession::kPatience);
         }},
        {"busy",
         [](WindowShop& gui) {
             pay(gui);
             gui.shop.refuseCheckout(refusalOf(RefusalCode::Busy, 20s));
         }},
        {"unreachable",
         [](WindowShop& gui) {
             pay(gui);
             gui.shop.failCheckout();
         }},
        {"paused",
         [](WindowShop& gui) {
             pay(gui);
             gui.shop.refuseCheckout(refusalOf(RefusalCode::Paused));
         }},
        {"declined",
         [](WindowShop& gui) {
             payingAt(gui, PaymentPhase::Reading);
             gui.shop.time.advance(1s);
             gui.shop.answerPlace(protocol::DeclinedAnswer{DeclineKind::Declined, "", 0});
         }},
        {"number",
         [](WindowShop& gui) {
             payingAt(gui, PaymentPhase::Reading);
             gui.shop.time.advance(1s);
             gui.shop.answerPlace(paidOf(gui));
         }},
        {"receipt",
         [](WindowShop& gui) {
             payingAt(gui, PaymentPhase::Reading);
             gui.shop.time.advance(1s);
             gui.shop.answerPlace(paidOf(gui));
             WindowShop::settle();
             static_cast<void>(gui.press("receiptButton"));
         }},
        {"my-order", [](WindowShop& gui) { gui.shop.session().openMyOrder(); }},
        {"my-order-state",
         [](WindowShop& gui) {
             gui.shop.publish(OrderAppeared{7, 117, ServiceMode::Here, 1, {180, 300}});
             gui.shop.session().openMyOrder();
             gui.shop.kiosk.myOrder().lookUp(117);
             gui.shop.source.enter(client::FeedState::Stale);
         }},
        {"my-order-code",
         [](WindowShop& gui) {
             gui.shop.publish(OrderAppeared{7, 117, ServiceMode::Here, 1, {180, 300}});
             gui.shop.session().openMyOrder();
             gui.shop.kiosk.myOrder().lookUp(117);
             gui.shop.kiosk.myOrder().askForCode();
         }},
    };
}

/// What is wrong with this widget's room, or nothing.
QString complaintAbout(const QWidget& widget, const QWidget& window)
{
    const bool speaks =
        qobject_cast<const ui::Label*>(&widget) || qobject_cast<const ui::Button*>(&widget) ||
        qobject_cast<const ui::ChoiceChip*>(&widget) || qobject_cast<const ui::ItemTile*>(&widget);
    if (!speaks || !widget.isVisible() || widget.visibleRegion().isEmpty())
        return {};
    const auto* label = qobject_cast<const QLabel*>(&widget);
    if (label && label->text().isEmpty())
        return {};
    const int needed = widget.heightForWidth(widget.width());
    if (needed > widget.height())
        return QStringLiteral("is %1 high and needs %2").arg(widget.height()).arg(needed);
    if (widget.minimumSizeHint().width() > widget.width())
        return QStringLiteral("is %1 wide and needs %2")
            .arg(widget.width())
            .arg(widget.minimumSizeHint().width());
    const QRect place{widget.mapTo(&window, QPoint{0, 0}), widget.size()};
    // The category bar is pushed sideways by the finger; everything else keeps to the glass.
    if (widget.objectName().startsWith(QStringLiteral("category_")))
        return {};
    if (place.left() < 0 || place.right() >= window.width())
        return QStringLiteral("leaves the window: %1 to %2").arg(place.left()).arg(place.right());
    return {};
}

QString nameOf(const QWidget& widget)
{
    const auto* button = qobject_cast<const QAbstractButton*>(&widget);
    const auto* label = qobject_cast<const QLabel*>(&widget);
    return QStringLiteral("%1 “%2”").arg(widget.objectName(), button  ? button->text()
                                                              : label ? label->text()
                                                                      : QString{});
}

} // namespace

/// No text is clipped anywhere, and everything that can be pressed has a name.
class TestKioskLayout final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Q_INIT_RESOURCE(kiosk_translations);
        m_menu = demoMenu();
        QVERIFY(!m_menu.items.empty());
    }

    void noTextIsClipped_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("language");
        QTest::addColumn<int>("scale");
        const std::array scales{100, 150, 200};
        for (const QSize size : {QSize{1080, 1920}, QSize{1920, 1080}})
            for (const int language : {0, 1})
                for (int scale = 0; scale < 3; ++scale)
                    QTest::addRow("%dx%d %s %d", size.width(), size.height(),
                                  language == 0 ? "ko" : "en",
                                  scales[static_cast<std::size_t>(scale)])
                        << size << language << scale;
    }
    void noTextIsClipped()
    {
        QFETCH(QSize, size);
        QFETCH(int, language);
        QFETCH(int, scale);
        const Look look{size, language == 0 ? ui::Language::Korean : ui::Language::English,
                        static_cast<ui::TextScale>(scale)};
        QStringList complaints;
        for (const Pose& pose : poses()) {
            WindowShop gui{look, m_menu};
            pose.take(gui);
            WindowShop::settle();
            if (gui.window->size() != size)
                complaints
                    << QStringLiteral("%1: the window grew").arg(QLatin1StringView{pose.name});
            for (const QWidget* widget : gui.window->findChildren<QWidget*>())
                if (const QString wrong = complaintAbout(*widget, *gui.window); !wrong.isEmpty())
                    complaints << QStringLiteral("%1: %2 %3")
                                      .arg(QLatin1StringView{pose.name}, nameOf(*widget), wrong);
        }
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(QLatin1Char('\n'))));
    }

    void everythingThatCanBePressedHasAName()
    {
        for (const Pose& pose : poses()) {
            WindowShop gui{{}, m_menu};
            pose.take(gui);
            WindowShop::settle();
            for (const auto* button : gui.window->findChildren<QAbstractButton*>()) {
                if (!button->isVisible())
                    continue;
                QVERIFY2(!button->objectName().isEmpty(), qPrintable(nameOf(*button)));
                const bool named = !button->accessibleName().isEmpty() || !button->text().isEmpty();
                QVERIFY2(named, qPrintable(nameOf(*button)));
            }
        }
    }

    void everyButtonIsHighEnoughForAFinger()
    {
        for (const Pose& pose : poses()) {
            WindowShop gui{{}, m_menu};
            pose.take(gui);
            WindowShop::settle();
            for (const auto* button : gui.window->findChildren<ui::Button*>())
                if (button->isVisible())
                    QVERIFY2(button->height() >= gui.theme.metrics().targetPx(),
                             qPrintable(nameOf(*button)));
        }
    }

    void numberCodeAndWaitAreSeenAtOnce_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("language");
        QTest::addColumn<bool>("isLow");
        for (const int language : {0, 1}) {
            const char* name = language == 0 ? "ko" : "en";
            QTest::addRow("upright %s", name) << QSize{1080, 1920} << language << false;
            QTest::addRow("low %s", name) << QSize{1080, 1920} << language << true;
            QTest::addRow("landscape %s", name) << QSize{1920, 1080} << language << false;
        }
    }
    void numberCodeAndWaitAreSeenAtOnce()
    {
        QFETCH(QSize, size);
        QFETCH(int, language);
        QFETCH(bool, isLow);
        WindowShop gui{{size, language == 0 ? ui::Language::Korean : ui::Language::English},
                       m_menu};
        QVERIFY(gui.press("displayButton"));
        QVERIFY(gui.press("choice_size_200"));
        QVERIFY(!isLow || gui.press("choice_mode_low"));
        QVERIFY(gui.press("displayDoneButton"));
        payingAt(gui, PaymentPhase::Reading);
        gui.shop.time.advance(1s);
        gui.shop.answerPlace(paidOf(gui));
        WindowShop::settle();
        for (const char* part : {"orderNumber", "claimCode", "orderWait"})
            QVERIFY2(gui.isSeenWhole(part), part);
        // That it is cancelled comes before all of it.
        gui.shop.publish(OrderAppeared{7, 117, ServiceMode::Here, 3, {180, 300}});
        gui.shop.publish(OrderCancelled{7, OrderState::Queued, CancelledBy::Shop, {}});
        WindowShop::settle();
        QVERIFY(gui.isSeenWhole("numberTitle"));
        QVERIFY(gui.isSeenWhole("claimCode"));
    }

private:
    Menu m_menu;
};

QTEST_MAIN(TestKioskLayout)
#include "test_kiosk_layout.moc"
