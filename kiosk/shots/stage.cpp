// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/shots/stage.h"

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
    std::vector<Setting> list;
    for (const ui::Language language : {ui::Language::Korean, ui::Language::English}) {
        list.push_back({"portrait", {1080, 1920}, 21.5, language, ui::TextScale::Percent100, 100});
        list.push_back({"landscape", {1920, 1080}, 24.0, language, ui::TextScale::Percent100, 100});
        list.push_back({"portrait", {1080, 1920}, 21.5, language, ui::TextScale::Percent150, 150});
        list.push_back({"portrait", {1080, 1920}, 21.5, language, ui::TextScale::Percent200, 200});
        list.push_back({"contrast",
                        {1080, 1920},
                        21.5,
                        language,
                        ui::TextScale::Percent100,
                        100,
                        ui::PaletteKind::HighContrast,
                        false});
        list.push_back({"low",
                        {1080, 1920},
                        21.5,
                        language,
                        ui::TextScale::Percent100,
                        100,
                        ui::PaletteKind::Light,
                        true});
        for (const auto& [scale, percent] :
             {std::pair{ui::TextScale::Percent100, 100}, std::pair{ui::TextScale::Percent200, 200}})
            list.push_back({"voice",
                            {1080, 1920},
                            21.5,
                            language,
                            scale,
                            percent,
                            ui::PaletteKind::Light,
                            false,
                            true});
    }
    return list;
}

ui::Theme themeOf(const Setting& setting)
{
    ui::Metrics::Settings glass;
    glass.pixelsPerMm = ui::pixelsPerMm(setting.size, setting.inches);
    glass.textScale = setting.scale;
    return ui::Theme{setting.palette, ui::Metrics{glass}, true};
}

Stage::Stage(const Setting& setting, sound::VoiceEngine* voice)
    : disk{madeFolder(m_folder)},
      feed{source},
      words{setting.language},
      kiosk{{client, feed, disk, time, [] { return AttemptKey{"kiosk-1-" + std::string(32, 'a')}; },
             [] { return OperationKey{std::string(32, 'b')}; }, [](int) { return 0; }, "kiosk-1"}},
      menu{demoMenu()}
{
    const ui::Theme plain = themeOf(setting).withPalette(ui::PaletteKind::Light);
    ui::installLook(*qApp, plain);
    feed.start();
    kiosk.begin();
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
        [plain](const ScreenModes& modes) {
            ui::installLook(*qApp, plain.withPalette(lookOf(plain, modes).palette()));
        },
        setting.language,
        ui::mm::kLowBand,
        {voice, nullptr, &kiosk.cardReminder()}});
    m_window->resize(setting.size);
    m_window->show();
    if (setting.palette == ui::PaletteKind::HighContrast)
        press("choice_mode_contrast");
    if (setting.isLow)
        press("choice_mode_low");
    if (setting.isVoice)
        press("choice_mode_voice");
}

void Stage::press(const char* button) const
{
    for (auto* found : m_window->findChildren<QAbstractButton*>(QLatin1StringView{button}))
        if (found->isVisible())
            return found->click();
    throw ShotError{std::string{button} + ": there is no such button"};
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
