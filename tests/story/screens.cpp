// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/story/screens.h"

#include "shared/client/keys.h"
#include "shared/widgets/banner.h"
#include "shared/widgets/label.h"
#include "shared/widgets/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

static void initTranslations()
{
    Q_INIT_RESOURCE(kiosk_translations);
    Q_INIT_RESOURCE(barista_station_translations);
}

namespace coffee::test {

using kiosk::Phase;
using namespace std::chrono_literals;

namespace {

constexpr int kTapLimitMs = 10'000;
constexpr int kPaidLimitMs = 30'000;
constexpr auto kAskEvery = 40ms;

template <class Window>
void open(Window& window, QSize size)
{
    window.resize(size);
    window.show();
    static_cast<void>(QTest::qWaitForWindowExposed(&window));
}

} // namespace

void dressWindows()
{
    initTranslations();
    ui::Metrics::Settings glass;
    glass.pixelsPerMm = 3.61;
    ui::installLook(*qApp, ui::Theme{ui::PaletteKind::Light, ui::Metrics{glass}, true});
}

QWidget* shownWidget(const QWidget& window, const QString& name)
{
    for (QWidget* widget : window.findChildren<QWidget*>(name))
        if (widget->isVisible())
            return widget;
    return nullptr;
}

bool press(const QWidget& window, const QString& name)
{
    auto* button = qobject_cast<QAbstractButton*>(shownWidget(window, name));
    if (!button || !button->isEnabled())
        return false;
    // A person needs longer than a double tap from one button to the next.
    QTest::lastMouseTimestamp += 1000;
    QTest::mouseClick(button, Qt::LeftButton);
    return true;
}

bool tap(const QWidget& window, const QString& name)
{
    const bool done = QTest::qWaitFor([&] { return press(window, name); }, kTapLimitMs);
    if (!done)
        qWarning().noquote() << "there is nothing to tap called" << name;
    return done;
}

QString labelText(const QWidget& window, const QString& name)
{
    const auto* label = qobject_cast<ui::Label*>(shownWidget(window, name));
    return label ? label->text() : QString{};
}

// ---- the kiosk --------------------------------------------------------------------------------

KioskScreen::KioskScreen(const ShopPlace& shop, const std::string& name)
    : m_folder{screenFolder(shop, name)},
      m_disk{m_folder},
      m_store{m_folder},
      m_client{shop.commands().toStdString(), {Role::Kiosk, name}},
      m_source{{shop.commands().toStdString(),
                shop.board().toStdString(),
                protocol::Stream::Board,
                {Role::Kiosk, name},
                "test"}},
      feed{m_source},
      m_keeper{feed, m_store, protocol::Stream::Board},
      presenters{{m_client, feed, m_disk, m_time, [name] { return client::newAttemptKey(name); },
                  [] { return client::newOperationKey(); },
                  [](int bound) { return QRandomGenerator::global()->bounded(bound); }, name}},
      m_language{ui::Language::Korean},
      window{{{presenters.session(), presenters.basket(), presenters.menu(), presenters.myOrder(),
               presenters.guard(), feed},
              presenters.keeper(),
              presenters.help(),
              m_language,
              [](const kiosk::ScreenModes&) {},
              ui::Language::Korean}}
{
    feed.start();
    presenters.begin();
    open(window, {1080, 1920});
}

bool KioskScreen::fillBasket()
{
    for (const char* name : {"hereButton", "tile_americano", "choice_temperature_hot",
                             "choice_cup_store", "addButton", "reviewButton"})
        if (!tap(window, QLatin1String(name)))
            return false;
    return QTest::qWaitFor([this] { return phase() == Phase::Review; }, kTapLimitMs);
}

int KioskScreen::buy()
{
    // Nobody orders twice within a double tap, so a tap that is taken for one is tapped again.
    const auto pays = [this] {
        return phase() != Phase::Review || press(window, QStringLiteral("payButton"));
    };
    if (!fillBasket() ||
        !QTest::qWaitFor([&] { return pays() && phase() == Phase::Number; }, kPaidLimitMs))
        return 0;
    return labelText(window, QStringLiteral("orderNumber")).toInt();
}

// ---- the bar ----------------------------------------------------------------------------------

BarScreen::BarScreen(const ShopPlace& shop, const std::string& name) : BarStation{shop, name}
{
    // The look of this process is the kiosk's, with letters for a finer glass.
    open(window, {3840, 2160});
}

std::vector<int> BarScreen::tickets() const
{
    struct Seen {
        int number;
        QPoint at;
    };
    static const QRegularExpression name{QStringLiteral("^ticket_(\\d+)$")};
    std::vector<Seen> seen;
    for (const QWidget* card : window.findChildren<QWidget*>(name))
        if (card->isVisible())
            seen.push_back({name.match(card->objectName()).captured(1).toInt(),
                            card->mapTo(&window, QPoint{})});
    std::sort(seen.begin(), seen.end(), [](const Seen& a, const Seen& b) {
        return std::pair{a.at.y(), a.at.x()} < std::pair{b.at.y(), b.at.x()};
    });
    std::vector<int> numbers;
    for (const Seen& card : seen)
        numbers.push_back(card.number);
    return numbers;
}

// ---- the one who asks -------------------------------------------------------------------------

Inquirer::Inquirer(const ShopPlace& shop, const std::string& kiosk, int number)
    : m_screen{shop, kiosk}, m_number{QString::number(number)}
{
    m_pace.setInterval(kAskEvery);
    connect(&m_pace, &QTimer::timeout, this, &Inquirer::ask);
    // The kiosk is a new one: it has to have heard of the order once.
    const bool known = QTest::qWaitFor(
        [this, number] { return m_screen.feed.view().orders.findByNumber(number) != nullptr; },
        kTapLimitMs);
    if (!known)
        m_failures << QStringLiteral("the kiosk never heard of the order");
    m_pace.start();
}

void Inquirer::ask()
{
    const QWidget& window = m_screen.window;
    if (m_screen.phase() != Phase::MyOrder) {
        static_cast<void>(press(window, QStringLiteral("myOrderButton")));
        return;
    }
    if (m_screen.presenters.myOrder().stage() != kiosk::LookUpStage::Number) {
        static_cast<void>(press(window, QStringLiteral("backButton")));
        return;
    }
    static_cast<void>(press(window, QStringLiteral("clearButton")));
    for (const QChar digit : m_number)
        static_cast<void>(press(window, QStringLiteral("digit%1Button").arg(digit)));
    QElapsedTimer clock;
    clock.start();
    if (!press(window, QStringLiteral("lookUpButton")))
        m_failures << QStringLiteral("the look-up button is not there");
    read();
    m_slowest = std::max(m_slowest, std::chrono::milliseconds{clock.elapsed()});
}

void Inquirer::read()
{
    const QWidget& window = m_screen.window;
    const auto& mine = m_screen.presenters.myOrder();
    const OrderView* order = mine.publicView();
    if (mine.stage() != kiosk::LookUpStage::State || !order) {
        m_failures << QStringLiteral("no answer");
        return;
    }
    // The title of a cancelled order's page says its number; the others have it below.
    const QString told = labelText(window, QStringLiteral("myOrderTitle")) +
                         labelText(window, QStringLiteral("lookedUpNumber"));
    if (!told.contains(m_number) || !shownWidget(window, QStringLiteral("lookedUpSteps")))
        m_failures << QStringLiteral("the page does not show the order");
    const client::Freshness fresh = m_screen.feed.freshness();
    if (!fresh.asOf)
        m_failures << QStringLiteral("an answer without its age");
    if (fresh.state == client::FeedState::Stale) {
        const auto banners = window.findChildren<ui::Banner*>();
        const bool saysSo = std::any_of(banners.begin(), banners.end(), [](const ui::Banner* one) {
            return one->isVisible() && one->message().contains(QStringLiteral("상태"));
        });
        if (saysSo)
            ++m_oldAnswers;
        else
            m_failures << QStringLiteral("an old answer that does not say so");
    }
    m_states.insert(order->state);
    ++m_answers;
}

} // namespace coffee::test
