// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/shots/stage.h"

#include "kiosk/pages/voice_bar.h"
#include "shared/files/menu_file.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDateTime>
#include <QFile>

namespace coffee::kiosk {
namespace {

void settleWindow(QWidget& window)
{
    // Layouts settle over several rounds: wrapped text changes heights, heights change widths.
    for (int round = 0; round < 6; ++round) {
        QApplication::sendPostedEvents();
        QApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
    }
    window.repaint();
}

QString madeFolder(const QTemporaryDir& folder)
{
    if (!folder.isValid())
        throw ShotError{"no temporary folder can be made"};
    return folder.path();
}

} // namespace

Menu demoMenu()
{
    QFile file{QStringLiteral(":/shots/menu.toml")};
    if (!file.open(QIODevice::ReadOnly))
        throw ShotError{"the built-in menu is missing"};
    auto menu = readMenu(file.readAll().toStdString());
    if (!menu)
        throw ShotError{toText(menu.error().front(), "menu.toml")};
    return *menu;
}

std::vector<Setting> settings()
{
    constexpr auto kLight = ui::PaletteKind::Light;
    constexpr auto kContrast = ui::PaletteKind::HighContrast;
    constexpr QSize kUpright{1080, 1920};
    constexpr QSize kWide{1920, 1080};
    constexpr auto k100 = ui::TextScale::Percent100;
    constexpr auto k150 = ui::TextScale::Percent150;
    constexpr auto k200 = ui::TextScale::Percent200;
    std::vector<Setting> list;
    for (const ui::Language in : {ui::Language::Korean, ui::Language::English})
        list.insert(list.end(),
                    {{"portrait", kUpright, 21.5, in, k100, 100, true},
                     {"landscape", kWide, 24.0, in, k100, 100, true},
                     {"portrait", kUpright, 21.5, in, k150, 150, true},
                     {"portrait", kUpright, 21.5, in, k200, 200, true},
                     {"contrast", kUpright, 21.5, in, k100, 100, true, kContrast},
                     {"low", kUpright, 21.5, in, k100, 100, true, kLight, true},
                     {"voice", kUpright, 21.5, in, k100, 100, true, kLight, false, true},
                     {"voice", kUpright, 21.5, in, k200, 200, true, kLight, false, true},
                     {"landscape", kWide, 24.0, in, k150, 150, false},
                     {"landscape", kWide, 24.0, in, k200, 200, false},
                     {"contrast", kUpright, 21.5, in, k200, 200, false, kContrast},
                     {"low", kUpright, 21.5, in, k150, 150, false, kLight, true},
                     {"low", kUpright, 21.5, in, k200, 200, false, kLight, true},
                     {"voice", kUpright, 21.5, in, k150, 150, false, kLight, false, true},
                     {"voice-landscape", kWide, 24.0, in, k100, 100, false, kLight, false, true},
                     {"voice-landscape", kWide, 24.0, in, k200, 200, false, kLight, false, true},
                     {"everything", kUpright, 21.5, in, k200, 200, false, kContrast, true, true}});
    return list;
}

ui::Theme themeOf(const Setting& setting)
{
    ui::Metrics::Settings glass;
    glass.pixelsPerMm = ui::pixelsPerMm(setting.size, setting.inches);
    glass.textScale = setting.scale;
    return ui::Theme{setting.palette, ui::Metrics{glass}, true};
}

Stage::Stage(const Setting& setting, bool isShopKnown, sound::VoiceEngine* voice)
    : disk{madeFolder(m_folder)},
      feed{source},
      words{setting.language},
      kiosk{{client, feed, disk, time, [] { return AttemptKey{"kiosk-1-" + std::string(32, 'a')}; },
             [] { return OperationKey{std::string(32, 'b')}; }, [](int) { return 0; }, "kiosk-1"}},
      menu{demoMenu()}
{
    const ui::Theme plain = themeOf(setting)
                                .withPalette(ui::PaletteKind::Light)
                                .withTextScale(ui::TextScale::Percent100);
    ui::installLook(*qApp, plain);
    feed.start();
    kiosk.begin();
    if (isShopKnown)
        client.answer<protocol::MenuGet>(protocol::MenuAnswer{menu});
    protocol::StatusAnswer status;
    status.version = COFFEE_VERSION;
    status.epoch = "still";
    status.gateway = "terminal_sim";
    status.simulated = true;
    client.answer<protocol::StatusGet>(status);
    showView({});
    m_window = std::make_unique<KioskWindow>(KioskWindowParts{
        {kiosk.session(), kiosk.basket(), kiosk.menu(), kiosk.myOrder(), kiosk.guard(), feed},
        kiosk.keeper(),
        kiosk.help(),
        words,
        [plain](const ScreenModes& modes) { ui::installLook(*qApp, lookOf(plain, modes)); },
        setting.language,
        ui::mm::kLowBand,
        {voice, nullptr, &kiosk.cardReminder()}});
    m_window->resize(setting.size);
    m_window->show();
    choose(setting);
}

void Stage::choose(const Setting& setting) const
{
    press("displayButton");
    if (setting.scale != ui::TextScale::Percent100)
        press(setting.scale == ui::TextScale::Percent150 ? "choice_size_150" : "choice_size_200");
    if (setting.palette == ui::PaletteKind::HighContrast)
        press("choice_mode_contrast");
    if (setting.isLow)
        press("choice_mode_low");
    if (setting.isVoice)
        press("choice_mode_voice");
    press("displayDoneButton");
}

void Stage::press(const char* button) const
{
    // The open sheet's own where it has one.
    QAbstractButton* pressed = nullptr;
    for (auto* found : m_window->findChildren<QAbstractButton*>(QLatin1StringView{button}))
        if (found->isVisible())
            pressed = found;
    if (pressed)
        return pressed->click();
    throw ShotError{std::string{button} + ": there is no such button"};
}

void Stage::hear(const QString& sentences) const
{
    auto* bar = m_window->findChild<VoiceBar*>();
    if (bar->isHidden())
        return;
    settle();
    QString longest;
    for (const QString& sentence : sentences.split(QStringLiteral(". ")))
        if (sentence.size() > longest.size())
            longest = sentence;
    bar->setCaption(longest);
}

void Stage::sellAt(const std::string& item, const SaleHours& hours)
{
    for (MenuItem& one : menu.items)
        if (one.id == item)
            one.hours = hours;
    kiosk.menu().setMenu(menu);
    kiosk.menu().setOutsideHours({item});
}

void Stage::closeNow()
{
    // Opens an hour from now, in whatever zone the pictures are made.
    const QTime now = QDateTime::fromMSecsSinceEpoch(toMs(kNow)).time();
    const std::int32_t from = (now.hour() + 1) % 24 * 60;
    menu.openingHours = {from, (from + 14 * 60) % SaleHours::kMinutesOfDay};
    kiosk.menu().setMenu(menu);
    kiosk.session().setMenu(menu);
}

void Stage::showView(const SoldOut& soldOut)
{
    ShopView view;
    view.seq = 40;
    view.at = kNow;
    view.offer.menuVersion = menu.version;
    for (const std::string& item : soldOut)
        view.offer.soldOut[item] = 0;
    Event event{1, kNow, kNow, 20000, {}, OrderAppeared{1, kNumber, ServiceMode::Here, 3, wait}};
    view.orders.apply(event);
    source.show(std::move(view), kNow, wait);
}

BasketLine Stage::line(const std::string& item, int count,
                       const std::vector<OptionSelection>& more) const
{
    LineDraft draft{menu, *menu.item(item), ServiceMode::Here};
    for (const OptionSelection& chosen : more)
        draft.choose(*menu.group(chosen.group), {chosen.choice});
    draft.setQuantity(count);
    return draft.line();
}

Basket Stage::order() const
{
    return {ServiceMode::Here,
            {},
            {line("americano", 2, {{"temperature", "ice", 1}}),
             line("cafe-latte", 1, {{"temperature", "hot", 1}, {"milk", "oat", 1}})}};
}

void Stage::fillBasket()
{
    kiosk.session().start(ServiceMode::Here);
    for (const BasketLine& one : order().lines)
        kiosk.basket().add(one);
}

void Stage::pay()
{
    kiosk.session().toReview();
    kiosk.session().pay();
}

protocol::Quote Stage::quote() const
{
    const auto priced = price(menu, {}, order());
    return {{"quote-1"}, *priced, 180'000, wait, 2, false};
}

void Stage::quoteAndPlace()
{
    pay();
    client.answer<protocol::CheckoutOpen>(quote());
}

protocol::PaidAnswer Stage::paid() const
{
    return {1,    kNumber, "4821", 20000, kNow, quote().basket, {"card", "**** 1234", "30214587"},
            wait, 2};
}

void Stage::settle() const
{
    settleWindow(*m_window);
}

MeasureStage::MeasureStage(const Setting& setting) : m_words{setting.language}
{
    const ui::Theme theme = themeOf(setting);
    ui::installLook(*qApp, theme);
    m_page = std::make_unique<MeasurePage>(theme.metrics().settings().pixelsPerMm);
    m_page->resize(setting.size);
    m_page->show();
    settleWindow(*m_page);
}

} // namespace coffee::kiosk
