// SPDX-License-Identifier: GPL-3.0-or-later
// The design system's numbers hold, and stand in one file only.
#include "shared/widgets/accent.h"
#include "shared/widgets/theme.h"

#include <QDirIterator>
#include <QFile>
#include <QPainterPath>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace coffee::ui;

namespace {

double channel(double value)
{
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour)
{
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) +
           0.0722 * channel(colour.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double high = std::max(luminance(a), luminance(b));
    const double low = std::min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

struct Pair {
    const char* name;
    QColor front;
    QColor back;
    double least;
};

std::vector<Pair> pairsOf(const Colours& c)
{
    constexpr double kText = 4.5;
    constexpr double kLine = 3.0;
    return {{"ink on surface", c.ink, c.surface, kText},
            {"ink on canvas", c.ink, c.canvas, kText},
            {"ink on sunken", c.ink, c.sunken, kText},
            {"second ink on surface", c.inkSecond, c.surface, kText},
            {"second ink on canvas", c.inkSecond, c.canvas, kText},
            {"second ink on sunken", c.inkSecond, c.sunken, kText},
            {"border on surface", c.border, c.surface, kLine},
            {"text on accent", c.onAccent, c.accent, kText},
            {"text on pressed accent", c.onAccent, c.accentPressed, kText},
            {"accent as text", c.accent, c.surface, kText},
            {"accent as text on canvas", c.accent, c.canvas, kText},
            {"ink on tint", c.ink, c.accentTint, kText},
            {"accent edge on tint", c.accent, c.accentTint, kLine},
            {"warning", c.warningInk, c.warningGround, kText},
            {"error", c.errorInk, c.errorGround, kText},
            {"error on surface", c.errorInk, c.surface, kText},
            {"error on sunken", c.errorInk, c.sunken, kText},
            {"text on danger", c.onDanger, c.danger, kText},
            {"text on pressed danger", c.onDanger, c.dangerPressed, kText},
            {"hot", c.hot, c.surface, kText},
            {"ice", c.ice, c.surface, kText},
            {"focus on canvas", c.focusOuter, c.canvas, kLine},
            {"focus ring inside", c.focusInner, c.focusOuter, kLine}};
}

} // namespace

class TokensTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPairOfColoursIsReadable();
    void namedContrastsAreTheDesignSystems();
    void aShopsAccentIsAsReadableAsOurs();
    void glyphsAreAsHighAsAsked_data();
    void glyphsAreAsHighAsAsked();
    void fontPixelsAreTheDesignSystems();
    void baseMillimetresMoveAllText();
    void motionStopsWhenReduced();
    void screensAreMeasured();
    void noNumberOfTheLookStandsElsewhere();
};

void TokensTest::everyPairOfColoursIsReadable()
{
    for (const Colours* colours : {&kLightColours, &kDarkColours, &kHighContrastColours})
        for (const Pair& pair : pairsOf(*colours))
            QVERIFY2(contrast(pair.front, pair.back) >= pair.least,
                     qPrintable(QStringLiteral("%1: %2")
                                    .arg(QLatin1String(pair.name))
                                    .arg(contrast(pair.front, pair.back))));
    for (const Pair& pair : pairsOf(kHighContrastColours))
        if (pair.least > 4.0)
            QVERIFY2(contrast(pair.front, pair.back) >= 7.0, pair.name);
}

void TokensTest::namedContrastsAreTheDesignSystems()
{
    const auto near = [](double measured, double promised) {
        return std::abs(measured - promised) < 0.06;
    };
    const Colours& l = kLightColours;
    QVERIFY(near(contrast(l.ink, l.surface), 17.2));
    QVERIFY(near(contrast(l.inkSecond, l.surface), 7.9));
    QVERIFY(near(contrast(l.border, l.surface), 3.8));
    QVERIFY(near(contrast(l.onAccent, l.accent), 7.8));
    QVERIFY(near(contrast(l.onAccent, l.accentPressed), 10.7));
    QVERIFY(near(contrast(l.ink, l.accentTint), 14.6));
    QVERIFY(near(contrast(l.warningInk, l.warningGround), 6.6));
    QVERIFY(near(contrast(l.errorInk, l.errorGround), 6.2));
    QVERIFY(near(contrast(l.focusOuter, l.surface), 6.8));
    const Colours& d = kDarkColours;
    QVERIFY(near(contrast(d.ink, d.surface), 15.0));
    QVERIFY(near(contrast(d.inkSecond, d.surface), 9.2));
    QVERIFY(near(contrast(d.border, d.surface), 4.3));
    QVERIFY(near(contrast(d.accent, d.surface), 9.1));
    QVERIFY(near(contrast(d.onAccent, d.accent), 9.0));
    QVERIFY(near(contrast(d.warningInk, d.surface), 10.4));
    QVERIFY(near(contrast(d.errorInk, d.surface), 7.3));
    QVERIFY(near(contrast(d.focusOuter, d.surface), 16.7));
    QVERIFY(near(contrast(d.onDanger, d.danger), 6.7));
}

