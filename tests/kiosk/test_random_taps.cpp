// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kiosk/moody_shop.h"

#include <QElapsedTimer>
#include <QMouseEvent>

using namespace coffee;
using namespace coffee::kiosk;
using namespace std::chrono_literals;
using test::Look;
using test::MoodyShop;
using test::Random;
using test::WindowShop;

namespace {

/// A quarter of the glass's pixels: everything is drawn, in a quarter of the time.
constexpr QSize kGlass{540, 960};
constexpr int kStepsUnlessTold = 1500;
constexpr int kStepsBetweenLooks = 250;
/// Who wanders that long has been everywhere.
constexpr int kStepsForAllPages = 20'000;

/// A number from the environment: COFFEE_RANDOM_TAPS=50000 COFFEE_RANDOM_SEED=7.
std::int64_t told(const char* name, std::int64_t otherwise)
{
    bool isNumber = false;
    const qlonglong number = qEnvironmentVariable(name).toLongLong(&isNumber);
    return isNumber ? number : otherwise;
}

/// A hand that presses, drags and types anywhere.
class Hand {
public:
    Hand(WindowShop& gui, Random& random) : m_window{*gui.window}, m_random{random} {}

    void act()
    {
        const auto kind = m_random.between(0, 11);
        if (kind < 5)
            tap(onwards());
        else if (kind < 7)
            tap(onSomeButton());
        else if (kind < 9)
            tap(anywhere());
        else if (kind < 10)
            drag(anywhere(), anywhere());
        else
            type();
    }
    void tap(QPoint at)
    {
        QWidget* target = under(at);
        send(*target, QEvent::MouseButtonPress, at);
        send(*target, QEvent::MouseButtonRelease, at);
    }

private:
    [[nodiscard]] QPoint anywhere()
    {
        return {m_random.small(0, m_window.width() - 1), m_random.small(0, m_window.height() - 1)};
    }
    [[nodiscard]] QPoint onSomeButton()
    {
        return on([](const QAbstractButton&) { return true; });
    }
    /// Who only wanders never pays: often enough somebody wants a coffee.
    [[nodiscard]] QPoint onwards()
    {
        return on([](const QAbstractButton& button) {
            const QString name = button.objectName();
            return button.isEnabled() &&
                   (name == QStringLiteral("hereButton") || name == QStringLiteral("addButton") ||
                    name == QStringLiteral("reviewButton") || name == QStringLiteral("payButton") ||
                    name == QStringLiteral("retryButton") ||
                    name.startsWith(QStringLiteral("tile_")) ||
                    name.startsWith(QStringLiteral("choice_temperature")));
        });
    }
    template <class Wanted>
    [[nodiscard]] QPoint on(const Wanted& wanted)
    {
        std::vector<QPoint> centres;
        for (const auto* button : m_window.findChildren<QAbstractButton*>()) {
            const QRegion seen = button->isVisible() ? button->visibleRegion() : QRegion{};
            if (!seen.isEmpty() && wanted(*button))
                centres.push_back(button->mapTo(&m_window, seen.boundingRect().center()));
        }
        return centres.empty() ? anywhere() : m_random.oneOf(centres);
    }
    [[nodiscard]] QWidget* under(QPoint at)
    {
        QWidget* child = m_window.childAt(at);
        return child ? child : &m_window;
    }

