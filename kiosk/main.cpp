// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/audit/audit_report.h"
#include "kiosk/board/board_window.h"
#include "kiosk/hearing.h"
#include "kiosk/pages/kiosk_window.h"
#include "kiosk/pages/measure_page.h"
#include "kiosk/screen_options.h"
#include "kiosk/session/kiosk_presenters.h"
#include "kiosk/shop_front.h"
#include "kiosk/shots/page_shots.h"
#include "kiosk/shots/phrase_check.h"
#include "kiosk/shots/stage.h"
#include "shared/client/app_runtime.h"
#include "shared/client/keys.h"
#include "shared/client/station_store.h"
#include "shared/client/zmq_feed_source.h"
#include "shared/client/zmq_order_client.h"
#include "shared/files/menu_file.h"
#include "shared/widgets/early_canvas.h"
#include "shared/widgets/early_fonts.h"
#include "shared/widgets/first_paint.h"
#include "shared/widgets/gallery.h"
#include "shared/widgets/glass_size.h"

#include <QApplication>
#include <QRandomGenerator>
#include <QScreen>
#include <QTextStream>
#include <QThreadPool>

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <thread>

namespace {

using namespace coffee;

ProgramOptions declareOptions()
{
    ProgramOptions options{"kiosk",
                           "Takes orders from customers, or shows which orders are ready."};
    addShopOptions(options, "kiosk-1");
    options.choice("window", {"order", "board"}, "order", "The order window, or the pickup board.");
    kiosk::addScreenOptions(options);
    kiosk::addHearingOptions(options);
    options.text("message", "TEXT", "", "A message of the shop that the pickup board shows.");
    options.flag("measure",
                 "Matches an outline with a bank card, so that every window of this machine has "
                 "its sizes in true millimetres.");
    kiosk::addShopFrontOptions(options);
    options.flag("gallery", "Shows every component of the look; with DIR writes pictures of them.");
    options.path("shots", "DIR", "", "Writes a picture of every page to DIR and ends.");
    options.text("only", "NAMES", "",
                 "With --shots: only pictures with one of these in their name, such as "
                 "en-200-20,landscape; with --a11y-audit: only settings, such as \"low ko\".");
    options.flag("list-phrases",
                 "Lists the phrases that everything which is said is put together from, with the "
                 "file that a recording of each has.");
    options.path("menu", "FILE", "",
                 "With --list-phrases: this menu's phrases instead of the built-in one's.");
    options.flag("check-phrases",
                 "Lists every sentence that the phrases cannot say, and how many of them are "
                 "recorded; 1 when something would stay silent.");
    options.flag("a11y-audit",
                 "Measures every page in every language, size and mode and ends; 1 when "
                 "something is too small, too pale, cut off, unnamed or unreachable.");
    options.arguments({"[DIR]"});
    return options;
}

QStringList onlyOf(const Configuration& configuration)
{
    return QString::fromStdString(configuration.text("only"))
        .split(QLatin1Char(','), Qt::SkipEmptyParts);
}

int writePictures(const std::function<QStringList()>& write)
{
    try {
        const QStringList paths = write();
        QTextStream{stdout} << paths.size() << " pictures written\n";
        return 0;
    } catch (const std::exception& error) {
        return report(wrongUse("kiosk", error.what()));
    }
}

int listPhrases(const Configuration& configuration)
{
    Menu menu = kiosk::demoMenu();
    if (configuration.isSet("menu")) {
        const std::filesystem::path file = configuration.path("menu");
        auto read = loadMenu(file);
        if (!read)
            return report(wrongUse("kiosk", toText(read.error().front(), file.string())));
        menu = std::move(*read);
    }
    QTextStream out{stdout};
    kiosk::writePhrases(out, kiosk::phraseList(menu));
    return 0;
}

int showGallery(const Configuration& configuration, QApplication& application)
{
    if (!configuration.arguments().empty()) {
        const QString folder = QString::fromStdString(configuration.arguments().front());
        return writePictures([&folder] { return ui::saveGallery(folder); });
    }
    const auto gallery =
        ui::makeGallery(kiosk::themeFor(configuration, *application.primaryScreen()));
    gallery->show();
    return QApplication::exec();
}

/// Ends with 0 and the setting stored, or with 1 and nothing changed.
int measureScreen(const Configuration& configuration, QApplication& application)
{
    const QScreen& screen = *application.primaryScreen();
    const ui::Theme theme = kiosk::themeFor(configuration, screen);
    ui::installLook(application, theme);
    const ui::LanguageSwitch words{
        ui::languageFromCode(QString::fromStdString(configuration.text("lang")))
            .value_or(ui::Language::Korean)};
    kiosk::MeasurePage page{theme.metrics().settings().pixelsPerMm};
    QTextStream out{stdout};
    QObject::connect(&page, &kiosk::MeasurePage::left, &page, [] { QApplication::exit(1); });
    QObject::connect(&page, &kiosk::MeasurePage::stored, &page, [&](double pixelsPerMm) {
        const std::filesystem::path data = configuration.path("data");
        const auto stored = storeScreenMeasure(data, ui::measureOf(screen, pixelsPerMm));
        if (stored)
            out << screen.name() << ": pixels_per_mm = " << pixelsPerMm << " in "
                << QString::fromStdString(screenMeasuresFile(data).string()) << '\n';
        QApplication::exit(stored ? 0 : report(wrongUse("kiosk", stored.error())));
    });
    kiosk::showOnScreen(page, configuration);
    return QApplication::exec();
}

/// The order window with everything it needs to speak to the daemon.
class OrderProgram {
public:
    OrderProgram(const Configuration& configuration, const client::AppRuntime& runtime,
                 const kiosk::ShopFront& front, QApplication& application,
                 std::chrono::steady_clock::time_point begun)
        : m_hearing{configuration},
          m_disk{runtime.folder()},
          m_store{runtime.folder()},
          m_client{runtime.commands(), {Role::Kiosk, runtime.name()}},
          m_source{{runtime.commands(),
                    runtime.board(),
                    protocol::Stream::Board,
                    {Role::Kiosk, runtime.name()},
                    COFFEE_VERSION}},
          m_feed{m_source},
          m_keeper{m_feed, m_store, protocol::Stream::Board},
          m_presenters{{m_client, m_feed, m_disk, m_time,
                        [name = runtime.name()] { return client::newAttemptKey(name); },
                        [] { return client::newOperationKey(); },
                        [](int bound) { return QRandomGenerator::global()->bounded(bound); },
                        runtime.name()}},
          m_language{ui::languageFromCode(runtime.language()).value_or(ui::Language::Korean)}
    {
        m_presenters.session().setLocale(runtime.language().toStdString());
        m_feed.start();
        // Before there is a window: it builds the page that is shown first, and no other.
        m_presenters.begin();
        m_window = std::make_unique<kiosk::KioskWindow>(kiosk::KioskWindowParts{
            {m_presenters.session(), m_presenters.basket(), m_presenters.menu(),
             m_presenters.myOrder(), m_presenters.guard(), m_feed, front},
            m_presenters.keeper(),
            m_presenters.help(),
            m_language,
            [this, &application](const kiosk::ScreenModes& modes) {
                ui::installLook(application, kiosk::lookOf(*m_theme, modes));
            },
            m_language.language(),
            static_cast<double>(configuration.integer("reach")),
            {&m_hearing.voice(), &m_hearing.sounds(), &m_presenters.cardReminder()},
            [&](QWidget& window) {
                kiosk::placeOnScreen(window, configuration);
                ui::readyCanvas(window);
                // As late as it may be: the fonts are being listed meanwhile.
                m_theme = kiosk::inShopColours(
                    kiosk::themeFor(configuration, *application.primaryScreen()), configuration);
                ui::installLook(application, *m_theme);
            }});
        m_window->setWindowTitle(QString::fromStdString(runtime.name()));
        ui::reportFirstPaint(*m_window, begun);
        kiosk::showOnScreen(*m_window, configuration);
    }

private:
    kiosk::Hearing m_hearing;
    client::StationJournal m_disk;
    client::StationStore m_store;
    kiosk::QtTimekeeper m_time;
    client::ZmqOrderClient m_client;
    client::ZmqFeedSource m_source;
    client::ShopFeed m_feed;
    client::ViewKeeper m_keeper;
    kiosk::KioskPresenters m_presenters;
    std::optional<ui::Theme> m_theme;
    ui::LanguageSwitch m_language;
    std::unique_ptr<kiosk::KioskWindow> m_window;
};

} // namespace

