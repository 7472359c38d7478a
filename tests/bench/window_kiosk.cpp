// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/window_measurements.h"
#include "tests/bench/window_orders.h"
#include "tests/bench/window_paints.h"
#include "tests/kiosk/window_shop.h"

#include "kiosk/pages/basket_panel.h"
#include "kiosk/pages/options_page.h"

#include <QApplication>
#include <QLoggingCategory>

#include <stdexcept>

namespace coffee::bench {
namespace {

constexpr int kTaps = 400;
constexpr int kTapsQuick = 120;
constexpr int kLookUps = 4000;
constexpr int kLookUpsQuick = 1000;
constexpr int kUnitsOfCustomer = 12;

/// The customer taps on tiles in turn and takes each item with the first answer to each question.
class Customer {
public:
    explicit Customer(const Menu& menu) : m_shop{{}, menu}
    {
        QLoggingCategory::setFilterRules(QStringLiteral("coffee.*=false"));
        m_window.watch(*m_shop.window);
        if (!m_shop.press("hereButton"))
            throw std::runtime_error{"the attract page cannot be left"};
    }

    /// Microseconds from the press to everything painted.
    double tapTile(int which)
    {
        std::vector<QAbstractButton*> tiles;
        for (auto* button : m_shop.window->findChildren<QAbstractButton*>())
            if (button->objectName().startsWith(QLatin1StringView{"tile_"}) &&
                button->isVisible() && button->isEnabled() && isOnTop(*button))
                tiles.push_back(button);
        if (tiles.empty())
            throw std::runtime_error{"no tile is shown"};
        return tapUntilPainted<kiosk::OptionsPage>(
            *tiles[static_cast<std::size_t>(which) % tiles.size()]);
    }

    void answerQuestions()
    {
        for (auto* group : m_shop.window->findChildren<QWidget*>()) {
            const QString name = group->objectName();
            if (!name.startsWith(QLatin1StringView{"group_"}) || !group->isVisible())
                continue;
            const auto chips = group->findChildren<QAbstractButton*>();
            const bool chosen = std::any_of(chips.begin(), chips.end(),
                                            [](const auto* chip) { return chip->isChecked(); });
            if (!chosen && !chips.isEmpty())
                QTest::mouseClick(chips.front(), Qt::LeftButton);
        }
        m_shop.settle();
    }

    double take()
    {
        auto* add = m_shop.find<QAbstractButton>("addButton");
        if (!add || !add->isEnabled())
            throw std::runtime_error{"the item cannot be taken"};
        const double took = tapUntilPainted<kiosk::BasketPanel>(*add);
        auto& basket = m_shop.shop.kiosk.basket();
        if (basket.units() >= kUnitsOfCustomer)
            while (!basket.isEmpty())
                basket.remove(basket.entries().front().id);
        m_shop.settle();
        return took;
    }

private:
    /// A press in its middle reaches it.
    [[nodiscard]] bool isOnTop(const QWidget& widget) const
    {
        const QPoint middle = widget.mapTo(m_shop.window.get(), widget.rect().center());
        return m_shop.window->childAt(middle) == &widget;
    }

    template <class Shown>
    double tapUntilPainted(QWidget& target)
    {
        m_shop.settle();
        m_window.forget();
        const QPoint middle = target.mapTo(m_shop.window.get(), target.rect().center());
        const auto begun = WindowClock::now();
        // Through the window, as a finger's press comes; later than the second tap of a double tap.
        QTest::lastMouseTimestamp += 1000;
        QTest::mouseClick(m_shop.window->windowHandle(), Qt::LeftButton, {}, middle);
        const auto isPainted = [this] {
            return m_window.anyPainted([](const QWidget& widget) {
                return qobject_cast<const Shown*>(&widget) != nullptr;
            });
        };
        try {
            runUntil(isPainted);
        } catch (const std::runtime_error& error) {
            throw std::runtime_error{target.objectName().toStdString() + " was tapped, and " +
                                     error.what()};
        }
        return microsecondsSince(begun);
    }

    test::WindowShop m_shop;
    PaintWatch m_window;
};

} // namespace

WindowFigures kioskTap(const WindowOptions& options)
{
    Customer customer{demoMenu()};
    std::vector<double> tile;
    std::vector<double> basket;
    for (int tap = 0; tap < (options.quick ? kTapsQuick : kTaps); ++tap) {
        tile.push_back(customer.tapTile(tap));
        customer.answerQuestions();
        basket.push_back(customer.take());
    }
    WindowFigures figures;
    figures.addSamples("tile", tile);
    figures.addSamples("basket", basket);
    return figures;
}

WindowFigures kioskLookUp(const WindowOptions& options)
{
    test::KioskShop shop;
    ShopView view;
    for (const Event& event : openOrders(demoMenu(), kOpenOrders))
        view.apply(event);
    shop.source.goLive(publicFace(view), view.at);
    shop.source.enter(transport::FeedState::Stale);

    kiosk::MyOrder& order = shop.kiosk.myOrder();
    std::vector<double> took;
    for (int look = 0; look < (options.quick ? kLookUpsQuick : kLookUps); ++look) {
        const auto begun = WindowClock::now();
        order.reset();
        order.lookUp(101 + look % kOpenOrders);
        const OrderView* found = order.publicView();
        const std::int32_t ahead = order.ordersAhead();
        took.push_back(microsecondsSince(begun));
        if (!found || ahead != look % kOpenOrders || order.stage() != kiosk::LookUpStage::State)
            throw std::runtime_error{"the look-up found the wrong order"};
    }
    WindowFigures figures;
    figures.addSamples("lookup", took);
    return figures;
}

} // namespace coffee::bench
