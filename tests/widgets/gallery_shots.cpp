// SPDX-License-Identifier: GPL-3.0-or-later
// gallery_shots DIRECTORY: writes every section of the gallery as a picture, to be looked at.
#include "shared/widgets/gallery.h"

#include <QApplication>

#include <cstdio>

int main(int argc, char** argv)
{
    QApplication application{argc, argv};
    if (argc != 2) {
        std::fputs("usage: gallery_shots DIRECTORY\n", stderr);
        return 2;
    }
    try {
        const QStringList files = coffee::ui::saveGallery(QString::fromLocal8Bit(argv[1]));
        std::printf("%d pictures in %s\n", int(files.size()), argv[1]);
    } catch (const coffee::ui::GalleryError& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