void TokensTest::aShopsAccentIsAsReadableAsOurs()
{
    QVERIFY(accentContrast(kLightColours.accent) > 6.0);
    int accepted = 0;
    for (int hue = 0; hue < 360; hue += 15)
        for (int value = 20; value <= 255; value += 15) {
            const QColor accent = QColor::fromHsv(hue, 200, value);
            if (accentContrast(accent) < kAccentContrast)
                continue;
            ++accepted;
            for (const Pair& pair : pairsOf(withAccent(kLightColours, accent)))
                QVERIFY2(contrast(pair.front, pair.back) >= pair.least,
                         qPrintable(accent.name() + QLatin1Char(' ') + QLatin1String(pair.name)));
        }
    QVERIFY(accepted > 50);
    QVERIFY(accentContrast(kLightColours.hairline) < kAccentContrast);
    // High contrast stays what it is, and comes back to the shop's own.
    const Theme own = Theme{}.withAccent(kLightColours.danger);
    QCOMPARE(own.colours().accent, kLightColours.danger);
    const Theme high = own.withPalette(PaletteKind::HighContrast);
    QCOMPARE(high.colours().accent, kHighContrastColours.accent);
    QCOMPARE(high.withPalette(PaletteKind::Light).colours().accent, kLightColours.danger);
    QCOMPARE(own.withTextScale(TextScale::Percent200).colours().accent, kLightColours.danger);
    QVERIFY(!(own == Theme{}));
}

void TokensTest::glyphsAreAsHighAsAsked_data()
{
    QTest::addColumn<double>("pixelsPerMm");
    QTest::addColumn<int>("scale");
    QTest::addColumn<int>("audience");
    for (const double pixelsPerMm : {2.0, 3.21, 3.61, 4.03})
        for (int scale = 0; scale < 3; ++scale)
            for (int audience = 0; audience < 2; ++audience)
                QTest::addRow("%.2f px/mm, scale %d, audience %d", pixelsPerMm, scale, audience)
                    << pixelsPerMm << scale << audience;
}

void TokensTest::glyphsAreAsHighAsAsked()
{
    QFETCH(double, pixelsPerMm);
    QFETCH(int, scale);
    QFETCH(int, audience);
    Metrics::Settings settings;
    settings.pixelsPerMm = pixelsPerMm;
    settings.textScale = static_cast<TextScale>(scale);
    settings.audience = static_cast<Audience>(audience);
    const Metrics metrics{settings};
    for (const TextRole role : {TextRole::Body, TextRole::BodyBold, TextRole::Button,
                                TextRole::Heading, TextRole::Title, TextRole::Number}) {
        const QString letter =
            role == TextRole::Number ? QStringLiteral("8") : QStringLiteral("가");
        const double asked = metrics.glyphMm(role) * pixelsPerMm;
        QPainterPath outline;
        outline.addText(QPointF{}, metrics.font(role), letter);
        const double shown = outline.boundingRect().height();
        // Fonts come in whole pixels of the em.
        QVERIFY2(std::abs(shown - asked) <= 1.0,
                 qPrintable(QStringLiteral("asked %1, shown %2").arg(asked).arg(shown)));
    }
}

