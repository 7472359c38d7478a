// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/item_tile.h"

#include "shared/widgets/card.h"
#include "shared/widgets/column_layout.h"
#include "shared/widgets/paint.h"
#include "shared/widgets/picture.h"
#include "shared/widgets/text_block.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace coffee::ui {

struct ItemTile::Plan {
    QRectF picture;
    QRectF name;
    QRectF price;
    QRectF notNow;
    QPointF badges;
    int height;
    bool lying;
};

struct ItemTile::BadgeWord {
    QString word;
    Badge::Tone tone;
};

ItemTile::ItemTile(const TileContent& content, QWidget* parent) : QPushButton{parent}
{
    setAutoDefault(false);
    QSizePolicy policy{QSizePolicy::Preferred, QSizePolicy::Preferred};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setContent(content);
}

void ItemTile::setContent(const TileContent& content)
{
    m_content = content;
    setObjectName(QStringLiteral("tile_") + content.id);
    setEnabled(isOffered());
    nameIt();
    updateGeometry();
    update();
}

bool ItemTile::isOffered() const
{
    return !m_content.soldOut && m_content.notNow.isEmpty();
}

void ItemTile::nameIt()
{
    QStringList parts{m_content.name, m_content.price};
    if (m_content.popular)
        parts << tr("인기");
    if (m_content.soldOut)
        parts << tr("품절");
    else if (!m_content.notNow.isEmpty())
        parts << m_content.notNow;
    setAccessibleName(parts.join(QStringLiteral(", ")));
}

std::vector<ItemTile::BadgeWord> ItemTile::badges() const
{
    std::vector<BadgeWord> words;
    if (m_content.popular)
        words.push_back({tr("인기"), Badge::Tone::Accent});
    if (m_content.hot)
        words.push_back({tr("HOT"), Badge::Tone::Hot});
    if (m_content.ice)
        words.push_back({tr("ICE"), Badge::Tone::Ice});
    return words;
}

ItemTile::Plan ItemTile::planFor(int width) const
{
    const Theme& theme = themeOf(*this);
    const QFont nameFont = theme.font(TextRole::Button);
    const QFont priceFont = theme.font(TextRole::Body);
    const double pad = theme.px(Space::Medium);
    const double gap = theme.px(Space::Small);
    Plan plan{};
    plan.lying = width >= theme.metrics().tileLeastPx() * ratio::kTileLying;
    const double side = width * (plan.lying ? ratio::kTilePictureInRow : ratio::kTilePicture);
    const double textWidth = plan.lying ? width - side - 2 * pad - gap : width - 2 * pad;
    const double nameHeight = TextBlock{m_content.name, nameFont, textWidth}.height();
    const double priceHeight = TextBlock{m_content.price, priceFont, textWidth}.height();
    const double notNowHeight =
        m_content.notNow.isEmpty()
            ? 0.0
            : TextBlock{m_content.notNow, theme.font(TextRole::BodyBold), textWidth}.height();
    const double words = nameHeight + priceHeight + notNowHeight;
    const double badgeRow =
        badges().empty()
            ? 0.0
            : theme.metrics().lineHeightPx(theme.font(TextRole::BodyBold)) + theme.px(Space::Tight);
    if (plan.lying) {
        const double inner = std::max(side, words + badgeRow);
        plan.height = static_cast<int>(std::ceil(inner + 2 * pad));
        plan.picture = QRectF{pad, (plan.height - side) / 2.0, side, side};
        const double left = pad + side + gap;
        const double top = (plan.height - words + badgeRow) / 2.0;
        plan.badges = QPointF{left, top - badgeRow};
        plan.name = QRectF{left, top, textWidth, nameHeight};
        plan.price = QRectF{left, top + nameHeight, textWidth, priceHeight};
        plan.notNow = QRectF{left, plan.price.bottom(), textWidth, notNowHeight};
        return plan;
    }
    plan.badges = QPointF{gap, gap};
    plan.picture = QRectF{(width - side) / 2.0, pad, side, side};
    plan.name = QRectF{pad, pad + side + gap, textWidth, nameHeight};
    plan.price = QRectF{pad, plan.name.bottom(), textWidth, priceHeight};
    plan.notNow = QRectF{pad, plan.price.bottom(), textWidth, notNowHeight};
    plan.height = static_cast<int>(std::ceil(plan.notNow.bottom() + pad));
    return plan;
}

