// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/demo/shots.h"
#include "barista_station/manager/manager_window.h"
#include "barista_station/station_window.h"

#include "shared/client/app_runtime.h"
#include "shared/client/keys.h"
#include "shared/client/station_store.h"
#include "shared/client/zmq_feed_source.h"
#include "shared/client/zmq_order_client.h"
#include "shared/files/configuration.h"
#include "shared/widgets/gallery.h"
#include "shared/widgets/language.h"
#include "shared/widgets/theme.h"
#include "shared/widgets/window_place.h"

#include <QApplication>
#include <QScreen>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <memory>

namespace {

using namespace coffee;

/// A 24-inch screen of 1920 × 1080 pixels, which the windows are drawn for.
constexpr double kDeskPixelsPerMm = 3.61;
constexpr int kDeskWidth = 1920;
constexpr int kDeskHeight = 1080;

/// Invalid when the words are not a size of a screen.
QSize sizeFromWords(std::string_view words)
{
    const QStringList sides = QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()))
                                  .split(u'x');
    const QSize size{sides.value(0).toInt(), sides.value(1).toInt()};
    const auto fits = [](int side) { return side >= 320 && side <= 8192; };
    return sides.size() == 2 && fits(size.width()) && fits(size.height()) ? size : QSize{};
}

/// Zero when the words are not a usable factor.
double scaleFromWords(std::string_view words)
{
    bool isNumber = false;
    const double scale =
        QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size())).toDouble(&isNumber);
    return isNumber && scale >= 0.25 && scale <= 4.0 ? scale : 0.0;
}

Result<Done, std::string> checkSize(std::string_view words)
{
    if (words.empty() || sizeFromWords(words).isValid())
        return Done{};
    return Failure{std::string{"not a size; expected WIDTHxHEIGHT, each 320 to 8192"}};
}

Result<Done, std::string> checkScale(std::string_view words)
{
    if (words.empty() || scaleFromWords(words) > 0.0)
        return Done{};
    return Failure{std::string{"not a factor; expected 0.25 to 4"}};
}

ProgramOptions declareOptions()
{
    ProgramOptions options{"barista_station", "Shows baristas what to make, and managers the shop."};
    addShopOptions(options, "bar-1");
    options.choice("window", {"station", "manager"}, "station", "Which window to open.");
    options.text("size", "WIDTHxHEIGHT", "",
                 "Size of the window in pixels; without it the window fills the screen.",
                 checkSize);
    options.text("scale", "FACTOR", "",
                 "Size of everything against a 24-inch screen; without it as measured.",
                 checkScale);
    ui::addPlaceOption(options);
    options.flag("windowed", "Keep the window's frame instead of filling the screen.");
    options.path("gallery", "DIR", "", "Write every component as a picture and end.");
    options.path("shots", "DIR", "", "Write every page as a picture and end.");
    return options;
}

QSize sizeFrom(const Configuration& configuration)
{
    return sizeFromWords(configuration.text("size"));
}

double pixelsPerMmFrom(const Configuration& configuration, QSize size)
{
    if (const double scale = scaleFromWords(configuration.text("scale")); scale > 0.0)
        return kDeskPixelsPerMm * scale;
    if (size.isValid())
        return kDeskPixelsPerMm * std::min(static_cast<double>(size.width()) / kDeskWidth,
                                           static_cast<double>(size.height()) / kDeskHeight);
    const QScreen* screen = QGuiApplication::primaryScreen();
    if (!screen)
        return kDeskPixelsPerMm;
    // A screen that says nothing of itself shows as much as the one the windows are drawn for.
    return ui::measuredPixelsPerMm(*screen).value_or(
        kDeskPixelsPerMm *
        std::min(static_cast<double>(screen->size().width()) / kDeskWidth,
                 static_cast<double>(screen->size().height()) / kDeskHeight));
}

int writePictures(const Configuration& configuration)
{
    if (configuration.isSet("gallery")) {
        const QStringList paths = ui::saveGallery(
            QString::fromStdString(configuration.path("gallery").string()));
        std::printf("%lld pictures written\n", static_cast<long long>(paths.size()));
        return 0;
    }
    QSize size = sizeFrom(configuration);
    if (!size.isValid())
        size = {kDeskWidth, kDeskHeight};
    const QStringList paths =
        station::demo::saveShots(QString::fromStdString(configuration.path("shots").string()),
                                 size, pixelsPerMmFrom(configuration, size));
    std::printf("%lld pictures written\n", static_cast<long long>(paths.size()));
    return 0;
}

void showWindow(QWidget& window, const Configuration& configuration)
{
    const QSize size = sizeFrom(configuration);
    if (size.isValid())
        window.resize(size);
    ui::moveToPlace(window, configuration);
    if (configuration.flag("windowed") || size.isValid())
        window.show();
    else
        window.showFullScreen();
}

/// Builds the window's parts in the order of their dependence, runs, and lets them go in reverse.
int runShop(const Configuration& configuration, client::AppRuntime& runtime)
{
    const bool isManager = configuration.text("window") == "manager";
    const Actor me{isManager ? Role::Manager : Role::Station, runtime.name()};
    const auto language = ui::languageFromCode(runtime.language()).value_or(ui::Language::Korean);
    const station::Language words = language == ui::Language::Korean ? station::Language::Korean
                                                                     : station::Language::English;
    ui::Metrics::Settings glass;
    glass.pixelsPerMm = pixelsPerMmFrom(configuration, sizeFrom(configuration));
    glass.audience = ui::Audience::Staff;
    const ui::PaletteKind palette = isManager ? ui::PaletteKind::Light : ui::PaletteKind::Dark;
    ui::installLook(*qApp, ui::Theme{palette, ui::Metrics{glass}});
    ui::LanguageSwitch languageSwitch{language};

    client::StationStore store{runtime.folder()};
    client::StationJournal journal{runtime.folder()};
    client::ZmqOrderClient orderClient{runtime.commands(), me};
    client::ZmqFeedSource source{{runtime.commands(), runtime.events(), protocol::Stream::Events,
                                  me, COFFEE_VERSION}};
    client::ShopFeed feed{source};
    client::ViewKeeper keeper{feed, store, protocol::Stream::Events};
    station::StatusReporter reporter{orderClient, &journal,
                                     [] { return std::chrono::system_clock::now(); },
                                     client::newOperationKey};
    station::ShopFacts facts{feed, orderClient};
    station::TicketQueue queue{reporter, words, [] { return std::chrono::steady_clock::now(); }};
    station::ManagerSession session{orderClient, client::newOperationKey};

    std::unique_ptr<QWidget> window;
    if (isManager) {
        window = std::make_unique<station::ManagerWindow>(
            station::ManagerWindow::Parts{feed, reporter, session, facts, words});
        session.watchStatus();
    } else {
        window = std::make_unique<station::StationWindow>(
            station::StationWindow::Parts{feed, reporter, queue, facts, words});
    }
    feed.start();
    showWindow(*window, configuration);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    const auto read = declareOptions().read(argc, argv);
    if (!read)
        return report(read.error());
    int noArguments = 1;
    QApplication application{noArguments, argv};
    QApplication::setApplicationName(QStringLiteral("barista_station"));
    Q_INIT_RESOURCE(barista_station_translations);
    try {
        if (read->isSet("gallery") || read->isSet("shots"))
            return writePictures(*read);
        const auto runtime =
            client::AppRuntime::start(*read, "barista_station", read->text("window"));
        if (!runtime)
            return report(runtime.error());
        return runShop(*read, **runtime);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "barista_station: %s\n", error.what());
        return 1;
    }
}
