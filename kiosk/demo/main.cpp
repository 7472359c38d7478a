// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/demo/drill_panel.h"
#include "kiosk/demo/start_window.h"
#include "shared/files/configuration.h"
#include "shared/transport/faulty_relay.h"
#include "shared/widgets/banner.h"
#include "shared/widgets/language.h"
#include "shared/widgets/theme.h"

#include <QApplication>
#include <QDateTime>
#include <QDir>
#include <QScreen>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTimer>

#include <csignal>
#include <cstdio>
#include <exception>

namespace {

using namespace coffee;
using namespace coffee::demo;

/// What a title bar takes on common desktops.
constexpr int kTitleHeight = 30;
constexpr int kGap = 6;
/// Pixels a millimetre of the start window, on a screen of 1080 lines.
constexpr double kPixelsPerMmAt1080 = 1.9;
/// How often the end of the process is looked for (a signal handler may only set a flag).
constexpr int kSignalLookMs = 100;
/// The daemon needs a moment before it can take its PIN; coffeectl waits for it by itself.
constexpr int kPinAfterMs = 1500;

volatile std::sig_atomic_t stopAsked = 0;

ProgramOptions declared()
{
    ProgramOptions options{"coffee_demo",
                           "Opens a whole demo shop on this screen, and breaks it on purpose."};
    options.path("data", "DIR", "", "Where the demo keeps its files; without it a fresh folder.");
    options.choice("lang", {"ko", "en"}, "ko", "The language of the windows.");
    options.flag("open", "Open every window at once, as the button does.");
    return options;
}

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost, 0);
    return server.serverPort();
}

QString dataFolder(const Configuration& configuration)
{
    if (configuration.isSet("data"))
        return QString::fromStdString(configuration.path("data").string());
    return QDir{QCoreApplication::applicationDirPath()}.absoluteFilePath(
        QStringLiteral("../../demo/") +
        QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss")));
}

ui::Theme lookFor(const QScreen& screen)
{
    ui::Metrics::Settings settings;
    settings.pixelsPerMm = kPixelsPerMmAt1080 * screen.availableGeometry().height() / 1080.0;
    settings.audience = ui::Audience::Staff;
    return ui::Theme{ui::PaletteKind::Light, ui::Metrics{settings}};
}

/// Both streams pass through a relay, so that a drill can lose some of it.
struct Relays {
    transport::FaultyRelay events;
    transport::FaultyRelay board;

    explicit Relays(const ShopPlan& plan)
        : events{plan.publishedEvents().toStdString(), plan.events().toStdString(), 1},
          board{plan.publishedBoard().toStdString(), plan.board().toStdString(), 2}
    {
    }
    void lose(int percent)
    {
        events.setFaults({percent, 0, 0, {}, false});
        board.setFaults({percent, 0, 0, {}, false});
    }
};

int runDemo(const Configuration& configuration)
{
    const QTemporaryDir sockets{QDir::temp().filePath(QStringLiteral("coffee-XXXXXX"))};
    const QScreen& screen = *QGuiApplication::primaryScreen();
    ui::installLook(*qApp, lookFor(screen));
    const QString language = QString::fromStdString(configuration.text("lang"));
    ui::LanguageSwitch languageSwitch{
        ui::languageFromCode(language).value_or(ui::Language::Korean)};

    ShopPlan plan;
    plan.programs = QCoreApplication::applicationDirPath();
    plan.data = dataFolder(configuration);
    plan.sockets = sockets.path();
    plan.language = language;
    plan.terminalPort = freePort();
    plan.layout = layOut(screen.availableGeometry(), kTitleHeight, kGap);

    Relays relays{plan};
    ShopProcesses processes{plan};
    if (const QString wrong = processes.prepare(); !wrong.isEmpty())
        return report(wrongUse("coffee_demo", wrong.toStdString()));
    QObject::connect(&processes, &ShopProcesses::changed, &processes, [&](Program program) {
        if (program == Program::Daemon && processes.isRunning(program))
            QTimer::singleShot(kPinAfterMs, &processes, &ShopProcesses::setDemoPin);
    });
    auto* drill = new DrillPanel{processes, QUrl{plan.terminalUrl()},
                                 [&relays](int percent) { relays.lose(percent); }};
    StartWindow window{processes, drill};
    window.resize(plan.layout.start.size());
    window.move(plan.layout.start.topLeft());
    window.show();
    if (configuration.flag("open"))
        window.openAll();

    QTimer look;
    QObject::connect(&look, &QTimer::timeout, qApp, [] {
        if (stopAsked)
            QCoreApplication::quit();
    });
    look.start(kSignalLookMs);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    const auto read = declared().read(argc, argv);
    if (!read)
        return report(read.error());
    std::signal(SIGTERM, [](int) { stopAsked = 1; });
    std::signal(SIGINT, [](int) { stopAsked = 1; });
    int noArguments = 1;
    QApplication application{noArguments, argv};
    QApplication::setApplicationName(QStringLiteral("coffee_demo"));
    Q_INIT_RESOURCE(coffee_demo_translations);
    try {
        return runDemo(*read);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "coffee_demo: %s\n", error.what());
        return 1;
    }
}
