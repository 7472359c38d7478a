// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <optional>

/// Reads every `#include` of the suite and holds it against the house's floor plan: arrows point
/// down, products never see each other, and each foreign library has its rooms.
namespace {

struct Room {
    const char* folder;
    int layer;
};

/// The folders of `shared/`; a file may include its own folder and lower layers.
constexpr Room kShared[]{
    {"shared/domain", 0}, {"shared/protocol", 1}, {"shared/files", 1},   {"shared/transport", 2},
    {"shared/client", 3}, {"shared/sound", 3},    {"shared/widgets", 4},
};

const QStringList kProducts{QStringLiteral("kiosk"), QStringLiteral("barista_station"),
                            QStringLiteral("payment_daemon")};

/// Within a product: what lies in the first folder must not see any of the others.
struct Blind {
    const char* folder;
    QStringList unseen;
};
const QList<Blind> kBlind{
    {"kiosk/model",
     {QStringLiteral("kiosk/pages"), QStringLiteral("kiosk/board"), QStringLiteral("kiosk/demo"),
      QStringLiteral("shared/widgets")}},
    {"kiosk/session",
     {QStringLiteral("kiosk/pages"), QStringLiteral("kiosk/board"), QStringLiteral("kiosk/demo"),
      QStringLiteral("shared/widgets")}},
    {"kiosk/voice",
     {QStringLiteral("kiosk/pages"), QStringLiteral("kiosk/board"), QStringLiteral("kiosk/demo"),
      QStringLiteral("shared/widgets")}},
    {"barista_station/model",
     {QStringLiteral("barista_station/pages"), QStringLiteral("shared/widgets")}},
    {"payment_daemon/gateway",
     {QStringLiteral("payment_daemon/shop"), QStringLiteral("payment_daemon/ledger"),
      QStringLiteral("payment_daemon/net"), QStringLiteral("payment_daemon/terminal_sim")}},
    {"payment_daemon/ledger",
     {QStringLiteral("payment_daemon/net"), QStringLiteral("payment_daemon/gateway"),
      QStringLiteral("payment_daemon/terminal_sim"), QStringLiteral("payment_daemon/ctl")}},
    {"payment_daemon/shop",
     {QStringLiteral("payment_daemon/net"), QStringLiteral("payment_daemon/terminal_sim"),
      QStringLiteral("payment_daemon/ctl")}},
    {"payment_daemon/terminal_sim",
     {QStringLiteral("payment_daemon/shop"), QStringLiteral("payment_daemon/ledger"),
      QStringLiteral("payment_daemon/net")}},
};

/// Where a foreign header may stand; tests may use any.
struct Foreign {
    const char* pattern;
    QStringList rooms;
};
const QList<Foreign> kForeign{
    {"^zmq", {QStringLiteral("shared/transport"), QStringLiteral("payment_daemon/net")}},
    {"^sqlite3|^SQLiteCpp",
     {QStringLiteral("payment_daemon/ledger"), QStringLiteral("payment_daemon/terminal_sim")}},
    {"^toml\\+\\+", {QStringLiteral("shared/files")}},
    {"^simdjson",
     {QStringLiteral("shared/protocol"), QStringLiteral("payment_daemon/gateway"),
      QStringLiteral("payment_daemon/terminal_sim")}},
    {"^(QtSql|QSql)", {QStringLiteral("shared/client")}},
    {"^(QtMultimedia|QSoundEffect|QMedia|QAudio|QtTextToSpeech|QTextToSpeech|QVoice)",
     {QStringLiteral("shared/sound")}},
    {"^(QtNetwork|QNetwork|QTcp|QHostAddress|QSsl)",
     {QStringLiteral("payment_daemon/gateway"), QStringLiteral("payment_daemon/terminal_sim"),
      QStringLiteral("kiosk/demo")}},
    {"^(QtWidgets|QWidget|QLabel|QDialog|QMainWindow|QApplication|QAbstractButton|QPushButton|"
     "QToolButton|Q[A-Za-z]*Layout|QScrollArea|QStackedWidget|QLineEdit|QStyle|QListView|"
     "QTableView|QFrame|QMessageBox|QtCharts|QChart)",
     {QStringLiteral("shared/widgets"), QStringLiteral("kiosk/pages"),
      QStringLiteral("kiosk/board"), QStringLiteral("kiosk/demo"), QStringLiteral("kiosk/shots"),
      QStringLiteral("kiosk/audit"), QStringLiteral("kiosk/."),
      QStringLiteral("barista_station/pages"), QStringLiteral("barista_station/manager"),
      QStringLiteral("barista_station/demo"), QStringLiteral("barista_station/."),
      QStringLiteral("payment_daemon/terminal_sim")}},
};

/// Headers that show a parser; nobody outside their folder sees them.
const QStringList kInternal{QStringLiteral("shared/protocol/json_door.h"),
                            QStringLiteral("shared/files/menu_fields.h")};

/// These know no Qt at all.
const QStringList kWithoutQt{
    QStringLiteral("shared/domain"),         QStringLiteral("shared/protocol"),
    QStringLiteral("shared/files"),          QStringLiteral("shared/transport"),
    QStringLiteral("payment_daemon/shop"),   QStringLiteral("payment_daemon/ledger"),
    QStringLiteral("payment_daemon/net"),    QStringLiteral("payment_daemon/run"),
    QStringLiteral("payment_daemon/metrics")};

/// True for a path in the folder or below; `kiosk/.` is the folder kiosk alone.
bool isIn(const QString& path, const QString& folder)
{
    if (folder.endsWith(u'.')) {
        const QString parent = folder.chopped(1);
        return path.startsWith(parent) && !path.mid(parent.size()).contains(u'/');
    }
    return path.startsWith(folder + u'/');
}

bool isInAny(const QString& path, const QStringList& folders)
{
    return std::any_of(folders.begin(), folders.end(),
                       [&path](const QString& folder) { return isIn(path, folder); });
}

std::optional<int> sharedLayer(const QString& path)
{
    for (const Room& room : kShared)
        if (isIn(path, QLatin1StringView{room.folder}))
            return room.layer;
    return std::nullopt;
}

QString folderOf(const QString& path)
{
    return path.section(u'/', 0, 1);
}

/// What is wrong with `#include "header"` in the file, or nothing.
QString mistakeOfOurs(const QString& path, const QString& header)
{
    if (header.endsWith(u".moc"_qs))
        return {};
    const QString top = header.section(u'/', 0, 0);
    if (top != u"shared"_qs && top != u"tests"_qs && !kProducts.contains(top))
        return u"our headers are named from the root of the project"_qs;
    if (isIn(path, u"tests"_qs))
        return {};
    if (top == u"tests"_qs)
        return u"only tests see tests"_qs;
    if (kInternal.contains(header) && folderOf(header) != folderOf(path))
        return u"this header is internal to "_qs + folderOf(header);
    const QString owner = path.section(u'/', 0, 0);
    if (kProducts.contains(top) && owner != top)
        return owner + u"/ may not see "_qs + top + u'/';
    for (const Blind& blind : kBlind)
        if (isIn(path, QLatin1StringView{blind.folder}) && isInAny(header, blind.unseen))
            return QLatin1StringView{blind.folder} + u" may not see "_qs + folderOf(header);
    const auto from = sharedLayer(path);
    const auto to = sharedLayer(header);
    if (top == u"shared"_qs && !to)
        return u"there is no such folder in shared/"_qs;
    if (from && to && folderOf(path) != folderOf(header) && *to >= *from)
        return folderOf(path) + u" may not see "_qs + folderOf(header) + u": arrows point down"_qs;
    return {};
}

/// The same for `#include <header>`.
QString mistakeOfForeign(const QString& path, const QString& header)
{
    if (isIn(path, u"tests"_qs))
        return {};
    static const QRegularExpression kStandard{u"^[a-z_]+[0-9]*$"_qs};
    if (isIn(path, u"shared/domain"_qs) && !kStandard.match(header).hasMatch())
        return u"the domain knows the standard library only"_qs;
    static const QRegularExpression kQt{u"^Q[A-Z]|^Qt|^q[a-z]+\\.h$"_qs};
    if (isInAny(path, kWithoutQt) && kQt.match(header).hasMatch())
        return folderOf(path) + u" knows no Qt"_qs;
    for (const Foreign& foreign : kForeign) {
        const QRegularExpression pattern{QLatin1StringView{foreign.pattern}};
        if (pattern.match(header).hasMatch() && !isInAny(path, foreign.rooms))
            return u"this header belongs to "_qs + foreign.rooms.join(u", "_qs);
    }
    const bool isParser = header.startsWith(u"toml++"_qs) || header.startsWith(u"simdjson"_qs);
    if (isParser && isIn(path, u"shared"_qs) && path.endsWith(u".h"_qs) &&
        !kInternal.contains(path))
        return u"parsers stay in .cpp files and internal headers"_qs;
    return {};
}

/// `FILE:LINE: …` for each include that points the wrong way.
QStringList mistakesIn(const QString& path, const QString& text)
{
    static const QRegularExpression kInclude{u"^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"_qs};
    QStringList mistakes;
    int number = 0;
    for (const QString& line : text.split(u'\n')) {
        ++number;
        const auto match = kInclude.match(line);
        if (!match.hasMatch())
            continue;
        const QString header = match.captured(2);
        const QString mistake = match.captured(1) == u"\""_qs ? mistakeOfOurs(path, header)
                                                              : mistakeOfForeign(path, header);
        if (!mistake.isEmpty())
            mistakes.append(
                u"%1:%2: includes %3: %4"_qs.arg(path).arg(number).arg(header, mistake));
    }
    return mistakes;
}

} // namespace