    void drag(QPoint from, QPoint to)
    {
        QWidget* target = under(from);
        send(*target, QEvent::MouseButtonPress, from);
        for (int part = 1; part <= 4; ++part)
            send(*target, QEvent::MouseMove, from + (to - from) * part / 4);
        send(*target, QEvent::MouseButtonRelease, to);
    }
    void send(QWidget& target, QEvent::Type type, QPoint at)
    {
        const bool isDown = type != QEvent::MouseButtonRelease;
        const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
        // Now and then so soon that it is the second of two taps, most often later.
        if (type == QEvent::MouseButtonPress)
            m_at += m_random.oneIn(8) ? 100U : 900U;
        QMouseEvent event{
            type,   QPointF{target.mapFrom(&m_window, at)}, QPointF{m_window.mapToGlobal(at)},
            button, isDown ? Qt::LeftButton : Qt::NoButton, Qt::NoModifier};
        event.setTimestamp(m_at);
        QApplication::sendEvent(&target, &event);
    }
    void type()
    {
        constexpr std::array kKeys{
            Qt::Key_Tab,      Qt::Key_Backtab,    Qt::Key_Left,       Qt::Key_Right,
            Qt::Key_Up,       Qt::Key_Down,       Qt::Key_Return,     Qt::Key_Space,
            Qt::Key_Tab,      Qt::Key_Return,     Qt::Key_Enter,      Qt::Key_Escape,
            Qt::Key_Back,     Qt::Key_Home,       Qt::Key_F1,         Qt::Key_VolumeUp,
            Qt::Key_Asterisk, Qt::Key_NumberSign, Qt::Key_VolumeDown, Qt::Key_Backspace,
            Qt::Key_0,        Qt::Key_1,          Qt::Key_2,          Qt::Key_3,
            Qt::Key_4,        Qt::Key_5,          Qt::Key_6,          Qt::Key_7,
            Qt::Key_8,        Qt::Key_9,          Qt::Key_A,          Qt::Key_Delete};
        const Qt::Key key = kKeys.at(
            static_cast<std::size_t>(m_random.between(0, static_cast<int>(kKeys.size()) - 1)));
        QWidget* target = m_window.focusWidget() ? m_window.focusWidget() : &m_window;
        const bool prints = key >= Qt::Key_0 && key <= Qt::Key_Z;
        const QString text = prints ? QString{QChar{static_cast<char16_t>(key)}} : QString{};
        QKeyEvent down{QEvent::KeyPress, key, Qt::NoModifier, text};
        QApplication::sendEvent(target, &down);
        // Its press may have closed what it stood on.
        QWidget* left = m_window.focusWidget() ? m_window.focusWidget() : &m_window;
        QKeyEvent up{QEvent::KeyRelease, key, Qt::NoModifier, text};
        QApplication::sendEvent(left, &up);
    }