void TokensTest::fontPixelsAreTheDesignSystems()
{
    const auto near = [](const QFont& font, int promised) {
        return std::abs(font.pixelSize() - promised) <= 1;
    };
    Metrics::Settings settings;
    const Metrics kiosk{settings};
    QVERIFY(near(kiosk.font(TextRole::Body), 35));
    QVERIFY(near(kiosk.font(TextRole::Button), 40));
    QVERIFY(near(kiosk.font(TextRole::Heading), 49));
    QVERIFY(near(kiosk.font(TextRole::Title), 62));
    QVERIFY(near(kiosk.font(TextRole::Number), 236));
    settings.textScale = TextScale::Percent150;
    QVERIFY(near(Metrics{settings}.font(TextRole::Body), 53));
    settings.textScale = TextScale::Percent200;
    QVERIFY(near(Metrics{settings}.font(TextRole::Body), 71));
    settings = {};
    settings.audience = Audience::Staff;
    settings.pixelsPerMm = glass::kLandscape24;
    const Metrics station{settings};
    QVERIFY(near(station.font(TextRole::Body), 24));
    QVERIFY(near(station.font(TextRole::Button), 30));
    QVERIFY(near(station.font(TextRole::Heading), 36));
    QVERIFY(near(station.font(TextRole::Number), 84));
}

void TokensTest::baseMillimetresMoveAllText()
{
    Metrics::Settings settings;
    settings.baseMm = 12.0;
    const Metrics metrics{settings};
    QCOMPARE(metrics.glyphMm(TextRole::Body), 12.0);
    QCOMPARE(metrics.glyphMm(TextRole::Title), 21.0);
    settings.textScale = TextScale::Percent200;
    QCOMPARE(Metrics{settings}.glyphMm(TextRole::Body), 16.0); // no page has room for 24
}

void TokensTest::motionStopsWhenReduced()
{
    const Theme moving;
    QCOMPARE(moving.fade(), duration::kFade);
    QCOMPARE(moving.withReduceMotion(true).fade().count(), 0);
    QCOMPARE(moving.withReduceMotion(true).slide().count(), 0);
    Metrics::Settings staff;
    staff.audience = Audience::Staff;
    QCOMPARE((Theme{PaletteKind::Dark, Metrics{staff}}.slide().count()), 0);
}

void TokensTest::screensAreMeasured()
{
    const auto near = [](double a, double b) { return std::abs(a - b) < 0.02; };
    QVERIFY(near(pixelsPerMm({1080, 1920}, 21.5), glass::kPortrait21));
    QVERIFY(near(pixelsPerMm({1920, 1080}, 24.0), glass::kLandscape24));
    QVERIFY(near(pixelsPerMm({1080, 1920}, 27.0), glass::kPortrait27));
}

void TokensTest::noNumberOfTheLookStandsElsewhere()
{
    const QRegularExpression forbidden{QStringLiteral(
        "#[0-9A-Fa-f]{6}\\b|QColor\\s*[({]\\s*(0x|[0-9]|\"|QStringLiteral)|"
        "Qt::(white|black|red|green|blue|cyan|magenta|yellow|gray|darkGray|lightGray)\\b|"
        "setStyleSheet|setPointSize|setPixelSize\\(\\s*[0-9]|"
        "set(Fixed|Minimum|Maximum)(Size|Width|Height)\\(\\s*[1-9]|"
        "setContentsMargins\\(\\s*[1-9]|(set|add)Spacing\\(\\s*[1-9]|"
        "setIconSize\\(\\s*(QSize)?[({]?\\s*[1-9]|[>.]resize\\(\\s*[0-9]")};
    QStringList found;
    for (const char* folder : {"shared/widgets", "kiosk", "barista_station"}) {
        const QString root = QStringLiteral(COFFEE_SOURCE_DIR "/") + QLatin1String(folder);
        QDirIterator files{root,
                           {QStringLiteral("*.h"), QStringLiteral("*.cpp")},
                           QDir::Files,
                           QDirIterator::Subdirectories};
        while (files.hasNext()) {
            const QString path = files.next();
            if (path.endsWith(QLatin1String("/tokens.h")))
                continue;
            QFile file{path};
            QVERIFY(file.open(QIODevice::ReadOnly));
            int line = 0;
            for (const QByteArray& text : file.readAll().split('\n')) {
                ++line;
                if (forbidden.match(QString::fromUtf8(text)).hasMatch())
                    found << QStringLiteral("%1:%2: %3")
                                 .arg(path)
                                 .arg(line)
                                 .arg(QString::fromUtf8(text.trimmed()));
            }
        }
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
}

QTEST_MAIN(TokensTest)
#include "tokens_test.moc"
