// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <vector>

class QWidget;

namespace coffee::ui {

// Live: sheets open over the window on a press. Still: they stand open in a stage of their own.
enum class GalleryUse { Live, Still };

// A part of the gallery: a name for files and a maker of its widget.
struct GallerySection {
    QString name;
    std::function<QWidget*(QWidget* parent)> make;
};

[[nodiscard]] std::vector<GallerySection> gallerySections(GalleryUse use);

// The parts, in the order of gallery_sections.cpp and gallery_overlays.cpp.
[[nodiscard]] QWidget* makeColourSection(QWidget* parent);
[[nodiscard]] QWidget* makeTypeSection(QWidget* parent);
[[nodiscard]] QWidget* makeButtonSection(QWidget* parent);
[[nodiscard]] QWidget* makeIconSection(QWidget* parent);
[[nodiscard]] QWidget* makeInputSection(QWidget* parent);
[[nodiscard]] QWidget* makeChoiceSection(QWidget* parent);
[[nodiscard]] QWidget* makeMenuSection(QWidget* parent);
[[nodiscard]] QWidget* makePictureSection(QWidget* parent);
[[nodiscard]] QWidget* makeBasketSection(QWidget* parent);
[[nodiscard]] QWidget* makeMessageSection(QWidget* parent);
[[nodiscard]] QWidget* makeProgressSection(QWidget* parent);
[[nodiscard]] QWidget* makeCardSection(QWidget* parent);
[[nodiscard]] QWidget* makeShopSection(QWidget* parent);
[[nodiscard]] QWidget* makeOverlaySection(QWidget* parent, GalleryUse use);

} // namespace coffee::ui