QSize ItemTile::sizeHint() const
{
    const int width = themeOf(*this).metrics().tileLeastPx();
    return {width, heightForWidth(width)};
}

QSize ItemTile::minimumSizeHint() const
{
    const Theme& theme = themeOf(*this);
    const double word =
        std::max(TextBlock::widthOfLongestWord(m_content.name, theme.font(TextRole::Button)),
                 TextBlock::widthOfLongestWord(m_content.price, theme.font(TextRole::Body)));
    const int width = static_cast<int>(std::ceil(word)) + 2 * theme.px(Space::Medium);
    return {width, theme.metrics().targetPx()};
}

int ItemTile::heightForWidth(int width) const
{
    return planFor(width).height;
}

void ItemTile::paintPicture(QPainter& painter, const QRectF& room) const
{
    const Theme& theme = themeOf(*this);
    const int side = static_cast<int>(room.width());
    painter.save();
    if (!isOffered())
        painter.setOpacity(ratio::kSoldOutPicture);
    painter.drawPixmap(room.topLeft(),
                       picturePixmap(m_content.image, side, devicePixelRatioF(), theme));
    painter.restore();
    if (!m_content.soldOut)
        return;
    const QFont font = theme.font(TextRole::BodyBold);
    const TextBlock words{tr("품절"), font, room.width()};
    const double padX = theme.px(Space::Small);
    QRectF plate{0, 0, words.size().width() + 2 * padX,
                 words.size().height() + theme.px(Space::Tight)};
    plate.moveCenter(room.center());
    paintPlate(painter, plate, theme.px(mm::kRadiusControl), theme.colours().surface,
               theme.colours().ink, theme.metrics().exactPx(mm::kBorder));
    painter.setPen(theme.colours().ink);
    words.draw(painter, plate, Qt::AlignCenter);
}

void ItemTile::paintBadges(QPainter& painter, const QPointF& from, bool inRow) const
{
    const Theme& theme = themeOf(*this);
    const QFont font = theme.font(TextRole::BodyBold);
    const double side = theme.px(Space::Small) * 0.75;
    QPointF at = from;
    for (const BadgeWord& badge : badges()) {
        const TextBlock word{badge.word, font, double(width())};
        const QRectF plate{at, QSizeF{word.size().width() + 2 * side, word.size().height()}};
        paintPlate(painter, plate, theme.px(mm::kRadiusControl), Badge::groundOf(theme, badge.tone),
                   Badge::inkOf(theme, badge.tone), theme.metrics().exactPx(mm::kBorder));
        painter.setPen(Badge::inkOf(theme, badge.tone));
        word.draw(painter, plate, Qt::AlignCenter);
        const double gap = theme.px(Space::Tight);
        at += inRow ? QPointF{plate.width() + gap, 0.0} : QPointF{0.0, plate.height() + gap * 0.5};
    }
}

void ItemTile::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(*this);
    const Colours& c = theme.colours();
    const Plan plan = planFor(width());
    QPainter painter{this};
    const double radius = theme.px(mm::kRadiusCard);
    const bool pressed = isDown();
    paintPlate(painter, QRectF{rect()}, radius, pressed ? c.accentTint : c.surface,
               pressed ? c.accent : c.hairline,
               theme.metrics().exactPx(pressed ? mm::kBorderSelected : mm::kBorder));
    paintPicture(painter, plan.picture);
    const Qt::Alignment side = plan.lying ? Qt::AlignLeft : Qt::AlignHCenter;
    painter.setPen(isEnabled() ? c.ink : c.inkSecond);
    TextBlock{m_content.name, theme.font(TextRole::Button), plan.name.width()}.draw(
        painter, plan.name, side | Qt::AlignTop);
    painter.setPen(c.inkSecond);
    TextBlock{m_content.price, theme.font(TextRole::Body), plan.price.width()}.draw(
        painter, plan.price, side | Qt::AlignTop);
    painter.setPen(c.ink);
    TextBlock{m_content.notNow, theme.font(TextRole::BodyBold), plan.notNow.width()}.draw(
        painter, plan.notNow, side | Qt::AlignTop);
    // What cannot be had needs no praise, and its plate needs the room.
    if (isOffered())
        paintBadges(painter, plan.badges, plan.lying);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        paintFocus(painter, QRectF{rect()}, radius, theme);
}

