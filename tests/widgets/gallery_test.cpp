// SPDX-License-Identifier: GPL-3.0-or-later
// Every component in every state, at every text size and in both languages: nothing is clipped and
// everything has a name.
#include "shared/widgets/button.h"
#include "shared/widgets/choice.h"
#include "shared/widgets/gallery.h"
#include "shared/widgets/gallery_sections.h"
#include "shared/widgets/input.h"
#include "shared/widgets/item_tile.h"
#include "shared/widgets/label.h"
#include "shared/widgets/language.h"
#include "shared/widgets/progress.h"
#include "shared/widgets/text_block.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollArea>
#include <QTest>

using namespace coffee::ui;

namespace {

struct Setting {
    PaletteKind palette;
    Audience audience;
    double pixelsPerMm;
    double widthMm;
};

constexpr Setting kSettings[]{
    {PaletteKind::Light, Audience::Customer, glass::kPortrait21, mm::kGalleryCustomerWidth},
    {PaletteKind::Light, Audience::Customer, 2.0, mm::kGalleryCustomerWidth},
    {PaletteKind::HighContrast, Audience::Customer, glass::kPortrait27, mm::kGalleryCustomerWidth},
    {PaletteKind::Dark, Audience::Staff, glass::kLandscape24, mm::kGalleryStaffWidth}};

bool mayHoldMore(const QWidget& widget)
{
    // What scrolls may be cut by its view; that is what it is for.
    for (const QWidget* up = widget.parentWidget(); up; up = up->parentWidget())
        if (qobject_cast<const QAbstractScrollArea*>(up))
            return true;
    return false;
}

QString nameOf(const QWidget& widget)
{
    QString text;
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        text = label->text();
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        text = button->text();
    return QStringLiteral("%1 %2 \"%3\" %4×%5")
        .arg(QLatin1String(widget.metaObject()->className()), widget.objectName(), text)
        .arg(widget.width())
        .arg(widget.height());
}

QStringList clippedIn(QWidget& page)
{
    QStringList clipped;
    for (QWidget* widget : page.findChildren<QWidget*>()) {
        if (!widget->isVisibleTo(&page))
            continue;
        const bool speaks = qobject_cast<Label*>(widget) || qobject_cast<Button*>(widget) ||
                            qobject_cast<ChoiceChip*>(widget) || qobject_cast<ItemTile*>(widget) ||
                            qobject_cast<Switch*>(widget) || qobject_cast<StatusSteps*>(widget) ||
                            qobject_cast<StepBar*>(widget);
        if (!speaks)
            continue;
        if (widget->hasHeightForWidth() &&
            widget->height() < widget->heightForWidth(widget->width()))
            clipped << QStringLiteral("too low: ") + nameOf(*widget);
        if (widget->width() < widget->minimumSizeHint().width())
            clipped << QStringLiteral("too narrow: ") + nameOf(*widget);
        const QWidget* parent = widget->parentWidget();
        if (!mayHoldMore(*widget) && !parent->rect().contains(widget->geometry()))
            clipped << QStringLiteral("outside its parent: ") + nameOf(*widget);
    }
    return clipped;
}

} // namespace

class GalleryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsClipped_data() { looks(); }
    void nothingIsClipped();
    void everythingPressableHasAName();
    void targetsAreLargeEnough();
    void englishHasNoKoreanLeft();
    void theWholeGalleryOpens();

private:
    static void looks();
};

void GalleryTest::looks()
{
    QTest::addColumn<int>("setting");
    QTest::addColumn<int>("scale");
    QTest::addColumn<bool>("english");
    for (int setting = 0; setting < int(std::size(kSettings)); ++setting)
        for (int scale = 0; scale < 3; ++scale)
            for (const bool english : {false, true})
                QTest::addRow("setting %d, scale %d, %s", setting, scale, english ? "en" : "ko")
                    << setting << scale << english;
}

namespace {

Theme themeFor(const Setting& setting, int scale)
{
    Metrics::Settings settings;
    settings.pixelsPerMm = setting.pixelsPerMm;
    settings.audience = setting.audience;
    settings.textScale = static_cast<TextScale>(scale);
    return Theme{setting.palette, Metrics{settings}, true};
}

std::unique_ptr<QWidget> pageWith(const GallerySection& section, int width)
{
    auto page = std::make_unique<QWidget>();
    auto* column = new QVBoxLayout{page.get()};
    const int edge = themeOf(*page).px(Space::Large);
    column->setContentsMargins(edge, edge, edge, edge);
    column->addWidget(section.make(page.get()));
    page->resize(width, column->heightForWidth(width));
    page->show();
    for (int round = 0; round < 2; ++round) {
        QApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        page->resize(width, column->heightForWidth(width));
    }
    QApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    return page;
}

} // namespace