    QWidget& m_window;
    Random& m_random;
    quint64 m_at{10'000}; // ms
};

/// Counts how often the customer said "pay", each time with one press and one release: on the pay
/// button, or on 다시 결제하기, which is the pay button of a page that tells why nothing was paid.
class PayWatch final : public QObject {
public:
    explicit PayWatch(WindowShop& gui)
    {
        for (auto* button : gui.window->findChildren<QAbstractButton*>())
            if (button->objectName() == QStringLiteral("payButton")) {
                connect(button, &QAbstractButton::pressed, this, [this] { ++m_presses; });
                connect(button, &QAbstractButton::released, this, [this] { ++m_releases; });
                connect(button, &QAbstractButton::clicked, this, [this] { ++m_said; });
            } else if (button->objectName() == QStringLiteral("retryButton")) {
                connect(button, &QAbstractButton::pressed, this, [this, &gui] {
                    m_pays = gui.shop.phase() == Phase::NotPaid;
                    m_presses += m_pays ? 1 : 0;
                });
                connect(button, &QAbstractButton::released, this,
                        [this] { m_releases += m_pays ? 1 : 0; });
                // Before the window's own: it goes to another page.
                connect(button, &QAbstractButton::released, this,
                        [this] { m_said += m_pays ? 1 : 0; });
            }
    }
    [[nodiscard]] int said() const { return m_said; }
    [[nodiscard]] bool isBalanced() const { return m_presses == m_releases; }

private:
    int m_presses{0};
    int m_releases{0};
    int m_said{0};
    bool m_pays{false};
};

QString phaseName(const WindowShop& gui)
{
    return QLatin1StringView{phaseWord(gui.shop.phase())};
}

} // namespace

/// Nobody behaves like this, and everybody together does.
class TestRandomTaps final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Q_INIT_RESOURCE(kiosk_translations); }

    void nothingBreaksAndNoOrderComesWithoutAPressOnPay()
    {
        const auto steps = told("COFFEE_RANDOM_TAPS", kStepsUnlessTold);
        const auto seed = static_cast<std::uint64_t>(told("COFFEE_RANDOM_SEED", 20260923));
        qInfo("%lld steps, seed %llu", static_cast<long long>(steps),
              static_cast<unsigned long long>(seed));
        Random random{seed};
        WindowShop gui{Look{kGlass}};
        gui.window->activateWindow();
        MoodyShop shop{gui, random};
        Hand hand{gui, random};
        const PayWatch pay{gui};
        std::size_t attemptsSeen = 0;
        int saidBefore = 0;
        std::int64_t lookedAt = 0;
        std::set<Phase> phases;
        // What the shop does and the time that passes come on top of the hand's steps.
        for (std::int64_t step = 0; step < steps;) {
            if (random.oneIn(4))
                shop.act();
            else if (random.oneIn(12))
                gui.shop.time.advance(std::chrono::seconds{random.between(1, 40)});
            else {
                hand.act();
                ++step;
            }
            QApplication::processEvents();
            shop.look();
            phases.insert(gui.shop.phase());
            const QString where = QStringLiteral("step %1 in %2").arg(step).arg(phaseName(gui));
            QVERIFY2(onlyOneWindow(), qPrintable(where));
            QVERIFY2(gui.window->size() == kGlass, qPrintable(where));
            if (shop.attempts().size() > attemptsSeen) {
                // One key for one time that somebody said it, never two for the same.
                QVERIFY2(shop.attempts().size() == attemptsSeen + 1, qPrintable(where));
                QVERIFY2(pay.said() > saidBefore, qPrintable(where));
                attemptsSeen = shop.attempts().size();
                saidBefore = pay.said();
            }
            if (step == 0 || step % kStepsBetweenLooks != 0 || step == lookedAt)
                continue;
            lookedAt = step;
            QVERIFY2(comesHome(gui, shop), qPrintable(where));
            // What was on its way to the terminal when the hand stopped has arrived by now.
            QVERIFY2(shop.attempts().size() <= static_cast<std::size_t>(pay.said()),
                     qPrintable(where));
            attemptsSeen = shop.attempts().size();
            saidBefore = pay.said();
        }
        QVERIFY(comesHome(gui, shop));
        QVERIFY(pay.isBalanced());
        QVERIFY(shop.orders().size() <= static_cast<std::size_t>(pay.said()));
        qInfo("%zu charges, %zu orders, %d times pay, %zu phases", shop.attempts().size(),
              shop.orders().size(), pay.said(), phases.size());
        if (steps >= kStepsForAllPages)
            for (const Phase phase : kAllPhases)
                // These two are over before the first customer.
                QVERIFY2(phases.contains(phase) || phase == Phase::Settling ||
                             phase == Phase::Closed,
                         phaseWord(phase));
        if (steps >= kStepsUnlessTold)
            QVERIFY(!shop.orders().empty()); // it was not all for nothing
    }

private:
    [[nodiscard]] static bool onlyOneWindow()
    {
        int shown = 0;
        for (const QWidget* window : QApplication::topLevelWidgets())
            shown += window->isVisible() ? 1 : 0;
        return shown == 1;
    }

    /// Left alone beside a shop that answers, the kiosk goes back to its first page by itself.
    [[nodiscard]] static bool comesHome(WindowShop& gui, MoodyShop& shop)
    {
        constexpr int kRoundsMost = 80;
        for (int round = 0; round < kRoundsMost; ++round) {
            shop.open();
            shop.settleEverything();
            gui.shop.time.advance(30s);
            WindowShop::settle();
            const bool plain = ui::themeOf(*gui.window).metrics().textFactor() == 1.0 &&
                               ui::themeOf(*gui.window).palette() == ui::PaletteKind::Light;
            if (gui.shop.phase() == Phase::Attract && plain && gui.find("hereButton") &&
                gui.words.language() == ui::Language::Korean)
                return true;
        }
        qWarning("stuck in %s", qPrintable(phaseName(gui)));
        return false;
    }
};

QTEST_MAIN(TestRandomTaps)
#include "test_random_taps.moc"
