// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/demo/shots.h"
#include "barista_station/manager/manager_window.h"
#include "barista_station/manager/shop_history.h"
#include "barista_station/station_window.h"

#include "shared/client/app_runtime.h"
#include "shared/client/keys.h"
#include "shared/client/station_store.h"
#include "shared/client/zmq_feed_source.h"
#include "shared/client/zmq_order_client.h"
#include "shared/files/configuration.h"
#include "shared/sound/audio_device.h"
#include "shared/sound/sound_player.h"
#include "shared/widgets/early_fonts.h"
#include "shared/widgets/first_paint.h"
#include "shared/widgets/gallery.h"
#include "shared/widgets/glass_size.h"
#include "shared/widgets/language.h"
#include "shared/widgets/theme.h"
#include "shared/widgets/window_place.h"

#include <QApplication>
#include <QDateTime>
#include <QScreen>
#include <QStandardPaths>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <exception>
#include <memory>
#include <thread>

namespace {

using namespace coffee;

constexpr QSize kDesk{1920, 1080};
constexpr double kDeskInches = 24.0;
constexpr int kSideLeast = 320;
constexpr int kSideMost = 20000;

/// Empty when the words are not WIDTHxHEIGHT.
std::optional<QSize> sizeOf(const Configuration& configuration)
{
    const QStringList sides = QString::fromStdString(configuration.text("size")).split(u'x');
    const QSize size{sides.value(0).toInt(), sides.value(1).toInt()};
    const auto fits = [](int side) { return side >= kSideLeast && side <= kSideMost; };
    if (sides.size() != 2 || !fits(size.width()) || !fits(size.height()))
        return std::nullopt;
    return size;
}

ProgramOptions declareOptions()
{
    ProgramOptions options{"barista_station",
                           "Shows baristas what to make, and managers the shop."};
    addShopOptions(options, "bar-1");
    options.choice("window", {"station", "manager"}, "station", "Which window to open.");
    options.text("kinds", "KIND,…", "",
                 "What this station makes: espresso, blender, food, or several of them; without it "
                 "what was chosen on its screen, at first all.");
    options.flag("windowed", "In a window instead of over the whole screen.");
    options.text("size", "WxH", "1920x1080", "The window's size in pixels, with --windowed.");
    ui::addPlaceOption(options);
    options.integer("scale", "PERCENT", 100, 10, 400,
                    "Everything smaller or larger than on the screen it is made for.");
    options.flag("gallery", "Shows every component of the look; with DIR writes pictures of them.");
    options.path("shots", "DIR", "", "Writes a picture of every page to DIR and ends.");
    options.arguments({"[DIR]"});
    return options;
}

/// The windows are made for a 24-inch screen; a screen that says what it measures is believed when
/// the window fills it.
double pixelsPerMmFrom(const Configuration& configuration)
{
    const double made = ui::pixelsPerMm(kDesk, kDeskInches);
    const double scale = static_cast<double>(configuration.integer("scale")) / 100.0;
    const QScreen* screen = QGuiApplication::primaryScreen();
    if (configuration.flag("windowed") || configuration.isSet("shots") || !screen)
        return made * scale;
    return ui::glassPixelsPerMm(*screen, configuration.path("data")).value_or(made) * scale;
}

ui::Theme themeFrom(const Configuration& configuration)
{
    ui::Metrics::Settings glass;
    glass.pixelsPerMm = pixelsPerMmFrom(configuration);
    glass.audience = ui::Audience::Staff;
    const bool isManager = configuration.text("window") == "manager";
    return ui::Theme{isManager ? ui::PaletteKind::Light : ui::PaletteKind::Dark,
                     ui::Metrics{glass}};
}

int showGallery(const Configuration& configuration)
{
    if (!configuration.arguments().empty()) {
        const QStringList paths =
            ui::saveGallery(QString::fromStdString(configuration.arguments().front()));
        QTextStream{stdout} << paths.size() << " pictures written\n";
        return 0;
    }
    const ui::LanguageSwitch language{ui::Language::Korean};
    const auto gallery = ui::makeGallery(themeFrom(configuration));
    gallery->show();
    return QApplication::exec();
}

int writeShots(const Configuration& configuration)
{
    const QStringList paths = station::demo::saveShots(
        QString::fromStdString(configuration.path("shots").string()),
        sizeOf(configuration).value_or(kDesk), pixelsPerMmFrom(configuration));
    QTextStream{stdout} << paths.size() << " pictures written\n";
    return 0;
}

sound::Sound toneOf(station::BarSound wanted)
{
    switch (wanted) {
    case station::BarSound::NewOrder:
        return sound::Sound::BarNew;
    case station::BarSound::Stop:
        return sound::Sound::BarStop;
    case station::BarSound::Help:
        return sound::Sound::BarHelp;
    case station::BarSound::Late:
        return sound::Sound::BarLate;
    case station::BarSound::CaughtUp:
        return sound::Sound::BarCaughtUp;
    }
    return sound::Sound::BarNew;
}

void showOnScreen(QWidget& window, const Configuration& configuration)
{
    if (!configuration.flag("windowed")) {
        window.showFullScreen();
        return;
    }
    ui::moveToPlace(window, configuration);
    window.resize(sizeOf(configuration).value_or(kDesk));
    window.show();
}

/// The hours of a report are those of the clock on the wall.
std::chrono::minutes offsetOfThisMachine()
{
    return std::chrono::duration_cast<std::chrono::minutes>(
        std::chrono::seconds{QDateTime::currentDateTime().offsetFromUtc()});
}

/// Builds the window's parts in the order of their dependence, runs, and lets them go in reverse.
int runShop(const Configuration& configuration, client::AppRuntime& runtime,
            std::chrono::steady_clock::time_point begun)
{
    const bool isManager = configuration.text("window") == "manager";
    const Actor me{isManager ? Role::Manager : Role::Station, runtime.name()};
    const auto language = ui::languageFromCode(runtime.language()).value_or(ui::Language::Korean);
    const station::Language words =
        language == ui::Language::Korean ? station::Language::Korean : station::Language::English;
    ui::LanguageSwitch languageSwitch{language};

    client::StationStore store{runtime.folder()};
    client::StationJournal journal{runtime.folder()};
    client::ZmqOrderClient orderClient{runtime.commands(), me};
    client::ZmqFeedSource source{
        {runtime.commands(), runtime.events(), protocol::Stream::Events, me, COFFEE_VERSION}};
    client::ShopFeed feed{source};
    client::ViewKeeper keeper{feed, store, protocol::Stream::Events};
    station::StatusReporter reporter{orderClient, &journal,
                                     [] { return std::chrono::system_clock::now(); },
                                     client::newOperationKey};
    station::ShopFacts facts{feed, orderClient, &journal};
    station::TicketQueue queue{reporter, words, [] { return std::chrono::steady_clock::now(); }};
    station::StationSettings settings{&journal};
    if (configuration.isGiven("kinds"))
        settings.setKinds(*station::kindsFrom(configuration.text("kinds")));
    station::OlderOrders older{feed, orderClient};
    station::ManagerSession session{orderClient, client::newOperationKey};

    // After what opens files: the fonts are being listed meanwhile.
    ui::installLook(*qApp, themeFrom(configuration));
    sound::AudioDevice device;
    sound::SoundPlayer player{device};
    std::optional<station::ShopHistory> history;
    std::unique_ptr<QWidget> window;
    if (isManager) {
        history.emplace(feed, orderClient, runtime.folder());
        window = std::make_unique<station::ManagerWindow>(station::ManagerWindow::Parts{
            feed, reporter, session, facts, words, &*history, offsetOfThisMachine(),
            QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) +
                QStringLiteral("/coffee-order")});
        session.watchStatus();
    } else {
        auto bar = std::make_unique<station::StationWindow>(
            station::StationWindow::Parts{feed, reporter, queue, facts, words, &settings, &older});
        QObject::connect(bar.get(), &station::StationWindow::soundWanted, bar.get(),
                         [&player](station::BarSound wanted, int volume) {
                             player.play(toneOf(wanted), static_cast<double>(volume) /
                                                             station::StationSettings::kVolumeMost);
                         });
        window = std::move(bar);
    }
    feed.start();
    ui::reportFirstPaint(*window, begun);
    showOnScreen(*window, configuration);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    const auto begun = std::chrono::steady_clock::now();
    const auto read = declareOptions().read(argc, argv);
    if (!read)
        return report(read.error());
    const Configuration& configuration = *read;
    if (!sizeOf(configuration))
        return report(wrongUse("barista_station",
                               configuration.origin("size") + ": \"" + configuration.text("size") +
                                   "\" is no size; expected WIDTHxHEIGHT in pixels, such as "
                                   "1920x1080"));
    if (configuration.isGiven("kinds") && !station::kindsFrom(configuration.text("kinds")))
        return report(wrongUse("barista_station",
                               configuration.origin("kinds") + ": \"" +
                                   configuration.text("kinds") +
                                   "\" names no stations; expected espresso, blender or food, each "
                                   "once, with commas between"));
    int noArguments = 1;
    const std::jthread fontFiles = ui::readFontFiles();
    QApplication application{noArguments, argv};
    const std::jthread fontFamilies = ui::readFontFamilies();
    Q_INIT_RESOURCE(barista_station_translations);
    try {
        if (configuration.flag("gallery"))
            return showGallery(configuration);
        if (configuration.isSet("shots"))
            return writeShots(configuration);
        const auto runtime = client::AppRuntime::start(configuration, "barista_station",
                                                       configuration.text("window"));
        if (!runtime)
            return report(runtime.error());
        return runShop(configuration, **runtime, begun);
    } catch (const std::exception& error) {
        return report(EarlyExit{1, std::string{"barista_station: "} + error.what()});
    }
}