void ItemTile::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && !event->isAutoRepeat()) {
        click();
        return;
    }
    // Arrows belong to the grid, which knows its columns; a button would walk in tab order.
    if (key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down) {
        event->ignore();
        return;
    }
    QPushButton::keyPressEvent(event);
}

void ItemTile::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        nameIt();
    QPushButton::changeEvent(event);
}

TileGrid::TileGrid(QWidget* parent) : QWidget{parent}, m_columns{new ColumnLayout{this}}
{
    QSizePolicy policy{QSizePolicy::Preferred, QSizePolicy::Preferred};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_columns->setColumnLeast(columnLeast());
}

int TileGrid::columnLeast() const
{
    const double least = themeOf(*this).metrics().tileLeastPx();
    return static_cast<int>(std::ceil(m_lying ? least * ratio::kTileLying : least));
}

void TileGrid::setLying(bool lying)
{
    if (m_lying == lying)
        return;
    m_lying = lying;
    m_columns->setColumnLeast(columnLeast());
    updateGeometry();
}

int TileGrid::uprightHeightFor(int width) const
{
    const Theme& theme = themeOf(*this);
    const int least = theme.metrics().tileLeastPx();
    const int gap = theme.px(mm::kTargetGap);
    const int columns = std::max(1, (width + gap) / (least + gap));
    const double tile = double(width - (columns - 1) * gap) / columns;
    if (tile >= least * ratio::kTileLying)
        return 0;
    return static_cast<int>(std::ceil(2 * theme.px(Space::Medium) + tile * ratio::kTilePicture +
                                      theme.px(Space::Small) +
                                      theme.metrics().lineHeightPx(theme.font(TextRole::Button)) +
                                      theme.metrics().lineHeightPx(theme.font(TextRole::Body))));
}

void TileGrid::setTiles(const std::vector<TileContent>& tiles)
{
    const bool same = std::equal(tiles.begin(), tiles.end(), m_tiles.begin(), m_tiles.end(),
                                 [](const TileContent& wanted, const ItemTile* shown) {
                                     return wanted.id == shown->content().id;
                                 });
    if (same) {
        for (std::size_t i = 0; i < tiles.size(); ++i)
            m_tiles[i]->setContent(tiles[i]);
        return;
    }
    for (ItemTile* tile : m_tiles) {
        m_columns->removeWidget(tile);
        tile->hide();
        tile->deleteLater();
    }
    m_tiles.clear();
    for (const TileContent& content : tiles) {
        auto* tile = new ItemTile{content, this};
        m_columns->addWidget(tile);
        m_tiles.push_back(tile);
        tile->show();
        connect(tile, &QPushButton::clicked, this,
                [this, tile] { Q_EMIT tileClicked(tile->content().id); });
    }
    updateGeometry();
}

ItemTile* TileGrid::tile(const QString& id) const
{
    for (ItemTile* tile : m_tiles)
        if (tile->content().id == id)
            return tile;
    return nullptr;
}

int TileGrid::columns() const
{
    return m_columns->columnsFor(width());
}

void TileGrid::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::StyleChange)
        m_columns->setColumnLeast(columnLeast());
    QWidget::changeEvent(event);
}

void TileGrid::keyPressEvent(QKeyEvent* event)
{
    const auto focused = std::find_if(m_tiles.begin(), m_tiles.end(),
                                      [](const ItemTile* tile) { return tile->hasFocus(); });
    int step = 0;
    switch (event->key()) {
    case Qt::Key_Left:
        step = -1;
        break;
    case Qt::Key_Right:
        step = 1;
        break;
    case Qt::Key_Up:
        step = -columns();
        break;
    case Qt::Key_Down:
        step = columns();
        break;
    default:
        break;
    }
    const auto at = focused - m_tiles.begin();
    for (auto to = at + step; step != 0 && focused != m_tiles.end() && to >= 0 &&
                              to < static_cast<std::ptrdiff_t>(m_tiles.size());
         to += step) {
        ItemTile* tile = m_tiles[static_cast<std::size_t>(to)];
        if (tile->isEnabled()) {
            tile->setFocus(Qt::TabFocusReason);
            return;
        }
    }
    QWidget::keyPressEvent(event);
}

} // namespace coffee::ui
