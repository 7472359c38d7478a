// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/pages/attract_parts.h"

#include "shared/widgets/paint.h"
#include "shared/widgets/picture.h"
#include "shared/widgets/text_block.h"
#include "shared/widgets/theme.h"

#include <QImageReader>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace coffee::kiosk {

using ui::Space;
using ui::TextBlock;
using ui::TextRole;
using ui::Theme;
using ui::themeOf;

namespace {

// Parts of the tile and the hero, so that they hold at every size.
constexpr double kDiscOfWidth = 0.5;
constexpr double kIconOfDisc = 0.56;
constexpr double kTileHeightOfWidth = 1.12;
constexpr double kDiscMostMm = 60.0;
constexpr double kLyingDiscMm = 36.0;
constexpr double kTileMm = 100.0;
constexpr double kTileMostMm = 140.0;
constexpr double kLogoMm = 150.0;
constexpr double kLogoHeightMm = 32.0;
constexpr double kHeroMm = 200.0;
constexpr double kHeroLeastMm = 100.0;
constexpr double kHeroLeastHeightMm = 30.0;
constexpr double kHeroHeightOfWidth = 0.46;
constexpr double kMiddleOfHeight = 1.0;
constexpr double kSideOfHeight = 0.74;
constexpr double kSideOffset = 0.70; // of the height, from the middle

} // namespace

ServiceTile::ServiceTile(ui::Icon icon, QWidget* parent) : QPushButton{parent}, m_icon{icon}
{
    setAutoDefault(false);
    QSizePolicy policy{QSizePolicy::Expanding, QSizePolicy::Preferred};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ServiceTile::setWords(const QString& words, const QString& hint)
{
    setText(words);
    m_hint = hint;
    setAccessibleDescription(hint);
    updateGeometry();
    update();
}

void ServiceTile::setShape(Shape shape, int heightMost)
{
    if (shape == m_shape && heightMost == m_heightMost)
        return;
    m_shape = shape;
    m_heightMost = heightMost;
    updateGeometry();
    update();
}

int ServiceTile::discSide(Shape shape, int width) const
{
    const Theme& theme = themeOf(*this);
    if (shape == Shape::Bare)
        return 0;
    if (shape == Shape::Lying)
        return theme.px(kLyingDiscMm);
    // Never larger than what two tiles side by side on a portrait screen have.
    return std::min(theme.px(kDiscMostMm), static_cast<int>(width * kDiscOfWidth));
}

double ServiceTile::textRoom(Shape shape, int width) const
{
    const Theme& theme = themeOf(*this);
    const int beside = shape == Shape::Lying ? discSide(shape, width) + theme.px(Space::Medium) : 0;
    return std::max(1, width - beside - 2 * theme.px(Space::Small));
}

QString ServiceTile::hint(Shape shape) const
{
    return shape == Shape::Bare ? QString{} : m_hint;
}

QSize ServiceTile::sizeHint() const
{
    const int width = themeOf(*this).px(kTileMm);
    return {width, heightForWidth(width)};
}

QSize ServiceTile::minimumSizeHint() const
{
    return {widthLeast(m_shape), themeOf(*this).metrics().targetPx()};
}

int ServiceTile::widthLeast(Shape shape) const
{
    const Theme& theme = themeOf(*this);
    const QFont title = theme.font(TextRole::Title);
    const double word =
        std::max(shape == Shape::Lying ? TextBlock::widthUnwrapped(text(), title)
                                       : TextBlock::widthOfLongestWord(text(), title),
                 TextBlock::widthOfLongestWord(hint(shape), theme.font(TextRole::Body)));
    const int beside = shape == Shape::Lying ? discSide(shape, 0) + theme.px(Space::Medium) : 0;
    return static_cast<int>(std::ceil(word)) + beside + 2 * theme.px(Space::Small);
}

int ServiceTile::heightIn(Shape shape, int width) const
{
    const Theme& theme = themeOf(*this);
    const double room = textRoom(shape, width);
    const int disc = discSide(shape, width);
    const int words = TextBlock{text(), theme.font(TextRole::Title), room}.height() +
                      TextBlock{hint(shape), theme.font(TextRole::Body), room}.height();
    if (shape == Shape::Upright)
        return disc + words + theme.px(Space::Small) + 2 * theme.px(Space::Large);
    return std::max({disc, words, theme.metrics().targetPx()}) + 2 * theme.px(Space::Medium);
}

int ServiceTile::heightForWidth(int width) const
{
    const int needed = heightIn(m_shape, width);
    if (m_shape != Shape::Upright)
        return needed;
    const int pleasing =
        std::min(themeOf(*this).px(kTileMostMm), static_cast<int>(width * kTileHeightOfWidth));
    return std::max(needed, std::min(pleasing, m_heightMost));
}

void ServiceTile::paintDisc(QPainter& painter, const QRectF& disc) const
{
    const ui::Colours& c = themeOf(*this).colours();
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.accentTint);
    painter.drawEllipse(disc);
    const double inset = disc.width() * (1.0 - kIconOfDisc) / 2.0;
    ui::paintIcon(painter, m_icon, disc.adjusted(inset, inset, -inset, -inset), c.accent);
}

