// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/gallery.h"

#include "shared/widgets/gallery_sections.h"
#include "shared/widgets/language.h"
#include "shared/widgets/touch_scroll_area.h"

#include <QApplication>
#include <QBoxLayout>
#include <QDir>
#include <QPainter>
#include <QPixmap>

namespace coffee::ui {

namespace {

struct Shot {
    const char* palette;
    PaletteKind kind;
    Audience audience;
    double pixelsPerMm;
};

constexpr Shot kShots[]{
    {"light", PaletteKind::Light, Audience::Customer, glass::kPortrait21},
    {"dark", PaletteKind::Dark, Audience::Staff, glass::kLandscape24},
    {"contrast", PaletteKind::HighContrast, Audience::Customer, glass::kPortrait21},
};

struct Size {
    int percent;
    TextScale scale;
};

constexpr Size kSizes[]{
    {100, TextScale::Percent100}, {150, TextScale::Percent150}, {200, TextScale::Percent200}};

int galleryWidth(const Theme& theme)
{
    return theme.px(theme.metrics().audience() == Audience::Customer ? mm::kGalleryCustomerWidth
                                                                     : mm::kGalleryStaffWidth);
}

void saveSection(const GallerySection& section, const Theme& theme, const QString& path)
{
    QWidget page;
    page.setAttribute(Qt::WA_DontShowOnScreen);
    auto* column = new QVBoxLayout{&page};
    const int edge = theme.px(Space::Large);
    column->setContentsMargins(edge, edge, edge, edge);
    column->addWidget(section.make(&page));
    const int width = galleryWidth(theme);
    page.resize(width, column->heightForWidth(width));
    page.show();
    // Layouts of children settle only once the page has its width; arrows and hints come after.
    for (int round = 0; round < 2; ++round) {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        page.resize(width, column->heightForWidth(width));
    }
    QPixmap pixmap{page.size()};
    pixmap.fill(theme.colours().canvas);
    page.render(&pixmap);
    if (!pixmap.save(path))
        throw GalleryError{"cannot write " + path.toStdString()};
}

} // namespace

std::unique_ptr<QWidget> makeGallery(const Theme& theme)
{
    installLook(*qApp, theme);
    auto window = std::make_unique<QWidget>();
    window->setObjectName(QStringLiteral("gallery"));
    window->setWindowTitle(QStringLiteral("Gallery"));
    auto* content = new QWidget;
    auto* column = new QVBoxLayout{content};
    const int edge = theme.px(Space::Large);
    column->setContentsMargins(edge, edge, edge, edge);
    column->setSpacing(theme.px(Space::Huge));
    for (const GallerySection& section : gallerySections(GalleryUse::Live))
        column->addWidget(section.make(content));
    column->addStretch(1);
    auto* frame = new QVBoxLayout{window.get()};
    frame->addWidget(new TouchScrollArea{content, window.get()});
    window->resize(galleryWidth(theme), theme.px(mm::kGalleryStageHeight));
    return window;
}

QStringList saveGallery(const QString& directory)
{
    if (!QDir{}.mkpath(directory))
        throw GalleryError{"cannot make the directory " + directory.toStdString()};
    QStringList written;
    LanguageSwitch languageSwitch{Language::Korean};
    for (const Shot& shot : kShots) {
        for (const Size& size : kSizes) {
            Metrics::Settings settings;
            settings.pixelsPerMm = shot.pixelsPerMm;
            settings.audience = shot.audience;
            settings.textScale = size.scale;
            const Theme theme{shot.kind, Metrics{settings}, true};
            installLook(*qApp, theme);
            for (const Language language : {Language::Korean, Language::English}) {
                languageSwitch.setLanguage(language);
                for (const GallerySection& section : gallerySections(GalleryUse::Still)) {
                    const QString path = QDir{directory}.filePath(
                        QStringLiteral("%1-%2-%3-%4.png")
                            .arg(QString::fromLatin1(shot.palette), languageCode(language))
                            .arg(size.percent)
                            .arg(section.name));
                    saveSection(section, theme, path);
                    written << path;
                }
            }
        }
    }
    return written;
}

} // namespace coffee::ui
