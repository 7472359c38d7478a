// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/pages/unit_chip.h"

#include "barista_station/pages/station_texts.h"

#include "shared/widgets/icon.h"
#include "shared/widgets/paint.h"
#include "shared/widgets/text_block.h"
#include "shared/widgets/texts.h"
#include "shared/widgets/theme.h"

#include <QKeyEvent>
#include <QPainter>

#include <cmath>

namespace coffee::station {
namespace {

using namespace coffee::ui;

QString spokenState(UnitState state, bool sending)
{
    QString words;
    switch (state) {
    case UnitState::Open:
        words = UnitChip::tr("만들 차례");
        break;
    case UnitState::Done:
        words = UnitChip::tr("만들었음");
        break;
    case UnitState::Refused:
        words = UnitChip::tr("못 만듦");
        break;
    }
    return sending ? UnitChip::tr("%1, 보내는 중").arg(words) : words;
}

} // namespace

UnitChip::UnitChip(QWidget* parent) : QPushButton{parent}
{
    setAutoDefault(false);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
}

void UnitChip::setUnit(const TicketUnit& unit, const QString& subject, bool pressable)
{
    m_state = unit.state;
    m_sending = unit.sending;
    m_onStopCard = false;
    m_again = !unit.remake.isEmpty();
    m_prominent = unit.cup == CupKind::Own || m_again;
    setEnabled(pressable && unit.state != UnitState::Refused);
    const QString cup = unit.cup == CupKind::None ? tr("컵 없음") : ui::texts::cup(unit.cup);
    setWords(unit.state == UnitState::Refused ? tr("못 만듦") : cup,
             QStringLiteral("%1, %2, %3").arg(subject, cup, spokenState(unit.state, unit.sending)) +
                 (m_again ? QStringLiteral(", ") + tr("다시 만들기") : QString{}));
}

void UnitChip::setCompact(bool compact)
{
    if (m_compact == compact)
        return;
    m_compact = compact;
    updateGeometry();
}

void UnitChip::setMade(bool made, const QString& subject, bool pressable)
{
    m_state = made ? UnitState::Done : UnitState::Open;
    m_sending = false;
    m_again = false;
    m_onStopCard = pressable;
    m_prominent = false;
    setEnabled(pressable);
    setWords(made ? tr("만들었음") : tr("안 만듦"),
             QStringLiteral("%1, %2").arg(subject, made ? tr("만들었음") : tr("안 만듦")));
}

void UnitChip::setWords(const QString& words, const QString& spoken)
{
    const bool wider = text() != words;
    setText(words);
    setAccessibleName(spoken);
    if (wider)
        updateGeometry();
    update();
}

QSize UnitChip::sizeHint() const
{
    const Theme& theme = themeOf(*this);
    if (m_compact)
        return {theme.metrics().targetPx(), theme.metrics().targetPx()};
    const int box = theme.metrics().iconPx(TextRole::Button);
    const QFont font = theme.font(TextRole::BodyBold);
    const int words = static_cast<int>(std::ceil(TextBlock::widthUnwrapped(text(), font)));
    return {box + words + 2 * theme.px(Space::Small) + theme.px(Space::Tight),
            theme.metrics().targetPx()};
}

void UnitChip::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(*this);
    const Colours& c = theme.colours();
    const double border = theme.metrics().exactPx(mm::kBorder);
    const double radius = theme.px(mm::kRadiusControl);
    const bool done = m_state == UnitState::Done;
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);

    const QColor ground = m_onStopCard ? (isDown() ? c.dangerPressed : c.danger)
                          : done       ? c.accentTint
                          : isDown()   ? c.accentTint
                                       : c.sunken;
    const QColor line = m_onStopCard ? c.onDanger : done ? c.accent : c.border;
    paintPlate(painter, QRectF{rect()}, radius, ground,
               m_state == UnitState::Refused ? QColor{} : line, border);

    const double side = theme.metrics().iconPx(TextRole::Button);
    const double boxLeft = m_compact ? (width() - side) / 2.0 : double(theme.px(Space::Small));
    const QRectF box{boxLeft, (height() - side) / 2.0, side, side};
    const QColor ink = m_onStopCard                    ? c.onDanger
                       : m_state == UnitState::Refused ? c.errorInk
                       : m_prominent                   ? c.warningInk
                       : done                          ? c.inkSecond
                                                       : c.ink;
    if (m_state == UnitState::Refused) {
        paintIcon(painter, Icon::Close, box, ink); // nothing that can be ticked
    } else if (m_sending) {
        paintIcon(painter, Icon::Send, box, c.warningInk);
    } else {
        const double inset = side * 0.1;
        const QRectF square = box.adjusted(inset, inset, -inset, -inset);
        paintPlate(painter, square, radius / 2.0, done && !m_onStopCard ? c.accent : QColor{},
                   done && !m_onStopCard ? c.accent
                   : m_onStopCard        ? c.onDanger
                                         : c.border,
                   theme.metrics().exactPx(mm::kBorder) * 1.5);
        if (m_again && !done)
            paintIcon(painter, Icon::Refresh, square.adjusted(inset, inset, -inset, -inset),
                      c.warningInk);
        if (done)
            paintCheck(painter, square.adjusted(inset, inset, -inset, -inset),
                       m_onStopCard ? c.onDanger : c.onAccent);
    }

    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        paintFocus(painter, QRectF{rect()}, radius, theme);
    if (m_compact)
        return;
    painter.setPen(ink);
    const double left = box.right() + theme.px(Space::Tight);
    const double room = width() - left - theme.px(Space::Tight);
    const TextBlock words{text(), theme.font(TextRole::BodyBold), room};
    words.draw(painter, QRectF{left, 0.0, room, double(height())},
               Qt::AlignLeft | Qt::AlignVCenter);
}

void UnitChip::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
        !event->isAutoRepeat()) {
        click();
        return;
    }
    QPushButton::keyPressEvent(event);
}

} // namespace coffee::station