int main(int argc, char** argv)
{
    const auto begun = std::chrono::steady_clock::now();
    const ProgramOptions options = declareOptions();
    const auto read = options.read(argc, argv);
    if (!read)
        return report(read.error());
    const Configuration& configuration = *read;
    if (const auto checked = kiosk::checkScreenOptions(configuration); !checked)
        return report(wrongUse("kiosk", checked.error()));

    Q_INIT_RESOURCE(shots);
    if (configuration.flag("list-phrases"))
        return listPhrases(configuration); // without a screen: the build asks for it
    int noArguments = 1;
    const std::jthread fontFiles = ui::readFontFiles();
    QApplication application{noArguments, argv};
    const std::jthread fontFamilies = ui::readFontFamilies();
    // One processor is the window's own.
    QThreadPool::globalInstance()->setMaxThreadCount(std::max(1, QThread::idealThreadCount() - 1));
    Q_INIT_RESOURCE(kiosk_translations);
    board::registerBoardTranslations();
    if (configuration.flag("gallery"))
        return showGallery(configuration, application);
    if (configuration.flag("measure"))
        return measureScreen(configuration, application);
    if (configuration.flag("check-phrases")) {
        if (configuration.isGiven("menu"))
            return report(wrongUse("kiosk", configuration.origin("menu") +
                                                ": --check-phrases walks the pages with the "
                                                "built-in menu; expected it without --menu"));
        QTextStream out{stdout};
        const sound::PhraseBook book{kiosk::phraseFolders(configuration)};
        return kiosk::checkPhrases(out, book) ? 0 : 1;
    }
    if (configuration.flag("a11y-audit")) {
        QTextStream out{stdout};
        return kiosk::auditPages(out, onlyOf(configuration)) ? 0 : 1;
    }
    if (configuration.isSet("shots")) {
        const QString folder = QString::fromStdString(configuration.path("shots").string());
        const QStringList only = onlyOf(configuration);
        return writePictures([&folder, &only] {
            return kiosk::saveShots(folder, only) +
                   (only.isEmpty() ? board::saveBoardShots(folder) : QStringList{});
        });
    }

    const std::string window = configuration.text("window");
    const auto runtime = client::AppRuntime::start(configuration, "kiosk", window);
    if (!runtime)
        return report(runtime.error());
    if (window == "board") {
        ui::installLook(
            application,
            kiosk::inShopColours(kiosk::themeFor(configuration, *application.primaryScreen()),
                                 configuration));
        kiosk::Hearing hearing{configuration};
        const std::unique_ptr<QWidget> board = board::makeBoardWindow(
            **runtime, {&hearing.voice(), &hearing.sounds(),
                        QString::fromStdString(configuration.text("message"))});
        kiosk::showOnScreen(*board, configuration);
        return QApplication::exec();
    }
    const auto front = kiosk::shopFrontOf(configuration);
    if (!front)
        return report(wrongUse("kiosk", front.error()));
    const OrderProgram program{configuration, **runtime, *front, application, begun};
    return QApplication::exec();
}