void GalleryTest::nothingIsClipped()
{
    QFETCH(int, setting);
    QFETCH(int, scale);
    QFETCH(bool, english);
    const Setting& look = kSettings[setting];
    const Theme theme = themeFor(look, scale);
    installLook(*qApp, theme);
    LanguageSwitch language{english ? Language::English : Language::Korean};
    QStringList clipped;
    for (const GallerySection& section : gallerySections(GalleryUse::Still)) {
        const int width = theme.px(look.widthMm);
        const std::unique_ptr<QWidget> page = pageWith(section, width);
        if (page->width() > width)
            clipped << section.name + QStringLiteral(": wider than its window, ") +
                           QString::number(page->width());
        for (const QString& what : clippedIn(*page))
            clipped << section.name + QStringLiteral(": ") + what;
    }
    QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(QLatin1Char('\n'))));
}

void GalleryTest::everythingPressableHasAName()
{
    const Theme theme = themeFor(kSettings[0], 0);
    installLook(*qApp, theme);
    QStringList nameless;
    for (const GallerySection& section : gallerySections(GalleryUse::Still)) {
        const auto page = pageWith(section, theme.px(mm::kGalleryCustomerWidth));
        for (QWidget* widget : page->findChildren<QWidget*>()) {
            const bool pressable = qobject_cast<QAbstractButton*>(widget) ||
                                   qobject_cast<QLineEdit*>(widget) ||
                                   qobject_cast<QAbstractItemView*>(widget);
            if (!pressable || !widget->isVisibleTo(page.get()) ||
                qobject_cast<QHeaderView*>(widget) ||
                QLatin1String(widget->metaObject()->className()) ==
                    QLatin1String("QTableCornerButton"))
                continue;
            QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
            if (!face || face->text(QAccessible::Name).isEmpty())
                nameless << nameOf(*widget);
        }
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1Char('\n'))));
}

void GalleryTest::targetsAreLargeEnough()
{
    for (const Setting& setting : kSettings) {
        const Theme theme = themeFor(setting, 0);
        installLook(*qApp, theme);
        for (const GallerySection& section : gallerySections(GalleryUse::Still)) {
            const auto page = pageWith(section, theme.px(setting.widthMm));
            for (QAbstractButton* button : page->findChildren<QAbstractButton*>()) {
                if (!button->isVisibleTo(page.get()) || !button->isEnabled() ||
                    !qobject_cast<Button*>(button))
                    continue;
                QVERIFY2(button->height() >= theme.metrics().targetPx(),
                         qPrintable(nameOf(*button)));
                QVERIFY2(button->width() >= theme.metrics().targetPx(),
                         qPrintable(nameOf(*button)));
            }
        }
    }
}

void GalleryTest::englishHasNoKoreanLeft()
{
    const Theme theme = themeFor(kSettings[0], 0);
    installLook(*qApp, theme);
    LanguageSwitch language{Language::English};
    QStringList korean;
    const auto look = [&korean](const QString& text) {
        for (const QChar letter : text)
            if (letter.script() == QChar::Script_Hangul) {
                korean << text;
                return;
            }
    };
    for (const GallerySection& section : gallerySections(GalleryUse::Still)) {
        const auto page = pageWith(section, theme.px(mm::kGalleryCustomerWidth));
        for (QWidget* widget : page->findChildren<QWidget*>()) {
            look(widget->accessibleName());
            if (const auto* label = qobject_cast<QLabel*>(widget))
                look(label->text());
            if (const auto* button = qobject_cast<QAbstractButton*>(widget))
                look(button->text());
        }
    }
    QVERIFY2(korean.isEmpty(), qPrintable(korean.join(QLatin1Char('\n'))));
}

void GalleryTest::theWholeGalleryOpens()
{
    const std::unique_ptr<QWidget> gallery = makeGallery(themeFor(kSettings[0], 0));
    gallery->show();
    // Changing look and language under open widgets must hold.
    LanguageSwitch language{Language::English};
    installLook(*qApp, themeFor(kSettings[3], 1));
    QApplication::processEvents();
    language.setLanguage(Language::Korean);
    installLook(*qApp, themeFor(kSettings[2], 2));
    QApplication::processEvents();
    QVERIFY(!gallery->grab().isNull());
}

QTEST_MAIN(GalleryTest)
#include "gallery_test.moc"