class TestLayers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyIncludePointsDown()
    {
        const QString root = QStringLiteral(COFFEE_SOURCE_DIR "/");
        QStringList mistakes;
        int files = 0;
        for (const QString& top : kProducts + QStringList{u"shared"_qs, u"tests"_qs}) {
            QDirIterator walk{
                root + top, {u"*.h"_qs, u"*.cpp"_qs}, QDir::Files, QDirIterator::Subdirectories};
            while (walk.hasNext()) {
                QFile file{walk.next()};
                QVERIFY(file.open(QIODevice::ReadOnly));
                ++files;
                mistakes +=
                    mistakesIn(file.fileName().mid(root.size()), QString::fromUtf8(file.readAll()));
            }
        }
        mistakes.sort();
        QVERIFY(files > 20);
        QVERIFY2(mistakes.isEmpty(), qPrintable(u'\n' + mistakes.join(u'\n')));
    }

    void anArrowThatPointsUpOrAcrossIsFound_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("include");
        QTest::addColumn<bool>("good");
        const auto row = [](const char* path, const char* include, bool good) {
            QTest::newRow((QByteArray{path} + ' ' + include).constData())
                << QString::fromLatin1(path) << QString::fromLatin1(include) << good;
        };
        row("shared/client/a.cpp", "\"shared/domain/menu.h\"", true);
        row("shared/client/a.cpp", "\"shared/client/b.h\"", true);
        row("shared/domain/a.h", "\"shared/protocol/codec.h\"", false);
        row("shared/files/a.cpp", "\"shared/protocol/codec.h\"", false);
        row("shared/protocol/a.cpp", "\"shared/files/menu_file.h\"", false);
        row("shared/transport/a.cpp", "\"shared/client/b.h\"", false);
        row("shared/widgets/a.cpp", "\"kiosk/pages/b.h\"", false);
        row("shared/domain/a.cpp", "\"tests/support/random.h\"", false);
        row("shared/domain/a.cpp", "\"menu.h\"", false);
        row("shared/domain/a.cpp", "\"shared/nowhere/menu.h\"", false);
        row("kiosk/main.cpp", "\"kiosk/pages/b.h\"", true);
        row("kiosk/main.cpp", "\"barista_station/model/b.h\"", false);
        row("barista_station/main.cpp", "\"payment_daemon/shop/shop.h\"", false);
        row("kiosk/session/a.cpp", "\"kiosk/pages/b.h\"", false);
        row("kiosk/session/a.cpp", "\"shared/widgets/texts.h\"", false);
        row("payment_daemon/terminal_sim/a.cpp", "\"payment_daemon/ledger/ledger.h\"", false);
        row("tests/daemon/a.cpp", "\"payment_daemon/shop/shop.h\"", true);
        row("tests/daemon/a.cpp", "\"a.moc\"", true);
        row("shared/domain/a.h", "<vector>", true);
        row("shared/domain/a.h", "<QString>", false);
        row("shared/domain/a.h", "<sodium.h>", false);
        row("shared/transport/a.cpp", "<zmq.hpp>", true);
        row("shared/transport/a.cpp", "<QObject>", false);
        row("shared/client/a.h", "<zmq.hpp>", false);
        row("shared/client/a.cpp", "<QSqlQuery>", true);
        row("shared/widgets/a.cpp", "<QSqlQuery>", false);
        row("kiosk/session/a.h", "<QWidget>", false);
        row("kiosk/session/a.h", "<QObject>", true);
        row("kiosk/kiosk_window.h", "<QMainWindow>", true);
        row("kiosk/pages/a.h", "<QVBoxLayout>", true);
        row("shared/client/a.h", "<QVBoxLayout>", false);
        row("payment_daemon/shop/a.cpp", "<sqlite3.h>", false);
        row("payment_daemon/ledger/a.cpp", "<sqlite3.h>", true);
        row("payment_daemon/shop/a.cpp", "<QObject>", false);
        row("shared/files/a.h", "<toml++/toml.h>", false);
        row("shared/protocol/a.h", "<simdjson.h>", false);
        row("shared/protocol/json_door.h", "<simdjson.h>", true);
        row("shared/protocol/a.cpp", "\"shared/protocol/json_door.h\"", true);
        row("shared/transport/a.cpp", "\"shared/protocol/json_door.h\"", false);
    }
    void anArrowThatPointsUpOrAcrossIsFound()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, include);
        QFETCH(const bool, good);
        const QStringList mistakes = mistakesIn(path, u"\n#include "_qs + include + u'\n');
        QCOMPARE(mistakes.isEmpty(), good);
        if (!good)
            QVERIFY(mistakes.first().startsWith(path + u":2: "_qs));
    }
};

QTEST_GUILESS_MAIN(TestLayers)
#include "test_layers.moc"
