// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/model/menu_model.h"
#include "shared/widgets/icon.h"

#include <QPixmap>
#include <QPointF>
#include <QPushButton>
#include <QStringList>

#include <vector>

namespace coffee::kiosk {

/// One of the two large tiles with which an order begins. Upright with its mark above the words;
/// where the glass is low for its text, lying with the mark beside them, or with the words alone.
class ServiceTile final : public QPushButton {
    Q_OBJECT

public:
    ServiceTile(ui::Icon icon, QWidget* parent = nullptr);

    /// `words` is what is pressed, `hint` a line below it.
    void setWords(const QString& words, const QString& hint);
    enum class Shape { Upright, Lying, Bare };
    /// An upright tile is as high as is pleasing, but no higher than this unless its words need it.
    void setShape(Shape shape, int heightMost);
    [[nodiscard]] int heightIn(Shape shape, int width) const;
    [[nodiscard]] int widthLeast(Shape shape) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] int discSide(Shape shape, int width) const;
    [[nodiscard]] double textRoom(Shape shape, int width) const;
    [[nodiscard]] QString hint(Shape shape) const;
    void paintDisc(QPainter& painter, const QRectF& disc) const;

    ui::Icon m_icon;
    QString m_hint;
    Shape m_shape{Shape::Upright};
    int m_heightMost{QWIDGETSIZE_MAX};
};

/// Three of the menu's pictures, the middle one in front: what this place is about.
class HeroPicture final : public QWidget {
    Q_OBJECT

public:
    explicit HeroPicture(QWidget* parent = nullptr);
    /// It asks for no more than this, whatever would be pleasing.
    void setHeightMost(int pixels);
    /// Picture names of the menu; the first stands in the middle.
    void setImages(const QStringList& images);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Place {
        QString image;
        int side;
        QPointF at;
    };
    [[nodiscard]] std::vector<Place> places() const;
    void prepare() const;

    QStringList m_images;
    int m_heightMost{QWIDGETSIZE_MAX};
};

/// The shop's own logo, as large as its place allows.
class LogoPicture final : public QWidget {
    Q_OBJECT

public:
    /// Empty, or a file that can be read as a picture.
    explicit LogoPicture(const QString& file, QWidget* parent = nullptr);
    [[nodiscard]] bool hasPicture() const { return !m_shape.isEmpty(); }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_file;
    QSize m_shape; ///< of the file's picture
    QPixmap m_drawn;
};

/// The pictures that greet: popular items that can be had now.
[[nodiscard]] QStringList heroImages(const MenuModel& menu);

} // namespace coffee::kiosk
