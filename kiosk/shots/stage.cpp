// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/shots/stage.h"

#include "kiosk/pages/voice_bar.h"
#include "shared/files/menu_file.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDateTime>
#include <QFile>
#include <QMouseEvent>

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

} // namespace

Refusal refusalOf(RefusalCode code)
{
    Refusal refusal;
    refusal.code = code;
    return refusal;
}

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
    : m_setting{setting},
      m_isShopKnown{isShopKnown},
      m_voice{voice},
      feed{source},
      words{setting.language},
      menu{demoMenu()}
{
    feed.start();
    startAgain();
}

void Stage::startAgain(const ShopFront& front)
{
    const ui::Theme plain = themeOf(m_setting)
                                .withPalette(ui::PaletteKind::Light)
                                .withTextScale(ui::TextScale::Percent100);
    m_window.reset();
    ui::installLook(*qApp, plain);
    m_kiosk = std::make_unique<KioskPresenters>(KioskPresenters::Outside{
        client, feed, disk, time, [] { return AttemptKey{"kiosk-1-" + std::string(32, 'a')}; },
        [] { return OperationKey{std::string(32, 'b')}; }, [](int) { return 0; }, "kiosk-1"});
    m_kiosk->begin();
    if (m_isShopKnown)
        client.answer<protocol::MenuGet>(protocol::MenuAnswer{menu});
    client.answer<protocol::StatusGet>(status());
    showView({});
    m_window = std::make_unique<KioskWindow>(KioskWindowParts{
        {m_kiosk->session(), m_kiosk->basket(), m_kiosk->menu(), m_kiosk->myOrder(),
         m_kiosk->guard(), feed, front},
        m_kiosk->keeper(),
        m_kiosk->help(),
        words,
        [plain](const ScreenModes& modes) { ui::installLook(*qApp, lookOf(plain, modes)); },
        m_setting.language,
        ui::mm::kLowBand,
        {m_voice, nullptr, &m_kiosk->cardReminder()}});
    m_window->resize(m_setting.size);
    m_window->show();
    choose();
}

protocol::StatusAnswer Stage::status() const
{
    protocol::StatusAnswer status;
    status.version = COFFEE_VERSION;
    status.epoch = "still";
    status.gateway = "terminal_sim";
    status.simulated = true;
    return status;
}

void Stage::leaveBar()
{
    protocol::StatusAnswer away = status();
    away.barAway = true;
    client.answer<protocol::StatusGet>(away);
}

void Stage::choose() const
{
    press("displayButton");
    if (m_setting.scale != ui::TextScale::Percent100)
        press(m_setting.scale == ui::TextScale::Percent150 ? "choice_size_150" : "choice_size_200");
    if (m_setting.palette == ui::PaletteKind::HighContrast)
        press("choice_mode_contrast");
    if (m_setting.isLow)
        press("choice_mode_low");
    if (m_setting.isVoice)
        press("choice_mode_voice");
    press("displayDoneButton");
}

QAbstractButton* Stage::find(const char* button) const
{
    // The open sheet's own where it has one.
    QAbstractButton* last = nullptr;
    for (auto* found : m_window->findChildren<QAbstractButton*>(QLatin1StringView{button}))
        if (found->isVisible())
            last = found;
    if (!last)
        throw ShotError{std::string{button} + ": there is no such button"};
    return last;
}

void Stage::press(const char* button) const
{
    find(button)->click();
}

void Stage::tryToPress(const char* button) const
{
    QAbstractButton* tried = find(button);
    const QPointF middle{tried->rect().center()};
    QMouseEvent lifted{QEvent::MouseButtonRelease,
                       middle,
                       tried->mapToGlobal(middle),
                       Qt::LeftButton,
                       Qt::NoButton,
                       Qt::NoModifier};
    QApplication::sendEvent(tried, &lifted);
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
    m_kiosk->menu().setMenu(menu);
    m_kiosk->menu().setOutsideHours({item});
}

void Stage::closeNow()
{
    // Opens an hour from now, in whatever zone the pictures are made.
    const QTime now = QDateTime::fromMSecsSinceEpoch(toMs(kNow)).time();
    const std::int32_t from = (now.hour() + 1) % 24 * 60;
    menu.openingHours = {from, (from + 14 * 60) % SaleHours::kMinutesOfDay};
    m_kiosk->menu().setMenu(menu);
    m_kiosk->session().setMenu(menu);
}

void Stage::showView(const SoldOut& soldOut)
{
    ShopView view;
    view.seq = m_seq;
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
    LineDraft draft{menu, *menu.item(item), m_service};
    for (const OptionSelection& chosen : more)
        draft.choose(*menu.group(chosen.group), {chosen.choice});
    draft.setQuantity(count);
    return draft.line();
}

Basket Stage::order() const
{
    Basket order{m_service,
                 {},
                 {line("americano", 2, {{"temperature", "ice", 1}}),
                  line("cafe-latte", 1, {{"temperature", "hot", 1}, {"milk", "oat", 1}})}};
    if (m_ownCup)
        order.lines.back().cups = {CupKind::Own};
    return order;
}

void Stage::fillBasket()
{
    m_kiosk->session().start(m_service);
    for (const BasketLine& one : order().lines)
        m_kiosk->basket().add(one);
}

void Stage::fillWholeBasket()
{
    m_kiosk->session().start(m_service);
    int left = static_cast<int>(kUnitsMax);
    for (const MenuItem& item : menu.items) {
        const int count = std::min(left, item.quantityMax);
        LineDraft draft{menu, item, m_service};
        for (const std::string& id : item.optionGroups)
            if (const OptionGroup* group = menu.group(id); group && draft.missing(menu).size() > 0)
                draft.choose(*group, {group->choices.front().id});
        draft.setQuantity(count);
        if (m_kiosk->basket().add(draft.line()) == CustomerBasket::Added::Taken)
            left -= count;
    }
}

void Stage::pay()
{
    m_kiosk->session().toReview();
    m_kiosk->session().pay();
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

void Stage::payUntil(PaymentPhase phase)
{
    fillBasket();
    quoteAndPlace();
    client.answerPending<protocol::OrderPlace>(phase);
}

void Stage::endPayment(const protocol::AttemptAnswer& answer)
{
    fillBasket();
    quoteAndPlace();
    client.answer<protocol::OrderPlace>(answer);
}

void Stage::publish(const std::vector<EventBody>& bodies)
{
    for (const EventBody& body : bodies)
        source.publish({++m_seq, kNow, kNow, 20000, {}, body});
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