void ServiceTile::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(*this);
    const ui::Colours& c = theme.colours();
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const double radius = theme.metrics().exactPx(ui::mm::kRadiusSheet);
    ui::paintPlate(painter, QRectF{rect()}, radius, isDown() ? c.accentTint : c.surface,
                   isDown() ? c.accent : c.hairline, theme.metrics().exactPx(ui::mm::kBorder));

    const double room = textRoom(m_shape, width());
    const TextBlock words{text(), theme.font(TextRole::Title), room};
    const TextBlock below{hint(m_shape), theme.font(TextRole::Body), room};
    const double disc = discSide(m_shape, width());
    const double gap = theme.px(Space::Medium);
    const double both = words.height() + below.height();
    double left = theme.px(Space::Small);
    double top = (height() - both) / 2.0;
    double wide = room;
    if (m_shape == Shape::Lying) {
        wide = std::min(room, std::ceil(std::max(words.size().width(), below.size().width())));
        left = (width() - disc - gap - wide) / 2.0;
        paintDisc(painter, QRectF{left, (height() - disc) / 2.0, disc, disc});
        left += disc + gap;
    } else if (m_shape == Shape::Upright) {
        top = (height() - disc - gap - both) / 2.0;
        paintDisc(painter, QRectF{(width() - disc) / 2.0, top, disc, disc});
        top += disc + gap;
    }
    const auto side = m_shape == Shape::Lying ? Qt::AlignLeft : Qt::AlignHCenter;
    painter.setPen(c.ink);
    words.draw(painter, QRectF{left, top, wide, double(words.height())}, side);
    top += words.height();
    painter.setPen(c.inkSecond);
    below.draw(painter, QRectF{left, top, wide, double(below.height())}, side);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        ui::paintFocus(painter, QRectF{rect()}, radius, theme);
}

void ServiceTile::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
        !event->isAutoRepeat()) {
        click();
        return;
    }
    QPushButton::keyPressEvent(event);
}

HeroPicture::HeroPicture(QWidget* parent) : QWidget{parent}
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void HeroPicture::setHeightMost(int pixels)
{
    if (pixels == m_heightMost)
        return;
    m_heightMost = pixels;
    updateGeometry();
}

void HeroPicture::setImages(const QStringList& images)
{
    if (images == m_images)
        return;
    m_images = images;
    if (isVisible())
        prepare();
    update();
}

void HeroPicture::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    prepare();
}

/// The drawing of them is most of the first page's work: it goes on beside the rest of it.
void HeroPicture::prepare() const
{
    for (const Place& place : places())
        ui::preparePicture(place.image, place.side, devicePixelRatioF(), themeOf(*this));
}

/// In the order of painting: the middle one lies above the others.
std::vector<HeroPicture::Place> HeroPicture::places() const
{
    struct Share {
        int image;
        double side;
        double shift;
    };
    constexpr std::array kShares{Share{1, kSideOfHeight, -kSideOffset},
                                 Share{2, kSideOfHeight, kSideOffset},
                                 Share{0, kMiddleOfHeight, 0.0}};
    const double high = std::min<double>(height(), width() * kHeroHeightOfWidth);
    const QPointF middle{width() / 2.0, height() / 2.0};
    std::vector<Place> found;
    for (const Share& share : kShares) {
        if (share.image >= m_images.size())
            continue;
        const int side = std::max(1, static_cast<int>(high * share.side));
        found.push_back({m_images[share.image], side,
                         QPointF{middle.x() + high * share.shift - side / 2.0,
                                 middle.y() + (high - side) / 2.0 - side / 2.0}});
    }
    return found;
}

QSize HeroPicture::sizeHint() const
{
    const int width = themeOf(*this).px(kHeroMm);
    const int pleasing = static_cast<int>(width * kHeroHeightOfWidth);
    return {width, std::max(minimumSizeHint().height(), std::min(pleasing, m_heightMost))};
}

QSize HeroPicture::minimumSizeHint() const
{
    return {themeOf(*this).px(kHeroLeastMm), themeOf(*this).px(kHeroLeastHeightMm)};
}

void HeroPicture::paintEvent(QPaintEvent*)
{
    // Pixel for pixel: smoothing would change nothing and take the engine's slow way.
    QPainter painter{this};
    for (const Place& place : places())
        painter.drawPixmap(place.at, ui::picturePixmap(place.image, place.side, devicePixelRatioF(),
                                                       themeOf(*this)));
}

LogoPicture::LogoPicture(const QString& file, QWidget* parent)
    : QWidget{parent}, m_file{file}, m_shape{file.isEmpty() ? QSize{} : QImageReader{file}.size()}
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize LogoPicture::sizeHint() const
{
    const Theme& theme = themeOf(*this);
    return m_shape.scaled(theme.px(kLogoMm), theme.px(kLogoHeightMm), Qt::KeepAspectRatio);
}

void LogoPicture::paintEvent(QPaintEvent*)
{
    const QSize pixels = size() * devicePixelRatioF();
    if (m_drawn.size() != pixels) {
        QImageReader reader{m_file};
        reader.setScaledSize(pixels); // drawn as lines where it is an SVG
        m_drawn = QPixmap::fromImage(reader.read());
        m_drawn.setDevicePixelRatio(devicePixelRatioF());
    }
    QPainter{this}.drawPixmap(0, 0, m_drawn);
}

QStringList heroImages(const MenuModel& menu)
{
    QStringList images;
    for (const MenuItem& item : menu.menu().items)
        if (item.popular && !menu.isSoldOut(item.id) && !menu.isOutsideHours(item.id) &&
            images.size() < 3)
            images.append(QString::fromStdString(item.image));
    return images;
}

} // namespace coffee::kiosk
